"""Sittings that one can come to or follow from afar, where the place and the screen are told apart.

`Lille et en visio` above `Maison de l'éducation, 1 place Lyon`: the house is that of a hybrid sitting. Where a screen
is only offered as well, the one place under a label is where the others go.
"""

from __future__ import annotations

from dataclasses import replace

from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.events.venues.found import Found
from extract.records import VenueReading


def join_either_way(parts: Parts, sittings: list[Sitting], found: list[Found]) -> list[Found]:
    """The venues of the sittings, those told in two places as one hybrid place."""
    return [_join(parts, sitting, told) for sitting, told in zip(sittings, found, strict=True)]


def _join(parts: Parts, sitting: Sitting, told: Found) -> Found:
    """A venue with the other half that stands with its day or on its page."""
    if told is None:
        return None
    venue, rule = told
    if venue.mode == "in_person":
        both = any(_is_town_of(other, venue) for other in _beside(parts, sitting))
        return (replace(venue, mode="hybrid"), rule) if both else told
    if venue.rule != "mode_words_also" or venue.mode != "online":
        return told
    places = [other for other in parts.venues if other.mode == "in_person" and other.rule.startswith("label")]
    return (replace(places[0], mode="hybrid"), rule) if len(places) == 1 else told


def _beside(parts: Parts, sitting: Sitting) -> list[VenueReading]:
    """The venues in the sentences of a day."""
    spans = {parts.sentence_of(date.where.start) for date in sitting.mentions}
    return [venue for span in spans for venue in standing_between(parts.venues, *span)]


def _is_town_of(other: VenueReading, venue: VenueReading) -> bool:
    """Whether a hybrid place is only the town of another one."""
    return other.mode == "hybrid" and not other.name and not other.street and other.city in (venue.city, None)
