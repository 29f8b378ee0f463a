"""The events of a page: the main one, those of its sections, and the earlier editions it mentions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from extract.document import Block
from extract.events.details import read_details
from extract.events.mentions import find_mentions
from extract.events.naming import Name, find_event_type, find_type_spans
from extract.events.ordinals import find_numbered_lines, find_numbered_venue, give_numbered_hours
from extract.events.page_hours import give_page_hours
from extract.events.parts import Parts, standing_between
from extract.events.places import find_venue
from extract.events.programme import give_programme_hours
from extract.events.registration import find_deadline
from extract.events.roles import MET
from extract.events.schedules import is_schedule
from extract.events.sections import Section, find_agenda, find_agenda_lines, find_separate_events, is_agenda
from extract.events.series import find_series, find_series_in_title
from extract.events.sittings import MOVES, Sitting, build_sittings
from extract.records import DateReading, EventReading, Evidence, OpenReading, SessionReading, VenueReading
from extract.sentences import find_sentences
from extract.titles import find_title_evidence

Span = tuple[int, int]

_SURE_ENOUGH: Final = 0.45
_EVENTLESS: Final = ("listing", "territory")
_SOCIAL: Final = re.compile(
    r"appel [àa] (?:projets?|candidatures?|manifestation)|offre d['’]emploi|recrutement", re.IGNORECASE
)


def build_events(parts: Parts) -> tuple[tuple[EventReading, ...], tuple[OpenReading, ...]]:
    """All events of a page, and the event days that could not be given to one, with the reason."""
    if parts.page.kind in _EVENTLESS:
        return (), ()
    dates = [d for d in parts.dates if d.role == "event"]
    sure = [d for d in dates if d.certainty >= _SURE_ENOUGH]
    unsure = tuple(_leave(d, "day_not_certain_enough") for d in dates if d.certainty < _SURE_ENOUGH)
    agenda = find_agenda(parts, sure)
    if agenda:
        return tuple(_section_events(parts, agenda, [])), unsure
    if sure and not _speaks_of_event(parts, sure):
        lines = find_agenda_lines(parts, sure) if is_agenda(parts.document.title) else []
        if lines:
            return tuple(_section_events(parts, lines, [])), unsure
        named, silent = _following_events(parts, sure, "day_without_an_event")
        return tuple(named), (*unsure, *silent)
    main, others = _split_titled(parts, sure)
    if find_event_type(parts.page.title) not in ("cycle", "formation"):
        main = _without_periods_beside_days(main)
    cycle = find_series(parts, parts.page.title, _find_type(parts, parts.page.title, main))
    mentions = find_mentions(parts, sure, cycle.title if cycle else None)
    told = [span for mention in mentions for span in mention.spans]
    sections = find_separate_events(parts, main)
    own = _without_places_of(parts, others, main)
    events = _section_events(own, sections, told) if sections else _main_event(own, main, cycle, told)
    following, unplaced = _following_events(parts, others, "day_of_another_event")
    return (*events, *following, *(mention.event for mention in mentions)), (*unsure, *unplaced)


def _without_periods_beside_days(dates: list[DateReading]) -> list[DateReading]:
    """A single event that has days needs no month besides: the month is that of something else."""
    days = [date for date in dates if date.precision == "day"]
    return days or dates


def _leave(date: DateReading, reason: str) -> OpenReading:
    return OpenReading(date.text, reason, date.where, "events")


def _speaks_of_event(parts: Parts, dates: list[DateReading]) -> bool:
    """Whether the page speaks of something that takes place: in its title, its lead, or beside one of the days."""
    title = parts.document.title
    if is_schedule(parts, dates):
        return True
    if _SOCIAL.search(title):
        return False
    headings = [parts.document.words_of(block) for block in parts.blocks if block.kind == "heading"]
    opening = [block for block in parts.blocks if block.kind == "paragraph" and block.row is None]
    headings += [parts.document.words_of(block) for block in opening[:2] if not _leads_elsewhere(parts, block)]
    sentences = dict.fromkeys(parts.words(parts.sentence_of(d.where.start)) for d in dates)
    if any(find_event_type(text) for text in (title, parts.document.lead or "", *headings, *sentences)):
        return True
    if any(_INVITES.search(text) or MET.search(text) for text in (parts.document.lead or "", *headings, *sentences)):
        return True
    if any(_ASKS.search(parts.document.words_of(block)) for block in parts.blocks[:8]):
        return True
    weekdays = [d for d in dates if d.precision == "day" and _WEEKDAY.search(d.text)]
    if any(_venues_beside(parts, d) or _has_place_below(parts, d) for d in weekdays):
        return True
    return any(d.rule == "dates_field" or (d.starts_at and d.ends_at) for d in dates)


_WEEKDAY: Final = re.compile(r"(?:lun|mar|mercre|jeu|vendre|same|diman)di|dimanche", re.IGNORECASE)
_INVITES: Final = re.compile(
    r"(?<![^\W_])(?:rejoign\w+|venez|retrouv\w+[- ]nous|participez|inscrivez|vous attend\w*|aura lieu|auront lieu|"
    r"se tiendr\w+|se r[ée]uni(?:t|ra|ront|ssent)|"
    r"se d[ée]rouler\w*|se tien(?:t|nent)|vous accueill\w+|est organis[ée]e?|sont organis[ée]e?s|"
    r"(?:a|ont) (?:r[ée]uni|rassembl[ée]))(?![^\W_])",
    re.IGNORECASE,
)


_ASKS: Final = re.compile(
    r"(?<![^\W_])(?:de vous (?:inviter|convier)|vous (?:invit|convi)\w+|"
    r"vous prie(?:nt)? de (?:bien vouloir )?(?:participer|assister|honorer))",
    re.IGNORECASE,
)
"""Words of an invitation, in the first lines of a paper."""


def _leads_elsewhere(parts: Parts, block: Block) -> bool:
    """Whether a line is only a link: what it names is another page's."""
    links = parts.document.links_between(block.start, block.end)
    return sum(link.end - link.start for link in links) * 2 > block.end - block.start


