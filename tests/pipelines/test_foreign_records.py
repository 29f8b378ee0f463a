"""Records as other tools, other years and other clocks wrote them: what can be read is kept, the rest is named."""

from __future__ import annotations

import base64
import datetime as dt
import gzip
import hashlib
from pathlib import Path

import pytest

from pipelines.archive import Archive
from pipelines.import_report import ImportReport
from pipelines.imports import import_paths
from pipelines.keeping import describe_import
from pipelines.outcomes import InputError
from pipelines.payload import decode_payload, digest_of

NOON = dt.datetime(2025, 11, 22, 12, tzinfo=dt.UTC)
HTTP = "application/http; msgtype=response"


def page(number: int) -> bytes:
    return b"<html><title>Page %d</title><p>Texte</p></html>" % number


def record(kind: str, url: str, block: bytes, **fields: str | None) -> bytes:
    """A record in a gzip member, written here so that it may break every rule; a field that is None is left out."""
    head = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-0000-0000-000000000000>",
        "WARC-Date": "2015-03-04T05:06:07Z",
        "WARC-Target-URI": url,
        "Content-Type": HTTP,
        "Content-Length": str(len(block)),
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items() if value is not None)
    return gzip.compress(f"WARC/1.0\r\n{lines}\r\n".encode() + block + b"\r\n\r\n", mtime=0)


def response(
    number: int, head: bytes = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", **fields: str | None
) -> bytes:
    return record("response", f"http://www.irev.fr/{number}", head + page(number), **fields)


def keep(folder: Path, *files: bytes, name: str = "x.warc.gz") -> ImportReport:
    paths = [folder / f"{number}-{name}" for number in range(len(files))]
    for path, content in zip(paths, files, strict=True):
        path.write_bytes(content)
    return import_paths(paths, folder / "data", lambda: NOON, {"irev.fr"})


def told(report: ImportReport) -> list[str]:
    return [refused.reason.removeprefix("http://www.irev.fr/") for refused in report.refused]


def archive_in(folder: Path) -> Archive:
    return Archive(folder / "data" / "archive")


@pytest.mark.parametrize(
    ("date", "reason"),
    [
        ("1989-12-31T23:59:59Z", "1: captured on 1989-12-31? There was no web then"),
        ("0001-01-01T00:00:00Z", "1: captured on 1-01-01? There was no web then"),
        ("2025-11-24T00:00:00Z", "1: captured on 2025-11-24? That day is still to come"),
        ("9999-12-31T23:59:59Z", "1: captured on 9999-12-31? That day is still to come"),
        ("2016-02-30T00:00:00Z", "1: no date: '2016-02-30T00:00:00Z'"),
        ("", "1: no date: ''"),
        (None, "1: no date: ''"),
    ],
)
@pytest.mark.parametrize("kind", ["response", "revisit", "resource"])
def test_a_capture_of_a_day_that_cannot_be_is_named(kind: str, date: str | None, reason: str, tmp_path: Path) -> None:
    """A capture of 9999 would be the last word on its page until then."""
    block = b"HTTP/1.1 200 OK\r\n\r\n" + page(1)
    report = keep(tmp_path, record(kind, "http://www.irev.fr/1", block, WARC_Date=date) + response(2))
    assert told(report) == [reason]
    assert [kept.url for kept in report.kept] == ["https://irev.fr/2"]


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("2016", dt.datetime(2016, 1, 1)),
        ("2016-02", dt.datetime(2016, 2, 1)),
        ("2016-02-03", dt.datetime(2016, 2, 3)),
        ("2016-02-03T04:05:06.123456789Z", dt.datetime(2016, 2, 3, 4, 5, 6, 123456)),
        ("2016-02-03T04:05:06+02:00", dt.datetime(2016, 2, 3, 2, 5, 6)),
        ("2025-11-22T23:00:00Z", dt.datetime(2025, 11, 22, 23)),
    ],
)
def test_dates_of_every_precision_are_kept(date: str, moment: dt.datetime, tmp_path: Path) -> None:
    keep(tmp_path, response(1, WARC_Date=date))
    assert [capture.date for capture in archive_in(tmp_path).captures()] == [moment.replace(tzinfo=dt.UTC)]
    assert archive_in(tmp_path).verify() == ()


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (b"HTTP/2 200\r\n", 200),
        (b"HTTP/2.0 200 \r\n", 200),
        (b"HTTP/1.1  200  OK\r\n", 200),
        (b"ICY 200 OK\r\n", 200),
        (b"HTTP/1.1 200 OK\n", 200),
        (b"HTTP/1.1\r\n", 0),
        (b"HTTP/1.1 +200 OK\r\n", 0),
        (b"HTTP/1.1 20000 OK\r\n", 0),
    ],
)
def test_status_lines_as_they_are_written(line: bytes, status: int, tmp_path: Path) -> None:
    """Old servers ended their lines with a bare line feed; status 0 is none."""
    end = line[-2:].lstrip(b" K")
    keep(tmp_path, response(1, line + b"Content-Type: text/html" + end + end))
    (capture,) = archive_in(tmp_path).captures()
    assert (capture.status, capture.media_type, capture.sha256) == (status, "text/html", digest_of(page(1)))
    assert archive_in(tmp_path).verify() == ()


def test_a_packed_and_chunked_body_with_a_trailer_is_unpacked(tmp_path: Path) -> None:
    packed = gzip.compress(page(1))
    chunks = b"%x\r\n%b\r\n0\r\nX-Checksum: 1\r\n\r\n" % (len(packed), packed)
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"
    keep(tmp_path, record("response", "http://www.irev.fr/1", head + chunks))
    assert archive_in(tmp_path).read(digest_of(page(1))) == page(1)


