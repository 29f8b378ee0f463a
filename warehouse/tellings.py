"""A telling: what one source says of one event. Relating starts from tellings and groups them into events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from extract.records import EventReading, SessionReading
from warehouse.ids import short_digest
from warehouse.thresholds import LONGEST_RUN, TELLING_TOKENS
from warehouse.timeline import Capture, Timeline, Witness
from warehouse.titles import fold, title_key, title_keys

Span = tuple[dt.date, dt.date]
Anchor = tuple[bool, int, int, str, tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one source tells it, with what linking asks of it.

    `key` is that of its title, `keys` are all that another title may be near to, `words` those of the title without
    the event's places. `days` are its known days, `periods` its fuzzy ones. `cities` are where people meet in person;
    `online` tells that one can also join from elsewhere.
    """

    name: str
    witness: Witness
    event: EventReading
    key: str
    keys: tuple[str, ...]
    words: frozenset[str]
    days: frozenset[dt.date]
    periods: tuple[Span, ...]
    cities: frozenset[str]
    online: bool
    anchor: Anchor

    @property
    def source_id(self) -> str:
        """Give the page or document that tells."""
        return self.witness.source_id

    @property
    def label(self) -> str:
        """Give the name that people see: the source and the key of the event in it."""
        return f"{self.source_id}#{self.event.key}"

    @property
    def capture(self) -> Capture:
        """Give the capture that the telling was read from."""
        return self.witness.capture

    @property
    def mention(self) -> bool:
        """Tell whether the source only names the event, as an earlier edition."""
        return self.event.relation == "mentions"

    @property
    def in_passing(self) -> bool:
        """Tell whether the source has other events too, and another title than this one: an entry of a newsletter."""
        reading = self.witness.reading
        others = any(event.key != self.event.key and event.relation != "mentions" for event in reading.events)
        return others and title_key(reading.page.title) != self.key

    @property
    def site(self) -> str:
        """Give the host that published the source."""
        return urlsplit(self.capture.url).hostname or ""

    @property
    def telling_title(self) -> bool:
        """Tell whether the title identifies anything (`Webinaire` does not)."""
        return len(self.key.split()) >= TELLING_TOKENS


def build_tellings(timeline: Timeline) -> list[Telling]:
    """Give the tellings of all witnesses in the order of their anchors.

    A listing tells nothing of its own: the pages that it leads to do, and it names others from one day to the next.
    """
    tellings = [
        _build_telling(witness, event)
        for witness in find_witnesses(timeline)
        if witness.reading.page.kind != "listing"
        for event in witness.reading.events
    ]
    return sorted(tellings, key=lambda telling: (telling.anchor, telling.name))


def find_witnesses(timeline: Timeline) -> Iterator[Witness]:
    """Give the readings that count for current rows, of pages and then of documents, by identifier."""
    for page_id in sorted(timeline.pages):
        yield from timeline.pages[page_id].witnesses
    for document_id in sorted(timeline.documents):
        document = timeline.documents[document_id]
        if document.current and document.reading is not None:
            yield Witness(document_id, "document", document.captures[0], document.reading)


def unfold_sessions(sessions: Iterable[SessionReading]) -> Iterator[tuple[SessionReading, Span]]:
    """Give each session with its days; a short run of consecutive days becomes one session for each day."""
    for session in sessions:
        first, last = (session.day, session.day) if session.day else (session.first_day, session.last_day)
        length = (last - first).days + 1
        if session.precision == "day" and 1 < length <= LONGEST_RUN:
            for offset in range(length):
                day = first + dt.timedelta(days=offset)
                yield session, (day, day)
        else:
            yield session, (first, last)


def is_day(session: SessionReading, span: Span) -> bool:
    """Tell whether the span is one known day and not a period of one day."""
    return session.precision == "day" and span[0] == span[1]


def _build_telling(witness: Witness, event: EventReading) -> Telling:
    unfolded = list(unfold_sessions(event.sessions))
    days = frozenset(span[0] for session, span in unfolded if is_day(session, span))
    periods = tuple(sorted({span for session, span in unfolded if not is_day(session, span)}))
    venues = [session.venue for session in event.sessions if session.venue is not None]
    cities = frozenset(fold(venue.city) for venue in venues if venue.city and venue.mode != "online")
    # Two forms of one page, or an announcement and the report written over it, tell under the same key.
    form = short_digest(witness.capture.url, witness.capture.digest, length=6)
    placeless = _without_places(event, cities)
    return Telling(
        name=f"{witness.source_id}@{form}#{event.key}",
        witness=witness,
        event=event,
        key=title_key(event.title),
        keys=tuple(dict.fromkeys((*title_keys(event.title), placeless))),
        words=frozenset(placeless.split()),
        days=days,
        periods=periods,
        cities=cities,
        online=any(venue.mode != "in_person" for venue in venues),
        anchor=_anchor(witness, event),
    )


def _without_places(event: EventReading, cities: frozenset[str]) -> str:
    """Give the key of the title without the event's places."""
    names = {name for found in event.territories for name in (found.text, found.name)} | cities
    key = f" {title_key(event.title)} "
    for place in sorted({title_key(name) for name in names}, key=lambda name: (-len(name), name)):
        if place:
            key = key.replace(f" {place} ", " ")
    return key.strip()


def _anchor(witness: Witness, event: EventReading) -> Anchor:
    """Order tellings: those that are about the event first, then pages by node, by address, then documents."""
    node = witness.reading.page.node_id if witness.source_id.startswith("node:") else None
    rank = 2 if witness.kind == "document" else 0 if node is not None else 1
    digits = "".join(c for c in event.key if c.isdigit())
    key = (int(digits or 0), event.key)
    return event.relation == "mentions", rank, node or 0, witness.source_id, key
