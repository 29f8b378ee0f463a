"""Tables that only lay out a page are no tables: their cells are read as what they hold."""

from __future__ import annotations

import re
from typing import Final

from extract.formats.html_page import Page

_LONGEST_CELL = 400
_CELLS = ("td", "th")
_DAY: Final = re.compile(
    r"(?<!\d)(?:\d{1,2}|1er) (?:janv|f[ée]v|mars|avr|mai|jui|ao[ûu]t|sept|oct|nov|d[ée]c)|"
    r"(?<![\d/])\d{1,2}/\d{1,2}(?![\d])",
    re.IGNORECASE,
)
_LINES_OF_CARD = 2


def unlay_tables(page: Page) -> None:
    """Make the cells of layout tables paragraphs, without a row; data tables inside them stay."""
    tables = [number for number, node in enumerate(page.nodes) if node.tag == "table" and node.end > node.first]
    if not tables:
        return
    own = _rows_and_cells(page)
    for number in tables:
        rows, cells = own.get(number, (set(), []))
        if not _is_layout(page, number, rows, cells):
            continue
        for line in page.lines[page.nodes[number].first : page.nodes[number].end]:
            if line.row in rows:
                line.row = line.column = None
                line.kind = "paragraph" if line.kind == "cell" else line.kind


def _rows_and_cells(page: Page) -> dict[int, tuple[set[int | None], list[int]]]:
    """The row numbers and the cells that belong to each table itself, not to one inside it."""
    table_of = [-1] * len(page.nodes)
    own: dict[int, tuple[set[int | None], list[int]]] = {}
    for number, node in enumerate(page.nodes):
        table_of[number] = number if node.tag == "table" else (table_of[node.parent] if node.parent >= 0 else -1)
        rows, cells = own.setdefault(table_of[number], (set(), []))
        if node.tag == "tr":
            rows.add(node.row)
        elif node.tag in _CELLS and node.end > node.first:
            cells.append(number)
    return own


def _is_layout(page: Page, number: int, rows: set[int | None], cells: list[int]) -> bool:
    """Whether a table lays out: by role, one cell a row, cards, a cell with a title, a table or long text in it."""
    node = page.nodes[number]
    if node.attributes.get("role") in ("presentation", "none"):
        return True
    if len(cells) <= max(1, len(rows)):
        return True
    if _are_cards(page, cells):
        return True
    for cell in cells:
        first, end = page.nodes[cell].first, page.nodes[cell].end
        inside = page.lines[first:end]
        if any(line.kind == "heading" and line.level <= 2 for line in inside):
            return True
        if sum(len(line.text) for line in inside) > _LONGEST_CELL and len(inside) > 2:
            return True
    return any(other.tag == "table" and other.parent in cells for other in page.nodes)


def _are_cards(page: Page, cells: list[int]) -> bool:
    """Whether each cell tells a day of its own on several lines: sittings set side by side."""
    held = [page.lines[page.nodes[cell].first : page.nodes[cell].end] for cell in cells]
    return all(len(lines) >= _LINES_OF_CARD and any(_DAY.search(line.text) for line in lines) for lines in held)
