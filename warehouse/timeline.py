"""From sightings and readings to histories: which page or document an address is, what it said when, what it says now.

One page may stand under several addresses (`/node/N`, its alias, its print form). They are one page when one of the
readings knows the node and another shares an address with it. What it says now is its latest reading, together with
the latest ones of its other forms unless its text changed since those were seen.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from extract.records import Reading
from warehouse.sightings import Sighting
from warehouse.states import PageState, find_state
from warehouse.thresholds import SAME_LOOK

Key = tuple[str, str]
Readings = Mapping[Key, Reading]
Form = tuple[str, bool, str]


@dataclass(frozen=True, slots=True)
class Capture:
    """One content at one canonical address, with the first and last moment at which it was seen there."""

    url: str
    digest: str
    raw_url: str
    media_type: str | None
    size: int | None
    first_seen: dt.datetime
    last_seen: dt.datetime

    @property
    def key(self) -> Key:
        """The address and the digest: what its reading is filed under."""
        return self.url, self.digest


@dataclass(frozen=True, slots=True)
class Version:
    """A stretch of time in which a page said the same: the captures that show it begin with `capture`."""

    content_digest: str
    seen_from: dt.datetime
    seen_until: dt.datetime
    capture: Capture
    reading: Reading


@dataclass(frozen=True, slots=True)
class Witness:
    """A reading that counts for the current rows: of a page or document as it is now, or as it was announced."""

    source_id: str
    kind: Literal["page", "document"]
    capture: Capture
    reading: Reading
    superseded: bool = False


@dataclass(slots=True)
class PageHistory:
    """A page over time: its captures, its versions, what it says now, and its state at the end."""

    page_id: str
    captures: list[Capture] = field(default_factory=list)
    versions: list[Version] = field(default_factory=list)
    witnesses: list[Witness] = field(default_factory=list)
    state: PageState = "alive"
    last_status: int = 200


@dataclass(slots=True)
class DocumentHistory:
    """A document: one content, its captures at one or more addresses, and its reading if it has one."""

    document_id: str
    captures: list[Capture] = field(default_factory=list)
    reading: Reading | None = None
    current: bool = False


@dataclass(slots=True)
class Timeline:
    """All histories, by identifier. `unread` are captures of pages without a reading."""

    pages: dict[str, PageHistory] = field(default_factory=dict)
    documents: dict[str, DocumentHistory] = field(default_factory=dict)
    unread: list[Capture] = field(default_factory=list)
    current_digest: dict[str, str] = field(default_factory=dict)
    capture_at: dict[Key, Capture] = field(default_factory=dict)

    def all_captures(self) -> Iterator[Capture]:
        """Give the captures of all pages and documents, and those without a reading."""
        return iter(self.capture_at.values())

    def document_at(self, url: str) -> str | None:
        """Give the document that stands at an address now, as far as it was captured."""
        digest = self.current_digest.get(url)
        return digest if digest in self.documents else None


def build_timeline(sightings: Iterable[Sighting], readings: Readings, lost: frozenset[Key] = frozenset()) -> Timeline:
    """Sort sightings and readings into pages and documents.

    Readings in `lost` (captures that could not be read) make no version: what was read before stays current.
    """
    looks = in_order(sightings)
    contents = [look for look in looks if is_content(look)]
    captures = build_captures(contents)
    timeline = Timeline()
    timeline.current_digest = {look.url: str(look.digest) for look in contents}
    timeline.capture_at = {capture.key: capture for capture in captures}
    pages = resolve_pages(captures, readings)
    for capture in captures:
        _file(timeline, capture, readings, pages.get(capture.key))
    page_of = {key[0]: page_id for key, page_id in pages.items()}
    for page_id, group in _by_page(looks, page_of, pages, readings).items():
        _tell(timeline.pages[page_id], group, readings, lost)
    for document in timeline.documents.values():
        urls = (capture.url for capture in document.captures)
        document.current = any(timeline.current_digest[url] == document.document_id for url in urls)
    return timeline


def is_content(sighting: Sighting) -> bool:
    """Whether the sighting shows content: a page or file, sent or confirmed, and not an error or a redirect."""
    answered = 200 <= sighting.status < 300 or sighting.status == 304 or sighting.kind == "resource"
    return sighting.digest is not None and answered


def is_document(capture: Capture, reading: Reading | None) -> bool:
    """Whether the content is a file of its own (a brochure) and not a page or a printed page."""
    media_type = (reading.source.media_type if reading else capture.media_type) or ""
    textual = media_type.startswith("text/") or "html" in media_type or not media_type
    if reading is None:
        return not textual
    return reading.page.kind == "document" or (not textual and reading.page.node_id is None)


def resolve_pages(captures: Sequence[Capture], readings: Readings) -> dict[Key, str]:
    """The page identifier of each capture of a page: its node if any reading at its addresses knows it.

    Where an address moved from one node to another, a reading without a node goes to the node seen there last.
    """
    node_at: dict[str, tuple[dt.datetime, str]] = {}
    told: list[tuple[Capture, Reading]] = []
    for capture in captures:
        reading = readings.get(capture.key)
        if reading is None or is_document(capture, reading):
            continue
        told.append((capture, reading))
        if reading.page.node_id is not None:
            for address in find_addresses(capture, reading):
                claim = (capture.last_seen, reading.page.page_id)
                node_at[address] = max(node_at.get(address, claim), claim)
    return {capture.key: _page_of(capture, reading, node_at) for capture, reading in told}


def _page_of(capture: Capture, reading: Reading, node_at: Mapping[str, tuple[dt.datetime, str]]) -> str:
    if reading.page.node_id is not None:
        return reading.page.page_id
    claims = [node_at[address] for address in find_addresses(capture, reading) if address in node_at]
    return max(claims)[1] if claims else reading.page.page_id


def find_addresses(capture: Capture, reading: Reading) -> tuple[str, ...]:
    """Give the addresses that a reading stands for: where it was captured, and the one that it says is its own."""
    canonical = reading.page.canonical_url
    return (capture.url,) if canonical in (None, capture.url) else (capture.url, str(canonical))


def in_order(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Give each sighting once, in the order of time."""
    return sorted(set(sightings), key=_order)


