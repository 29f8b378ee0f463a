"""Packages of JSON and of Parquet, and calendars: read back by means of their own, every row and type."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import pytest

from tests.warehouse.factory import attachment, built, document, event, page, session, territory, theme, venue
from warehouse.export import Form, Options, export
from warehouse.rows import PUBLIC_TABLES

TITLE = 'Égalité ; « santé », \\ et "quartiers"\nsur deux lignes\x07 : ' + "un titre très long, " * 6
TYPES = {
    "string": {"VARCHAR"},
    "date": {"DATE"},
    "datetime": {"TIMESTAMP"},
    "integer": {"INTEGER", "BIGINT"},
    "number": {"DOUBLE"},
    "boolean": {"BOOLEAN"},
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A row in every table but corrections: a day that moved, a brochure, a cycle."""
    folder = tmp_path_factory.mktemp("data")
    hall = venue("Lille", "Salle A; B, C", "2 rue du Test", postcode="59000")
    more: dict[str, Any] = {"territories": (territory("200093201"),), "themes": (theme("sante"),), "cycle": "Santé"}

    def meeting(day: str) -> Any:
        return event(TITLE, session(day, hall, ("09:00", "16:30")), participants=21, **more)

    built(
        folder,
        page(10, meeting("2021-11-30"), published_on="2021-09-29", attachments=(attachment("a.pdf"),)),
        page(10, meeting("2021-12-07"), version="2", hours=24, attachments=(attachment("a.pdf"),)),
        page(9, event("Autre chose", session("2020-07-06", status="cancelled"))),
        page(8, event("Nuit", session("2020-07-06", None, ("20:00", None)), territories=(territory(None, text="?"),))),
        document("a.pdf", event("Programme")),
    )
    return folder


def package(data: Path, folder: Path, form: Form) -> dict[str, Any]:
    export(data, folder, Options(form=form))
    descriptor: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return descriptor


def test_rows_of_json_keep_types_keys_and_references(data: Path, tmp_path: Path) -> None:
    """The file reader for JSON is an extra of frictionless; rows given to it are checked in the same way."""
    descriptor = package(data, tmp_path, "json")
    for resource in descriptor["resources"]:
        if resource["format"] == "json":
            rows = json.loads((tmp_path / resource["path"]).read_text(encoding="utf-8"))
            assert len(rows) == resource["rowcount"]
            names = [field["name"] for field in resource["schema"]["fields"]]
            assert all(list(row) == names for row in rows)
            resource["data"] = [names, *(list(row.values()) for row in rows)]
        else:
            resource["data"] = [[field["name"] for field in resource["schema"]["fields"]]]
        for key in ("path", "format", "mediatype", "bytes", "hash", "encoding", "profile", "rowcount"):
            resource.pop(key, None)
    report = frictionless.Package.from_descriptor(descriptor).validate()
    assert [(task.name, error.message) for task in report.tasks for error in task.errors] == []
    assert (report.errors, report.stats["tasks"]) == ([], len(PUBLIC_TABLES) + 2)


@pytest.mark.parametrize("form", ["json", "parquet"])
def test_duckdb_reads_back_what_the_warehouse_holds(data: Path, tmp_path: Path, form: Form) -> None:
    package(data, tmp_path, form)
    reader = {"json": "read_json", "parquet": "read_parquet"}[form]
    with duckdb.connect(str(data / "warehouse.duckdb"), read_only=True) as connection:
        for table in PUBLIC_TABLES:
            described = connection.execute(f"DESCRIBE {table}").fetchall()
            columns = {str(row[0]): str(row[1]) for row in described}
            given = f", columns = {columns}" if form == "json" else ""
            back = f"SELECT * FROM {reader}('{tmp_path / table}.{form}'{given})"
            assert connection.execute(f"FROM {table} EXCEPT ALL {back}").fetchall() == []
            assert connection.execute(f"{back} EXCEPT ALL FROM {table}").fetchall() == []


