"""Releases for people: what is listed, what may go, and what stays of one whose database went."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from pipelines.lock import LockHeldError, hold_lock
from pipelines.releases import prune_releases, say_size, show_releases
from pipelines.settings import DataFolder
from tests.warehouse.factory import built, event, page, session
from warehouse.releases import find_prunable, list_releases

NOW = dt.datetime(2025, 6, 1, tzinfo=dt.UTC)
HOURS = (0, 24, 48, 24 * 31)  # three nights of March, one of April


@pytest.fixture(scope="module")
def four_nights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, told = tmp_path_factory.mktemp("nights"), []
    for number, hours in enumerate(HOURS):
        day = session(f"2026-03-{number + 1:02}")
        told.append(page(10, event("Santé et habitat", day), version=str(number), hours=hours))
        built(folder, *told, run=f"run-{number}")
    return folder


@pytest.fixture
def data(four_nights: Path, tmp_path: Path) -> DataFolder:
    shutil.copytree(four_nights, tmp_path, dirs_exist_ok=True)
    return DataFolder(tmp_path)


def test_releases_are_listed_latest_first_with_their_size(data: DataFolder) -> None:
    *lines, total = show_releases(data)
    assert [line[:10] for line in lines] == ["2025-04-01", "2025-03-03", "2025-03-02", "2025-03-01"]
    assert [line.endswith("published") for line in lines] == [True, False, False, False]
    assert total.startswith("4 releases, ")
    assert list(show_releases(DataFolder(data.root / "none"))) == [
        "no release yet: `irev build` publishes the first one"
    ]


def test_old_databases_go_and_what_they_were_made_from_stays(data: DataFolder) -> None:
    folder = next((data.root / "releases").glob("2025-03-01.*"))
    before = (folder / "manifest.json").read_bytes()
    lines = list(prune_releases(data, 1, lambda: NOW))
    assert [line.split()[4][:10] for line in lines[:-1]] == ["2025-03-01", "2025-03-02"]  # 03-03 ends its month
    assert lines[-1].startswith("2 databases removed, ")
    assert sorted(path.name for path in folder.iterdir()) == ["captures.csv", "manifest.json"]
    assert (folder / "manifest.json").read_bytes() == before
    assert json.loads(before)["relating_code"]
    assert [release.whole for release in list_releases(data.root)] == [False, False, True, True]
    assert "manifest and captures only" in list(show_releases(data))[-2]
    assert list(prune_releases(data, 1, lambda: NOW)) == ["0 databases removed, 0 B freed"]


def test_the_published_release_is_never_touched(data: DataFolder) -> None:
    releases = list_releases(data.root)
    spared = find_prunable(releases, 0, releases[0].version)
    assert [release.version[:10] for release in spared] == ["2025-03-02"]


def test_nothing_is_removed_while_a_run_goes_on(data: DataFolder) -> None:
    with hold_lock(data, "irev run", NOW, None), pytest.raises(LockHeldError):
        list(prune_releases(data, 1, lambda: NOW))
    assert all(release.whole for release in list_releases(data.root))


@pytest.mark.parametrize(("size", "said"), [(12, "12 B"), (2048, "2.0 kB"), (3 << 20, "3.0 MB"), (5 << 30, "5.0 GB")])
def test_sizes_are_said_in_the_largest_unit(size: int, said: str) -> None:
    assert say_size(size) == said
