"""Tables that tell the month once for many days: months over columns of numbers, or before rows of them.

Permanences and calendars of a year are laid out so: `Janvier | Février | Mars` over `12 | 9 | 9`, with the place of
each row in its first cell; or `Janvier | 12 | 19 | 26` below the towns.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from extract.dates.lexicon import WORDS, fold
from extract.dates.month_lines import MONTH_NAMES, MORE_DAYS, NUMBER, fits_weekday
from extract.document import Block, Document
from extract.tables import Table, tables_of

_MONTH: Final = re.compile(rf"\W*(?P<month>{MONTH_NAMES})\.?(?:[ ]+(?P<year>(?:19|20)\d\d))?\W*", re.IGNORECASE)
_WEEKDAY: Final = r"(?:lun|mar|mer|jeu|ven|sam|dim|lu|ma|me|je|ve|sa|di)(?:di|credi|dredi|edi|anche|\.)?s?[ ]+"
_DAYS: Final = re.compile(
    rf"\s*(?:les?[ ]+)?(?P<weekday>{_WEEKDAY})?(?P<last>(?:1er|{NUMBER}){MORE_DAYS}*)(?![\w/.]|:\d)(?=\s|$|[(,:;–—-])",
    re.IGNORECASE,
)
_HOURS_BEHIND: Final = re.compile(r"[\s(,;–—-]*(?:\d{1,2}\s?(?:h|:)[\d\sh:à–—-]*)?[)\s]*", re.IGNORECASE)
# A mark that sets what takes place that day apart from its number: `Mardi 9 : Guise`, `18 (Laon)`, `9` over `Guise`.
_SET_APART: Final = re.compile(r"\s?[:(\n]|\s[–—-]\s|,\s")
_FEWEST: Final = 2
# The month at the end of the line above a table, with the year or as all of it: `Permanences de juin 2019`.
_MONTH_LAST: Final = re.compile(
    rf"(?<!\d )(?<!er )(?<![^\W_])(?P<month>{MONTH_NAMES})(?:[ ]+(?P<year>(?:19|20)\d\d))?\W*$", re.IGNORECASE
)
_MONTH_SAID: Final = re.compile(
    rf"(?<!\d )(?<!er )(?<![^\W_])(?P<month>{MONTH_NAMES})[ ]+(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_MONTH_OF_FRAME: Final = re.compile(
    rf"(?<![^\W_])(?P<month>{MONTH_NAMES})[ ]+(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
"""The month of a frame of days: `Du mardi 20 septembre 2022 au samedi 24 septembre 2022`."""
_DAY_HEAD: Final = re.compile(r"(?:jours?|dates?|quand ?\??|(?:rendez-vous )?le)\s?[:….]*", re.IGNORECASE)
_LINES_ABOVE: Final = 4


class MonthCell(NamedTuple):
    """A cell of numbers with the month of its column or row: its span, the end of its numbers, month and year."""

    start: int
    end: int
    last: int
    month: int
    year: int | None


_LAST: list[tuple[Document, tuple[MonthCell, ...]]] = []


def find_month_cells(document: Document) -> tuple[MonthCell, ...]:
    """The cells of a document's tables that are days without their month, in the order of the text."""
    if not _LAST or _LAST[0][0] is not document:
        tables = {id(table): table for table in tables_of(document).values()}
        found = [cell for table in tables.values() for cell in _cells_of(document, table)]
        _LAST[:] = [(document, tuple(sorted(set(found))))]
    return _LAST[0][1]


def holds_month_cell(document: Document, cells: list[Block]) -> bool:
    """Whether one of the cells of a row is such a day."""
    return any(cell.start <= known.start < cell.end for known in find_month_cells(document) for cell in cells)


def _cells_of(document: Document, table: Table) -> list[MonthCell]:
    """The days of a table, where it has two months at least in its first row, or as the first cells of its rows."""
    over = {cell.column: month for cell in table.rows[0] if (month := _read_month(document, cell))}
    over = over if len(over) >= _FEWEST else {}
    before = {row[0].row: month for row in table.rows if row and (month := _read_month(document, row[0]))}
    found: list[MonthCell] = []
    for row in table.rows[1:] if over else table.rows:
        for cell in row:
            month = over.get(cell.column)
            if len(before) >= _FEWEST and not over and cell is not row[0]:
                month = before.get(cell.row)
            if month is not None and (day := _read_days(document, cell, month)) is not None:
                found.append(day)
    return found if len(found) >= _FEWEST else _below_month(document, table)


