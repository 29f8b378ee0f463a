"""The record types of a reading: what one document says, value by value, each with the words it was read from.

These types are the only part of extraction that the warehouse may know. They are immutable and compare by value.
Days are `datetime.date`; hours are `HH:MM` strings in local time (Europe/Paris); certainties run from 0 to 1.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

Precision = Literal["day", "month", "season", "semester", "year", "period"]
DateRole = Literal["event", "past", "law", "registration_deadline", "publication", "modification", "other"]
YearFrom = Literal["written", "list", "title", "weekday", "published", "page", "node_id"]
Mode = Literal["in_person", "online", "hybrid"]
TerritoryRole = Literal["target", "venue", "earlier_edition", "mentioned"]
SessionStatus = Literal["announced", "postponed", "cancelled", "full"]
AttachmentKind = Literal["brochure", "registration_form", "programme", "report", "other"]
PageKind = Literal["announcement", "report", "news", "theme", "territory", "listing", "document", "other"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words stand: a character span of the normalised text, and for a PDF the page and the box.

    `start` and `end` count characters of `Document.text`. `page` counts from 1. `box` is
    (x0, top, x1, bottom) in PDF points from the top left corner of the page.
    """

    start: int
    end: int
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a value is what it is: the words, their place, the rule that read them and how sure it is."""

    field: str
    words: str
    where: Place
    rule: str
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Source:
    """The document that was read. `path` is the file name for local files, else None."""

    path: str | None
    url: str | None
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the page says of itself. `page_id` is `node:<id>` where the node is known, else `url:<canonical>`."""

    page_id: str
    canonical_url: str | None
    node_id: int | None
    kind: PageKind
    title: str
    published_on: dt.date | None = None
    modified_at: dt.datetime | None = None
    lead: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelledField:
    """A field as the page labels it: `Dates`, `Lieu`, `Territoires`, ... without its colon."""

    label: str
    text: str
    where: Place


@dataclass(frozen=True, slots=True)
class DateReading:
    """One date expression: a day, a run of consecutive days, or a fuzzy period. Lists of days give one reading each."""

    text: str
    first_day: dt.date
    last_day: dt.date
    starts_at: str | None
    ends_at: str | None
    precision: Precision
    role: DateRole
    year_from: YearFrom | None
    certainty: float
    flags: tuple[str, ...]
    where: Place
    rule: str = ""


@dataclass(frozen=True, slots=True)
class VenueReading:
    """A place where people meet. `commune_code` is the INSEE code of `city` where it is certain."""

    text: str
    name: str | None
    street: str | None
    postcode: str | None
    city: str | None
    commune_code: str | None
    mode: Mode
    where: Place
    rule: str = ""
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class TerritoryReading:
    """A territory named in the text. `territory_id` is None when several fit: they stand in `candidates`."""

    text: str
    territory_id: str | None
    name: str
    kind: str
    role: TerritoryRole
    where: Place
    vintage: int | None = None
    candidates: tuple[str, ...] = ()
    rule: str = ""
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class ThemeReading:
    """A theme: `origin` tells a term of the site (`label`) from one read in the text (`text`)."""

    theme_id: str
    label: str
    origin: Literal["label", "text"]
    text: str
    where: Place
    site_term: int | None = None
    rule: str = ""
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class SessionReading:
    """One sitting: one `day`, or where no day can be read one fuzzy period from `first_day` to `last_day`.

    `title` is what this sitting is about, where the page tells that of the sittings of the event one by one: the theme
    of each day of a cycle, each thing that a week holds.
    """

    day: dt.date | None
    first_day: dt.date
    last_day: dt.date
    starts_at: str | None
    ends_at: str | None
    precision: Precision
    status: SessionStatus
    venue: VenueReading | None
    date: DateReading
    evidence: tuple[Evidence, ...] = ()
    title: str | None = None


@dataclass(frozen=True, slots=True)
class EventReading:
    """One edition, day, webinar or meeting, as this document tells it.

    `cycle` is the title of the series as the text names it. `relation` says what this document is to the event:
    it announces it, reports on it, or only mentions it as an earlier edition of the cycle.
    `organiser` is the first body named as such, `partners` the others and those that help, parted by `; `.
    `key` is stable for the same document content and tells its events apart (`0` the main one).
    """

    key: str
    title: str
    event_type: str
    cycle: str | None
    relation: Literal["announces", "reports", "mentions"]
    sessions: tuple[SessionReading, ...] = ()
    territories: tuple[TerritoryReading, ...] = ()
    themes: tuple[ThemeReading, ...] = ()
    audience: str | None = None
    participants: int | None = None
    stated_sessions: int | None = None
    organiser: str | None = None
    partners: str | None = None
    registration_url: str | None = None
    registration_deadline: dt.date | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document linked from the page. `url` is canonical; `stated_size` is as written (`260.76 Ko`)."""

    url: str
    title: str
    kind: AttachmentKind
    stated_size: str | None = None
    where: Place | None = None


@dataclass(frozen=True, slots=True)
class OpenReading:
    """Something that was seen and deliberately not read, with a reason a person understands."""

    text: str
    reason: str
    where: Place | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says: a pure function of its bytes, its address, and the reference data."""

    source: Source
    page: PageFacts
    fields: tuple[LabelledField, ...] = ()
    dates: tuple[DateReading, ...] = ()
    venues: tuple[VenueReading, ...] = ()
    territories: tuple[TerritoryReading, ...] = ()
    themes: tuple[ThemeReading, ...] = ()
    events: tuple[EventReading, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    open: tuple[OpenReading, ...] = ()
    text_digest: str = ""
    page_count: int | None = None
    links: tuple[str, ...] = field(default=())
