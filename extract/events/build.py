"""The events of a page: the main one, those of its sections, and the earlier editions it mentions."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.events.days.other_events import find_days_of_others
from extract.events.drafts import Draft, build_event
from extract.events.following import DAY_OF_ANOTHER, find_following_events, leave_open, names_day, without_leads_of
from extract.events.hours.dealt_hours import deal_left_hours
from extract.events.hours.entry_hours import return_strayed_hours
from extract.events.hours.hours_above import at_its_line
from extract.events.hours.hours_of_all import is_of_all
from extract.events.hours.same_hours import says_same
from extract.events.page.announcing import speaks_of_event
from extract.events.page.bare_names import call_by_body, look_ahead
from extract.events.page.collections import only_collects
from extract.events.page.event_types import read_event_type
from extract.events.page.led_lists import part_led_lists
from extract.events.page.listed_events import find_listed_events
from extract.events.page.main_title import call_by_text, find_main_title, tells_of_many
from extract.events.page.mentions import find_mentions
from extract.events.page.named_sittings import part_named_sittings
from extract.events.page.naming import Name, find_event_type
from extract.events.page.newsletters import find_letter_entries
from extract.events.page.next_meetings import part_next_meetings
from extract.events.page.paragraph_entries import find_paragraph_entries
from extract.events.page.parted import merge_same_names
from extract.events.page.sections import (
    Section,
    announces,
    find_agenda,
    find_agenda_lines,
    find_separate_events,
    is_agenda,
)
from extract.events.page.series import find_series, find_series_in_title
from extract.events.page.sitting_titles import title_sittings
from extract.events.page.things_beside import part_things_beside
from extract.events.page.told_names import cut_to_name
from extract.events.parts import Parts
from extract.events.states.families import TITLE_MOVED
from extract.events.states.of_day import MOVES
from extract.events.venues.places_of_others import without_place_of_letter, without_places_of
from extract.events.venues.town_sections import find_town_heads, without_heads
from extract.records import DateReading, EventReading, OpenReading, VenueReading

Span = tuple[int, int]

_FAREWELL: Final = re.compile(
    r"(?<!le )(?<!ce )(?<!prochain )(?<!dernier )(?<!premier )rendez-vous (?:est pris |donc )?"
    r"(?:[àa] l['’]|en |au |d[èe]s |pour l['’]|cet? )?$",
    re.IGNORECASE,
)
_SURE_ENOUGH: Final = 0.45
_EVENTLESS: Final = "territory"


def build_events(parts: Parts) -> tuple[tuple[EventReading, ...], tuple[OpenReading, ...]]:
    """All events of a page, and the event days that could not be given to one, with the reason."""
    if parts.page.kind == _EVENTLESS:
        return (), ()
    parts = return_strayed_hours(parts)
    events, unplaced = _build_all(parts)
    events = deal_left_hours(parts, events)
    return tuple(title_sittings(parts, _with_plain_kind(event)) for event in events), unplaced


def _with_plain_kind(event: EventReading) -> EventReading:
    """An event that nothing calls anything, by how people meet: on screen, or as people call any meeting."""
    if event.event_type != "événement" or not event.sessions:
        return event
    online = all(session.venue is not None and session.venue.mode == "online" for session in event.sessions)
    return replace(event, event_type="visioconférence" if online else "rencontre")


def _build_all(parts: Parts) -> tuple[tuple[EventReading, ...], tuple[OpenReading, ...]]:
    dates = [d for d in parts.dates if d.role == "event"]
    parts = without_places_of(parts, [d for d in parts.dates if d.role == "past"], dates)
    parts = without_place_of_letter(parts)
    sure = [d for d in dates if d.certainty >= _SURE_ENOUGH]
    unsure = tuple(leave_open(d, "day_not_certain_enough") for d in dates if d.certainty < _SURE_ENOUGH)
    if parts.page.kind == "listing":
        return tuple(_listed_events(parts, sure)), ()
    agenda = find_agenda(parts, sure) or find_paragraph_entries(parts, sure) or find_letter_entries(parts, sure)
    if agenda:
        entries = _section_events(parts, agenda, [])
        named = merge_same_names([part for e in entries for part in part_named_sittings(parts, e)])
        listed = {date.where.start for entry in agenda for date in entry.dates}
        left = [d for d in sure if d.where.start not in listed and (d.starts_at is not None or names_day(parts, d))]
        following, silent = find_following_events(parts, left, DAY_OF_ANOTHER, in_agenda=True)
        return (*named, *following), (*unsure, *silent)
    if sure and not speaks_of_event(parts, sure):
        lines = find_agenda_lines(parts, sure) if is_agenda(parts.document.title) else []
        if lines:
            return tuple(merge_same_names(_section_events(parts, lines, []))), unsure
        named, silent = find_following_events(parts, sure, "day_without_an_event")
        return tuple(named), (*unsure, *silent)
    apart = find_days_of_others(parts, sure)
    main, others = _split_titled(parts, [date for date in sure if date not in apart])
    others = sorted([*others, *apart], key=lambda date: date.where.start)
    main = _without_farewells(parts, _without_periods_beside_days(main))
    cycle = find_series(parts, parts.page.title, is_cycle=_is_cycle(parts, main))
    mentions = find_mentions(parts, sure, cycle.title if cycle else None)
    told = [span for mention in mentions for span in mention.spans]
    sections = find_separate_events(parts, main)
    own = without_leads_of(without_places_of(parts, others, main), others)
    events = _sections_with_head(own, sections, main, told) if sections else _main_event(own, main, cycle, told)
    events = events if cycle or sections else [part for event in events for part in part_led_lists(own, event)]
    parted = [e for e in events if not cycle and (not sections or only_collects(e.title))]
    events = [part for e in events for part in (part_named_sittings(own, e) if e in parted else [e])]
    events = [call_by_text(own, event, main) for event in events] if len(events) == 1 else events
    following, unplaced = find_following_events(parts, others, DAY_OF_ANOTHER)
    following = [_at_hours_of(parts, _at_place_of(event, events), events) for event in following]
    following = [look_ahead(event, events) for event in following]
    events = [part for event in events for part in part_next_meetings(parts, event)]
    events = events if cycle else [part for event in events for part in part_things_beside(parts, event)]
    events = [call_by_body(event, events[0]) for event in (*events, *following)]
    return (*events, *(mention.event for mention in mentions)), (*unsure, *unplaced)


def _without_periods_beside_days(dates: list[DateReading]) -> list[DateReading]:
    """An event that has days needs no month besides: that is of something else, or of sittings nobody has fixed yet.

    Nor does it need the frame that a field tells around its days.
    """
    days = [date for date in dates if date.precision == "day" or date.rule == "period_with_town"]
    told = [date for date in days if "envelope" not in date.flags]
    framed = [d for d in days if d in told or not any(d.first_day <= t.first_day <= d.last_day for t in told)]
    return framed or dates


def _at_place_of(event: EventReading, main: list[EventReading]) -> EventReading:
    """Another event, where it is only said to be at the same place, at the one place of the main event."""
    venues = list(dict.fromkeys(s.venue for told in main for s in told.sessions))
    if (
        len(venues) != 1
        or venues[0] is None
        or not any(s.venue and s.venue.rule.startswith("same_place") for s in event.sessions)
    ):
        return event
    same = (s.venue is not None and s.venue.rule.startswith("same_place") for s in event.sessions)
    sessions = (replace(s, venue=venues[0]) if points else s for s, points in zip(event.sessions, same, strict=True))
    return replace(event, sessions=tuple(sessions))


def _at_hours_of(parts: Parts, event: EventReading, main: list[EventReading]) -> EventReading:
    """Another event, where it is said to have the same hours, at those of the main event."""
    hours = {(s.starts_at, s.ends_at) for told in main for s in told.sessions}
    starts_at, ends_at = next(iter(hours)) if len(hours) == 1 else (None, None)
    sessions = tuple(
        replace(s, starts_at=starts_at, ends_at=ends_at) if not s.starts_at and says_same(parts, s.date) else s
        for s in event.sessions
    )
    return replace(event, sessions=sessions) if starts_at else event


def _without_farewells(parts: Parts, dates: list[DateReading]) -> list[DateReading]:
    """The dates without the period at which people only take leave: `et rendez-vous à l'automne`."""
    text = parts.document.text
    kept = [
        d
        for d in dates
        if d.precision == "day" or not _FAREWELL.search(text, max(0, d.where.start - 50), d.where.start)
    ]
    return kept if any(d.precision == "day" for d in kept) else dates


_AGAIN: Final = re.compile(
    r"(?<![^\W_])(?:seconde|deuxi[èe]me|autre|nouvelles?) (?:date|session|s[ée]ance|journ[ée]e)|"
    r"dates? (?:suppl[ée]mentaires?|de plus)|(?<![^\W_])compl(?:et|[èe]te)s?(?![^\W_])",
    re.IGNORECASE,
)
"""A title that tells of the same meeting on one more day: `la rencontre du 12 mars est complète, seconde date`."""


def _split_titled(parts: Parts, dates: list[DateReading]) -> tuple[list[DateReading], list[DateReading]]:
    """Where the title itself gives the day, other single days of the page belong to other events."""
    title = parts.document.title
    if not title or find_event_type(title) in ("cycle", "événement", ""):
        return dates, []
    if TITLE_MOVED.search(title) or _AGAIN.search(title):
        return dates, []
    named = {
        (d.first_day, d.last_day)
        for d in dates
        if d.precision == "day" and (block := parts.block_of(at_its_line(d).where.start)) and block.kind == "title"
    }
    if not named:
        return dates, []
    first, last = min(first for first, _ in named), max(last for _, last in named)
    kept = [d for d in dates if d.first_day <= last and d.last_day >= first]
    moved = {parts.sentence_of(d.where.start) for d in kept}  # `programmé le 10 juin, il est reporté au 24 juin`
    moved = {span for span in moved if MOVES.search(parts.words(span))}
    kept = [d for d in dates if d in kept or parts.sentence_of(d.where.start) in moved]
    return kept, [d for d in dates if d not in kept]


def _main_event(parts: Parts, dates: list[DateReading], cycle: Name | None, told: list[Span]) -> list[EventReading]:
    title = parts.page.title if tells_of_many(parts, dates) else find_main_title(parts, dates)
    heads = find_town_heads(parts)
    parts = replace(parts, venues=without_heads(parts.venues, heads)) if heads else parts
    draft = Draft("0", title, read_event_type(parts, title, dates), cycle, dates, told, heads=heads)
    return build_event(parts, draft) if dates else []


def _sections_with_head(
    parts: Parts, sections: list[Section], dates: list[DateReading], told: list[Span]
) -> list[EventReading]:
    """The events of sections, behind that of the head of the page where it tells its own day with the hours."""
    start = min(section.start for section in sections)
    days = {date.first_day for section in sections for date in section.dates}
    head = [d for d in dates if d.where.end <= start and d.starts_at is not None and d.first_day not in days]
    above = replace(parts, venues=tuple(v for v in parts.venues if v.where.end <= start))
    return [*_main_event(above, head, None, told), *merge_same_names(_section_events(parts, sections, told))]


def _section_events(parts: Parts, sections: list[Section], told: list[Span]) -> list[EventReading]:
    events = []
    heads = find_town_heads(parts)
    parts = replace(parts, venues=without_heads(parts.venues, heads)) if heads else parts
    opening = tuple(b for b in parts.blocks if b.start < sections[0].start)
    told_apart = _told_apart(parts, sections)
    for index, section in enumerate(sections):
        title = cut_to_name(section.title)
        blocks = tuple(b for b in parts.blocks if section.start <= b.start < section.end)
        inner = replace(
            parts,
            blocks=blocks,
            loose_hours=tuple(
                hours
                for hours in parts.loose_hours
                if is_of_all(parts, hours)
                or not any(other is not section and other.start <= hours.start < other.end for other in sections)
            ),
            venues=tuple(v for v in parts.venues if section.start <= v.where.start < section.end) or told_apart,
            territories=tuple(t for t in parts.territories if section.start <= t.where.start < section.end),
        )
        event_type = read_event_type(inner, title, section.dates, replace(parts, blocks=opening))
        cycle = find_series_in_title(parts, title)
        draft = Draft(str(index), title, event_type, cycle, list(section.dates), told, opening, heads)
        events += build_event(inner, draft)
    return events


def _listed_events(parts: Parts, dates: list[DateReading]) -> list[EventReading]:
    """What the entries of a listing mention; the pages that they lead to announce it.

    Keys name the day, and not the place in the list: entries move down as others are put up.
    """
    listed = find_listed_events(parts, dates)
    inside = tuple(v for v in parts.venues if any(s.start <= v.where.start < s.end for s in listed))
    found = _section_events(replace(parts, venues=inside), listed, []) if listed else []
    days = [str(event.sessions[0].first_day) for event in found]
    keys = [f"listed:{day}:{days[:index].count(day)}" for index, day in enumerate(days)]
    return [replace(event, key=key, relation="mentions") for event, key in zip(found, keys, strict=True)]


def _told_apart(parts: Parts, sections: list[Section]) -> tuple[VenueReading, ...]:
    """The place told outside of all sections, for those that tell none: the screen, or places in one town only."""
    before = tuple(v for v in parts.venues if v.where.start < sections[0].start)
    inside = any(s.start <= v.where.start < s.end for v in parts.venues for s in sections if v.mode == "in_person")
    online = tuple(v for v in before if v.mode == "online" and not inside)
    apart = tuple(v for v in parts.venues if not any(s.start <= v.where.start < s.end for s in sections))
    apart = tuple(v for v in apart if not _is_of_another(parts, v, sections))
    for told in (before, apart):
        if told and not online and len({v.city for v in told}) == 1 and told[0].city:
            return told
    if not before and apart and not inside and all(v.mode == "online" for v in apart):
        return apart  # `En visioconférence, sur inscription` below the list
    last = sections[-1]
    labelled = tuple(v for v in parts.venues if v.rule.startswith("label") and last.start <= v.where.start < last.end)
    inside = any(s.start <= v.where.start < s.end for v in parts.venues for s in sections[:-1])
    return online or (labelled if len(labelled) == 1 and not inside else ())  # `Où ?` at the foot of a programme


def _is_of_another(parts: Parts, venue: VenueReading, sections: list[Section]) -> bool:
    """Whether a place stands under a heading that announces something else, beside those that announce on a day."""
    heading = next((b for b in reversed(parts.blocks) if b.kind == "heading" and b.start <= venue.where.start), None)
    if heading is None or not all(s.heading and s.heading.kind == "heading" for s in sections):
        return False
    return announces(parts, Section(heading, heading.start, heading.end, ()))


def _is_cycle(parts: Parts, dates: list[DateReading]) -> bool:
    """Whether the page announces a cycle as a whole, by its title or beside its days, and not a sitting of one."""
    title = parts.page.title
    sentences = dict.fromkeys(parts.words(parts.sentence_of(d.where.start)) for d in dates)
    sitting = re.search(r"journ[ée]e|webinaire|s[ée]minaire|atelier", title, re.IGNORECASE)
    if sitting and sitting.start() < title.lower().find("cycle"):
        return False
    return find_event_type(title, *sentences, parts.document.lead or "") == "cycle"
