"""Towns of a note: a document of one short line that tells of a meeting, or leads to a town, and of nobody there.

So people fill in where something is: `4 ateliers itinérants (Bavay, Jenlain)`, `parvis de la gare, côté ville, Creil`.
It is asked only where no other search finds a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extract.places.elsewhere.postal import POSTAL, SIGN_UP
from extract.places.grammar.addresses import city_name, town_of
from extract.places.grammar.context import (
    MADE_THERE,
    MEETING_NOUN,
    PEOPLE,
    SOMEBODY_THERE,
    is_passed,
)
from extract.places.grammar.names import PLACE_NOUN, clean_name
from extract.places.grammar.phrases import Parts
from extract.places.page import Page

LONGEST: Final = 110
LED: Final = re.compile(
    r"(?:\b[àa]|\baux?|\ben|\bsur|\bentre|\bvers|\bdirection|\bet|\bou|\bpuis|[,(:;/–—-])\s?$", re.IGNORECASE
)
HOUSE: Final = re.compile(
    rf"\b(?P<house>{PLACE_NOUN}[^,;:.()\n]{{0,50}}?)\s?(?:,|\(|–|-|\s(?:de|d['’]|du|à)\s?)?\s?$", re.I
)
# What is told of a town without anything taking place in it.
TOPIC: Final = re.compile(
    r"\b(?:[ée]tudes?|diagnostics?|rapports?|enqu[êe]tes?|exemples?|exp[ée]riences?|projets?|articles?|livres?|films?|"
    r"t[ée]moignages?|portraits?|interviews?|paroles?|regards?|retours?|interventions?|publi(?:[ée]\w*|cations?|er)|"
    r"laur[ée]at\w*|prix|rejoint|compte|habit\w+|quartiers? prioritaires?|contrats? de ville|"
    r"p[ée]rim[èe]tres?|territoires?)\b",
    re.IGNORECASE,
)


def notes(page: Page) -> Iterator[Parts]:
    """The towns of a document of one short line, each a place of its own; none where people or papers are told of."""
    blocks = [block for block in page.document.blocks if block.kind != "furniture"]
    if len(blocks) != 1 or blocks[0].label or blocks[0].end - blocks[0].start > LONGEST:
        return
    block, text = blocks[0], page.document.text
    words = page.document.words_of(block)
    if any(told.search(words) for told in (PEOPLE, POSTAL, SIGN_UP, TOPIC, SOMEBODY_THERE)):
        return
    meets = MEETING_NOUN.search(words) is not None
    for mention in page.mentions:
        commune = town_of(mention.candidates)
        head = text[block.start : mention.start]
        if commune is None or page.earlier.hold(mention.start) or MADE_THERE.search(head):
            continue
        house = HOUSE.search(head)
        if is_passed(text, block.start, mention.start) or not (meets or house or LED.search(head)):
            continue
        city = city_name(text[mention.start : mention.end], commune)
        name = clean_name(house["house"]) if house else None
        start = block.start + house.start() if house and name else mention.start
        yield Parts(start, mention.end, name, city=city, commune=commune, rule="phrase_note")