@pytest.mark.parametrize(
    ("rest", "more"),
    [(b"\0\0", b""), (b"<!-- cached -->", b""), (b"\0" + gzip.compress(b"and more", mtime=0), b"and more")],
    ids=["zeros", "a comment", "a second member"],
)
def test_what_follows_a_packed_body_does_not_spoil_it(rest: bytes, more: bytes) -> None:
    assert decode_payload(gzip.compress(b"content ") + rest, "gzip") == b"content " + more


def test_a_first_record_of_wrong_length_costs_itself_alone(tmp_path: Path) -> None:
    report = keep(
        tmp_path, response(1, Content_Length="5") + response(2) + response(3, Content_Length="9999") + response(4)
    )
    assert [kept.url for kept in report.kept] == ["https://irev.fr/2", "https://irev.fr/4"]
    assert [reason[:7] for reason in told(report)] == ["1: an H", "damaged", "3: cut "]


def test_what_stands_in_a_member_before_its_damage_is_kept(tmp_path: Path) -> None:
    """Against the rule of one record a member; both records are whole, what follows them is not."""
    member = gzip.decompress(response(1)) + gzip.decompress(response(2)) + b"no record\r\n"
    report = keep(tmp_path, response(3) + gzip.compress(member, mtime=0) + response(4))
    assert [kept.url[-1] for kept in report.kept] == ["3", "1", "2", "4"]
    assert len(told(report)) == 1


def test_a_damaged_beginning_costs_the_first_record_alone(tmp_path: Path) -> None:
    first = bytearray(response(1))
    first[12] ^= 0xFF
    for number, beginning in enumerate([bytes(first), b"junk\0junk", bytes(first[20:])]):
        (tmp_path / str(number)).mkdir()
        report = keep(tmp_path / str(number), beginning + response(2))
        assert [kept.url for kept in report.kept] == ["https://irev.fr/2"]
        assert [reason.partition(":")[0] for reason in told(report)] == ["cut or damaged at byte 0"]


def revisit(number: int, year: int, **fields: str | None) -> bytes:
    return record(
        "revisit",
        f"http://www.irev.fr/{number}",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
        WARC_Date=f"{year}-03-04T05:06:07Z",
        WARC_Profile="http://netpreserve.org/warc/1.0/revisit/identical-payload-digest",
        **fields,
    )


def test_a_revisit_may_come_before_what_it_refers_to(tmp_path: Path) -> None:
    """Crawlers with several writers and extracts of web archives keep no order, neither in a file nor among files."""
    stated = "sha1:" + base64.b32encode(hashlib.sha1(page(1)).digest()).decode()
    by_digest = revisit(1, 2016, WARC_Payload_Digest=stated)
    named = {"WARC_Refers_To_Target_URI": "http://www.irev.fr/2", "WARC_Refers_To_Date": "2015-03-04T05:06:07Z"}
    files = [
        by_digest + revisit(2, 2017, **named),
        response(2) + response(1, WARC_Payload_Digest=stated),
        revisit(3, 2018),
    ]
    report = keep(tmp_path, *files)
    assert [(kept.url, kept.path[-11:]) for kept in report.kept] == [
        ("https://irev.fr/2", "1-x.warc.gz"),
        ("https://irev.fr/1", "1-x.warc.gz"),
        ("https://irev.fr/1", "0-x.warc.gz"),
        ("https://irev.fr/2", "0-x.warc.gz"),
    ]
    assert told(report) == ["3: a revisit of something that is not kept here"]
    seen = [(sighting.url[-1], sighting.seen_at.year, sighting.digest) for sighting in archive_in(tmp_path).sightings()]
    assert sorted(seen) == [
        ("1", 2015, digest_of(page(1))),
        ("1", 2016, digest_of(page(1))),
        ("2", 2015, digest_of(page(2))),
        ("2", 2017, digest_of(page(2))),
    ]
    again = keep(tmp_path, *files)
    assert (len(again.kept), len(again.already)) == (0, 4)


def test_a_resource_without_a_type_is_told_by_its_bytes(tmp_path: Path) -> None:
    keep(tmp_path, record("resource", "http://www.irev.fr/a", page(1), Content_Type=None))
    assert [capture.media_type for capture in archive_in(tmp_path).captures()] == ["text/html"]


def test_what_is_not_wanted_is_not_judged(tmp_path: Path) -> None:
    """A broken record of another host is no loss."""
    other = record("response", "http://other.example/1", b"HTTP/1.1 200 OK\r\n\r\nx", WARC_Block_Digest="sha1:AAAA")
    report = keep(tmp_path, other + record("", "http://www.irev.fr/1", b"x") + response(1))
    assert (report.other_hosts, report.passed_over) == ({"other.example": 1}, {"records without a type": 1})
    assert (len(report.kept), told(report)) == (1, [])


def test_a_file_without_captures_says_what_it_holds(tmp_path: Path) -> None:
    report = keep(tmp_path, record("warcinfo", "", b"software: x\r\n"))
    with pytest.raises(InputError, match="no captures of pages or documents, only 1 warcinfo records"):
        describe_import(report)


def test_an_arc_file_is_refused_with_what_to_do(tmp_path: Path) -> None:
    arc = b"filedesc://x.arc 0.0.0.0 20050101000000 text/plain 76\n1 0 InternetArchive\n"
    report = keep(tmp_path, gzip.compress(arc), arc, name="x.arc.gz")
    assert len(report.refused) == 2
    assert all("warcio recompress" in reason for reason in told(report))
