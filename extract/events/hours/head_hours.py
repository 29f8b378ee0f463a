"""Hours in the head of a row or a column that holds several days: `Découvrir – 14h-16h | 4 mars | 11 mars`.

What heads a row or a column of days holds for each of them; a day keeps the hours of its own cell.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.duration_cells import is_duration
from extract.events.hours.programme import read_step
from extract.events.hours.row_hours import find_cell_of_day
from extract.events.parts import Parts
from extract.events.sittings import Sitting
from extract.tables import find_head_of, find_row

_FEWEST: Final = 2
_RANGE: Final = re.compile(
    r"(?<!\d)\d{1,2}\s?(?:h(?:eures?)?\s?(?:\d\d)?|:\d\d)\s?(?:-|–|—|à|/|>)\s?\d{1,2}\s?[h:]", re.I
)

Hours = tuple[str | None, str | None]


def give_head_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings whose days stand in a table, with the hours that head their row or their column."""
    cells = {s.first: cell for s in sittings if s.is_day and (cell := find_cell_of_day(parts, s.date)) is not None}
    if len(cells) < _FEWEST:
        return sittings
    return [_with_head(parts, s, cells) if s.first in cells else s for s in sittings]


def _with_head(parts: Parts, sitting: Sitting, cells: dict[dt.date, Block]) -> Sitting:
    date, cell = sitting.date, cells[sitting.first]
    apart = [line for line in _lines_with_hours(parts, sitting) if (line.row, line.column) != (cell.row, cell.column)]
    if date.starts_at and not apart:
        return sitting
    told = _of_row(parts, cell, cells) or _of_column(parts, cell, cells)
    if told is None:
        return sitting
    flags = (*date.flags, "hours_of_column")
    given = replace(date, starts_at=told[0], ends_at=told[1], flags=flags)
    mentions = tuple(given if mention.where == date.where else mention for mention in sitting.mentions)
    return replace(sitting, date=given, mentions=mentions)


def _lines_with_hours(parts: Parts, sitting: Sitting) -> list[Block]:
    """The lines that a day was read over: its hours may stand on the one before or behind it."""
    date = sitting.date
    edges = (date.where.start, date.where.end - 1)
    return [block for edge in edges if (block := parts.block_of(edge)) is not None]


def _of_row(parts: Parts, cell: Block, cells: dict[dt.date, Block]) -> Hours | None:
    """The hours of the first cell of a row of several days."""
    row = find_row(parts.document, cell)
    dated = [other for other in cells.values() if other.row == cell.row]
    if len(dated) < _FEWEST or not row or row[0].column == cell.column or row[0].start == cell.start:
        return None
    return _hours_in(parts, row[0])


def _of_column(parts: Parts, cell: Block, cells: dict[dt.date, Block]) -> Hours | None:
    """The hours of the first cell of a column with days in a row of several days."""
    head = find_head_of(parts.document, cell)
    dated = [other for other in cells.values() if other.row == cell.row]
    return _hours_in(parts, head) if head is not None and len(dated) >= _FEWEST else None


def _hours_in(parts: Parts, head: Block) -> Hours | None:
    """The range of hours that a head tells somewhere in its words."""
    words = parts.document.words_of(head)
    told = None if is_duration(parts.document, head) else _RANGE.search(words)
    return read_step(words[told.start() :]) if told is not None else None
