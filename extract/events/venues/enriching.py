"""What the rest of a page tells of a place: its house and street in its town, or the town of its house."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.dates.lexicon import fold
from extract.events.parts import Parts, standing_between
from extract.events.venues.neighbour_towns import find_neighbour
from extract.events.venues.page_venue import richness
from extract.places.grammar.context import have_own_days
from extract.records import VenueReading

_TOWN: Final = re.compile(r"\W*(?:l[ae]\s)?(?:ville|commune|localit[ée])\W*", re.IGNORECASE)
"""The label of the town of the house on the line above."""


def enrich(parts: Parts, venue: VenueReading) -> VenueReading:
    """A town alone takes the one full address that the page gives in that town; a place without a town, its town."""
    if venue.city is None and venue.mode != "online":
        return _with_town(parts, venue)
    if venue.street is not None or venue.city is None:
        return venue
    same = [v for v in parts.venues if v.city == venue.city and richness(v) > richness(venue)]
    same = [
        v for v in same if venue.name is None or v.name == venue.name or (v.name is None and not _is_dated(parts, v))
    ]
    streets = {(v.street, v.name) for v in same}
    if not streets:
        return find_neighbour(parts, venue) or venue
    if len(streets) != 1:
        return venue
    fuller = max(same, key=richness)
    if fuller.name is None and len({v.name for v in parts.venues if v.city == venue.city and v.name}) > 1:
        return (
            venue  # one of several houses and squares of a town has that street: `14h – Ateliers cirque, place Verte`
        )
    return replace(fuller, name=fuller.name or venue.name, mode=venue.mode if venue.mode == "hybrid" else fuller.mode)


def _is_dated(parts: Parts, venue: VenueReading) -> bool:
    """Whether a day of an event stands in the sentence of a place: it is where people meet then."""
    return any(date.role == "event" for date in standing_between(parts.dates, *parts.sentence_of(venue.where.start)))


def _with_town(parts: Parts, venue: VenueReading) -> VenueReading:
    """The town that a place's own name ends with, that stands on the line after it, or that alone the page names.

    A sentence that names towns, but not that one, says that the place is elsewhere.
    """
    for other in parts.venues:
        if other.city is None:
            continue
        named = venue.name is not None and fold(venue.name).endswith(fold(other.city))
        follows = 0 <= other.where.start - venue.where.end <= 3 and other.street is None and other.name is None
        if named or follows:
            postcode = venue.postcode or (other.postcode if follows else None)
            return replace(venue, city=other.city, commune_code=other.commune_code, postcode=postcode)
    below = parts.blocks_after(venue.where.start, 1)
    if below and below[0].label is not None and _TOWN.fullmatch(below[0].label):
        named_towns = standing_between(parts.territories, below[0].start, below[0].end)
        if len(named_towns) == 1 and named_towns[0].kind.startswith("commune"):
            return replace(venue, city=named_towns[0].name, commune_code=named_towns[0].territory_id)
    towns = {(v.city, v.commune_code) for v in parts.venues if v.city is not None}
    if len(towns) == 1:
        city, code = towns.pop()
        span = parts.sentence_of(venue.where.start)
        near = standing_between(parts.territories, *span)
        beside = {t.territory_id for t in near if t.kind.startswith("commune")}
        apart = any(
            t.territory_id == code and have_own_days(parts.document.text, span, venue.where.end, t.where.start)
            for t in near
        )
        return venue if apart or (beside and code not in beside) else replace(venue, city=city, commune_code=code)
    return venue