def _order(sighting: Sighting) -> tuple[object, ...]:
    """Give all fields of a sighting, so that no two are equal: the moment first, an absent one before all others."""
    return (
        sighting.seen_at,
        sighting.url,
        sighting.raw_url,
        sighting.digest or "",
        sighting.status,
        sighting.kind,
        sighting.media_type or "",
        -1 if sighting.size is None else sighting.size,
        sighting.file_name or "",
    )


def build_captures(contents: Iterable[Sighting]) -> list[Capture]:
    """Give each content at each address once, from sightings of content in the order of time."""
    groups: dict[Key, list[Sighting]] = defaultdict(list)
    for look in contents:
        groups[look.url, str(look.digest)].append(look)
    captures = []
    for (url, digest), group in sorted(groups.items()):
        media_type = next((look.media_type for look in group if look.media_type), None)
        size = next((look.size for look in group if look.size is not None), None)
        first, last = group[0], group[-1]
        captures.append(Capture(url, digest, first.raw_url, media_type, size, first.seen_at, last.seen_at))
    return captures


def _file(timeline: Timeline, capture: Capture, readings: Readings, page_id: str | None) -> None:
    """Put a capture where it belongs: to its page, to its document, or among the unread ones."""
    reading = readings.get(capture.key)
    if page_id is not None:
        timeline.pages.setdefault(page_id, PageHistory(page_id)).captures.append(capture)
    elif is_document(capture, reading):
        document = timeline.documents.setdefault(capture.digest, DocumentHistory(capture.digest))
        document.captures.append(capture)
        document.reading = document.reading or reading
    else:
        timeline.unread.append(capture)


def _by_page(
    looks: Iterable[Sighting], page_of: Mapping[str, str], pages: Mapping[Key, str], readings: Readings
) -> dict[str, list[Sighting]]:
    """Group sightings by page. A file at an address that gave a page at another time is a look at no page."""
    groups: dict[str, list[Sighting]] = defaultdict(list)
    for look in looks:
        key = (look.url, look.digest or "")
        page_id = pages.get(key) if key in readings else page_of.get(look.url)
        if page_id is not None:
            groups[page_id].append(look)
    return groups


