"""What is asked of a composed page besides its sessions: their status, their house and street, the deadline."""

from __future__ import annotations

from collections.abc import Iterator

from extract.records import Reading, SessionReading
from tests.gold.judge_places import fold, is_same_name
from tests.gold.slots.drafts import Draft, Sitting


def judge_details(draft: Draft, reading: Reading) -> Iterator[tuple[str, str]]:
    """What is asked by name, each with what is wrong with it, empty where it is right."""
    sessions = [session for event in reading.events for session in event.sessions]
    words = "\n".join(draft.lines)
    for sitting in draft.sittings:
        found = [session for session in sessions if session.first_day == sitting.day]
        if not found:
            continue
        if sitting.status != "announced":
            read = {session.status for session in found}
            yield "status", "" if sitting.status in read else f"{sitting.day} is {sitting.status}, read {sorted(read)}"
        if sitting.spot and not sitting.optional:
            yield from _judge_spot(sitting, found, words)
    if draft.deadline:
        days = {date.last_day for date in reading.dates if date.role == "registration_deadline"}
        yield "deadline", "" if draft.deadline in days else f"{draft.deadline} is the deadline, read {sorted(days)}"


def _judge_spot(sitting: Sitting, found: list[SessionReading], words: str) -> Iterator[tuple[str, str]]:
    """House and street as far as they stand on the page; where they do not, none may be read."""
    spot = sitting.spot
    assert spot is not None
    venues = [session.venue for session in found if session.venue]
    streets = {fold(venue.street) for venue in venues}
    told = fold(spot.street) if spot.street in words else ""
    yield "street", "" if told in streets else f"{sitting.day} is at {told!r}, read {sorted(streets)}"
    if spot.house in words:
        houses = [venue.name for venue in venues]
        right = any(is_same_name(spot.house, house) for house in houses)
        yield "house", "" if right else f"{sitting.day} is in {spot.house}, read {houses}"
