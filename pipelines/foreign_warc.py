"""WARC files of others: their captures with their own dates, whatever tool wrote them.

Responses, resources and revisits of web addresses are kept; request, metadata and warcinfo records say nothing of the
site and are passed over. Chunks of the transfer are undone, content encodings stay.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from base64 import b32encode
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path
from typing import Any, BinaryIO, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

from pipelines.members import MOST_BYTES
from pipelines.warc import Headers, Record, RecordError, header_of

_KINDS = ("response", "resource", "revisit")
_WEB = ("http://", "https://")
_ADDRESSES = {"resource": (*_WEB, "urn:sha256:")}  # the second is what our own imports without an address have


class WarcDamagedError(Exception):
    """The file cannot be read on. What came before it stays valid."""


def read_records(path: Path) -> Iterator[Record | RecordError]:
    """Give the responses, resources and revisits of a WARC file, and an error in the place of each that is broken.

    Raises `WarcDamagedError` where the file cannot be read on, OSError.
    """
    with path.open("rb") as raw, redirect_stderr(io.StringIO()):  # warcio tells of damage on stderr
        packed = raw.read(2) == b"\x1f\x8b"
        raw.seek(0)
        stream = _Watched(cast(BinaryIO, gzip.GzipFile(fileobj=raw)) if packed else raw)
        try:
            for found in ArchiveIterator(stream, no_record_parse=True):
                if found.rec_type in _KINDS:
                    yield _read_record(found)
        except (ArchiveLoadFailed, ValueError, AttributeError) as problem:
            raise WarcDamagedError(f"not a WARC file any more: {str(problem).strip().splitlines()[0]}") from problem


def undo_chunks(headers: Headers, body: bytes) -> tuple[Headers, bytes]:
    """Take the transfer encoding off a body and out of its headers."""
    if "chunked" not in header_of(headers, b"transfer-encoding").lower():
        return headers, body
    kept = [pair for pair in headers if pair[0].lower() != b"transfer-encoding"]
    whole: bytes = ChunkedDataReader(io.BytesIO(body)).read()
    return kept, whole


class _Watched:
    """A stream whose early end is an error: warcio would take it for the end of the file."""

    def __init__(self, stream: BinaryIO) -> None:
        self._read = getattr(stream, "read1", stream.read)  # gives what there is before it tells of an early end
        self._position = 0

    def read(self, size: int = -1) -> bytes:
        try:
            data: bytes = self._read(size)
        except (EOFError, gzip.BadGzipFile, zlib.error) as problem:
            raise WarcDamagedError(f"cut or damaged after {self._position} bytes of content") from problem
        self._position += len(data)
        return data

    def tell(self) -> int:
        return self._position


def _read_record(found: Any) -> Record | RecordError:
    fields = {name.lower(): value.strip() for name, value in found.rec_headers.headers}
    stated = fields.get("content-length", "")
    name = fields.get("warc-target-uri", "a record").strip("<>")
    if not stated.isdigit() or int(stated) > MOST_BYTES:
        return RecordError(f"{name}: no usable length")
    block = found.raw_stream.read(int(stated))
    if len(block) != int(stated):
        return RecordError(f"{name}: cut after {len(block)} of {stated} bytes")
    if not _has_digest(block, fields.get("warc-block-digest", "")):
        return RecordError(f"{name}: its bytes have another digest than stated")
    if not name.lower().startswith(_ADDRESSES.get(found.rec_type, _WEB)):
        return RecordError(f"{name}: no web address")
    return Record({**fields, "warc-target-uri": name}, block)


def _has_digest(block: bytes, stated: str) -> bool:
    """Tell whether the bytes have the digest stated, in base 32 or base 16; an unknown algorithm is believed."""
    algorithm, _, value = stated.partition(":")
    try:
        true = hashlib.new(algorithm.replace("-", ""), block).digest()
    except (ValueError, TypeError):
        return True
    return value.lower().rstrip("=") in (true.hex(), b32encode(true).decode().lower().rstrip("="))
