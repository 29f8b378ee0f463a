"""The gold as typed records: phrases and whole pages with what must be read out of them."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.gold.brochures import draw_brochure

HERE = Path(__file__).parent
HIDDEN_PARTS = ("held_out", "fresh")
PHRASE_PARTS = ("dev", "composed_dev", "opened", *HIDDEN_PARTS)
PAGE_PARTS = {"composed_dev": "dev_pages"} | {part: f"{part}_pages" for part in ("opened", *HIDDEN_PARTS)}
Span = tuple[dt.date, dt.date]


@dataclass(frozen=True)
class TruthDate:
    """One date that must be read. `roles` holds every right answer, the first one preferred."""

    span: Span
    hours: tuple[str | None, str | None]
    precision: str
    roles: tuple[str, ...]
    loose: bool = False
    flags: tuple[str, ...] = ()
    optional: bool = False
    hours_any: bool = False

    @property
    def is_day(self) -> bool:
        """True for a day or a run of days, False for a month, season, year or longer period."""
        return self.precision == "day"


@dataclass(frozen=True)
class TruthVenue:
    """One venue that must be read. `cities` holds every right spelling; empty when the place is online."""

    name: str | None
    street: str | None
    postcode: str | None
    cities: tuple[str, ...]
    mode: str
    optional: bool = False


@dataclass(frozen=True)
class TruthTerritory:
    """One territory that must be read, by code, or by name where it has none."""

    territory_id: str | None
    kind: str
    name: str
    role: str
    optional: bool = False


@dataclass(frozen=True)
class TruthSession:
    """One sitting that must be read. `hours` is None where hours are not compared; `starts_also` are right as well."""

    span: Span
    hours: tuple[str | None, str | None] | None
    precision: str
    cities: tuple[str | None, ...]
    mode: str
    status: str
    loose: bool = False
    optional: bool = False
    starts_also: tuple[str, ...] = ()

    def has_hours(self, starts_at: str | None, ends_at: str | None) -> bool:
        """Whether hours that were read are those told."""
        if self.hours is None:
            return True
        starts, ends = self.hours
        return ends_at == ends and starts_at in (starts, *self.starts_also)


@dataclass(frozen=True)
class TruthEvent:
    """What an event is called, what kind of event it is, and the first days of its sittings."""

    title: str
    event_type: str
    days: frozenset[dt.date]


@dataclass(frozen=True)
class Phrase:
    """A phrase and the one thing asked of it: its dates, its venues or its territories."""

    id: str
    form: str
    text: str
    reference: dt.date | None
    answers: tuple[tuple[TruthDate, ...], ...] | None
    venues: tuple[TruthVenue, ...] | None
    territories: tuple[TruthTerritory, ...] | None
    must_stay_open: bool = False
    city_implicit: bool = False
    role_from_page: bool = False


@dataclass(frozen=True)
class Page:
    """A whole page with its bytes and everything that must be read out of it."""

    id: str
    form: str
    media_type: str
    url: str | None
    content: bytes
    dates: tuple[TruthDate, ...]
    sessions: tuple[TruthSession, ...]
    events: tuple[TruthEvent, ...]
    venues: tuple[TruthVenue, ...]
    territories: tuple[TruthTerritory, ...]
    themes: tuple[str, ...]
    published_on: dt.date | None = None
    modified_at: str | None = None
    false_days: tuple[str, ...] = field(default=())


def read_json_lines(path: Path) -> list[dict[str, Any]]:
    """All objects of a JSON Lines file, in order."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def parse_span(row: dict[str, Any]) -> Span:
    """First and last day of a row."""
    return dt.date.fromisoformat(row["first_day"]), dt.date.fromisoformat(row["last_day"])


def parse_date(row: dict[str, Any]) -> TruthDate:
    """One date of a truth row."""
    return TruthDate(
        span=parse_span(row),
        hours=(row["starts_at"], row["ends_at"]),
        precision=row["precision"],
        roles=(row["role"], *row.get("role_also", ())),
        loose=row.get("loose", False),
        flags=tuple(row.get("flags", ())),
        optional=row.get("optional", False),
        hours_any=row.get("hours_any", False),
    )


