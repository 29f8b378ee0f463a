"""Days in lines of their own, one right above the other: the hours below the last of them hold for all.

`Jeudi 6 octobre` / `Jeudi 13 octobre` / `de 9h à 17h`.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from extract.document import Block
from extract.events.parts import Parts
from extract.events.sittings import Sitting
from extract.records import DateReading


def give_hours_of_stack(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings, those whose line is only a day right above one with hours below it with these hours."""
    dates = sorted((date for s in sittings for date in s.mentions), key=lambda date: date.where.start)
    given: dict[int, DateReading] = {}
    for date in reversed(dates):
        below = _line_below(parts, date)
        told = next((d for d in dates if below and d.where.start == below.start), None)
        if told is None or date.starts_at is not None:
            continue
        timed = given.get(told.where.start) or (told if "\n" in told.text and told.starts_at else None)
        if timed is not None:
            given[date.where.start] = timed
    return [_with_hours_of(s, given.get(s.date.where.start)) for s in sittings] if given else sittings


def _line_below(parts: Parts, date: DateReading) -> Block | None:
    """The line right below one that is nothing but a day."""
    block = parts.block_of(date.where.start)
    if block is None or block.kind == "cell" or parts.document.words_of(block).strip(" •-–:") != date.text:
        return None
    index = bisect_left(parts.blocks, block.start, key=lambda other: other.start)
    return parts.blocks[index + 1] if index + 1 < len(parts.blocks) else None


def _with_hours_of(sitting: Sitting, told: DateReading | None) -> Sitting:
    if told is None or not sitting.is_day:
        return sitting
    flags = (*sitting.date.flags, "hours_of_stack")
    return replace(sitting, date=replace(sitting.date, starts_at=told.starts_at, ends_at=told.ends_at, flags=flags))
