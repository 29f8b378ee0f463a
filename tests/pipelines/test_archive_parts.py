"""The parts of the archive: keys, index lines, members, payloads, records."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.warcwriter import WARCWriter

from pipelines.index import Capture, IndexLineError, format_line, media_type_of, parse_line
from pipelines.members import Damage, Member, walk_members
from pipelines.payload import PayloadError, decode_payload, digest_of, payload_of
from pipelines.surt import surt_key
from pipelines.warc import (
    RecordError,
    build_member,
    fold_headers,
    format_date,
    header_of,
    parse_date,
    parse_record,
)

# Expected keys were computed with the Internet Archive's `surt` 0.3.1, which pywb and cdxj-indexer use.
KEYS = [
    ("http://www.irev.fr/actualites-0?page=1", "fr,irev)/actualites-0?page=1"),
    ("https://irev.fr/", "fr,irev)/"),
    ("https://irev.fr/a%20b?B=2&a=1", "fr,irev)/a%20b?a=1&b=2"),
    ("https://irev.fr/egalit%C3%A9", "fr,irev)/egalit%c3%a9"),
    ("http://irev.fr:8080/A", "fr,irev:8080)/a"),
    ("https://irev.fr/l'ete_(v2).pdf", "fr,irev)/l'ete_(v2).pdf"),
    ("https://irev.fr/f?f%5B0%5D=t", "fr,irev)/f?f[0]=t"),
    ("https://irev.fr/100%25", "fr,irev)/100%25"),
    ("https://irev.fr/latin-%E9", "fr,irev)/latin-%e9"),
    ("http://127.0.0.1:8080/x", "1,0,0,127:8080)/x"),
    ("https://irev.fr/a/?page=2", "fr,irev)/a?page=2"),
    ("urn:sha256:abcd", "urn:sha256:abcd"),
]


@pytest.mark.parametrize(("url", "key"), KEYS)
def test_keys_are_those_that_other_tools_look_up(url: str, key: str) -> None:
    assert surt_key(url) == key


@given(
    st.sampled_from(["http://", "https://www.", "https://irev.fr"]),
    st.lists(st.sampled_from(["www.", "www12.", "irev", ".fr", ".", "/", "//", "/A", "~b", "-", "_", "=", "/..", "."])),
)
def test_plain_addresses_have_the_key_that_the_long_way_gives(start: str, pieces: list[str]) -> None:
    """A fragment, which is no part of a key, sends the same address the long way."""
    address = start + "".join(pieces)
    assert surt_key(address) == surt_key(f"{address}#x")


def test_all_headers_at_once_are_what_they_are_one_by_one() -> None:
    headers = [
        (b"Vary", b"Cookie"),
        (b"Server", b"Apache"),
        (b"ETag", b'"\xe9"'),
        (b"vary", b"Accept"),
        (b"X-Empty", b""),
    ]
    folded = fold_headers(headers, {b"vary", b"etag", b"x-empty", b"via"})
    assert folded == {b"vary": "Cookie, Accept", b"etag": '"é"', b"x-empty": ""}
    assert folded == {name: header_of(headers, name) for name in folded}


CAPTURES = st.builds(
    Capture,
    url=st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126), min_size=1).map(
        "http://irev.test/".__add__
    ),
    date=st.datetimes(min_value=dt.datetime(2000, 1, 1), timezones=st.just(dt.UTC)),
    kind=st.sampled_from(["response", "revisit"]),
    status=st.integers(100, 599),
    digest=st.just("sha256:00"),
    filename=st.just("irev-000001-20251122T120000Z.warc.gz"),
    offset=st.integers(0, 2**40),
    length=st.integers(1, 2**30),
    sha256=st.just("sha256:01"),
    media_type=st.sampled_from(["text/html", "application/pdf", ""]),
    etag=st.text(max_size=20),
    size=st.integers(1, 10**9),
    raw_url=st.text(max_size=20),
    file_name=st.text(max_size=20),
)


@given(CAPTURES)
def test_a_line_reads_back_to_its_capture(capture: Capture) -> None:
    line = format_line(capture)
    assert line.count("\n") == 1
    assert line.isascii()
    assert parse_line(line) == capture


def test_a_line_opens_with_what_every_reader_knows() -> None:
    date = dt.datetime(2025, 11, 22, 1, 2, 3, tzinfo=dt.UTC)
    capture = Capture(
        "http://irev.test/a", date, "revisit", 304, "sha256:00", "x.warc.gz", 7, 9, media_type="text/html"
    )
    assert format_line(capture).startswith(
        'test,irev)/a 20251122010203 {"url": "http://irev.test/a", "mime": "warc/revisit", "status": "304", '
        '"digest": "sha256:00", "length": "9", "offset": "7", "filename": "x.warc.gz", '
    )


@pytest.mark.parametrize("line", ["", "a b", "a b c", "a b []", 'a b {"kind": "response"}', "a b {"])
def test_what_is_no_line_is_named(line: str) -> None:
    with pytest.raises(IndexLineError):
        parse_line(line)


@pytest.mark.parametrize(
    ("content_type", "expected"),
    [("text/HTML; charset=utf-8", "text/html"), ("application/pdf", "application/pdf"), ("", ""), ("a/b, c/d", "a/b")],
)
def test_media_types_are_read_without_parameters(content_type: str, expected: str) -> None:
    assert media_type_of(content_type) == expected


RAW_DEFLATE = zlib.compressobj(wbits=-15)
PACKED = RAW_DEFLATE.compress(b"texte") + RAW_DEFLATE.flush()


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (b"texte", ""),
        (b"texte", "identity"),
        (gzip.compress(b"texte", mtime=0), "gzip"),
        (gzip.compress(b"tex", mtime=0) + gzip.compress(b"te", mtime=0), "x-gzip"),
        (zlib.compress(b"texte"), "deflate"),
        (PACKED, "deflate"),
        (gzip.compress(zlib.compress(b"texte"), mtime=0), "deflate, gzip"),
        (b"\x0b\x02\x80texte\x03", "br"),
    ],
)
def test_content_encodings_come_off(body: bytes, encoding: str) -> None:
    assert decode_payload(body, encoding) == b"texte"


@pytest.mark.parametrize(
    ("body", "encoding"),
    [(b"texte", "gzip"), (gzip.compress(b"texte", mtime=0)[:-3], "gzip"), (b"texte", "deflate"), (b"texte", "zstd")],
)
def test_what_cannot_be_unpacked_is_named_and_kept(body: bytes, encoding: str) -> None:
    with pytest.raises(PayloadError):
        decode_payload(body, encoding)
    assert payload_of(body, encoding) == body


def test_a_bomb_is_kept_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.payload.MOST_BYTES", 1000)
    bomb = gzip.compress(b"0" * 100_000)
    assert payload_of(bomb, "gzip") == bomb


def record(text: bytes = b"x") -> bytes:
    fields = [("WARC-Type", "resource"), ("WARC-Target-URI", "urn:x"), ("WARC-Record-ID", "<urn:uuid:1>")]
    return build_member([*fields, ("WARC-Date", "2025-11-22T12:00:00Z"), ("Content-Type", "text/plain")], text)


@given(st.binary(max_size=300))
def test_any_block_comes_back_from_its_member(block: bytes) -> None:
    member = record(block)
    assert parse_record(gzip.decompress(member)).block == block
    (found,) = [item.raw_stream.read() for item in ArchiveIterator(io.BytesIO(member))]
    assert found == block


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: raw[:-1],
        lambda raw: raw + b"more",
        lambda raw: raw.replace(b"Content-Length: 1", b"Content-Length: 2"),
        lambda raw: raw.replace(b"Content-Length: 1", b"Content-Length: x"),
        lambda raw: raw.replace(b"WARC/1.1", b"HTTP/1.1"),
        lambda raw: b"",
    ],
)
def test_a_record_that_breaks_the_rules_is_named(spoil: object) -> None:
    raw = gzip.decompress(record())
    with pytest.raises(RecordError):
        parse_record(spoil(raw))  # type: ignore[operator]


def test_members_are_walked_with_their_damage(tmp_path: Path) -> None:
    one, two, three = record(b"1"), record(b"2" * 500), record(b"3")
    spoiled = bytearray(two)
    spoiled[len(two) // 2] ^= 0xFF
    path = tmp_path / "x.warc.gz"
    path.write_bytes(one + bytes(spoiled) + three + one[:20])
    first, damage, third, cut = list(walk_members(path))
    assert isinstance(first, Member)
    assert isinstance(third, Member)
    assert (first.offset, first.length) == (0, len(one))
    assert isinstance(damage, Damage)
    assert (damage.offset, damage.length, damage.is_cut) == (len(one), len(two), False)
    assert third.offset == len(one) + len(two)
    assert isinstance(cut, Damage)
    assert (cut.length, cut.is_cut) == (20, True)
    assert [found.offset for found in walk_members(path, len(one) + len(two))] == [third.offset, cut.offset]


def test_records_written_by_warcio_are_read(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    writer.write_record(writer.create_warc_record("http://irev.test/a", "resource", io.BytesIO(b"corps"), 5))
    path = tmp_path / "x.warc.gz"
    path.write_bytes(buffer.getvalue())
    (member,) = walk_members(path)
    assert isinstance(member, Member)
    assert parse_record(member.data).block == b"corps"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-11-22T12:00:00Z", "2025-11-22T12:00:00.000000Z"),
        ("2025-11-22T12:00:00.123Z", "2025-11-22T12:00:00.123000Z"),
        ("2025-11-22T13:00:00+01:00", "2025-11-22T12:00:00.000000Z"),
        ("2025-11-22", "2025-11-22T00:00:00.000000Z"),
    ],
)
def test_dates_of_any_precision_are_read(text: str, expected: str) -> None:
    assert format_date(parse_date(text)) == expected


def test_what_is_no_date_is_named() -> None:
    with pytest.raises(RecordError, match="no date"):
        parse_date("hier")


def test_a_digest_names_the_bytes() -> None:
    # sha256 of nothing, from FIPS 180-4
    assert digest_of(b"") == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
