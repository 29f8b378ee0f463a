"""The towns of places that only their sittings tell: a house under a day whose town stands beside that day elsewhere.

`Laon : jeudi 4 mai` above, `Le 4 mai : salle Foch, 2 rue Haute` below: that the house lies in Laon is known once the
sitting has both; a place whose sittings are in two towns stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Final

from extract.records import EventReading, Place, VenueReading

_TOWN_APART: Final = 0.7
"""How sure a town is that stands apart from its place."""


def give_towns_of_sittings(
    venues: tuple[VenueReading, ...], events: tuple[EventReading, ...]
) -> tuple[VenueReading, ...]:
    """The venues, those without a town in the one that all their sittings are held in."""
    if all(venue.city is not None or venue.mode == "online" for venue in venues):
        return venues
    told: dict[Place, dict[str, VenueReading]] = defaultdict(dict)
    for venue in (session.venue for event in events for session in event.sessions):
        if venue is not None and venue.city is not None:
            told[venue.where][venue.city] = venue
    return tuple(_in_town(venue, told.get(venue.where, {})) for venue in venues)


def _in_town(venue: VenueReading, told: dict[str, VenueReading]) -> VenueReading:
    if venue.city is not None or venue.mode == "online" or len(told) != 1:
        return venue
    held = next(iter(told.values()))
    certainty = round(venue.certainty * _TOWN_APART, 2)
    rule = f"{venue.rule}; town_of_sitting"
    return replace(venue, city=held.city, commune_code=held.commune_code, rule=rule, certainty=certainty)
