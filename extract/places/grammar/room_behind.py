"""A room behind the town of its house, a house behind its street: `IUT de Béthune, amphi 2`, `à Lens, 4 rue X`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from extract.document import Block
from extract.places.grammar.context import DAY
from extract.places.grammar.names import clean_name
from extract.places.grammar.phrases import HOUSE_IN_BRACKETS, Parts
from extract.places.page import Page

ROOM_BEHIND = re.compile(
    r"(?:,\s|\s[–—-]\s|\s(?=\())(?:\(\s?)?(?:[àa] la |en |dans la |[àa] l['’])?"
    r"(?:(?:grande|petite)\s)?(?:salle|amphi\w*|auditorium|b[âa]timent|hall|atrium)\b[^,;:.()\n]{0,45}\)?",
    re.IGNORECASE,
)

# The same on the line below the postcode or the street: `59800 Lille` / `(salle Clément – rez-de-chaussée)`.
ROOM_LINE = re.compile(
    r"\(?\s?(?P<room>(?:(?:grande|petite)\s)?(?:salle|amphi\w*|auditorium|atrium)\b[^,;:()\n]{0,50}?)"
    r"(?:(?:,|\s[–—-]|\s\()\s?[^()\n]{2,40}\)?)?\s?\)?\.?",
    re.IGNORECASE,
)


def room_behind(page: Page, block: Block, end: int) -> int:
    """End of a room that follows a house and its town, else the end of the town."""
    match = ROOM_BEHIND.match(page.document.text, end, block.end)
    return match.end() if match and clean_name(match[0].strip(" ()")) and not DAY.search(match[0]) else end


def with_house_behind(text: str, parts: Parts, end: int) -> Parts:
    """A street with the house that stands behind it in brackets: `à Lens, 4 rue Haute (Maison syndicale)`."""
    house = HOUSE_IN_BRACKETS.match(text, parts.end, end) if parts.name is None and parts.city else None
    name = clean_name(house["name"]) if house else None
    return replace(parts, end=house.end(), name=name) if house and name else parts


def with_rooms_below(page: Page, ordered: list[Parts]) -> list[Parts]:
    """The venues with the room that the line right below their address tells, where no other venue is read there."""
    return list(_rooms_below(page, ordered))


def _rooms_below(page: Page, ordered: list[Parts]) -> Iterator[Parts]:
    for number, parts in enumerate(ordered):
        line = line_below(page, parts) if parts.postcode or parts.street else None
        room = ROOM_LINE.fullmatch(page.document.words_of(line)) if line is not None else None
        name = clean_name(room["room"]) if room is not None else None
        taken = line is not None and any(line.start <= other.start < line.end for other in ordered[number + 1 :])
        if line is None or name is None or taken or (parts.name and name in parts.name):
            yield parts
        else:
            yield replace(parts, end=line.end, name=f"{parts.name}, {name}" if parts.name else name)


def line_below(page: Page, parts: Parts) -> Block | None:
    """The line right below the one that a venue ends with."""
    blocks = page.document.blocks
    index = bisect_right(blocks, parts.end - 1, key=lambda block: block.start)
    line = blocks[index] if 0 < index < len(blocks) else None
    ends_line = line is not None and not page.document.text[parts.end : line.start].strip(" .,;)\n")
    same = line is not None and line.kind not in ("furniture", "title") and line.row == blocks[index - 1].row
    return line if ends_line and same else None
