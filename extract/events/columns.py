"""Tables that are read by columns: days over the hours and places of each, towns over their days.

A row of a table usually tells one sitting. Where the first row holds several days, it is the column below each that
tells its hours and where it is; where the first row holds towns, the days below a town are there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.events.parts import LooseHours, Parts, standing_between
from extract.events.sittings import Sitting
from extract.records import DateReading, VenueReading
from extract.tables import find_below, find_first_row, find_head_of

_FEWEST: Final = 2


def find_day_columns(parts: Parts, sittings: list[Sitting]) -> dict[Block, DateReading]:
    """The cells of a first row that each hold one of the days, with that day; empty where fewer than two do."""
    found: dict[Block, DateReading] = {}
    for date in (date for sitting in sittings for date in sitting.mentions):
        block = parts.block_of(date.where.start)
        if block is None or block.kind != "cell" or block.column is None:
            continue
        head = find_first_row(parts.document, block)
        if any(cell.start <= date.where.start < cell.end for cell in head):
            found[block] = date
    columns = {(block.row, block.column) for block in found}
    days = {date.first_day for date in found.values()}
    return found if len(columns) >= _FEWEST and len(days) >= _FEWEST else {}


def give_column_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings of days that head columns, with the hours told below them, from the first to the last."""
    columns = find_day_columns(parts, sittings)
    if not columns:
        return sittings
    strayed = [_own_hours(date) for date in columns.values() if "\n" in date.text and date.starts_at]
    told = sorted([*parts.loose_hours, *strayed], key=lambda hours: hours.start)
    by_day: dict[object, list[LooseHours]] = {}
    for block, date in columns.items():
        lines = [block, *(cell for cell in find_below(parts.document, block))]
        inside = [h for h in told if any(line.start <= h.start < line.end for line in lines)]
        by_day.setdefault(date.first_day, []).extend(inside)
    if not any(by_day.values()):
        return sittings
    return [_with_hours(s, by_day[s.first]) if s.first in by_day else s for s in sittings]


def _own_hours(date: DateReading) -> LooseHours:
    """The hours that were read with a day over the end of its line."""
    start = date.where.start + date.text.rindex("\n") + 1
    return LooseHours(date.starts_at, date.ends_at, start, date.where.end)


def _with_hours(sitting: Sitting, hours: list[LooseHours]) -> Sitting:
    """A sitting with the hours of its column: those beside its day stay, others that strayed there go."""
    date = sitting.date
    if date.starts_at and "\n" not in date.text:
        return sitting
    starts = min((h.starts_at for h in hours if h.starts_at), default=None)
    last = max(hours, key=lambda h: h.starts_at or "", default=None)
    ends = last.ends_at if last is not None else None
    return replace(sitting, date=replace(date, starts_at=starts, ends_at=ends, flags=(*date.flags, "hours_of_column")))


def find_column_venue(parts: Parts, mentions: tuple[DateReading, ...]) -> VenueReading | None:
    """The place that stands over a day in its column, or the one below a day that heads a column; else None."""
    for date in mentions:
        block = parts.block_of(date.where.start)
        if block is None or block.kind != "cell" or block.column is None:
            continue
        head = find_head_of(parts.document, block)
        if head is not None:
            over = standing_between(parts.venues, head.start, head.end)
            if over and over[0].city is not None:
                return over[0]
            continue
        first = find_first_row(parts.document, block)
        dated = {cell.column for cell in first if standing_between(parts.dates, cell.start, cell.end)}
        if block.column in dated and len(dated) >= _FEWEST:
            below = [v for line in find_below(parts.document, block) for v in _standing_in(parts, line)]
            if below and len({(v.name, v.city) for v in below}) == 1:
                return below[0]
    return None


def _standing_in(parts: Parts, line: Block) -> list[VenueReading]:
    """The venues that begin in a line."""
    return standing_between(parts.venues, line.start, line.end)
