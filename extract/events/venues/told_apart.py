"""Whether a town or a place stands where it can be that of a sitting, before the towns of a page are weighed for it."""

from __future__ import annotations

from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.records import DateReading, VenueReading


def stands_beside(parts: Parts, town: VenueReading, house: VenueReading, sitting: Sitting) -> bool:
    """Whether a town stands in the sentence of a house or its day, or heads them; a house of no town takes any."""
    block = parts.block_of(town.where.start)
    if house.city is None or block is None or block.kind in ("title", "heading", "lead"):
        return True
    spans = [parts.sentence_of(place.start) for place in (house.where, *(date.where for date in sitting.mentions))]
    return any(start <= town.where.start < end for start, end in spans)


def stands_with_another(parts: Parts, venue: VenueReading, sitting: Sitting, sessions: list[DateReading]) -> bool:
    """Whether a place is told in the sentence of another day: then any town that weighs more is this day's."""
    span = parts.sentence_of(venue.where.start)
    return any(date.first_day != sitting.first for date in standing_between(sessions, *span))