def test_parquet_has_the_types_that_the_descriptor_states(data: Path, tmp_path: Path) -> None:
    descriptor = package(data, tmp_path, "parquet")
    tables = [resource for resource in descriptor["resources"] if resource["format"] == "parquet"]
    assert len(tables) >= len(PUBLIC_TABLES)
    for resource in tables:
        with duckdb.connect() as connection:
            rows = connection.execute(f"DESCRIBE FROM '{tmp_path / resource['path']}'").fetchall()
        found = [(str(row[0]), str(row[1])) for row in rows]
        fields = resource["schema"]["fields"]
        assert [name for name, _ in found] == [field["name"] for field in fields]
        assert all(kind in TYPES[field["type"]] for (_, kind), field in zip(found, fields, strict=True))


# RFC 5545: a content line is a name, parameters and a value; text escapes backslash, semicolon, comma and line ends.
CONTENT_LINE = re.compile(r"([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=[^;:\"]+)*):([^\x00-\x08\x0a-\x1f\x7f]*)")
ESCAPED = re.compile(r"(?:[^\\;,]|\\[\\;,nN])*")
UNESCAPED = {"\\": "\\", ";": ";", ",": ",", "n": "\n", "N": "\n"}
TEXTS = {"SUMMARY", "LOCATION", "X-WR-CALNAME"}


def read_calendar(path: Path) -> list[dict[str, str]]:
    """The entries of a calendar, read by the letter of the standard; anything else is an assertion."""
    content = path.read_bytes()
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"\r" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert all(line.decode() for line in content.split(b"\r\n")[:-1])  # no character is cut in two, no line empty
    lines = content.decode().replace("\r\n ", "").split("\r\n")[:-1]
    assert lines[0] == "BEGIN:VCALENDAR"
    assert {"VERSION:2.0"} <= set(lines)
    entries: list[dict[str, str]] = []
    for line in lines:
        match = CONTENT_LINE.fullmatch(line)
        assert match, line
        name, _, value = match.groups()
        if line == "BEGIN:VEVENT":
            entries.append({})
        elif entries:
            assert name not in entries[-1] or name in ("BEGIN", "END"), line
            entries[-1][name] = value
        if name in TEXTS:
            assert ESCAPED.fullmatch(value), line
    for entry in entries:
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "STATUS"} <= set(entry)
        assert re.fullmatch(r"\d{8}T\d{6}Z", entry["DTSTAMP"])
        assert re.fullmatch(r"\d{8}(?:T\d{6}Z)?", entry["DTSTART"])
        assert entry["STATUS"] in ("TENTATIVE", "CONFIRMED", "CANCELLED")
    assert len({entry["UID"] for entry in entries}) == len(entries)
    return entries


def unescape(value: str) -> str:
    return re.sub(r"\\(.)", lambda match: UNESCAPED[match[1]], value)


def test_calendars_keep_to_the_letter_of_the_standard(data: Path, tmp_path: Path) -> None:
    export(data, tmp_path)
    entries = {entry["UID"]: entry for entry in read_calendar(tmp_path / "calendars" / "sessions.ics")}
    long = entries["session-10-2021-12-07@irev-archive"]
    assert unescape(long["SUMMARY"]) == " ".join(TITLE.replace("\x07", "").split())
    assert unescape(long["LOCATION"]) == "Salle A; B, C, 2 rue du Test, Lille"
    assert (long["DTSTART"], long["DTEND"]) == ("20211207T080000Z", "20211207T153000Z")
    assert entries["session-8-2020-07-06@irev-archive"]["DTSTART"] == "20200706T180000Z"  # summer time
    (of_cycle,) = (path for path in (tmp_path / "calendars").iterdir() if path.name != "sessions.ics")
    assert [entry["UID"] for entry in read_calendar(of_cycle)] == [long["UID"]]


def test_an_entry_keeps_its_uid_while_hours_hall_and_words_change(tmp_path: Path) -> None:
    before = page(10, event("Une journée", session("2021-11-30", venue("Lens"), ("09:00", "12:00"))))
    after = page(
        10, event("Une journée sur le climat", session("2021-11-30", venue("Lille"), ("10:00", None))),
        version="2", hours=24,
    )  # fmt: skip
    built(tmp_path, before)
    export(tmp_path, tmp_path / "one")
    built(tmp_path, before, after, run="run-2")
    export(tmp_path, tmp_path / "two")
    one, two = (read_calendar(tmp_path / name / "calendars" / "sessions.ics") for name in ("one", "two"))
    assert [entry["UID"] for entry in one] == [entry["UID"] for entry in two]
    assert [entry["SUMMARY"] for entry in two] == ["Une journée sur le climat"]
