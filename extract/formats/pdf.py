"""PDF brochures: opened page by page, read by geometry, closed at once; what cannot be read is named."""

from __future__ import annotations

import re
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium_c

from extract.addresses import canonical_address, node_id_of
from extract.document import Document
from extract.formats.assemble import Head, build_document
from extract.formats.fields import find_fields, set_lead
from extract.formats.labels import is_known_label, next_line_only
from extract.formats.letters import read_letter
from extract.formats.limits import Limits
from extract.formats.lines import Box, Line, tidy_text
from extract.formats.pdf_lines import Paragraph, VisualLine, join_over_breaks
from extract.formats.pdf_page import PageText, read_page, words_of_page
from extract.formats.pdf_running import Running, edge_lines, running_keys, usual_size
from extract.formats.pdf_tables import TableReader, is_ruled
from extract.formats.pdf_text import build_line, build_vocabulary
from extract.formats.print_export import is_only_a_date, read_print_marks, title_from_address
from extract.records import OpenReading

_SAMPLE = 8
_HEADING = 1.15
_TITLE = 1.25
_LONGEST_HEADING = 200
_NO_TITLE = re.compile(
    r"microsoft (?:word|powerpoint|publisher)|présentation powerpoint|diapositive|sans titre|untitled|document\s?\d*$"
    r"|\.(?:docx?|pptx?|pub|indd|odt|pdf|ai|qxd|xlsx?)\b",
    re.IGNORECASE,
)


def read_pdf(content: bytes, url: str | None, limits: Limits) -> Document:
    """Read a PDF. Encrypted, damaged and scanned documents give no blocks but a reason in `open`."""
    head = Head("pdf", base=url, canonical_url=canonical_address(url) if url else None)
    if head.canonical_url:
        head.node_id = node_id_of(head.canonical_url)
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return _unopened(head)
    tables = TableReader(content)
    try:
        return _read(document, tables, head, limits)
    finally:
        tables.close()
        document.close()


def _unopened(head: Head) -> Document:
    """A document that pdfium does not open: encrypted, protected in another way, or damaged."""
    error = pdfium_c.FPDF_GetLastError()
    if error == pdfium_c.FPDF_ERR_PASSWORD:
        reason, rule = "encrypted: a password is needed", "pdf encrypted"
    elif error == pdfium_c.FPDF_ERR_SECURITY:
        reason, rule = "encrypted in a way that is not known", "pdf encrypted"
    else:
        reason, rule = "damaged: no PDF that can be opened", "pdf damaged"
    head.open.append(OpenReading("", reason, rule=rule))
    return build_document([], head, Limits())


def _read(document: Any, tables: TableReader, head: Head, limits: Limits) -> Document:
    """Read the pages of an open document, up to the limits."""
    head.page_count = len(document)
    if not head.page_count:
        head.open.append(OpenReading("", "damaged: a PDF without pages", rule="pdf damaged"))
        return build_document([], head, limits)
    running = _running(document)
    links: dict[int, list[tuple[Box, str]]] = {}
    paragraphs = _paragraphs(document, tables, running, head, limits, links)
    paragraphs = join_over_breaks(paragraphs)
    sizes = [paragraph.size for paragraph in paragraphs]
    lines = _lines(paragraphs)
    for line in lines:
        _set_links(line, links)
    _set_headings(lines, sizes, head, _metadata_title(document))
    lines, printed = read_print_marks(lines)
    if printed:
        head.form = "print"
        head.canonical_url = canonical_address(printed.source or "", head.base) or head.canonical_url
        head.node_id = printed.node_id or head.node_id
    if not head.title:
        head.title = title_from_address(head.canonical_url)
        head.title_rule = "slug" if head.title else ""
    read_letter(lines)
    lines = find_fields(lines, next_line_only)
    set_lead(lines)
    return build_document(lines, head, limits)


