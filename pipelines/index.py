"""The index of the archive: one CDXJ line per capture, sorted, and always rebuildable from the WARC files alone.

A line is `<SURT key> <14 digits of UTC> <JSON>`. The JSON opens with the fields that every CDXJ reader knows (url,
mime, status, digest, length, offset, filename) and goes on with ours (kind, date, media_type, sha256, encoding, etag,
last_modified, size, refers_to, raw_url, file_name), each only where it says something. `size` counts the bytes of
the decoded payload.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import unquote

from extract.addresses import canonical_address
from pipelines.members import Member
from pipelines.payload import digest_of, payload_of
from pipelines.surt import surt_key
from pipelines.warc import (
    FILE_NAME,
    RAW_ADDRESS,
    Record,
    RecordError,
    fold_headers,
    format_date,
    parse_date,
    parse_record,
)

CaptureKind = Literal["response", "revisit", "resource"]


class Place(NamedTuple):
    """Where a record lies: its WARC file, and the first byte and the number of bytes of its gzip member there."""

    filename: str
    offset: int
    length: int


class IndexLineError(ValueError):
    """A line of the index that cannot be read. The index is then rebuilt from the WARC files."""


class Capture(NamedTuple):
    """One line of the index: one address at one moment, and where its record lies.

    `digest` is the payload digest of the record (body as received); `sha256` names the decoded payload. A revisit
    carries both from the record it refers to, and its `encoding`, `media_type` and `size` too.
    """

    url: str
    date: dt.datetime
    kind: CaptureKind
    status: int
    digest: str
    filename: str
    offset: int
    length: int
    sha256: str = ""
    media_type: str = ""
    encoding: str = ""
    etag: str = ""
    last_modified: str = ""
    size: int = 0
    refers_to: str = ""
    raw_url: str = ""
    file_name: str = ""

    @property
    def canonical(self) -> str:
        """The canonical address, or the pseudo address (`urn:…`) of what came from no address."""
        return canonical_of(self.url)

    @property
    def name(self) -> str:
        """What a revisit calls the record it refers to: `<date> <address>`."""
        return f"{format_date(self.date)} {self.url}"

    @property
    def place(self) -> tuple[str, int]:
        """Where the record lies: file and offset, which is also the order of writing."""
        return self.filename, self.offset


find_canonical = lru_cache(maxsize=4096)(canonical_address)
"""The canonical form of an address, or None; asked for several times while a capture is taken in."""


def canonical_of(url: str) -> str:
    """Give the canonical address, or the address itself where it is none of the web."""
    return find_canonical(url) or url


def media_type_of(content_type: str) -> str:
    """Give the media type of a `Content-Type` value in lower case without parameters."""
    return content_type.partition(";")[0].partition(",")[0].strip().lower()


def build_capture(record: Record, place: Place) -> Capture | None:
    """Make the index line of a record, or None for records that are not indexed (requests, warcinfo).

    The `sha256` of a revisit is left open here: `refer_to` completes it. Raises `RecordError`, KeyError.
    """
    if record.kind == "resource":
        return _build_resource(record, place)
    if record.kind in ("response", "revisit"):
        return _build_http(record, place)
    return None


def put_at(capture: Capture, place: Place) -> Capture:
    """Give the line of a record its place."""
    return Capture(
        capture.url, capture.date, capture.kind, capture.status, capture.digest, *place,
        capture.sha256, capture.media_type, capture.encoding, capture.etag, capture.last_modified,
        capture.size, capture.refers_to, capture.raw_url, capture.file_name,
    )  # fmt: skip


def refer_to(revisit: Capture, original: Capture) -> Capture:
    """Complete a revisit from the record that holds its payload."""
    return revisit._replace(
        sha256=original.sha256,
        encoding=original.encoding,
        media_type=original.media_type,
        size=original.size,
    )


def write_index(path: Path, lines: Iterable[str]) -> None:
    """Write lines that come sorted beside the old index and put them in its place in one step. Raises OSError."""
    new = path.with_suffix(".cdxj.new")
    with new.open("w", encoding="utf-8", newline="\n") as handle:
        handle.writelines(lines)
        handle.flush()
        os.fsync(handle.fileno())
    new.replace(path)


def format_line(capture: Capture) -> str:
    """Write a capture as its line, with the line end."""
    is_revisit = capture.kind == "revisit"
    date = format_date(capture.date)
    values = {
        "url": capture.url,
        "mime": "warc/revisit" if is_revisit else capture.media_type,
        "status": "" if capture.kind == "resource" else str(capture.status),
        "digest": capture.digest,
        "length": str(capture.length),
        "offset": str(capture.offset),
        "filename": capture.filename,
        "kind": capture.kind,
        "date": date,
        "media_type": capture.media_type if is_revisit else "",
        "sha256": capture.sha256,
        "encoding": capture.encoding,
        "etag": capture.etag,
        "last_modified": capture.last_modified,
        "size": str(capture.size),
        "refers_to": capture.refers_to,
        "raw_url": capture.raw_url,
        "file_name": capture.file_name,
    }
    shown = ", ".join([f'"{name}": {_quote(value)}' for name, value in values.items() if value])
    return f"{surt_key(capture.url)} {date[:19].translate(_DIGITS)} {{{shown}}}\n"


def parse_line(line: str) -> Capture:
    """Read a line of the index. Raises `IndexLineError`."""
    try:
        values = json.loads(line.split(" ", 2)[2])
        if not all(isinstance(value, str) for value in values.values()):
            raise TypeError("values of the index are texts")
        is_revisit = values["kind"] == "revisit"
        return Capture(
            url=values["url"],
            date=parse_date(values["date"]),
            kind=values["kind"],
            status=int(values.get("status", 200)),
            digest=values["digest"],
            filename=values["filename"],
            offset=int(values["offset"]),
            length=int(values["length"]),
            media_type=values.get("media_type" if is_revisit else "mime", ""),
            size=int(values["size"]),
            **{name: values.get(name, "") for name in _OWN_TEXTS},
        )
    except (IndexError, KeyError, TypeError, ValueError, AttributeError) as problem:
        raise IndexLineError(f"not a line of this index: {line[:60]!r}") from problem


_TOLD = frozenset({b"content-type", b"content-encoding", b"etag", b"last-modified"})
_quote = json.encoder.encode_basestring_ascii
_DIGITS = str.maketrans("", "", "-:T")
_OWN_TEXTS = ("sha256", "encoding", "etag", "last_modified", "refers_to", "raw_url", "file_name")


def _build_http(record: Record, place: Place) -> Capture:
    status, headers, body = record.http()
    is_revisit = record.kind == "revisit"
    told = fold_headers(headers, _TOLD)
    encoding = told.get(b"content-encoding", "")
    payload = b"" if is_revisit else payload_of(body, encoding)
    sha256 = "" if is_revisit else digest_of(payload)
    plain = sha256 if payload is body else ""  # most bodies have no encoding: hashed once
    return Capture(
        url=record.fields["warc-target-uri"],
        date=parse_date(record.fields["warc-date"]),
        kind="revisit" if is_revisit else "response",
        status=status,
        digest=record.fields.get("warc-payload-digest") or plain or digest_of(body),
        filename=place.filename,
        offset=place.offset,
        length=place.length,
        sha256=sha256,
        size=len(payload),
        media_type="" if is_revisit else media_type_of(told.get(b"content-type", "")),
        encoding="" if is_revisit else encoding,
        etag=told.get(b"etag", ""),
        last_modified=told.get(b"last-modified", ""),
        refers_to=_refers_to(record) if is_revisit else "",
        raw_url=record.fields.get(RAW_ADDRESS.lower(), ""),
    )


def _refers_to(record: Record) -> str:
    """Name the record that a revisit refers to as `Capture.name` does."""
    date = parse_date(record.fields["warc-refers-to-date"])
    return f"{format_date(date)} {record.fields['warc-refers-to-target-uri']}"


def _build_resource(record: Record, place: Place) -> Capture:
    digest = digest_of(record.block)
    return Capture(
        url=record.fields["warc-target-uri"],
        date=parse_date(record.fields["warc-date"]),
        kind="resource",
        status=200,
        digest=digest,
        filename=place.filename,
        offset=place.offset,
        length=place.length,
        sha256=digest,
        size=len(record.block),
        media_type=media_type_of(record.fields.get("content-type", "")),
        raw_url=record.fields.get(RAW_ADDRESS.lower(), ""),
        file_name=unquote(record.fields.get(FILE_NAME.lower(), "")),
    )


def index_member(member: Member, filename: str) -> Capture | None:
    """Make the index line of a member, or None where there is nothing to index, a broken record included.

    A broken record that is a whole gzip member stays in its file; `Archive.verify` names it.
    """
    try:
        return build_capture(parse_record(member.data), Place(filename, member.offset, member.length))
    except (RecordError, KeyError):
        return None
