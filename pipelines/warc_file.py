"""The WARC file being written: begun at the first record of a session, rolled over by size, repaired after a kill."""

from __future__ import annotations

import datetime as dt
import os
import time
from itertools import count
from pathlib import Path
from typing import BinaryIO

from pipelines.catalogue_loading import warc_files
from pipelines.members import Damage, walk_members
from pipelines.warc import build_member, build_record_id, format_date

SOFTWARE = "irev-archive"
DAMAGED = "damaged"
_BATCH_BYTES = 16 * 1024**2
_BATCH_SECONDS = 30.0


class WarcFile:
    """Appends whole gzip members to the file of this session. Nothing is created before the first record."""

    def __init__(self, folder: Path, roll_at: int) -> None:
        self._folder = folder
        self._roll_at = roll_at
        self._handle: BinaryIO | None = None
        self._synced = (0, 0.0)
        self.name = ""
        self.size = 0

    def append(self, before: bytes, member: bytes, moment: dt.datetime) -> int:
        """Write `before` (the request, may be empty) and `member` together; give the offset of `member`.

        `moment` dates the file where one has to be begun. Raises OSError; a write that failed half way is undone.
        """
        if self._handle is None or self.size >= self._roll_at:
            self.close()
            self._begin(moment)
        start = self.size
        self._write(before + member)
        self._sync_now_and_then()
        return start + len(before)

    def close(self) -> None:
        """Bring what was written to the disk and close the file."""
        if self._handle is not None:
            os.fsync(self._handle.fileno())
            self._handle.close()
            self._handle = None

    def _sync_now_and_then(self) -> None:
        """Bring a batch of records to the disk: a power cut costs half a minute of a crawl, or 16 MB of an import."""
        assert self._handle is not None  # noqa: S101 - `append` opened it
        size, moment = self._synced
        if self.size - size >= _BATCH_BYTES or time.monotonic() - moment >= _BATCH_SECONDS:
            os.fsync(self._handle.fileno())
            self._synced = self.size, time.monotonic()

    def _begin(self, moment: dt.datetime) -> None:
        last = max((int(path.name.split("-")[1]) for path in warc_files(self._folder)), default=0)
        self.name = f"irev-{last + 1:06d}-{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}.warc.gz"
        self._handle = (self._folder / self.name).open("xb", buffering=0)
        self.size = 0
        self._synced = 0, time.monotonic()
        fields = [
            ("WARC-Type", "warcinfo"),
            ("WARC-Record-ID", build_record_id()),
            ("WARC-Date", format_date(moment)),
            ("WARC-Filename", self.name),
            ("Content-Type", "application/warc-fields"),
        ]
        self._write(build_member(fields, f"software: {SOFTWARE}\r\nformat: WARC File Format 1.1\r\n".encode()))

    def _write(self, data: bytes) -> None:
        assert self._handle is not None  # noqa: S101 - `append` opened it
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[self._handle.write(rest) :]
        except OSError:
            self._handle.truncate(self.size)
            self._handle.seek(self.size)
            raise
        self.size += len(data)


def repair_cut_ends(folder: Path, ends: dict[str, int]) -> list[str]:
    """Cut each file back to its last whole member; the bytes cut off go to `damaged/`. Gives the names of the files.

    `ends` tells up to where each file is known to be whole. Damage that whole members follow is left where it is:
    `Archive.verify` names it. Raises OSError.
    """
    repaired = []
    for path in warc_files(folder):
        start = ends.get(path.name, 0)
        if path.stat().st_size <= start:
            continue
        damage = [found for found in walk_members(path, start) if isinstance(found, Damage) and found.is_cut]
        for cut in damage:
            _cut_end(path, cut.offset, folder / DAMAGED)
            repaired.append(path.name)
    return repaired


def _cut_end(path: Path, offset: int, aside: Path) -> None:
    """Keep the bytes from `offset` on in `damaged/<file>.<offset>.<n>.bin`, then take them off the file."""
    with path.open("r+b") as handle:
        handle.seek(offset)
        cut = handle.read()
        aside.mkdir(exist_ok=True)
        copies = (aside / f"{path.name}.{offset}.{number}.bin" for number in count(1))
        copy = next(free for free in copies if not free.exists())
        copy.write_bytes(cut)
        if offset == 0:
            handle.close()
            path.unlink()  # not one whole record was in it
            return
        handle.truncate(offset)
        os.fsync(handle.fileno())
