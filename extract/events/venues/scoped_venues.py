"""Places that are said of some sittings only, by their numbers, ranks or months: `la dernière aura lieu à Loos`.

They are that of these sittings, and their towns are none of the others'.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.events.parts import Parts, standing_between
from extract.events.scopes import Scope
from extract.events.venues.in_turn import find_towns_between
from extract.events.venues.town_left import as_venue_in_turn
from extract.records import TerritoryReading, VenueReading

_TO: Final = re.compile(r"(?<![^\W_])[àÀ]\s$")


def find_scoped_venues(parts: Parts, scopes: list[Scope]) -> tuple[Parts, dict[int, VenueReading]]:
    """The place that is said of some of the sittings, by index; the parts without it and its town, for the others."""
    told: dict[int, set[VenueReading]] = {}
    taken: list[Scope] = []
    for scope in scopes:
        venues = standing_between(parts.venues, scope.start, scope.end) or _town_in(parts, scope)
        towns = {venue.city for venue in venues if venue.city is not None}
        if len(venues) > 0 and (len(towns) == 1 or (not towns and len(venues) == 1)):
            taken.append(scope)
            for index in scope.sittings:
                told.setdefault(index, set()).add(max(venues, key=_richness))
    sure = {index: next(iter(venues)) for index, venues in told.items() if len({v.city for v in venues}) == 1}
    if not sure:
        return parts, {}
    left = tuple(venue for venue in parts.venues if not _is_said(venue, taken))
    towns_left = tuple(t for t in parts.territories if not _is_said(t, taken) or _opens_sentence(parts, t))
    return replace(parts, venues=left, territories=towns_left), sure


def _opens_sentence(parts: Parts, town: TerritoryReading) -> bool:
    """Whether a town is told before all else of its sentence, for all of it: `À Lens, de 9h à 17h la première, …`."""
    return town.where.start - parts.sentence_of(town.where.start)[0] <= len("À ")


def _is_said(reading: VenueReading | TerritoryReading, scopes: list[Scope]) -> bool:
    return any(scope.start <= reading.where.start < scope.end for scope in scopes)


def _town_in(parts: Parts, scope: Scope) -> list[VenueReading]:
    """The one town that is said of some sittings where no place was read: `à Méru, café Le Zinc les deux suivantes`."""
    towns = find_towns_between(parts, scope.start, scope.end)
    led = [t for t in towns if _TO.search(parts.document.text, max(0, t.where.start - 3), t.where.start)]
    return [as_venue_in_turn(parts, led[0])] if len(led) == 1 else []


def _richness(venue: VenueReading) -> tuple[bool, bool, bool]:
    return venue.city is not None, venue.street is not None, venue.name is not None
