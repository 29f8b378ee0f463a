"""Places of a list in one sentence: `Trois haltes : Vervins (salle des fêtes), Marle et le foyer rural de Fruges`.

Words before the colon promise places, and what stands behind it is places and nothing else: a town, a town with its
house in brackets, or a house with its town. Sittings that are counted one after another in a line are such a list too:
`Session 1 : Soissons / Session 2 : Vervins`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.places.gazetteer.list_items import PROMISED
from extract.places.gazetteer.place_lists import JOINER
from extract.places.grammar.addresses import town_of
from extract.places.grammar.context import DAY
from extract.places.grammar.names import PLACE_NOUN
from extract.places.grammar.phrases import Parts, parse_region
from extract.places.page import Page
from extract.places.search.from_counted import HEAD, place_in

# What leads to an item: a house before its town, with the word that leads to it.
_HOUSE: Final = re.compile(
    rf"(?:(?:[àa]|dans|en|au|aux|chez)\s)?(?:la\s|le\s|les\s|l['’])?{PLACE_NOUN}[^,;:()\n]{{0,50}}?"
    r"(?:,\s|\s(?:de|du|[àa])\s|\sd['’])",
    re.IGNORECASE,
)
_HALF: Final = r"(?:\s(?:le (?:matin|soir|midi)|l['’]apr[èe]s-midi|en (?:matin|soir)[ée]e))?"
_JOINT: Final = re.compile(
    rf"{_HALF}\s*(?:,|;|/|–|-|\bet\b|\bou\b|\bpuis\b)\s*(?:(?:et|ou|puis|enfin)\s)?(?:[àa]\s)?", re.I
)
_BRACKET: Final = re.compile(r"\s?\([^()\n]{2,60}\)")
_LEAD: Final = re.compile(r"(?:[àa]\s)?")
_SEPARATOR: Final = " \n,;./|–—-"
FEWEST: Final = 2


def lists(page: Page, block: Block) -> Iterator[Parts]:
    """Find the places of a promised list, and those of sittings that are counted in one line."""
    text = page.document.text
    if block.kind in ("cell", "title"):
        return
    for promise in PROMISED.finditer(text, block.start, block.end):
        items = list(items_behind(page, promise.end(), block.end))
        if len(items) >= FEWEST:
            yield from read_items(page, items)
    yield from read_items(page, counted_items(page, block))


def items_behind(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the places that follow one another from a position on, up to anything else."""
    text, position = page.document.text, start
    for mention in page.mentions_in(start, end):
        if town_of(mention.candidates) is None:
            return
        joint = (_LEAD if position == start else _JOINT).match(text, position, mention.start)
        first = joint.end() if joint else position
        house = _HOUSE.fullmatch(text, first, mention.start)
        listed = position > start and JOINER.fullmatch(text, position, mention.start)
        if joint is None or not (first == mention.start or house or listed):
            return
        bracket = _BRACKET.match(text, mention.end, end)
        position = bracket.end() if bracket and not DAY.search(bracket[0]) else mention.end
        yield (first if house else mention.start), position


def counted_items(page: Page, block: Block) -> list[tuple[int, int]]:
    """The spans of the places behind each count of a line that counts two sittings at least; none where one differs."""
    text = page.document.text
    if block.label is not None or HEAD.match(text, block.start, block.end) is None:
        return []
    heads = list(HEAD.finditer(text, block.start, block.end))
    if len(heads) < FEWEST:
        return []
    ends = [*(head.start() for head in heads[1:]), block.end]
    items = [
        (place_in(page, head.start(), end), len(text[head.start() : end].rstrip(_SEPARATOR)))
        for head, end in zip(heads, ends, strict=True)
    ]
    spans = [(first, head.start() + length) for (first, length), head in zip(items, heads, strict=True) if first]
    return spans if len(spans) == len(heads) else []


def read_items(page: Page, items: list[tuple[int, int]]) -> Iterator[Parts]:
    """Read each item of a list as one place."""
    for start, end in items:
        for parts in parse_region(page.region(start, end)):
            if parts.city:
                yield replace(parts, rule=f"line_{parts.rule}")
