"""Rows and columns of the tables of a document: which cells stand together, and what a cell is labelled by."""

from __future__ import annotations

import re
from typing import Final

from extract.document import Block, Document

MOST_COLUMNS: Final = 20
MOST_ROWS: Final = 60
_LONGEST_LABEL: Final = 60
_DIGIT: Final = re.compile(r"\d")


def find_row(document: Document, block: Block) -> list[Block]:
    """The cells of the row of a table that a cell stands in, when they stand one after the other; else none."""
    if block.kind != "cell" or block.row is None:
        return []
    blocks = document.blocks
    index = document.index_of(block)
    first = index
    while first > 0 and index - first < MOST_COLUMNS and blocks[first - 1].row == block.row:
        first -= 1
    near = blocks[first : first + MOST_COLUMNS]
    cells = [b for b in near if b.row == block.row]
    return cells if len(cells) > 1 and all(b.kind == "cell" for b in cells) else []


def find_header(document: Document, block: Block, columns: int) -> list[Block]:
    """The first row of the table of a cell, when it is another row of as many cells; else none."""
    blocks = document.blocks
    first = document.index_of(block)
    limit = max(0, first - MOST_COLUMNS * MOST_ROWS)
    while first > limit and blocks[first - 1].kind == "cell":
        first -= 1
    head = find_row(document, blocks[first])
    return head if len(head) == columns and head[0].row != block.row else []


def find_label_of_cell(document: Document, block: Block) -> str:
    """What a cell is labelled by: the first of two cells of its row, else the head of its column; or nothing."""
    cells = find_row(document, block)
    if len(cells) == 2 and cells[1].start == block.start:
        label = document.words_of(cells[0])
    else:
        head = find_header(document, block, len(cells)) if cells else []
        label = document.words_of(head[[c.start for c in cells].index(block.start)]) if head else ""
    label = label.strip(" :")
    return label if len(label) <= _LONGEST_LABEL and not _DIGIT.search(label) else ""
