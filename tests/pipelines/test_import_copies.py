"""Records of other tools are kept byte for byte where nothing speaks against it; damage costs what is damaged."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import multiprocessing
import os
import subprocess
import sys
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipelines.archive import Archive
from pipelines.catalogue import Catalogue
from pipelines.import_report import ImportReport
from pipelines.imports import import_paths
from pipelines.index import Capture, format_line, parse_line
from pipelines.payload import digest_of, has_digest
from pipelines.progress import PlainProgress
from pipelines.warc import RecordError, parse_date

NOON = dt.datetime(2025, 11, 22, 12, tzinfo=dt.UTC)
DATE = "2017-12-09T08:00:00Z"


def keep(data: Path, *paths: Path) -> ImportReport:
    return import_paths(paths, data, clock=lambda: NOON)


def write_record(
    kind: str, url: str, body: bytes, headers: tuple[tuple[str, str], ...] = (), packed: bool = True, **fields: str
) -> bytes:
    """One record as warcio writes it."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=packed)
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), *headers], protocol="HTTP/1.1")
    stamps = {"WARC-Date": DATE, **{name.replace("_", "-"): value for name, value in fields.items()}}
    record = writer.create_warc_record(url, kind, io.BytesIO(body), http_headers=http, warc_headers_dict=stamps)
    writer.write_record(record)
    return buffer.getvalue()


def response(number: int, *headers: tuple[str, str], packed: bool = True, **fields: str) -> bytes:
    return write_record("response", f"http://irev.fr/{number}", b"<p>%d</p>" % number, headers, packed, **fields)


def kept_bytes(data: Path) -> bytes:
    (name,) = (data / "archive").glob("*.warc.gz")
    return name.read_bytes()


