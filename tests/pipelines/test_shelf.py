"""The shelf of readings: slim ones at hand, full ones from the cache, and read again where the cache lost them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from extract.knowledge import Knowledge
from extract.records import Reading
from pipelines.archive import Archive
from pipelines.progress import NoProgress
from pipelines.reading import Reader, Readings
from pipelines.reading_cache import ReadingCache
from pipelines.records import Imported
from pipelines.shelf import ReadingLostError, Shelf, SlimStore
from pipelines.workers import Rejection
from warehouse.slim import Slimmer

MONDAY = dt.datetime(2022, 5, 2, 10, 0, tzinfo=dt.UTC)
PAGE = "<html><body><h1>Rencontre {day}</h1><p>La rencontre a lieu le {day} mai 2022 à Arras.</p></body></html>"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("archive")
    with Archive(folder) as archive:
        for day in (3, 4):
            address = f"https://irev.fr/actualites-0/rencontre-{day}"
            archive.append_resource(Imported(PAGE.format(day=day).encode(), "text/html", MONDAY, "p.html", address))
    return Archive(folder)


def read(archive: Archive, folder: Path) -> Readings:
    return Reader(Knowledge(digest="none"), ReadingCache(folder, "1" * 64), NoProgress()).read(
        archive.sightings(), archive
    )


def test_a_later_build_opens_no_full_reading_until_it_is_asked_for(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read(archive, tmp_path)
    full = dict(first.by_capture)
    opened: list[str] = []
    find = ReadingCache.find

    def find_and_note(cache: ReadingCache, key: str) -> Any:
        opened.append(key)
        return find(cache, key)

    monkeypatch.setattr(ReadingCache, "find", find_and_note)
    second = read(archive, tmp_path)
    assert (opened, second.fresh) == ([], 0)
    assert second.by_capture.slims == {key: Slimmer().slim(reading) for key, reading in full.items()}
    assert second.by_capture == full
    assert len(opened) == 2


@pytest.mark.parametrize("damage", [b"", b"scribbled", None])
def test_slim_readings_may_be_lost(archive: Archive, tmp_path: Path, damage: bytes | None) -> None:
    expected = read(archive, tmp_path).by_capture.slims
    for path in tmp_path.rglob("*.slim"):
        path.unlink() if damage is None else path.write_bytes(damage)
    again = read(archive, tmp_path)
    assert (again.fresh, again.by_capture.slims) == (0, expected)


def test_a_full_reading_that_is_lost_is_read_again(archive: Archive, tmp_path: Path) -> None:
    shelf = read(archive, tmp_path).by_capture
    expected = dict(shelf)
    for path in tmp_path.rglob("*.reading"):
        path.unlink()
    assert shelf == expected
    assert len(list(tmp_path.rglob("*.reading"))) == 2


def test_one_that_cannot_be_read_again_is_said(tmp_path: Path) -> None:
    key = ("https://irev.fr/x", "sha256:x")
    shelf = Shelf(ReadingCache(tmp_path, "1" * 64), {key: "k"}, {}, lambda _: Rejection("error", "too old"))
    with pytest.raises(ReadingLostError, match=r"https://irev.fr/x could be read before and cannot be now: too old"):
        shelf[key]


def test_many_files_become_one(archive: Archive, tmp_path: Path) -> None:
    reading = next(iter(read(archive, tmp_path / "readings").by_capture.values()))
    cache = ReadingCache(tmp_path / "other", "1" * 64)
    counts = []
    for number in range(20):
        store = SlimStore(cache)
        cache.store(f"{number:04}", reading)
        store.add(f"{number:04}", reading)
        store.save()
        counts.append(len(list(tmp_path.joinpath("other").rglob("*.slim"))))
    assert (max(counts), counts[16:]) == (16, [1, 2, 3, 4])
    assert all(isinstance(SlimStore(cache).find(f"{number:04}"), Reading) for number in range(20))
