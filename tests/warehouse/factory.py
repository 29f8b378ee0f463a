"""Readings written by hand: pages and documents of a small world, with only what a test is about."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import duckdb

from extract.knowledge import Knowledge, Territory, ThemeTerm
from extract.records import (
    Attachment,
    DateReading,
    EventReading,
    Evidence,
    OpenReading,
    PageFacts,
    Place,
    Precision,
    Reading,
    SessionReading,
    Source,
    TerritoryReading,
    TerritoryRole,
    ThemeReading,
    VenueReading,
)
from warehouse.build import BuildResult, RunFacts, build
from warehouse.keys import row_type_of
from warehouse.open_rows import Loss
from warehouse.relate import relate
from warehouse.rows import PUBLIC_TABLES, Rows
from warehouse.sightings import Sighting

SITE = "https://irev.fr"
START = dt.datetime(2025, 3, 1, 2, 0, tzinfo=dt.UTC)

KNOWLEDGE = Knowledge(
    territories=(
        Territory("59350", "Lille", "commune", ("Lille",), "200093201", "59", ("59000",), 2026),
        Territory("62119", "Béthune", "commune", ("Béthune",), "200072460", "62", ("62400",), 2026),
        Territory("62498", "Lens", "commune", ("Lens",), "246200364", "62", ("62300",), 2026),
        Territory("59178", "Douai", "commune", ("Douai",), "200044618", "59", ("59500",), 2026),
        Territory("200072460", "CA de Béthune-Bruay", "epci", ("Béthune-Bruay",), "62", "62", (), 2026),
        Territory("246200364", "CA de Lens-Liévin", "epci", ("Lens-Liévin",), "62", "62", (), 2026),
        Territory("200093201", "Métropole européenne de Lille", "epci", ("MEL",), "59", "59", (), 2026),
        Territory("200044618", "Douaisis Agglo", "epci", ("Douaisis",), "59", "59", (), 2026),
    ),
    themes=(
        ThemeTerm("laicite", "Laïcité", ("laïcité",)),
        ThemeTerm("sante", "Santé", ("santé",)),
    ),
    digest="hand-made",
)

_CODES = {"Lille": "59350", "Béthune": "62119", "Lens": "62498", "Douai": "59178"}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def words(text: str, start: int = 0) -> Place:
    return Place(start, start + len(text))


def venue(city: str | None, name: str | None = None, street: str | None = None, **more: Any) -> VenueReading:
    text = ", ".join(part for part in (name, street, city) if part)
    code = more.pop("code", _CODES.get(city or ""))
    mode = more.pop("mode", "in_person")
    return VenueReading(
        text, name, street, more.pop("postcode", None), city, code, mode, words(text), "address_block", **more
    )


def session(
    first: str,
    at: VenueReading | None = None,
    hours: tuple[str | None, str | None] = (None, None),
    *,
    last: str | None = None,
    precision: Precision = "day",
    **more: Any,
) -> SessionReading:
    """A session on a day, or in the period from `first` to `last`."""
    one, two = day(first), day(last or first)
    status = more.pop("status", "announced")
    date = DateReading(
        text=more.pop("text", f"le {first}"),
        first_day=one,
        last_day=two,
        starts_at=hours[0],
        ends_at=hours[1],
        precision=precision,
        role="event",
        year_from=more.pop("year_from", "written"),
        certainty=more.pop("certainty", 0.9),
        flags=more.pop("flags", ()),
        where=words(first, 100),
        rule="day_month_year",
    )
    known = one if precision == "day" and one == two else None
    return SessionReading(known, one, two, *hours, precision, status, at, date)


def territory(code: str | None, role: TerritoryRole = "target", **more: Any) -> TerritoryReading:
    name = next((t.name for t in KNOWLEDGE.territories if t.territory_id == code), "?")
    return TerritoryReading(more.pop("text", name), code, name, "epci", role, words(name, 200), **more)


def theme(theme_id: str, origin: Literal["label", "text"] = "text", **more: Any) -> ThemeReading:
    label = next((t.label for t in KNOWLEDGE.themes if t.theme_id == theme_id), theme_id)
    return ThemeReading(theme_id, label, origin, label, words(label, 300), **more)


def event(title: str, *sessions: SessionReading, key: str = "0", **more: Any) -> EventReading:
    """An event whose stated values all have their evidence."""
    stated = {"title": title, "event_type": more.pop("event_type", "journée"), **more}
    evidence = tuple(
        Evidence(name, str(value), words(str(value), 10), f"{name}_rule")
        for name, value in stated.items()
        if name in EVIDENCED and value is not None
    )
    return EventReading(
        key=key,
        sessions=tuple(sessions),
        cycle=stated.pop("cycle", None),
        relation=stated.pop("relation", "announces"),
        evidence=evidence,
        **stated,
    )


EVIDENCED = {
    *("title", "event_type", "cycle", "participants", "stated_sessions", "audience", "organiser"),
    *("registration_url", "registration_deadline"),
}


@dataclass(frozen=True)
class Told:
    """A reading with the sightings of its capture."""

    reading: Reading
    sightings: tuple[Sighting, ...]

    @property
    def key(self) -> tuple[str, str]:
        return self.sightings[0].url, str(self.sightings[0].digest)

    def again(self, hours: float) -> Told:
        """The same capture, seen once more as unchanged."""
        last = self.sightings[-1]
        return replace(self, sightings=(*self.sightings, _later(last, hours, "revisit")))


def _later(last: Sighting, hours: float, kind: Literal["response", "revisit"]) -> Sighting:
    return replace(last, kind=kind, seen_at=START + dt.timedelta(hours=hours))


def digest(text: str) -> str:
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def page(node: int | None, *events: EventReading, hours: float = 0, path: str | None = None, **more: Any) -> Told:
    """A page of the site, seen once, `hours` after the start; `version` makes its bytes and text differ."""
    url = more.pop("url", f"{SITE}/{path or f'actualites-0/page-{node}'}")
    version = more.pop("version", "1")
    title = more.pop("title", events[0].title if events else f"Page {node}")
    published = more.pop("published_on", None)
    facts = PageFacts(
        page_id=more.pop("page_id", f"node:{node}" if node else f"url:{url}"),
        canonical_url=more.pop("canonical_url", url),
        node_id=node,
        kind=more.pop("kind", "announcement"),
        title=title,
        published_on=day(published) if published else None,
        modified_at=more.pop("modified_at", None),
        evidence=(
            Evidence("title", title, words(title), "title_block"),
            Evidence("published_on", str(published), words(str(published), 900), "published_line"),
            Evidence("modified_at", "modifié le", words("modifié le", 950), "modified_line"),
        ),
    )
    found = digest(f"{url} {version} {more.pop('salt', '')}")
    reading = Reading(
        source=Source(None, url, found, "text/html"),
        page=facts,
        events=tuple(events),
        text_digest=more.pop("text_digest", digest(f"text {facts.page_id} {version}")),
        **more,
    )
    sighting = Sighting(url, url, START + dt.timedelta(hours=hours), "response", 200, found, "text/html", 1000)
    return Told(reading, (sighting,))


def document(name: str, *events: EventReading, hours: float = 0, **more: Any) -> Told:
    """A PDF under the site's files; `version` makes its bytes differ."""
    url = f"{SITE}/sites/default/files/{name}"
    found = digest(f"{url} {more.pop('version', '1')}")
    title = more.pop("title", events[0].title if events else name)
    evidence = (Evidence("title", title, words(title), "first_line"),)
    facts = PageFacts(f"url:{url}", url, None, "document", title, evidence=evidence)
    reading = Reading(Source(None, url, found, "application/pdf"), facts, events=tuple(events), page_count=2, **more)
    sighting = Sighting(url, url, START + dt.timedelta(hours=hours), "response", 200, found, "application/pdf", 5000)
    return Told(reading, (sighting,))


