r"""A document as text with places: what every format becomes before anything is read out of it.

`Document.text` is NFC, its no-break spaces are plain spaces, runs of spaces are one, and every block stands on a line
of its own (`\n` between blocks, never inside one). All places that a reading gives are spans of this text.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import islice
from operator import attrgetter
from typing import Literal, NamedTuple

from extract.quick_records import quick_maker
from extract.records import OpenReading, Place

BlockKind = Literal["title", "lead", "heading", "paragraph", "item", "cell", "field", "caption", "furniture"]

_START, _END = attrgetter("start"), attrgetter("end")
_make_place = quick_maker(Place)


# Blocks, links and words are tuples because a document has thousands of them: they cost a fifth to make.
class Block(NamedTuple):
    """One line of the text: a title, paragraph, list item, table cell, labelled field, or page furniture.

    A `field` block's span covers the value only; `label` holds its label without the colon. `furniture` (menus,
    breadcrumbs, running headers, footers, `Favoris +`) is kept so that spans stay whole, and never read.
    `row` numbers the table row or record (one listing entry, one table line) that a block belongs to, else None;
    `column` counts the cells of a table row from 0: the lines of one cell share both.
    `group` numbers the paragraph of a text that a line stands in, between two empty lines; None in other formats.
    """

    kind: BlockKind
    start: int
    end: int
    label: str | None = None
    level: int = 0
    row: int | None = None
    page: int | None = None
    column: int | None = None
    group: int | None = None


class Link(NamedTuple):
    """A link in the text. `url` is canonical, `raw_url` as it stood; `start`, `end` span the link's words."""

    url: str
    raw_url: str
    text: str
    start: int
    end: int


class Word(NamedTuple):
    """A word of a PDF page with its box in points from the top left; `start`, `end` span it in the text."""

    start: int
    end: int
    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day or moment that the page states of itself (publication, modification), with its span."""

    value: dt.datetime
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Document:
    """Text with places, and what the format itself tells (title, node id, stamps). No meaning is read here.

    `form` tells where it came from. `words` is empty but for PDF. `page_count` is None but for PDF.
    `open` names what the reader of the format could not read (a scan without text, an encrypted file).
    `markup_dates` are machine-readable moments found in markup (`content=` of a date field) with the span of
    the words they belong to: (start, end, ISO text). `title_rule` says where the title was found: `slug` (words of
    the address) is the weakest.
    """

    form: Literal["html", "print", "pdf", "text"]
    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    title: str = ""
    lead: str | None = None
    canonical_url: str | None = None
    node_id: int | None = None
    published: Stamp | None = None
    modified: Stamp | None = None
    words: tuple[Word, ...] = ()
    page_count: int | None = None
    markup_dates: tuple[tuple[int, int, str], ...] = ()
    open: tuple[OpenReading, ...] = ()
    title_rule: str = ""
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """Where each block begins: blocks are looked up by position hundreds of times for a page."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(map(_START, self.blocks)))

    def place(self, start: int, end: int) -> Place:
        """The place of a span: for a PDF with the page and the box around its words on the first page it touches."""
        if not self.words:
            return _make_place(start, end)
        first = bisect_right(self.words, start, key=_END)
        touched: list[Word] = []
        for word in self.words[first:]:
            if word.start >= end:
                break
            if not touched or word.page == touched[0].page:
                touched.append(word)
        if not touched:
            return Place(start, end)
        boxes = [word.box for word in touched]
        box = (
            min(b[0] for b in boxes),
            min(b[1] for b in boxes),
            max(b[2] for b in boxes),
            max(b[3] for b in boxes),
        )
        return Place(start, end, touched[0].page, box)

    def links_between(self, start: int, end: int) -> tuple[Link, ...]:
        """The links that begin between two positions; `links` stand in the order of the text."""
        first = bisect_left(self.links, start, key=_START)
        return self.links[first : bisect_left(self.links, end, lo=first, key=_START)]

    def blocks_between(self, start: int, end: int) -> tuple[Block, ...]:
        """The blocks that begin between two positions, the first one included."""
        first = bisect_left(self._starts, start)
        return self.blocks[first : bisect_left(self._starts, end, lo=first)]

    def block_at(self, position: int) -> Block | None:
        """The block that holds this character position, or None between blocks; a field's label is part of it."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0:
            block = self.blocks[index]
            if position < block.end or position == block.start:
                return block
        following = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        if following is not None and following.kind == "field" and "\n" not in self.text[position : following.start]:
            return following
        return None

    def heading_over(self, position: int) -> Block | None:
        """The last heading that begins at a position or before it, or None."""
        before = self.blocks[: bisect_right(self._starts, position)]
        return next((block for block in reversed(before) if block.kind == "heading"), None)

    def index_of(self, block: Block) -> int:
        """The number of a block of this document."""
        return bisect_left(self._starts, block.start)

    def first_lines(self, count: int) -> list[Block]:
        """The first blocks of the page's own text, `count` at most: menus and other furniture stand before them."""
        return list(islice((block for block in self.blocks if block.kind != "furniture"), count))

    def words_of(self, block: Block) -> str:
        """The text of a block."""
        return self.text[block.start : block.end]
