"""Weekdays of a month that frame days told one by one: `Les jeudis de janvier` over `le 14 janvier`, `le 21 janvier`.

Said by themselves they are every such day. Where the page goes on to tell some of them, the others hold nothing; and
of `tous les lundis du 8 janvier au 12 février (sauf le 29 janvier)` the day that is excepted holds nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Final

from extract.dates.lexicon import WEEKDAY_NAME
from extract.matching.leaping import compile_leaping
from extract.records import DateReading

_FEWEST_OF_FRAME, _FEWEST_TOLD = 3, 2
_WEEK: Final = 7
_NEAR: Final = 40
_REACH: Final = 160
_WEEKDAY: Final = rf"(?:{WEEKDAY_NAME})"
_EVERY: Final = compile_leaping(
    rf"(?<![^\W_])(?:(?:chaque|tous\sles)\s(?P<weekday>{_WEEKDAY})s?|une?\s(?P<fortnightly>{_WEEKDAY})\ssur\s(?:deux|2)|"
    rf"(?:tous|toutes)\sles\s(?:(?:quinze|15)\sjours|deux\ssemaines),?\s(?:le\s)?(?P<each>{_WEEKDAY}))"
    r"(?![^\W_])[^.;!?\n]{0,120}$",
    re.IGNORECASE,
)
# From then on, nobody knows how long: `tous les mardis à partir du 10 septembre`.
_FROM: Final = re.compile(
    r"(?<![^\W_])(?:[àa]\s(?:partir|compter|dater)\sdu|d[èe]s\sle|depuis\sle)\s(?:[^\W\d_]+di\s)?$", re.IGNORECASE
)
_BUT: Final = r"(?<![^\W_])(?:hors|sauf|hormis|except[ée]|(?:[àa]\sl['’])?exception\sd[ue]s?)\s"
HOLIDAYS: Final = re.compile(
    rf"[^.;!?\n]{{0,120}}?{_BUT}[^.;!?\n\d]{{0,30}}(?:vacances|cong[ée]s|f[ée]ri[ée]s?)(?![^\W_])", re.IGNORECASE
)
"""Days are left out that nobody tells one by one: `un jeudi sur deux, hors vacances scolaires`."""
_EXCEPT: Final = re.compile(
    r"\s?[,(–—-]?\s?(?:sauf|hormis|except[ée]|(?:[àa] l['’])?exception d[ue]s?|hors)\s"
    r"(?:les?\s|du\s|des\s)?(?:[^\W\d_]+di\s)?",
    re.IGNORECASE,
)
_NONE_THEN: Final = re.compile(
    r"(?<![^\W_])(?:pas (?:de |d['’])|aucune?\s)[^.;:!?\d]{2,30}?\s?[:(]?\s?(?:les?|du|ce)?\s(?:[^\W\d_]+di\s)?$",
    re.IGNORECASE,
)
_BARE: Final = re.compile(
    rf"[^.;!?\n]{{0,80}}?{_BUT}(?:les?\s|des?\s|du\s)?(?:[^\W\d_]+di\s)?(\d{{1,2}}(?:er)?(?:(?:,|\set|,\set)\s(?:le\s)?\d{{1,2}})*)"
    r"(?![^\W_]|[/.:]\d|\s?h(?![^\W\d_])|\s[^\W\d_]{3})",
    re.IGNORECASE,
)
"""Days that are excepted by their numbers alone: `du 2 au 30 mai, sauf le 9`."""
_OF_HOURS: Final = re.compile(r"\s?[:(,–-]\s?(?:(?:de|[àa]|d[èe]s)\s)?\d{1,2}\s?(?:h|:\d)", re.IGNORECASE)
"""What makes of them days that have other hours: `sauf le 17 : de 14h à 17h`."""
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

    Hours behind the exception are those of the frame. A series of which only the first day is told is a frame as well.
    """
    runs = [list(run) for _, run in groupby(dates, key=lambda date: (date.where.start, date.where.end))]
    kept: list[DateReading] = []
    excepted: list[DateReading] = []
    frame: list[DateReading] = []
    for run in runs:
        if _is_frame(run) or _opens_series(text, run):
            kept, frame, excepted = kept + frame, _without_bare(text, run), []
            continue
        if frame and _is_excepted(text, frame[-1], excepted[-1] if excepted else None, run[0]):
            if _has_own_hours(frame[-1], run[-1]):
                kept += run
                continue
            excepted += run
            days = {date.first_day for date in run}
            frame = [_with_hours_of(date, run[-1]) for date in frame if date.first_day not in days]
            continue
        kept, frame, excepted = [*kept, *frame, *run], [], []
    return _without_none_then(text, kept + frame)


def _without_none_then(text: str, dates: list[DateReading]) -> list[DateReading]:
    """The days of frames without those of which a sentence says that nothing takes place: `Pas de cours le 19 mars`."""
    none = {
        date.first_day for date in dates if _NONE_THEN.search(text, max(0, date.where.start - _NEAR), date.where.start)
    }
    if not none:
        return dates
    runs = [list(run) for _, run in groupby(dates, key=lambda date: (date.where.start, date.where.end))]
    return [d for run in runs for d in run if not (_is_frame(run) and d.first_day in none)]


def _find_every(text: str, start: int) -> re.Match[str] | None:
    """The weekday of a series that a sentence tells before a day at `start`."""
    return _EVERY.search(text, max(0, start - _REACH), start)


def _with_hours_of(date: DateReading, last: DateReading) -> DateReading:
    """A day of a frame with the hours that stand behind its exception, where it has none."""
    if date.starts_at is not None or last.starts_at is None:
        return date
    return replace(date, starts_at=last.starts_at, ends_at=last.ends_at)


def _has_own_hours(frame: DateReading, excepted: DateReading) -> bool:
    """Whether a day is excepted from the hours of its frame only: `les 3, 10 et 17 mars, 9h-12h (sauf le 17 : 14h)`."""
    told = (excepted.starts_at, excepted.ends_at)
    return frame.starts_at is not None and told not in ((None, None), (frame.starts_at, frame.ends_at))


def _is_excepted(text: str, frame: DateReading, excepted: DateReading | None, date: DateReading) -> bool:
    """Whether a day is left out right behind a frame, or listed behind another that is; a list has words in common."""
    if excepted is not None and date.where.start < excepted.where.end:
        return True
    before = text[(excepted or frame).where.end : date.where.start]
    return len(before) <= _NEAR and (_AND if excepted else _EXCEPT).fullmatch(before) is not None


def _without_bare(text: str, run: list[DateReading]) -> list[DateReading]:
    """A frame without the days that are excepted by their numbers."""
    told = _BARE.match(text, run[0].where.start) if len(run) > 1 else None
    if told is None or _OF_HOURS.match(text, told.end(1)):
        return run
    numbers = {int(number) for number in re.findall(r"\d+", told[1])}
    return [date for date in run if date.first_day.day not in numbers]


def _opens_series(text: str, run: list[DateReading]) -> bool:
    """Whether a day is the first of a series by weekdays that has no last one told."""
    start = run[0].where.start
    return (
        len(run) == 1
        and _FROM.search(text, max(0, start - _NEAR), start) is not None
        and _find_every(text, start) is not None
    )


def _is_frame(run: list[DateReading]) -> bool:
    """Whether the same words tell several days, each a week from the next, or two."""
    if len(run) < _FEWEST_OF_FRAME or any(d.precision != "day" or d.first_day != d.last_day for d in run):
        return False
    steps = {(b.first_day - a.first_day).days for a, b in pairwise(run)}
    return steps in ({_WEEK}, {2 * _WEEK})
