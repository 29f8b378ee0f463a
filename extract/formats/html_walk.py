"""From a tree to lines: what stands on a line of its own, and in which block elements it stands.

No element is judged here by a theme's class names: tags and roles tell blocks, headings, items and cells.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, cast

from lxml import etree

from extract.document import BlockKind
from extract.formats.html_inline import (
    SPEAKING_ATTRIBUTES,
    is_hidden,
    is_label_class,
    moment_of,
    words_of_picture,
    write_raised,
)
from extract.formats.html_page import Attributes, Node, Page
from extract.formats.html_tree import parse_whole
from extract.formats.labels import is_known_label
from extract.formats.lines import LineWriter
from extract.formats.refrains import Refrain
from extract.formats.stamps import names_day, names_slot

_SKIPPED_TAGS = """
script style noscript template svg canvas video audio textarea input head iframe object embed map
datalist math progress meter param source track meta link title base
"""
_BLOCK_TAGS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre search section summary table tbody
td tfoot th thead tr ul frameset noframes button select option optgroup
"""
_SKIPPED: Final = frozenset(_SKIPPED_TAGS.split())
_BLOCKS: Final = frozenset(_BLOCK_TAGS.split())
# Blocks whose tag says something of them, with the kind and level of their lines.
_NAMING: Final[dict[str, tuple[BlockKind, int]]] = {
    **{f"h{level}": ("heading", level) for level in range(1, 7)},
    "summary": ("heading", 4),
    "li": ("item", 0),
    "td": ("cell", 0),
    "th": ("cell", 0),
    "figcaption": ("caption", 0),
    "caption": ("caption", 0),
    "tr": ("paragraph", 0),
    "dt": ("paragraph", 0),
}
_BOLD: Final = frozenset(("strong", "b", "em", "label", "span", "small", "font", "i", "u"))
_SET_APART: Final = frozenset(("span", "time", "strong", "b", "em"))
_LONGEST_BOLD = 160
_LONGEST_LABEL = 45
_MOST_DIGITS = 4
_CHOICES: Final = frozenset(("checkbox", "radio"))
_NO_ATTRIBUTES: Final[Attributes] = {}
_items = cast("Callable[[etree._Element], list[tuple[str, str]]]", etree._Element.items)


REFRAIN: Final = "data-refrain"
"""The attribute of an empty list that stands for a refrain: its number."""

_Inline = tuple[bool, int, int, int]
"""An open inline element: whether it is a link, how many spans it opened, what was written before it on the page and
on its line."""


def _read_span(words: str) -> int:
    """How many columns or rows a cell takes, as its attribute says."""
    return max(1, int(words)) if words.isascii() and words.isdigit() and len(words) < _MOST_DIGITS else 1