_LINES_BELOW: Final = 5
_LONGEST_LEAD: Final = 120
"""So long are the words before a day at most that name an event: a page of days in one sentence stays cheap."""


def _following_events(
    parts: Parts, dates: list[DateReading], reason: str
) -> tuple[list[EventReading], list[OpenReading]]:
    """Events that a page about something else names in one sentence (`Prochain rendez-vous le mardi 13 juin`).

    They are called by the words before their day. Days without such words stay open, with the reason given.
    """
    events: list[EventReading] = []
    unplaced: list[OpenReading] = []
    for date in dates:
        start, _ = parts.sentence_of(date.where.start)
        words = parts.document.text[start : date.where.start].strip(" ,:–-")
        points_back = _POINTS_BACK.match(words) is not None
        short = points_back or len(words) <= _LONGEST_LEAD
        said = short and (date.rule == "cue:event" or _INVITES.search(words) is not None)
        words = _heading_above(parts, start) if points_back else words
        event_type = find_event_type(words) if said and len(words) <= _LONGEST_LEAD else ""
        if not event_type:
            unplaced += [_leave(date, reason)] if date.precision == "day" else []
            continue
        inner = replace(parts, venues=_venues_beside(parts, date), blocks=())
        events += _build(inner, _Draft(f"next:{date.first_day.isoformat()}", words, event_type, None, [date], []))
    return events, unplaced


# `Elle est organisée le 17 octobre` under `Une réunion d'information`.
_POINTS_BACK: Final = re.compile(r"(?:elles?|ils?|cel(?:le|ui)-ci|ce dernier|cette dernière)(?![^\W_])", re.IGNORECASE)


def _heading_above(parts: Parts, position: int) -> str:
    """The words of the heading right above the block at a position, or nothing."""
    above = [block for block in parts.blocks if block.start <= position]
    return parts.document.words_of(above[-2]) if len(above) > 1 and above[-2].kind == "heading" else ""


def _venues_beside(parts: Parts, date: DateReading) -> tuple[VenueReading, ...]:
    start, end = parts.sentence_of(date.where.start)
    return tuple(venue for venue in parts.venues if start <= venue.where.start < end)


def _has_place_below(parts: Parts, date: DateReading) -> bool:
    """Whether one of the short lines below a day says where, as on a flyer."""
    for block in parts.blocks_after(date.where.start, _LINES_BELOW):
        if block.end - block.start > _LONGEST_LEAD or block.row is not None:
            return False
        if any(venue.city or venue.street for venue in standing_between(parts.venues, block.start, block.end)):
            return True
    return False


