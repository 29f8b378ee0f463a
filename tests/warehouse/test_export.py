from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import duckdb
import frictionless
import pytest

from tests.warehouse.factory import built, event, page, session, stand, venue
from warehouse.errors import WarehouseError
from warehouse.export import Options, export, parse_moment
from warehouse.rows import PUBLIC_TABLES

TITLE = 'Égalité, « santé » et "quartiers"\nsur deux lignes'


@pytest.fixture
def data(tmp_path: Path) -> Path:
    told = event(TITLE, session("2021-11-30", venue("Lille"), ("09:00", "16:30")))
    stand(tmp_path, page(10, told, published_on="2021-09-29"), page(9, event("Autre chose", session("2020-01-06"))))
    return tmp_path


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_one_file_per_public_table_and_what_a_package_needs(data: Path, tmp_path: Path) -> None:
    counts = export(data, tmp_path / "out")
    extras = {"datapackage.json", "CITATION.cff", "codebook.csv", "known_defects.csv", "calendars"}
    assert {p.name for p in (tmp_path / "out").iterdir()} == {f"{table}.csv" for table in PUBLIC_TABLES} | extras
    assert (counts["events"], counts["changes"]) == (2, 0)
    assert not {"runs", "gates", "release"} & set(counts)


def test_cells_come_back_as_they_are(data: Path, tmp_path: Path) -> None:
    export(data, tmp_path / "out")
    events = read(tmp_path / "out" / "events.csv")
    assert [row["event_id"] for row in events] == ["event-10", "event-9"]
    assert events[0]["title"] == TITLE
    assert events[0]["participants"] == ""
    (_, found) = read(tmp_path / "out" / "sessions.csv")
    assert (found["day"], found["starts_at"], found["first_seen"]) == ("2020-01-06", "", "2025-03-01T02:00:00Z")


def test_export_again_gives_the_same_bytes_over_the_old_ones(data: Path, tmp_path: Path) -> None:
    export(data, tmp_path / "out")
    before = contents(tmp_path / "out")
    (tmp_path / "out" / "notes.txt").write_text("mine")
    export(data, tmp_path / "out")
    after = contents(tmp_path / "out")
    assert after == {**before, "notes.txt": b"mine"}


