"""A run has a longest time: past it, it ends itself, so that a run that hangs never keeps the next ones out."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from pipelines.outcomes import InputError, Outcome

LONGEST_VARIABLE: Final = "IREV_LONGEST"
_DEFAULT_HOURS: Final = 12.0


def find_longest(environ: Mapping[str, str]) -> float:
    """Find the longest time of a run in seconds: `IREV_LONGEST` in hours, twelve by default. Raises `InputError`."""
    text = environ.get(LONGEST_VARIABLE, "").strip()
    try:
        hours = float(text) if text else _DEFAULT_HOURS
    except ValueError:
        hours = 0.0
    if not 0 < hours < 10_000:
        raise InputError(f"{LONGEST_VARIABLE} must be a number of hours above 0, not {text!r}")
    return hours * 3600


@contextmanager
def limit_time(seconds: float | None, say_late: Callable[[], None]) -> Iterator[None]:
    """End this process with the exit code of a failure where the `with` block takes longer; None sets no limit.

    `say_late` is called just before, from another thread. The time is the machine's own and no clock moves it. What
    the process was writing is left as after a kill, which everything here survives.
    """
    if seconds is None:
        yield
        return

    def end() -> None:
        try:
            say_late()
        finally:
            os._exit(Outcome.FAILED.exit_code)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
