"""What is at hand is kept once, under the address it says it comes from; what is refused is named."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import os
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipelines.archive import Archive
from pipelines.import_report import ImportReport
from pipelines.imports import import_paths
from pipelines.origin import find_origin, find_source_line
from pipelines.payload import digest_of
from pipelines.sniff import find_media_type

NOON = dt.datetime(2025, 11, 22, 12, tzinfo=dt.UTC)
HTML = b"<html><head><title>Une page</title></head><body><p>Texte</p></body></html>"


def keep(data: Path, *paths: Path, hosts: set[str] | None = None) -> ImportReport:
    return import_paths(paths, data, clock=lambda: NOON, hosts=hosts)


def make_pdf(lines: list[str]) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for number, line in enumerate(lines):
        canvas.drawString(40, 780 - 16 * number, line)
    canvas.save()
    return buffer.getvalue()


# The label as Drupal's print module writes it, in the forms that browsers and converters make of it.
SOURCE_LINES = [
    ("URL de la source (modifié le 08/12/2017 - 11:55): https://www.irev.fr/node/7", "https://www.irev.fr/node/7"),
    (
        "**URL de la source (modifié le 08/12/2017 - 11:55):** <https://irev.fr/node/7/a-b>",
        "https://irev.fr/node/7/a-b",
    ),
    ("**URL de la source:** [https://irev.fr/a](https://irev.fr/a)", "https://irev.fr/a"),
    (r"URL de la source : <https://irev.fr/a\_b\_c>", "https://irev.fr/a_b_c"),
    ("URL source: https://irev.fr/a.", "https://irev.fr/a"),
    ("Source URL (modified on 2017-12-08): https://irev.fr/a", "https://irev.fr/a"),
    ("*URL de la source* : https://irev.fr/a", "https://irev.fr/a"),
    ("URL de la source: https://irev.fr/a\n…\nURL de la source: https://irev.fr/b", "https://irev.fr/b"),
    ("URL de la source: javascript:;", None),
    ("La source : https://irev.fr/a", None),
    ("Voir https://irev.fr/a", None),
]


@pytest.mark.parametrize(("text", "expected"), SOURCE_LINES)
def test_source_lines_are_read_in_all_their_forms(text: str, expected: str | None) -> None:
    assert find_source_line(f"Un titre\n\n{text}\n\nLiens\n[1] https://irev.fr/autre\n") == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            '<div class="print-source_url"><strong>URL de la source (modifié le 08/12/2017 - 11:55):</strong> '
            '<a href="https://irev.fr/a?b=1&amp;c=2">https://irev.fr/a?b=1&amp;c=2</a></div>',
            "https://irev.fr/a?b=1&c=2",
        ),
        ("<!-- saved from url=(0018)https://irev.fr/a -->", "https://irev.fr/a"),
        ('<link rel="canonical" href="https://irev.fr/a" />', "https://irev.fr/a"),
        ('<meta property="og:url" content="https://irev.fr/a">', "https://irev.fr/a"),
        ('<link href="https://irev.fr/node/7" rel="shortlink">', "https://irev.fr/node/7"),
        ('<link rel="canonical" href="/a">', None),
        ("<script>var s = 'URL de la source: https://irev.fr/a'</script>", None),
    ],
)
def test_saved_pages_say_where_they_come_from(markup: str, expected: str | None) -> None:
    assert find_origin(f"<html><body>{markup}</body></html>".encode(), "text/html") == expected


def test_the_source_line_of_a_printed_pdf_is_read_over_its_line_ends() -> None:
    lines = [
        "Un titre",
        "URL de la source (modifié le 08/12/2017 - 11:55): https://irev.fr/node/7/un-cycle-",
        "de-qualification",
    ]
    assert find_origin(make_pdf(lines), "application/pdf") == "https://irev.fr/node/7/un-cycle-de-qualification"


@pytest.mark.parametrize("content", [b"%PDF-1.7 cut", b"%PDF-1.7\n%%EOF", make_pdf(["sans source"])])
def test_a_pdf_without_a_source_has_none(content: bytes) -> None:
    assert find_origin(content, "application/pdf") is None


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"%PDF-1.4\n", "x.pdf", "application/pdf"),
        (b"\n\n<!DOCTYPE html><html>", "x.pdf", "text/html"),  # an error page under the name of a brochure
        (b"<?xml version='1.0'?><html>", "x.txt", "text/html"),
        (b"## **Titre**\n<https://irev.fr>", "x.txt", "text/plain"),
        (b"# Titre", "x.md", "text/markdown"),
        (b"<div>bloc</div>", "page", "text/html"),
        (b"texte", "page", "text/plain"),
        ("été".encode("latin-1"), "x.txt", "text/plain"),
        ("été".encode("utf-16"), "x.txt", "text/plain"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "x.doc", "application/msword"),
        (b"PK\x03\x04", "x.odt", "application/vnd.oasis.opendocument.text"),
        (b"PK\x03\x04", "x.zip", None),
        (b"\x89PNG\r\n\x1a\n\0\0", "x.png", None),
        (b"WARC/1.0\r\n", "x", "application/warc"),
        (gzip.compress(b"WARC/1.1\r\n", mtime=0), "x.gz", "application/warc"),
        (gzip.compress(b"texte", mtime=0), "x.gz", None),
    ],
)
def test_files_are_told_apart_by_their_bytes(content: bytes, name: str, expected: str | None) -> None:
    assert find_media_type(content, name) == expected


def test_files_and_folders_are_kept_with_their_addresses(tmp_path: Path) -> None:
    source, data = tmp_path / "in", tmp_path / "data"
    (source / "deep").mkdir(parents=True)
    (source / "a.md").write_text(
        r"# Cycle" "\n" r"**URL de la source (modifié le 1/1/2018 - 10:00):** <http://www.irev.fr/print/un\_cycle>"
    )
    (source / "deep" / "b.html").write_bytes(HTML)
    (source / ".hidden").write_bytes(b"x")
    report = keep(data, source)
    assert [(Path(kept.path).name, kept.url) for kept in report.kept] == [
        ("a.md", "https://irev.fr/un_cycle"),
        ("b.html", f"urn:{digest_of(HTML)}"),
    ]
    assert (report.already, report.refused) == ((), ())
    first, second = Archive(data / "archive").sightings()
    assert (first.kind, first.raw_url, first.seen_at) == ("resource", "http://www.irev.fr/print/un_cycle", NOON)
    assert (second.file_name, second.media_type, second.status) == ("b.html", "text/html", 200)
    assert Archive(data / "archive").read(report.kept[1].digest) == HTML


def test_the_same_bytes_again_add_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    (tmp_path / "copy.html").write_bytes(HTML)
    data = tmp_path / "data"
    report = keep(data, tmp_path / "a.html", tmp_path / "copy.html")
    assert (len(report.kept), len(report.already)) == (1, 1)
    before = {path: path.read_bytes() for path in (data / "archive").rglob("*") if path.name != ".lock"}
    again = keep(data, tmp_path / "a.html")
    assert (len(again.kept), len(again.already)) == (0, 1)
    assert {path: path.read_bytes() for path in (data / "archive").rglob("*") if path.name != ".lock"} == before


def test_what_is_refused_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (tmp_path / "good.html").write_bytes(HTML)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    names = ["missing.html", "empty.html", "picture.png", "loop", "good.html"]
    report = keep(tmp_path / "data", *(tmp_path / name for name in names))
    assert {Path(refused.path).name: refused.reason for refused in report.refused} == {
        "missing.html": "there is no such file",
        "empty.html": "the file is empty",
        "picture.png": "neither a page, nor a document, nor a WARC file",
        "loop": "Too many levels of symbolic links",
    }
    assert [Path(kept.path).name for kept in report.kept] == ["good.html"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_rights_is_one_entry(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0)
    (tmp_path / "good.html").write_bytes(HTML)
    report = keep(tmp_path / "data", locked, tmp_path / "good.html")
    locked.chmod(0o700)
    assert [(refused.path, refused.reason) for refused in report.refused] == [(str(locked), "no right to read it")]
    assert len(report.kept) == 1


def test_a_folder_that_forbids_reading_is_one_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for root, whom no mode stops: the operating system's refusal is played by hand."""
    locked = tmp_path / "locked"
    locked.mkdir()
    scan = os.scandir

    def refuse(path: object) -> object:
        if str(path) == str(locked):
            raise PermissionError(13, "Permission denied", str(locked))
        return scan(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", refuse)
    report = keep(tmp_path / "data", locked)
    assert [(refused.path, refused.reason) for refused in report.refused] == [(str(locked), "no right to read it")]


# WARC files of others, written by warcio


def foreign_warc(packed: bool = True, version: str = "1.0") -> tuple[WARCWriter, io.BytesIO]:
    buffer = io.BytesIO()
    return WARCWriter(buffer, gzip=packed, warc_version=version), buffer


def put_response(writer: WARCWriter, url: str, body: bytes, date: str, *headers: tuple[str, str]) -> None:
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), *headers], protocol="HTTP/1.1")
    dates = {"WARC-Date": date}
    writer.write_record(
        writer.create_warc_record(
            url, "response", io.BytesIO(body), len(body), http_headers=http, warc_headers_dict=dates
        )
    )