def _split_titled(parts: Parts, dates: list[DateReading]) -> tuple[list[DateReading], list[DateReading]]:
    """Where the title itself gives the day, other single days of the page belong to other events."""
    title = parts.document.title
    if not title or MOVES.search(title) or find_event_type(title) in ("cycle", "événement", ""):
        return dates, []
    named = {
        (d.first_day, d.last_day)
        for d in dates
        if d.precision == "day" and (block := parts.block_of(d.where.start)) is not None and block.kind == "title"
    }
    if not named:
        return dates, []
    first, last = min(first for first, _ in named), max(last for _, last in named)
    kept = [d for d in dates if d.first_day <= last and d.last_day >= first]
    return kept, [d for d in dates if d not in kept]


def _without_places_of(parts: Parts, others: list[DateReading], main: list[DateReading]) -> Parts:
    """The parts without the places that stand in one sentence with a day of another event and none of the main one."""
    taken = {parts.sentence_of(date.where.start) for date in others}
    taken -= {parts.sentence_of(date.where.start) for date in main}
    kept = tuple(venue for venue in parts.venues if parts.sentence_of(venue.where.start) not in taken)
    return replace(parts, venues=kept)


def _relation(parts: Parts) -> Literal["announces", "reports"]:
    return "reports" if parts.page.kind == "report" else "announces"


@dataclass(frozen=True, slots=True)
class _Draft:
    """An event before its details: its key, its names and the dates that are its own.

    `told` are sentences about an earlier edition: what they state is not this event's. `opening` are the blocks before
    the first of several events.
    """

    key: str
    title: str
    event_type: str
    cycle: Name | None
    dates: list[DateReading]
    told: list[Span]
    opening: tuple[Block, ...] = ()


def _main_event(parts: Parts, dates: list[DateReading], cycle: Name | None, told: list[Span]) -> list[EventReading]:
    title = _main_title(parts)
    draft = _Draft("0", title, _find_type(parts, title, dates), cycle, dates, told)
    return _build(parts, draft) if dates else []


_GENERIC: Final = re.compile(
    r"\W*(?:fiche|bulletin|formulaire|coupon|talon)s? (?:d['’]inscription|r[ée]ponse)\W*|\W*(?:invitation|"
    r"save the date|programme|"
    r"plaquette|flyer|affiche|document)s?\W*",
    re.IGNORECASE,
)


def _main_title(parts: Parts) -> str:
    """The title of the page; where it only says what paper this is (`Fiche d'inscription`), that of its event."""
    title = parts.page.title
    if title and not _GENERIC.fullmatch(title):
        return title
    for block in parts.blocks[:10]:
        words = parts.document.words_of(block)
        named = block.kind in ("heading", "lead", "paragraph") and len(words) < 160 and find_event_type(words)
        if named and not _GENERIC.fullmatch(words):
            return words
    return title


def _section_events(parts: Parts, sections: list[Section], told: list[Span]) -> list[EventReading]:
    events = []
    opening = tuple(b for b in parts.blocks if b.start < sections[0].start)
    for index, section in enumerate(sections):
        title = section.title
        blocks = tuple(b for b in parts.blocks if section.start <= b.start < section.end)
        inner = replace(
            parts,
            blocks=blocks,
            loose_hours=tuple(
                hours
                for hours in parts.loose_hours
                if not any(other is not section and other.start <= hours.start < other.end for other in sections)
            ),
            venues=tuple(v for v in parts.venues if section.start <= v.where.start < section.end),
            territories=tuple(t for t in parts.territories if section.start <= t.where.start < section.end),
        )
        event_type = _find_type(inner, title, list(section.dates))
        cycle = find_series_in_title(parts, title)
        events += _build(inner, _Draft(str(index), title, event_type, cycle, list(section.dates), told, opening))
    return events


def _find_type(parts: Parts, title: str, dates: list[DateReading]) -> str:
    sentences = dict.fromkeys(parts.words(parts.sentence_of(d.where.start)) for d in dates)
    found = find_event_type(title, *sentences, parts.document.lead or "")
    part = re.search(r"journ[ée]e|webinaire|s[ée]minaire|atelier", title, re.IGNORECASE)
    if found == "cycle" and part and part.start() < title.lower().find("cycle"):
        found = find_event_type(part.group())
    return found or "événement"


