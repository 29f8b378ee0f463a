"""From a draft to an event: its days as sittings with hours and venues, its details, and the evidence of each value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from extract.document import Block
from extract.events.days.columns import give_column_hours, without_empty_days
from extract.events.days.day_plans import at_its_line
from extract.events.days.half_days import part_half_days
from extract.events.days.same_day import part_days
from extract.events.days.spanning_days import part_spanning_days
from extract.events.days.weekday_heads import give_weekdays
from extract.events.hours.closing_hours import with_own_close
from extract.events.hours.course import give_course
from extract.events.hours.doors import give_hours_behind_doors
from extract.events.hours.entry_hours import give_entry_hours
from extract.events.hours.excepted_sitting import find_excepted_venue
from extract.events.hours.head_hours import give_head_hours
from extract.events.hours.homecoming import end_at_homecoming, give_outing_hours
from extract.events.hours.list_hours import give_list_hours
from extract.events.hours.moved_hours import give_moved_hours
from extract.events.hours.numbered_programme import give_numbered_programmes
from extract.events.hours.page_hours import give_page_hours
from extract.events.hours.programme import give_programme_hours
from extract.events.hours.proof import HourWords
from extract.events.hours.row_hours import give_row_hours
from extract.events.hours.section_hours import give_section_hours
from extract.events.ordinals import (
    find_numbered_lines,
    find_numbered_venue,
    find_venue_of_number,
    give_numbered_hours,
)
from extract.events.page.event_types import EventType
from extract.events.page.naming import Name
from extract.events.parts import Parts
from extract.events.scopes import find_scopes
from extract.events.sittings import Sitting, build_sittings
from extract.events.stated.details import read_details
from extract.events.stated.registration import find_deadline
from extract.events.states.moved_numbers import follow_numbers
from extract.events.states.of_run import give_states_of_runs
from extract.events.states.told_states import give_told_states
from extract.events.venues.destination import lead_to_destination
from extract.events.venues.either_way import join_either_way
from extract.events.venues.enriching import enrich
from extract.events.venues.found import Found
from extract.events.venues.group_towns import settle_groups
from extract.events.venues.labelled_parts import find_venues_of_parts
from extract.events.venues.moved_sittings import place_moved_sittings
from extract.events.venues.of_day import find_venue
from extract.events.venues.parallel_groups import find_venues_of_groups
from extract.events.venues.same_place import settle_same_places
from extract.events.venues.scoped_venues import find_scoped_venues
from extract.events.venues.shared_field import find_venues_of_shares
from extract.events.venues.told_by_ordinal import are_placed_by_rows, find_venues_by_ordinal
from extract.events.venues.town_proof import prove_town
from extract.events.venues.town_sections import Heads, place_below_heads
from extract.records import DateReading, EventReading, Evidence, SessionReading, VenueReading
from extract.sentences import find_sentences
from extract.titles import find_title_evidence

Span = tuple[int, int]
_WITH_DAY: Final = ("own_entry", "lines_below", "same_sentence")
"""Rules of places that stand with their day."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before its details: its key, its names and the dates that are its own.

    `told` are sentences about an earlier edition: what they state is not this event's. `opening` are the blocks before
    the first of several events.
    """

    key: str
    title: str
    event_type: EventType
    cycle: Name | None
    dates: list[DateReading]
    told: list[Span]
    opening: tuple[Block, ...] = ()
    heads: Heads = ()


def build_event(parts: Parts, draft: Draft) -> list[EventReading]:
    """The event of a draft, in a list of one; none where no day or period of it can be a session."""
    sittings = without_empty_days(parts, build_sittings(parts, draft.dates))
    sittings = part_half_days(parts, part_spanning_days(parts, give_states_of_runs(parts, sittings)))
    sittings = give_weekdays(parts, part_days(parts, sittings))
    sittings = give_outing_hours(parts, end_at_homecoming(parts, sittings))
    lines = find_numbered_lines(parts, sittings)
    scopes = find_scopes(parts, sittings)
    elsewhere, scoped = find_scoped_venues(parts, scopes)
    in_turn = (
        find_venues_of_groups(parts, sittings)
        or find_venues_of_shares(parts, sittings)
        or scoped
        or find_venues_by_ordinal(parts, sittings)
        or find_excepted_venue(parts, sittings)
    )
    in_turn = in_turn or find_venues_of_parts(parts, sittings)
    sittings = give_numbered_programmes(parts, give_numbered_hours(parts, sittings, lines), lines)
    sittings = give_row_hours(parts, give_column_hours(parts, sittings))
    sittings = give_list_hours(parts, give_section_hours(parts, give_head_hours(parts, sittings)))
    sittings = give_entry_hours(parts, give_hours_behind_doors(parts, sittings))
    sittings = with_own_close(give_page_hours(parts, give_programme_hours(parts, sittings)))
    sittings = give_course(parts, sittings)
    if not sittings:
        return []
    spans = _own_spans(parts, draft.told) or [parts.sentence_of(date.where.start) for date in draft.dates]
    details = read_details(parts, spans, len(sittings), draft.opening)
    deadline = find_deadline(parts, spans, min(sitting.first for sitting in sittings))
    cycle = draft.cycle
    evidence = [draft.event_type.evidence, *details.evidence, find_title_evidence(parts.document, draft.title)]
    if cycle is not None:
        words = parts.document.text[cycle.start : cycle.end] or cycle.title
        evidence.append(Evidence("cycle", words, parts.document.place(cycle.start, cycle.end), cycle.rule, 0.85))
    if deadline is not None:
        where = deadline.where
        evidence.append(Evidence("registration_deadline", deadline.text, where, deadline.rule, deadline.certainty))
    others = (date for s in sittings for date in s.mentions if date not in draft.dates)
    days = sorted((*draft.dates, *others), key=lambda date: date.where.start)
    in_rows = are_placed_by_rows(parts, sittings)
    venues = [
        _find_numbered(parts, elsewhere, sitting, lines.get(index), days)
        or find_venue_of_number(parts, sitting)
        or ((enrich(parts, in_turn[index]), "told_by_ordinal") if index in in_turn and not in_rows else None)
        or find_venue(at_its_line(elsewhere, sitting.date), sitting, days)
        for index, sitting in enumerate(sittings)
    ]
    venues = settle_groups(parts, sittings, settle_same_places(parts, sittings, venues))
    venues = lead_to_destination(parts, draft.title, venues)
    venues = place_below_heads(draft.heads, sittings, join_either_way(parts, sittings, venues))
    sittings, venues = follow_numbers(parts, sittings, venues)
    states = give_told_states(parts, sittings, venues, draft.opening)
    sittings = [replace(sitting, status=state) for sitting, (state, _) in zip(sittings, states, strict=True)]
    sittings = give_moved_hours(parts, sittings)
    venues = place_moved_sittings(sittings, venues)
    hours = HourWords(parts)
    event = EventReading(
        key=draft.key,
        title=draft.title,
        event_type=draft.event_type.kind,
        cycle=cycle.title if cycle else None,
        relation=_relation(parts),
        sessions=tuple(
            _build_session(parts, sitting, found, told, hours)
            for sitting, found, (_, told) in zip(sittings, venues, states, strict=True)
        ),
        territories=parts.territories,
        themes=parts.themes,
        audience=details.audience,
        participants=details.participants,
        stated_sessions=details.stated_sessions,
        organiser=details.organiser,
        partners=details.partners,
        registration_url=details.registration_url,
        registration_deadline=deadline.last_day if deadline else None,
        evidence=tuple(evidence),
    )
    return [event]


def _find_numbered(
    parts: Parts, elsewhere: Parts, sitting: Sitting, line: Block | None, days: list[DateReading]
) -> Found:
    """The place in the line that numbers a sitting; its bare town gives way to the full address told with the day.

    `Matinée 2 – Compiègne` / `16 mai, 9h30` / `Le Tigre, 2 rue Mermoz, Margny-lès-Compiègne`
    """
    found = find_numbered_venue(parts, sitting, line)
    if found is None or found[0].name or found[0].street or found[0].mode != "in_person":
        return found
    told = find_venue(elsewhere, sitting, days)
    full = told is not None and told[0].street is not None and told[0].city is not None
    return told if told is not None and full and told[1] in _WITH_DAY else found


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


def _build_session(
    parts: Parts, sitting: Sitting, found: tuple[VenueReading, str] | None, told: Span | None, hours: HourWords
) -> SessionReading:
    date = sitting.date
    where = date.where
    evidence = [Evidence("day", date.text, where, f"{date.rule}/{date.year_from}", date.certainty)]
    evidence += hours.prove(sitting)
    if found is not None:
        venue, rule = found
        evidence.append(Evidence("venue_id", venue.text, venue.where, f"{venue.rule}/{rule}", venue.certainty))
        town = prove_town(parts, venue)
        evidence += [town] if town is not None else []
    if sitting.status != "announced":
        words = told or parts.sentence_of(where.start)
        evidence.append(parts.evidence("status", *words, sitting.status, 0.8 if told else 0.9))
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


def _relation(parts: Parts) -> Literal["announces", "reports"]:
    return "reports" if parts.page.kind == "report" else "announces"
