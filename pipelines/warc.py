"""WARC 1.1 records as bytes: written as received, one gzip member each, and read back from a member.

Records are written here rather than by warcio because warcio re-serialises HTTP headers (it rewrites bytes that are
not ASCII), and this archive promises what came over the wire. Everything that reads is checked against warcio.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
import zlib
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from http import HTTPStatus
from urllib.parse import quote, urlsplit

from pipelines.chunks import undo_chunks
from pipelines.payload import digest_of, has_digest

Headers = Sequence[tuple[bytes, bytes]]

RAW_ADDRESS = "X-Raw-Address"  # our extension: the address as it stood in the link or the export
FILE_NAME = "X-File-Name"  # our extension: the name of an imported file

REVISIT_IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
REVISIT_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"

_LEVEL = 3  # of zlib: four times faster than 6 on pages of text, and the file a tenth larger

_SAFE_IN_HEADER = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) != "%") + " %"


_HEAD_END = re.compile(rb"\r?\n\r?\n")  # old servers ended their lines with a bare line feed
_STATUS = re.compile(rb"\d{3}")
_SHORT_DATE = re.compile(r"\d{4}(?:-\d{2})?")


class RecordError(ValueError):
    """A record that breaks the rules of WARC. The message says how."""


@dataclass(frozen=True)
class Record:
    """One WARC record: its named fields (names in lower case) and its block."""

    fields: dict[str, str]
    block: bytes

    @property
    def kind(self) -> str:
        """The record type: response, request, revisit, resource, warcinfo, ..."""
        return self.fields.get("warc-type", "")

    def http(self) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        """Split an HTTP block into status (0 if none), headers and body, both without the transfer encoding.

        Our own crawls never keep a transfer encoding; records of other tools do. Raises `RecordError`.
        """
        return self._http

    @cached_property
    def _http(self) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        end, begin = _find_body(self.block)
        head, body = self.block[:end], self.block[begin:]
        first, *lines = head.split(b"\n")
        words = first.split(None, 2)
        status = int(words[1]) if len(words) > 1 and _STATUS.fullmatch(words[1]) else 0
        pairs = [line.partition(b":") for line in lines]
        headers = [(name.strip(), value.strip()) for name, colon, value in pairs if colon]
        return status, *(_undo_transfer(headers, body) if b"chunked" in head.lower() else (headers, body))


def states_payload(record: Record) -> bool:
    """Tell whether the payload of a record has the digest stated, or none is stated. Raises `RecordError`.

    Tools do not agree on whether the transfer encoding belongs to the payload: both are believed.
    """
    stated = record.fields.get("warc-payload-digest")
    if not stated:
        return True
    if record.kind != "response":
        return has_digest(record.block, stated)
    return has_digest(record.http()[2], stated) or has_digest(record.block[_find_body(record.block)[1] :], stated)


def fold_headers(headers: Iterable[tuple[bytes, bytes]], names: Container[bytes]) -> dict[bytes, str]:
    """Give the HTTP headers of these names, all in lower case, each as `header_of` gives it."""
    folded: dict[bytes, str] = {}
    for name, value in headers:
        if (key := name.lower()) in names:
            text = value.decode("latin-1")
            folded[key] = f"{folded[key]}, {text}" if key in folded else text
    return folded


def header_of(headers: Iterable[tuple[bytes, bytes]], name: bytes) -> str:
    """Give the value of an HTTP header as text, several joined with commas; empty where there is none."""
    values = [value for key, value in headers if key.lower() == name]
    return b", ".join(values).decode("latin-1") if values else ""


def format_date(moment: dt.datetime) -> str:
    """Write a moment as WARC-Date: UTC with microseconds, as WARC 1.1 allows."""
    return f"{moment.astimezone(dt.UTC).isoformat(timespec='microseconds')[:26]}Z"


@lru_cache(maxsize=64)  # asked for several times while a record is taken in
def parse_date(text: str) -> dt.datetime:
    """Read a WARC-Date of any precision; a year or a month is its first moment. Raises `RecordError`."""
    try:
        whole = f"{text}-01-01"[:10] if _SHORT_DATE.fullmatch(text) else text.strip().replace("Z", "+00:00")
        moment = dt.datetime.fromisoformat(whole)
        return moment.astimezone(dt.UTC) if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    except (ValueError, OverflowError):
        raise RecordError(f"no date: {text!r}") from None


def build_record_id() -> str:
    """Make a new record identifier."""
    return f"<urn:uuid:{uuid.uuid4()}>"


def build_response_block(status: int, headers: Headers, body: bytes) -> bytes:
    """Write an HTTP response as it came: status line, headers, body (transfer encoding already undone)."""
    try:
        reason = HTTPStatus(status).phrase
    except ValueError:
        reason = "Unknown"
    return f"HTTP/1.1 {status} {reason}\r\n".encode() + _http_lines(headers) + b"\r\n" + body


def build_request_block(url: str, headers: Headers) -> bytes:
    """Write the GET request for this address in origin form, whatever proxy it went through."""
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    sent = [pair for pair in headers if pair[0].lower() not in (b"host", b"proxy-authorization")]
    return f"GET {target} HTTP/1.1\r\nHost: {parts.netloc}\r\n".encode() + _http_lines(sent) + b"\r\n"


def build_member(fields: Iterable[tuple[str, str]], block: bytes) -> bytes:
    """Write one record as one gzip member; adds Content-Length and the digest of the block."""
    return pack_record(build_record(fields, block))


def build_record(fields: Iterable[tuple[str, str]], block: bytes) -> bytes:
    """Write one record, unpacked; adds Content-Length and the digest of the block."""
    lines = [*fields, ("WARC-Block-Digest", digest_of(block)), ("Content-Length", str(len(block)))]
    head = "".join(f"{name}: {clean_value(value)}\r\n" for name, value in lines)
    return b"".join((f"WARC/1.1\r\n{head}\r\n".encode(), block, b"\r\n\r\n"))


def pack_record(data: bytes) -> bytes:
    """Pack a record as a gzip member of its own."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, 31)
    return packer.compress(data) + packer.flush()


