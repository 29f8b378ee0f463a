"""Hours as people read them: `HH:MM`, without the midnights that are only another time zone's."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Final

from extract.dates import calendar
from extract.dates.expressions import Hours

_LONGEST_WELCOME: Final = 90
"""Minutes that people may wait from their welcome to what they came for."""


def has_real_hours(hours: Hours | None, day: dt.date) -> bool:
    """Whether hours are written that are no mere midnight of another time zone."""
    return hours is not None and not (
        hours.colon and hours.starts is not None and calendar.is_midnight_artefact(hours.starts, day)
    )


def read_hours(hours: Hours | None, first: dt.date, last: dt.date) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Hours as `HH:MM`, those that are only midnight in another time zone left out and flagged."""
    if hours is None:
        return None, None, ()
    starts, ends = hours.starts, hours.ends
    flags: set[str] = set()
    if hours.colon and starts is not None and calendar.is_midnight_artefact(starts, first):
        starts = None
        flags.add("midnight_artefact")
    if "midnight_artefact" in flags and ends is not None and calendar.is_midnight_artefact(ends, last):
        ends = None
    if hours.stops > 2:
        flags.add("split_hours")
    return clock(starts), clock(ends), tuple(flags)


@lru_cache(maxsize=2048)
def clock(minutes: int | None) -> str | None:
    """Minutes since midnight as `HH:MM`."""
    return None if minutes is None else f"{minutes // 60:02d}:{minutes % 60:02d}"


def write_clock(hour: str, minute: str | None) -> str:
    """The figures of an hour as `HH:MM` (`("9", None)` is `09:00`)."""
    return f"{int(hour):02d}:{minute or '00'}"


def minutes_of(hour: str) -> int:
    """An hour (`HH:MM`) in minutes from midnight."""
    return int(hour[:2]) * 60 + int(hour[3:])


def waits_long(welcome: str, first: str) -> bool:
    """Whether hours pass from a welcome to what follows (both `HH:MM`): people begin with it (`10h : accueil`, 14h)."""
    return minutes_of(first) - minutes_of(welcome) > _LONGEST_WELCOME
