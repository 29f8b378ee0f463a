"""Pages and brochures for the tests of whole documents: made of a few words, read, and told in short.

Sessions are told as tuples, or in a line as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

from extract.read import read_document
from extract.records import Reading, SessionReading
from tests.gold.brochures import draw_brochure
from warehouse.reference import load_knowledge

Told = tuple[str, str | None, str | None, str | None, str]
"""A session: its day, start, end, town and mode."""
Where = tuple[str | None, str | None, str | None]
"""A place: its name, street and town."""


def read_page(title: str, body: str) -> Reading:
    """The reading of a page of a site with a title and what stands below it."""
    page = f"<html><head><title>{title}</title></head><body><main><h1>{title}</h1>{body}</main></body></html>"
    return read_document(page.encode(), "https://www.exemple.fr/agenda/page", "text/html", load_knowledge())


def draw_table(head: tuple[str, ...], *rows: tuple[str, ...]) -> str:
    """A table of a page: its row of headings, and one row for each of the others."""
    drawn = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
    drawn.insert(0, "".join(f"<th>{cell}</th>" for cell in head))
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in drawn)}</table>"


def read_brochure(text: str, layout: str = "one-column") -> Reading:
    """The reading of a brochure drawn in one of the layouts."""
    address = "https://exemple.org/sites/default/files/brochure.pdf"
    return read_document(draw_brochure(text, layout), address, "application/pdf", load_knowledge())


def read_text(text: str) -> Reading:
    """The reading of a text without markup: an e-mail, a note."""
    return read_document(text.encode(), None, "text/plain", load_knowledge())


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


def tell(session: SessionReading) -> str:
    """A session in a line."""
    venue = session.venue
    hours = f"{session.starts_at or ''}-{session.ends_at or ''}"
    mode = venue.mode if venue is not None and venue.mode != "in_person" else ""
    status = "" if session.status == "announced" else session.status
    city = (venue.city if venue is not None else None) or "?"
    return " ".join(part for part in (session.first_day.isoformat(), hours, city, mode, status) if part)


def tell_sessions(reading: Reading) -> list[str]:
    """All sessions of a reading, a line each, in order."""
    return [tell(session) for event in reading.events for session in event.sessions]