def _running(document: Any) -> Running:
    """The running lines, from a sample of the first pages."""
    margins: list[list[VisualLine]] = []
    sizes: list[float] = []
    for number in range(min(len(document), _SAMPLE)):
        page = _open_page(document, number)
        if page is None:
            continue
        try:
            words, frame = words_of_page(page)
        except (pypdfium2.PdfiumError, ValueError, OverflowError):
            continue
        finally:
            page.close()
        margins.append(edge_lines(words, frame.height))
        if words:
            sizes.append(usual_size(words))
    usual = sorted(sizes)[len(sizes) // 2] if sizes else 10.0
    return Running(running_keys(margins, usual), usual)


def _open_page(document: Any, number: int) -> Any:
    """A page, or None if it is damaged."""
    try:
        return document[number]
    except pypdfium2.PdfiumError:
        return None


def _paragraphs(
    document: Any,
    tables: TableReader,
    running: Running,
    head: Head,
    limits: Limits,
    links: dict[int, list[tuple[Box, str]]],
) -> list[Paragraph]:
    """The paragraphs of all pages within the limits; what is left out is named in `head.open`."""
    paragraphs: list[Paragraph] = []
    reasons: dict[str, list[int]] = {}
    size = row = table_pages = 0
    for number in range(1, len(document) + 1):
        if number > limits.max_pages or size > limits.max_characters:
            reason = f"page limit reached: pages {number} to {len(document)} are not read"
            head.open.append(OpenReading("", reason, rule="page limit"))
            break
        page = _open_page(document, number - 1)
        if page is None:
            reasons.setdefault("damaged page", []).append(number)
            continue
        try:
            reader = tables if table_pages < limits.max_table_pages else None
            text = read_page(document, page, number, running, reader, row)
            if reader is None and is_ruled(page):
                reasons.setdefault("table limit reached: rules are not looked at", []).append(number)
        except (pypdfium2.PdfiumError, ValueError, OverflowError) as error:
            text = PageText(reason=f"damaged page ({type(error).__name__})")
        finally:
            page.close()
        table_pages += text.tables > 0
        row = max([row, *(p.row for p in text.paragraphs if p.row is not None)])
        for reason in (text.reason, "table rules that could not be read" if text.table_failed else ""):
            if reason:
                reasons.setdefault(reason, []).append(number)
        links[number] = text.links
        size += sum(len(word.text) for p in text.paragraphs for line in p.lines for word in line.words)
        paragraphs += text.paragraphs
    head.open += [_open_pages(reason, numbers) for reason, numbers in reasons.items()]
    return paragraphs


def _open_pages(reason: str, numbers: list[int]) -> OpenReading:
    """One open reading for all pages of one reason."""
    pages = ", ".join(str(number) for number in numbers[:20]) + (" …" if len(numbers) > 20 else "")
    return OpenReading("", f"{reason} (page{'s' if len(numbers) > 1 else ''} {pages})", rule=f"pdf {reason}")


def _lines(paragraphs: list[Paragraph]) -> list[Line]:
    """Write all paragraphs as lines; hyphenation is judged by the words of the whole document."""
    vocabulary = build_vocabulary(paragraphs)
    boxes: dict[Box, Box] = {}
    lines = []
    for paragraph in paragraphs:
        lines.append(build_line(paragraph, vocabulary, boxes))
        paragraph.lines.clear()  # the words stand in the line now; a long document is not held twice
    return lines


def _set_links(line: Line, links: dict[int, list[tuple[Box, str]]]) -> None:
    """Give words that lie under a link annotation its address."""
    for page in sorted({page for _, _, page, _ in line.words}):
        for box, address in links.get(page, ()):
            under = [(s, e) for s, e, on, word in line.words if on == page and _covers(box, word)]
            if under:
                line.links.append((under[0][0], under[-1][1], address))


def _covers(box: Box, word: Box) -> bool:
    """Whether the middle of a word lies in a box."""
    return box[0] <= (word[0] + word[2]) / 2 <= box[2] and box[1] <= (word[1] + word[3]) / 2 <= box[3]


def _set_headings(lines: list[Line], sizes: list[float], head: Head, metadata: str) -> None:
    """Name headings by the size of their type, and the title: the largest of the first page."""
    body = _usual_size(lines, sizes)
    large = [
        k
        for k, line in enumerate(lines)
        if line.kind == "paragraph" and sizes[k] >= _HEADING * body and 2 < len(line.text) <= _LONGEST_HEADING
    ]
    ranks = sorted({round(sizes[k]) for k in large}, reverse=True)
    for k in large:
        lines[k].kind, lines[k].level = "heading", min(6, ranks.index(round(sizes[k])) + 1)
    first = [k for k in large if lines[k].page == 1 and sizes[k] >= _TITLE * body and _can_be_title(lines[k].text)]
    first = [k for k in first if len(re.findall(r"[^\W\d_]{2,}", lines[k].text)) >= 2] or first
    if first:
        best = max(first, key=lambda k: (round(sizes[k]), -k))
        lines[best].kind, head.title, head.title_rule = "title", lines[best].text, "largest type"
    elif metadata and not _NO_TITLE.search(metadata) and " " in metadata:
        head.title, head.title_rule = metadata, "metadata"


def _can_be_title(text: str) -> bool:
    """Whether large type can be the title: it is no day, and no label."""
    return not is_only_a_date(text) and not is_known_label(text, bare=True)


def _usual_size(lines: list[Line], sizes: list[float]) -> float:
    """The type size of most of the text."""
    counts: dict[float, int] = {}
    for line, size in zip(lines, sizes, strict=True):
        if line.kind != "furniture":
            key = round(size * 2) / 2
            counts[key] = counts.get(key, 0) + len(line.text)
    return max(counts.items(), key=lambda item: item[1])[0] if counts else 10.0


def _metadata_title(document: Any) -> str:
    """The title that the file states of itself."""
    try:
        return tidy_text(document.get_metadata_value("Title"))
    except (pypdfium2.PdfiumError, UnicodeError, ValueError):
        return ""