def parse_cities(row: dict[str, Any]) -> tuple[str, ...]:
    """All right names of the town of a row, none for a place online."""
    return (row["city"], *row.get("city_also", ())) if row["city"] else ()


def parse_session_cities(row: dict[str, Any]) -> tuple[str | None, ...]:
    """All right towns of a sitting; None among them where none need be read, `city_also` even then what may be."""
    return row["city"], *row.get("city_also", ())


def parse_venue(row: dict[str, Any]) -> TruthVenue:
    """One venue of a truth row."""
    return TruthVenue(
        row["name"], row["street"], row["postcode"], parse_cities(row), row["mode"], row.get("optional", False)
    )


def parse_territory(row: dict[str, Any]) -> TruthTerritory:
    """One territory of a truth row."""
    return TruthTerritory(row["territory_id"], row["kind"], row["name"], row["role"], row.get("optional", False))


def parse_session(row: dict[str, Any]) -> TruthSession:
    """One session of a truth row."""
    return TruthSession(
        span=parse_span(row),
        hours=None if row.get("hours_any") else (row["starts_at"], row["ends_at"]),
        precision=row["precision"],
        cities=parse_session_cities(row),
        mode=row["mode"],
        status=row["status"],
        loose=row.get("loose", False),
        optional=row.get("optional", False),
        starts_also=tuple(row.get("starts_also", ())),
    )


def parse_event(row: dict[str, Any]) -> TruthEvent:
    """One event of a truth row; sittings that may be read or not are none of its days."""
    days = frozenset(parse_span(session)[0] for session in row["sessions"] if not session.get("optional"))
    return TruthEvent(row["title"], row["event_type"], days)


def parse_phrase(row: dict[str, Any]) -> Phrase:
    """One phrase; its answers are the written one first, then the alternatives."""
    answers = None
    if "dates" in row:
        answers = tuple(
            tuple(parse_date(date) for date in answer) for answer in (row["dates"], *row.get("alternatives", ()))
        )
    return Phrase(
        id=row["id"],
        form=row["form"],
        text=row["text"],
        reference=dt.date.fromisoformat(row["reference"]) if row["reference"] else None,
        answers=answers,
        venues=tuple(map(parse_venue, row["venues"])) if "venues" in row else None,
        territories=tuple(map(parse_territory, row["territories"])) if "territories" in row else None,
        must_stay_open=row.get("open", False) or (row.get("ambiguous", False) and not row["dates"]),
        city_implicit=row.get("city_implicit", False),
        role_from_page=row.get("role_from_page", False),
    )


def load_content(folder: Path, row: dict[str, Any]) -> bytes:
    """The bytes of a page; a brochure is drawn as PDF from its text."""
    content = (folder / row["file"]).read_bytes()
    return draw_brochure(content.decode("utf-8"), row["layout"]) if row.get("layout") else content


def parse_page(folder: Path, row: dict[str, Any]) -> Page:
    """One page with its bytes."""
    return Page(
        id=row["id"],
        form=row.get("layout") or row["form"],
        media_type=row["media_type"],
        url=row["url"],
        content=load_content(folder, row),
        dates=tuple(map(parse_date, row["dates"])),
        sessions=tuple(parse_session(s) for event in row["events"] for s in event["sessions"]),
        events=tuple(map(parse_event, row["events"])),
        venues=tuple(map(parse_venue, row["venues"])),
        territories=tuple(map(parse_territory, row["territories"])),
        themes=tuple(row["themes"]),
        published_on=dt.date.fromisoformat(row["published_on"]) if row.get("published_on") else None,
        modified_at=row.get("modified_at"),
        false_days=tuple(row["false_days"]),
    )


def load_phrases(part: str) -> list[Phrase]:
    """All phrases of a part of the gold (`dev`, `composed_dev`, `opened`, `held_out`, `fresh`)."""
    return [parse_phrase(row) for row in read_json_lines(HERE / f"{part}.jsonl")]


def load_pages(part: str) -> list[Page]:
    """All whole pages of a part; `dev` has none."""
    if part not in PAGE_PARTS:
        return []
    folder = HERE / PAGE_PARTS[part]
    return [parse_page(folder, row) for row in read_json_lines(folder / "truth.jsonl")]
