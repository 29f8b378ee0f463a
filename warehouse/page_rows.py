"""Rows of pages, their versions, their attachments and documents, and of the captures that all evidence points to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any, Final
from zoneinfo import ZoneInfo

from extract.records import Attachment, Evidence, PageFacts, Place, Reading
from warehouse.event_rows import title_evidence
from warehouse.evidence import EvidenceBook
from warehouse.rows import CaptureRow, DocumentRow, Page, PageDocument, PageVersion
from warehouse.seen import Seen, Sights
from warehouse.states import PageState
from warehouse.timeline import (
    Capture,
    DocumentHistory,
    Key,
    PageHistory,
    Readings,
    Timeline,
    Witness,
    text_digest,
)

_PARIS: Final = ZoneInfo("Europe/Paris")
_STATED: Final = ("title", "published_on", "modified_at", "lead")


@dataclass(frozen=True, slots=True)
class Linked:
    """The addresses that other pages link `now`, and those that any version of another page `ever` linked."""

    now: Set[str]
    ever: Set[str]

    def state_of(self, page: PageHistory) -> PageState:
        """Give the state of a page: that of its sightings, unless pages linked it once and none does now."""
        urls = {capture.url for capture in page.captures}
        unlisted = not self.ever.isdisjoint(urls) and self.now.isdisjoint(urls)
        return "unlisted" if page.state == "alive" and unlisted else page.state


def find_linked(timeline: Timeline, readings: Readings) -> Linked:
    """Find the addresses that the pages link."""
    now: set[str] = set()
    ever: set[str] = set()
    for page in timeline.pages.values():
        found = find_links_of(page, readings)
        now |= found.now
        ever |= found.ever
    return Linked(now, ever)


def find_links_of(page: PageHistory, readings: Readings) -> Linked:
    """Find the addresses that one page links; a page that links itself is not listed by that."""
    own = {capture.url for capture in page.captures}
    current = (witness for witness in page.witnesses if not witness.superseded)
    now = {url for witness in current for url in witness.reading.links}
    ever = {url for capture in page.captures for url in readings[capture.key].links}
    return Linked(now - own, ever - own)


def build_page(page: PageHistory, state: str, former: Reading, book: EvidenceBook) -> Page:
    """Give the row of a page; `former` is the reading of its last capture, for pages that say nothing now."""
    witnesses = [witness for witness in page.witnesses if not witness.superseded]
    facts = [witness.reading.page for witness in witnesses] or [former.page]
    for column in _STATED:
        _note_page(page, column, _first(facts, column), witnesses, book)
    nodes = [fact.node_id for fact in facts if fact.node_id is not None]
    node = int(page.page_id.removeprefix("node:")) if page.page_id.startswith("node:") else None
    seen = Seen.of(page.captures).columns
    return Page(
        page_id=page.page_id,
        canonical_url=_first(facts, "canonical_url") or page.captures[-1].url,
        node_id=node if node is not None else next(iter(nodes), None),
        kind=facts[0].kind,
        title=_first(facts, "title") or "",
        published_on=_first(facts, "published_on"),
        modified_at=_local(_first(facts, "modified_at")),
        state=state,
        last_status=page.last_status,
        lead=_first(facts, "lead"),
        versions=len(page.versions),
        first_seen=seen[0],
        last_seen=seen[1],
    )


def _first(facts: Iterable[PageFacts], column: str) -> Any:
    return next((value for fact in facts if (value := getattr(fact, column)) not in (None, "")), None)


def _local(moment: dt.datetime | None) -> dt.datetime | None:
    """Give a stated moment in local time without a zone: that is how the page writes it."""
    if moment is None or moment.tzinfo is None:
        return moment
    return moment.astimezone(_PARIS).replace(tzinfo=None)


def _note_page(page: PageHistory, column: str, value: object, witnesses: Iterable[Witness], book: EvidenceBook) -> None:
    for witness in witnesses:
        if value is not None and getattr(witness.reading.page, column) == value:
            facts = witness.reading.page
            evidence = title_evidence(facts) if column == "title" else facts.evidence
            book.add_stated(("pages", page.page_id), witness.capture, evidence, [column])


def build_versions(page: PageHistory) -> Iterator[PageVersion]:
    """Give one row for each version of a page."""
    for number, version in enumerate(page.versions, start=1):
        since, until = Seen(version.seen_from, version.seen_until).columns
        if since is not None and until is not None:
            names = (version.capture.digest, version.capture.url)
            facts = version.reading.page
            yield PageVersion(
                page.page_id,
                number,
                version.content_digest,
                since,
                until,
                *names,
                facts.kind,
                facts.title,
                since,
                until,
            )


def note_versions(page: PageHistory, readings: Readings, lost: Set[Key], sights: Sights) -> None:
    """Note which captures show each version: those of its text, unless a later version has that text again."""
    latest = {version.content_digest: number for number, version in enumerate(page.versions, start=1)}
    for number, version in enumerate(page.versions, start=1):
        shown = [
            capture
            for capture in page.captures
            if latest[version.content_digest] == number
            and capture.key not in lost
            and capture.key in readings
            and text_digest(readings[capture.key], capture.digest) == version.content_digest
        ]
        sights.note(("page_versions", f"{page.page_id}/{number}"), Seen.of(shown))


def find_files(page: PageHistory) -> dict[str, tuple[Witness, Attachment]]:
    """Give the files that a page links now, by address, in the order of the addresses."""
    found: dict[str, tuple[Witness, Attachment]] = {}
    for witness in page.witnesses:
        for file in witness.reading.attachments:
            if not witness.superseded:
                found.setdefault(file.url, (witness, file))
    return dict(sorted(found.items()))


def build_attachments(page: PageHistory, timeline: Timeline, sights: Sights, book: EvidenceBook) -> list[PageDocument]:
    """Give one row for each address of a file that a page links now."""
    rows = []
    for url, (witness, file) in find_files(page).items():
        seen = sights.at(page.page_id, witness.capture, ("file", url))
        columns = sights.note(("page_documents", f"{page.page_id}/{url}"), seen).columns
        document_id = timeline.document_at(url)
        rows.append(PageDocument(page.page_id, url, document_id, file.title, file.kind, file.stated_size, *columns))
        _note_attachment(page.page_id, document_id, witness, file, book)
    return rows


def _note_attachment(
    page_id: str, document_id: str | None, witness: Witness, file: Attachment, book: EvidenceBook
) -> None:
    item = Evidence("url", file.title, file.where or Place(0, 0), "link", 1.0 if file.where else 0.5)
    book.add(("page_documents", f"{page_id}/{file.url}"), witness.capture, item)
    if document_id is not None:
        book.add(("documents", document_id), witness.capture, Evidence("title", file.title, item.where, "link"))


def find_titles(timeline: Timeline) -> dict[str, Attachment]:
    """Give how the first page that links it names each file, by identifier, and by address what links it there."""
    named: dict[str, Attachment] = {}
    for page_id in sorted(timeline.pages):
        for url, (_, file) in find_files(timeline.pages[page_id]).items():
            named.setdefault(url, file)
            document_id = timeline.document_at(url)
            if document_id is not None:
                named.setdefault(document_id, file)
    return named


def name_document(document: DocumentHistory, named: Mapping[str, Attachment]) -> Attachment | None:
    """Give how pages name a file: by what it is, else by an address where it stood."""
    former = next((named[capture.url] for capture in document.captures if capture.url in named), None)
    return named.get(document.document_id) or former


def build_document(document: DocumentHistory, link: Attachment | None) -> DocumentRow:
    """Give the row of a document; its title and kind are those of the first page that links it."""
    first = min(document.captures, key=lambda capture: (capture.first_seen, capture.url))
    reading = document.reading
    own = reading.page.title if reading else None
    media_type = first.media_type or (reading.source.media_type if reading else None)
    return DocumentRow(
        document.document_id,
        first.url,
        (link.title if link else own) or None,
        link.kind if link else "other",
        media_type,
        reading.page_count if reading else None,
        first.size,
        *Seen.of(document.captures).columns,
    )


def build_capture(capture: Capture, page_id: str | None, document_id: str | None) -> CaptureRow:
    """Give the row of one content at one address."""
    seen = Seen.of([capture]).columns
    names = (capture.digest, capture.url, capture.raw_url, capture.media_type)
    return CaptureRow(*names, page_id, document_id, *seen)
