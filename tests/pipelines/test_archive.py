"""The archive: bytes as received, kept once, found again, and read by a tool that is not ours."""

from __future__ import annotations

import datetime as dt
import gzip
import subprocess
import sys
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from pipelines.archive import Archive, ArchiveError
from pipelines.payload import digest_of
from pipelines.records import Exchange, Imported
from pipelines.warc import REVISIT_IDENTICAL, REVISIT_NOT_MODIFIED

NOON = dt.datetime(2025, 11, 22, 12, 0, 0, 123456, tzinfo=dt.UTC)
PAGE = "<html><body>Une journée à Lens</body></html>".encode()
HTML = (b"Content-Type", b"text/html; charset=utf-8")


def later(hours: int) -> dt.datetime:
    return NOON + dt.timedelta(hours=hours)


def page(
    url: str = "http://irev.test/a", body: bytes = PAGE, hours: int = 0, status: int = 200, **headers: str
) -> Exchange:
    pairs = [HTML, *((name.replace("_", "-").encode(), value.encode()) for name, value in headers.items())]
    return Exchange(url, status, pairs, body, later(hours), [(b"User-Agent", b"test/1")])


def records_of(folder: Path) -> list[tuple[str, str, dict[str, str], bytes]]:
    """Read by warcio: (type, address, fields, bytes after the HTTP headers)."""
    found = []
    for path in sorted(folder.glob("*.warc.gz")):
        with path.open("rb") as handle:
            for record in ArchiveIterator(handle):
                fields = {name.lower(): value for name, value in record.rec_headers.headers}
                found.append((record.rec_type, fields.get("warc-target-uri", ""), fields, record.raw_stream.read()))
    return found


def kinds(folder: Path) -> list[str]:
    return [kind for kind, _, _, _ in records_of(folder)]


def test_a_response_is_kept_byte_for_byte(tmp_path: Path) -> None:
    odd = (b"X-Titre", "\xe9t\xe9".encode("latin-1"))
    with Archive(tmp_path) as archive:
        archive.append_response(Exchange("http://irev.test/a", 200, [HTML, odd], PAGE, NOON, [(b"Accept", b"*/*")]))
    (name,) = tmp_path.glob("*.warc.gz")
    raw = gzip.decompress(name.read_bytes())
    assert b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nX-Titre: \xe9t\xe9\r\n\r\n" + PAGE in raw
    assert b"GET /a HTTP/1.1\r\nHost: irev.test\r\nAccept: */*\r\n\r\n" in raw
    assert kinds(tmp_path) == ["warcinfo", "request", "response"]


