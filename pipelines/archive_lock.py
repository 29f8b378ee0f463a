"""One writer at a time: a lock on the archive folder that the kernel frees when its holder dies."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path

PATIENCE = 1.5
"""Seconds to wait for a holder that is just ending (a killed crawl takes a moment to be gone)."""


class ArchiveLocked(Exception):  # noqa: N818 - it is a state of the archive, reported in one line
    """Another process is writing to this archive. The message says which and what to do."""


class ArchiveLock:
    """An advisory lock on `<folder>/.lock`. The file also tells who holds it; its text alone locks nobody out."""

    def __init__(self, folder: Path, patience: float = PATIENCE) -> None:
        self._path = folder / ".lock"
        self._patience = patience
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Take the lock. Raises `ArchiveLocked` after `patience` seconds, OSError where the folder forbids it."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        end = time.monotonic() + self._patience
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() < end:
                    time.sleep(0.05)
                    continue
                os.close(descriptor)
                raise ArchiveLocked(self._describe_holder()) from None
            break
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        self._descriptor = descriptor

    def release(self) -> None:
        """Free the lock. The file stays, because removing it would let two writers in."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._descriptor is not None

    def _describe_holder(self) -> str:
        holder = self._path.read_text(encoding="utf-8", errors="replace").strip()
        who = f"process {holder}" if holder.isdigit() else "another process"
        return f"{who} is writing to {self._path.parent}; wait for it to end, then try again"
