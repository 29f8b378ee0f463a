"""The gzip members of a WARC file: split one by one, with what is cut or damaged named instead of lost."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

MOST_BYTES = 512 * 1024 * 1024  # of one record, unpacked
_MAGIC = b"\x1f\x8b\x08"
_CHUNK = 64 * 1024
_PIECE = 16 * 1024  # what the inflater is fed at first: about the size of a packed page
_MOST_PIECE = 256 * 1024  # what it is fed later, where a brochure goes on and on


class Readable(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes:
        """Give up to `size` bytes, none at the end."""


class Member(NamedTuple):
    """One whole gzip member: where it lies in the file (bytes), its bytes there, and what it holds."""

    offset: int
    raw: bytes
    data: bytes

    @property
    def length(self) -> int:
        """How many bytes it takes in the file."""
        return len(self.raw)


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


class _Window:
    """The bytes of a stream from the present place on: looked at as far as needed, taken when they are understood."""

    def __init__(self, stream: Readable, offset: int) -> None:
        self._stream = stream
        self._bytes = bytearray()
        self._start = 0  # where in `_bytes` the present place is
        self.offset = offset

    def look(self, ahead: int, size: int) -> memoryview:
        """Give up to `size` bytes that stand `ahead` of the present place, none at the end of the stream.

        They are seen where they are: the view has to be released before anything else is done here.
        """
        at = self._start + ahead
        if at >= len(self._bytes):
            self._bytes += self._stream.read(max(_CHUNK, size))
        return memoryview(self._bytes)[at : at + size]

    def is_over(self) -> bool:
        """Tell whether nothing stands here any more."""
        with self.look(0, 1) as seen:
            return not seen

    def take(self, size: int) -> bytes:
        """Give the next `size` bytes and go on behind them."""
        with memoryview(self._bytes) as seen:
            taken = bytes(seen[self._start : self._start + size])
        self._start += len(taken)
        self.offset += len(taken)
        if self._start >= _CHUNK:
            del self._bytes[: self._start]
            self._start = 0
        return taken

    def skip_to_magic(self) -> None:
        """Go on to where the next member may start, one byte further at least, or to the end of the stream."""
        self.take(1)
        while (at := self._bytes.find(_MAGIC, self._start)) < 0:
            self.take(max(0, len(self._bytes) - self._start - len(_MAGIC) + 1))
            if not (more := self._stream.read(_CHUNK)):
                self.take(len(self._bytes))
                return
            self._bytes += more
        self.take(at - self._start)


def read_member(stream: Readable, offset: int = 0) -> Member:
    """Read the member that starts where the stream stands; `offset` says where that is. Raises `MemberError`."""
    return _take_member(_Window(stream, offset))


def split_members(stream: Readable, offset: int = 0) -> Iterator[Member | Damage]:
    """Give every member of a stream that stands at `offset`, in order, and every damaged stretch between them.

    After damage this goes on at the next member that is whole and holds a record. Raises what the stream raises.
    """
    window = _Window(stream, offset)
    damage: tuple[int, MemberError] | None = None
    while not window.is_over():
        try:
            member = _take_member(window, must_be_record=damage is not None)
        except MemberError as problem:
            damage = damage or (window.offset, problem)
            window.skip_to_magic()
            continue
        if damage:
            yield Damage(damage[0], member.offset - damage[0], str(damage[1]), is_cut=False)
            damage = None
        yield member
    if damage:
        yield Damage(damage[0], window.offset - damage[0], str(damage[1]), damage[1].is_cut)


def walk_members(path: Path, start: int = 0) -> Iterator[Member | Damage]:
    """Give every member of a file from `start` on, and every damaged stretch between them. Raises OSError."""
    with path.open("rb") as handle:
        handle.seek(start)
        yield from split_members(handle, start)


def _take_member(window: _Window, must_be_record: bool = False) -> Member:
    """Inflate the member at the present place and go on behind it. Raises `MemberError`, and stays where it is."""
    inflater, pieces, room, used, size = zlib.decompressobj(31), [], MOST_BYTES, 0, _PIECE
    while not inflater.eof:
        with window.look(used, size) as packed:
            if not packed:
                raise MemberError("the file ends inside a record", is_cut=True)
            try:
                piece = inflater.decompress(packed, room)
            except zlib.error:
                raise MemberError("bytes that are no gzip member", is_cut=False) from None
            used += len(packed)
        room -= len(piece)
        size = min(2 * size, _MOST_PIECE)
        if inflater.unconsumed_tail or room <= 0:
            raise MemberError(f"a record of more than {MOST_BYTES} bytes", is_cut=False)
        pieces.append(piece)
    data = b"".join(pieces)
    if must_be_record and not data.startswith(b"WARC/"):
        raise MemberError("bytes that are no record", is_cut=False)
    offset = window.offset
    return Member(offset, window.take(used - len(inflater.unused_data)), data)
