"""One writer at a time: an advisory lock on the data folder, which the kernel frees when its holder dies.

The lock file also says who holds it and since when, so that the refusal can name them. A stale text never locks
anybody out; it serves one purpose more: a holder that has outlived the longest time of a run (it was stopped, or hangs
where nothing reaches it) is ended by the next run, after making sure that it is still the very process named there.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import json
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipelines.owner import build_owner, find_age, find_owner, is_alive, parse_owner
from pipelines.settings import DataFolder

_PATIENCE = 5.0  # seconds for a process that was killed to be gone


class LockHeldError(Exception):
    """Another run holds the data folder. The message says which, since when, and what to do."""


@contextmanager
def hold_lock(data: DataFolder, owner: str, now: dt.datetime, longest: float | None = None) -> Iterator[None]:
    """Hold the data folder for the time of a `with` block. Creates the folder where it is missing.

    `owner` is the command as people type it; `now` is aware. Raises `LockHeldError` at once, never waits, but for the
    few seconds that it takes to end a holder older than `longest` seconds.
    """
    data.root.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(data.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not _end_hanging_holder(data.lock, longest) or not _take_soon(descriptor):
                raise LockHeldError(_describe_holder(data.lock, now)) from None
        _write_holder(descriptor, owner, now)
        yield
    finally:
        os.close(descriptor)  # frees the lock; the file stays, because removing it would let two runs in


def _write_holder(descriptor: int, owner: str, now: dt.datetime) -> None:
    holder = {"owner": owner, "since": now.isoformat(timespec="seconds"), **build_owner(find_owner())}
    with suppress(OSError):  # a full disk; the lock holds without its text
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps(holder).encode() + b"\n", 0)


def _end_hanging_holder(path: Path, longest: float | None) -> bool:
    """End the holder if it is the process named and older than `longest`; tell whether it was."""
    if longest is None:
        return False
    with suppress(OSError, ValueError, KeyError, TypeError):
        holder = parse_owner(json.loads(path.read_text(encoding="utf-8")))
        if holder.started and is_alive(holder) and find_age(holder) > longest:
            os.kill(holder.pid, signal.SIGKILL)
            return True
    return False


def _take_soon(descriptor: int) -> bool:
    """Take the lock that its ended holder is about to free; False where somebody else was faster."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with suppress(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        time.sleep(0.05)
    return False


def _describe_holder(path: Path, now: dt.datetime) -> str:
    advice = "Wait for it to end, then try again."
    # The holder may be writing its name this very moment: an unreadable text only makes the message shorter.
    with suppress(OSError, ValueError, KeyError, TypeError):
        holder = json.loads(path.read_text(encoding="utf-8"))
        age = now - dt.datetime.fromisoformat(holder["since"])
        return f"`{holder['owner']}` (process {holder['pid']}) holds {path.parent} for {_say_age(age)}. {advice}"
    return f"Another run holds {path.parent}. {advice}"


def _say_age(age: dt.timedelta) -> str:
    seconds = max(0, int(age.total_seconds()))
    if seconds < 120:
        return f"{seconds} s"
    if seconds < 7200:
        return f"{seconds // 60} min"
    return f"{seconds // 3600} h"
