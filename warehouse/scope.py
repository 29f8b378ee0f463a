"""Which part of an archive a look bears on: what was seen otherwise than before, and all that hangs together with it.

The outline of that part alone is made anew (`outline.py`), out of its own readings and of what `Rest` says of others.
It grows until nothing outside of it is tied to anything within. Where a look bears on what the whole archive shares (a
new name of a cycle, another theme of a numbered term), there is no such part, and everything is gone through.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

from extract.knowledge import Knowledge
from warehouse.asked import Asked
from warehouse.bearing import Bearing, venues_of, words_of
from warehouse.correct import name_forced
from warehouse.corrections import Corrections
from warehouse.cycle_keys import find_named_twice, find_pairs_of_one
from warehouse.knots import Knots
from warehouse.nearby import Nearby
from warehouse.notes import name_unread
from warehouse.open_rows import Loss
from warehouse.outline import Former, Grouping, Outline, Rest, Survey, compose, group_tellings, survey_sources
from warehouse.reach import Reach, TooWideError
from warehouse.shared_names import SharedNames
from warehouse.sightings import Sighting
from warehouse.slim import Library
from warehouse.tellings import Telling
from warehouse.timeline import Key, is_content

_MOST: Final = 0.25
"""The share of an archive from which on going through everything costs no more."""

Seen = Mapping[str, Sequence[Sighting]]
"""All that was seen so far, by canonical address."""


class Scope:
    """Finds the part of an archive that a look bears on. `seen` is all that was seen up to it."""

    def __init__(
        self,
        nearby: Nearby,
        seen: Seen,
        library: Library,
        knowledge: Knowledge,
        losses: Sequence[Loss],
        corrections: Corrections,
    ) -> None:
        self._nearby = nearby
        self._seen = seen
        self._library = library
        self._losses = losses
        self._corrections = corrections
        self._limit = max(20, _MOST * nearby.count_sources())
        self._knowledge = knowledge
        self._names = SharedNames(nearby, library, knowledge)
        self._bearing = Bearing(nearby, self._names.joined)
        self._asked = Asked(nearby)

    def outline(self, fresh: Iterable[Sighting]) -> Outline:
        """Give the outline of what these sightings bear on. Raises `TooWideError` where that is everything."""
        part = self._begin(fresh)
        while True:
            before = part.size
            self._close(part)
            survey = self._survey(part)
            self._names.check_cycles(part, survey)
            words = self._nearby.count_words(words_of(survey.tellings), part.components)
            grouping = group_tellings(survey, self._names.series, words)
            doubtful = self._find_doubtful(part, survey, grouping)
            kin = self._find_kin(part, survey, grouping, doubtful)
            self._bearing.grow(part, survey, grouping, doubtful)
            part.components |= self._nearby.components_of(kin)
            part.asked, part.shelf = self._asked.find(part, survey)
            if part.size == before:
                return self._compose(part, survey, grouping, doubtful, kin)

    def _begin(self, fresh: Iterable[Sighting]) -> Reach:
        urls = self._nearby.find_restless(fresh) | {loss.url for loss in self._losses}
        events, cycles, sources = name_forced(self._corrections)
        touched = self._nearby.find_of_events(events, cycles) | self._nearby.find_unread() | sources
        return Reach(urls & self._seen.keys(), touched)

    def _close(self, part: Reach) -> None:
        """Take in all sources at the addresses of what changed, and the pages that link files there."""
        while True:
            before = part.size
            addresses, names = set(part.urls), set(part.touched)
            for key in self._keys_at(part.urls):
                reading = self._library[key]
                names.add(reading.page.page_id)
                addresses |= {key[0], reading.page.canonical_url or key[0]}
                names.add(key[1])
            found = self._nearby.find_sources(addresses, names)
            part.touched |= found.keys()
            part.urls |= self._seen.keys() & set(chain.from_iterable(chain(*lists) for lists in found.values()))
            part.touched |= self._nearby.find_hosts(part.urls)
            part.components |= self._nearby.find_components(part.touched)
            if part.size == before:
                return

    def _keys_at(self, urls: Iterable[str]) -> set[Key]:
        return {key for key in self._contents_at(urls) if key in self._library}

    def _contents_at(self, urls: Iterable[str]) -> Iterable[Key]:
        return ((seen.url, str(seen.digest)) for url in urls for seen in self._seen.get(url, ()) if is_content(seen))

    def _find_first(self, urls: Iterable[str]) -> dict[Key, dt.datetime]:
        """Give when each capture at these addresses that was read was first seen."""
        first: dict[Key, dt.datetime] = {}
        for seen in chain.from_iterable(self._seen.get(url, ()) for url in urls):
            if is_content(seen) and seen.digest and (key := (seen.url, seen.digest)) in self._library:
                first[key] = min(first.get(key, seen.seen_at), seen.seen_at)
        return first

    def _survey(self, part: Reach) -> Survey:
        """Go through all sources of the part, and keep the tellings whose whole components are in it."""
        tellers = self._nearby.find_tellers(part.components)
        urls, sources = set(part.urls), part.touched | part.shelf | tellers
        addresses: set[str] = set()
        while True:
            found = self._nearby.find_sources(addresses, sources)
            sources |= found.keys()
            more = set(chain.from_iterable(chain(*lists) for lists in found.values()))
            if more <= addresses:
                break
            addresses |= more
        urls |= addresses & self._seen.keys()
        if len(sources) > self._limit:
            raise TooWideError(f"{len(sources)} sources are to be looked at")
        sightings = [seen for url in sorted(urls) for seen in self._seen[url]]
        terms = self._names.find_terms(part.urls, self._find_first(part.urls))
        survey = survey_sources(sightings, self._library, self._knowledge, self._losses, self._corrections, terms)
        members = self._nearby.find_members(part.components)
        touched = part.sources_at(survey)
        kept = [t for t in survey.tellings if t.source_id in touched or t.name in members]
        return Survey(survey.timeline, survey.readings, survey.terms, survey.people, kept)

    def _find_doubtful(self, part: Reach, survey: Survey, grouping: Grouping) -> set[str]:
        """Give the tellings whose events may differ: of what changed, and all that they are tied to, now or before."""
        tellings, touched = survey.tellings, part.sources_at(survey)
        members = self._nearby.find_members(part.components)
        knots = _tie(tellings, grouping)
        first: dict[str, int] = {}
        for place, telling in enumerate(tellings):
            if telling.name in members:
                component = members[telling.name][0]
                knots.tie(first.setdefault(component, place), place)
        begun = self._nearby.find_components(part.touched) | part.forced
        roots = {
            knots.of(place)
            for place, telling in enumerate(tellings)
            if telling.source_id in touched or (telling.name in members and members[telling.name][0] in begun)
        }
        return {telling.name for place, telling in enumerate(tellings) if knots.of(place) in roots}

    def _find_kin(self, part: Reach, survey: Survey, grouping: Grouping, doubtful: set[str]) -> dict[str, str]:
        """Give the tellings of all events of the cycles of doubtful events, now or before, with their events.

        The row of a cycle follows from all of them. Nothing else bears on them: they are the events that they were.
        """
        series = {grouping.names[name].series for name in doubtful if name in grouping.names}
        series |= {self._names.joined.get(name, name) for name in series}
        before = self._nearby.find_components(part.touched) | part.forced
        return self._nearby.find_kin(series, before, doubtful)

    def _compose(
        self, part: Reach, survey: Survey, grouping: Grouping, doubtful: set[str], kin: Mapping[str, str]
    ) -> Outline:
        """Make the outline of the part, with what it has to know of all others."""
        nearby, touched = self._nearby, part.sources_at(survey)
        members = nearby.find_members(part.components)
        begun = nearby.find_components(part.touched) | part.forced
        begun |= {members[name][0] for name in doubtful if name in members}
        former = {name: event_id for name, (component, event_id) in members.items() if component in begun}
        former.update(kin)
        rest = Rest(
            joined=self._names.joined,
            venues=self._bearing.other_venues((key for t in survey.tellings for key in venues_of(t)), part),
            linked=self._asked.find_linked(part, survey),
            named=self._asked.name_documents(part, survey),
            asked=frozenset(part.asked),
            doubtful=frozenset(doubtful | kin.keys()),
            former=Former(
                frozenset(former),
                frozenset(event_id for event_id in former.values() if event_id),
                frozenset(part.touched | part.asked),
                frozenset(part.touched),
                frozenset(part.urls),
                frozenset(touched | {name_unread(c) for c in survey.timeline.unread if c.url in part.urls}),
            ),
        )
        outline = compose(survey, grouping, self._library, self._losses, rest)
        before = {pair for keys in nearby.find_named_twice(begun) for pair in find_pairs_of_one(keys)}
        groups = [draft.group for draft in outline.drafts.values() if draft.anchor.name in doubtful]
        if before != {pair for g in groups for pair in find_named_twice(grouping.names, g, survey.tellings)}:
            raise TooWideError("events tie the names of cycles otherwise")
        return outline


def _tie(tellings: Sequence[Telling], grouping: Grouping) -> Knots:
    """Tie tellings (by place) as far as it is known before events are made."""
    knots = Knots(len(tellings))
    for left, right in grouping.linked.ties:
        knots.tie(left, right)
    for group in grouping.linked.groups:
        for place in group.members:
            knots.tie(group.members[0], place)
    return knots
