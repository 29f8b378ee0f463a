"""The rows of the warehouse, column by column as in `schema.sql`; `Rows` holds all of them in the order of their keys.

Row types are named tuples: what the Appender loads, what the digest covers, what the tests compare.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple

Moment = dt.datetime | None
Day = dt.date | None


class Cycle(NamedTuple):
    """A series of events under one title."""

    cycle_id: str
    title: str
    key: str
    first_day: Day
    last_day: Day
    event_count: int
    first_seen: Moment
    last_seen: Moment


class Event(NamedTuple):
    """One edition, day, webinar or meeting."""

    event_id: str
    cycle_id: str | None
    title: str
    event_type: str
    status: str
    first_day: Day
    last_day: Day
    stated_sessions: int | None
    participants: int | None
    audience: str | None
    organiser: str | None
    partners: str | None
    registration_url: str | None
    registration_deadline: Day
    announced_on: Day
    session_count: int
    first_seen: Moment
    last_seen: Moment


class Session(NamedTuple):
    """One sitting on one day, or one fuzzy period."""

    session_id: str
    event_id: str
    title: str | None
    day: Day
    first_day: dt.date
    last_day: dt.date
    starts_at: str | None
    ends_at: str | None
    precision: str
    venue_id: str | None
    mode: str
    status: str
    year_from: str | None
    certainty: float
    flags: str | None
    first_seen: Moment
    last_seen: Moment


class Venue(NamedTuple):
    """A place where people meet."""

    venue_id: str
    name: str | None
    street: str | None
    postcode: str | None
    city: str | None
    commune_code: str | None
    mode: str
    first_seen: Moment
    last_seen: Moment


class TerritoryRow(NamedTuple):
    """A row of the gazetteer."""

    territory_id: str
    name: str
    kind: str
    parent_id: str | None
    departement: str | None
    vintage: int | None
    valid_from: int | None
    valid_until: int | None
    first_seen: Moment
    last_seen: Moment


class ThemeRow(NamedTuple):
    """A theme of the vocabulary or of the site."""

    theme_id: str
    label: str
    parent_id: str | None
    site_term: int | None
    site_label: str | None
    first_seen: Moment
    last_seen: Moment


class EventTerritory(NamedTuple):
    """A territory of an event, with its role."""

    event_id: str
    territory_id: str
    role: str
    first_seen: Moment
    last_seen: Moment


class EventTheme(NamedTuple):
    """A theme of an event."""

    event_id: str
    theme_id: str
    origin: str
    first_seen: Moment
    last_seen: Moment


class EventSource(NamedTuple):
    """A page or document that tells of an event."""

    event_id: str
    page_id: str | None
    document_id: str | None
    relation: str
    telling: str
    first_seen: Moment
    last_seen: Moment


class EventLink(NamedTuple):
    """Why two tellings are one event, or why an event belongs to its cycle."""

    event_id: str
    cycle_id: str | None
    left_telling: str
    right_telling: str
    rule: str
    why: str
    score: float
    first_seen: Moment
    last_seen: Moment


class Page(NamedTuple):
    """A page of the site, as its latest version has it."""

    page_id: str
    canonical_url: str | None
    node_id: int | None
    kind: str
    title: str
    published_on: Day
    modified_at: Moment
    state: str
    last_status: int
    lead: str | None
    versions: int
    first_seen: Moment
    last_seen: Moment


class PageVersion(NamedTuple):
    """A stretch of time in which the text of a page was the same."""

    page_id: str
    version: int
    content_digest: str
    seen_from: dt.datetime
    seen_until: dt.datetime
    capture_digest: str
    url: str
    kind: str
    title: str
    first_seen: Moment
    last_seen: Moment


class DocumentRow(NamedTuple):
    """A brochure or another file: one content."""

    document_id: str
    url: str
    title: str | None
    kind: str
    media_type: str | None
    page_count: int | None
    size: int | None
    first_seen: Moment
    last_seen: Moment


class PageDocument(NamedTuple):
    """An attachment of a page."""

    page_id: str
    url: str
    document_id: str | None
    title: str
    kind: str
    stated_size: str | None
    first_seen: Moment
    last_seen: Moment


class CaptureRow(NamedTuple):
    """A content as received at an address."""

    capture_digest: str
    url: str
    raw_url: str
    media_type: str | None
    page_id: str | None
    document_id: str | None
    first_seen: Moment
    last_seen: Moment


class EvidenceItem(NamedTuple):
    """Why a value is what it is."""

    table_name: str
    row_id: str
    field: str
    capture_digest: str
    url: str
    place: str
    words: str
    rule: str
    certainty: float
    first_seen: Moment
    last_seen: Moment


class OpenRow(NamedTuple):
    """What was seen and deliberately not decided."""

    open_id: str
    page_id: str | None
    document_id: str | None
    url: str | None
    capture_digest: str | None
    text: str
    reason: str
    place: str | None
    rule: str
    first_seen: Moment
    last_seen: Moment


class Correction(NamedTuple):
    """A line of corrections.csv."""

    correction_id: str
    what: str
    old_value: str | None
    new_value: str | None
    why: str
    who: str
    corrected_on: dt.date
    used: bool
    problem: str | None
    first_seen: Moment
    last_seen: Moment


class Change(NamedTuple):
    """What one look told differently from the look before. `field` is None for whole rows."""

    run_id: str
    table_name: str
    row_id: str
    field: str | None
    change: str
    nature: str
    what: str
    before: str | None
    after: str | None
    first_seen: Moment
    last_seen: Moment


@dataclass(slots=True)
class Rows:
    """All public tables. The names of the fields are the names of the tables; each list is in the order of its key."""

    cycles: list[Cycle] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    venues: list[Venue] = field(default_factory=list)
    territories: list[TerritoryRow] = field(default_factory=list)
    themes: list[ThemeRow] = field(default_factory=list)
    event_territories: list[EventTerritory] = field(default_factory=list)
    event_themes: list[EventTheme] = field(default_factory=list)
    event_sources: list[EventSource] = field(default_factory=list)
    event_links: list[EventLink] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    page_versions: list[PageVersion] = field(default_factory=list)
    documents: list[DocumentRow] = field(default_factory=list)
    page_documents: list[PageDocument] = field(default_factory=list)
    captures: list[CaptureRow] = field(default_factory=list)
    evidence: list[EvidenceItem] = field(default_factory=list)
    open_readings: list[OpenRow] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


PUBLIC_TABLES: tuple[str, ...] = tuple(Rows.__dataclass_fields__)
"""The tables that analysts and researchers see, in the order of the schema."""
