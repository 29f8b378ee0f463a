"""Rows of what was left open: by the reader of a document, by relating, or because a capture could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.records import OpenReading, Place, Reading
from warehouse.doubts import Doubt
from warehouse.evidence import place_json
from warehouse.ids import short_digest
from warehouse.rows import OpenRow, PageDocument
from warehouse.seen import Seen
from warehouse.tellings import find_witnesses
from warehouse.timeline import Capture, Key, Readings, Timeline


@dataclass(frozen=True, slots=True)
class Loss:
    """A capture that could not be read: its canonical address, its digest, and the reason in words."""

    url: str
    digest: str
    reason: str


def build_open_rows(
    timeline: Timeline,
    readings: Readings,
    doubts: Iterable[Doubt],
    losses: Sequence[Loss],
    attachments: Iterable[PageDocument],
) -> list[OpenRow]:
    """Give all that is open, once each, in the order of the identifiers."""
    rows = [
        *_of_readings(timeline),
        *_of_doubts(doubts),
        *_of_losses(timeline, readings, losses),
        *_of_answers(timeline, readings, attachments),
    ]
    found: dict[str, OpenRow] = {}
    for row in sorted(set(rows), key=_key):
        number = 1
        while (open_id := row.open_id if number == 1 else f"{row.open_id}-{number}") in found:
            number += 1
        found[open_id] = row._replace(open_id=open_id)
    return [found[open_id] for open_id in sorted(found)]


def _key(row: OpenRow) -> tuple[str, str, str, str]:
    return row.open_id, row.url or "", row.capture_digest or "", row.place or ""


def _of_readings(timeline: Timeline) -> Iterator[OpenRow]:
    for witness in find_witnesses(timeline):
        if not witness.superseded:
            page = witness.source_id if witness.kind == "page" else None
            document = witness.source_id if page is None else None
            for item in find_open(witness.reading):
                yield _build_row((page, document), witness.capture, item)


def find_open(reading: Reading) -> Iterator[OpenReading]:
    """Give what a reading leaves open: its open entries, and territories without a sure code."""
    yield from reading.open
    for event in reading.events:
        for found in event.territories:
            if found.territory_id is None:
                fits = ", ".join(found.candidates)
                reason = f"may be any of these territories: {fits}" if fits else "is not in the gazetteer"
                yield OpenReading(found.text, reason, found.where, "open_territory")


def _of_doubts(doubts: Iterable[Doubt]) -> Iterator[OpenRow]:
    for doubt in doubts:
        witness = doubt.telling.witness
        page = witness.source_id if witness.kind == "page" else None
        document = witness.source_id if page is None else None
        yield _build_row((page, document), witness.capture, OpenReading(doubt.text, doubt.reason, None, doubt.rule))


def _of_losses(timeline: Timeline, readings: Readings, losses: Sequence[Loss]) -> Iterator[OpenRow]:
    """Name what could not be read; what its own reading names already is not named twice."""
    captures = {capture.key: capture for capture in _all_captures(timeline)}
    named: set[Key] = set()
    for loss in losses:
        reading = readings.get((loss.url, loss.digest))
        capture = captures.get((loss.url, loss.digest))
        named.add((loss.url, loss.digest))
        shown = reading is not None and any(w.capture is capture for w in find_witnesses(timeline))
        if not (shown and reading is not None and reading.open) and capture is not None:
            yield _build_row((None, None), capture, OpenReading(loss.url, loss.reason, None, "not_read"))
    for capture in timeline.unread:
        if capture.key not in named:
            reason = "this capture has no reading"
            yield _build_row((None, None), capture, OpenReading(capture.url, reason, None, "not_read"))


def _of_answers(timeline: Timeline, readings: Readings, attachments: Iterable[PageDocument]) -> Iterator[OpenRow]:
    """Name addresses that are linked as files and answer with a page (an error page under the address of a PDF)."""
    captures = {capture.key: capture for capture in _all_captures(timeline)}
    for row in attachments:
        digest = timeline.current_digest.get(row.url)
        capture = captures.get((row.url, digest or ""))
        if row.document_id is None and capture is not None and capture.key in readings:
            reason = "linked as a file, and its address answers with a page"
            yield _build_row((row.page_id, None), capture, OpenReading(row.title, reason, None, "page_for_file"))


def _all_captures(timeline: Timeline) -> Iterator[Capture]:
    for page in timeline.pages.values():
        yield from page.captures
    for document in timeline.documents.values():
        yield from document.captures
    yield from timeline.unread


def _build_row(owner: tuple[str | None, str | None], capture: Capture, item: OpenReading) -> OpenRow:
    place = place_json(item.where) if isinstance(item.where, Place) else None
    open_id = "open-" + short_digest(capture.url, item.text, item.reason, item.rule)
    seen = Seen.of([capture]).columns
    return OpenRow(open_id, *owner, capture.url, capture.digest, item.text, item.reason, place, item.rule, *seen)
