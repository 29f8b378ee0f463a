"""The outline of an archive at one moment: which events, cycles, pages and documents there are, and out of what.

It is made of slim readings, so that a whole archive fits. The rows with their words are made from it part by part
(`parts.py`), and only for what differs from the outline before. An outline may be of some sources only (`scope.py`);
then `Rest` says what it has to know of all others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from extract.knowledge import Knowledge
from extract.records import Attachment, Reading
from warehouse.correct import correct_cycles, find_apart, merge_events, reject_tellings
from warehouse.corrections import Corrections
from warehouse.cycle_keys import CycleName, join_names, name_cycles
from warehouse.cycle_rows import Series, find_series
from warehouse.doubts import Doubt
from warehouse.drafts import Draft, build_drafts
from warehouse.link_events import Linked as LinkedEvents
from warehouse.link_events import link_tellings
from warehouse.open_rows import Loss
from warehouse.page_rows import Linked, find_linked, find_titles
from warehouse.seen import Sights
from warehouse.sightings import Sighting
from warehouse.slim import Library
from warehouse.tellings import Telling, build_tellings
from warehouse.terms import Terms, find_terms, join_terms
from warehouse.timeline import Key, Timeline, build_captures, build_timeline, in_order, is_content
from warehouse.venues import VenueKey, VenueRegister


@dataclass(frozen=True, slots=True)
class Former:
    """What an outline of some sources takes the place of: tellings, events, pages and documents as they stood.

    Of the sources `touched` the notes are to be made again, as of those at `urls`: now these are `renewed`.
    """

    tellings: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    touched: frozenset[str] = frozenset()
    urls: frozenset[str] = frozenset()
    renewed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rest:
    """What an outline of some sources has to know of all others.

    `joined` is what each series became, `venues` what other venues of the same names are compared by. `linked` and
    `named` are given for the pages and documents in `asked`: those whose rows may differ. `doubtful` are the tellings
    whose events may differ, and those of all other events of their cycles; `former` is what stands in their place.
    """

    joined: Mapping[str, str]
    venues: Collection[VenueKey] = ()
    linked: Linked = field(default_factory=lambda: Linked(frozenset(), frozenset()))
    named: Mapping[str, Attachment] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    former: Former = field(default_factory=Former)


@dataclass(frozen=True, slots=True)
class Survey:
    """Pages and documents with what they tell; `readings` are slim ones."""

    timeline: Timeline
    readings: Mapping[Key, Reading]
    terms: Terms
    people: Corrections
    tellings: Sequence[Telling]


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which tellings are one event. `names` are the cycles that they name, `doubts` those of cycles."""

    names: Mapping[str, CycleName]
    linked: LinkedEvents
    doubts: Sequence[Doubt]


@dataclass(frozen=True, slots=True)
class Outline:
    """All events of an archive in outline. `readings` are slim ones.

    `doubts` are those of grouping, `cycle_doubts` those of names of cycles. `rest` is None where it is of all sources.
    """

    library: Library
    losses: Sequence[Loss]
    people: Corrections
    timeline: Timeline
    readings: Mapping[Key, Reading]
    terms: Terms
    tellings: Sequence[Telling]
    grouping: Grouping
    joined: Mapping[str, CycleName]
    drafts: Mapping[str, Draft]
    series: Sequence[Series]
    cycle_of: Mapping[str, str]
    doubts: Sequence[Doubt]
    cycle_doubts: Sequence[Doubt]
    register: VenueRegister
    sights: Sights
    linked: Linked
    named: Mapping[str, Attachment]
    rest: Rest | None = None

    @property
    def lost(self) -> frozenset[Key]:
        """Give what could not be read."""
        return frozenset((loss.url, loss.digest) for loss in self.losses)

    def asks(self, source_id: str) -> bool:
        """Tell whether the rows of a page or document may differ from those of the look before."""
        return self.rest is None or source_id in self.rest.asked


def build_outline(
    sightings: Iterable[Sighting],
    library: Library,
    knowledge: Knowledge,
    losses: Sequence[Loss],
    corrections: Corrections | None,
) -> Outline:
    """Group all that was seen into pages, documents, events and cycles."""
    survey = survey_sources(sightings, library, knowledge, losses, corrections)
    return compose(survey, group_tellings(survey), library, losses)


def survey_sources(
    sightings: Iterable[Sighting],
    library: Library,
    knowledge: Knowledge,
    losses: Sequence[Loss],
    corrections: Corrections | None,
    terms: Terms | None = None,
) -> Survey:
    """Sort what was seen into pages and documents, and give what they tell; `terms` where they are known already."""
    lost = frozenset((loss.url, loss.digest) for loss in losses)
    looks = in_order(sightings)
    captures = build_captures(look for look in looks if is_content(look))
    terms = find_terms(captures, library, knowledge) if terms is None else terms
    readings = join_terms(captures, library, terms)
    timeline = build_timeline(looks, readings, lost)
    people = Corrections(corrections.lines if corrections else ())
    return Survey(timeline, readings, terms, people, reject_tellings(build_tellings(timeline), people))


def group_tellings(
    survey: Survey, series: Mapping[str, str] | None = None, words: Mapping[str, int] | None = None
) -> Grouping:
    """Group tellings into events.

    Where they are only some of all, `series` is that of each key of a cycle, and `words` counts in the titles of how
    many other events each word stands.
    """
    tellings = survey.tellings
    names, doubts = name_cycles(tellings, series)
    apart = find_apart(tellings, survey.people)
    return Grouping(names, link_tellings(tellings, survey.timeline, names, apart, words), doubts)


def compose(
    survey: Survey, grouping: Grouping, library: Library, losses: Sequence[Loss], rest: Rest | None = None
) -> Outline:
    """Make events and cycles of the groups; with `rest` only those of the tellings that are doubtful."""
    tellings, timeline, linked = survey.tellings, survey.timeline, grouping.linked
    groups, doubts = linked.groups, linked.doubts
    given = rest.joined if rest else None
    joined = join_names(grouping.names, groups, tellings, given)
    drafts = build_drafts(groups, tellings, joined)
    if survey.people.lines:
        groups, kept = merge_events(groups, drafts, survey.people)
        joined = join_names(grouping.names, groups, tellings, given)
        drafts = build_drafts(groups, tellings, joined, kept)
    if rest is not None:
        drafts = [draft for draft in drafts if tellings[draft.group.members[0]].name in rest.doubtful]
        doubts = [doubt for doubt in doubts if doubt.telling.name in rest.doubtful]
    if survey.people.lines:
        drafts = correct_cycles(drafts, find_series(drafts)[0], survey.people)
    series, namesakes = find_series(drafts)
    venues = (s.venue for t in tellings for s in t.event.sessions if s.venue is not None)
    return Outline(
        library=library,
        losses=losses,
        people=survey.people,
        timeline=timeline,
        readings=survey.readings,
        terms=survey.terms,
        tellings=tellings,
        grouping=grouping,
        joined=joined,
        drafts={draft.event_id: draft for draft in drafts},
        series=series,
        cycle_of={draft.event_id: one.cycle_id for one in series for draft in one.drafts},
        doubts=[*doubts, *namesakes],
        cycle_doubts=grouping.doubts,
        register=VenueRegister(venues, rest.venues if rest else ()),
        sights=Sights(timeline, survey.readings),
        linked=rest.linked if rest else find_linked(timeline, survey.readings),
        named=rest.named if rest else find_titles(timeline),
        rest=rest,
    )
