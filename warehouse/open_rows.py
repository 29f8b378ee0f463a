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
from warehouse.slim import Library
from warehouse.tellings import find_witnesses
from warehouse.timeline import Capture, Readings, Timeline, Witness


@dataclass(frozen=True, slots=True)
class Loss:
    """A capture that could not be read: its canonical address, its digest, and the reason in words."""

    url: str
    digest: str
    reason: str


def number_open(rows: Iterable[OpenRow]) -> list[OpenRow]:
    """Give all that is open, once each, in the order of the identifiers; those of one identifier are numbered."""
    found: list[OpenRow] = []
    counts: dict[str, int] = {}
    for row in sorted(set(rows), key=_key):
        number = counts[row.open_id] = counts.get(row.open_id, 0) + 1
        found.append(row if number == 1 else row._replace(open_id=f"{row.open_id}-{number}"))
    return sorted(found, key=lambda row: row.open_id)


def _key(row: OpenRow) -> tuple[str, ...]:
    order = (row.open_id, row.url, row.capture_digest, row.place, *row)
    return tuple("" if value is None else str(value) for value in order)


def open_of_source(witnesses: Iterable[Witness]) -> Iterator[OpenRow]:
    """Give what the readings of a page or document leave open."""
    for witness in witnesses:
        if not witness.superseded:
            for item in find_open(witness.reading):
                yield _build_row(_owner(witness), witness.capture, item)


def find_open(reading: Reading) -> Iterator[OpenReading]:
    """Give what a reading leaves open: its open entries, and territories without a sure code."""
    yield from reading.open
    for event in reading.events if reading.page.kind != "listing" else ():
        for found in event.territories:
            if found.territory_id is None:
                fits = ", ".join(found.candidates)
                reason = f"may be any of these territories: {fits}" if fits else "is not in the gazetteer"
                yield OpenReading(found.text, reason, found.where, "open_territory")


def open_of_doubts(doubts: Iterable[Doubt]) -> Iterator[OpenRow]:
    """Give what relating could not decide."""
    for doubt in doubts:
        item = OpenReading(doubt.text, doubt.reason, None, doubt.rule)
        yield _build_row(_owner(doubt.telling.witness), doubt.telling.witness.capture, item)


def _owner(witness: Witness) -> tuple[str | None, str | None]:
    return (witness.source_id, None) if witness.kind == "page" else (None, witness.source_id)


def open_of_losses(timeline: Timeline, library: Library, losses: Sequence[Loss]) -> Iterator[OpenRow]:
    """Name what could not be read; what its own reading names already is not named twice."""
    if not losses and not timeline.unread:
        return
    captures = {capture.key: capture for capture in timeline.all_captures()}
    shown = {witness.capture.key for witness in find_witnesses(timeline)}
    for loss in losses:
        key = (loss.url, loss.digest)
        named = key in shown and key in library and bool(library.full(key).open)
        if not named and key in captures:
            yield _build_row((None, None), captures[key], OpenReading(loss.url, loss.reason, None, "not_read"))
    for capture in timeline.unread:
        if capture.key not in {(loss.url, loss.digest) for loss in losses}:
            reason = "this capture has no reading"
            yield _build_row((None, None), capture, OpenReading(capture.url, reason, None, "not_read"))


def find_answer(timeline: Timeline, readings: Readings, url: str) -> Capture | None:
    """Find the page that answers under the address of a file (an error page, most often)."""
    key = (url, timeline.current_digest.get(url, ""))
    return timeline.capture_at.get(key) if timeline.document_at(url) is None and key in readings else None


def open_of_answers(rows: Iterable[PageDocument], timeline: Timeline, readings: Readings) -> Iterator[OpenRow]:
    """Name addresses that a page links as files and that answer with a page."""
    for row in rows:
        capture = find_answer(timeline, readings, row.url)
        if capture is not None:
            reason = "linked as a file, and its address answers with a page"
            yield _build_row((row.page_id, None), capture, OpenReading(row.title, reason, None, "page_for_file"))


def _build_row(owner: tuple[str | None, str | None], capture: Capture, item: OpenReading) -> OpenRow:
    place = place_json(item.where) if isinstance(item.where, Place) else None
    open_id = "open-" + short_digest(capture.url, item.text, item.reason, item.rule)
    seen = Seen.of([capture]).columns
    return OpenRow(open_id, *owner, capture.url, capture.digest, item.text, item.reason, place, item.rule, *seen)
