"""What the town of a place was read from, where the words of the place do not say it: `Palais de Fervaques`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from extract.dates.lexicon import fold
from extract.events.parts import Parts
from extract.records import Evidence, Place, VenueReading

_WORD: Final = re.compile(r"\w+")


def prove_town(parts: Parts, venue: VenueReading) -> Evidence | None:
    """The evidence of a town that the words of its place do not name: the nearest words of the page that name it.

    The field is `venue`: it proves the place as the words of the place do. None where the place names its town itself,
    or no words of the page do (the gazetteer knows the house).
    """
    if venue.city is None or _names(venue.text, venue.city):
        return None
    at = venue.where.start
    named = [t.where for t in parts.territories if t.territory_id == venue.commune_code is not None]
    where = min(named, key=lambda place: abs(place.start - at), default=None) or _find_in_text(parts, venue.city, at)
    if where is None:
        return None
    return parts.evidence("venue", where.start, where.end, venue.rule, venue.certainty)


def _names(words: str, town: str) -> bool:
    return set(_WORD.findall(fold(town))) <= set(_WORD.findall(fold(words)))


@lru_cache(maxsize=2)
def _folded(text: str) -> str:
    """A text folded once for all sittings of a page."""
    return fold(text)


def _find_in_text(parts: Parts, town: str, at: int) -> Place | None:
    """The occurrence of a name nearest to a place, menus and footers included: the site may be the town's own."""
    name = re.compile(rf"(?<!\w){re.escape(fold(town))}(?!\w)")
    text = _folded(parts.document.text)
    if len(text) != len(parts.document.text):
        return None
    spans = (match.span() for match in name.finditer(text))
    nearest = min(spans, key=lambda span: abs(span[0] - at), default=None)
    return None if nearest is None else parts.document.place(*nearest)
