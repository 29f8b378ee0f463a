"""Parts: what rows are made of one at a time: an event, a page, or a document, each with the rows that are its own.

A part has a seal over all that its rows depend on. Where the seal is that of the build before, so are the rows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from warehouse.drafts import Draft
from warehouse.open_rows import find_answer
from warehouse.outline import Outline
from warehouse.page_rows import find_files, name_document
from warehouse.timeline import Capture, DocumentHistory, PageHistory, Timeline

UNREAD: Final = "unread"
"""The name under which captures without a reading stand."""

Kind = str


class Part(NamedTuple):
    """A part by kind (event, page, document, unread) and identifier."""

    kind: Kind
    name: str


def seal_parts(outline: Outline) -> Iterator[tuple[Part, str]]:
    """Give each part with its seal: events in the order of their anchors, then pages, documents, unread captures."""
    timeline = outline.timeline
    sources = dict(_seal_sources(timeline))
    for event_id, draft in outline.drafts.items():
        yield Part("event", event_id), _seal_event(outline, draft, sources)
    for page_id, page in timeline.pages.items():
        yield Part("page", page_id), _seal_page(outline, page, sources[page_id])
    for document_id, document in timeline.documents.items():
        yield Part("document", document_id), _seal_document(outline, document, sources[document_id])
    if timeline.unread:
        yield Part("unread", UNREAD), _seal(*map(_say_capture, timeline.unread))


def _seal_sources(timeline: Timeline) -> Iterator[tuple[str, str]]:
    for page in timeline.pages.values():
        yield page.page_id, _seal(*map(_say_capture, page.captures))
    for document in timeline.documents.values():
        yield document.document_id, _seal(*map(_say_capture, document.captures))


def _seal_event(outline: Outline, draft: Draft, sources: Mapping[str, str]) -> str:
    tellings = [
        (
            telling.name,
            telling.witness.superseded,
            sources[telling.source_id],
            tuple(found.theme_id for found in telling.event.themes),
            tuple(outline.register.id_of(session.venue) for session in telling.event.sessions),
        )
        for telling in draft.tellings
    ]
    links = [
        (outline.tellings[link.left].name, outline.tellings[link.right].name, link.rule, link.why, link.score)
        for link in draft.group.links
    ]
    return _seal(draft.event_id, draft.anchor.name, draft.cycle, outline.cycle_of.get(draft.event_id), tellings, links)


def _seal_page(outline: Outline, page: PageHistory, source: str) -> str:
    versions = [(v.content_digest, v.seen_from, v.seen_until, v.capture.key) for v in page.versions]
    witnesses = [(witness.capture.key, witness.superseded) for witness in page.witnesses]
    files = []
    for url in find_files(page):
        answer = find_answer(outline.timeline, outline.readings, url)
        span = _say_capture(answer) if answer else None
        files.append((url, outline.timeline.document_at(url), span))
    state = (outline.linked.state_of(page), page.last_status)
    return _seal(page.page_id, source, state, versions, witnesses, files)


def _seal_document(outline: Outline, document: DocumentHistory, source: str) -> str:
    link = name_document(document, outline.named)
    return _seal(document.document_id, source, document.current, link and (link.title, link.kind))


def _say_capture(capture: Capture) -> tuple[str, str, str, str | None, float, float]:
    moments = capture.first_seen.timestamp(), capture.last_seen.timestamp()
    return capture.url, capture.digest, capture.raw_url, capture.media_type, *moments


def _seal(*values: object) -> str:
    return hashlib.blake2b(repr(values).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()


def in_reading_order(outline: Outline, wanted: Iterable[Part]) -> Iterator[Part]:
    """Give the parts so that an event and the pages that tell of it come together: each reading is fetched once."""
    left = dict.fromkeys(wanted)
    for part in [part for part in left if part.kind == "event"]:
        yield part
        del left[part]
        for telling in outline.drafts[part.name].tellings:
            source = Part(telling.witness.kind, telling.source_id)
            if source in left:
                yield source
                del left[source]
    yield from left