def attachment(name: str, kind: str = "brochure") -> Attachment:
    title = name.replace("-", " ")
    return Attachment(f"{SITE}/sites/default/files/{name}", title, kind, "260.76 Ko", words(title, 500))  # type: ignore[arg-type]


def opened(text: str, reason: str) -> OpenReading:
    return OpenReading(text, reason, words(text, 40), "left_open")


def world(told: Iterable[Told]) -> tuple[list[Sighting], dict[tuple[str, str], Reading]]:
    """All sightings and readings of what was told."""
    items = list(told)
    return [s for item in items for s in item.sightings], {item.key: item.reading for item in items}


def related(*told: Told, losses: Sequence[Loss] = ()) -> Rows:
    sightings, readings = world(told)
    return relate(sightings, readings, KNOWLEDGE, losses)


def replayed(*told: Told) -> Rows:
    """All rows of today out of a file that was told every look."""
    with tempfile.TemporaryDirectory() as folder:
        built(Path(folder), *told)
        return read_rows(Path(folder) / "warehouse.duckdb")


def read_rows(path: Path) -> Rows:
    """All rows of a warehouse file, each table in the order of its columns."""
    rows = Rows()
    with duckdb.connect(str(path), read_only=True) as connection:
        for table in PUBLIC_TABLES:
            found = connection.execute(f"SELECT * FROM {table} ORDER BY ALL").fetchall()
            setattr(rows, table, [row_type_of(table)._make(row) for row in found])
    return rows


_STANDING: dict[str, tempfile.TemporaryDirectory[str]] = {}
"""Folders that were built from nothing in this test process, by all that they were told."""


def stand(data: Path, *told: Told) -> None:
    """Let `data` be as after a first build, where this is only the ground for what a test is about.

    The same ground is built once and copied. What is known of the build itself is tested with `built`.
    """
    key = digest(repr(told))
    if key not in _STANDING:
        _STANDING[key] = tempfile.TemporaryDirectory()
        built(Path(_STANDING[key].name), *told)
    shutil.copytree(_STANDING[key].name, data, dirs_exist_ok=True)


def built(data: Path, *told: Told, run: str = "run-1", losses: tuple[Loss, ...] = ()) -> BuildResult:
    sightings, readings = world(told)
    return build(sightings, readings, KNOWLEDGE, data, RunFacts(run, START, "irev build", "code", losses))
