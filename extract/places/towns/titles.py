"""The town that a title ends with, on a page that names no place besides.

Set off behind the noun of a meeting (`Rencontres de l'habitat – Amiens`), or behind `à` at the end of a clause
(`Le réseau sur le terrain à Calais`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.places.gazetteer.mention import Mention
from extract.places.grammar.addresses import city_name, town_of
from extract.places.grammar.context import CALENDAR_DAY, MADE_THERE, MEETING_NOUN, SOMEBODY_THERE
from extract.places.grammar.phrases import Parts
from extract.places.page import Page

SET_OFF = re.compile(r"(?:\s[–—|-]|,|\()\s?$")
ENDS_TITLE = re.compile(r"[\s).]*(?:\(?\d\d\)?)?[\s).]*(?:[\s,–—-]*(?:en )?(?:19|20)\d\d)?[\s.]*")
AT_TOWN = re.compile(r"\b[àÀ]\s$")
ENDS_CLAUSE = re.compile(r"\s*(?:[:;,.!?(«–—|-]|$)")
# What is looked for, decided or built in a town: nobody meets there.
NO_MEETING = re.compile(
    r"\b(?:recrut\w+|offres?|postes?|appels? [àa]|march[ée]s? publics?|travaux|logements?|constru\w+|"
    r"ouvr\w+|cr[ée]ation|nouveaux?|nouvelles?|b[ée]n[ée]fici\w+|d[ée]ploi\w+|soutien|aides?|subventions?|exp[ée]rience|"
    r"(?<!de )projets?)\b",
    re.IGNORECASE,
)


def towns_of_title(page: Page) -> Iterator[Parts]:
    """Find the town that the title ends with, or a clause of it on a page with a day."""
    for mention in page.mentions:
        commune = town_of(mention.candidates)
        if (
            commune is not None
            and mention.block.kind == "title"
            and (is_set_off(page, mention) or is_led(page, mention))
        ):
            name = city_name(page.document.text[mention.start : mention.end], commune)
            yield Parts(mention.start, mention.end, city=name, commune=commune, rule="title")


def is_set_off(page: Page, town: Mention) -> bool:
    """Check for a town that is set off at the end of a title that names a meeting."""
    text, start = page.document.text, town.block.start
    if ENDS_TITLE.fullmatch(text, town.end, town.block.end) is None:
        return False
    return bool(SET_OFF.search(text, start, town.start) and MEETING_NOUN.search(text, start, town.start))


def is_led(page: Page, town: Mention) -> bool:
    """Check for the one town of a title, behind `à` at the end of a clause, where the page names a day."""
    text, start, end = page.document.text, town.block.start, town.block.end
    if not AT_TOWN.search(text, start, town.start) or not ENDS_CLAUSE.match(text, town.end, end):
        return False
    if NO_MEETING.search(text, start, end) or CALENDAR_DAY.search(text) is None:
        return False
    if SOMEBODY_THERE.search(text, start, town.start) or MADE_THERE.search(text, start, town.start):
        return False
    return sum(town_of(mention.candidates) is not None for mention in page.mentions_in(start, end)) == 1
