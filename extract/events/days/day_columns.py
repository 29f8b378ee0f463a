"""Days that only a row of a table tells of: `17/03 | Péronne | Bilan (rendu du 31/03)` takes place on 17 March.

Where one column of a table holds the day of each row, a day in the words of another column is what the row speaks of.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extract.dates.roles import find_role
from extract.dates.settings import Setting, judge_before
from extract.document import Block, Document
from extract.events.states.families import LEADS_TO_NEW
from extract.records import DateReading
from extract.tables import Table, find_head_of, tables_of

_FEWEST: Final = 2
_FEWEST_OF_COLUMN: Final = 3
_SAID_OF_THINGS: Final = ("publication", "other", "past")
"""Roles of days on which something becomes of a thing that is named beside them."""
_MOST_APART: Final = 0.5
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_TELLS_DAYS: Final = re.compile(
    r"(?:dates?|jours?|quand|s[ée]ances?|sessions?|calendrier|horaires?|retour|rattrapage|report)(?![^\W_])",
    re.IGNORECASE,
)


def settle_columns(document: Document, dates: list[DateReading]) -> list[DateReading]:
    """The dates, with those in the words of a cell as told of, where another column holds the day of their row."""
    dates = _with_roles_of_columns(document, dates)
    cells = [(date, cell) for date in dates if date.role == "event" and (cell := _cell_of(document, date)) is not None]
    tables = {id(table): table for _, cell in cells if (table := tables_of(document).get(cell.row or 0)) is not None}
    told: set[int] = set()
    for table in tables.values():
        rows = {row[0].row for row in table.rows}
        told |= _told_of(document, table, [(date, cell) for date, cell in cells if cell.row in rows])
    return [replace(d, role="other", rule="beside_day_of_row") if d.where.start in told else d for d in dates]


def _with_roles_of_columns(document: Document, dates: list[DateReading]) -> list[DateReading]:
    """The dates, a day that fills its cell with the role of the other days of its column, where these are in order.

    What the cell beside it is about does not make it the day of that: `la lettre qu'on n'a pas envoyée | 11/02/2025`.
    """
    cells = [(date, cell) for date in dates if (cell := _filled_by(document, date)) is not None]
    columns: dict[tuple[int, int | None], list[DateReading]] = {}
    for date, cell in cells:
        table = tables_of(document).get(cell.row or 0)
        columns.setdefault((id(table), cell.column), []).append(date)
    turned: set[int] = set()
    for days in columns.values():
        events = sum(date.role == "event" for date in days)
        in_order = all(one.first_day < other.first_day for one, other in pairwise(days))
        if events >= _FEWEST_OF_COLUMN and 2 * events > len(days) and in_order:
            turned |= {date.where.start for date in days if date.role in _SAID_OF_THINGS}
    return [replace(d, role="event", rule="day_of_column") if d.where.start in turned else d for d in dates]


def _filled_by(document: Document, date: DateReading) -> Block | None:
    """The cell that a day fills, or None."""
    cell = _cell_of(document, date) if date.precision == "day" else None
    if cell is None or cell.label or document.words_of(cell).strip(" .") != date.text.strip(" ."):
        return None
    return cell


def without_row_above(document: Document, date: DateReading) -> DateReading:
    """A day that opens its cell without what the last cell of the row above leads to, `Inscription avant`."""
    cell = _cell_of(document, date) if date.role == "registration_deadline" and date.rule == "cue:deadline" else None
    if cell is None or cell.start != date.where.start:
        return date
    index = document.index_of(cell)
    above = document.blocks[index - 1] if index else None
    if above is None or above.kind != "cell" or above.row in (cell.row, None):
        return date
    after = document.text[date.where.end : cell.end]
    setting = Setting(judge_before(""), after)
    role, rule = find_role(setting, date.first_day, is_day=True, has_hours=date.starts_at is not None)
    return replace(date, role=role, rule="day" if role == "event" else rule)


def _cell_of(document: Document, date: DateReading) -> Block | None:
    block = document.block_at(date.where.start)
    known = block is not None and block.kind == "cell" and block.row is not None and block.column is not None
    return block if known else None


def _told_of(document: Document, table: Table, cells: list[tuple[DateReading, Block]]) -> set[int]:
    """Where the days begin that stand in the words of a cell beside the day of its row."""
    by_column: dict[int, set[int | None]] = {}
    for _, cell in cells:
        by_column.setdefault(cell.column or 0, set()).add(cell.row)
    fullest = max(by_column, key=lambda column: len(by_column[column]), default=0)
    rows = by_column.get(fullest, set())
    if len(rows) < max(_FEWEST, len(table.rows) - _FEWEST):
        return set()
    return {
        date.where.start
        for date, cell in cells
        if cell.column != fullest
        and cell.row in rows
        and len(by_column[cell.column or 0]) <= _MOST_APART * len(rows)
        and date.starts_at is None
        and _speaks(document, cell, date)
    }


def _speaks(document: Document, cell: Block, date: DateReading) -> bool:
    """Whether a cell holds words besides its day, and its column is not headed as one of days."""
    head = find_head_of(document, cell)
    if head is not None and _TELLS_DAYS.match(document.words_of(head).strip()):
        return False
    if LEADS_TO_NEW.match(document.text, cell.start, date.where.start):
        return False  # the new day of its row
    rest = document.words_of(cell).replace(date.text, " ")
    return len(_WORD.findall(rest)) >= _FEWEST
