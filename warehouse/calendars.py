"""Calendars (iCalendar, RFC 5545) of sessions: all of them, and one file for each cycle."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import duckdb

_PARIS: Final = ZoneInfo("Europe/Paris")
_STATUS: Final = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}
_WIDEST_LINE: Final = 75
_QUESTION: Final = """
SELECT s.session_id, s.first_day, s.last_day, s.starts_at, s.ends_at, s.status, s.last_seen, e.title, e.cycle_id,
    concat_ws(', ', v.name, v.street, v.city) AS place, c.title AS cycle
FROM {sessions} s JOIN {events} e USING (event_id) LEFT JOIN {venues} v ON v.venue_id = s.venue_id
LEFT JOIN {cycles} c ON c.cycle_id = e.cycle_id
WHERE s.day IS NOT NULL ORDER BY s.first_day, s.starts_at NULLS FIRST, s.session_id
"""


def write_calendars(connection: duckdb.DuckDBPyConnection, sources: Mapping[str, str], folder: Path) -> None:
    """Write `calendars/sessions.ics` and one file for each cycle; only sessions whose day is known."""
    result = connection.execute(_QUESTION.format(**sources))
    names = [str(column[0]) for column in result.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in result.fetchall()]
    by_cycle: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["cycle_id"]:
            by_cycle[row["cycle_id"]].append(row)
    target = folder / "calendars"
    target.mkdir()
    _write(target / "sessions.ics", "IREV", rows)
    for cycle_id, found in by_cycle.items():
        _write(target / f"{cycle_id}.ics", found[0]["cycle"], found)


def _write(path: Path, name: str, rows: Iterable[dict[str, Any]]) -> None:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//IREV Archive//sessions//FR", f"X-WR-CALNAME:{_escape(name)}"]
    for row in rows:
        lines += _build_entry(row)
    lines.append("END:VCALENDAR")
    path.write_bytes("".join(f"{part}\r\n" for line in lines for part in _fold(line)).encode())


def _build_entry(row: Mapping[str, Any]) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{row['session_id']}@irev-archive"
    yield f"DTSTAMP:{row['last_seen']:%Y%m%dT%H%M%SZ}"
    day = row["first_day"]
    if row["starts_at"]:
        yield f"DTSTART:{_moment(day, row['starts_at'])}"
        if row["ends_at"] and row["ends_at"] > row["starts_at"]:
            yield f"DTEND:{_moment(day, row['ends_at'])}"
    else:
        yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"SUMMARY:{_escape(row['title'])}"
    if row["place"]:
        yield f"LOCATION:{_escape(row['place'])}"
    yield f"STATUS:{_STATUS.get(row['status'], 'CONFIRMED')}"
    yield "END:VEVENT"


def _moment(day: dt.date, hour: str) -> str:
    """Give a local hour of a day as UTC; `24:00` is the first moment of the next one."""
    if hour == "24:00":
        day, hour = day + dt.timedelta(days=1), "00:00"
    local = dt.datetime.combine(day, dt.time.fromisoformat(hour), _PARIS)
    return f"{local.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def _escape(text: str) -> str:
    """Escape a text; line ends become spaces, and the standard allows no other control characters."""
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "".join(char for char in " ".join(escaped.split()) if unicodedata.category(char) != "Cc")


def _fold(line: str) -> Iterator[str]:
    """Fold a line to 75 bytes, never within a character."""
    part = ""
    for char in line:
        if len((part + char).encode()) > _WIDEST_LINE:
            yield part
            part = " "
        part += char
    yield part
