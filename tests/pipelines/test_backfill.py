"""History from before the first crawl: WARC and WACZ files written by other tools, with their own capture times."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipelines.archive import Archive
from pipelines.clock import utc_now
from pipelines.import_report import ImportReport
from pipelines.imports import import_paths

HTML = b"<html><head><title>Une page</title></head><body><p>Texte</p></body></html>"


def keep(data: Path, *paths: Path, hosts: tuple[str, ...] | None = ("irev.fr",)) -> ImportReport:
    return import_paths(paths, data, clock=utc_now, hosts=hosts)


def write_browsertrix(day: str = "2019-05-17", packed: bool = True) -> bytes:
    """A WARC as browsertrix writes it: request records, page infos, packed payloads, DNS, thumbnails."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=packed, warc_version="1.1")

    def add(kind: str, url: str, payload: bytes, headers: list[tuple[str, str]] | None = None, **fields: str) -> None:
        http = None
        if kind == "request":
            http = StatusAndHeaders("GET / HTTP/1.1", headers or [], is_http_request=True)
        elif headers is not None:
            http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
        stamps = {
            "WARC-Date": f"{day}T08:30:00.123Z",
            **{name.replace("_", "-"): value for name, value in fields.items()},
        }
        record = writer.create_warc_record(
            url, kind, payload=io.BytesIO(payload), http_headers=http, warc_headers_dict=stamps
        )
        writer.write_record(record)

    writer.write_record(writer.create_warcinfo_record("x.warc.gz", {"software": "Browsertrix-Crawler 1.0"}))
    html = [("Content-Type", "text/html"), ("Content-Encoding", "gzip")]
    add("response", "https://www.irev.fr/actualites-0/une", gzip.compress(HTML), html)
    add("request", "https://www.irev.fr/actualites-0/une", b"", [("User-Agent", "Chrome")])
    add("resource", "urn:pageinfo:https://www.irev.fr/actualites-0/une", b"{}")
    add("resource", "urn:thumbnail:https://www.irev.fr/actualites-0/une", b"\x89PNG")
    add("metadata", "https://www.irev.fr/actualites-0/une", b"fetchTimeMs: 12")
    add("response", "https://fonts.example.org/a.woff2", b"wOF2", [("Content-Type", "font/woff2")])
    add("response", "https://stats.example.org/pixel", b"GIF89a", [("Content-Type", "image/gif")])
    add("response", "https://stats.example.org/pixel?2", b"GIF89a", [("Content-Type", "image/gif")])
    add("resource", "dns:irev.fr", b"irev.fr. 300 IN A 192.0.2.1")
    chunks = f"{len(HTML):x}\r\n".encode() + HTML + b"\r\n0\r\n\r\n"
    add("response", "https://irev.fr/node/5", chunks, [("Content-Type", "text/html"), ("Transfer-Encoding", "chunked")])
    cut = {"WARC-Truncated": "length"}
    add("response", "https://irev.fr/tronquee", HTML[:30], [("Content-Type", "text/html")], **cut)
    return buffer.getvalue()


def write_wacz(path: Path, *warcs: bytes, store: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", store) as packed:
        for number, warc in enumerate(warcs):
            packed.writestr(f"archive/data-{number}.warc.gz", warc)
        packed.writestr("indexes/index.cdx", "fr,irev)/ 2019 {}")
        packed.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}')
        packed.writestr("datapackage.json", json.dumps({"profile": "data-package", "wacz_version": "1.1.1"}))
        packed.writestr("../../evil.html", "<html>")
    return path


def check_browsertrix(report: ImportReport, data: Path) -> None:
    assert sorted(kept.url for kept in report.kept) == ["https://irev.fr/actualites-0/une", "https://irev.fr/node/5"]
    assert report.other_hosts == {"fonts.example.org": 1, "stats.example.org": 2}
    assert report.passed_over == {
        "metadata records": 1,
        "records of no web address": 3,
        "request records": 1,
        "warcinfo records": 1,
    }
    assert [refused.reason for refused in report.refused] == [
        "https://irev.fr/tronquee: truncated by the crawler that wrote it (length)"
    ]
    archive = Archive(data / "archive")
    assert [archive.read(kept.digest) for kept in report.kept] == [HTML, HTML]
    moments = {sighting.seen_at for sighting in archive.sightings()}
    assert moments == {dt.datetime(2019, 5, 17, 8, 30, 0, 123000, tzinfo=dt.UTC)}
    assert archive.verify() == ()


@pytest.mark.parametrize("packed", [True, False])
def test_a_warc_of_browsertrix_gives_its_pages_and_nothing_else(packed: bool, tmp_path: Path) -> None:
    source = tmp_path / "x.warc.gz"
    source.write_bytes(write_browsertrix(packed=packed))
    check_browsertrix(keep(tmp_path / "data", source), tmp_path / "data")


