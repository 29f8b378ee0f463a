"""Building from an archive: what is read once, what is lost and said so, what an empty archive asks for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pipelines.archive import Archive
from pipelines.build import build_archive
from pipelines.outcomes import InputError, Outcome
from pipelines.progress import NoProgress
from pipelines.records import Imported
from pipelines.run import RunContext, StageResult
from pipelines.settings import DataFolder
from warehouse.query import ask

MONDAY = dt.datetime(2022, 5, 2, 10, 0, tzinfo=dt.UTC)
PAGE = "<html><body><h1>Atelier {number}</h1><p>L'atelier a lieu le {number} juin 2022 à Arras.</p></body></html>"


def keep(data: DataFolder, *numbers: int) -> None:
    with Archive(data.archive) as archive:
        for number in numbers:
            address = f"https://irev.fr/actualites-0/atelier-{number}"
            archive.append_resource(
                Imported(PAGE.format(number=number).encode(), "text/html", MONDAY, "a.html", address)
            )


def build(data: DataFolder, full: bool = False) -> StageResult:
    return build_archive(data, full, NoProgress(), RunContext("run-1", "build", MONDAY))


def days(data: DataFolder) -> list[int]:
    return [row[0].day for row in ask(data.root, "SELECT day FROM sessions ORDER BY day").rows]


def test_an_empty_archive_asks_for_something_to_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="irev import"):
        build(DataFolder(tmp_path))


def test_a_build_reads_what_is_new_and_only_that(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    keep(data, 7, 8)
    assert build(data).counts["read"] == 2
    assert days(data) == [7, 8]
    again = build(data)
    assert (again.outcome, again.counts["read"]) == (Outcome.NOTHING_NEW, 0)
    assert again.lines[0].startswith("nothing new: release 2022-05-02.")
    keep(data, 9)
    assert build(data).counts["read"] == 1
    assert days(data) == [7, 8, 9]


def test_a_full_build_reads_everything_again_and_finds_the_same(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    keep(data, 7, 8)
    build(data)
    full = build(data, full=True)
    assert (full.outcome, full.counts["read"]) == (Outcome.NOTHING_NEW, 2)


def test_what_the_archive_cannot_give_degrades_the_run_and_is_named(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    keep(data, 7, 8)
    archive = Archive(data.archive)
    lost = max(archive.captures(), key=lambda capture: capture.offset)
    path = data.archive / lost.filename
    content = bytearray(path.read_bytes())
    content[lost.offset + lost.length - 12] ^= 0xFF
    path.write_bytes(content)
    result = build(data)
    assert result.outcome is Outcome.DEGRADED
    (loss,) = result.losses
    assert loss.startswith("https://irev.fr/actualites-0/atelier-8: the archive does not give its bytes")
    assert days(data) == [7]
    reasons = ask(data.root, "SELECT reason FROM open_readings WHERE url LIKE '%atelier-8'").rows
    assert any("archive" in reason for (reason,) in reasons)
