"""One page of a PDF: its paragraphs in reading order, its tables, its links, and what could not be read of it."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium_c

from extract.formats.lines import Box
from extract.formats.pdf_lines import Paragraph, VisualLine, build_paragraphs, is_form_blank, join_large_lines
from extract.formats.pdf_order import Region, order_regions
from extract.formats.pdf_running import Running, take_out, usual_size
from extract.formats.pdf_segments import Segment, build_segments
from extract.formats.pdf_tables import RuledTable, TableReader, find_boxes, is_ruled
from extract.formats.pdf_words import Frame, PageWord, find_words, upright

_MOST_CHARACTERS = 40_000
_MOST_SEGMENTS = 1_500
_GARBLED = 0.3
_FEW_CHARACTERS = 25
_PADDING = 4.0  # of a cell, in points


@dataclass(slots=True)
class PageText:
    """What one page holds. `reason` says why it holds no text, or empty; `links` are boxes with addresses."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    links: list[tuple[Box, str]] = field(default_factory=list)
    reason: str = ""
    tables: int = 0
    table_failed: bool = False


def words_of_page(page: Any) -> tuple[list[PageWord], Frame]:
    """The words of a page and its frame."""
    frame = Frame(page)
    text_page = page.get_textpage()
    try:
        return find_words(text_page, frame, _MOST_CHARACTERS), frame
    finally:
        text_page.close()


def read_page(
    document: Any, page: Any, number: int, running: Running, tables: TableReader | None, first_row: int
) -> PageText:
    """Read a page (counted from 1). `tables` is None where tables are no longer looked for."""
    words, frame = words_of_page(page)
    found = PageText(links=_links(document, page, frame))
    found.reason = _why_unread(page, words)
    if found.reason and not words:
        return found
    words, edges = take_out(words, frame.height, running, first=number == 1)
    words, turned = upright(words)
    ruled: list[RuledTable] = []
    if words and tables is not None and is_ruled(page):
        ruled, found.table_failed = _ruled_tables(tables, number - 1, words)
    found.paragraphs = [_furniture([line], number) for line in edges]
    boxes = _text_boxes(find_boxes(page, frame), ruled, words)
    found.paragraphs += _body(words, ruled, boxes, number, frame, first_row)
    if turned:
        found.paragraphs.append(_furniture([VisualLine([word]) for word in turned], number))
    found.tables = len(ruled)
    return found


def _furniture(lines: list[VisualLine], page: int) -> Paragraph:
    """Lines that are no part of the text."""
    return Paragraph(lines, page, furniture=True)


def _ruled_tables(tables: TableReader, index: int, words: list[PageWord]) -> tuple[list[RuledTable], bool]:
    """The ruled tables of a page that hold words in several cells; whether reading them failed."""
    try:
        found = tables.find_tables(index)
    except Exception:  # pdfminer raises anything on hostile bytes; the page is read without tables and says so
        return [], True
    return [table for table in found if _filled_cells(table, words) >= 3], False


def _filled_cells(table: RuledTable, words: list[PageWord]) -> int:
    """How many cells hold words."""
    return sum(1 for row in table.rows for cell in row if cell and any(_inside(word, cell) for word in words))


def _inside(word: PageWord, box: Box) -> bool:
    """Whether the middle of a word is in a box."""
    return box[0] <= (word.x0 + word.x1) / 2 <= box[2] and box[1] <= word.middle <= box[3]


def _text_boxes(boxes: list[Box], ruled: list[RuledTable], words: list[PageWord]) -> list[Box]:
    """The frames that hold several lines, and stand in no table."""
    apart = [box for box in boxes if not any(_overlap(box, table.box) for table in ruled)]
    return [box for box in apart if len({round(word.middle) for word in words if _inside(word, box)}) > 1]


