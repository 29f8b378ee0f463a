"""Rows of sessions and of the venues where they take place, each value with its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from extract.records import Evidence, SessionReading, VenueReading
from warehouse.doubts import Doubt
from warehouse.drafts import Draft
from warehouse.evidence import EvidenceBook
from warehouse.rows import Session
from warehouse.seen import Seen, Sights
from warehouse.sittings import Claim, Sitting
from warehouse.venues import VenueRegister

_FIELDS: Final = {
    "title": ("title",),
    "day": ("day",),
    "starts_at": ("starts_at",),
    "ends_at": ("ends_at",),
    "hours": ("starts_at", "ends_at"),
    "venue": ("venue_id",),
    "venue_id": ("venue_id",),
    "mode": ("mode",),
    "status": ("status",),
    "year": ("year_from",),
    "year_from": ("year_from",),
}


def build_session(draft: Draft, named: tuple[str, Sitting], register: VenueRegister, sights: Sights) -> Session:
    """Give the row of a sitting."""
    row_id, sitting = named
    best, placed = sitting.best.session, sitting.placed
    venue = placed.session.venue if placed else None
    seen = Seen.over(sights.of(claim.telling, ("session", *claim.span)) for claim in sitting.claims)
    sights.note(("sessions", row_id), seen)
    flags = sorted({flag for claim in sitting.claims for flag in claim.session.date.flags})
    return Session(
        session_id=row_id,
        event_id=draft.event_id,
        title=sitting.titled.session.title if sitting.titled else None,
        day=sitting.span[0] if sitting.known_day else None,
        first_day=sitting.span[0],
        last_day=sitting.span[1],
        starts_at=sitting.timed.session.starts_at if sitting.timed else None,
        ends_at=sitting.ends.session.ends_at if sitting.ends else None,
        precision=best.precision,
        venue_id=register.id_of(venue),
        mode=_mode(sitting, venue),
        status=sitting.decided.session.status,
        year_from=best.date.year_from,
        certainty=round(best.date.certainty, 4),
        flags=" ".join(flags) or None,
        first_seen=seen.columns[0],
        last_seen=seen.columns[1],
    )


def _mode(sitting: Sitting, venue: VenueReading | None) -> str:
    modes = {claim.session.venue.mode for claim in sitting.claims if claim.session.venue is not None}
    if "hybrid" in modes:
        return "hybrid"
    return venue.mode if venue is not None else "unknown"


def note_session(row: Session, sitting: Sitting, book: EvidenceBook) -> None:
    """Note why each value of a session is what it is: by every claim that states it."""
    for claim in sitting.claims:
        for item in _claim_evidence(row, claim):
            book.add(("sessions", row.session_id), claim.telling.capture, item)
    for claim in sitting.periods:
        date = claim.session.date
        item = Evidence("period", date.text, date.where, date.rule or "date", date.certainty)
        book.add(("sessions", row.session_id), claim.telling.capture, item)


def _claim_evidence(row: Session, claim: Claim) -> Iterable[Evidence]:
    session = claim.session
    date = session.date
    day = "day" if row.day else "first_day"
    yield Evidence(day, date.text, date.where, date.rule or "date", date.certainty)
    found = {day}
    for item in session.evidence:
        for column in _FIELDS.get(item.field, ()):
            if column != "day" and _states(row, session, column):
                found.add(column)
                yield Evidence(column, item.words, item.where, item.rule, item.certainty)
    for column in ("starts_at", "ends_at", "status", "year_from"):
        if column not in found and _states(row, session, column):
            yield Evidence(column, date.text, date.where, date.rule or "date", date.certainty)
    venue = session.venue
    if venue is not None:
        for column in ("venue_id", "mode"):
            if column not in found and _states(row, session, column):
                yield Evidence(column, venue.text, venue.where, venue.rule or "venue", venue.certainty)


def _states(row: Session, session: SessionReading, column: str) -> bool:
    """Tell whether a claim states the value that the row has."""
    if column == "status":
        return session.status == row.status != "announced"
    if column == "year_from":
        return row.year_from is not None and session.date.year_from == row.year_from
    if column == "mode":
        return session.venue is not None and session.venue.mode == row.mode
    if column == "venue_id":
        return row.venue_id is not None and session.venue is not None
    value = getattr(row, column)
    return value is not None and getattr(session, column) == value


def find_disputes(draft: Draft) -> list[Doubt]:
    """Give a doubt for each session whose sources disagree on the hour."""
    doubts = []
    for row_id, sitting in draft.sittings:
        for claim in sitting.disputed:
            text = f"{row_id}: {sitting.timed and sitting.timed.session.starts_at} / {claim.session.starts_at}"
            doubts.append(Doubt(claim.telling, text, "two sources begin this session at different hours", "hours"))
    return doubts
