"""Weeks of a table: their frames before rows or over columns, weekdays over the columns or before the rows.

`| Semaine | Lundi | Mardi |` over `| Du 8 au 12 avril | Marle, mairie | Guise, gare |`: each cell tells its own day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from extract.dates import clock, scan_dates
from extract.dates.lexicon import WEEKDAYS, fold
from extract.document import Block
from extract.events.hours.programme import find_outer_hours
from extract.events.hours.row_hours import find_cell_of_day
from extract.events.parts import Parts
from extract.records import DateReading
from extract.tables import find_table, is_weekday

_FEWEST: Final = 2
_NOTHING: Final = frozenset(("", "x", "neant", "ferme", "conge", "conges", "vacances", "relache", "pas de permanence"))


def find_cells_of_week(parts: Parts, frame: DateReading) -> list[tuple[dt.date, Block]]:
    """The days of a week in a cell of a table, each with the cell that tells of it; none without weekdays."""
    block = _cell_of(parts, frame)
    table = find_table(parts.document, block) if block is not None else None
    if table is None or block is None:
        return []
    heads = table.rows[0]
    over = {cell.column: cell for cell in heads if is_weekday(parts.document, cell)}
    before = {row[0].row: row[0] for row in table.rows[1:] if is_weekday(parts.document, row[0])}
    told: Iterator[tuple[Block, Block | None]] = iter(())
    if len(over) >= _FEWEST and block.row != heads[0].row:
        row = next((row for row in table.rows if row[0].row == block.row), [])
        told = ((cell, over.get(cell.column)) for cell in row)
    elif len(before) >= _FEWEST and block.row == heads[0].row:
        told = ((cell, before.get(cell.row)) for cell in table.columns.get(block.column or 0, []))
    days = {day.weekday(): day for day in _days_of(frame)}
    found = []
    for cell, head in told:
        day = days.get(_weekday_of(parts, head)) if head is not None else None
        if day is not None and fold(parts.document.words_of(cell)).strip(" .–—-/") not in _NOTHING:
            found.append((day, cell))
    return found


def find_hours_of_cell(parts: Parts, cell: Block) -> tuple[str | None, str | None]:
    """When begins and ends what a cell tells, by its own words: they may have been read with another cell's day."""
    told = scan_dates(parts.document.words_of(cell)).loose_hours
    return find_outer_hours([(clock(h.starts) or "", clock(h.ends)) for h in told if h.starts is not None])


def find_hours_above(parts: Parts, frames: list[DateReading]) -> tuple[str | None, str | None]:
    """The hours that stand above the table of a week and were read with it: those of all its days."""
    for frame in frames:
        cell = _cell_of(parts, frame)
        table = find_table(parts.document, cell) if cell is not None else None
        if table is not None and frame.where.start < table.rows[0][0].start:
            return frame.starts_at, frame.ends_at
    return None, None


def _cell_of(parts: Parts, frame: DateReading) -> Block | None:
    """The cell in which a frame stands; None where it stands above the table, whatever was read with it there."""
    cell = find_cell_of_day(parts, frame)
    return cell if cell is not None and any(map(str.isdigit, parts.document.words_of(cell))) else None


def _days_of(frame: DateReading) -> Iterator[dt.date]:
    return (frame.first_day + dt.timedelta(days=n) for n in range((frame.last_day - frame.first_day).days + 1))


def _weekday_of(parts: Parts, head: Block) -> int:
    """The number of the weekday that a head begins with."""
    words = fold(parts.document.words_of(head)).strip(" :.")
    return next(number for number, name in enumerate(WEEKDAYS) if words.startswith(name))
