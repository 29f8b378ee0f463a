"""Days that are left out of a run of days: `du 12 au 16 juillet (sauf le 14), de 9h à 12h`, `sauf le mercredi`.

Where hours of its own follow on such a day it is only told apart (`sauf le 16 : 9h-12h`), and stays.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import replace
from itertools import groupby
from typing import Final

from extract.dates.lexicon import MONTHS, WEEKDAY_NAME, WEEKDAYS, WORDS, fold
from extract.matching.gates import compile_gated
from extract.records import DateReading

_MONTH: Final = rf"(?:{'|'.join(MONTHS)})"
_NUMBERS: Final = r"(?:1er|\d{1,2})(?:(?:,\s|,?\set\s)(?:le\s)?(?:1er|\d{1,2}))*(?!\d|\s?(?:h(?![^\W\d_])|[/.:]\d))"
_LEFT_OUT: Final = compile_gated(
    r"(?<![^\W_])(?:sauf|hormis|hors|except[ée]e?s?|(?:[àa]\sl['’])?exception\sd[ue]s?)\s"
    rf"(?:les?\s|du\s|des\s)?(?:(?P<weekday>{WEEKDAY_NAME})s?\s?)?(?:(?P<numbers>{_NUMBERS})"
    rf"(?:\s(?P<month>{_MONTH})(?:\s20\d\d)?)?|(?<=di\s)|(?<=di)|(?<=dis)|(?<=che))(?![^\W_])",
    re.IGNORECASE,
)
_LEADS: Final = re.compile(
    r"\s?(?:[,(–—-]\s?)?(?:(?:inclus|compris)\s?,?\s?)?(?:\(?(?:de|[àa]|d[èe]s)?\s?\d[\dh :àa-]{3,20}\)?,?\s)?\(?"
)
"""What may stand between a run of days and what is left out of it: a mark, and the hours of all."""
_OWN_HOURS: Final = re.compile(r"\s?(?P<mark>[:(,–-])\s?(?:(?:de|[àa]|d[èe]s)\s)?\d{1,2}\s?(?:h|:\d)", re.IGNORECASE)
_BUT: Final = re.compile(r"(?<![^\W_])(?:sauf|hormis|except[ée]|[àa]\sl['’]exception\sdu)\s(?:le\s)?$", re.IGNORECASE)
_CLOSES: Final = re.compile(r"\s?(?:[.;)!](?!\d)|$|\n)")
_LEAD: Final = 30
_LONGEST_RUN: Final = 62
_REACH: Final = 60


def leave_out(text: str, dates: list[DateReading]) -> list[DateReading]:
    """The dates, in the order of the text, runs of days without the days that are left out of them."""
    if not _LEFT_OUT.may_match(text):
        return dates
    kept: list[DateReading] = []
    gone: list[DateReading] = []
    for date in dates:
        out = _find_out(text, date)
        if out is None:
            kept.append(date)
            continue
        match, days = out
        read = [d for d in dates if match.start() <= d.where.start < match.end()]
        hours = next((d for d in read if d.starts_at and date.starts_at is None), date)
        kept += _without(replace(date, starts_at=hours.starts_at, ends_at=hours.ends_at), days)
        gone += read
    kept = [date for date in kept if date not in gone]
    counts = Counter(day for date in kept for day in {date.first_day, date.last_day} if date.role == "event")
    return [replace(d, role="other", rule="left_out") if _is_no_day(text, d, counts) else d for d in kept]


def _is_no_day(text: str, date: DateReading, counts: Counter[dt.date]) -> bool:
    """Whether a day is told only as the one on which nothing is: `cours maintenus, sauf le mercredi 8 juin.`."""
    if date.role != "event" or date.starts_at or date.first_day != date.last_day or counts[date.first_day] > 1:
        return False
    closes = _CLOSES.match(text, date.where.end) is not None
    return closes and _BUT.search(text, max(0, date.where.start - _LEAD), date.where.start) is not None


def _find_out(text: str, date: DateReading) -> tuple[re.Match[str], set[dt.date]] | None:
    """The words that leave days out of a run, right behind it, and these days; None where nothing is left out."""
    length = (date.last_day - date.first_day).days
    if date.precision != "day" or not 0 < length <= _LONGEST_RUN or date.role != "event":
        return None
    line, _, _ = date.text.partition("\n")
    start, end = date.where.start, text.find("\n", date.where.start)
    match = _LEFT_OUT.search(text, start, min(end if end >= 0 else len(text), start + len(line) + _REACH))
    behind = start + len(line)
    if match is None or (match.start() >= behind and not _LEADS.fullmatch(text, behind, match.start())):
        return None
    own = _OWN_HOURS.match(text, match.end())
    if own is not None and (own["mark"] != "," or _tells_hour(text[start : match.start()])):
        return None
    run = [date.first_day + dt.timedelta(days=n) for n in range(length + 1)]
    days = {day for day in run if _is_meant(match, day)}
    return (match, days) if days and len(days) < len(run) else None


def _tells_hour(words: str) -> bool:
    return re.search(r"\d\s?(?:h(?![^\W\d_])|:\d\d)", words) is not None


def _is_meant(match: re.Match[str], day: dt.date) -> bool:
    """Whether some words mean a day: by its number, with its month where they tell one, else by its weekday."""
    if match["numbers"]:
        numbers = {int(figures) for figures in re.findall(r"\d+", match["numbers"])}
        month = WORDS[fold(match["month"])][1] if match["month"] else day.month
        return day.day in numbers and day.month == month
    return match["weekday"] is not None and day.weekday() == WEEKDAYS.index(fold(match["weekday"]))


def _without(date: DateReading, days: set[dt.date]) -> list[DateReading]:
    """A run of days as the runs that are left of it."""
    run = [date.first_day + dt.timedelta(days=n) for n in range((date.last_day - date.first_day).days + 1)]
    parts = [list(part) for out, part in groupby(run, key=lambda day: day in days) if not out]
    return [replace(date, first_day=part[0], last_day=part[-1]) for part in parts]