@pytest.mark.parametrize("packed", [True, False])
def test_captures_of_others_keep_their_dates(tmp_path: Path, packed: bool) -> None:
    writer, buffer = foreign_warc(packed)
    writer.write_record(writer.create_warcinfo_record("x.warc", {"software": "autre"}))
    put_response(writer, "http://www.irev.fr/a", HTML, "2017-12-09T08:00:00Z")
    put_response(writer, "https://example.org/b", b"<p>ailleurs</p>", "2017-12-09T08:00:01Z")
    put_response(
        writer,
        "https://irev.fr/c",
        b"5\r\n<p>c<\r\n3\r\n/p>\r\n0\r\n\r\n",
        "2017-12-09T08:00:02Z",
        ("Transfer-Encoding", "chunked"),
    )
    path = tmp_path / "x.warc"
    path.write_bytes(buffer.getvalue())
    report = keep(tmp_path / "data", path, hosts={"irev.fr"})
    assert [kept.url for kept in report.kept] == ["https://irev.fr/a", "https://irev.fr/c"]
    assert report.other_hosts == {"example.org": 1}
    assert report.refused == ()
    archive = Archive(tmp_path / "data" / "archive")
    first, second = archive.sightings()
    assert first.seen_at == dt.datetime(2017, 12, 9, 8, tzinfo=dt.UTC)
    assert archive.read(second.digest or "") == b"<p>c</p>"
    again = keep(tmp_path / "data", path, hosts={"irev.fr"})
    assert (len(again.kept), len(again.already)) == (0, 2)


