"""Entries of a listing: equal elements one after another, each with a title of its own. A date of one is its own."""

from __future__ import annotations

from typing import NamedTuple

from extract.formats.furniture import is_furniture_text
from extract.formats.html_page import Node, Page
from extract.formats.lines import Line

_ENTRY_TAGS = frozenset(("div", "article", "li", "section", "tr", "dd", "p", "td", "blockquote"))
_SHORTEST_TITLE = 12
_TITLE_SHARE = 0.7
_FILES = (".pdf", ".doc", ".docx", ".odt", ".ppt", ".pptx", ".xls", ".xlsx", ".zip", ".odp", ".ods", ".rtf")
_NOWHERE = ("#", "mailto:", "tel:", "javascript:")
_AMONG = 0.6
_LONGEST_ENTRY = 1500


class Listing(NamedTuple):
    """A listing: the element, its entries, and whether the entries' titles are links to other pages (teasers)."""

    node: int
    entries: tuple[int, ...]
    teasers: bool


def find_listings(page: Page, children: list[list[int]], title: int | None) -> list[Listing]:
    """Find the outermost listings of a page; the title of the page stands in none of its entries."""
    found: list[Listing] = []
    end = -1
    for number in range(len(page.nodes)):
        if page.nodes[number].end <= end and page.nodes[number].first < end:
            continue
        listing = _listing(page, number, children[number], title) if len(children[number]) > 1 else None
        listing = listing or _single_teaser(page, number, title)
        if listing:
            found.append(listing)
            end = page.nodes[number].end
    return found


def set_rows(page: Page, listings: list[Listing]) -> None:
    """Number the entries: each line of an entry gets its row, unless it stands in a table row already."""
    for listing in listings:
        for entry in listing.entries:
            page.rows += 1
            node = page.nodes[entry]
            page.unshare(node.first, node.end)
            for line in page.lines[node.first : node.end]:
                if line.row is None:
                    line.row = page.rows


def _listing(page: Page, number: int, children: list[int], title: int | None) -> Listing | None:
    """The listing that an element with several children is, or None."""
    filled = [child for child in children if page.nodes[child].end > page.nodes[child].first]
    by_tag: dict[str, list[int]] = {}
    for child in filled:
        by_tag.setdefault(page.nodes[child].tag, []).append(child)
    tag, entries = max(by_tag.items(), key=lambda item: len(item[1]), default=("", []))
    if len(entries) < 2 or tag not in _ENTRY_TAGS:
        return None
    if title is not None and any(page.nodes[child].first <= title < page.nodes[child].end for child in entries):
        return None
    titled = [child for child in entries if _is_entry(page, page.nodes[child])]
    if len(titled) < 2 or len(titled) < _AMONG * len(filled):
        return None
    linked = sum(_has_linked_title(page, page.nodes[child]) for child in titled)
    teasers = linked >= _AMONG * len(titled)
    return Listing(number, tuple(titled), teasers) if teasers or _are_alike(page, titled) else None


def _single_teaser(page: Page, number: int, title: int | None) -> Listing | None:
    """A listing of one entry: an element that begins with the title of another page and ends with a button to it."""
    node = page.nodes[number]
    if node.end - node.first < 2 or not page.lines[node.first].links or not page.lines[node.end - 1].links:
        return None
    first, last = page.lines[node.first], page.lines[node.end - 1]
    holds_title = title is not None and node.first <= title < node.end
    if holds_title or not is_linked_title(first) or not is_furniture_text(last.text):
        return None
    return (
        Listing(number, (number,), True) if {raw for *_, raw in first.links} & {raw for *_, raw in last.links} else None
    )


def _are_alike(page: Page, entries: list[int]) -> bool:
    """Whether entries without linked titles are records of one make: the same non-empty class, each with a number.

    Sections of one article are no records: a day in one may belong to an hour in another.
    """
    classes = {page.nodes[entry].attributes.get("class") for entry in entries}
    return (
        len(classes) == 1
        and None not in classes
        and all(
            any(c.isdigit() for line in page.lines[page.nodes[e].first : page.nodes[e].end] for c in line.text)
            for e in entries
        )
    )


def _is_entry(page: Page, node: Node) -> bool:
    """Whether an element is an entry: not long, a title among its first lines, more than the title, and no field."""
    lines = page.lines[node.first : node.end]
    if len(lines) < 2 or lines[0].marked or sum(len(line.text) for line in lines) > _LONGEST_ENTRY:
        return False
    return any(line.kind == "heading" or is_linked_title(line) for line in lines[:3])


def _has_linked_title(page: Page, node: Node) -> bool:
    """Whether one of the first lines of an entry is a title that leads to another page."""
    return any(is_linked_title(line) for line in page.lines[node.first : node.end][:3])


def is_linked_title(line: Line) -> bool:
    """Whether a line is the title of another page: nearly all of it one link, long enough, to no file."""
    for start, end, raw in line.links:
        if raw.startswith(_NOWHERE) or raw.lower().split("?")[0].endswith(_FILES):
            continue
        size = end - start
        if size >= _TITLE_SHARE * len(line.text) and (size >= _SHORTEST_TITLE or line.kind == "heading"):
            return True
    return False
