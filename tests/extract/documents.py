"""Brochures for the tests of whole documents: drawn as PDF, read, and told as short tuples."""

from __future__ import annotations

from extract.read import read_document
from extract.records import Reading
from tests.gold.brochures import draw_brochure
from warehouse.reference import load_knowledge

Told = tuple[str, str | None, str | None, str | None, str]
"""A session: its day, start, end, town and mode."""
Where = tuple[str | None, str | None, str | None]
"""A place: its name, street and town."""


def read_brochure(text: str, layout: str = "one-column") -> Reading:
    """The reading of a brochure drawn in one of the layouts."""
    address = "https://exemple.org/sites/default/files/brochure.pdf"
    return read_document(draw_brochure(text, layout), address, "application/pdf", load_knowledge())


def sessions_of(reading: Reading) -> list[Told]:
    """All sessions of a reading, in order."""
    told: list[Told] = []
    for session in (session for event in reading.events for session in event.sessions):
        venue = session.venue
        city, mode = (venue.city, venue.mode) if venue else (None, "in_person")
        told.append((session.first_day.isoformat(), session.starts_at, session.ends_at, city, mode))
    return told


def places_of(reading: Reading) -> list[Where]:
    """All places where people meet, in order and once each."""
    found = [(v.name, v.street, v.city) for v in reading.venues if v.mode != "online"]
    return list(dict.fromkeys(found))
