"""Rows and columns of the tables of a document: which cells stand together, and what a cell is labelled by.

A cell may hold several lines, each a block of its own; here it is one `Block` over all of them.
"""

from __future__ import annotations

import re
from typing import Final

from extract.document import Block, Document

MOST_COLUMNS: Final = 20
MOST_ROWS: Final = 60
_MOST_LINES: Final = 80
_LONGEST_LABEL: Final = 60
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


def _join_cells(lines: tuple[Block, ...]) -> list[Block]:
    """One block for each cell; lines whose column is not known are cells of their own."""
    cells: list[Block] = []
    for line in lines:
        if cells and line.column is not None and cells[-1].column == line.column:
            cells[-1] = cells[-1]._replace(end=line.end)
        else:
            cells.append(line)
    return cells


def find_header(document: Document, block: Block, columns: int) -> list[Block]:
    """The first row of the table of a cell, when it is another row of as many cells; else none."""
    head = find_first_row(document, block)
    return head if len(head) == columns and head[0].row != block.row else []


def find_first_row(document: Document, block: Block) -> list[Block]:
    """The cells of the first row of the table of a cell; none where that is no row of cells."""
    blocks = document.blocks
    first = document.index_of(block)
    limit = max(0, first - MOST_COLUMNS * MOST_ROWS)
    while first > limit and blocks[first - 1].kind == "cell":
        first -= 1
    return find_row(document, blocks[first])


def find_table(document: Document, block: Block) -> list[list[Block]]:
    """The rows of the table of a cell, from top to bottom, each with its cells; rows without a column are left out."""
    if block.kind != "cell":
        return []
    blocks = document.blocks
    first = last = document.index_of(block)
    while first > 0 and last - first < MOST_COLUMNS * MOST_ROWS and blocks[first - 1].kind == "cell":
        first -= 1
    while last + 1 < len(blocks) and last - first < MOST_COLUMNS * MOST_ROWS and blocks[last + 1].kind == "cell":
        last += 1
    rows: dict[int, list[Block]] = {}
    for line in blocks[first : last + 1]:
        if line.row is not None and line.column is not None:
            rows.setdefault(line.row, []).append(line)
    return [_join_cells(tuple(lines)) for lines in rows.values()]


def find_column(document: Document, block: Block) -> list[Block]:
    """The cells above and below a cell, in its column."""
    return [
        cell
        for row in find_table(document, block)
        for cell in row
        if cell.column == block.column is not None and cell.row != block.row
    ]


def find_head_of(document: Document, block: Block) -> Block | None:
    """The cell of the first row that stands over a cell of another row, by their columns; None without one."""
    if block.kind != "cell" or block.column is None:
        return None
    head = find_first_row(document, block)
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
