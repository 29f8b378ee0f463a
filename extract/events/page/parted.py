"""One event parted by the names of its sittings: each name one event, with its kind, its evidence and its sittings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.events.page.event_nouns import find_first_noun
from extract.events.page.event_types import find_kind_of_body, find_title_noun
from extract.events.page.sitting_titles import without_title
from extract.events.page.titled_columns import SittingName
from extract.events.parts import Parts
from extract.records import EventReading, Evidence, SessionReading

_FEWEST: Final = 2
_NUMBER: Final = re.compile(r"\W+(?:n\W{0,2})?\d{1,2}\W{0,2}$")
OF_ANY: Final = frozenset(("rencontre", "session", "événement", "visioconférence"))
"""Kinds that say no more than that people meet."""


def part_by_names(parts: Parts, event: EventReading, names: Sequence[SittingName | None]) -> list[EventReading]:
    """The event parted by the names of its sittings, or as it is where these are one."""
    groups: dict[str, list[int]] = {}
    for index, name in enumerate(names):
        groups.setdefault(key_of_name(name.words) if name is not None else "", []).append(index)
    if len(groups) < _FEWEST:
        return [event]
    kinds = [name.noun.kind for name in names if name is not None and name.noun is not None]
    if find_title_noun(event.title) is None and kinds.count(event.event_type) == 1 and event.event_type != "réunion":
        event = replace(event, event_type="événement")  # the kind of one of them is not that of the others
    return [_build(parts, event, names[members[0]], members, n) for n, members in enumerate(groups.values())]


def merge_same_names(events: list[EventReading]) -> list[EventReading]:
    """Events of an agenda, those of one name joined as sittings of one: `Groupe mobilité` in May and in June."""
    merged: dict[str, EventReading] = {}
    for event in events:
        key = key_of_name(event.title) or event.key
        same = merged.get(key)
        merged[key] = event if same is None else replace(same, sessions=same.sessions + event.sessions)
    return list(merged.values())


def key_of_name(words: str) -> str:
    """What is the same in names of one event, whatever the number of its sitting (`Formation des bénévoles (2)`)."""
    return re.sub(r"[\W_]+", " ", _NUMBER.sub("", words.lower())).strip()


def _title_of(sessions: Sequence[SessionReading]) -> Evidence | None:
    """The evidence of the title that all of some sittings have; None where one has none or another."""
    proofs = [next((e for e in session.evidence if e.field == "title"), None) for session in sessions]
    return proofs[0] if len({session.title for session in sessions}) == 1 else None


def _named_by(told: Evidence, name: SittingName) -> SittingName:
    """What a sitting is about as the name of its event; what kind that is, by its own noun, else by the line's."""
    noun = find_first_noun(told.words)
    return SittingName(told.words, name.block, noun or name.noun)


def _kind_unnamed(kind: str, name: str, sessions: Sequence[SessionReading]) -> str:
    """The kind of a thing whose name tells none: that of all, else of the body; on screen no mere `rencontre`."""
    if kind == "événement" and (held := find_kind_of_body(name)):
        return held
    online = all(session.venue is not None and session.venue.mode == "online" for session in sessions)
    return "visioconférence" if online and kind in OF_ANY else kind


def _build(
    parts: Parts, event: EventReading, name: SittingName | None, members: Sequence[int], number: int
) -> EventReading:
    """One of the events: with its name and kind, and what the page states of all; no number of those who came."""
    sessions = tuple(event.sessions[index] for index in members)
    told = _title_of(sessions)
    sessions = tuple(without_title(session) for session in sessions) if told is not None else sessions
    if name is None:
        return replace(event, key=f"{event.key}:{number}", sessions=sessions, participants=None, stated_sessions=None)
    at = parts.document.text.find(name.words, name.block.start, name.block.end)
    span = (at, at + len(name.words)) if at >= 0 else (name.block.start, name.block.end)
    if told is not None:
        name = _named_by(told, name)
    proofs = [
        told or parts.evidence("title", *span, "named_sitting", 0.8),
        parts.evidence("event_type", *span, "event_noun", 0.8),
    ]
    kept: list[Evidence] = [e for e in event.evidence if e.field in ("cycle", "organiser", "partners", "audience")]
    deadline = event.registration_deadline
    in_time = deadline is not None and deadline <= sessions[0].first_day
    kept += [e for e in event.evidence if in_time and e.field == "registration_deadline"]
    return replace(
        event,
        key=f"{event.key}:{number}",
        title=name.words[:1].upper() + name.words[1:],
        event_type=name.noun.kind if name.noun is not None else _kind_unnamed(event.event_type, name.words, sessions),
        sessions=sessions,
        participants=None,
        stated_sessions=None,
        registration_deadline=deadline if in_time else None,
        evidence=(*proofs, *kept),
    )
