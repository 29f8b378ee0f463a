"""When a fact was first and last seen: over all captures of its source, not only the one that counts now.

Which captures these are is remembered for each row: seen again, they move its `last_seen` and nothing else of it
(`moments.py`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from extract.records import Reading
from warehouse.tellings import Telling, unfold_sessions
from warehouse.timeline import Capture, Key, Readings, Timeline

Fact = tuple[Hashable, ...]
Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """The first and the last moment, in UTC and aware, and the captures that show it; None where no capture does."""

    first: dt.datetime | None = None
    last: dt.datetime | None = None
    keys: frozenset[Key] = frozenset()

    @classmethod
    def over(cls, spans: Iterable[Seen]) -> Seen:
        """Give the span that covers all of them."""
        found = [span for span in spans if span.first is not None and span.last is not None]
        if len(found) == 1:
            return found[0]
        firsts = [span.first for span in found if span.first is not None]
        lasts = [span.last for span in found if span.last is not None]
        keys = frozenset().union(*(span.keys for span in found))
        return cls(min(firsts, default=None), max(lasts, default=None), keys)

    @classmethod
    def of(cls, captures: Iterable[Capture]) -> Seen:
        """Give the span that covers all captures."""
        return cls.over(cls(one.first_seen, one.last_seen, frozenset((one.key,))) for one in captures)

    @property
    def columns(self) -> tuple[dt.datetime | None, dt.datetime | None]:
        """Give first_seen and last_seen as the tables hold them: UTC without a zone."""
        return _naive(self.first), _naive(self.last)


@lru_cache(maxsize=200_000)
def _naive(moment: dt.datetime | None) -> dt.datetime | None:
    if moment is None or moment.tzinfo is None:
        return moment
    return moment.astimezone(dt.UTC).replace(tzinfo=None)


class Sights:
    """Looks up when a source said something. Sources with a single capture need no index: it is its own span."""

    def __init__(self, timeline: Timeline, readings: Readings) -> None:
        self._timeline = timeline
        self._readings = readings
        self._spans: dict[str, dict[Fact, Seen]] = {}
        self._noted: dict[Row, frozenset[Key]] = {}

    def note(self, row: Row, seen: Seen) -> Seen:
        """Remember which captures show a row (table and identifier); give what was given."""
        self._noted[row] = self._noted.get(row, frozenset()) | seen.keys
        return seen

    def take_noted(self) -> Mapping[Row, frozenset[Key]]:
        """Give what was noted since this was asked last."""
        noted, self._noted = self._noted, {}
        return noted

    def _index(self, source_id: str) -> dict[Fact, Seen]:
        page, document = self._timeline.pages.get(source_id), self._timeline.documents.get(source_id)
        captures = [*(page.captures if page else ()), *(document.captures if document else ())]
        spans: dict[Fact, Seen] = {}
        for capture in captures if len(captures) > 1 else ():
            reading = self._readings.get(capture.key)
            span = Seen.of([capture])
            for fact in set(find_facts(reading)) if reading is not None else ():
                spans[fact] = Seen.over([spans.get(fact, span), span])
        return spans

    def of(self, telling: Telling, fact: Fact) -> Seen:
        """Give when the source of a telling said this, at any time."""
        return self.at(telling.source_id, telling.capture, fact)

    def at(self, source_id: str, capture: Capture, fact: Fact) -> Seen:
        """Give when a source said this; the span of the capture where nothing else is known."""
        if source_id not in self._spans:
            self._spans[source_id] = self._index(source_id)
        return self._spans[source_id].get(fact) or Seen.of([capture])


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
