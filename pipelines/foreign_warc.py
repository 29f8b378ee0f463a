"""WARC files of others: their captures with their own dates, whatever tool wrote them.

The rule: responses, revisits and resources of web addresses are kept, for they are what the site said. Passed over,
and counted by what they are: `request`, `metadata`, `warcinfo` and `conversion` records (what the other crawler asked,
noted or made of it), and records of what is no web address (`dns:`, the page infos of browsertrix, the logs of wget).
What a crawler itself calls truncated is refused by name: half a page would read as a change of the page. Chunks of
the transfer are undone, content encodings stay. One record is in memory at a time.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import re
import zipfile
import zlib
from base64 import b32encode
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path
from typing import Any, BinaryIO, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

from pipelines.members import MOST_BYTES
from pipelines.warc import Headers, Record, RecordError, header_of

_WARC_NAME = re.compile(r"^archive/[^/]+\.warc(\.gz)?$", re.IGNORECASE)
_KINDS = ("response", "resource", "revisit")
_WEB = ("http://", "https://")
_ADDRESSES = {"resource": (*_WEB, "urn:sha256:")}  # the second is what our own imports without an address have


class WarcDamagedError(Exception):
    """The file cannot be read on. What came before it stays valid."""


def read_records(path: Path, passed: Counter[str]) -> Iterator[Record | RecordError]:
    """Give the responses, resources and revisits of a WARC or WACZ file, an error in the place of each broken one.

    `passed` counts what is passed over. Raises `WarcDamagedError` where the file cannot be read on, OSError.
    """
    if is_wacz(path):
        try:
            for handle in open_warcs(path):
                yield from _read_stream(handle, passed)
        except zipfile.BadZipFile as problem:
            raise WarcDamagedError(f"a WARC file inside is damaged: {problem}") from problem
        return
    with path.open("rb") as raw:
        yield from _read_stream(raw, passed)


def is_wacz(path: Path) -> bool:
    """Tell a WACZ file by what it is: a zip archive that holds WARC files below `archive/`."""
    try:
        with zipfile.ZipFile(path) as packed:
            return any(_WARC_NAME.search(name) for name in packed.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def open_warcs(path: Path) -> Iterator[BinaryIO]:
    """Open the WARC files of a WACZ one after the other. Their names are never used as paths.

    Raises `WarcDamagedError` where one cannot be opened.
    """
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            if _WARC_NAME.search(name):
                try:
                    handle = packed.open(name)
                except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as problem:
                    raise WarcDamagedError(f"a WARC file inside cannot be opened: {problem}") from problem
                with handle:
                    yield cast(BinaryIO, handle)


def _read_stream(raw: BinaryIO, passed: Counter[str]) -> Iterator[Record | RecordError]:
    with redirect_stderr(io.StringIO()):  # warcio tells of damage on stderr
        head = raw.read(2)
        raw.seek(0)
        stream = _Watched(cast(BinaryIO, gzip.GzipFile(fileobj=raw)) if head == b"\x1f\x8b" else raw)
        try:
            for found in ArchiveIterator(stream, no_record_parse=True):
                if reason := _why_passed_over(found):
                    passed[reason] += 1
                else:
                    yield _read_record(found)
        except (ArchiveLoadFailed, ValueError, AttributeError) as problem:
            reason = (str(problem).strip().splitlines() or [type(problem).__name__])[0]
            raise WarcDamagedError(f"not a WARC file any more: {reason}") from problem


def _why_passed_over(found: Any) -> str | None:
    """Say as what a record is passed over, or None where it is kept."""
    kind = str(found.rec_type)
    if kind not in _KINDS:
        return f"{kind} records"
    name = (found.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ").lower()
    return None if name.startswith(_ADDRESSES.get(kind, _WEB)) or not name else "records of no web address"


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
        except (EOFError, gzip.BadGzipFile, zlib.error, zipfile.BadZipFile) as problem:
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
    if truncated := fields.get("warc-truncated"):
        return RecordError(f"{name}: truncated by the crawler that wrote it ({truncated})")
    return Record({**fields, "warc-target-uri": name}, block)


def _has_digest(block: bytes, stated: str) -> bool:
    """Tell whether the bytes have the digest stated, in base 32 or base 16; an unknown algorithm is believed."""
    algorithm, _, value = stated.partition(":")
    try:
        true = hashlib.new(algorithm.replace("-", ""), block).digest()
    except (ValueError, TypeError):
        return True
    return value.lower().rstrip("=") in (true.hex(), b32encode(true).decode().lower().rstrip("="))
