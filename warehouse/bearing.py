"""What may bear on the events of a look: looked up among all others, to be set against them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from warehouse.nearby import Nearby
from warehouse.notes import parse_venue, sorted_titles, write_venue
from warehouse.outline import Grouping, Survey
from warehouse.reach import Reach
from warehouse.tellings import Telling
from warehouse.thresholds import RARE_WORD
from warehouse.venues import VenueKey, VenueRegister, venue_key


class Bearing:
    """Finds what may bear on doubtful events, and what these bear on. `joined` is what each series became."""

    def __init__(self, nearby: Nearby, joined: Mapping[str, str]) -> None:
        self._nearby = nearby
        self._joined = joined

    def grow(self, part: Reach, survey: Survey, grouping: Grouping, doubtful: set[str]) -> None:
        """Take in what may bear on doubtful events, and what these bear on."""
        nearby, known = self._nearby, frozenset(part.components)
        touched = part.sources_at(survey)
        unsure = [telling for telling in survey.tellings if telling.name in doubtful]
        changed = [telling for telling in unsure if telling.source_id in touched]
        found = self._find_near(changed, survey, known)
        names = [grouping.names[telling.name].series for telling in unsure if telling.name in grouping.names]
        found |= nearby.of_series({*names, *(self._joined.get(name, name) for name in names)})
        found |= nearby.of_titles(telling.key for telling in unsure)
        found |= self._find_attached(touched, survey)
        found |= self._find_of_days(unsure, known)
        forced = self._find_rare(survey, grouping, known) | self._find_moved_venues(part, changed)
        part.forced |= forced
        part.components |= found | forced

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

    def _find_of_days(self, unsure: Sequence[Telling], known: Collection[str]) -> set[str]:
        """Find what is announced or reported by one site for one day, shares a word, and may share a town."""
        days = {day for telling in unsure for day in telling.days}
        words, sites = words_of(unsure), {telling.site for telling in unsure}
        cities = {city for telling in unsure for city in telling.cities}
        anywhere = any(telling.online or not telling.cities for telling in unsure)
        relations = {telling.event.relation for telling in unsure}
        found = set()
        for component, others, of_sites, titles, towns, free in self._nearby.of_days(days, known) if days else ():
            meet = "announces" in {*relations, *others}
            near = anywhere or free or not cities.isdisjoint(towns)
            if meet and near and not sites.isdisjoint(of_sites) and words & set(" ".join(titles).split()):
                found.add(component)
        return found

    def _find_rare(self, survey: Survey, grouping: Grouping, known: Collection[str]) -> set[str]:
        """Find the titles with a word that was rare and is not now, or the other way round."""
        words = self._nearby.find_title_words(known) | words_of(survey.tellings)
        before = self._nearby.count_words(words, ())
        now = Counter(self._nearby.count_words(words, known))
        now.update(_count_words(survey.tellings, grouping))
        turned = {word for word in words if (before.get(word, 0) <= RARE_WORD) != (now[word] <= RARE_WORD)}
        return self._nearby.of_words(turned) if turned else set()

    def _find_moved_venues(self, part: Reach, changed: Sequence[Telling]) -> set[str]:
        """Find the tellings of venues that are known under another identifier now, for their streets are."""
        named = {key for telling in changed for key in venues_of(telling)}
        former = {parse_venue(text) for text in self._nearby.find_venues_of(part.touched)}
        others = self.other_venues(named | former, part)
        before, now = VenueRegister((), others | former), VenueRegister((), others | named)
        moved = {key for key in others if before.id_at(key) != now.id_at(key)}
        return self._nearby.of_venues([write_venue(key) for key in moved]) if moved else set()

    def other_venues(self, keys: Iterable[VenueKey], part: Reach) -> set[VenueKey]:
        """Give what sources that did not change call venues of the same towns and names."""
        names = {"\x1f".join((key.city, key.name)) for key in keys}
        return {parse_venue(text) for text in self._nearby.find_venues(names, part.touched)}


def words_of(tellings: Iterable[Telling]) -> set[str]:
    """Give the words of the titles of tellings."""
    return {word for telling in tellings for word in telling.key.split()}


def _count_words(tellings: Sequence[Telling], grouping: Grouping) -> Counter[str]:
    """Count in the titles of how many events each word stands, before reports were joined."""
    words: dict[int, set[str]] = defaultdict(set)
    for place, root in grouping.linked.roots.items():
        words[root].update(tellings[place].key.split())
    return Counter(word for found in words.values() for word in found)


def venues_of(telling: Telling) -> set[VenueKey]:
    """Give what the venues of a telling are compared by."""
    venues = (session.venue for session in telling.event.sessions if session.venue is not None)
    return {key for key in map(venue_key, venues) if any(key)}
