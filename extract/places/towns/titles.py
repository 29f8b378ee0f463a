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
from extract.places.grammar.verbs import MEETING_VERB
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


def with_town_of_title(page: Page, ordered: list[Parts]) -> list[Parts]:
    """The places, with the town of the title before them where each is no more than a town named in passing."""
    return ordered if any(is_told_firmly(page, parts) for parts in ordered) else [*towns_of_title(page), *ordered]


def is_told_firmly(page: Page, parts: Parts) -> bool:
    """Check for a place that is more than a town named in passing: a house, a label, a line, or a day beside it."""
    if parts.name or parts.street or parts.postcode or parts.mode == "online" or not parts.rule.startswith("town"):
        return True
    sentence = page.sentences.at(parts.start)
    block = page.document.block_at(parts.start)
    if (
        block is None
        or block.kind not in ("paragraph", "lead", "item")
        or CALENDAR_DAY.search(page.document.text, *sentence)
    ):
        return True
    return MEETING_VERB.search(page.document.text, *sentence) is not None


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
