"""Lists of days below a line that says what takes place on them, beside the event of the page.

`Forum santé` on a day of its own, and then `Retrouvez aussi nos permanences de dépistage :` over three towns and days:
what leads to a list names it, and an event of another kind is another event.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.events.page.event_nouns import WEAK, EventNoun, find_head_noun, find_nouns
from extract.events.page.event_types import find_title_noun, is_named_only
from extract.events.page.named_sittings import name_in_own_line, name_plainly
from extract.events.page.told_names import capitalise, name_of
from extract.events.parts import Parts, standing_between
from extract.records import EventReading, SessionReading

_MORE: Final = re.compile(
    r"\W*(?:(?:et )?[àa] (?:noter|retenir)(?: (?:aussi|[ée]galement))?|(?:et )?(?:aussi|[ée]galement)|"
    r"(?:les |nos )?autres? (?:dates?|rendez-vous|[ée]v[ée]nements?|temps forts?)|notez (?:aussi|[ée]galement)|"
    r"dates? [àa] (?:noter|retenir)|(?:et )?prochainement|(?:[àa] )?vos agendas)(?![^\W_])[^.!?\n]{0,50}:\s*$",
    re.IGNORECASE,
)
"""What leads to other things than that of which the page has told."""
_LONGEST: Final = 160
_MOST_LINES: Final = 12
_HOLDS: Final = ("cycle", "parcours", "formation", "semaine", "festival", "quinzaine", "programme", "tournée", "saison")


def part_led_lists(parts: Parts, event: EventReading) -> list[EventReading]:
    """An event, and behind it those of other kinds that a line names which leads to a list of their days.

    A line that only says that there is more (`À noter également :`) leads to things of which each is named by its own.
    """
    if event.relation != "reports" and (more := _part_more(parts, event)):
        return more
    title = find_title_noun(event.title)
    if event.relation == "reports" or title is None or title.kind in WEAK or title.kind in _HOLDS:
        return [event]
    leads = [_find_lead(parts, session) for session in event.sessions]
    named = {lead: noun for lead in leads if lead is not None and (noun := _noun_of(parts, lead)) is not None}
    named = {lead: noun for lead, noun in named.items() if noun.kind != title.kind and noun.kind not in WEAK - _KINDS}
    told = tuple(s for s, lead in zip(event.sessions, leads, strict=True) if lead not in named)
    if not told or not named or any(s.status == "postponed" for s in event.sessions):
        return [event]
    parted = [
        _build(parts, event, lead, noun, tuple(s for s, led in zip(event.sessions, leads, strict=True) if led == lead))
        for lead, noun in named.items()
    ]
    return [replace(event, sessions=told), *parted]


_KINDS: Final = frozenset(("permanence", "visite"))
"""Kinds that tell what a list is of, though a title that names them may mean less."""


def _part_more(parts: Parts, event: EventReading) -> list[EventReading]:
    """An event and what a line below it leads to with other words than its own; none where some of it has no name."""
    leads = [_find_lead(parts, session) for session in event.sessions]
    words = [parts.document.words_of(lead) if lead is not None else "" for lead in leads]
    more = [index for index, said in enumerate(words) if _MORE.match(said) is not None]
    own = tuple(session for index, session in enumerate(event.sessions) if index not in more)
    if not more or not own or any(session.status == "postponed" for session in event.sessions):
        return []
    lines = [parts.block_of(event.sessions[index].date.where.start) for index in more]
    names = [(name_in_own_line(parts, line) or name_plainly(parts, line)) if line else None for line in lines]
    groups: dict[Block, list[int]] = {}
    told: dict[Block, tuple[Block, str, EventNoun | None]] = {}
    for index, line, name in zip(more, lines, names, strict=True):
        if line is None or name is None:
            return []
        groups.setdefault(line, []).append(index)
        told[line] = line, name.words, name.noun
    return [
        replace(event, sessions=own),
        *(_make(parts, event, told[line], [event.sessions[n] for n in members]) for line, members in groups.items()),
    ]


def _find_lead(parts: Parts, session: SessionReading) -> Block | None:
    """The line that ends with a colon right above the lines with days among which the day of a sitting stands."""
    line = parts.block_of(session.date.where.start)
    above = parts.block_above(line) if line is not None else None
    for _ in range(_MOST_LINES):
        if above is None or above.kind == "title" or not standing_between(parts.dates, above.start, above.end):
            break
        if parts.ends_with_colon(above):
            break
        above = parts.block_above(above)
    if above is None or above.end - above.start > _LONGEST:
        return None
    days = [
        d for d in standing_between(parts.dates, above.start, above.end) if d.role == "event" and d.precision == "day"
    ]
    return above if parts.ends_with_colon(above) and not days else None


def _noun_of(parts: Parts, lead: Block) -> EventNoun | None:
    """The noun of events of a line, where it stands at its head or is no part of another name."""
    head = find_head_noun(parts.document.text, lead.start, lead.end)
    if head is not None:
        return head
    text = parts.document.text
    nouns = [n for n in find_nouns(text, lead.start, lead.end) if not is_named_only(text[lead.start : n.start])]
    return nouns[-1] if nouns else None


def _build(
    parts: Parts, event: EventReading, lead: Block, noun: EventNoun, sessions: tuple[SessionReading, ...]
) -> EventReading:
    return _make(parts, event, (lead, name_of(parts, noun, lead.end), noun), sessions)


def _make(
    parts: Parts, event: EventReading, named: tuple[Block, str, EventNoun | None], sessions: Sequence[SessionReading]
) -> EventReading:
    """A thing beside an event; what the page states of numbers and of how to sign up is not its own."""
    line, name, noun = named
    at = max(line.start, parts.document.text.find(name, line.start, line.end))
    return replace(
        event,
        key=f"{event.key}:led:{sessions[0].first_day.isoformat()}",
        title=capitalise(name),
        event_type=noun.kind if noun is not None else "événement",
        sessions=tuple(sessions),
        audience=None,
        participants=None,
        stated_sessions=None,
        registration_url=None,
        registration_deadline=None,
        evidence=(
            parts.evidence("event_type", at, at + len(name), "event_noun"),
            parts.evidence("title", at, at + len(name), "told_over_list", 0.8),
            *(e for e in event.evidence if e.field in ("cycle", "organiser")),
        ),
    )
