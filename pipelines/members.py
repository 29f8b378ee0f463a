"""The gzip members of a WARC file: walked one by one, with what is cut or damaged named instead of lost."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

MOST_BYTES = 512 * 1024 * 1024  # of one record, unpacked
_MAGIC = b"\x1f\x8b\x08"
_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Member:
    """One whole gzip member: where it lies in the file (bytes) and what it holds."""

    offset: int
    length: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Damage:
    """A stretch of the file that is no whole member. `is_cut`: it is the unfinished end of the file."""

    offset: int
    length: int
    reason: str
    is_cut: bool


class MemberError(ValueError):
    """No whole member stands at this place. `is_cut` tells an early end of the file from wrong bytes."""

    def __init__(self, reason: str, is_cut: bool) -> None:
        super().__init__(reason)
        self.is_cut = is_cut


def read_member(handle: BinaryIO, offset: int) -> Member:
    """Read the member that starts at `offset`. Raises `MemberError`, OSError."""
    handle.seek(offset)
    inflater, pieces, room, used = zlib.decompressobj(31), [], MOST_BYTES, 0
    while not inflater.eof:
        chunk = handle.read(_CHUNK)
        if not chunk:
            raise MemberError("the file ends inside a record", is_cut=True)
        used += len(chunk)
        try:
            piece = inflater.decompress(chunk, room)
        except zlib.error:
            raise MemberError("bytes that are no gzip member", is_cut=False) from None
        room -= len(piece)
        if inflater.unconsumed_tail or room <= 0:
            raise MemberError(f"a record of more than {MOST_BYTES} bytes", is_cut=False)
        pieces.append(piece)
    return Member(offset, used - len(inflater.unused_data), b"".join(pieces))


def walk_members(path: Path, start: int = 0) -> Iterator[Member | Damage]:
    """Give every member from `start` to the end of the file in order, and every damaged stretch between them.

    After damage the walk goes on at the next member that is whole. Raises OSError.
    """
    with path.open("rb") as handle:
        end = os.fstat(handle.fileno()).st_size
        while start < end:
            try:
                found: Member | Damage = read_member(handle, start)
            except MemberError as problem:
                after = _find_next_member(handle, start + 1, end)
                is_cut = problem.is_cut and after is None
                found = Damage(start, (end if after is None else after) - start, str(problem), is_cut)
            yield found
            start = found.offset + found.length


def _find_next_member(handle: BinaryIO, start: int, end: int) -> int | None:
    """Find where the next whole member that holds a WARC record starts, or None up to the end of the file."""
    position, overlap = start, len(_MAGIC) - 1
    while position < end:
        handle.seek(position)
        chunk = handle.read(_CHUNK + overlap)
        at = chunk.find(_MAGIC)
        if at < 0:
            position += _CHUNK
            continue
        if _holds_record(handle, position + at):
            return position + at
        position += at + 1
    return None


def _holds_record(handle: BinaryIO, offset: int) -> bool:
    try:
        return read_member(handle, offset).data.startswith(b"WARC/")
    except MemberError:
        return False
