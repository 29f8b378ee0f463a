"""Towns of lists that count their sittings or name their weekdays: `Module 1 – Arras, maison de l'enfance`.

No day stands there, and yet each line says where one sitting is. Two such lines at least make a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extract.dates.lexicon import WEEKDAY_NAME
from extract.document import Block
from extract.places.grammar.addresses import town_of
from extract.places.grammar.context import MEETING_NOUN, PEOPLE
from extract.places.grammar.phrases import Parts, parse_region
from extract.places.page import Page
from extract.places.search.from_lines import VERB

_WEEKDAY: Final = rf"(?:{WEEKDAY_NAME})(?:\s(?:matin|soir|apr[èe]s-midi))?"
_COUNTED: Final = (
    rf"(?:(?:jours?|groupes?|promotions?|promos?|volets?|[ée]tapes?|dates?|temps|actes?|{MEETING_NOUN.pattern[2:-2]})"
    r"\s(?:n\s?[°o]\s?)?(?:\d{1,2}|[A-H]|I{1,3}|IV|V)|"
    r"(?:1[eè]?re?|\d\d?[eè](?:me)?|premi[èe]re?|deuxi[èe]me|seconde?|troisi[èe]me|derni[èe]re?)\s[^\W\d_]+)"
)
HEAD: Final = re.compile(
    rf"\W*(?:{_WEEKDAY}|{_COUNTED})(?:\s?[:–—,|-]\s?|\s\()(?:{_WEEKDAY}\s?[,:–-]\s?)?(?:[àa]\s)?", re.IGNORECASE
)
_KINDS: Final = ("paragraph", "item")
_LONGEST: Final = 110
_FEWEST: Final = 2
_NEAR: Final = 8
"""Lines before and after one that another of its list may stand in."""


def counted(page: Page, block: Block) -> Iterator[Parts]:
    """Find the place of a line that counts a sitting or names its weekday, where another line does so too."""
    start = place_of_line(page, block)
    if start is None:
        return
    index = page.document.index_of(block)
    near = page.document.blocks[max(0, index - _NEAR) : index + _NEAR + 1]
    if sum(place_of_line(page, other) is not None for other in near) < _FEWEST:
        return
    closing = page.document.text.find(")", start, block.end) if page.document.text[start - 1 : start] == "(" else -1
    for parts in parse_region(page.region(start, closing if closing > 0 else block.end)):
        if parts.city:
            yield replace(parts, rule=f"line_{parts.rule}")


def place_of_line(page: Page, block: Block) -> int | None:
    """Where the place begins in a line that counts a sitting; None for one that does not."""
    if block.end - block.start > _LONGEST:
        return None
    if block.label:
        return _place_of_label(page, block) if HEAD.fullmatch(f"{block.label} : ") else None
    return place_in(page, block.start, block.end) if block.kind in _KINDS else None


def _place_of_label(page: Page, block: Block) -> int | None:
    """Where the place begins of a line whose label counts the sitting: the first of a list may be read as a field."""
    text = page.document.text
    first = next(iter(page.mentions_in(block.start, block.end)), None)
    if VERB.search(text, block.start, block.end) or PEOPLE.search(text, block.start, block.end):
        return None
    return block.start if first is not None and first.start == block.start and town_of(first.candidates) else None


def place_in(page: Page, start: int, end: int) -> int | None:
    """Where the place begins: a town right behind what is counted, and nobody and nothing done there."""
    text = page.document.text
    head = HEAD.match(text, start, end)
    if head is None or VERB.search(text, head.end(), end) or PEOPLE.search(text, head.end(), end):
        return None
    first = next(iter(page.mentions_in(head.end(), end)), None)
    begins = first is not None and first.start == head.end() and town_of(first.candidates) is not None
    return head.end() if begins else None