def _below_month(document: Document, table: Table) -> list[MonthCell]:
    """The numbers of a column of days (`Jour | Commune`) under a line that ends with their month (`… – juin 2019`)."""
    index = document.index_of(table.rows[0][0])
    above = [block for block in document.blocks[max(0, index - _LINES_ABOVE) : index] if block.kind != "furniture"]
    heads = [cell for cell in table.rows[0] if _DAY_HEAD.fullmatch(document.words_of(cell).strip())]
    if len(heads) != 1:
        return _weekdays_below_month(document, table, above)
    told = {month for block in above if (month := _month_in(document, block, _MONTH_LAST))}
    cells = [cell for cell in table.columns.get(heads[0].column or 0, []) if cell.row != heads[0].row]
    cells = [cell for cell in cells if any(map(str.isdigit, document.words_of(cell)))]  # not `tous les jours`
    return _days_of(document, cells, next(iter(told))) if len(told) == 1 else []


def _weekdays_below_month(document: Document, table: Table, above: list[Block]) -> list[MonthCell]:
    """The days of the one column of weekdays and numbers, whatever it is called, in the month told above the table.

    The calendar must give them these weekdays in that month: `jeudi 22 | vendredi 23` under `Réunions de janvier 2026`.
    """
    columns = [[c for c in column if document.words_of(c).strip()] for column in table.columns.values()]
    columns = [column[1:] if column and _weekday_of(document, column[0]) is None else column for column in columns]
    dated = [column for column in columns if len(column) >= _FEWEST and all(_weekday_of(document, c) for c in column)]
    told = {month for block in above if (month := _month_in(document, block, _MONTH_SAID))}
    told = told or {month for block in above if (month := _month_in(document, block, _MONTH_OF_FRAME))}
    fitting = [month for month in told if dated and all(_fits(document, cell, month) for cell in dated[0])]
    return _days_of(document, dated[0], fitting[0]) if len(dated) == len(fitting) == 1 else []


def _days_of(document: Document, cells: list[Block], month: tuple[int, int | None]) -> list[MonthCell]:
    days = [_read_days(document, cell, month) for cell in cells if document.words_of(cell).strip()]
    return [day for day in days if day is not None] if len(days) >= _FEWEST and all(days) else []


def _month_in(document: Document, block: Block, shape: re.Pattern[str]) -> tuple[int, int | None] | None:
    """The month, and the year, that a line names in such a shape."""
    match = shape.search(document.words_of(block))
    return None if match is None else (WORDS[fold(match["month"])][1], int(match["year"]) if match["year"] else None)


def _fits(document: Document, cell: Block, month: tuple[int, int | None]) -> bool:
    """Whether the calendar gives the day that a cell begins with its weekday in a month with its year."""
    match = _DAYS.match(document.text, cell.start, cell.end)
    return match is not None and fits_weekday(match["weekday"], match["last"], month[0], month[1] or 0)


def _weekday_of(document: Document, cell: Block) -> str | None:
    """The weekday before the number that a cell begins with, or None."""
    match = _DAYS.match(document.text, cell.start, cell.end)
    return match["weekday"] if match else None


def _read_month(document: Document, cell: Block) -> tuple[int, int | None] | None:
    """The month, and the year, that a cell is and nothing else."""
    match = _MONTH.fullmatch(document.words_of(cell))
    if match is None:
        return None
    return WORDS[fold(match["month"])][1], int(match["year"]) if match["year"] else None


def _read_days(document: Document, cell: Block, month: tuple[int, int | None]) -> MonthCell | None:
    """A cell that is one or several numbers of days, with their hours behind them, or what a mark sets apart."""
    match = _DAYS.match(document.text, cell.start, cell.end)
    if match is None:
        return None
    last = match.end("last")
    if not _HOURS_BEHIND.fullmatch(document.text, last, cell.end) and not _SET_APART.match(document.text, last):
        return None
    return MonthCell(cell.start, cell.end, match.end("last"), *month)
