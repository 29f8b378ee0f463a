"""A writer may be killed at any byte: no record is lost, none is double, and what was cut is kept aside."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import shutil
from pathlib import Path

import pytest

from pipelines.archive import Archive, ArchiveError
from pipelines.archive_lock import ArchiveLock, ArchiveLocked
from pipelines.payload import digest_of
from pipelines.records import Exchange

NOON = dt.datetime(2025, 11, 22, 12, tzinfo=dt.UTC)


def page(number: int, body: bytes | None = None) -> Exchange:
    content = body or f"<html><p>Page {number}</p></html>".encode()
    headers = [(b"Content-Type", b"text/html"), (b"ETag", b'"%d"' % number)]
    moment = NOON + dt.timedelta(minutes=number)
    return Exchange(f"http://irev.test/{number}", 200, headers, content, moment, [(b"Accept", b"*/*")])


def fill(folder: Path, count: int = 4) -> Path:
    with Archive(folder) as archive:
        for number in range(count):
            archive.append_response(page(number))
        archive.append_response(page(count, b"<html><p>Page 0</p></html>"))  # a revisit at the end
    (name,) = folder.glob("*.warc.gz")
    return name


def addresses(folder: Path) -> list[str]:
    return sorted(capture.url.rpartition("/")[2] for capture in Archive(folder).captures())


def test_the_index_comes_back_from_the_files_alone(tmp_path: Path) -> None:
    fill(tmp_path)
    index = tmp_path / "index.cdxj"
    before = index.read_bytes()
    index.unlink()
    with Archive(tmp_path):
        pass
    assert index.read_bytes() == before
    with Archive(tmp_path) as archive:
        archive.rebuild_index()
    assert index.read_bytes() == before


@pytest.mark.parametrize("spoiled", [b"", b"\xff\xfe", b"no index line\n", b'fr,irev)/ 2025 {"url": "x"}\n'])
def test_an_unreadable_index_is_rebuilt(tmp_path: Path, spoiled: bytes) -> None:
    fill(tmp_path)
    index = tmp_path / "index.cdxj"
    before = index.read_bytes()
    index.write_bytes(spoiled)
    assert addresses(tmp_path) == ["0", "1", "2", "3", "4"]
    with Archive(tmp_path):
        pass
    assert index.read_bytes() == before


def test_an_index_that_speaks_of_files_that_are_not_there_is_rebuilt(tmp_path: Path) -> None:
    name = fill(tmp_path)
    index = tmp_path / "index.cdxj"
    index.write_text(index.read_text().replace(name.name, "irev-000009-20250101T000000Z.warc.gz"))
    assert addresses(tmp_path) == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.7, 0.9, 0.995])
def test_a_file_cut_anywhere_is_cut_back_to_its_last_whole_record(tmp_path: Path, share: float) -> None:
    whole = fill(tmp_path / "whole")
    data = whole.read_bytes()
    folder = tmp_path / "cut"
    folder.mkdir()
    cut = folder / whole.name
    cut.write_bytes(data[: int(len(data) * share)])
    seen = addresses(folder)  # a reader needs no lock and changes nothing
    assert cut.read_bytes() == data[: int(len(data) * share)]

    with Archive(folder) as archive:
        assert archive.repaired == [whole.name]
        for number in range(5):
            archive.append_response(page(number, b"<html><p>Page 0</p></html>" if number == 4 else None))
    aside = list((folder / "damaged").iterdir())
    assert len(aside) == 1
    nothing_whole = aside[0].name.endswith(".gz.0.1.bin")  # then the file's name was free again
    left = b"" if nothing_whole else cut.read_bytes()
    assert left + aside[0].read_bytes() == data[: int(len(data) * share)]
    assert set(seen) <= set(addresses(folder))
    assert {*addresses(folder)} == {"0", "1", "2", "3", "4"}
    contents = [capture.sha256 for capture in Archive(folder).captures() if capture.kind == "response"]
    assert len(contents) == len(set(contents)) == 4
    assert Archive(folder).verify() == ()


def test_damage_in_the_middle_is_named_and_left_alone(tmp_path: Path) -> None:
    name = fill(tmp_path)
    second = sorted(Archive(tmp_path).captures(), key=lambda capture: capture.place)[1]
    data = bytearray(name.read_bytes())
    data[second.offset + second.length // 2] ^= 0xFF
    name.write_bytes(data)
    (tmp_path / "index.cdxj").unlink()
    with Archive(tmp_path) as archive:
        assert archive.repaired == []
    assert name.read_bytes() == bytes(data)
    assert not (tmp_path / "damaged").exists()
    assert addresses(tmp_path) == ["0", "2", "3", "4"]
    (problem,) = Archive(tmp_path).verify()
    assert (problem.filename, problem.offset) == (name.name, second.offset)


def test_damaged_content_is_never_handed_out(tmp_path: Path) -> None:
    name = fill(tmp_path)
    first = sorted(Archive(tmp_path).captures(), key=lambda capture: capture.place)[0]
    data = bytearray(name.read_bytes())
    data[first.offset + first.length // 2] ^= 0xFF
    name.write_bytes(data)
    with pytest.raises(ArchiveError, match=f"at byte {first.offset}"):
        Archive(tmp_path).read(first.sha256)


def test_a_reader_sees_whole_records_while_another_writes(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.append_response(page(0))
        assert addresses(tmp_path) == ["0"]
        archive.append_response(page(1))
        assert addresses(tmp_path) == ["0", "1"]
        assert Archive(tmp_path).read(digest_of(b"<html><p>Page 1</p></html>")) == b"<html><p>Page 1</p></html>"


def test_writing_needs_the_lock(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="reading only"):
        Archive(tmp_path).append_response(page(0))


def test_two_writers_are_one_too_many(tmp_path: Path) -> None:
    first = ArchiveLock(tmp_path)
    first.acquire()
    with pytest.raises(ArchiveLocked, match=r"process \d+ is writing to .*; wait for it to end"):
        ArchiveLock(tmp_path, patience=0.1).acquire()
    first.release()
    second = ArchiveLock(tmp_path, patience=0.1)
    second.acquire()
    assert second.held
    second.release()


def _write_until_killed(folder: str, ready: object) -> None:
    with Archive(Path(folder)) as archive:
        number = 0
        while True:
            archive.append_response(page(number, b"%d " % number * 20_000))
            number += 1
            if number == 20:
                ready.set()  # type: ignore[attr-defined]


def test_a_writer_killed_with_sigkill_loses_nothing_it_had_written(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    writer = context.Process(target=_write_until_killed, args=(str(tmp_path), ready))
    writer.start()
    assert ready.wait(60)
    writer.kill()
    writer.join()
    with Archive(tmp_path) as archive:
        numbers = sorted(int(capture.url.rpartition("/")[2]) for capture in archive.captures())
    assert len(numbers) >= 20
    assert numbers == list(range(len(numbers)))
    assert Archive(tmp_path).verify() == ()


def test_an_archive_moved_elsewhere_is_whole(tmp_path: Path) -> None:
    fill(tmp_path / "here")
    shutil.move(tmp_path / "here", tmp_path / "there")
    assert Archive(tmp_path / "there").verify() == ()


def test_a_look_up_table_without_room_costs_no_record_of_the_index(tmp_path: Path) -> None:
    """What failed once fails to the end, even where room is made: an index with gaps would hide whole records."""
    fill(tmp_path)
    before = (tmp_path / "index.cdxj").read_bytes()
    archive = Archive(tmp_path)
    kept: list[str] = []

    def append_all() -> None:
        with archive:
            base = archive._catalogue._base
            base.execute("PRAGMA max_page_count = 12")
            for number in range(10, 60):
                try:
                    kept.append(archive.append_response(page(number)).url)
                except OSError:
                    base.execute("PRAGMA max_page_count = 1000000")

    with pytest.raises(OSError, match="look-up table of the archive: database or disk is full"):
        append_all()
    assert 0 < len(kept) < 50
    assert (tmp_path / "index.cdxj").read_bytes() == before
    found = addresses(tmp_path)
    assert found == sorted(["0", "1", "2", "3", "4", *(url.rpartition("/")[2] for url in kept)])
    assert Archive(tmp_path).verify() == ()
