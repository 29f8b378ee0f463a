"""One writer at a time: an advisory lock on the data folder, which the kernel frees when its holder dies.

The lock file also says who holds it and since when, so that the refusal can name them. Its text is only
information: a stale text never locks anybody out.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipelines.settings import DataFolder


class LockHeldError(Exception):
    """Another run holds the data folder. The message says which, since when, and what to do."""


@contextmanager
def hold_lock(data: DataFolder, owner: str, now: dt.datetime) -> Iterator[None]:
    """Hold the data folder for the time of a `with` block. Creates the folder where it is missing.

    `owner` is the command as people type it; `now` is aware. Raises `LockHeldError` at once, never waits.
    """
    data.root.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(data.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise LockHeldError(_describe_holder(data.lock, now)) from None
        _write_holder(descriptor, owner, now)
        yield
    finally:
        os.close(descriptor)  # frees the lock; the file stays, because removing it would let two runs in


def _write_holder(descriptor: int, owner: str, now: dt.datetime) -> None:
    holder = {"owner": owner, "pid": os.getpid(), "since": now.isoformat(timespec="seconds")}
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, json.dumps(holder).encode() + b"\n", 0)


def _describe_holder(path: Path, now: dt.datetime) -> str:
    advice = "Wait for it to end, then try again."
    # The holder may be writing its name this very moment: an unreadable text only makes the message shorter.
    with suppress(OSError, ValueError, KeyError, TypeError):
        holder = json.loads(path.read_text(encoding="utf-8"))
        age = now - dt.datetime.fromisoformat(holder["since"])
        return (
            f"`{holder['owner']}` (process {holder['pid']}) holds {path.parent} for {_say_age(age)}. {advice}"
        )
    return f"Another run holds {path.parent}. {advice}"


def _say_age(age: dt.timedelta) -> str:
    seconds = max(0, int(age.total_seconds()))
    if seconds < 120:
        return f"{seconds} s"
    if seconds < 7200:
        return f"{seconds // 60} min"
    return f"{seconds // 3600} h"
