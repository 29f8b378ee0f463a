"""The towns of places that only their sittings tell: a house under a day whose town stands beside that day elsewhere.

`Laon : jeudi 4 mai` above, `Le 4 mai : salle Foch, 2 rue Haute` below: that the house lies in Laon is known once the
sitting has both; a place whose sittings are in two towns stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Final

from extract.events.venues.town_left import TOWN_LEFT
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


def add_towns_left(venues: tuple[VenueReading, ...], events: tuple[EventReading, ...]) -> tuple[VenueReading, ...]:
    """The venues, with the towns that sittings without any place are held in: where people meet is a venue.

    A town that another venue has already is not told again.
    """
    told = {venue.city for venue in venues}
    left: dict[str, VenueReading] = {}
    for venue in (session.venue for event in events for session in event.sessions):
        if venue is not None and venue.rule == TOWN_LEFT and venue.city and venue.city not in told:
            left.setdefault(venue.city, venue)
    return tuple(sorted((*venues, *left.values()), key=lambda venue: venue.where.start))


def _in_town(venue: VenueReading, told: dict[str, VenueReading]) -> VenueReading:
    if venue.city is not None or venue.mode == "online" or len(told) != 1:
        return venue
    held = next(iter(told.values()))
    certainty = round(venue.certainty * _TOWN_APART, 2)
    rule = f"{venue.rule}; town_of_sitting"
    return replace(venue, city=held.city, commune_code=held.commune_code, rule=rule, certainty=certainty)
