from __future__ import annotations

import csv
import os
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.factory import built, event, page, session, venue
from warehouse.errors import WarehouseError
from warehouse.export import export
from warehouse.rows import PUBLIC_TABLES

TITLE = 'Égalité, « santé » et "quartiers"\nsur deux lignes'


@pytest.fixture
def data(tmp_path: Path) -> Path:
    told = event(TITLE, session("2021-11-30", venue("Lille"), ("09:00", "16:30")))
    built(tmp_path, page(10, told, published_on="2021-09-29"), page(9, event("Autre chose", session("2020-01-06"))))
    return tmp_path


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_one_file_per_public_table_and_nothing_else(data: Path, tmp_path: Path) -> None:
    counts = export(data, tmp_path / "out")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == sorted(f"{table}.csv" for table in PUBLIC_TABLES)
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
    before = {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()}
    (tmp_path / "out" / "notes.txt").write_text("mine")
    export(data, tmp_path / "out")
    after = {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()}
    assert after == {**before, "notes.txt": b"mine"}


@pytest.mark.parametrize("threads", [1, 4])
def test_bytes_do_not_depend_on_threads(
    data: Path, tmp_path: Path, threads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(data, tmp_path / "plain")
    monkeypatch.setattr("warehouse.reader.CLOSED_WORLD", {"threads": str(threads)})
    export(data, tmp_path / "other")
    for path in (tmp_path / "plain").iterdir():
        assert (tmp_path / "other" / path.name).read_bytes() == path.read_bytes()


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
