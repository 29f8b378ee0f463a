"""Tables that are read by columns: days over the hours and places of each, towns over their days.

A row of a table usually tells one sitting. Where the first row holds several days, it is the column below each that
tells its hours and where it is; where the first row holds towns, the days below a town are there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.events.parts import LooseHours, Parts, find_strayed_hours, standing_between
from extract.events.programme import find_outer_hours, read_step
from extract.events.sittings import Sitting
from extract.records import DateReading, VenueReading
from extract.tables import find_column, find_head_of, find_row, is_weekday

_FEWEST: Final = 2


def find_day_columns(parts: Parts, sittings: list[Sitting]) -> dict[Block, DateReading]:
    """The cells of the only row with days of a table, with their days; empty where it holds fewer than two."""
    found: dict[Block, DateReading] = {}
    for date in (date for sitting in sittings for date in sitting.mentions):
        block = parts.block_of(date.where.start)
        if block is not None and block.kind == "cell" and block.column is not None:
            found[block] = date
    columns = {(block.row, block.column) for block in found}
    days = {date.first_day for date in found.values()}
    one_row = len({block.row for block in found}) == 1
    return found if one_row and len(columns) >= _FEWEST and len(days) >= _FEWEST else {}


def give_column_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings of days that head columns, with the hours told below them, from the first to the last."""
    columns = find_day_columns(parts, sittings)
    if not columns:
        return sittings
    strayed = [hours for date in columns.values() if (hours := find_strayed_hours(date)) is not None]
    told = sorted([*parts.loose_hours, *strayed], key=lambda hours: hours.start)
    by_day: dict[object, list[LooseHours]] = {}
    for block, date in columns.items():
        for cell in [block, *find_column(parts.document, block)]:
            inside = [h for h in told if cell.start <= h.start < cell.end]
            by_day.setdefault(date.first_day, []).extend(inside or _hours_of_lines(parts, cell))
    if not any(by_day.values()):
        return sittings
    return [_with_hours(s, by_day[s.first]) if s.first in by_day else s for s in sittings]


def _hours_of_lines(parts: Parts, cell: Block) -> list[LooseHours]:
    """The hours that the lines of a cell begin with."""
    steps = [read_step(line) for line in parts.document.words_of(cell).split("\n")]
    return [LooseHours(step[0], step[1], cell.start, cell.end) for step in steps if step is not None]


def _with_hours(sitting: Sitting, hours: list[LooseHours]) -> Sitting:
    """A sitting with the hours of its column: those beside its day stay, others that strayed there go."""
    date = sitting.date
    if date.starts_at and "\n" not in date.text:
        return sitting
    starts, ends = find_outer_hours([(told.starts_at, told.ends_at) for told in hours])
    return replace(sitting, date=replace(date, starts_at=starts, ends_at=ends, flags=(*date.flags, "hours_of_column")))


def find_column_venue(parts: Parts, mentions: tuple[DateReading, ...]) -> VenueReading | None:
    """The place that stands over a day in its column, or the one in the column of a row of days; else None."""
    for date in mentions:
        block = parts.block_of(date.where.start)
        if block is None or block.kind != "cell" or block.column is None:
            continue
        head = find_head_of(parts.document, block)
        over = _standing_in(parts, head) if head is not None else []
        if over and over[0].city is not None:
            return over[0]
        dated = {cell.column for cell in find_row(parts.document, block) if _holds_day(parts, cell)}
        if block.column in dated and len(dated) >= _FEWEST:
            near = [v for line in find_column(parts.document, block) for v in _standing_in(parts, line)]
            if near and len({(v.name, v.city) for v in near}) == 1:
                return near[0]
    return None


def _holds_day(parts: Parts, cell: Block) -> bool:
    """Whether a day begins in a cell, or it is a weekday of the week that is told above."""
    return is_weekday(parts.document, cell) or any(
        date.precision == "day" for date in standing_between(parts.dates, cell.start, cell.end)
    )


def _standing_in(parts: Parts, line: Block) -> list[VenueReading]:
    """The venues that begin in a line."""
    return standing_between(parts.venues, line.start, line.end)
