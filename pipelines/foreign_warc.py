"""WARC files of others: their captures with their own dates, whatever tool wrote them.

What is wanted of them is told in `pipelines/wanted.py`. What a crawler itself calls truncated, or continues in another
record, is refused by name: half a page would read as a change of the page. Damage is named too, and what follows it is
read on. One record is in memory at a time.
"""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from pipelines.members import MOST_BYTES, Damage, Member, split_members
from pipelines.wanted import Wanted
from pipelines.warc import Record, RecordError, parse_record

_WARC_NAME = re.compile(r"^archive/[^/]+\.warc(\.gz)?$", re.IGNORECASE)
_GZIP = b"\x1f\x8b"
_HEAD = 64 * 1024
_LENGTH = re.compile(rb"^content-length:\s*(\d+)", re.IGNORECASE | re.MULTILINE)


class WarcDamagedError(Exception):
    """The file cannot be read on. What came before it stays valid."""


class Found(NamedTuple):
    """A record, and how it stands in the file: as a gzip member that holds it and nothing else, or unpacked.

    `packed` is that member, `head` are the lines before the block of an unpacked record; either may be None, and both
    are where the address is not written as it should be.
    """

    record: Record
    packed: bytes | None = None
    head: bytes | None = None


def read_records(path: Path, source: BinaryIO, wanted: Wanted) -> Iterator[Found | RecordError]:
    """Give the responses, resources and revisits of a WARC or WACZ file, an error in the place of each broken one.

    `source` is the file, open and at its start. What is not wanted is passed over. Raises `WarcDamagedError` where
    the file cannot be read on, OSError.
    """
    if not is_wacz(path):
        yield from _read_stream(source, wanted)
        return
    try:
        for handle in open_warcs(source):
            yield from _read_stream(handle, wanted)
    except (zipfile.BadZipFile, zlib.error, EOFError) as problem:
        raise WarcDamagedError(f"a WARC file inside is damaged: {problem}") from problem


def is_wacz(path: Path) -> bool:
    """Tell a WACZ file by what it is: a zip archive that holds WARC files below `archive/`."""
    try:
        with zipfile.ZipFile(path) as packed:
            return any(_WARC_NAME.search(name) for name in packed.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def open_warcs(source: BinaryIO) -> Iterator[BinaryIO]:
    """Open the WARC files of a WACZ one after the other. Their names are never used as paths.

    Raises `WarcDamagedError` where one cannot be opened.
    """
    with zipfile.ZipFile(source) as packed:
        for name in packed.namelist():
            if _WARC_NAME.search(name):
                try:
                    handle = packed.open(name)
                except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as problem:
                    raise WarcDamagedError(f"a WARC file inside cannot be opened: {problem}") from problem
                with handle:
                    yield cast(BinaryIO, handle)


def _read_stream(raw: BinaryIO, wanted: Wanted) -> Iterator[Found | RecordError]:
    head = raw.read(_HEAD)
    raw.seek(0)
    if head.startswith(b"WARC/"):
        yield from _read_unpacked(raw, wanted)
    elif _is_packed_as_a_whole(head):
        yield from _read_unpacked(cast(BinaryIO, gzip.GzipFile(fileobj=raw)), wanted)
    else:
        yield from _read_packed(raw, wanted)


def _read_packed(raw: BinaryIO, wanted: Wanted) -> Iterator[Found | RecordError]:
    for found in split_members(raw):
        if isinstance(found, Damage):
            yield RecordError(f"cut or damaged at byte {found.offset}: {found.reason}")
            continue
        try:
            record = parse_record(found.data)
        except RecordError:  # several records in one member, or written against the rules: warcio reads those too
            yield from _read_member(found, wanted)
            continue
        if wanted.takes(record.kind, record.fields.get("warc-target-uri", "")):
            yield _judge(record, packed=found.raw)


def _is_packed_as_a_whole(head: bytes) -> bool:
    """Tell whether the first gzip member has a second record behind its first, against the rule of one a member."""
    try:
        data = zlib.decompressobj(31).decompress(head, 16 * _HEAD)
    except zlib.error:
        return False
    fields, mark, rest = data.partition(b"\r\n\r\n")
    length = _LENGTH.search(fields)
    return bool(mark and length and rest[int(length[1]) :].lstrip(b"\r\n").startswith(b"WARC/"))


def _read_member(member: Member, wanted: Wanted) -> Iterator[Found | RecordError]:
    try:
        yield from _read_unpacked(io.BytesIO(member.data), wanted)
    except WarcDamagedError as problem:
        yield RecordError(f"damaged at byte {member.offset}: {problem}")


def _read_unpacked(raw: BinaryIO, wanted: Wanted) -> Iterator[Found | RecordError]:
    with redirect_stderr(io.StringIO()):  # warcio tells of damage on stderr
        try:
            for found in ArchiveIterator(_Watched(raw), no_record_parse=True):
                name = found.rec_headers.get_header("WARC-Target-URI") or ""
                if wanted.takes(str(found.rec_type), name):
                    yield _read_loose(found)
        except (ArchiveLoadFailed, ValueError, AttributeError) as problem:
            reason = (str(problem).strip().splitlines() or [type(problem).__name__])[0]
            raise WarcDamagedError(f"not a WARC file any more: {reason}") from problem


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


def _read_loose(found: Any) -> Found | RecordError:
    fields = {name.lower(): value.strip() for name, value in found.rec_headers.headers}
    stated = fields.get("content-length", "")
    if not stated.isdigit() or int(stated) > MOST_BYTES:
        return RecordError(f"{_name_of(fields)}: no usable length")
    block = found.raw_stream.read(int(stated))
    if len(block) != int(stated):
        return RecordError(f"{_name_of(fields)}: cut after {len(block)} of {stated} bytes")
    return _judge(Record(fields, block), head=found.rec_headers.to_bytes())


def _judge(record: Record, packed: bytes | None = None, head: bytes | None = None) -> Found | RecordError:
    """Give a record under its plain address, or say why it is not what the site said."""
    name = _name_of(record.fields)
    if truncated := record.fields.get("warc-truncated"):
        return RecordError(f"{name}: truncated by the crawler that wrote it ({truncated})")
    if "warc-segment-number" in record.fields:
        return RecordError(f"{name}: only a part, which other records continue")
    if record.fields.get("warc-target-uri") != name:
        return Found(Record({**record.fields, "warc-target-uri": name}, record.block))
    return Found(record, packed, head)


def _name_of(fields: Mapping[str, str]) -> str:
    return fields.get("warc-target-uri", "a record").strip("<>")
