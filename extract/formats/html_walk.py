"""From a tree to lines: what stands on a line of its own, and in which block elements it stands.

No element is judged here by a theme's class names: tags and roles tell blocks, headings, items and cells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from extract.document import BlockKind
from extract.formats.labels import is_known_label
from extract.formats.lines import Line, LineWriter

_SKIPPED: Final = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "canvas",
        "video",
        "audio",
        "select",
        "option",
        "textarea",
        "input",
        "head",
        "iframe",
        "object",
        "embed",
        "map",
        "datalist",
        "math",
        "progress",
        "meter",
        "param",
        "source",
        "track",
        "meta",
        "link",
        "title",
        "base",
    ]
)
_BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "frameset",
        "noframes",
        "button",
    ]
)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_KINDS: Final[dict[str, BlockKind]] = {
    "li": "item",
    "td": "cell",
    "th": "cell",
    "figcaption": "caption",
    "caption": "caption",
}
_BOLD: Final = frozenset(("strong", "b", "em", "label", "span", "small", "font", "i", "u"))
_ISO = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_ORDINAL = re.compile(r"(?:er|ers|ere|ère|re|nd|nde|e|è|ème|eme|ième|ieme|es|o|os|mes?|lle)", re.IGNORECASE)
_UNIT_BEFORE = re.compile(r"(?:^|[^\w])(?:[kcdm]?m|\d{1,2} ?h)$", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Drupal core's and Views' own names for the label of a field, not a theme's.
_LABEL_CLASS = re.compile(r"(?:^|\s)(?:field-label|field__label|views-label(?:-[\w-]+)?)(?:\s|$)")
_FILE_LINK = re.compile(r"\.(?:pdf|docx?|odt|pptx?|odp|xlsx?|ods|rtf|zip)(?:$|[?#])", re.IGNORECASE)


@dataclass(slots=True)
class Node:
    """A block element: its lines are `first` to `end` (exclusive). `parent` is a number of the same list."""

    tag: str
    parent: int
    kind: BlockKind
    level: int
    element: etree._Element
    first: int
    end: int = 0
    row: int | None = None
    hidden: bool = False
    label: bool = False


@dataclass(slots=True)
class Page:
    """The lines of a page in order, and the block elements that hold them, parents before children."""

    lines: list[Line] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    rows: int = 0

    def replace(self, parts: list[list[Line]]) -> None:
        """Put for each line the lines given for it (none, one or several); the places of elements move along."""
        moved = [0]
        for part in parts:
            moved.append(moved[-1] + len(part))
        for node in self.nodes:
            node.first, node.end = moved[node.first], moved[node.end]
        self.lines = [line for part in parts for line in part]

    def children(self) -> list[list[int]]:
        """The numbers of the block elements directly inside each block element."""
        inside: list[list[int]] = [[] for _ in self.nodes]
        for number, node in enumerate(self.nodes):
            if node.parent >= 0:
                inside[node.parent].append(number)
        return inside


class _Walker:
    """One pass over the tree. State: the writer of the line, the open blocks, and the open inline elements."""

    def __init__(self) -> None:
        self.page = Page()
        self.writer = LineWriter()
        self.stack: list[int] = []
        self.is_blank = False  # the line holds the label of a form control

    def flush(self) -> None:
        """End the line."""
        line = self.writer.flush()
        is_blank, self.is_blank = self.is_blank, False
        if line is None or not self.stack:
            return
        home = self.stack[-1]
        node = self.page.nodes[home]
        line.kind, line.level, line.row, line.home = node.kind, node.level, node.row, home
        line.marked = node.label
        if node.hidden or is_blank:
            line.kind = "furniture"
        self.page.lines.append(line)

    def open_block(self, element: etree._Element, tag: str) -> None:
        """Begin a block element: a new line."""
        self.flush()
        nodes = self.page.nodes
        parent = self.stack[-1] if self.stack else -1
        above = nodes[parent] if parent >= 0 else None
        node = Node(tag, parent, "paragraph", 0, element, len(self.page.lines))
        if tag in _HEADINGS:
            node.kind, node.level = "heading", _HEADINGS[tag]
        else:
            node.kind = _KINDS.get(tag) or (above.kind if above else "paragraph")
            node.level = above.level if above and tag not in _KINDS else 0
        if tag == "tr":
            self.page.rows += 1
            node.row = self.page.rows
        elif above:
            node.row = above.row
        node.hidden = (above.hidden if above else False) or _is_hidden(element)
        node.label = tag == "dt" or (above.label if above else False) or _is_label_class(element)
        nodes.append(node)
        self.stack.append(len(nodes) - 1)

    def close_block(self) -> None:
        """End a block element: its last line too."""
        self.flush()
        self.page.nodes[self.stack.pop()].end = len(self.page.lines)

    def write(self, text: str | None) -> None:
        """Write running text; inside `pre` each line stands on its own."""
        if not text:
            return
        if "\n" in text and self.stack and self.page.nodes[self.stack[-1]].tag == "pre":
            first, *others = text.split("\n")
            self.writer.write(first)
            for other in others:
                self.flush()
                self.writer.write(other)
            return
        self.writer.write(text)


def walk(root: etree._Element) -> Page:
    """Cut a page into lines in the order of the markup."""
    walker = _Walker()
    inline: list[tuple[bool, int, int, int]] = []  # is link, open spans, characters written and line length before it
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        tag = element.tag
        if not isinstance(tag, str):
            continue
        is_block = tag in _BLOCKS or "-" in tag
        if event == "start":
            if tag in _SKIPPED or tag == "sup":
                if tag == "sup":
                    _write_raised(walker.writer, "".join(element.itertext()))
                events.skip_subtree()
            elif is_block:
                walker.open_block(element, tag)
                if element.get("content") or element.get("datetime"):
                    _open_moment(walker.writer, element)
                walker.write(element.text)
            else:
                _open_inline(walker, element, tag, inline)
                if element.attrib and _is_hidden(element):
                    events.skip_subtree()
                else:
                    walker.write(element.text)
            continue
        if tag in _SKIPPED or tag == "sup":
            pass
        elif is_block:
            if (element.get("content") or element.get("datetime")) and _moment_of(element):
                walker.writer.close()
            walker.close_block()
        else:
            _close_inline(walker, element, tag, inline)
        walker.write(element.tail)
    walker.flush()
    return walker.page


def _open_inline(walker: _Walker, element: etree._Element, tag: str, inline: list[tuple[bool, int, int, int]]) -> None:
    """Begin an inline element: a break, a link, a moment of markup, or bold words."""
    writer = walker.writer
    if tag in ("br", "hr"):
        walker.flush()
    elif tag == "label":
        walker.is_blank = True
    spans = 0
    is_link = False
    if element.attrib:
        href = element.get("href") if tag == "a" else None
        if href is not None:
            writer.open(True, href.strip())
            is_link, spans = True, 1
        if _open_moment(writer, element):
            spans += 1
    inline.append((is_link, spans, writer.written, writer.length))


def _close_inline(walker: _Walker, element: etree._Element, tag: str, inline: list[tuple[bool, int, int, int]]) -> None:
    """End an inline element. A link without words gets those of its picture, its title or its file name."""
    is_link, spans, written, length = inline.pop()
    writer = walker.writer
    if is_link and writer.written == written:
        writer.write(_words_of_picture(element))
    for _ in range(spans):
        writer.close()
    if length == 0 and tag in _BOLD and 0 < writer.length <= 160:
        if tag in ("strong", "b"):
            writer.bold = writer.length
        elif writer.length <= 45 and is_known_label(writer.words().rstrip(" :?"), bare=True):
            writer.bold = writer.length
            writer.space()


def _moment_of(element: etree._Element) -> str | None:
    """The machine-readable moment that an element carries, or None."""
    value = element.get("datetime") or element.get("content")
    return value.strip() if value and _ISO.match(value.strip()) else None


def _open_moment(writer: LineWriter, element: etree._Element) -> bool:
    """Begin the span of a moment of markup, if the element carries one."""
    moment = _moment_of(element)
    if moment is None:
        return False
    writer.open(False, moment)
    return True


def _words_of_picture(element: etree._Element) -> str:
    """What a link without words says: the text for its picture, its own title, or the name of the file."""
    for inner in element.iter("img"):
        if (inner.get("alt") or "").strip():
            return str(inner.get("alt"))
    title = (element.get("title") or element.get("aria-label") or "").strip()
    href = element.get("href") or ""
    if title or not _FILE_LINK.search(href):
        return title
    return href.split("?")[0].split("#")[0].rsplit("/", 1)[-1]


def _write_raised(writer: LineWriter, text: str) -> None:
    """Write superscript: `1 er` is `1er`, `m2` stays a word, a footnote number never joins the word before it."""
    raised = text.strip()
    before = writer.words()[-8:]
    if _ORDINAL.fullmatch(raised) and before.rstrip()[-1:].isalnum():
        writer.glue(raised)
    elif raised.isdigit() and not _UNIT_BEFORE.search(before):
        writer.space()
        writer.write(raised)
    else:
        writer.write(text)


def _is_hidden(element: etree._Element) -> bool:
    """Whether markup says that nobody sees the element."""
    if not element.attrib:
        return False
    style = element.get("style")
    return (
        element.get("hidden") is not None
        or (style is not None and _HIDDEN_STYLE.search(style) is not None)
        or (element.get("aria-hidden") == "true" and element.tag in ("i", "span", "em", "b", "a"))
    )


def _is_label_class(element: etree._Element) -> bool:
    """Whether Drupal itself calls the element the label of a field."""
    name = element.get("class")
    return name is not None and "label" in name and _LABEL_CLASS.search(name) is not None