def _build(parts: Parts, draft: _Draft) -> list[EventReading]:
    """The event of a draft, in a list of one; none where no day or period of it can be a session."""
    sittings = build_sittings(parts, draft.dates, draft.opening)
    lines = find_numbered_lines(parts, sittings)
    sittings = give_programme_hours(parts, give_numbered_hours(parts, sittings, lines))
    sittings = give_page_hours(parts, sittings)
    if not sittings:
        return []
    spans = _own_spans(parts, draft.told)
    details = read_details(parts, spans)
    deadline = find_deadline(parts, spans)
    cycle = draft.cycle
    evidence = [_type_evidence(parts, draft), *details.evidence, find_title_evidence(parts.document, draft.title)]
    if cycle is not None:
        words = parts.document.text[cycle.start : cycle.end] or cycle.title
        evidence.append(Evidence("cycle", words, parts.document.place(cycle.start, cycle.end), cycle.rule, 0.85))
    if deadline is not None:
        where = deadline.where
        evidence.append(Evidence("registration_deadline", deadline.text, where, deadline.rule, deadline.certainty))
    event = EventReading(
        key=draft.key,
        title=draft.title,
        event_type=draft.event_type,
        cycle=cycle.title if cycle else None,
        relation=_relation(parts),
        sessions=tuple(
            _build_session(
                parts,
                sitting,
                find_numbered_venue(parts, lines.get(index)) or find_venue(parts, sitting, draft.dates),
            )
            for index, sitting in enumerate(sittings)
        ),
        territories=parts.territories,
        themes=parts.themes,
        audience=details.audience,
        participants=details.participants,
        stated_sessions=details.stated_sessions,
        organiser=details.organiser,
        registration_url=details.registration_url,
        registration_deadline=deadline.last_day if deadline else None,
        evidence=tuple(evidence),
    )
    return [event]


def _type_evidence(parts: Parts, draft: _Draft) -> Evidence:
    """The words that name the kind of event, in the title or beside a day; the title itself where none does."""
    title = find_title_evidence(parts.document, draft.title)
    spans = [(title.where.start, title.where.end), *(parts.sentence_of(d.where.start) for d in draft.dates)]
    for start, end in dict.fromkeys(spans):
        for first, last in find_type_spans(parts.document.text, start, end):
            if find_event_type(parts.document.text[first:last]) == draft.event_type:
                return parts.evidence("event_type", first, last, "event_noun")
    return Evidence("event_type", title.words, title.where, "event_noun_of_page", 0.7)


def _own_spans(parts: Parts, told: list[Span]) -> list[Span]:
    """The sentences of the blocks, without those that speak of an earlier edition."""
    spans = []
    for block in parts.blocks:
        inside = [span for span in told if block.start <= span[0] < block.end]
        if not inside:
            spans.append((block.start, block.end))
            continue
        sentences = find_sentences(parts.document.text, block.start, block.end)
        spans += [span for span in sentences if not any(first <= span[0] < last for first, last in inside)]
    return spans


def _build_session(parts: Parts, sitting: Sitting, found: tuple[VenueReading, str] | None) -> SessionReading:
    date = sitting.date
    where = date.where
    evidence = [Evidence("day", date.text, where, f"{date.rule}/{date.year_from}", date.certainty)]
    if date.starts_at:
        evidence.append(Evidence("starts_at", date.text, where, "hours", date.certainty))
    if found is not None:
        venue, rule = found
        evidence.append(Evidence("venue_id", venue.text, venue.where, f"{venue.rule}/{rule}", venue.certainty))
    if sitting.status != "announced":
        evidence.append(parts.evidence("status", *parts.sentence_of(where.start), sitting.status, 0.9))
    return SessionReading(
        day=sitting.first if sitting.is_day else None,
        first_day=sitting.first,
        last_day=sitting.last,
        starts_at=date.starts_at,
        ends_at=date.ends_at,
        precision=date.precision if sitting.is_day or date.precision != "day" else "period",
        status=sitting.status,
        venue=found[0] if found else None,
        date=date,
        evidence=tuple(evidence),
    )
