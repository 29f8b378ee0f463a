"""The outline of an archive at one moment: which events, cycles, pages and documents there are, and out of what.

It is made of slim readings, so that a whole archive fits. The rows with their words are made from it part by part
(`parts.py`), and only for what differs from the outline before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.knowledge import Knowledge
from extract.records import Attachment, Reading
from warehouse.correct import correct_cycles, find_apart, merge_events, reject_tellings
from warehouse.corrections import Corrections
from warehouse.cycle_keys import CycleName, join_names, name_cycles
from warehouse.cycle_rows import Series, find_series
from warehouse.doubts import Doubt
from warehouse.drafts import Draft, build_drafts
from warehouse.groups import Group
from warehouse.link_events import link_tellings
from warehouse.open_rows import Loss
from warehouse.page_rows import Linked, find_linked, find_titles
from warehouse.seen import Sights
from warehouse.sightings import Sighting
from warehouse.slim import Library
from warehouse.tellings import Telling, build_tellings
from warehouse.terms import Terms, find_terms, join_terms
from warehouse.timeline import Key, Timeline, build_captures, build_timeline, in_order, is_content
from warehouse.venues import VenueRegister


@dataclass(frozen=True, slots=True)
class Outline:
    """All events of an archive in outline. `readings` are slim ones; `doubts` are those of grouping."""

    library: Library
    losses: Sequence[Loss]
    people: Corrections
    timeline: Timeline
    readings: Mapping[Key, Reading]
    terms: Terms
    tellings: Sequence[Telling]
    drafts: Mapping[str, Draft]
    series: Sequence[Series]
    cycle_of: Mapping[str, str]
    doubts: Sequence[Doubt]
    register: VenueRegister
    sights: Sights
    linked: Linked
    named: Mapping[str, Attachment]


def build_outline(
    sightings: Iterable[Sighting],
    library: Library,
    knowledge: Knowledge,
    losses: Sequence[Loss],
    corrections: Corrections | None,
) -> Outline:
    """Group all that was seen into pages, documents, events and cycles."""
    lost = frozenset((loss.url, loss.digest) for loss in losses)
    looks = in_order(sightings)
    captures = build_captures(look for look in looks if is_content(look))
    terms = find_terms(captures, library, knowledge)
    readings = join_terms(captures, library, terms)
    timeline = build_timeline(looks, readings, lost)
    people = Corrections(corrections.lines if corrections else ())
    tellings = reject_tellings(build_tellings(timeline), people)
    names, doubts = name_cycles(tellings)
    linked = link_tellings(tellings, timeline, names, find_apart(tellings, people))
    drafts = build_drafts(linked.groups, tellings, join_names(names, linked.groups, tellings))
    drafts = _correct_drafts(drafts, linked.groups, tellings, names, people)
    series, namesakes = find_series(drafts)
    return Outline(
        library=library,
        losses=losses,
        people=people,
        timeline=timeline,
        readings=readings,
        terms=terms,
        tellings=tellings,
        drafts={draft.event_id: draft for draft in drafts},
        series=series,
        cycle_of={draft.event_id: one.cycle_id for one in series for draft in one.drafts},
        doubts=[*doubts, *linked.doubts, *namesakes],
        register=VenueRegister(s.venue for t in tellings for s in t.event.sessions if s.venue is not None),
        sights=Sights(timeline, readings),
        linked=find_linked(timeline, readings),
        named=find_titles(timeline),
    )


def _correct_drafts(
    drafts: list[Draft],
    groups: Sequence[Group],
    tellings: Sequence[Telling],
    names: Mapping[str, CycleName],
    people: Corrections,
) -> list[Draft]:
    """Merge events and change cycles as people said."""
    if not people.lines:
        return drafts
    merged, given = merge_events(groups, drafts, people)
    drafts = build_drafts(merged, tellings, join_names(names, merged, tellings), given)
    return correct_cycles(drafts, find_series(drafts)[0], people)
