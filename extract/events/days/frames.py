"""Weekdays of a month that frame days told one by one: `Les jeudis de janvier` over `le 14 janvier`, `le 21 janvier`.

Said by themselves they are every such day. Where the page goes on to tell some of them, the others hold nothing; and
of `tous les lundis du 8 janvier au 12 février (sauf le 29 janvier)` the day that is excepted holds nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Final

from extract.dates.lexicon import WEEKDAYS
from extract.matching.leaping import compile_leaping
from extract.records import DateReading

_FEWEST_OF_FRAME, _FEWEST_TOLD = 3, 2
_WEEK: Final = 7
_NEAR: Final = 40
_REACH: Final = 160
_EVERY: Final = compile_leaping(
    rf"(?<![^\W_])(?:chaque|tous les)\s(?P<weekday>{'|'.join(WEEKDAYS)})s?(?![^\W_])[^.;!?\n]{{0,120}}$", re.IGNORECASE
)
_EXCEPT: Final = re.compile(
    r"\s?[,(–—-]?\s?(?:sauf|hormis|except[ée]|(?:[àa] l['’])?exception d[ue]s?|hors)\s"
    r"(?:les?\s|du\s|des\s)?(?:[^\W\d_]+di\s)?",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"\s?(?:,|et|&)\s(?:les?\s)?(?:[^\W\d_]+di\s)?", re.IGNORECASE)


def without_untold_of_frames(dates: list[DateReading]) -> list[DateReading]:
    """The dates, in the order of the text, without those of a frame of weekdays that its page does not tell."""
    runs = [list(run) for _, run in groupby(dates, key=lambda date: (date.where.start, date.where.end))]
    frames = [run for run in runs if _is_frame(run)]
    if not frames:
        return dates
    alone = {run[0].first_day for run in runs if len(run) == 1}  # a frame is of several days
    kept = []
    for run in runs:
        told = alone & {date.first_day for date in run} if any(run is frame for frame in frames) else set()
        kept += [date for date in run if date.first_day in told] if len(told) >= _FEWEST_TOLD else run
    return kept


def without_excepted_of_frames(text: str, dates: list[DateReading]) -> list[DateReading]:
    """The dates, in the order of the text, without the days that are excepted from a frame right behind it.

    Hours behind the exception are those of the frame.
    """
    runs = [list(run) for _, run in groupby(dates, key=lambda date: (date.where.start, date.where.end))]
    kept: list[DateReading] = []
    excepted: list[DateReading] = []
    frame: list[DateReading] = []
    for run in runs:
        if _is_frame(run):
            kept, frame, excepted = kept + frame, run, []
            continue
        before = text[(excepted[-1] if excepted else frame[-1]).where.end : run[0].where.start] if frame else ""
        if frame and len(before) <= _NEAR and (_EXCEPT if not excepted else _AND).fullmatch(before):
            excepted += run
            days = {date.first_day for date in run}
            frame = [_with_hours_of(date, run[-1]) for date in frame if date.first_day not in days]
            continue
        kept, frame, excepted = [*kept, *frame, *run], [], []
    return kept + frame


def unfold_weekly(text: str, dates: list[DateReading]) -> list[DateReading]:
    """The dates, a long run that its sentence tells by a weekday as those days: `chaque mardi à Guise, du 2 au 30 mai`.

    Both its ends fall on the weekday.
    """
    unfolded = []
    for date in dates:
        long = date.role == "event" and (date.last_day - date.first_day).days >= 2 * _WEEK and date.precision == "day"
        told = _EVERY.search(text, max(0, date.where.start - _REACH), date.where.start) if long else None
        weekday = WEEKDAYS.index(told["weekday"].lower()) if told is not None else -1
        if date.first_day.weekday() != weekday or date.last_day.weekday() != weekday:
            unfolded.append(date)
            continue
        days = range(0, (date.last_day - date.first_day).days + 1, _WEEK)
        told_days = (date.first_day + dt.timedelta(days=shift) for shift in days)
        unfolded += [replace(date, first_day=day, last_day=day, flags=()) for day in told_days]
    return unfolded


def _with_hours_of(date: DateReading, last: DateReading) -> DateReading:
    """A day of a frame with the hours that stand behind its exception, where it has none."""
    if date.starts_at is not None or last.starts_at is None:
        return date
    return replace(date, starts_at=last.starts_at, ends_at=last.ends_at)


def _is_frame(run: list[DateReading]) -> bool:
    """Whether the same words tell several days a week apart."""
    if len(run) < _FEWEST_OF_FRAME or any(d.precision != "day" or d.first_day != d.last_day for d in run):
        return False
    return all((b.first_day - a.first_day).days == _WEEK for a, b in pairwise(run))
