"""From the source of a list to a refrain: only where none of the rules for pages finds anything in it.

A menu holds no title, label, stamp, listing, card or part of a badge. So whatever page it stands in, its lines either
stay as the walk made them or are set aside, and the elements inside it need not be known.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.formats.badges import join_badges, may_be_of_badge
from extract.formats.fields import split_buttons
from extract.formats.html_cards import set_cards
from extract.formats.html_extent import mark_labels, mark_pairs
from extract.formats.html_head import NODE_NAME
from extract.formats.html_page import Node, Page
from extract.formats.html_records import find_listings
from extract.formats.html_semantics import semantics_of
from extract.formats.html_strict import parse_list
from extract.formats.html_walk import walk
from extract.formats.html_zones import CORE_SHARE, PROSE
from extract.formats.labels import find_label
from extract.formats.lines import Line
from extract.formats.print_export import is_print_export
from extract.formats.refrains import Refrain, count_linked, make_refrain
from extract.formats.stamps import find_stamps

_FEWEST_LINES: Final = 8
"""More than the rules for pages look at together (cards, badges, short pairs)."""
_FEWEST_ENTRIES: Final = 3
_KINDS: Final = frozenset(("item", "paragraph", "furniture"))


def learn_refrain(source: str) -> Refrain | None:
    """Read the source of a list as a refrain, or None where a page could find something in it."""
    is_long = source.count("<a ") >= _FEWEST_LINES or source.count("<option") >= _FEWEST_LINES
    element = parse_list(source) if is_long else None
    if element is None:
        return None
    page = walk(element)
    children = page.children()
    entries = [page.nodes[number] for number in children[0] if page.nodes[number].end > page.nodes[number].first]
    if len(page.lines) < _FEWEST_LINES or len(entries) < _FEWEST_ENTRIES or _is_uneven(page.lines, entries):
        return None
    if not all(map(_says_nothing, page.nodes[1:])) or not all(map(_is_calm, page.lines)):
        return None
    if not _is_left_alone(page, children):
        return None
    return make_refrain(source, page.lines, tuple((entry.first, entry.end) for entry in entries))


def _is_uneven(lines: list[Line], entries: list[Node]) -> bool:
    """Whether one entry holds most of a list: where the prose of a page is looked for, it could be taken for it."""
    sizes = [sum(len(line.text) for line in lines[entry.first : entry.end]) for entry in entries]
    return max(sizes) >= CORE_SHARE * sum(len(line.text) for line in lines)


def _says_nothing(node: Node) -> bool:
    """Whether an element inside a list says nothing of itself by its role, its class or its name."""
    role, name = node.attributes.get("role"), node.attributes.get("id")
    if node.label or node.row is not None or (name and NODE_NAME.fullmatch(name)):
        return False
    return not semantics_of(node, role, inside_article=True) and not semantics_of(node, role, inside_article=False)


def _is_calm(line: Line) -> bool:
    """Whether a line holds nothing that a rule for lines looks for, and is no prose."""
    if line.kind not in _KINDS or line.level or line.row is not None or line.marked or line.offered or line.moments:
        return False
    if len(line.text) - count_linked(line) >= PROSE or may_be_of_badge(line):
        return False
    if find_label(line) is not None or find_stamps(line.text) or is_print_export([line]):
        return False
    return split_buttons(line) == [line]


def _is_left_alone(page: Page, children: list[list[int]]) -> bool:
    """Whether the rules for several lines leave a list as it is."""
    before = [replace(line) for line in page.lines]
    mark_labels(page)
    mark_pairs(page, children)
    set_cards(page, children)
    join_badges(page)
    return page.lines == before and not find_listings(page, children, None)
