"""Hours of a text that tells but one day, or one set of hours, each in another sentence: `le 17 mars. Accueil à 9h`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extract.dates.ahead import is_opening_time
from extract.dates.clock import clock
from extract.dates.expressions import Hours
from extract.dates.hour_heads import Kind, read_kind
from extract.records import DateReading

_STOP: Final = re.compile(r"[.!?]\s|\n")
_LONGEST_WAIT: Final = 60
"""Minutes from a welcome to what people are welcomed to, at most."""
_HELD: Final = ("start", "held", "bare")


def give_hours_apart(
    text: str, dates: Sequence[DateReading], loose: Sequence[Hours], tied: Sequence[Hours]
) -> tuple[DateReading, ...]:
    """The readings of a text by itself: days without hours have the only ones that it tells, others the end told apart.

    Hours behind another day are not the meeting's, and several days have only what is told once. `tied` are the hours
    that stand with a day.
    """
    days = [date for date in dates if date.role == "event" and date.precision == "day"]
    if any(date.starts_at or date.ends_at for date in days):
        return _close_apart(text, dates, days, loose, tied)
    if not days:
        return tuple(dates)
    edges = sorted((date.where.start, date.role == "event") for date in dates)
    own = [hours for hours in loose if all(event for start, event in edges if start < hours.start)]
    own = [hours for hours in own if not is_opening_time(text, hours, len(text))]
    times = _find_times(text, own, alone=len({date.first_day for date in days}) == 1)
    if times == (None, None):
        return tuple(dates)
    return tuple(replace(date, starts_at=times[0], ends_at=times[1]) if date in days else date for date in dates)


def _close_apart(
    text: str, dates: Sequence[DateReading], days: list[DateReading], loose: Sequence[Hours], tied: Sequence[Hours]
) -> tuple[DateReading, ...]:
    """The readings of a text that tells when its one meeting starts, with the end that a later sentence tells.

    `…, à 9h, le jeudi 30 mars. Fin prévue à 11h30.` So with its start, where the day has but that of a welcome.
    """
    if not tied:
        return tuple(dates)
    own, last = tied[-1], dates[-1]
    alone = len({(date.first_day, date.last_day) for date in days}) == 1 and last.role == "event"
    if not alone or own.starts is None or any(date.ends_at or not date.starts_at for date in days):
        return tuple(dates)
    told = [(one, _kind_of(text, one)) for one in loose if one.start >= max(last.where.end, own.end)]
    starts = _begins_behind(text, own, told)
    ends = [one.ends or one.starts for one, kind in told if kind == "end" and (one.ends or one.starts or 0) > starts]
    first, end = clock(starts), clock(max(ends, key=lambda minutes: minutes or 0, default=None))
    return tuple(replace(date, starts_at=first, ends_at=end) if date in days else date for date in dates)


def _begins_behind(text: str, own: Hours, told: list[tuple[Hours, Kind]]) -> int:
    """When it begins, in minutes: behind a welcome with what soon follows (`9h : accueil`, then `9h30 : ouverture`)."""
    starts = own.starts or 0
    if told and _kind_of(text, own) == "arrival":
        following, kind = told[0]
        wait = (following.starts or 0) - starts
        if kind in _HELD and following.ends is None and 0 < wait <= _LONGEST_WAIT:
            return following.starts or starts
    return starts


def _find_times(text: str, hours: Sequence[Hours], *, alone: bool) -> tuple[str | None, str | None]:
    """When it begins and ends by some hours in order; nothing where they are those of several days or go back."""
    told = [(one, kind) for one in hours if (kind := _kind_of(text, one)) not in ("aside", "foreign")]
    if any((one.starts or 0) > (other.starts or other.ends or 0) for (one, _), (other, _) in pairwise(told)):
        return None, None
    begins = [one for one, kind in told if kind in _HELD or one.ends] or [
        one for one, kind in told if kind == "arrival"
    ]
    if not begins or (not alone and len(told) > 1):
        return None, None
    ends = [one.ends or one.starts for one, kind in told if one.ends or (kind == "end" and one is not begins[0])]
    last = ends[-1] if ends else None
    return clock(begins[0].starts), clock(last)


def _kind_of(text: str, hours: Hours) -> Kind:
    """What an hour is by its sentence; one that opens it is told of by the words behind it."""
    stops = [match.end() for match in _STOP.finditer(text, 0, hours.start)]
    after = _STOP.search(text, hours.end)
    sentence = (stops[-1] if stops else 0), after.start() if after is not None else len(text)
    return read_kind(text, (hours.start, hours.end), sentence, frozenset(), whole=bool(hours.starts and hours.ends))
