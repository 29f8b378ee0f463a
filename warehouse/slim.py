"""Slim readings: what grouping a whole archive asks of a reading, without the words, places and evidence of its values.

A million sessions with all their evidence do not fit into memory; slim ones share their parts and do. They are readings
like any other, so that all that compares tellings works on both. Rows are made from full readings, a few at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from extract.notices import NOTHING, UNREADABLE
from extract.records import (
    Attachment,
    DateReading,
    EventReading,
    OpenReading,
    PageFacts,
    Place,
    Reading,
    SessionReading,
    Source,
    TerritoryReading,
    ThemeReading,
    VenueReading,
)
from warehouse.timeline import Key

T = TypeVar("T")
_NOWHERE = Place(0, 0)


class Slimmer:
    """Makes slim readings; equal parts of all of them are one object."""

    def __init__(self) -> None:
        self._shared: dict[object, object] = {}

    def slim(self, reading: Reading) -> Reading:
        """Give the reading without what only its rows need; what tells a notice (`extract.notices`) stays."""
        facts = reading.page
        return Reading(
            source=self._share(Source(None, None, _keep_nothing(reading.source.sha256), reading.source.media_type)),
            page=PageFacts(
                facts.page_id,
                facts.canonical_url,
                facts.node_id,
                facts.kind,
                facts.title,
                published_on=self._share(facts.published_on),
            ),
            themes=tuple(self._theme(found) for found in reading.themes if found.site_term is not None),
            events=tuple(self._event(event) for event in reading.events),
            attachments=tuple(Attachment(f.url, f.title, f.kind, f.stated_size) for f in reading.attachments),
            open=tuple(
                self._share(OpenReading("", found.reason, None, found.rule))
                for found in reading.open
                if found.rule in UNREADABLE
            ),
            text_digest=reading.text_digest,
            page_count=reading.page_count,
            links=tuple(self._share(link) for link in reading.links),
        )

    def _event(self, event: EventReading) -> EventReading:
        return EventReading(
            key=self._share(event.key),
            title=event.title,
            event_type=self._share(event.event_type),
            cycle=self._share(event.cycle),
            relation=event.relation,
            sessions=tuple(self._session(session) for session in event.sessions),
            territories=tuple(self._territory(found) for found in event.territories),
            themes=tuple(self._theme(found) for found in event.themes),
            organiser=self._share(event.organiser),
            partners=self._share(event.partners),
        )

    def _session(self, session: SessionReading) -> SessionReading:
        first, last = self._share(session.first_day), self._share(session.last_day)
        day = self._share(session.day)
        venue = self._venue(session.venue) if session.venue is not None else None
        date = self._share(
            DateReading("", first, first, None, None, session.precision, "event", None, 1.0, (), _NOWHERE)
        )
        return self._share(
            SessionReading(day, first, last, session.starts_at, None, session.precision, "announced", venue, date)
        )

    def _venue(self, venue: VenueReading) -> VenueReading:
        return self._share(VenueReading("", venue.name, venue.street, None, venue.city, None, venue.mode, _NOWHERE))

    def _territory(self, found: TerritoryReading) -> TerritoryReading:
        return self._share(
            TerritoryReading(found.text, found.territory_id, found.name, found.kind, found.role, _NOWHERE)
        )

    def _theme(self, found: ThemeReading) -> ThemeReading:
        return self._share(
            ThemeReading(found.theme_id, found.label, found.origin, found.text, _NOWHERE, found.site_term)
        )

    def _share(self, value: T) -> T:
        return self._shared.setdefault(value, value)  # type: ignore[return-value]


def _keep_nothing(digest: str) -> str:
    """Keep the digest of a document that is empty: that tells something of it."""
    return digest if digest == NOTHING else ""


class Library(Mapping[Key, Reading]):
    """All readings of a build: slim ones at hand, full ones as `full` gives them, which may fetch them from a disk.

    Where `full` has them in slim form too, as `slims`, these are taken. Iterating and looking up give slim readings.
    """

    def __init__(self, full: Mapping[Key, Reading]) -> None:
        self._full = full
        slimmer = Slimmer()
        known: Mapping[Key, Reading] = getattr(full, "slims", {})
        self._slim = {key: known.get(key) or slimmer.slim(full[key]) for key in full}

    def __getitem__(self, key: Key) -> Reading:
        """Give the slim reading."""
        return self._slim[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._slim)

    def __len__(self) -> int:
        return len(self._slim)

    def full(self, key: Key) -> Reading:
        """Give the reading with all its words and places."""
        return self._full[key]
