"""All rows of the warehouse out of all sightings and readings: a pure function, whatever order they come in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from extract.knowledge import Knowledge
from warehouse import cycle_rows, event_rows, page_rows, reference_rows, session_rows
from warehouse.correct import correct_cycles, correct_values, find_apart, merge_events, reject_sessions, reject_tellings
from warehouse.corrections import Corrections
from warehouse.cycle_keys import CycleName, join_names, name_cycles
from warehouse.doubts import Doubt
from warehouse.drafts import Draft, build_drafts
from warehouse.evidence import EvidenceBook
from warehouse.groups import Group
from warehouse.link_events import link_tellings
from warehouse.open_rows import Loss, build_open_rows
from warehouse.rows import PUBLIC_TABLES, Event, Rows
from warehouse.seen import Sights
from warehouse.sightings import Sighting
from warehouse.tellings import Telling, build_tellings
from warehouse.terms import find_terms, join_terms
from warehouse.timeline import Readings, build_captures, build_timeline, in_order, is_content
from warehouse.venues import VenueRegister


def relate(
    sightings: Iterable[Sighting],
    readings: Readings,
    knowledge: Knowledge,
    losses: Sequence[Loss] = (),
    corrections: Corrections | None = None,
) -> Rows:
    """Give the rows of all public tables, each table in the order of its key.

    `readings` are filed under (canonical address, digest). What is in `losses` could not be read: it is named among the
    open readings, and what the page said before stays current.
    """
    lost = frozenset((loss.url, loss.digest) for loss in losses)
    looks = in_order(sightings)
    captures = build_captures(look for look in looks if is_content(look))
    terms = find_terms(captures, readings, knowledge)
    readings = join_terms(captures, readings, terms)
    timeline = build_timeline(looks, readings, lost)
    people = Corrections(corrections.lines if corrections else ())
    tellings = reject_tellings(build_tellings(timeline), people)
    names, doubts = name_cycles(tellings)
    linked = link_tellings(tellings, timeline, names, find_apart(tellings, people))
    drafts = build_drafts(linked.groups, tellings, join_names(names, linked.groups, tellings))
    drafts = _correct_drafts(drafts, linked.groups, tellings, names, people)
    sights, book = Sights(timeline, readings), EvidenceBook()
    rows = Rows()
    doubts += linked.doubts + _fill_events(rows, drafts, tellings, sights, book)
    rows.pages = page_rows.build_pages(timeline, readings, book)
    rows.page_versions = list(page_rows.build_versions(timeline))
    rows.page_documents = page_rows.build_attachments(timeline, sights, book)
    rows.documents = page_rows.build_documents(timeline, rows.page_documents)
    rows.captures = page_rows.build_captures(timeline)
    rows.territories = reference_rows.build_territories(knowledge, rows.event_territories)
    rows.themes = reference_rows.build_themes(knowledge, tellings, rows.event_themes, terms)
    rows.open_readings = build_open_rows(timeline, readings, doubts, losses, rows.page_documents)
    correct_values(rows, people, book)
    rows.corrections = people.rows()
    rows.evidence = book.rows()
    return _in_order(rows)


def _correct_drafts(
    drafts: list[Draft],
    groups: Sequence[Group],
    tellings: Sequence[Telling],
    names: Mapping[str, CycleName],
    people: Corrections,
) -> list[Draft]:
    """Merge events, change cycles and leave out sessions as people said."""
    if not people.lines:
        return drafts
    merged, given = merge_events(groups, drafts, people)
    drafts = build_drafts(merged, tellings, join_names(names, merged, tellings), given)
    return reject_sessions(correct_cycles(drafts, cycle_rows.find_series(drafts)[0], people), people)


def _fill_events(
    rows: Rows, drafts: Sequence[Draft], tellings: Sequence[Telling], sights: Sights, book: EvidenceBook
) -> list[Doubt]:
    """Fill in cycles, events, sessions and venues with all that hangs on them; give the doubts on the way."""
    series, doubts = cycle_rows.find_series(drafts)
    cycle_of = {draft.event_id: one.cycle_id for one in series for draft in one.drafts}
    venues = [s.venue for t in tellings for s in t.event.sessions if s.venue is not None]
    register = VenueRegister(venues)
    for draft in drafts:
        cycle_id = cycle_of.get(draft.event_id)
        rows.events.append(event_rows.build_event(draft, cycle_id, sights, book))
        rows.event_sources += event_rows.build_sources(draft, sights)
        rows.event_links += event_rows.build_links(draft, cycle_id, tellings)
        rows.event_territories += event_rows.build_territories(draft, sights, book)
        rows.event_themes += event_rows.build_themes(draft, sights, book)
        for named in draft.sittings:
            session = session_rows.build_session(draft, named, register, sights)
            rows.sessions.append(session)
            session_rows.note_session(session, named[1], book)
        doubts += session_rows.find_disputes(draft)
    rows.venues = session_rows.build_venues(drafts, register, sights, book)
    by_cycle: dict[str, list[Event]] = defaultdict(list)
    for event in rows.events:
        by_cycle[event.cycle_id or ""].append(event)
    rows.cycles = [cycle_rows.build_cycle(one, by_cycle[one.cycle_id], sights, book) for one in series]
    return doubts


def _in_order(rows: Rows) -> Rows:
    """Sort every table by its columns from the first on, empty values first; evidence is in order already."""
    for table in PUBLIC_TABLES:
        if table != "evidence":
            getattr(rows, table).sort(key=_order)
    return rows


def _order(row: tuple[object, ...]) -> tuple[tuple[bool, str], ...]:
    """Order by the first six columns: every key of a table lies within them."""
    return tuple((value is not None, str(value)) for value in row[:6])
