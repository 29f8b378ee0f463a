"""From a tree to lines: what stands on a line of its own, and in which block elements it stands.

No element is judged here by a theme's class names: tags and roles tell blocks, headings, items and cells.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from lxml import etree

from extract.document import BlockKind
from extract.formats.html_inline import (
    is_hidden,
    is_label_class,
    moment_of,
    open_moment,
    words_of_picture,
    write_raised,
)
from extract.formats.html_page import Node, Page
from extract.formats.labels import is_known_label
from extract.formats.lines import LineWriter

_SKIPPED_TAGS = """
script style noscript template svg canvas video audio select option textarea input head iframe object embed map
datalist math progress meter param source track meta link title base
"""
_BLOCK_TAGS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre search section summary table tbody
td tfoot th thead tr ul frameset noframes button
"""
_SKIPPED: Final = frozenset(_SKIPPED_TAGS.split())
_BLOCKS: Final = frozenset(_BLOCK_TAGS.split())
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_KINDS: Final[dict[str, BlockKind]] = {
    "li": "item",
    "td": "cell",
    "th": "cell",
    "figcaption": "caption",
    "caption": "caption",
}
_BOLD: Final = frozenset(("strong", "b", "em", "label", "span", "small", "font", "i", "u"))
_LONGEST_BOLD = 160
_LONGEST_LABEL = 45


class _Inline(NamedTuple):
    """An open inline element: what it opened, and what was written before it."""

    is_link: bool
    spans: int
    written: int
    length: int


class _Walker:
    """One pass over the tree. State: the writer of the line, the open blocks, and the open inline elements."""

    def __init__(self) -> None:
        self.page = Page()
        self.writer = LineWriter()
        self.stack: list[int] = []
        self.inline: list[_Inline] = []
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
        node.hidden = (above.hidden if above else False) or is_hidden(element)
        node.label = tag == "dt" or (above.label if above else False) or is_label_class(element)
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

    def open_inline(self, element: etree._Element, tag: str) -> None:
        """Begin an inline element: a break, a link, a moment of markup, or bold words."""
        if tag in ("br", "hr"):
            self.flush()
        elif tag == "label":
            self.is_blank = True
        spans = 0
        href = element.get("href") if tag == "a" else None
        if href is not None:
            self.writer.open(True, href.strip())
            spans += 1
        if element.attrib:
            spans += open_moment(self.writer, element)
        self.inline.append(_Inline(href is not None, spans, self.writer.written, self.writer.length))

    def close_inline(self, element: etree._Element, tag: str) -> None:
        """End an inline element. A link without words gets those of its picture, its title or its file name."""
        opened = self.inline.pop()
        writer = self.writer
        if opened.is_link and writer.written == opened.written:
            writer.write(words_of_picture(element))
        for _ in range(opened.spans):
            writer.close()
        if opened.length or tag not in _BOLD or not 0 < writer.length <= _LONGEST_BOLD:
            return
        if tag in ("strong", "b"):
            writer.bold = writer.length
        elif writer.length <= _LONGEST_LABEL and is_known_label(writer.words().rstrip(" :?"), bare=True):
            writer.bold = writer.length
            writer.space()

    def start(self, element: etree._Element, tag: str) -> bool:
        """Begin an element; tell whether what is inside it is read."""
        if tag in _SKIPPED:
            return False
        if tag == "sup":
            write_raised(self.writer, "".join(str(part) for part in element.itertext()))
            return False
        if tag in _BLOCKS or "-" in tag:
            self.open_block(element, tag)
            if element.attrib:
                open_moment(self.writer, element)
        else:
            self.open_inline(element, tag)
            if element.attrib and is_hidden(element):
                return False
        self.write(element.text)
        return True

    def end(self, element: etree._Element, tag: str) -> None:
        """End an element, and write what follows it."""
        if tag in _BLOCKS or "-" in tag:
            if element.attrib and moment_of(element):
                self.writer.close()
            self.close_block()
        elif tag not in _SKIPPED and tag != "sup":
            self.close_inline(element, tag)
        self.write(element.tail)


def walk(root: etree._Element) -> Page:
    """Cut a page into lines in the order of the markup."""
    walker = _Walker()
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if event == "end":
            walker.end(element, tag)
        elif not walker.start(element, tag):
            events.skip_subtree()
    walker.flush()
    return walker.page
