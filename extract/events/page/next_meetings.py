"""The next meeting that a report announces: an event of its own, told in one sentence below what is reported."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.events.page.event_nouns import find_nouns
from extract.events.page.naming import find_event_type
from extract.events.parts import Parts
from extract.records import EventReading, Evidence, SessionReading

_NEXT: Final = re.compile(
    r"(?<![^\W_])(?:prochaine?s?|seconde?s?|deuxi[èe]mes?|nouve(?:au|lle|l)s?|suivante?s?|autres?)(?![^\W_])",
    re.IGNORECASE,
)
UP_TO_DAY: Final = re.compile(
    r"(?<=\w)\s+(?:(?:aura|auront|est|sont|sera|seront)\s+(?:lieu|fix\w+|pr[ée]vu\w*|programm\w+|organis\w+)|"
    r"se\s+(?:tien|d[ée]roul)\w+)(?![^\W_])[^.;:]*$|\s+(?:en|au|le|du|pour le|[àa] partir du)$",
    re.IGNORECASE,
)
"""What leads from the name of a meeting to its day: `La dernière séance aura lieu en` juin."""
_SERIES: Final = ("cycle", "formation")


def part_next_meetings(parts: Parts, event: EventReading) -> list[EventReading]:
    """An event that a page reports, and behind it each later sitting that its sentence announces as the next meeting.

    A next meeting is parted last, so that `même lieu, même heure` is known. The next sitting of a series stays with it;
    so does the next one where the report tells no other day.
    """
    if event.relation != "reports" or find_event_type(parts.page.title) in _SERIES:
        return [event]
    coming = [session for session in event.sessions if _is_announced_as_next(parts, session)]
    told = tuple(session for session in event.sessions if session not in coming)
    if not told or any(session.first_day <= max(s.last_day for s in told) for session in coming):
        return [event]
    return [replace(event, sessions=told), *(_build_next(parts, event, session) for session in coming)]


def _is_announced_as_next(parts: Parts, session: SessionReading) -> bool:
    """Whether the words of a sentence up to a day name a next meeting (`Une seconde rencontre est prévue le`)."""
    start, _ = parts.sentence_of(session.date.where.start)
    nouns = find_nouns(parts.document.text, start, session.date.where.start)
    return bool(nouns) and _NEXT.search(parts.document.text, start, session.date.where.start) is not None


def _build_next(parts: Parts, event: EventReading, session: SessionReading) -> EventReading:
    """The next meeting by the words before its day; what else the report states is of it too where it is no number."""
    start, _ = parts.sentence_of(session.date.where.start)
    end = session.date.where.start
    noun = find_nouns(parts.document.text, start, end)[0]
    title = UP_TO_DAY.sub("", parts.document.text[start:end].strip(" ,;:–-"))
    at = parts.document.text.index(title, start)
    named: tuple[Evidence, ...] = (
        parts.evidence("event_type", noun.start, noun.end, "event_noun"),
        parts.evidence("title", at, at + len(title), "next_meeting", 0.8),
    )
    return replace(
        event,
        key=f"next:{session.first_day.isoformat()}",
        title=title,
        event_type=noun.kind,
        relation="announces",
        sessions=(session,),
        audience=None,
        participants=None,
        stated_sessions=None,
        registration_url=None,
        registration_deadline=None,
        evidence=(*named, *(e for e in event.evidence if e.field in ("cycle", "organiser"))),
    )
