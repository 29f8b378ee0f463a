"""Parts: what rows are made of one at a time: an event, a page, or a document, each with the rows that are its own.

A part has a seal over all that its rows depend on. Where the seal is that of the build before, so are the rows, but
for when they were last seen: that moves in the database, all rows at once (`moments.py`).
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
        if outline.asks(page_id):
            yield Part("page", page_id), _seal_page(outline, page, sources[page_id])
    for document_id, document in timeline.documents.items():
        if outline.asks(document_id):
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
    cycle = draft.cycle, outline.cycle_of.get(draft.event_id)
    return _seal(draft.event_id, draft.anchor.name, *cycle, tellings, links, _find_restless(outline, draft))


def _find_restless(outline: Outline, draft: Draft) -> list[float]:
    """Give when links were last seen that have one identifier (between several forms of one page).

    Which captures show which of them cannot be told by identifier: they are made again when they are seen again.
    """
    named: dict[tuple[str, str, str], list[float]] = {}
    for link in draft.group.links:
        sides = outline.tellings[link.left], outline.tellings[link.right]
        moments = [side.capture.last_seen.timestamp() for side in sides]
        named.setdefault((sides[0].label, sides[1].label, link.rule), []).extend(moments)
    return [moment for moments in named.values() if len(moments) > 2 for moment in moments]


def _seal_page(outline: Outline, page: PageHistory, source: str) -> str:
    versions = [(v.content_digest, v.seen_from, v.capture.key) for v in page.versions]
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


def _say_capture(capture: Capture) -> tuple[str, str, str, str | None, float]:
    return capture.url, capture.digest, capture.raw_url, capture.media_type, capture.first_seen.timestamp()


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
