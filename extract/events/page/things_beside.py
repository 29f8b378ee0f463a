"""A second thing that a page tells of beside its event: in one line or sentence, by its own name, on a day far off.

`Atelier CV le 19 juin de 14h à 16h, à la maison pour tous` on the flyer of the job dating of 26 June. What a cycle, a
week or a festival holds together is its own.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from extract.events.page.event_nouns import WEAK, EventNoun, find_nouns
from extract.events.page.event_types import find_title_noun
from extract.events.page.told_names import capitalise, is_quoted, name_of
from extract.events.parts import Parts
from extract.records import EventReading, SessionReading

_HOLD: Final = frozenset(
    (
        *("cycle", "formation", "parcours", "semaine", "quinzaine", "festival", "tournée", "séjour", "caravane"),
        *("voyage d'étude", "université", "université d'été", "assises", "fête", "séminaire", "concertation", "salon"),
    )
)
"""Kinds that hold other things together."""
_HELD: Final = re.compile(
    r"(?<![^\W_])(?:cycles?|parcours|programme|saison|semaine|quinzaine|(?:deux|trois|quatre|cinq|six|\d) \w+)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(
    r"\W*(?:l[ea]\s(?:premi|second|deuxi|troisi|derni)\w*\s?[,:]\s)?(?:(?:une?|l[ea]s?|notre|nos|des|deux|trois)\s|l['’])?",
    re.IGNORECASE,
)
_APART: Final = "permanence"
"""What is beside any meeting, however it is told: people come one by one."""
_NEAR: Final = dt.timedelta(days=1)


def part_things_beside(parts: Parts, event: EventReading) -> list[EventReading]:
    """An event, and behind it the things of other kinds that single sentences of its page tell of."""
    title = find_title_noun(event.title)
    if event.relation == "reports" or len(event.sessions) < 2 or title is None or _HELD.search(event.title):
        return [event]
    if title.kind in WEAK or title.kind in _HOLD or any(s.status == "postponed" for s in event.sessions):
        return [event]
    found = {index: noun for index, s in enumerate(event.sessions) if (noun := _find_other(parts, title.kind, s))}
    own = tuple(s for index, s in enumerate(event.sessions) if index not in found)
    first, last = min((s.first_day for s in own), default=None), max((s.last_day for s in own), default=None)
    if not found or first is None or last is None:
        return [event]
    near = (
        i for i, n in found.items() if first - _NEAR <= event.sessions[i].first_day <= last + _NEAR and n.kind != _APART
    )
    if any(True for _ in near):
        return [event]
    beside = [_build(parts, event, event.sessions[index], noun) for index, noun in found.items()]
    return [replace(event, sessions=own), *beside]


def _find_other(parts: Parts, kind: str, session: SessionReading) -> EventNoun | None:
    """The noun of another kind that the sentence of a day begins with or tells the quoted name of, before the day."""
    text, day = parts.document.text, session.date.where.start
    start, end = parts.sentence_of(day)
    nouns = find_nouns(text, start, day)
    if session.starts_at is None and not is_quoted(text[start:day]):
        return None
    if not nouns or any(noun.kind == kind for noun in find_nouns(text, start, end)):
        return None
    noun = nouns[0]
    opens = _OPENS.fullmatch(text, start, noun.start) is not None or noun.kind == _APART
    other = (noun.kind not in WEAK or noun.kind == _APART) and noun.kind not in _HOLD
    return noun if other and (opens or is_quoted(name_of(parts, noun, day))) else None


def _build(parts: Parts, event: EventReading, session: SessionReading, noun: EventNoun) -> EventReading:
    """A thing told beside the event of a page; what the page states of numbers and of how to sign up is not its own."""
    name = name_of(parts, noun, session.date.where.start)
    return replace(
        event,
        key=f"beside:{session.first_day.isoformat()}",
        title=capitalise(name),
        event_type=noun.kind,
        sessions=(session,),
        audience=None,
        participants=None,
        stated_sessions=None,
        registration_url=None,
        registration_deadline=None,
        evidence=(
            parts.evidence("event_type", noun.start, noun.end, "event_noun"),
            parts.evidence("title", noun.start, noun.start + len(name), "told_beside", 0.8),
            *(e for e in event.evidence if e.field in ("cycle", "organiser")),
        ),
    )
