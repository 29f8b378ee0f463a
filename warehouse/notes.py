"""What is kept of an outline, so that the next look need not go through all of it again (`scope.py`).

| table | one row for each |
|---|---|
| `outline_tellings` | telling: what linking asks of it, its event, and its component |
| `outline_sources` | page or document: its addresses, and what a page links |
| `outline_calm` | address where a sighting of the same content changes nothing but when it was seen last |
| `outline_terms` | numbered term in a capture, `outline_themes` theme of a telling that the vocabulary may not have |

A component holds all tellings that bear on each other's events: tied by links, followed or refused, by a title, or as
mention and edition. What is outside of it has no say in it. A cycle ties nothing: its row follows from its events.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from warehouse.cycle_keys import state_cycle_name
from warehouse.knots import Knots
from warehouse.outline import Outline
from warehouse.page_rows import find_links_of
from warehouse.tellings import Telling
from warehouse.terms import numbered_themes
from warehouse.timeline import Capture, PageHistory, find_addresses
from warehouse.venues import VenueKey, venue_key

_SEPARATOR: Final = "\x1f"


class TellingNote(NamedTuple):
    """What linking asks of a telling. `place` orders tellings as their anchors do; `root` is None for what is dropped.

    `series` is the cycle that it names, `joined` and `cycle` what that became by its event and by people.
    """

    name: str
    place: str
    source_id: str
    event_id: str | None
    component: str
    root: str | None
    title_key: str
    titles: list[str]
    days: list[dt.date]
    dated: bool
    mention: bool
    relation: str
    cities: list[str]
    online: bool
    site: str
    stated: str | None
    series: str | None
    joined: str | None
    cycle: str | None
    venues: list[str]


class SourceNote(NamedTuple):
    """Where a page, a document, or a capture without a reading stands, and which addresses a page links."""

    source_id: str
    kind: str
    urls: list[str]
    addresses: list[str]
    links: list[str]
    former_links: list[str]


class CalmNote(NamedTuple):
    """The content that stands at an address; `printed` is None where the way to write the address means nothing."""

    url: str
    source_id: str
    capture_digest: str
    printed: bool | None


class TermNote(NamedTuple):
    """A numbered term in a capture, with its theme and its label there."""

    url: str
    capture_digest: str
    first_seen: dt.datetime
    place: int
    number: int
    theme_id: str
    label: str


class ThemeNote(NamedTuple):
    """A theme of a telling: what it is called, and the number of its term."""

    name: str
    place: str
    number: int
    theme_id: str
    label: str
    site_term: int | None


def note_tellings(outline: Outline) -> Iterator[TellingNote]:
    """Give the notes of all tellings of an outline, or of those that are doubtful."""
    event_of = {telling.name: draft.event_id for draft in outline.drafts.values() for telling in draft.tellings}
    cycles = {
        telling.name: draft.cycle.series
        for draft in outline.drafts.values()
        for telling in draft.tellings
        if draft.cycle is not None
    }
    knots, roots = tie_knots(outline), outline.grouping.linked.roots
    for place, telling in enumerate(outline.tellings):
        if outline.rest is None or telling.name in outline.rest.doubtful:
            root = roots.get(place)
            component = outline.tellings[knots.of(place)].name
            names = (event_of.get(telling.name), component, None if root is None else outline.tellings[root].name)
            yield _note_telling(telling, names, outline, cycles.get(telling.name))


def _note_telling(
    telling: Telling, names: tuple[str | None, str, str | None], outline: Outline, cycle: str | None
) -> TellingNote:
    stated, named = state_cycle_name(telling), outline.grouping.names.get(telling.name)
    joined = outline.joined.get(telling.name)
    readings = [session.venue for session in telling.event.sessions if session.venue is not None]
    return TellingNote(
        telling.name,
        order_of(telling),
        telling.source_id,
        *names,
        telling.key,
        sorted_titles(telling),
        sorted(telling.days),
        bool(telling.days or telling.periods),
        telling.mention,
        telling.event.relation,
        sorted(telling.cities),
        telling.online,
        telling.site,
        stated[0] if stated else None,
        named.series if named else None,
        joined.series if joined else None,
        cycle,
        sorted({write_venue(key) for key in map(venue_key, readings) if any(key)}),
    )


def tie_knots(outline: Outline) -> Knots:
    """Tie the tellings (by place) that bear on each other: by links, by their events."""
    tellings = outline.tellings
    knots = Knots(len(tellings))
    for left, right in outline.grouping.linked.ties:
        knots.tie(left, right)
    place_of = {telling.name: place for place, telling in enumerate(tellings)}
    for draft in outline.drafts.values():
        first, *others = [place_of[telling.name] for telling in draft.tellings]
        for other in others:
            knots.tie(first, other)
    return knots


def sorted_titles(telling: Telling) -> list[str]:
    """Give the keys of a telling with their words in order of the alphabet."""
    return [" ".join(sorted(key.split())) for key in telling.keys if key]


def order_of(telling: Telling) -> str:
    """Give a text that orders tellings as their anchors do, and then by name."""
    mention, rank, node, source_id, (number, key) = telling.anchor
    return _SEPARATOR.join((f"{mention:d}{rank:d}{node:020d}", source_id, f"{number:020d}", key, telling.name))


def write_venue(key: VenueKey) -> str:
    """Give what a venue is compared by as one text."""
    return _SEPARATOR.join(key)


def parse_venue(text: str) -> VenueKey:
    """Give what a venue is compared by from its text."""
    return VenueKey(*text.split(_SEPARATOR))


def note_sources(outline: Outline, sources: frozenset[str] | None = None) -> Iterator[SourceNote]:
    """Give where the sources stand: all of them, or those that are named."""
    timeline = outline.timeline
    for page in timeline.pages.values():
        if sources is None or page.page_id in sources:
            urls = sorted({capture.url for capture in page.captures})
            links = find_links_of(page, outline.readings)
            addresses = sorted({address for capture in page.captures for address in _claim(capture, outline)})
            yield SourceNote(page.page_id, "page", urls, addresses, sorted(links.now), sorted(links.ever - links.now))
    for document in timeline.documents.values():
        if sources is None or document.document_id in sources:
            urls = sorted({capture.url for capture in document.captures})
            yield SourceNote(document.document_id, "document", urls, urls, [], [])
    for capture in timeline.unread:
        name = name_unread(capture)
        if sources is None or name in sources:
            yield SourceNote(name, "unread", [capture.url], [capture.url], [], [])


def name_unread(capture: Capture) -> str:
    """Give the name under which a capture without a reading stands."""
    return f"unread:{capture.digest}@{capture.url}"


def _claim(capture: Capture, outline: Outline) -> Iterable[str]:
    return find_addresses(capture, outline.readings[capture.key])


def note_calm(outline: Outline, sources: frozenset[str] | None = None) -> Iterator[CalmNote]:
    """Give the addresses of these sources where only other content than the known one has anything to say."""
    timeline = outline.timeline
    claims: dict[str, set[str]] = defaultdict(set)
    at: Counter[str] = Counter()
    for page in timeline.pages.values():
        for capture in page.captures:
            at[capture.url] += 1
            for address in _claim(capture, outline):
                claims[address].add(page.page_id)
    at.update(capture.url for capture in timeline.unread)
    for page in timeline.pages.values():
        if (sources is None or page.page_id in sources) and _is_calm(page, outline, claims, at):
            last = page.witnesses[0].capture
            yield CalmNote(last.url, page.page_id, last.digest, "/print" in last.raw_url)
    for document in timeline.documents.values():
        for capture in document.captures:
            wanted = sources is None or document.document_id in sources
            if wanted and timeline.current_digest[capture.url] == capture.digest and not at[capture.url]:
                yield CalmNote(capture.url, document.document_id, capture.digest, None)


def _is_calm(page: PageHistory, outline: Outline, claims: Mapping[str, set[str]], at: Mapping[str, int]) -> bool:
    """Tell whether a page has one address and one form, is alive, and no other page has a claim to its address."""
    forms = {(c.url, c.media_type, "/print" in c.raw_url) for c in page.captures}
    current = [witness for witness in page.witnesses if not witness.superseded]
    if len(forms) > 1 or len(current) != 1 or page.state != "alive" or page.last_status != 200:
        return False
    last = current[0].capture
    alone = all(claims[address] == {page.page_id} for c in page.captures for address in _claim(c, outline))
    own = all(outline.readings[c.key].page.page_id == page.page_id for c in page.captures)
    newest = outline.timeline.current_digest[last.url] == last.digest
    return alone and own and newest and at[last.url] == len(page.captures)


def note_terms(outline: Outline, urls: frozenset[str] | None = None) -> Iterator[TermNote]:
    """Give the numbered terms of all captures that have a reading, or of those at these addresses, as read."""
    for capture in outline.timeline.all_captures():
        reading = outline.library.get(capture.key) if urls is None or capture.url in urls else None
        for place, found in enumerate(numbered_themes(reading) if reading else ()):
            first = capture.first_seen.astimezone(dt.UTC).replace(tzinfo=None)
            number = int(found.site_term or 0)
            yield TermNote(capture.url, capture.digest, first, place, number, found.theme_id, found.text)


def note_themes(outline: Outline, vocabulary: frozenset[str]) -> Iterator[ThemeNote]:
    """Give the themes of all tellings, or of the doubtful ones, that have a number or are not in the vocabulary."""
    for telling in outline.tellings:
        if outline.rest is None or telling.name in outline.rest.doubtful:
            for number, found in enumerate(telling.event.themes):
                if found.site_term is not None or found.theme_id not in vocabulary:
                    names = (telling.name, order_of(telling), number)
                    yield ThemeNote(*names, found.theme_id, found.label, found.site_term)
