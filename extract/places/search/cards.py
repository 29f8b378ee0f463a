"""Cards: the few short lines between two headings that tell one sitting, each thing on a line of its own.

`Groupe Littoral` / `Calais` / `Salle Mendès-France` / `les 2 et 3 février`: no line says how the others belong to it,
but the heading does. A town alone on its line is where people meet, wherever in the card its day stands.
"""

from __future__ import annotations

from bisect import bisect_left

from extract.document import Block
from extract.places.elsewhere.postal import PHONE_OR_MAIL, POSTAL
from extract.places.grammar.addresses import town_of
from extract.places.grammar.context import CALENDAR_DAY
from extract.places.page import Page
from extract.places.search.headlines import LONGEST_LINE

MOST_LINES = 8


def is_town_of_card(page: Page, block: Block) -> bool:
    """Check for the one town of the lines under a heading that hold a day, and nobody's address to write to."""
    lines = card_of(page, block)
    if not lines:
        return False
    text = page.document.text
    start, end = lines[0].start, lines[-1].end
    if CALENDAR_DAY.search(text, start, end) is None or POSTAL.search(text, start, end):
        return False
    if PHONE_OR_MAIL.search(text, start, end):
        return False
    codes = {town.territory_id for m in page.mentions_in(start, end) if (town := town_of(m.candidates))}
    return len(codes) == 1


def card_of(page: Page, block: Block) -> list[Block]:
    """The lines from the heading above a line to the next one; none where they are many, or long, or a table's."""
    blocks = page.document.blocks
    index = bisect_left(blocks, block.start, key=lambda other: other.start)
    first = last = index
    while first > 0 and blocks[first].kind != "heading":
        first -= 1
        if blocks[first].kind in ("title", "cell", "furniture") or last - first > MOST_LINES:
            return []
    while last + 1 < len(blocks) and blocks[last + 1].kind not in ("heading", "furniture", "title"):
        last += 1
        if last - first > MOST_LINES:
            return []
    lines = list(blocks[first : last + 1])
    fits = blocks[first].kind == "heading" and all(
        line.kind != "cell" and line.end - line.start <= LONGEST_LINE for line in lines
    )
    return lines if fits else []
