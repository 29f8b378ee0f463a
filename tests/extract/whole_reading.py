"""What holds for every reading of every document, as questions that name what breaks it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.records import Evidence, Place, Reading

ROLES_OF_ELSE = ("law", "registration_deadline", "modification")


def find_misplaced(reading: Reading, text: str) -> list[tuple[str, str, Place]]:
    """What a reading holds (kind, words, place) whose place does not point to its words in the text of its document."""
    return [
        (what, words, where)
        for what, words, where in iterate_places(reading)
        if not 0 <= where.start <= where.end <= len(text)
        or not squeeze(text[where.start : where.end]).startswith(squeeze(words)[:40])
    ]


def iterate_places(reading: Reading) -> Iterator[tuple[str, str, Place]]:
    """Every (what, words, place) of a reading."""
    for what in ("dates", "venues", "territories", "themes", "open"):
        for item in getattr(reading, what):
            if item.where is not None:
                yield what, item.text, item.where
    for field in reading.fields:
        yield "fields", field.text, field.where
    evidence: list[Evidence] = list(reading.page.evidence)
    for event in reading.events:
        evidence += event.evidence
        for session in event.sessions:
            evidence += session.evidence
    for proof in evidence:
        if proof.where.end > proof.where.start:
            yield f"evidence of {proof.field}", proof.words, proof.where


def squeeze(words: str) -> str:
    """Words without the marks that join lines (` / `) and white space."""
    return re.sub(r"[\s/]+", "", words)


def count_sessions(reading: Reading) -> int:
    """How many sittings the events of a reading have."""
    return sum(len(event.sessions) for event in reading.events)


def find_sessions_of_no_event_day(reading: Reading) -> list[str]:
    """The sittings that no date of an event tells, or that lie outside of the date that tells them."""
    wrong = []
    for event in reading.events:
        allowed = {"event"} if event.relation != "mentions" else {"event", "past", "other"}
        for session in event.sessions:
            inside = session.date.first_day <= session.first_day <= session.last_day <= session.date.last_day
            if session.date.role not in allowed or not inside:
                wrong.append(str(session.first_day))
    return wrong


def find_sessions_on_days_of_else(reading: Reading) -> list[str]:
    """The sittings on a day that is only told as that of a law, a limit to register or a change of the page."""
    of_else = [d for d in reading.dates if d.role in ROLES_OF_ELSE]
    apart = {d.first_day for d in of_else if d.precision == "day"}
    events = {d.first_day for d in reading.dates if d.role == "event"} - apart
    days = {s.day for e in reading.events if e.relation != "mentions" for s in e.sessions if s.day}
    return [str(day) for day in days & (apart - events)]
