"""Hours in the lines that head the days below them: `Groupe du matin : 9h30 - 11h30` over several days, then the next.

A line of hours is read with the day beside it. Where several such lines each head days, they hold for the days below
them, up to the next one, whatever stands between; a day keeps the hours of its own line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extract.document import Block
from extract.events.hours.hours_above import at_its_line
from extract.events.hours.programme import read_step
from extract.events.parts import Parts
from extract.events.sittings import Sitting
from extract.records import DateReading

_FEWEST: Final = 2
_LONGEST: Final = 60
_HEAD: Final = re.compile(
    r"[^\d\n]{0,40}?(?:\s\d{1,2}\s?[:–-])?[^\d\n]{0,12}?(?P<hours>\d{1,2}\s?(?:h(?:eures?)?(?:\s?\d\d)?|:\d\d)\s?(?:-|–|—|à|/|>)\s?"
    r"\d{1,2}\s?(?:h(?:eures?)?(?:\s?\d\d)?|:\d\d))[\s).:]*",
    re.IGNORECASE,
)
_KINDS: Final = ("heading", "paragraph")


def give_section_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings with the hours of the lines that head them, where at least two lines head days so."""
    days = [sitting for sitting in sittings if sitting.is_day]
    if len(days) < _FEWEST + 1 or len(days) < len(sittings):
        return sittings
    places = [at_its_line(sitting.date).where.start for sitting in sittings]
    heads = _find_heads(parts, places)
    return [_with_hours_of(s, _head_over(heads, place)) for s, place in zip(sittings, places, strict=True)]


def _find_heads(parts: Parts, places: list[int]) -> list[tuple[int, str, str]]:
    """The lines that head days, by place, with their hours; each must head days, and one of plain lines several."""
    found: list[tuple[Block, str, str]] = []
    for block in parts.blocks:
        if block.kind not in _KINDS or block.end - block.start > _LONGEST:
            continue
        head = _HEAD.fullmatch(parts.words((block.start, block.end)))
        told = read_step(head["hours"]) if head is not None else None
        if told is not None and told[1] is not None:
            found.append((block, told[0], told[1]))
    if len(found) < _FEWEST or len({block.kind for block, _, _ in found}) > 1:
        return []
    ordered = sorted(places)
    edges = [block.start for block, _, _ in found]
    counts = [
        bisect_left(ordered, end) - bisect_left(ordered, start)
        for start, end in pairwise([*edges, len(parts.document.text)])
    ]
    if ordered[0] < edges[0] or not all(counts) or (found[0][0].kind != "heading" and max(counts) < _FEWEST):
        return []
    return [(block.start, starts, ends) for block, starts, ends in found]


def _head_over(heads: list[tuple[int, str, str]], place: int) -> tuple[int, str, str] | None:
    above = [head for head in heads if head[0] <= place]
    return above[-1] if above else None


def _with_hours_of(sitting: Sitting, head: tuple[int, str, str] | None) -> Sitting:
    """A sitting with the hours of the line over it, at the words of its own line."""
    date = sitting.date
    if head is None or (date.starts_at and "\n" not in date.text):
        return sitting
    given = replace(_at_own_line(date), starts_at=head[1], ends_at=head[2], flags=(*date.flags, "hours_of_section"))
    mentions = tuple(given if mention.where == date.where else mention for mention in sitting.mentions)
    return replace(sitting, date=given, mentions=mentions)


def _at_own_line(date: DateReading) -> DateReading:
    own = at_its_line(date)
    line = own.text.partition("\n")[0]
    return replace(own, text=line, where=replace(own.where, end=own.where.start + len(line)))