def test_revisits_of_others_find_their_original_or_are_named(tmp_path: Path) -> None:
    writer, buffer = foreign_warc()
    put_response(writer, "http://irev.fr/a", HTML, "2017-12-09T08:00:00Z")
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    for name, date in [("a", "2017-12-09T08:00:00Z"), ("z", "2016-01-01T00:00:00Z")]:
        writer.write_record(
            writer.create_revisit_record(
                f"http://irev.fr/{name}", f"sha1:{name}", f"http://irev.fr/{name}", date, http_headers=http,
                warc_headers_dict={"WARC-Date": "2018-01-01T00:00:00Z"},
            )
        )  # fmt: skip
    path = tmp_path / "x.warc.gz"
    path.write_bytes(buffer.getvalue())
    report = keep(tmp_path / "data", path)
    assert [(kept.url, kept.digest) for kept in report.kept] == [("https://irev.fr/a", digest_of(HTML))] * 2
    assert [refused.reason for refused in report.refused] == [
        "http://irev.fr/z: a revisit of something that is not kept here"
    ]
    assert [sighting.kind for sighting in Archive(tmp_path / "data" / "archive").sightings()] == ["response", "revisit"]


@pytest.mark.parametrize("packed", [True, False])
def test_a_cut_warc_gives_what_is_whole_and_one_entry(tmp_path: Path, packed: bool) -> None:
    writer, buffer = foreign_warc(packed)
    put_response(writer, "http://irev.fr/a", HTML, "2017-12-09T08:00:00Z")
    put_response(writer, "http://irev.fr/b", b"<p>" + os.urandom(2000).hex().encode(), "2017-12-09T08:00:00Z")
    path = tmp_path / "x.warc.gz"
    path.write_bytes(buffer.getvalue()[:-700])
    (tmp_path / "good.html").write_bytes(b"<html>autre</html>")
    report = keep(tmp_path / "data", path, tmp_path / "good.html")
    assert [kept.url for kept in report.kept] == ["https://irev.fr/a", f"urn:{digest_of(b'<html>autre</html>')}"]
    assert len(report.refused) == 1
    assert "cut" in report.refused[0].reason


