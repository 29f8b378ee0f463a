"""When a fact was first and last seen: over all captures of its source, not only the one that counts now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from extract.records import Reading
from warehouse.tellings import Telling, unfold_sessions
from warehouse.timeline import Capture, Readings, Timeline

Fact = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """The first and the last moment, in UTC and aware; both None for what no capture shows."""

    first: dt.datetime | None = None
    last: dt.datetime | None = None

    @classmethod
    def over(cls, spans: Iterable[Seen]) -> Seen:
        """Give the span that covers all of them."""
        known = [(span.first, span.last) for span in spans if span.first is not None and span.last is not None]
        return cls(min(first for first, _ in known), max(last for _, last in known)) if known else cls()

    @classmethod
    def of(cls, captures: Iterable[Capture]) -> Seen:
        """Give the span that covers all captures."""
        return cls.over(cls(capture.first_seen, capture.last_seen) for capture in captures)

    @property
    def columns(self) -> tuple[dt.datetime | None, dt.datetime | None]:
        """Give first_seen and last_seen as the tables hold them: UTC without a zone."""
        return _naive(self.first), _naive(self.last)


def _naive(moment: dt.datetime | None) -> dt.datetime | None:
    if moment is None or moment.tzinfo is None:
        return moment
    return moment.astimezone(dt.UTC).replace(tzinfo=None)


class Sights:
    """Looks up when a source said something. Sources with a single capture need no index: it is its own span."""

    def __init__(self, timeline: Timeline, readings: Readings) -> None:
        self._spans: dict[tuple[str, Fact], Seen] = {}
        for page in timeline.pages.values():
            if len(page.captures) > 1:
                self._index(page.page_id, page.captures, readings)
        for document in timeline.documents.values():
            if len(document.captures) > 1:
                self._index(document.document_id, document.captures, readings)

    def _index(self, source_id: str, captures: Iterable[Capture], readings: Readings) -> None:
        for capture in captures:
            reading = readings.get(capture.key)
            if reading is not None:
                span = Seen.of([capture])
                for fact in set(find_facts(reading)):
                    key = (source_id, fact)
                    self._spans[key] = Seen.over([self._spans.get(key, span), span])

    def of(self, telling: Telling, fact: Fact) -> Seen:
        """Give when the source of a telling said this, at any time."""
        return self.at(telling.source_id, telling.capture, fact)

    def at(self, source_id: str, capture: Capture, fact: Fact) -> Seen:
        """Give when a source said this; the span of the capture where nothing else is known."""
        return self._spans.get((source_id, fact)) or Seen.of([capture])


def find_facts(reading: Reading) -> Iterator[Fact]:
    """Give all facts of a reading as keys that stay the same from version to version."""
    for file in reading.attachments:
        yield "file", file.url
    for event in reading.events:
        yield "event", event.key
        for _, (first, last) in unfold_sessions(event.sessions):
            yield "session", first, last
        for territory in event.territories:
            yield "territory", territory.territory_id, territory.role
        for theme in event.themes:
            yield "theme", theme.theme_id
