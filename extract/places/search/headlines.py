"""Lines that head a day: a town above the line which its day opens, in pages that put the place before the day.

Where lines with a town and lines with a day alternate, a town between two days belongs to either. The list tells by how
it begins: more days have a town above them than below them where the place comes first.
"""

from __future__ import annotations

import re

from extract.document import Block
from extract.places.grammar.addresses import town_of
from extract.places.grammar.context import DAY
from extract.places.page import Page

LONGEST_LINE = 120
LINES_BELOW = 3
DAY_LABEL = re.compile(r"(?:dates?|quand|jours?|horaires?)\b", re.IGNORECASE)
BEFORE_DAY = re.compile(
    r"\W*(?:(?:le|les|du|ce|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?)\s+)*\d?", re.IGNORECASE
)
BEHIND_TOWN = re.compile(r"[\s.)]*(?:\(\d\d\)\s*)?")

_LAST: list[tuple[Page, bool]] = []
_OPENING: list[tuple[Page, dict[int, bool]]] = []
"""Which lines of the last page its days open, by where they begin: each line is asked for by its neighbours."""


def heads_day(page: Page, block: Block) -> bool:
    """Check for a line with a town that the line of its day follows, on a page that puts the place first."""
    below = line_after(page, block)
    return below is not None and opens_with_day(page, below) and puts_place_first(page)


def opens_with_day(page: Page, block: Block) -> bool:
    """Check for a line that its day opens, or a field that holds it."""
    if block.kind in ("title", "cell", "furniture"):
        return False
    if not _OPENING or _OPENING[0][0] is not page:
        _OPENING[:] = [(page, {})]
    known = _OPENING[0][1]
    if block.start not in known:
        known[block.start] = _opens_with_day(page.document.words_of(block), block.label)
    return known[block.start]


def _opens_with_day(words: str, label: str | None) -> bool:
    day = DAY.search(words)
    if day is None:
        return False
    if label:
        return DAY_LABEL.match(label) is not None
    return BEFORE_DAY.fullmatch(words, 0, day.start()) is not None


def puts_place_first(page: Page) -> bool:
    """Check whether more lines of days have a town in the line above them than in the one below."""
    if not _LAST or _LAST[0][0] is not page:
        blocks = [b for b in page.document.blocks if b.kind != "furniture"]
        days = [n for n, b in enumerate(blocks) if opens_with_day(page, b)]
        above = sum(ends_with_town(page, blocks[n - 1]) for n in days if n)
        below = sum(holds_town(page, blocks[n + 1]) for n in days if n + 1 < len(blocks))
        apart = sum(has_town_below(page, blocks[n + 1 : n + 1 + LINES_BELOW]) for n in days)
        _LAST[:] = [(page, below < above >= apart)]
    return _LAST[0][1]


def has_town_below(page: Page, following: list[Block]) -> bool:
    """Check for a line that ends with a town below a day, before the next one: its house may stand between them."""
    for block in following:
        if block.kind == "heading" or opens_with_day(page, block):
            return False
        if ends_with_town(page, block):
            return True
    return False


def holds_town(page: Page, block: Block) -> bool:
    """Check for a town in a short line without a day."""
    if block.end - block.start > LONGEST_LINE or DAY.search(page.document.words_of(block)):
        return False
    return any(town_of(mention.candidates) is not None for mention in page.mentions_in(block.start, block.end))


def ends_with_town(page: Page, block: Block) -> bool:
    """Check for a short line without a day that ends with a town."""
    if block.kind in ("title", "cell", "field") or not holds_town(page, block):
        return False
    last = page.mentions_in(block.start, block.end)[-1]
    return town_of(last.candidates) is not None and bool(BEHIND_TOWN.fullmatch(page.document.text, last.end, block.end))


def line_after(page: Page, block: Block) -> Block | None:
    """The line after a line, without furniture between them."""
    index = page.document.index_of(block) + 1
    following = page.document.blocks[index : index + 1]
    return following[0] if following and following[0].kind != "furniture" else None
