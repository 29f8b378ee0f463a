"""Rows and columns of the tables of a document: which cells stand together, and what a cell is labelled by.

A cell may hold several lines, each a block of its own; here it is one `Block` over all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from extract.dates.lexicon import WEEKDAY_NAME
from extract.document import Block, Document

MOST_COLUMNS: Final = 20
MOST_ROWS: Final = 60
LABEL_AND_VALUE: Final = 2
"""Cells of a row that is a label and its value."""
_MOST_LINES: Final = 80
_LONGEST_LABEL: Final = 60
_WEEKDAY: Final = re.compile(rf"\W*(?:{WEEKDAY_NAME})s?(?:\s(?:matin|soir|apr[èe]s-midi))?\W*", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")


def find_row(document: Document, block: Block) -> list[Block]:
    """The cells of the row of a table that a cell stands in, when they stand one after the other; else none."""
    if block.kind != "cell" or block.row is None:
        return []
    blocks = document.blocks
    index = document.index_of(block)
    first = last = index
    while first > 0 and index - first < _MOST_LINES and blocks[first - 1].row == block.row:
        first -= 1
    while last + 1 < len(blocks) and last - first < _MOST_LINES and blocks[last + 1].row == block.row:
        last += 1
    lines = blocks[first : last + 1]
    cells = _join_cells(lines) if all(b.kind == "cell" for b in lines) else []
    return cells if 1 < len(cells) <= MOST_COLUMNS else []


def find_row_starts(document: Document) -> tuple[int, ...]:
    """Where the rows of the tables of two columns or more begin, in order, from the second row of each table on.

    What heads a column may end as a sentence that goes on (`Inscriptions closes le`), and does not in the next row.
    """
    return tuple(
        block.start
        for above, block in pairwise(document.blocks)
        if block.kind == "cell" and above.kind == "cell" and block.row != above.row and above.column
    )


def _join_cells(lines: tuple[Block, ...]) -> list[Block]:
    """One block for each cell; lines whose column is not known are cells of their own."""
    cells: list[Block] = []
    for line in lines:
        if cells and line.column is not None and cells[-1].column == line.column:
            cells[-1] = cells[-1]._replace(end=line.end)
        else:
            cells.append(line)
    return cells


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose columns are known: its rows from top to bottom, and the cells of each column."""

    rows: list[list[Block]]
    columns: dict[int, list[Block]]


_LAST: list[tuple[Document, dict[int, Table]]] = []


def tables_of(document: Document) -> dict[int, Table]:
    """The tables of a document by the numbers of their rows; kept for the last document, as every cell asks for it."""
    if not _LAST or _LAST[0][0] is not document:
        _LAST[:] = [(document, dict(_find_tables(document)))]
    return _LAST[0][1]


def _find_tables(document: Document) -> Iterator[tuple[int, Table]]:
    """Cells that stand one after the other, as tables; once for each of their rows."""
    for is_cell, lines in groupby(document.blocks, key=lambda b: b.kind == "cell" and b.column is not None):
        if not is_cell:
            continue
        rows = [_join_cells(tuple(row)) for _, row in groupby(lines, key=lambda b: b.row)]
        columns: dict[int, list[Block]] = {}
        for cell in (cell for row in rows for cell in row):
            columns.setdefault(cell.column or 0, []).append(cell)
        table = Table(rows, columns)
        yield from ((row[0].row or 0, table) for row in rows)


def is_weekday(document: Document, cell: Block) -> bool:
    """Whether a cell is the name of a weekday, or of its half, and nothing else."""
    return _WEEKDAY.fullmatch(document.words_of(cell)) is not None


def find_header(document: Document, block: Block, columns: int) -> list[Block]:
    """The first row of the table of a cell, when it is another row of as many cells; else none."""
    table = find_table(document, block)
    head = find_row(document, table.rows[0][0] if table else _first_of_table(document, block))
    return head if len(head) == columns and head[0].row != block.row else []


def _first_of_table(document: Document, block: Block) -> Block:
    """The first line of the table of a cell whose column is not known."""
    blocks = document.blocks
    first = document.index_of(block)
    limit = max(0, first - MOST_COLUMNS * MOST_ROWS)
    while first > limit and blocks[first - 1].kind == "cell":
        first -= 1
    return blocks[first]


def find_table(document: Document, block: Block) -> Table | None:
    """The table of a cell; None where its column is not known."""
    if block.kind != "cell" or block.row is None or block.column is None:
        return None
    return tables_of(document).get(block.row)


def find_column(document: Document, block: Block) -> list[Block]:
    """The cells above and below a cell, in its column."""
    table = find_table(document, block)
    if table is None or block.column is None:
        return []
    return [cell for cell in table.columns.get(block.column, []) if cell.row != block.row]


def find_head_of(document: Document, block: Block) -> Block | None:
    """The cell of the first row that stands over a cell of another row, by their columns; None without one."""
    table = find_table(document, block)
    head = table.rows[0] if table is not None else []
    return next((cell for cell in head if cell.column == block.column and cell.row != block.row), None)


def find_label_of_cell(document: Document, block: Block) -> str:
    """What a cell is labelled by: the first of two cells of its row, else the head of its column; or nothing."""
    cells = find_row(document, block)
    if len(cells) == 2 and cells[1].start <= block.start:
        label = document.words_of(cells[0])
    else:
        head = find_header(document, block, len(cells)) if cells else []
        number = next((n for n, cell in enumerate(cells) if cell.start <= block.start < cell.end), 0)
        label = document.words_of(head[number]) if head else ""
    label = " ".join(label.split()).strip(" :")
    return label if len(label) <= _LONGEST_LABEL and not _DIGIT.search(label) else ""
