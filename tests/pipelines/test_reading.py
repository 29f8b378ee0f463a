"""From sightings to readings, on a real archive and in real workers: once each, in order, losses named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.knowledge import Knowledge
from pipelines.archive import Archive
from pipelines.progress import NoProgress
from pipelines.reading import Reader, Readings
from pipelines.reading_cache import ReadingCache
from pipelines.records import Imported
from pipelines.workers import Rejection, RejectionCause
from warehouse.sightings import Sighting

MONDAY = dt.datetime(2022, 5, 2, 10, 0, tzinfo=dt.UTC)
PAGE = "<html><body><h1>Rencontre {name}</h1><p>La rencontre a lieu le {day} mai 2022 à Arras.</p></body></html>"
KNOWLEDGE = Knowledge(digest="none")


def keep(folder: Path, pages: Sequence[tuple[str, bytes]], seen_at: dt.datetime = MONDAY) -> Archive:
    with Archive(folder) as archive:
        for address, content in pages:
            archive.append_resource(Imported(content, "text/html", seen_at, "page.html", address))
    return Archive(folder)


def read(archive: Archive, folder: Path) -> Readings:
    reader = Reader(KNOWLEDGE, ReadingCache(folder, "1" * 64), NoProgress())
    return reader.read(archive.sightings(), archive)


def make_pages(count: int) -> list[tuple[str, bytes]]:
    names = [f"https://irev.fr/actualites-0/rencontre-{number}" for number in range(1, count + 1)]
    return [(name, PAGE.format(name=name[-1], day=index).encode()) for index, name in enumerate(names, start=3)]


def test_each_capture_is_read_once_and_remembered(tmp_path: Path) -> None:
    archive = keep(tmp_path / "archive", make_pages(4))
    first = read(archive, tmp_path / "readings")
    assert first.fresh == 4
    assert first.losses == ()
    assert list(first.by_capture) == sorted(first.by_capture)
    days = {url[-1]: reading.dates[0].first_day.day for (url, _), reading in first.by_capture.items()}
    assert days == {"1": 3, "2": 4, "3": 5, "4": 6}
    second = read(archive, tmp_path / "readings")
    assert (second.fresh, second.by_capture) == (0, first.by_capture)


def test_only_what_is_new_is_read(tmp_path: Path) -> None:
    keep(tmp_path / "archive", make_pages(2))
    read(Archive(tmp_path / "archive"), tmp_path / "readings")
    archive = keep(tmp_path / "archive", make_pages(3))
    assert read(archive, tmp_path / "readings").fresh == 1


def test_seen_again_is_read_with_the_first_moment(tmp_path: Path) -> None:
    (page,) = make_pages(1)
    archive = keep(tmp_path / "archive", [page])
    (sighting,) = archive.sightings()
    later = Sighting(
        sighting.url, sighting.raw_url, MONDAY + dt.timedelta(days=300), "revisit", 200, sighting.digest, None
    )
    missing = Sighting(sighting.url, sighting.raw_url, MONDAY, "response", 404, sighting.digest, None)
    reader = Reader(KNOWLEDGE, ReadingCache(tmp_path / "readings", "1" * 64), NoProgress())
    readings = [reader.read(seen, archive) for seen in ([later, missing, sighting], [sighting], [sighting, later])]
    assert [result.fresh for result in readings] == [1, 0, 0]
    assert len(readings[0].by_capture) == 1


def test_bytes_that_the_archive_cannot_give_are_one_loss(tmp_path: Path) -> None:
    archive = keep(tmp_path / "archive", make_pages(3))
    (path,) = (tmp_path / "archive").glob("*.warc.gz")
    middle = sorted(archive.captures(), key=lambda capture: capture.offset)[1]
    content = bytearray(path.read_bytes())
    content[middle.offset + middle.length // 2] ^= 0xFF
    path.write_bytes(content)
    result = read(Archive(tmp_path / "archive"), tmp_path / "readings")
    (loss,) = result.losses
    assert (loss.url, loss.digest) == (middle.canonical, middle.sha256)
    assert "archive" in loss.reason
    assert len(result.by_capture) == 2


@pytest.mark.parametrize(("cause", "tried_again"), [("time", 2), ("memory", 2), ("error", 0), ("crash", 0)])
def test_only_what_may_end_otherwise_is_tried_again(tmp_path: Path, cause: RejectionCause, tried_again: int) -> None:
    archive = keep(tmp_path / "archive", make_pages(2))
    read(archive, tmp_path / "readings")
    cache = ReadingCache(tmp_path / "readings", "1" * 64)
    for path in (tmp_path / "readings").rglob("*.reading"):
        cache.store(path.stem, Rejection(cause, "as remembered"))
    result = read(archive, tmp_path / "readings")
    assert result.fresh == tried_again
    assert [loss.reason for loss in result.losses] == ["as remembered"] * (2 - tried_again)
    assert len(result.by_capture) == tried_again


def test_what_is_no_document_is_read_as_such(tmp_path: Path) -> None:
    contents = (b"", b"\x00" * 5000, b"%PDF-1.7 then nothing", b"<" * 50_000)
    files = "https://irev.fr/sites/default/files"
    archive = keep(tmp_path / "archive", [(f"{files}/{index}.pdf", content) for index, content in enumerate(contents)])
    result = read(archive, tmp_path / "readings")
    assert result.losses == ()
    assert len(result.by_capture) == 4
    assert all(reading.open and not reading.events for reading in result.by_capture.values())
