"""Where people set off together: `Départ à 13h30 de la gare de Creil, retour à 17h`, `On part à 10h du parvis`.

A walk has no place but the one where it begins. A bus that leaves takes people to another; where its lines name a
second town, people meet there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.document import Block
from extract.matching.gates import compile_gated
from extract.places.grammar.names import STARTS_WITH_NOUN
from extract.places.grammar.phrases import Parts, parse_region
from extract.places.page import Page

_HOUR = r"\d{1,2}\s?(?:h(?:eures?)?|:)\s?(?:[0-5]\d)?"
SETS_OFF = compile_gated(
    r"(?<![^\W_])(?:d[ée]part|(?:on|nous) part\w*|partons|(?:le |la )?\w+ part(?:ira)?)"
    rf"(?:\s(?:group[ée]|commun|[àa] pied|[àa] v[ée]lo))?(?P<hour>,?\s(?:[àa]|d[èe]s|vers)\s{_HOUR})?,?\s"
    r"(?:de\s|du\s|depuis\s|des\s|d['’])(?P<place>(?:(?:la|le|les)\s|l['’])?)",
    re.IGNORECASE,
)
PLACE_END = re.compile(
    rf"[,;.()!?\n]|\s(?:[àa]|d[èe]s|vers)\s{_HOUR}|\s(?:et|pour|puis|jusqu\w*|vers|avec|[–—-])(?!\w)"
)
CARRIED = re.compile(r"(?<![^\W_])(?:(?:mini-?)?bus|cars?|autocars?|navettes?|trains?|covoiturages?)(?![^\W_])", re.I)
LONGEST_PLACE = 90


def departures(page: Page, block: Block) -> Iterator[Parts]:
    """Find where people set off in a block of running text that names no other town and nothing that carries them."""
    text = page.document.text
    if block.kind not in ("paragraph", "lead", "item", "field", "cell"):
        return
    for match in SETS_OFF.finditer(text, block.start, block.end):
        limit = min(block.end, match.end() + LONGEST_PLACE)
        stop = PLACE_END.search(text, match.end(), limit)
        end = stop.start() if stop is not None else limit
        if CARRIED.search(text, *page.sentences.at(match.start())):
            continue
        house = STARTS_WITH_NOUN.match(text[match.end() : end]) is not None
        if not (house or match["hour"]) or not page.mentions_in(match.end(), end):
            continue
        found = [parts for parts in parse_region(page.region(match.end("place"), end)) if parts.city]
        towns = {parts.city for parts in parse_region(page.region(block.start, block.end))} - {None}
        if len(found) == 1 and towns <= {found[0].city}:
            yield replace(found[0], rule="slot_of_departure")