def _tell(page: PageHistory, looks: Sequence[Sighting], readings: Readings, lost: frozenset[Key]) -> None:
    """Fill in versions, witnesses and state of a page from its sightings in the order of time."""
    seen = [
        look
        for look in looks
        if is_content(look) and (look.url, look.digest) in readings and (look.url, look.digest) not in lost
    ]
    page.state = find_state(looks)
    page.last_status = 200 if looks[-1].status == 304 else looks[-1].status
    captures = {capture.key: capture for capture in page.captures}
    page.versions = _build_versions(seen, captures, readings)
    page.witnesses = _find_witnesses(page, seen, captures, readings)


def _build_versions(seen: Sequence[Sighting], captures: Mapping[Key, Capture], readings: Readings) -> list[Version]:
    """The versions of a page: one ends when no form of the page shows its text any more."""
    spans: dict[str, tuple[Sighting, dt.datetime]] = {}
    shown: dict[Form, str] = {}
    closed: list[tuple[str, Sighting, dt.datetime]] = []
    for look in seen:
        text = text_digest(readings[look.url, str(look.digest)], str(look.digest))
        form = _form(look, captures)
        before = shown.get(form)
        shown[form] = text
        if before not in (None, text) and before not in shown.values():
            closed.append((str(before), *spans.pop(str(before))))
        first = spans[text][0] if text in spans else look
        spans[text] = (first, look.seen_at)
    closed += [(text, *span) for text, span in spans.items()]
    ordered = sorted(closed, key=lambda item: (item[1].seen_at, item[0]))
    return [_build_version(text, look, until, captures, readings) for text, look, until in ordered]


def _build_version(
    text: str, look: Sighting, until: dt.datetime, captures: Mapping[Key, Capture], readings: Readings
) -> Version:
    key = (look.url, str(look.digest))
    return Version(text, look.seen_at, until, captures[key], readings[key])


def text_digest(reading: Reading, digest: str) -> str:
    """Give what tells the text of a reading; where it has none, the digest of its capture does."""
    return reading.text_digest or digest


def _find_witnesses(
    page: PageHistory, seen: Sequence[Sighting], captures: Mapping[Key, Capture], readings: Readings
) -> list[Witness]:
    """What the page says now: the last reading of each form of it that is current, best form first.

    A report that was written over its announcement leaves the announcement as a superseded witness: it alone tells
    days, hours and venue that a report takes for granted.
    """
    if not seen:
        return []
    now = _find_current(seen, captures, readings)
    keys = sorted({(look.url, str(look.digest)) for look in now}, key=lambda key: _preference(captures[key]))
    witnesses = [Witness(page.page_id, "page", captures[key], readings[key]) for key in keys]
    reports = any(witness.reading.page.kind == "report" for witness in witnesses)
    announced = [version for version in page.versions if version.reading.page.kind == "announcement"]
    if reports and announced and announced[-1].capture.key not in keys:
        version = announced[-1]
        witnesses.append(Witness(page.page_id, "page", version.capture, version.reading, superseded=True))
    return witnesses


def _find_current(seen: Sequence[Sighting], captures: Mapping[Key, Capture], readings: Readings) -> list[Sighting]:
    """The last look at each form of the page that still counts.

    A form stays current until another one shows a text that no form had shown: then it counts only when it was seen
    at that time or later, and not at all when what it shows is the very text that was replaced.
    """
    last: dict[Form, Sighting] = {}
    shown: dict[Form, str] = {}
    stale: set[Form] = set()
    for look in seen:
        form, text = _form(look, captures), text_digest(readings[look.url, str(look.digest)], str(look.digest))
        before = shown.get(form)
        stale.discard(form)
        if shown and text not in shown.values():
            replaced = {other for other, words in shown.items() if words == before}
            stale |= {f for f, at in last.items() if f in replaced or look.seen_at - at.seen_at > SAME_LOOK} - {form}
        last[form], shown[form] = look, text
    return [look for form, look in last.items() if form not in stale]


def _form(look: Sighting, captures: Mapping[Key, Capture]) -> Form:
    """The form in which a page was seen: its canonical address, whether printed, and as what kind of file."""
    capture = captures[look.url, str(look.digest)]
    return look.url, "/print" in look.raw_url, capture.media_type or ""


def _preference(capture: Capture) -> tuple[bool, bool, float, str, str]:
    """Web pages before printed forms before the rest, then the latest, then by address."""
    printed = "/print" in capture.raw_url
    web = "html" in (capture.media_type or "")
    return not web, printed, -capture.last_seen.timestamp(), capture.url, capture.digest
