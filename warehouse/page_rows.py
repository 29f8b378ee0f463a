"""Rows of pages, their versions, their attachments and documents, and of the captures that all evidence points to."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final
from zoneinfo import ZoneInfo

from extract.records import Attachment, Evidence, PageFacts, Place
from warehouse.event_rows import title_evidence
from warehouse.evidence import EvidenceBook
from warehouse.rows import CaptureRow, DocumentRow, Page, PageDocument, PageVersion
from warehouse.seen import Seen, Sights
from warehouse.timeline import DocumentHistory, PageHistory, Readings, Timeline, Witness

_PARIS: Final = ZoneInfo("Europe/Paris")
_STATED: Final = ("title", "published_on", "modified_at", "lead")


def build_pages(timeline: Timeline, readings: Readings, book: EvidenceBook) -> list[Page]:
    """Give one row for each page, in the order of their identifiers."""
    listed, once_listed = _linked_addresses(timeline, readings)
    rows = []
    for page_id in sorted(timeline.pages):
        page = timeline.pages[page_id]
        urls = {capture.url for capture in page.captures}
        unlisted = bool(urls & once_listed) and not urls & listed
        state = "unlisted" if page.state == "alive" and unlisted else page.state
        rows.append(_build_page(page, state, readings, book))
    return rows


def _linked_addresses(timeline: Timeline, readings: Readings) -> tuple[set[str], set[str]]:
    """Give the addresses that other pages link now, and those that any version of another page ever linked."""
    now: set[str] = set()
    ever: set[str] = set()
    for page in timeline.pages.values():
        own = {capture.url for capture in page.captures}  # a page that links itself is not listed by that
        for witness in page.witnesses:
            if not witness.superseded:
                now.update(url for url in witness.reading.links if url not in own)
        for capture in page.captures:
            ever.update(url for url in readings[capture.key].links if url not in own)
    return now, ever


def _build_page(page: PageHistory, state: str, readings: Readings, book: EvidenceBook) -> Page:
    witnesses = [witness for witness in page.witnesses if not witness.superseded]
    facts = [witness.reading.page for witness in witnesses] or [readings[page.captures[-1].key].page]
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


def build_versions(timeline: Timeline) -> Iterator[PageVersion]:
    """Give one row for each version of each page."""
    for page_id in sorted(timeline.pages):
        for number, version in enumerate(timeline.pages[page_id].versions, start=1):
            since, until = Seen(version.seen_from, version.seen_until).columns
            if since is not None and until is not None:
                names = (version.capture.digest, version.capture.url)
                facts = version.reading.page
                yield PageVersion(
                    page_id, number, version.content_digest, since, until, *names, facts.kind, facts.title, since, until
                )


def build_attachments(timeline: Timeline, sights: Sights, book: EvidenceBook) -> list[PageDocument]:
    """Give one row for each page and address of a file that the page links now."""
    rows = []
    for page_id in sorted(timeline.pages):
        found: dict[str, tuple[Witness, Attachment]] = {}
        for witness in timeline.pages[page_id].witnesses:
            for file in witness.reading.attachments:
                if not witness.superseded:
                    found.setdefault(file.url, (witness, file))
        for url in sorted(found):
            witness, file = found[url]
            seen = sights.at(page_id, witness.capture, ("file", url)).columns
            digest = timeline.current_digest.get(url)
            document_id = digest if digest in timeline.documents else None
            rows.append(PageDocument(page_id, url, document_id, file.title, file.kind, file.stated_size, *seen))
            _note_attachment(page_id, document_id, witness, file, book)
    return rows


def _note_attachment(
    page_id: str, document_id: str | None, witness: Witness, file: Attachment, book: EvidenceBook
) -> None:
    item = Evidence("url", file.title, file.where or Place(0, 0), "link", 1.0 if file.where else 0.5)
    book.add(("page_documents", f"{page_id}/{file.url}"), witness.capture, item)
    if document_id is not None:
        book.add(("documents", document_id), witness.capture, Evidence("title", file.title, item.where, "link"))


def build_documents(timeline: Timeline, attachments: Iterable[PageDocument]) -> list[DocumentRow]:
    """Give one row for each content of a file; its title and kind are those of the first page that links it."""
    linked: dict[str, PageDocument] = {}
    by_url: dict[str, PageDocument] = {}
    for row in attachments:
        by_url.setdefault(row.url, row)
        if row.document_id is not None:
            linked.setdefault(row.document_id, row)
    rows = []
    for document_id in sorted(timeline.documents):
        document = timeline.documents[document_id]
        former = next((by_url[c.url] for c in document.captures if c.url in by_url), None)
        rows.append(_build_document(document, linked.get(document_id) or former))
    return rows


def _build_document(document: DocumentHistory, link: PageDocument | None) -> DocumentRow:
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


def build_captures(timeline: Timeline) -> list[CaptureRow]:
    """Give one row for each content at each address, in the order of address and digest."""
    owners: dict[tuple[str, str], list[tuple[str | None, str | None]]] = defaultdict(list)
    captures = {capture.key: capture for capture in timeline.unread}
    for page in timeline.pages.values():
        for capture in page.captures:
            captures[capture.key] = capture
            owners[capture.key].append((page.page_id, None))
    for document in timeline.documents.values():
        for capture in document.captures:
            captures[capture.key] = capture
            owners[capture.key].append((None, document.document_id))
    rows = []
    for key in sorted(captures):
        capture = captures[key]
        owner = owners[key][0] if owners[key] else (None, None)
        seen = Seen.of([capture]).columns
        rows.append(CaptureRow(capture.digest, capture.url, capture.raw_url, capture.media_type, *owner, *seen))
    return rows
