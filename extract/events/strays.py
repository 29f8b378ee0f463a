"""Places where nobody meets: beside days that belong to no event, on pages that announce none.

A place is read by the day beside it. Once that day turns out to be that of an appointment, a prize or an interview
(`day_without_an_event`), its place is none either, and its town is only mentioned.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.events.parts import Parts
from extract.records import EventReading, OpenReading, TerritoryReading, VenueReading

_NO_EVENT: Final = "day_without_an_event"
_SAID: Final = ("label", "inline_label")
"""Rules of places that the page itself calls places: they stay."""


def set_strays_aside(
    parts: Parts, events: tuple[EventReading, ...], unplaced: tuple[OpenReading, ...]
) -> tuple[tuple[VenueReading, ...], tuple[TerritoryReading, ...]]:
    """The venues without strays, and the territories with the role that is left to those that stood in one."""
    days = [day.where for day in unplaced if day.reason == _NO_EVENT and day.where is not None]
    if not days or not parts.document.title:  # words without a title are no page that could tell of an event
        return parts.venues, parts.territories
    sentences = {parts.sentence_of(where.start) for where in days}
    held = {id(session.venue) for event in events for session in event.sessions}
    strays = [
        venue
        for venue in parts.venues
        if id(venue) not in held
        and not venue.rule.startswith(_SAID)
        and (not events or parts.sentence_of(venue.where.start) in sentences)
    ]
    kept = tuple(venue for venue in parts.venues if venue not in strays)
    spans = [(venue.where.start, venue.where.end) for venue in strays]
    return kept, tuple(_mentioned(found, spans) for found in parts.territories)


def _mentioned(found: TerritoryReading, spans: list[tuple[int, int]]) -> TerritoryReading:
    inside = any(start <= found.where.start < end for start, end in spans)
    return replace(found, role="mentioned") if inside and found.role == "venue" else found
