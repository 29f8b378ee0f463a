"""Tables with rules: the boxes of their cells, by pdfplumber, on the few pages that pdfium shows to be ruled."""

from __future__ import annotations

import io
import logging
from typing import Any, NamedTuple

import pdfplumber
import pypdfium2.raw as pdfium_c

from extract.formats.lines import Box
from extract.formats.pdf_words import Frame

# pdfminer warns of every oddity of a file; what matters of them is told in `Document.open`.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

_MOST_PATHS = 4000
_THIN = 3.0
_LEAST_RULES = 4
_LEAST_BOX = (70.0, 24.0)  # points across and down: a box of several lines
_WIDEST_BOX = 0.65  # of the page: a wider one frames no part of a row
_MOST_BOXES = 24


class RuledTable(NamedTuple):
    """A table: its box, and the boxes of the cells of each row (None where a cell is missing)."""

    box: Box
    rows: list[list[Box | None]]


def is_ruled(page: Any) -> bool:
    """Whether a page has enough rules or boxes to hold a table. Pages of drawings are not looked through."""
    across = down = boxes = segments = 0
    for seen, item in enumerate(page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_PATH,), max_depth=3)):
        if seen > _MOST_PATHS:
            return False
        left, bottom, right, top = item.get_bounds()
        width, height = right - left, top - bottom
        across += height <= _THIN and width > 30
        down += width <= _THIN and height > 8
        if width > 20 and height > 8:
            boxes += 1
            segments += pdfium_c.FPDFPath_CountSegments(item.raw)
    return (across >= 3 and down >= 2) or boxes >= _LEAST_RULES or (boxes >= 1 and across + down + segments // 4 >= 2)


def find_boxes(page: Any, frame: Frame) -> list[Box]:
    """The frames drawn on a page that stand apart from one another: what one holds belongs together."""
    found: list[Box] = []
    for seen, item in enumerate(page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_PATH,), max_depth=3)):
        if seen > _MOST_PATHS:
            return []
        left, bottom, right, top = item.get_bounds()
        if right - left < _LEAST_BOX[0] or top - bottom < _LEAST_BOX[1] or right - left > _WIDEST_BOX * frame.width:
            continue
        box = frame.box(left, bottom, right, top)
        if box not in found:
            found.append(box)
        if len(found) > _MOST_BOXES:
            return []
    return [box for box in found if not any(_touch(box, other) for other in found if other is not box)]


def _touch(one: Box, other: Box) -> bool:
    """Whether two boxes overlap, or stand as near to one another as the cells of a table."""
    apart = max(other[0] - one[2], one[0] - other[2]), max(other[1] - one[3], one[1] - other[3])
    return max(apart) < _THIN


class TableReader:
    """Opens a document with pdfplumber when the first ruled page comes. `close` it always."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._pdf: Any = None

    def find_tables(self, number: int) -> list[RuledTable]:
        """The tables of a page (counted from 0). Raises whatever pdfminer raises on hostile bytes."""
        if self._pdf is None:
            self._pdf = pdfplumber.open(io.BytesIO(self._content))
        page = self._pdf.pages[number]
        try:
            x, y = page.bbox[0], page.bbox[1]
            found = []
            for table in page.find_tables():
                rows = [[_moved(cell, x, y) if cell else None for cell in row.cells] for row in table.rows]
                box = _moved(table.bbox, x, y)
                if box is not None and len(rows) >= 2 and max(len(row) for row in rows) >= 2:
                    found.append(RuledTable(box, rows))
            return found
        finally:
            page.close()

    def close(self) -> None:
        """Let go of the document. Its own `close` walks through all pages again, damaged ones too: not called."""
        self._pdf = None


def _moved(box: Any, x: float, y: float) -> Box:
    """A box of pdfplumber in points from the top left of the page as shown."""
    return (float(box[0]) - x, float(box[1]) - y, float(box[2]) - x, float(box[3]) - y)