@pytest.mark.parametrize("threads", [1, 4])
def test_bytes_do_not_depend_on_threads(
    data: Path, tmp_path: Path, threads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(data, tmp_path / "plain")
    monkeypatch.setattr("warehouse.reader.CLOSED_WORLD", {"threads": str(threads)})
    export(data, tmp_path / "other")
    assert contents(tmp_path / "other") == contents(tmp_path / "plain")


def test_reader_finds_the_same_rows_as_the_warehouse(data: Path, tmp_path: Path) -> None:
    export(data, tmp_path / "out")
    with duckdb.connect(str(data / "warehouse.duckdb"), read_only=True) as connection:
        for table in PUBLIC_TABLES:
            ((count,),) = connection.execute(f"SELECT count(*) FROM {table}").fetchall()
            assert len(read(tmp_path / "out" / f"{table}.csv")) == count


def test_folder_that_cannot_be_written_is_one_clear_line(data: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here")
    with pytest.raises(WarehouseError, match=r"Cannot write into .*file") as caught:
        export(data, tmp_path / "file")
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_folder_without_rights_is_one_clear_line(data: Path, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    with pytest.raises(WarehouseError, match="Cannot write into"):
        export(data, tmp_path / "locked")


def test_without_a_warehouse_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="irev build"):
        export(tmp_path / "none", tmp_path / "out")
    assert not (tmp_path / "out").exists()


class TestPackage:
    def validate(self, folder: Path) -> list[str]:
        report = frictionless.validate(str(folder / "datapackage.json"))
        return [error.message for task in report.tasks for error in task.errors] + [e.message for e in report.errors]

    @pytest.mark.parametrize("bom", [False, True])
    def test_frictionless_finds_nothing_wrong(self, data: Path, tmp_path: Path, bom: bool) -> None:
        export(data, tmp_path / "out", Options(bom=bom))
        assert self.validate(tmp_path / "out") == []
        assert (tmp_path / "out" / "events.csv").read_bytes().startswith(b"\xef\xbb\xbf") is bom

    def test_frictionless_finds_a_broken_reference(self, data: Path, tmp_path: Path) -> None:
        export(data, tmp_path / "out")
        path = tmp_path / "out" / "events.csv"
        path.write_text(path.read_text(encoding="utf-8").replace("event-10", "event-99"), encoding="utf-8")
        assert self.validate(tmp_path / "out") != []

    def test_every_column_is_described_in_two_languages(self, data: Path, tmp_path: Path) -> None:
        export(data, tmp_path / "out")
        rows = read(tmp_path / "out" / "codebook.csv")
        assert {row["table_name"] for row in rows} == set(PUBLIC_TABLES)
        assert [row for row in rows if not (row["english"] and row["french"])] == []

    def test_citation_and_descriptor_carry_the_version(self, data: Path, tmp_path: Path) -> None:
        export(data, tmp_path / "out")
        package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
        assert f'version: "{package["version"]}"' in (tmp_path / "out" / "CITATION.cff").read_text(encoding="utf-8")
        assert package["licenses"] and len(package["sources"]) == 2


class TestSpreadsheets:
    NASTY = ("=HYPERLINK(0)", "+33 3 20", "-1", "@here", "\tTab", "'already", "＝1")

    @pytest.fixture
    def nasty(self, tmp_path: Path) -> Path:
        titles = [
            event(f"{text} Santé et habitat {n}", session(f"2021-11-{10 + n}")) for n, text in enumerate(self.NASTY)
        ]
        stand(tmp_path, *(page(10 + number, told) for number, told in enumerate(titles)))
        return tmp_path

    def test_no_cell_starts_a_formula_and_the_raw_value_comes_back(self, nasty: Path, tmp_path: Path) -> None:
        export(nasty, tmp_path / "out")
        for path in (tmp_path / "out").glob("*.csv"):
            with path.open(encoding="utf-8", newline="") as file:
                assert not [cell for row in csv.reader(file) for cell in row if cell and cell[0] in "=+-@\t\r＝"]
        cells = {row["title"] for row in read(tmp_path / "out" / "events.csv")}
        raw = {f"{text} Santé et habitat {number}" for number, text in enumerate(self.NASTY)}
        assert {cell[1:] if cell[0] == "'" else cell for cell in cells} == raw

    def test_json_and_parquet_hold_raw_values_and_replace_one_another(self, nasty: Path, tmp_path: Path) -> None:
        export(nasty, tmp_path / "out", Options(form="json"))
        rows = json.loads((tmp_path / "out" / "events.json").read_text(encoding="utf-8"))
        assert "=HYPERLINK(0) Santé et habitat 0" in {row["title"] for row in rows}
        export(nasty, tmp_path / "out", Options(form="parquet"))
        assert not (tmp_path / "out" / "events.json").exists()
        with duckdb.connect() as connection:
            found = connection.execute(f"SELECT title FROM '{tmp_path / 'out' / 'events.parquet'}'").fetchall()
        assert {title for (title,) in found} == {row["title"] for row in rows}


def test_state_of_an_earlier_moment(tmp_path: Path) -> None:
    moved = page(10, event("Santé et habitat", session("2021-12-07")), version="2", hours=24)
    built(tmp_path, page(10, event("Santé et habitat", session("2021-11-30"))), moved)
    export(tmp_path, tmp_path / "then", Options(as_of=parse_moment("2025-03-01T12:00:00+01:00")))
    export(tmp_path, tmp_path / "now")
    days = [[row["day"] for row in read(tmp_path / name / "sessions.csv")] for name in ("then", "now")]
    assert days == [["2021-11-30"], ["2021-12-07"]]
    with pytest.raises(WarehouseError, match="is no moment"):
        parse_moment("last year")


def test_calendar_has_hours_in_utc_and_whole_days_without(data: Path, tmp_path: Path) -> None:
    export(data, tmp_path / "out")
    text = (tmp_path / "out" / "calendars" / "sessions.ics").read_bytes().decode()
    assert "DTSTART:20211130T080000Z\r\nDTEND:20211130T153000Z\r\n" in text
    assert "DTSTART;VALUE=DATE:20200106\r\n" in text
    assert "LOCATION:Lille\r\n" in text
    assert "SUMMARY:Égalité\\, « santé » et" in text
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