def test_a_spoiled_warc_is_one_entry_and_touches_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.html").write_bytes(HTML)
    keep(tmp_path / "data", tmp_path / "good.html")
    before = [path.read_bytes() for path in sorted((tmp_path / "data" / "archive").glob("irev-*"))]
    writer, buffer = foreign_warc(packed=False)
    put_response(writer, "http://irev.fr/a", b"<p>spoiled</p>", "2017-12-09T08:00:00Z")
    spoiled = tmp_path / "spoiled.warc"
    spoiled.write_bytes(buffer.getvalue().replace(b"<p>spoiled</p>", b"<p>SPOILED</p>"))
    garbage = tmp_path / "garbage.warc"
    garbage.write_bytes(b"WARC/1.0\r\nnothing more")
    report = keep(tmp_path / "data", spoiled, garbage)
    assert report.kept == ()
    assert [Path(refused.path).name for refused in report.refused] == ["spoiled.warc"]
    assert "another digest" in report.refused[0].reason
    assert [path.read_bytes() for path in sorted((tmp_path / "data" / "archive").glob("irev-*"))] == before
    assert capsys.readouterr().err == ""


def test_our_own_warc_files_can_be_imported_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "été.html").write_bytes(HTML)
    (tmp_path / "b.md").write_text("URL de la source: https://irev.fr/b")
    keep(tmp_path / "one", tmp_path / "été.html", tmp_path / "b.md")
    report = keep(tmp_path / "two", *(tmp_path / "one" / "archive").glob("*.warc.gz"), hosts={"irev.fr"})
    assert len(report.kept) == 2
    assert list(Archive(tmp_path / "two" / "archive").sightings()) == list(
        Archive(tmp_path / "one" / "archive").sightings()
    )


def test_a_folder_that_holds_the_data_folder_is_taken_without_it(tmp_path: Path) -> None:
    """The logs of a run are texts like any other: nobody wants them among the pages."""
    data = tmp_path / "data"
    (data / "logs").mkdir(parents=True)
    (data / "logs" / "crawl.log").write_text("INFO: Spider opened")
    (tmp_path / "a.html").write_bytes(HTML)
    (tmp_path / "linked").symlink_to(data)
    report = keep(data, tmp_path)
    assert [Path(kept.path).name for kept in report.kept] == ["a.html"]
    assert report.refused == ()
    for folder in (data, tmp_path / "linked"):
        assert [refused.reason for refused in keep(data, folder).refused] == [
            "the data folder itself: what it keeps is kept already"
        ]
    (data / "incoming").mkdir()
    (data / "incoming" / "b.html").write_bytes(HTML + b"b")
    assert [Path(kept.path).name for kept in keep(data, data / "incoming").kept] == ["b.html"]