def _overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share some of the page."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _body(
    words: list[PageWord], ruled: list[RuledTable], boxes: list[Box], page: int, frame: Frame, first_row: int
) -> list[Paragraph]:
    """The paragraphs and cells of a page in reading order; what a frame holds is read together."""
    cells = [cell for table in ruled for row in table.rows for cell in row if cell]
    taken = {id(word) for word in words for box in (*cells, *boxes) if _inside(word, box)}
    segments = build_segments([word for word in words if id(word) not in taken])
    segments += [Segment(*box, table=index) for index, box in enumerate((*(table.box for table in ruled), *boxes))]
    if not segments:
        return []
    left = min(segment.x0 for segment in segments)
    right = max(*(segment.x1 for segment in segments), frame.width - left)
    if len(segments) > _MOST_SEGMENTS:
        regions = [Region(segments, left, right)]
    else:
        regions = order_regions(segments, left, right)
    size, largest = usual_size(words), max(word.size for word in words)
    edge = max((segment.x1 for segment in segments), default=right)
    paragraphs: list[Paragraph] = []
    row = first_row
    for region in regions:
        if region.rows is not None:
            row = _add_cells(paragraphs, [[(_words(cell), None) for cell in line] for line in region.rows], page, row)
            continue
        for stretch in _between_tables(region):
            number = stretch.segments[0].table
            if number is None:
                paragraphs += build_paragraphs(stretch, page, edge, size, largest)
            elif number < len(ruled):
                table = ruled[number]
                rows = [
                    [([w for w in words if cell and _inside(w, cell)], cell) for cell in line] for line in table.rows
                ]
                row = _add_cells(paragraphs, rows, page, row)
            else:
                row = _add_box(paragraphs, boxes[number - len(ruled)], words, page, row)
    paragraphs = join_large_lines(paragraphs, size)
    for paragraph in paragraphs:
        paragraph.furniture = paragraph.furniture or is_form_blank(paragraph.text())
    return paragraphs


def _add_box(paragraphs: list[Paragraph], box: Box, words: list[PageWord], page: int, row: int) -> int:
    """Add what a frame holds, in its own order; gives the number of its last row."""
    size, largest = usual_size(words), max(word.size for word in words)
    segments = build_segments([word for word in words if _inside(word, box)])
    for region in order_regions(segments, box[0], box[2] - _PADDING):
        if region.rows is not None:
            row = _add_cells(paragraphs, [[(_words(cell), None) for cell in line] for line in region.rows], page, row)
        else:
            paragraphs += build_paragraphs(region, page, box[2] - _PADDING, size, largest)
    return row


def _words(cell: list[Segment]) -> list[PageWord]:
    """The words of the segments of a cell."""
    return [word for segment in cell for word in segment.words]


def _between_tables(region: Region) -> list[Region]:
    """Cut a region at its tables, from top to bottom."""
    stretches: list[Region] = []
    for segment in sorted(region.segments, key=lambda item: item.top):
        if segment.table is not None or not stretches or stretches[-1].segments[0].table is not None:
            stretches.append(Region([segment], region.left, region.right))
        else:
            stretches[-1].segments.append(segment)
    return stretches


def _add_cells(
    paragraphs: list[Paragraph], rows: list[list[tuple[list[PageWord], Box | None]]], page: int, row: int
) -> int:
    """Add the cells of a table (words, box), each paragraph with the number of its row; gives the next number."""
    for cells in rows:
        row += 1
        for column, (words, box) in enumerate(cells):
            if not words:
                continue
            segments = [Segment(w.x0, w.top, w.x1, w.bottom, [w]) for w in words]
            right = max(*(word.x1 for word in words), box[2] - _PADDING if box else 0.0)
            region = Region(segments, min(word.x0 for word in words), right)
            for paragraph in build_paragraphs(region, page, right, usual_size(words)):
                paragraph.row, paragraph.column, paragraph.is_cell = row, column, True
                paragraphs.append(paragraph)
    return row


def _why_unread(page: Any, words: list[PageWord]) -> str:
    """Why a page has no text that can be read, or empty."""
    text = "".join(word.text for word in words)
    if len(text) >= _FEW_CHARACTERS:
        strange = sum(not c.isprintable() or c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for c in text)
        if strange > _GARBLED * len(text):
            words.clear()
            return "text layer without known characters"
        return ""
    kinds = {item.type for _, item in zip(range(500), page.get_objects(max_depth=3), strict=False)}
    if pdfium_c.FPDF_PAGEOBJ_IMAGE in kinds:
        return "scan without a text layer"
    if not text and kinds & {pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_SHADING}:
        return "drawn page without a text layer"
    return ""


def _links(document: Any, page: Any, frame: Frame) -> list[tuple[Box, str]]:
    """The link annotations of a page with a web address."""
    position = ctypes.c_int(0)
    link = pdfium_c.FPDF_LINK()
    found: list[tuple[Box, str]] = []
    while len(found) < 500 and pdfium_c.FPDFLink_Enumerate(page.raw, position, link):
        action = pdfium_c.FPDFLink_GetAction(link)
        rect = pdfium_c.FS_RECTF()
        if not action or not pdfium_c.FPDFLink_GetAnnotRect(link, rect):
            continue
        size = pdfium_c.FPDFAction_GetURIPath(document.raw, action, None, 0)
        if not 1 < size < 4000:
            continue
        buffer = ctypes.create_string_buffer(size)
        pdfium_c.FPDFAction_GetURIPath(document.raw, action, buffer, size)
        address = buffer.raw[: size - 1].decode("utf-8", "replace")
        found.append((frame.box(rect.left, rect.bottom, rect.right, rect.top), address))
    return found
