"""Cards that a page sets side by side: the day of each above its heading, as rows of a table tell day, town and house.

`<div><p>7 novembre</p><h3>Beauvais</h3><p>Espace Buhl</p></div>`, again and again: a heading would part the day from
what belongs to it. Such cards are rows, each of their lines a cell.
"""

from __future__ import annotations

from extract.formats.html_page import Node, Page
from extract.formats.html_records import is_linked_title
from extract.formats.stamps import names_day

_FEWEST = 2
_AMONG = 0.6
_MOST_LINES = 7
_KINDS = frozenset(("paragraph", "heading", "item"))
_LONGEST_DAY, _LONGEST_LINE = 48, 140


def set_cards(page: Page, children: list[list[int]]) -> None:
    """Make the lines of cards cells, each card a row."""
    for inside in children:
        if len(inside) < _FEWEST:
            continue
        filled = [number for number in inside if page.nodes[number].end > page.nodes[number].first]
        cards = [number for number in filled if _is_card(page, page.nodes[number])]
        if len(cards) < max(_FEWEST, _AMONG * len(filled)):
            continue
        for number in cards:
            page.rows += 1
            node = page.nodes[number]
            for column, line in enumerate(page.lines[node.first : node.end]):
                line.kind, line.level, line.row, line.column = "cell", 0, page.rows, column


def _is_card(page: Page, node: Node) -> bool:
    """Whether an element holds a few short lines: its only day, then a heading that leads to no other page."""
    if not _FEWEST < node.end - node.first <= _MOST_LINES:
        return False
    lines = page.lines[node.first : node.end]
    kinds = [line.kind for line in lines]
    if kinds.count("heading") != 1 or not _KINDS.issuperset(kinds):
        return False
    if any(len(line.text) > _LONGEST_LINE or is_linked_title(line) for line in lines):
        return False
    dated = [number for number, line in enumerate(lines) if names_day(line.text)]
    return len(dated) == 1 and dated[0] < kinds.index("heading") and len(lines[dated[0]].text) <= _LONGEST_DAY