@pytest.mark.parametrize("store", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_wacz_is_read_through_and_its_names_are_never_paths(store: int, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    source = write_wacz(tmp_path / "in" / "x.wacz", write_browsertrix(), store=store)
    check_browsertrix(keep(tmp_path / "data", source), tmp_path / "data")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "in"]
    assert [path.name for path in (tmp_path / "in").iterdir()] == ["x.wacz"]


def test_several_captures_of_one_page_join_its_history_in_their_order(tmp_path: Path) -> None:
    source = write_wacz(tmp_path / "x.wacz", write_browsertrix("2021-01-02"), write_browsertrix("2016-03-04"))
    keep(tmp_path / "data", source)
    archive = Archive(tmp_path / "data" / "archive")
    seen = [(sighting.url, sighting.seen_at.year) for sighting in archive.sightings() if sighting.url.endswith("/5")]
    assert seen == [("https://irev.fr/node/5", 2016), ("https://irev.fr/node/5", 2021)]


def test_importing_a_wacz_twice_adds_nothing(tmp_path: Path) -> None:
    source = write_wacz(tmp_path / "x.wacz", write_browsertrix())
    keep(tmp_path / "data", source)
    again = keep(tmp_path / "data", source)
    assert (len(again.kept), len(again.already)) == (0, 2)


def test_a_wacz_cut_short_is_named(tmp_path: Path) -> None:
    source = write_wacz(tmp_path / "x.wacz", write_browsertrix())
    source.write_bytes(source.read_bytes()[:-200])
    (refused,) = keep(tmp_path / "data", source).refused
    assert refused.reason == "neither a page, nor a document, nor a WARC file"


def test_a_wacz_with_a_damaged_warc_gives_what_comes_before_the_damage(tmp_path: Path) -> None:
    whole = write_browsertrix()
    source = write_wacz(tmp_path / "x.wacz", whole[: len(whole) // 2])
    report = keep(tmp_path / "data", source)
    assert [kept.url for kept in report.kept] == ["https://irev.fr/actualites-0/une"]
    assert "cut or damaged" in report.refused[0].reason
    flipped = bytearray(source.read_bytes())
    flipped[400] ^= 0xFF
    source.write_bytes(bytes(flipped))
    report = keep(tmp_path / "other", source)
    assert "damaged" in report.refused[0].reason


def test_a_locked_wacz_is_named(tmp_path: Path) -> None:
    source = write_wacz(tmp_path / "x.wacz", write_browsertrix())
    data = source.read_bytes().replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01", 1)
    source.write_bytes(data)
    (refused,) = keep(tmp_path / "data", source).refused
    assert "cannot be opened" in refused.reason


def test_a_revisit_without_its_original_is_named(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.0")
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    revisit = writer.create_revisit_record(
        "http://www.irev.fr/a", "sha1:AAAA", "http://www.irev.fr/a", "2018-01-01T00:00:00Z", http_headers=http
    )
    writer.write_record(revisit)
    source = tmp_path / "cc.warc.gz"
    source.write_bytes(buffer.getvalue())
    reasons = [refused.reason for refused in keep(tmp_path / "data", source).refused]
    assert reasons == ["http://www.irev.fr/a: a revisit of something that is not kept here"]


@pytest.mark.skipif(shutil.which("wget") is None, reason="wget is not installed")
def test_a_warc_of_wget_is_kept_with_its_dates(httpserver: HTTPServer, tmp_path: Path) -> None:
    httpserver.expect_request("/actualites-0").respond_with_data(
        b'<html><a href="/b.pdf">b</a></html>', content_type="text/html"
    )
    httpserver.expect_request("/b.pdf").respond_with_data(b"%PDF-1.4 b", content_type="application/pdf")
    command = [
        "wget",
        "-q",
        "-r",
        "-l1",
        "--warc-file=w",
        "--warc-cdx",
        "-e",
        "robots=off",
        httpserver.url_for("/actualites-0"),
    ]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=60)
    report = keep(tmp_path / "data", tmp_path / "w.warc.gz", hosts=None)
    assert sorted(kept.url.rpartition("/")[2] for kept in report.kept) == ["actualites-0", "b.pdf"]
    assert report.refused == ()
    assert report.passed_over["request records"] == 2
    assert report.passed_over["records of no web address"] >= 1  # wget's own log and arguments
    archive = Archive(tmp_path / "data" / "archive")
    assert {archive.read(kept.digest)[:5] for kept in report.kept} == {b"<html", b"%PDF-"}
    assert all(abs((dt.datetime.now(dt.UTC) - seen.seen_at).total_seconds()) < 3600 for seen in archive.sightings())


def test_very_many_captures_are_counted_and_not_all_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.import_report.MOST_NAMED", 1)
    source = tmp_path / "x.warc.gz"
    source.write_bytes(write_browsertrix())
    report = keep(tmp_path / "data", source)
    assert (len(report.kept), report.more_kept) == (1, 1)
