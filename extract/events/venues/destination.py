"""Journeys take place where they lead to, and not at the station where people meet to set off.

`Voyage d'étude à Bruxelles` / `Rendez-vous le 4 juin à 8h, gare de Lille-Flandres`
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from extract.events.parts import Parts
from extract.events.venues.found import Found
from extract.matching.gates import compile_gated
from extract.records import DateReading, VenueReading

_RULE: Final = "destination"
_NOUN: Final = r"(?<![^\W_])(?:voyages?|s[ée]jours?|d[ée]placements?|excursions?|sorties?|escapades?)(?![^\W_])"
_CALLED: Final = re.compile(_NOUN, re.IGNORECASE)
_JOURNEY: Final = re.compile(
    rf"{_NOUN}(?:\s(?:d['’][ée]tudes?|[^\W\d_]+)){{0,2}}\s$",
    re.IGNORECASE,
)
_REACH: Final = 50
_GONE: Final = compile_gated(
    r"(?<![^\W_])(?:pris (?:le|la|un|une) (?:car|bus|train|autocar|mini-?bus|route|eurostar|ferry|avion)|"
    r"(?:sommes|sont|est) (?:tous |toutes )?(?:parti|all[ée])e?s? (?:en |[àa] |au |aux |pour |d[ée]couvrir)|"
    r"(?:mis|mettons|mettent) le cap sur|embarqu[ée]e?s? pour|en route pour)(?![^\W_]{2})",
    re.IGNORECASE,
)
"""Those who travelled on a day: `vingt habitants ont pris le car de 6 heures`."""
_STATION: Final = re.compile(
    r"(?<![^\W_])(?:gares?|a[ée]roports?|parkings?|parvis|arr[êe]ts?)(?![^\W_])", re.IGNORECASE
)
_MET_THERE: Final = re.compile(
    r"(?<![^\W_])(?:rendez-vous|rdv|d[ée]parts?|rassemblements?|retours?)(?![^\W_])[^.;!?\n]{0,60}\Z",
    re.IGNORECASE,
)


def lead_to_destination(parts: Parts, title: str, venues: Sequence[Found]) -> list[Found]:
    """The places of the sittings of a journey (by its title); those from which it only sets off give way to its end."""
    settled = list(venues)
    if not _CALLED.search(title) or not any(found is not None and _is_way_station(parts, found[0]) for found in venues):
        return settled
    goal = next((venue for venue in parts.venues if _is_destination(parts, venue)), None)
    if goal is None:
        return settled
    return [(goal, _RULE) if _sets_off(parts, found, goal) else found for found in settled]


def is_of_journey(parts: Parts, date: DateReading) -> bool:
    """Whether the sentence of a day tells that people travelled then: they were not where they meet at home."""
    return _GONE.search(parts.document.text, *parts.sentence_of(date.where.start)) is not None


def _sets_off(parts: Parts, found: Found, goal: VenueReading) -> bool:
    return found is not None and found[0].city != goal.city and _is_way_station(parts, found[0])


def _is_destination(parts: Parts, venue: VenueReading) -> bool:
    """Whether a place is where a journey leads, by the noun right before it: `un séjour de deux jours à Gand`."""
    start = venue.where.start
    return venue.city is not None and _JOURNEY.search(parts.document.text, max(0, start - _REACH), start) is not None


def _is_way_station(parts: Parts, venue: VenueReading) -> bool:
    """Whether people meet at a place to set off, or come back to it."""
    text, start = parts.document.text, venue.where.start
    if _STATION.search(venue.text):
        return True
    return _MET_THERE.search(text, max(0, start - _REACH), start) is not None
