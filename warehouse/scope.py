"""Which part of an archive a look bears on: what was seen otherwise than before, and all that hangs together with it.

The outline of that part alone is made anew (`outline.py`), out of its own readings and of what `Rest` says of others.
It grows until nothing outside of it is tied to anything within. Where a look bears on what the whole archive shares (a
new name of a cycle, another theme of a numbered term), there is no such part, and everything is gone through.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from extract.knowledge import Knowledge
from extract.records import Attachment
from warehouse.correct import name_forced
from warehouse.corrections import Corrections
from warehouse.cycle_keys import find_named_twice, find_pairs_of_one, name_cycles, state_cycle_name
from warehouse.knots import Knots
from warehouse.nearby import Nearby
from warehouse.notes import name_unread, order_of, parse_venue, sorted_titles, write_venue
from warehouse.open_rows import Loss
from warehouse.outline import Former, Grouping, Outline, Rest, Survey, compose, group_tellings, survey_sources
from warehouse.page_rows import Linked, find_files, find_links_of
from warehouse.sightings import Sighting
from warehouse.slim import Library
from warehouse.tellings import Telling
from warehouse.terms import Terms, find_known, numbered_themes
from warehouse.thresholds import RARE_WORD
from warehouse.timeline import Key, is_content
from warehouse.venues import VenueKey, VenueRegister, venue_key

_MOST: Final = 0.25
"""The share of an archive from which on going through everything costs no more."""

Seen = Mapping[str, Sequence[Sighting]]
"""All that was seen so far, by canonical address."""


class TooWideError(Exception):
    """A look bears on the whole archive."""


@dataclass(slots=True)
class _Part:
    """What was found so far: the sources that changed, those to look at with them, and their components.

    `urls` are the addresses of what changed. `forced` components may have other events though nothing of them changed.
    """

    urls: set[str]
    touched: set[str]
    shelf: set[str] = field(default_factory=set)
    components: set[str] = field(default_factory=set)
    forced: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)

    @property
    def size(self) -> tuple[int, ...]:
        return tuple(map(len, (self.urls, self.touched, self.shelf, self.components, self.forced, self.asked)))


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
        self._knowledge = knowledge
        self._losses = losses
        self._corrections = corrections
        self._limit = max(20, _MOST * nearby.count_sources())
        self._series, self._joined = nearby.find_series()

    def outline(self, fresh: Iterable[Sighting]) -> Outline:
        """Give the outline of what these sightings bear on. Raises `TooWideError` where that is everything."""
        part = self._begin(fresh)
        while True:
            before = part.size
            self._close(part)
            survey = self._survey(part)
            self._check_cycles(part, survey)
            words = self._nearby.count_words(_words_of(survey.tellings), part.components)
            grouping = group_tellings(survey, self._series, words)
            doubtful = self._find_doubtful(part, survey, grouping)
            self._grow(part, survey, grouping, doubtful)
            if part.size == before:
                return self._compose(part, survey, grouping, doubtful)

    def _begin(self, fresh: Iterable[Sighting]) -> _Part:
        urls = self._nearby.find_restless(fresh) | {loss.url for loss in self._losses}
        events, cycles, sources = name_forced(self._corrections)
        touched = self._nearby.find_of_events(events, cycles) | self._nearby.find_unread() | sources
        return _Part(urls & self._seen.keys(), touched)

    def _close(self, part: _Part) -> None:
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

    def _survey(self, part: _Part) -> Survey:
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
        terms = self._find_terms(part)
        survey = survey_sources(sightings, self._library, self._knowledge, self._losses, self._corrections, terms)
        members = self._nearby.find_members(part.components)
        touched = self._sources_at(part, survey)
        kept = [t for t in survey.tellings if t.source_id in touched or t.name in members]
        return Survey(survey.timeline, survey.readings, survey.terms, survey.people, kept)

    def _sources_at(self, part: _Part, survey: Survey) -> set[str]:
        """Give the pages and documents, as they are now, that have a capture at an address of what changed."""
        timeline = survey.timeline
        pages = {p.page_id for p in timeline.pages.values() if any(c.url in part.urls for c in p.captures)}
        documents = {d.document_id for d in timeline.documents.values() if any(c.url in part.urls for c in d.captures)}
        return pages | documents

    def _find_terms(self, part: _Part) -> Terms:
        """Give the theme of each numbered term: it must be the same as before."""
        before = {row[0]: row[1:] for row in self._nearby.find_terms(())}
        now = {row[0]: row[1:] for row in self._nearby.find_terms(part.urls)}
        first: dict[Key, Sighting] = {}
        for url in part.urls:
            for seen in self._seen.get(url, ()):
                if is_content(seen) and seen.digest and (key := (url, seen.digest)) in self._library:
                    first[key] = min(first.get(key, seen), seen, key=lambda one: one.seen_at)
        for key, seen in first.items():
            for place, found in enumerate(numbered_themes(self._library[key])):
                number = int(found.site_term or 0)
                said = (found.theme_id, seen.seen_at.astimezone(dt.UTC).replace(tzinfo=None), *key, place)
                if found.theme_id != f"term:{number}":
                    now[number] = min(now.get(number, said), said, key=lambda row: row[1:])
        known = find_known(self._knowledge)
        themes = [{**{number: row[0] for number, row in sorted(rows.items())}, **known} for rows in (before, now)]
        if themes[0] != themes[1]:
            raise TooWideError("a numbered term has another theme")
        return Terms(themes[1], {})

    def _find_doubtful(self, part: _Part, survey: Survey, grouping: Grouping) -> set[str]:
        """Give the tellings whose events may differ: of what changed, and all that they are tied to, now or before."""
        tellings, touched = survey.tellings, self._sources_at(part, survey)
        members = self._nearby.find_members(part.components)
        knots = _tie(tellings, grouping, self._joined)
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

    def _grow(self, part: _Part, survey: Survey, grouping: Grouping, doubtful: set[str]) -> None:
        """Take in what may bear on doubtful events, and what these bear on."""
        nearby, known = self._nearby, frozenset(part.components)
        touched = self._sources_at(part, survey)
        unsure = [telling for telling in survey.tellings if telling.name in doubtful]
        changed = [telling for telling in unsure if telling.source_id in touched]
        found = self._find_near(changed, survey, known)
        names = [grouping.names[telling.name].series for telling in changed if telling.name in grouping.names]
        found |= nearby.of_series({*names, *(self._joined.get(name, name) for name in names)})
        found |= nearby.of_titles(telling.key for telling in unsure)
        found |= self._find_attached(touched, survey)
        found |= self._find_reports(unsure, known)
        forced = self._find_rare(survey, grouping, known) | self._find_moved_venues(part, changed)
        part.forced |= forced
        part.components |= found | forced
        part.asked, part.shelf = self._find_asked(part, survey)

    def _find_near(self, changed: Sequence[Telling], survey: Survey, known: Collection[str]) -> set[str]:
        """Find what has a title near to one of these, and a day, or a link from page to page."""
        found: set[str] = set()
        titles_of: dict[str, list[str]] = defaultdict(list)
        for telling in changed:
            titles = sorted_titles(telling)
            titles_of[telling.source_id] += titles
            found.update(self._nearby.near_titles(titles, telling.days, known))
        for source_id in titles_of.keys() & survey.timeline.pages.keys():
            page = survey.timeline.pages[source_id]
            links = {url for witness in page.witnesses for url in witness.reading.links}
            others = self._nearby.find_neighbours({capture.url for capture in page.captures}, links)
            found.update(self._nearby.near_links(titles_of[source_id], others, known))
        return found

    def _find_attached(self, touched: set[str], survey: Survey) -> set[str]:
        """Find what the documents tell that changed pages link."""
        pages = [survey.timeline.pages[name] for name in touched & survey.timeline.pages.keys()]
        urls = {file.url for page in pages for witness in page.witnesses for file in witness.reading.attachments}
        return self._nearby.find_components(self._nearby.find_sources(urls)) if urls else set()

    def _find_reports(self, unsure: Sequence[Telling], known: Collection[str]) -> set[str]:
        """Find reports and announcements of one site and day that share a word, and may share a town."""
        days = {day for telling in unsure for day in telling.days}
        words, sites = _words_of(unsure), {telling.site for telling in unsure}
        cities = {city for telling in unsure for city in telling.cities}
        anywhere = any(telling.online or not telling.cities for telling in unsure)
        relations = {telling.event.relation for telling in unsure}
        found = set()
        for component, others, of_sites, titles, towns, free in self._nearby.of_days(days, known) if days else ():
            meet = {"reports", "announces"} <= relations | set(others)
            near = anywhere or free or not cities.isdisjoint(towns)
            if meet and near and not sites.isdisjoint(of_sites) and words & set(" ".join(titles).split()):
                found.add(component)
        return found

    def _find_rare(self, survey: Survey, grouping: Grouping, known: Collection[str]) -> set[str]:
        """Find the titles with a word that was rare and is not now, or the other way round."""
        words = self._nearby.find_title_words(known) | _words_of(survey.tellings)
        before = self._nearby.count_words(words, ())
        now = Counter(self._nearby.count_words(words, known))
        now.update(_count_words(survey.tellings, grouping))
        turned = {word for word in words if (before.get(word, 0) <= RARE_WORD) != (now[word] <= RARE_WORD)}
        return self._nearby.of_words(turned) if turned else set()

    def _find_moved_venues(self, part: _Part, changed: Sequence[Telling]) -> set[str]:
        """Find the tellings of venues that are known under another identifier now, for their streets are."""
        named = {key for telling in changed for key in _venues_of(telling)}
        former = {parse_venue(text) for text in self._nearby.find_venues_of(part.touched)}
        others = self._other_venues(named | former, part)
        before, now = VenueRegister((), others | former), VenueRegister((), others | named)
        moved = {key for key in others if before.id_at(key) != now.id_at(key)}
        return self._nearby.of_venues([write_venue(key) for key in moved]) if moved else set()

    def _other_venues(self, keys: Iterable[VenueKey], part: _Part) -> set[VenueKey]:
        """Give what sources that did not change call venues of the same towns and names."""
        names = {"\x1f".join((key.city, key.name)) for key in keys}
        return {parse_venue(text) for text in self._nearby.find_venues(names, part.touched)}

    def _find_asked(self, part: _Part, survey: Survey) -> tuple[set[str], set[str]]:
        """Find the sources whose rows may differ, those that did not change included, and what else they point to.

        These are pages that are linked otherwise than before, and documents that pages link that changed.
        """
        nearby, touched = self._nearby, self._sources_at(part, survey)
        links, former = _links_of(touched, survey), nearby.find_links(part.touched)
        was = {url for now, _ in former for url in now}
        ever_was = was.union(*(once for _, once in former))
        pages = nearby.find_sources((links.now ^ was) | (links.ever ^ ever_was)) if links.ever | ever_was else {}
        documents = self._sources_of(nearby.find_files(part.touched) | _files_of(touched, survey))
        asked = touched | pages.keys() | documents
        return asked, part.shelf | asked | self._sources_of(nearby.find_files(pages))

    def _sources_of(self, files: Iterable[tuple[str, str | None]]) -> set[str]:
        """Find the sources at the addresses of files, and the documents themselves."""
        found = list(files)
        names = [name for _, name in found if name]
        return set(self._nearby.find_sources([url for url, _ in found], names)) if found else set()

    def _check_cycles(self, part: _Part, survey: Survey) -> None:
        """See to it that the names of cycles are those that they were, and lead to the same cycles as before."""
        nearby, touched = self._nearby, self._sources_at(part, survey)
        changed = [telling for telling in survey.tellings if telling.source_id in touched]
        names, _ = name_cycles([t for t in changed if self._names_known_cycle(t)], self._series)
        stated = {t.name: statement[0] for t in changed if (statement := state_cycle_name(t))}
        series = {name: found.series for name, found in names.items()}
        for column, values, told in (("stated", stated, self._series), ("series", series, self._joined)):
            before, now = nearby.find_firsts(column, ()), nearby.find_firsts(column, part.touched)
            for telling in changed:
                if telling.name in values:
                    value, said = values[telling.name], (order_of(telling), telling.name)
                    now[value] = min(now.get(value, said), said)
            if before.keys() != now.keys():
                raise TooWideError("the names of cycles are others")
            if column == "stated" and nearby.has_cycle_doubts():
                firsts = {name for _, name in before.values()}
                if before != now or nearby.tells_any(part.touched, firsts):
                    raise TooWideError("the names of cycles are in doubt")
            in_order = sorted(before, key=lambda key: before[key]) == sorted(now, key=lambda key: now[key])
            if not in_order and any(name != value for name, value in told.items()):
                raise TooWideError("the names of cycles come in another order")

    def _names_known_cycle(self, telling: Telling) -> bool:
        statement = state_cycle_name(telling)
        if statement is not None and statement[0] not in self._series:
            raise TooWideError("there is a new name of a cycle")
        return True

    def _compose(self, part: _Part, survey: Survey, grouping: Grouping, doubtful: set[str]) -> Outline:
        """Make the outline of the part, with what it has to know of all others."""
        nearby, touched = self._nearby, self._sources_at(part, survey)
        members = nearby.find_members(part.components)
        begun = nearby.find_components(part.touched) | part.forced
        begun |= {members[name][0] for name in doubtful if name in members}
        former = {name: event_id for name, (component, event_id) in members.items() if component in begun}
        rest = Rest(
            joined=self._joined,
            venues=self._other_venues((key for t in survey.tellings for key in _venues_of(t)), part),
            linked=self._find_linked(part, survey),
            named=self._name_documents(part, survey),
            asked=frozenset(part.asked),
            doubtful=frozenset(doubtful),
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
        groups = [draft.group for draft in outline.drafts.values()]
        if before != {pair for g in groups for pair in find_named_twice(grouping.names, g, survey.tellings)}:
            raise TooWideError("events tie the names of cycles otherwise")
        return outline

    def _find_linked(self, part: _Part, survey: Survey) -> Linked:
        """Find which addresses of the asked pages other pages link."""
        pages = [page for page in survey.timeline.pages.values() if page.page_id in part.asked]
        urls = {capture.url for page in pages for capture in page.captures}
        now, once = self._nearby.find_linked(urls, part.touched)
        own = _links_of(self._sources_at(part, survey), survey)
        return Linked(now | own.now, now | once | own.ever)

    def _name_documents(self, part: _Part, survey: Survey) -> dict[str, Attachment]:
        """Give how the first page that links it names each asked file, as `find_titles` does."""
        timeline = survey.timeline
        asked = [document for document in timeline.documents.values() if document.document_id in part.asked]
        urls = {capture.url for document in asked for capture in document.captures}
        rows = self._nearby.find_naming(urls, [document.document_id for document in asked], part.touched)
        for name in self._sources_at(part, survey) & timeline.pages.keys():
            for url, (_, file) in find_files(timeline.pages[name]).items():
                rows.append((name, url, timeline.document_at(url), file.title, file.kind))
        named: dict[str, Attachment] = {}
        for _, url, document_id, title, kind in sorted(rows, key=lambda row: row[:2]):
            file = Attachment(url, title, kind, None)
            named.setdefault(url, file)
            if document_id is not None:
                named.setdefault(document_id, file)
        return named


def _tie(tellings: Sequence[Telling], grouping: Grouping, joined: Mapping[str, str]) -> Knots:
    """Tie tellings (by place) as far as it is known before events are made."""
    knots = Knots(len(tellings))
    for left, right in grouping.linked.ties:
        knots.tie(left, right)
    for group in grouping.linked.groups:
        for place in group.members:
            knots.tie(group.members[0], place)
    first: dict[str, int] = {}
    for place, telling in enumerate(tellings):
        if telling.name in grouping.names:
            series = grouping.names[telling.name].series
            knots.tie(first.setdefault(joined.get(series, series), place), place)
    return knots


def _words_of(tellings: Iterable[Telling]) -> set[str]:
    return {word for telling in tellings for word in telling.key.split()}


def _count_words(tellings: Sequence[Telling], grouping: Grouping) -> Counter[str]:
    """Count in the titles of how many events each word stands, before reports were joined."""
    words: dict[int, set[str]] = defaultdict(set)
    for place, root in grouping.linked.roots.items():
        words[root].update(tellings[place].key.split())
    return Counter(word for found in words.values() for word in found)


def _venues_of(telling: Telling) -> set[VenueKey]:
    venues = (session.venue for session in telling.event.sessions if session.venue is not None)
    return {key for key in map(venue_key, venues) if any(key)}


def _links_of(sources: Collection[str], survey: Survey) -> Linked:
    """Give all addresses that these pages link, now and ever."""
    pages = [page for page in survey.timeline.pages.values() if page.page_id in sources]
    found = [find_links_of(page, survey.readings) for page in pages]
    return Linked(set[str]().union(*(links.now for links in found)), set[str]().union(*(links.ever for links in found)))


def _files_of(sources: Collection[str], survey: Survey) -> set[tuple[str, str | None]]:
    """Give the addresses of the files that these pages link now, and the documents there."""
    pages = [page for page in survey.timeline.pages.values() if page.page_id in sources]
    return {(url, survey.timeline.document_at(url)) for page in pages for url in find_files(page)}