class _Walker:
    """One pass over the tree. State: the writer of the line, the open blocks, and the open inline elements."""

    def __init__(self, refrains: Sequence[Refrain]) -> None:
        self.page = Page()
        self.refrains = refrains
        self.writer = LineWriter()
        self.stack: list[int] = []
        self.moments: list[bool] = []  # of each open block: whether it carries a moment
        self.inline: list[_Inline] = []
        self.spanning: dict[int, dict[int, int]] = {}  # of each table: rows that the cells of a column still reach into
        self.taken: dict[int, set[int]] = {}  # of each row of a table: the columns that cells from above reach into
        self.is_blank = False  # the line holds the label of a form control
        self.is_choice = False  # the line is one of several things that a form offers

    def flush(self) -> None:
        """End the line."""
        is_blank, self.is_blank = self.is_blank, False
        is_choice, self.is_choice = self.is_choice, False
        line = self.writer.flush()
        if line is None or not self.stack:
            return
        home = self.stack[-1]
        node = self.page.nodes[home]
        if is_choice or node.tag in ("option", "select", "optgroup"):
            line.offered = names_day(line.text) or names_slot(line.text)
            is_blank = not line.offered
        line.kind = "furniture" if node.hidden or is_blank else node.kind
        line.level, line.row, line.home, line.marked = node.level, node.row, home, node.label
        line.column = node.column if node.row is not None else None
        self.page.lines.append(line)

    def open_block(self, tag: str, attributes: Attributes, *, may_speak: bool) -> None:
        """Begin a block element: a new line."""
        if self.writer.length or self.is_blank:
            self.flush()
        else:
            self.writer.drop_space()
        nodes = self.page.nodes
        if self.stack:
            parent = self.stack[-1]
            above = nodes[parent]
            first = len(self.page.lines)
            kind, level, row, hidden, label = above.kind, above.level, above.row, above.hidden, above.label
            node = Node(tag, parent, kind, level, attributes, first, 0, row, hidden, label, above.column)
        else:
            node = Node(tag, -1, "paragraph", 0, attributes, len(self.page.lines))
        if tag in _NAMING:
            self._name_block(node, tag, nodes[self.stack[-1]] if self.stack else None)
        if may_speak and not node.hidden:
            node.hidden = is_hidden(tag, attributes)
        if "class" in attributes and not node.label:
            node.label = is_label_class(attributes)
        self.stack.append(len(nodes))
        nodes.append(node)
        self.moments.append(may_speak and self.open_moment(attributes))

    def _name_block(self, node: Node, tag: str, above: Node | None) -> None:
        """Set what the tag of a block says of it; other things are as in the block around it."""
        if tag == "tr":
            self.page.rows += 1
            node.row, node.column = self.page.rows, 0
            self._take_from_above(self.page.rows)
        elif tag == "dt":
            node.label = True
        else:
            node.kind, node.level = _NAMING[tag]
        if node.kind == "cell" and tag in ("td", "th") and above is not None and above.column is not None:
            taken = self.taken.get(above.row or 0, set())
            while above.column in taken:
                above.column += 1
            node.column = above.column
            above.column += _read_span(node.attributes.get("colspan", ""))
            rows = _read_span(node.attributes.get("rowspan", "")) - 1
            if rows > 0 and (table := self._find_table()) is not None:
                self.spanning.setdefault(table, {}).update(dict.fromkeys(range(node.column, above.column), rows))

    def _take_from_above(self, row: int) -> None:
        """Note the columns of a new row that a cell of a row above reaches into."""
        table = self._find_table()
        spans = self.spanning.get(table) if table is not None else None
        if spans:
            self.taken[row] = {column for column, rows in spans.items() if rows > 0}
            for column in self.taken[row]:
                spans[column] -= 1

    def _find_table(self) -> int | None:
        """The number of the innermost table that is open."""
        return next((number for number in reversed(self.stack) if self.page.nodes[number].tag == "table"), None)

    def close_block(self) -> None:
        """End a block element: its last line too."""
        if self.moments.pop():
            self.writer.close()
        if self.writer.length or self.is_blank or self.is_choice:
            self.flush()
        else:
            self.writer.drop_space()
        self.page.nodes[self.stack.pop()].end = len(self.page.lines)

    def write(self, text: str) -> None:
        """Write running text of several lines; inside `pre` each line stands on its own."""
        if self.stack and self.page.nodes[self.stack[-1]].tag == "pre":
            first, *others = text.split("\n")
            self.writer.write(first)
            for other in others:
                self.flush()
                self.writer.write(other)
            return
        self.writer.write(text)

    def open_inline(self, tag: str, attributes: Attributes, *, may_speak: bool) -> None:
        """Begin an inline element: a break, a link, a moment of markup, or bold words."""
        if tag in ("br", "hr"):
            self.flush()
        elif tag == "label":
            self.is_blank = True
        writer = self.writer
        href = attributes.get("href") if tag == "a" else None
        if href is not None:
            writer.open(True, href.strip())
        spans = (href is not None) + (may_speak and self.open_moment(attributes))
        self.inline.append((href is not None, spans, writer.written, writer.length))

    def open_moment(self, attributes: Attributes) -> bool:
        """Begin the span of a moment of markup, if the element carries one."""
        moment = moment_of(attributes)
        if moment is None:
            return False
        self.writer.open(False, moment)
        return True

    def close_inline(self, element: etree._Element, tag: str) -> None:
        """End an inline element. A link without words gets those of its picture, its title or its file name."""
        is_link, spans, written, length = self.inline.pop()
        writer = self.writer
        if is_link and writer.written == written:
            writer.write(words_of_picture(element))
        for _ in range(spans):
            writer.close()
        if length or tag not in _BOLD or not 0 < writer.length <= _LONGEST_BOLD:
            return
        if tag in ("strong", "b"):
            writer.bold = writer.length
        elif writer.length <= _LONGEST_LABEL and is_known_label(writer.words().rstrip(" :?"), bare=True):
            writer.bold = writer.length
            writer.space()

    def start(self, element: etree._Element, tag: str) -> bool:
        """Begin an element; tell whether what is inside it is read."""
        if tag in _SKIPPED:
            self.is_choice = self.is_choice or (tag == "input" and element.get("type", "").lower() in _CHOICES)
            return False
        if tag == "sup":
            write_raised(self.writer, "".join(str(part) for part in element.itertext()))
            return False
        items = _items(element)
        attributes = dict(items) if items else _NO_ATTRIBUTES
        may_speak = bool(items) and not SPEAKING_ATTRIBUTES.isdisjoint(attributes)
        if tag in _BLOCKS or "-" in tag:
            self.open_block(tag, attributes, may_speak=may_speak)
            if self.refrains and REFRAIN in attributes:
                self.take_refrain(self.refrains[int(attributes[REFRAIN])])
        else:
            self.open_inline(tag, attributes, may_speak=may_speak)
            if may_speak and is_hidden(tag, attributes):
                return False
        if text := element.text:
            (self.write if "\n" in text else self.writer.write)(text)
        return True

    def take_refrain(self, refrain: Refrain) -> None:
        """Put in the lines of a refrain whose element was just opened."""
        number = self.stack[-1]
        node = self.page.nodes[number]
        is_plain = node.kind == "paragraph" and not node.level and node.row is None and not node.label
        if is_plain and not self.is_choice and not self.writer.has_open():
            self.page.add_refrain(number, refrain)
            self.writer.written += sum(refrain.lengths)
        elif (root := parse_whole(refrain.source)) is not None:
            # In a table cell, a link and the like its lines are others than elsewhere: it is walked.
            self.walk_inside(root[0][0])

    def walk_inside(self, element: etree._Element) -> None:
        """Walk what stands inside an element."""
        if element.text:
            self.write(element.text)
        for child in element:
            self.walk(child)

    def walk(self, root: etree._Element) -> None:
        """Walk an element and what stands inside it."""
        events = etree.iterwalk(root, events=("start", "end"))
        for event, element in events:
            tag = element.tag
            if not isinstance(tag, str):
                continue
            if event == "end":
                self.end(element, tag)
            elif not self.start(element, tag):
                events.skip_subtree()

    def end(self, element: etree._Element, tag: str) -> None:
        """End an element, and write what follows it."""
        if tag in _BLOCKS or "-" in tag:
            self.close_block()
        elif tag not in _SKIPPED and tag != "sup":
            self.close_inline(element, tag)
        if tail := element.tail:
            (self.write if "\n" in tail else self.writer.write)(tail)
        elif tag in _SET_APART and _are_glued(element):
            self.writer.write(" ")


def _are_glued(element: etree._Element) -> bool:
    """Whether only a style sheet parts an element from the next: `<b class="jour">12 mai</b><b class="lieu">Lens`.

    A word that is cut in pieces (`<b>M</b>ardi`) goes on in small letters, and pieces of a word bear no class.
    """
    after = element.getnext()
    if after is None or after.tag not in _SET_APART or not (element.get("class") and after.get("class")):
        return False
    last, first = (element.text or "")[-1:], (after.text or "")[:1]
    if len(element) or not last or not first:
        return False
    return (first.isupper() and (last.islower() or last.isdigit())) or (last.isalpha() and first.isdigit())


def walk(root: etree._Element, refrains: Sequence[Refrain] = ()) -> Page:
    """Cut a page into lines in the order of the markup; empty lists that carry a number stand for these refrains."""
    walker = _Walker(refrains)
    walker.walk(root)
    walker.flush()
    return walker.page