def clean_value(value: str) -> str:
    """Percent-encode what may not stand in a header (line ends, control characters, non-ASCII)."""
    return quote(value, safe=_SAFE_IN_HEADER)


def clean_address(url: str) -> str:
    """Percent-encode what may not stand in an address, the space included."""
    return clean_value(url).replace(" ", "%20")


def parse_record(data: bytes) -> Record:
    """Read the one record of a member. Raises `RecordError` where it is cut, padded, or no WARC."""
    end = data.find(b"\r\n\r\n")
    first, *lines = data[: max(end, 0)].decode("utf-8", "replace").split("\r\n")
    if first not in ("WARC/1.1", "WARC/1.0"):
        raise RecordError("no WARC record")
    fields = {name.strip().lower(): value.strip() for name, _, value in [line.partition(":") for line in lines]}
    length, begin = fields.get("content-length", ""), end + 4
    is_number = length.isdecimal() and len(length) < 19
    if not is_number or data[begin + int(length) :] != b"\r\n\r\n":
        raise RecordError("the length stated is not the length of the block")
    return Record(fields, data[begin : begin + int(length)])


def _find_body(block: bytes) -> tuple[int, int]:
    """Find where the head of an HTTP block ends and where its body begins. Raises `RecordError`."""
    end = block.find(b"\r\n\r\n")
    if end >= 0 and block.find(b"\n\n", 0, end + 1) < 0 and block.find(b"\n\r\n", 0, end + 2) < 0:
        return end, end + 4  # nearly all; the search below is for those with bare line feeds, and slow
    if not (found := _HEAD_END.search(block)):
        raise RecordError("an HTTP block without end of headers")
    return found.span()


def _undo_transfer(headers: list[tuple[bytes, bytes]], body: bytes) -> tuple[list[tuple[bytes, bytes]], bytes]:
    """Take the transfer encoding off a body and out of its headers. What is not chunked after all stays as it is."""
    if "chunked" not in header_of(headers, b"transfer-encoding").lower():
        return headers, body
    kept = [pair for pair in headers if pair[0].lower() != b"transfer-encoding"]
    return kept, undo_chunks(body)


def _http_lines(headers: Headers) -> bytes:
    return b"".join(name + b": " + value.replace(b"\r", b" ").replace(b"\n", b" ") + b"\r\n" for name, value in headers)
