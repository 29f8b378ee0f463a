"""The towns that the text of a page names at all: the only one tells where a place without a town is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.places.elsewhere.affiliations import is_affiliation
from extract.places.gazetteer.automaton import is_elsewhere
from extract.places.grammar.addresses import city_name, town_of
from extract.places.grammar.context import CALENDAR_DAY, MEETING_NOUN, SOMEBODY_THERE
from extract.places.grammar.names import PLACE_NOUN
from extract.places.grammar.phrases import Parts
from extract.places.page import Page
from extract.places.search.known_houses import Town

# Those whom the page calls upon: `Habitants d'Étaples, vous avez un projet ?`
HABITANTS = re.compile(r"\W*habitant\w*(?:[.·-]\w+)* (?:de |d['’]|du )", re.IGNORECASE)
# Those whom a page is for: `les associations des quartiers de Château-Thierry`, `le quartier Saint-Crépin (`.
RESIDENTS = re.compile(
    r"\b(?:associations?|habitant\w*|familles?|jeunes|structures?|commer[çc]ants?|acteurs?|quartiers?)\s"
    r"(?:[\w'’-]+\s){0,5}?(?:de |d['’])$|\bquartiers?\s[^.;:()\n]{2,40}\s\($",
    re.IGNORECASE,
)
# A room that is called after a town far away: `salle Stains`.
ROOM_CALLED = re.compile(rf"{PLACE_NOUN}\s$", re.IGNORECASE)


def others(page: Page) -> Iterator[Town]:
    """All towns that the text names, but those of an earlier edition and of people who come from there."""
    text = page.document.text
    for mention in page.mentions:
        commune = town_of(mention.candidates)
        start = page.sentences.at(mention.start)[0]
        if commune is None or page.earlier.hold(mention.start):
            continue
        if is_affiliation(text, start, mention.start):
            continue
        if is_elsewhere(commune) and ROOM_CALLED.search(text, mention.block.start, mention.start):
            continue
        vocative = HABITANTS.fullmatch(text, start, mention.start)
        titled = vocative or (mention.block.kind == "title" and MEETING_NOUN.match(text, mention.block.start))
        if vocative or titled or not SOMEBODY_THERE.search(text, max(start, mention.start - 90), mention.start):
            yield city_name(text[mention.start : mention.end], commune), commune


def of_those_who_live_there(page: Page) -> Iterator[Town]:
    """The towns of those whom a page is for: `les associations des quartiers de Château-Thierry`."""
    text = page.document.text
    for mention in page.mentions:
        commune = town_of(mention.candidates)
        start = max(page.sentences.at(mention.start)[0], mention.start - 90)
        if (
            commune is not None
            and RESIDENTS.search(text, start, mention.start)
            and not page.earlier.hold(mention.start)
        ):
            yield city_name(text[mention.start : mention.end], commune), commune


def sole_town(page: Page) -> Iterator[Parts]:
    """The one town of a page that says no place at all, where its title names it: `Waziers fête ses associations`."""
    text = page.document.text
    if not CALENDAR_DAY.search(text):
        return
    towns = {commune.territory_id for _, commune in others(page)}
    for mention in page.mentions:
        commune = town_of(mention.candidates)
        if commune is not None and mention.block.kind == "title" and towns == {commune.territory_id}:
            name = city_name(text[mention.start : mention.end], commune)
            yield Parts(mention.start, mention.end, None, None, None, name, commune, rule="page_town")
            return
