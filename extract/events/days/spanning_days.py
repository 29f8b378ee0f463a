"""Rows of a table under one day whose cell reaches into them: each that tells its place is a sitting of its own.

`mercredi 5 mars` (over two rows) `| Guise, mairie | 9h-12h` and `| Vervins, mairie | 14h-17h`.
"""

from __future__ import annotations

from dataclasses import replace

from extract.document import Block
from extract.events.hours.programme import find_outer_hours, read_step
from extract.events.hours.row_hours import find_cell_of_day
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.events.venues.page_venue import richness
from extract.tables import find_table


def part_spanning_days(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings, with one for each row that the cell of a day reaches into and that has a place of its own."""
    return [one for sitting in sittings for one in _by_rows(parts, sitting) or [sitting]]


def _by_rows(parts: Parts, sitting: Sitting) -> list[Sitting]:
    """One sitting for each row of a day; none where no row below its own lacks a cell for its day."""
    day = find_cell_of_day(parts, sitting.date) if sitting.is_day and len(sitting.mentions) == 1 else None
    table = find_table(parts.document, day) if day is not None else None
    if day is None or table is None:
        return []
    rows = [row for row in table.rows if row[0].start >= day.start or day in row]
    reached: list[list[Block]] = rows[:1]
    for row in rows[1:]:
        if len(row) == 1 or any(cell.column == day.column for cell in row) or _has_day(parts, row):
            break
        reached.append(row)
    told = [one for row in reached if (one := _of_row(parts, sitting, row)) is not None]
    return told if len(told) == len(reached) > 1 else []


def _has_day(parts: Parts, row: list[Block]) -> bool:
    """Whether a row tells a day of its own: a remark above it (`Reportée au 8 juillet`) does not reach into it."""
    return bool(standing_between(parts.dates, row[0].start, row[-1].end))


def _of_row(parts: Parts, sitting: Sitting, row: list[Block]) -> Sitting | None:
    """The sitting at the place of a row, with the hours of its cells; None without a place."""
    found = [venue for cell in row for venue in standing_between(parts.venues, cell.start, cell.end)]
    if not found:
        return None
    where = max(found, key=richness).where
    steps = [step for cell in row if (step := read_step(parts.document.words_of(cell))) is not None]
    starts_at, ends_at = find_outer_hours(steps) if steps else (None, None)
    text = parts.document.text[where.start : where.end]
    flags = (*sitting.date.flags, "hours_of_row")
    date = replace(sitting.date, text=text, where=where, starts_at=starts_at, ends_at=ends_at, flags=flags)
    return replace(sitting, date=date, mentions=(date,))