def test_requests_point_to_their_response(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.append_response(page())
    (_, _, request, _), (_, _, response, _) = records_of(tmp_path)[1:]
    assert request["warc-concurrent-to"] == response["warc-record-id"]
    assert request["warc-date"] == response["warc-date"] == "2025-11-22T12:00:00.123456Z"


def test_the_proxy_and_its_password_leave_no_trace(tmp_path: Path) -> None:
    sent = [(b"Proxy-Authorization", b"Basic c2VjcmV0"), (b"Host", b"proxy.test")]
    with Archive(tmp_path) as archive:
        archive.append_response(Exchange("http://irev.test/a", 200, [HTML], PAGE, NOON, sent))
    raw = gzip.decompress(next(tmp_path.glob("*.warc.gz")).read_bytes())
    assert b"c2VjcmV0" not in raw
    assert raw.count(b"Host: ") == 1


def test_content_is_named_and_read_without_its_encoding(tmp_path: Path) -> None:
    packed = gzip.compress(PAGE)
    with Archive(tmp_path) as archive:
        captured = archive.append_response(page(body=packed, content_encoding="gzip"))
    assert captured.sha256 == digest_of(PAGE)
    assert captured.digest == digest_of(packed)
    assert Archive(tmp_path).read(digest_of(PAGE)) == PAGE
    assert records_of(tmp_path)[-1][3] == packed


def test_a_body_that_belies_its_encoding_is_kept_as_received(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        captured = archive.append_response(page(body=b"not gzip at all", content_encoding="gzip"))
        assert archive.read(captured.sha256) == b"not gzip at all"


@pytest.mark.parametrize("url", ["http://irev.test/a", "http://irev.test/b"])
def test_the_same_payload_again_is_a_revisit(tmp_path: Path, url: str) -> None:
    with Archive(tmp_path) as archive:
        first = archive.append_response(page())
        second = archive.append_response(page(url, hours=1))
    assert (first.kind, second.kind) == ("response", "revisit")
    assert second.sha256 == first.sha256
    kind, address, fields, body = records_of(tmp_path)[-1]
    assert (kind, address, body) == ("revisit", url, b"")
    assert fields["warc-profile"] == REVISIT_IDENTICAL
    assert fields["warc-refers-to-target-uri"] == "http://irev.test/a"
    assert fields["warc-refers-to-date"] == "2025-11-22T12:00:00.123456Z"
    assert fields["warc-payload-digest"] == first.digest


def test_the_same_content_packed_another_way_refers_to_the_first(tmp_path: Path) -> None:
    """Servers that pack with a time stamp send other bytes each time: the content is what counts."""
    with Archive(tmp_path) as archive:
        archive.append_response(page(body=gzip.compress(PAGE, mtime=1), content_encoding="gzip"))
        again = archive.append_response(page(body=gzip.compress(PAGE, mtime=2), content_encoding="gzip", hours=1))
    assert again.kind == "revisit"


def test_another_content_encoding_is_kept_in_full(tmp_path: Path) -> None:
    """A replay decodes with the headers of the revisit: it must not be handed a body of another encoding."""
    with Archive(tmp_path) as archive:
        archive.append_response(page())
        packed = archive.append_response(page(body=gzip.compress(PAGE), content_encoding="gzip", hours=1))
    assert packed.kind == "response"
    assert packed.sha256 == digest_of(PAGE)


def test_redirects_say_nothing_and_repeat_only_at_their_own_address(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.append_response(page(body=b"", status=301, location="http://irev.test/b"))
        same = archive.append_response(page(body=b"", status=301, hours=1, location="http://irev.test/b"))
        other = archive.append_response(page("http://irev.test/c", b"", 2, 301, location="http://irev.test/d"))
    assert (same.kind, other.kind) == ("revisit", "response")


def test_not_modified_refers_to_the_version_that_was_asked_about(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        first = archive.append_response(page(etag='"v1"'))
        revisit = archive.append_response(page(body=b"", status=304, hours=1, etag='"v1"'))
    assert (revisit.kind, revisit.status, revisit.sha256) == ("revisit", 304, first.sha256)
    assert records_of(tmp_path)[-1][2]["warc-profile"] == REVISIT_NOT_MODIFIED


def test_not_modified_without_a_version_is_kept_as_it_came(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        assert archive.append_response(page(body=b"", status=304)).kind == "response"


def test_validators_are_those_of_the_version_we_keep(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        assert archive.validators("https://irev.test/a") is None
        archive.append_response(page(etag='"v1"', last_modified="Wed, 29 Sep 2021 08:00:00 GMT"))
        archive.append_response(page(body=b"", status=304, hours=1, etag='"v1b"'))
        known = archive.validators("https://irev.test/a")
        assert known is not None
        assert (known.etag, known.last_modified) == ('"v1b"', "Wed, 29 Sep 2021 08:00:00 GMT")
        archive.append_response(page(body=b"gone", status=404, hours=2, etag='"e"'))
        assert archive.validators("https://irev.test/a") is None


def test_imported_bytes_are_kept_once(tmp_path: Path) -> None:
    file = Imported(b"%PDF-1.7 x", "application/pdf", NOON, "été 100%.pdf")
    with Archive(tmp_path) as archive:
        first = archive.append_resource(file)
        assert archive.append_resource(file) is None
        crawled = archive.append_response(page("http://irev.test/x.pdf", b"%PDF-1.7 x", 1))
    assert first is not None
    assert first.url == "urn:" + digest_of(b"%PDF-1.7 x")
    assert crawled.kind == "revisit"
    assert [capture.file_name for capture in Archive(tmp_path).captures()] == ["été 100%.pdf", ""]


def test_crawled_bytes_are_not_imported_again(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.append_response(page(body=gzip.compress(PAGE), content_encoding="gzip"))
        assert archive.append_resource(Imported(PAGE, "text/html", NOON, "page.html")) is None


def test_sightings_come_in_the_order_of_seeing(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.append_response(page("http://www.irev.test/print/a", hours=2))
        archive.append_response(page("http://irev.test/robots.txt", b"User-agent: *", 2))
        archive.append_response(page("http://irev.test/b", b"other", 0))
    found = list(Archive(tmp_path).sightings())
    assert [(sighting.url, sighting.raw_url, sighting.seen_at) for sighting in found] == [
        ("https://irev.test/b", "http://irev.test/b", later(0)),
        ("https://irev.test/a", "http://www.irev.test/print/a", later(2)),
    ]
    assert (found[1].digest, found[1].size, found[1].media_type) == (digest_of(PAGE), len(PAGE), "text/html")


def test_addresses_gone_twice_running_are_not_asked_again(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        for hours, status in enumerate([200, 404]):
            archive.append_response(page("http://irev.test/once", b"%d" % status, hours, status))
        for hours, status in enumerate([200, 404, 410]):
            archive.append_response(page("http://irev.test/twice", b"x%d" % status, hours, status))
        archive.append_resource(Imported(b"a file", "text/plain", NOON, "a.txt", "https://irev.test/print/7"))
        assert archive.living_addresses() == ["https://irev.test/once"]


def test_what_is_not_kept_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="is not in"):
        Archive(tmp_path).read("sha256:" + "0" * 64)


def test_a_file_is_rolled_over_by_size(tmp_path: Path) -> None:
    with Archive(tmp_path, roll_at=1500) as archive:
        for number in range(6):
            archive.append_response(page(f"http://irev.test/{number}", bytes([65 + number]) * 40))
    names = sorted(path.name for path in tmp_path.glob("*.warc.gz"))
    assert len(names) >= 3
    assert names[0] == "irev-000001-20251122T120000Z.warc.gz"
    assert [kind for kind in kinds(tmp_path) if kind == "warcinfo"] == ["warcinfo"] * len(names)
    assert Archive(tmp_path).read(digest_of(b"F" * 40)) == b"F" * 40


def test_a_session_without_news_writes_no_file(tmp_path: Path) -> None:
    with Archive(tmp_path):
        pass
    assert list(tmp_path.glob("*.warc.gz")) == []
    assert not (tmp_path / "index.cdxj").exists()


def test_files_of_earlier_sessions_are_not_touched(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.append_response(page())
    (first,) = tmp_path.glob("*.warc.gz")
    before = first.read_bytes()
    with Archive(tmp_path) as archive:
        archive.append_response(page("http://irev.test/b", b"new", 1))
    assert first.read_bytes() == before
    assert len(list(tmp_path.glob("*.warc.gz"))) == 2


def test_header_lines_cannot_be_smuggled_in(tmp_path: Path) -> None:
    evil = Exchange(
        "http://irev.test/a\r\nWARC-Type: x", 200, [(b"X-A", b"1\r\nX-B: 2")], b"x", NOON, raw_url="a\nb: c"
    )
    with Archive(tmp_path) as archive:
        archive.append_response(evil)
    kind, address, fields, _ = records_of(tmp_path)[1]
    assert (kind, address) == ("response", "http://irev.test/a%0D%0AWARC-Type:%20x")
    assert fields["x-raw-address"] == "a%0Ab: c"


def test_warcio_finds_nothing_wrong(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.append_response(page(etag='"v1"'))
        archive.append_response(page(body=b"", status=304, hours=1, etag='"v1"'))
        archive.append_response(page("http://irev.test/b", hours=1))
        archive.append_response(page("http://irev.test/c", gzip.compress(PAGE), 1, content_encoding="gzip"))
        archive.append_resource(Imported(b"%PDF-1.7 x", "application/pdf", NOON, "x.pdf"))
    (name,) = tmp_path.glob("*.warc.gz")
    checked = subprocess.run(
        [sys.executable, "-c", "from warcio.cli import main; main()", "check", "-v", str(name)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stderr) == (0, "")
    # warcinfo, four requests, two responses and the resource carry a digest of ours that warcio verified
    assert checked.stdout.count("digest pass") == 8
    assert checked.stdout.count("not checked (revisit)") == 2
    assert Archive(tmp_path).verify() == ()
