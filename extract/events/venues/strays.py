"""Places where nobody meets: beside days that belong to no event, and in towns where no sitting is held.

A place is read by the day beside it. Once that day turns out to be that of an appointment, a prize or an interview
(`day_without_an_event`), its place is none either, and its town is only mentioned.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.events.parts import Parts
from extract.records import DateReading, EventReading, OpenReading, TerritoryReading, VenueReading

_NO_EVENT: Final = "day_without_an_event"
_NOBODY_MEETS: Final = ("of_thing", "cue:away")
"""Rules of days on which something is sent, or somebody begins to work: the place in their sentence is none, too."""
_SAID: Final = ("label", "inline_label")
"""Rules of places that the page itself calls places: they stay."""


def set_strays_aside(
    parts: Parts, events: tuple[EventReading, ...], unplaced: tuple[OpenReading, ...]
) -> tuple[tuple[VenueReading, ...], tuple[TerritoryReading, ...]]:
    """The venues without strays, and the territories with the role that is left to those that stood in one."""
    days = [day.where for day in unplaced if day.reason == _NO_EVENT and day.where is not None]
    nobody = [] if events else [d.where for d in parts.dates if d.role == "other" and d.rule in _NOBODY_MEETS]
    told_of = _unheld(parts, events) if parts.document.title else []
    if told_of:
        parts = replace(
            parts,
            venues=tuple(venue for venue in parts.venues if venue not in told_of),
            territories=_as_mentioned(parts.territories, told_of),
        )
    untitled = not parts.document.title  # words alone are no page that could tell of an event
    if untitled or not (days or nobody):
        return parts.venues, parts.territories
    sentences = {parts.sentence_of(where.start) for where in (*days, *nobody)}
    held = {id(session.venue) for event in events for session in event.sessions}
    strays = [
        venue
        for venue in parts.venues
        if id(venue) not in held
        and not venue.rule.startswith(_SAID)
        and ((days and not events) or parts.sentence_of(venue.where.start) in sentences)
    ]
    kept = tuple(venue for venue in parts.venues if venue not in strays)
    return kept, _as_mentioned(parts.territories, strays)


def _unheld(parts: Parts, events: tuple[EventReading, ...]) -> list[VenueReading]:
    """Places in towns where no sitting is held and beside which no day of one stands, on a page that places them all.

    People meet somewhere on some day: where each day has its place, the others are those of guests, senders, examples.
    """
    sessions = [session for event in events for session in event.sessions]
    held = [session.venue for session in sessions if session.venue is not None]
    if not sessions:
        meets = any(_may_be_of_event(date) for date in parts.dates)
        return [v for v in parts.venues if not meets and not v.rule.startswith(_SAID)]  # nobody meets on any day
    if not held or len(held) < len(sessions) or any(v.city is None and v.mode != "online" for v in held):
        return []
    cities = {venue.city for venue in held}
    dated = {parts.sentence_of(date.where.start) for date in parts.dates if _may_be_of_event(date)}
    return [
        venue
        for venue in parts.venues
        if venue.city is not None
        and venue.city not in cities
        and venue.mode == "in_person"
        and not venue.rule.startswith(_SAID)
        and parts.sentence_of(venue.where.start) not in dated
    ]


def _may_be_of_event(date: DateReading) -> bool:
    """Whether people may meet on a day or in a month: `rendez-vous à Maubeuge en mars 2027`."""
    return date.role in ("event", "past") or (date.role == "other" and date.precision in ("month", "season"))


def _as_mentioned(
    territories: tuple[TerritoryReading, ...], strays: list[VenueReading]
) -> tuple[TerritoryReading, ...]:
    """The territories, of which those in a place where nobody meets are only mentioned."""
    spans = [(venue.where.start, venue.where.end) for venue in strays]
    return tuple(_mentioned(found, spans) for found in territories)


def _mentioned(found: TerritoryReading, spans: list[tuple[int, int]]) -> TerritoryReading:
    inside = any(start <= found.where.start < end for start, end in spans)
    return replace(found, role="mentioned") if inside and found.role == "venue" else found