def check_with_warcio(data: Path) -> None:
    (name,) = (data / "archive").glob("*.warc.gz")
    done = subprocess.run(
        [str(Path(sys.executable).with_name("warcio")), "check", str(name)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_response_is_copied_with_its_identifier_and_digests(tmp_path: Path) -> None:
    source = tmp_path / "x.warc.gz"
    source.write_bytes(response(1) + response(2, ("Content-Encoding", "identity")))
    report = keep(tmp_path / "data", source)
    assert [kept.digest for kept in report.kept] == [digest_of(b"<p>1</p>"), digest_of(b"<p>2</p>")]
    assert kept_bytes(tmp_path / "data").endswith(source.read_bytes())
    archive = Archive(tmp_path / "data" / "archive")
    assert archive.verify() == ()
    assert archive.read(digest_of(b"<p>2</p>")) == b"<p>2</p>"
    check_with_warcio(tmp_path / "data")


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["not packed", "packed as a whole"])
def test_a_response_of_a_file_without_members_is_packed_as_it_was(
    pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    records = [response(number, packed=False, X_Note="é") for number in (1, 2)]
    source = tmp_path / "x.warc"
    source.write_bytes(pack(b"".join(records)))
    keep(tmp_path / "data", source)
    assert gzip.decompress(kept_bytes(tmp_path / "data")).endswith(b"".join(records))
    assert Archive(tmp_path / "data" / "archive").verify() == ()


def test_a_chunked_response_is_copied_and_read_without_its_chunks(tmp_path: Path) -> None:
    chunks = b"4\r\n<p>c\r\n4\r\n</p>\r\n0\r\n\r\n"
    source = tmp_path / "x.warc.gz"
    source.write_bytes(write_record("response", "http://irev.fr/c", chunks, (("Transfer-Encoding", "chunked"),)))
    (kept,) = keep(tmp_path / "data", source).kept
    assert kept_bytes(tmp_path / "data").endswith(source.read_bytes())
    archive = Archive(tmp_path / "data" / "archive")
    assert (kept.digest, archive.read(kept.digest)) == (digest_of(b"<p>c</p>"), b"<p>c</p>")
    assert archive.verify() == ()


@pytest.mark.parametrize(
    "spoiled",
    [
        response(1, WARC_Payload_Digest="sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        response(1, packed=False),
        gzip.compress(response(1, packed=False) + response(2, packed=False), mtime=0),
        response(1),
    ],
    ids=["false payload digest", "not packed", "packed as a whole", "packed by record"],
)
def test_however_a_file_is_written_its_captures_are_the_same(spoiled: bytes, tmp_path: Path) -> None:
    source = tmp_path / "x.warc"
    source.write_bytes(spoiled)
    report = keep(tmp_path / "data", source)
    assert (report.kept[0].url, report.kept[0].digest) == ("https://irev.fr/1", digest_of(b"<p>1</p>"))
    archive = Archive(tmp_path / "data" / "archive")
    assert [found.date for found in archive.captures()] == [parse_date(DATE)] * len(report.kept)
    assert archive.verify() == ()
    check_with_warcio(tmp_path / "data")
    again = keep(tmp_path / "data", source)
    assert (len(again.kept), len(again.already)) == (0, len(report.kept))


def test_a_record_that_others_continue_is_refused_by_name(tmp_path: Path) -> None:
    source = tmp_path / "x.warc.gz"
    source.write_bytes(response(1, WARC_Segment_Number="1") + response(2))
    report = keep(tmp_path / "data", source)
    assert [kept.url for kept in report.kept] == ["https://irev.fr/2"]
    assert [refused.reason for refused in report.refused] == [
        "http://irev.fr/1: only a part, which other records continue"
    ]


def test_what_follows_damage_is_read_on(tmp_path: Path) -> None:
    one, two, three = (response(number) for number in (1, 2, 3))
    spoiled = bytearray(two)
    spoiled[len(two) // 2] ^= 0xFF
    source = tmp_path / "x.warc.gz"
    source.write_bytes(one + bytes(spoiled) + three + one[:40])
    report = keep(tmp_path / "data", source)
    assert [kept.url for kept in report.kept] == ["https://irev.fr/1", "https://irev.fr/3"]
    assert [refused.reason for refused in report.refused] == [
        f"cut or damaged at byte {len(one)}: bytes that are no gzip member",
        f"cut or damaged at byte {len(one + two + three)}: the file ends inside a record",
    ]


@pytest.mark.parametrize("address", ["http://[irev.fr/a", "http://irev.fr:99999/", "https://", "http:///a"])
def test_an_address_that_is_none_is_named(address: str, tmp_path: Path) -> None:
    source = tmp_path / "x.warc.gz"
    source.write_bytes(write_record("response", address, b"<p>x</p>") + response(2))
    for hosts in (None, {"irev.fr"}):
        report = import_paths([source], tmp_path / f"{hosts}", lambda: NOON, hosts)
        assert [kept.url for kept in report.kept] == ["https://irev.fr/2"]
        told = [refused.reason for refused in report.refused]
        assert told == [f"{address}: no usable address"] or sum(report.other_hosts.values()) == 1


def test_a_date_before_all_dates_is_named(tmp_path: Path) -> None:
    source = tmp_path / "x.warc.gz"
    source.write_bytes(response(1, WARC_Date="0001-01-01T00:00:00+05:00") + response(2))
    report = keep(tmp_path / "data", source)
    assert [kept.url for kept in report.kept] == ["https://irev.fr/2"]
    assert report.refused[0].reason == "http://irev.fr/1: no date: '0001-01-01T00:00:00+05:00'"
    with pytest.raises(RecordError):
        parse_date("9999-12-31T23:59:59-05:00")


def test_a_revisit_finds_its_original_in_an_earlier_import_by_its_digest(tmp_path: Path) -> None:
    """Heritrix wrote revisits that name nothing but the digest."""
    first, second = tmp_path / "1.warc.gz", tmp_path / "2.warc.gz"
    first.write_bytes(response(1))
    keep(tmp_path / "data", first)
    (original,) = Archive(tmp_path / "data" / "archive").captures()
    assert original.digest.startswith("sha1:")
    later = "2018-01-01T00:00:00Z"
    second.write_bytes(
        write_record("revisit", "http://irev.fr/1", b"", WARC_Date=later, WARC_Payload_Digest=original.digest)
    )
    (kept,) = keep(tmp_path / "data", second).kept
    assert kept.digest == digest_of(b"<p>1</p>")
    archive = Archive(tmp_path / "data" / "archive")
    assert [seen.seen_at.year for seen in archive.sightings()] == [2017, 2018]
    assert archive.verify() == ()
    (tmp_path / "data" / "archive" / "index.cdxj").unlink()
    assert [found.sha256 for found in Archive(tmp_path / "data" / "archive").captures()] == [kept.digest] * 2


def test_progress_is_told_in_megabytes(tmp_path: Path) -> None:
    source, told = tmp_path / "x.warc.gz", io.StringIO()
    source.write_bytes(
        b"".join(write_record("response", f"http://irev.fr/{n}", os.urandom(300_000)) for n in range(10))
    )
    import_paths([source], tmp_path / "data", lambda: NOON, None, PlainProgress(told))
    assert told.getvalue() == "importing, MB: 3 of 3\n"


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (refused,) = keep(tmp_path / "data", tmp_path / "pipe").refused
    assert refused.reason == "not a file"


def test_a_full_disk_is_not_laid_to_the_files_that_are_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pipelines.warc_file.WarcFile.append", fail)
    (tmp_path / "a.html").write_text("<html><p>a</p></html>")
    with pytest.raises(OSError, match="No space left"):
        keep(tmp_path / "data", tmp_path / "a.html")


def _import(source: str, data: str) -> None:
    keep(Path(data), Path(source))


def test_an_import_that_was_killed_is_run_again_and_nothing_is_double(tmp_path: Path) -> None:
    source, data = tmp_path / "x.warc.gz", tmp_path / "data"
    source.write_bytes(b"".join(response(number) for number in range(3000)))
    importer = multiprocessing.get_context("spawn").Process(target=_import, args=(str(source), str(data)))
    importer.start()
    while importer.is_alive() and not any(path.stat().st_size > 9_000 for path in data.glob("archive/*.warc.gz")):
        time.sleep(0.002)
    importer.kill()
    importer.join()
    before = sum(1 for _ in Archive(data / "archive").captures())
    assert 0 < before < 3000
    report = keep(data, source)
    archive = Archive(data / "archive")
    assert report.more_kept + len(report.kept) == 3000 - before
    assert set(Counter(found.url for found in archive.captures()).values()) == {1}
    assert sum(1 for _ in archive.captures()) == 3000


def test_captures_cost_no_memory() -> None:
    def line(number: int) -> str:
        url, place = f"https://irev.fr/{number % 500}", ("irev-000001-20251122T120000Z.warc.gz", number * 1000, 900)
        return format_line(Capture(url, NOON + dt.timedelta(number), "response", 200, "d", *place, sha256=f"s{number}"))

    Catalogue(map(line, range(5000)))  # what is cached for ever is cached now
    tracemalloc.start()
    catalogue = Catalogue()
    least, _ = tracemalloc.get_traced_memory()
    catalogue = Catalogue(map(line, range(5000)))
    for number in range(5000, 5500):
        catalogue.add(parse_line(line(number)))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sum(1 for _ in catalogue.written()) == 5500
    assert catalogue.may_hold("s4821")
    assert catalogue.may_hold("s5499")
    assert not catalogue.may_hold("s5500")
    found = catalogue.latest("https://irev.fr/321")
    assert found is not None and found.sha256 == "s5321"
    assert held - least < 200_000  # a list of them takes nine million


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        # of b"abc": FIPS 180-4 gives A9993E36… and BA7816BF…; base 32 by RFC 4648
        ("sha1:a9993e364706816aba3e25717850c26c9cd0d89d", True),
        ("sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", True),
        ("sha1:vgmt4nsha2awvor6evyxqugcnsonbwe5", True),
        ("sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE4", False),
        ("sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBW", False),
        ("sha1:!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!", False),
        ("sha-256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", True),
        ("sha256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ====", True),
        ("sha256:00", False),
        ("", True),
        ("crc99:12", True),
    ],
)
def test_digests_are_compared_in_every_way_they_are_written(stated: str, expected: bool) -> None:
    assert has_digest(b"abc", stated) is expected
