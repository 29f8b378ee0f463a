"""Towns in which a sitting is held: whatever the words around their name, they are the place of the event.

A town is given to a sitting by the field, the column, the heading or the list that its day stands in; its name is then
found far from any words of a venue (`Groupe « Arras »` over the lines of its days).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from extract.records import EventReading, TerritoryReading, VenueReading

_HELD: Final = "town_of_sitting"
_POSTCODE: Final = re.compile(r"(?<!\d)\d{2} ?\d{3},?\s$")
_REACH: Final = 9
_PLACE: Final = "in_venue"
"""The rule of a town in the words of a place: people may meet there, whatever became of its sitting."""


def as_venues_of_sittings(
    territories: tuple[TerritoryReading, ...], events: tuple[EventReading, ...]
) -> tuple[TerritoryReading, ...]:
    """The territories; a town where a sitting is held and that is nowhere a venue is one where it stands nearest."""
    told = list(territories)
    done = {reading.territory_id for reading in told if reading.role == "venue"}
    for code, at in _towns_of(events):
        named = [n for n, reading in enumerate(told) if reading.territory_id == code and reading.role == "mentioned"]
        if code in done or not named:
            continue
        done.add(code)
        near = min(named, key=lambda n: abs(told[n].where.start - at))
        told[near] = replace(told[near], role="venue", rule=f"{told[near].rule}; {_HELD}")
    return tuple(told)


def without_towns_of_letters(
    text: str, territories: tuple[TerritoryReading, ...], venues: tuple[VenueReading, ...]
) -> tuple[TerritoryReading, ...]:
    """The territories without the towns of addresses at which nobody meets, told nowhere else: `IREV, 59000 Lille`."""
    held = {venue.commune_code for venue in venues}
    told = Counter(reading.territory_id for reading in territories)
    return tuple(
        reading
        for reading in territories
        if reading.role != "mentioned"
        or told[reading.territory_id] > 1
        or reading.territory_id in held
        or reading.rule.endswith(_PLACE)
        or _POSTCODE.search(text, max(0, reading.where.start - _REACH), reading.where.start) is None
    )


def _towns_of(events: tuple[EventReading, ...]) -> list[tuple[str, int]]:
    """The code of each town where a sitting is held, with where the page says so; earlier editions are not counted."""
    return [
        (session.venue.commune_code, session.venue.where.start)
        for event in events
        if not event.key.startswith("earlier:")
        for session in event.sessions
        if session.venue is not None and session.venue.commune_code is not None
    ]
