"""Weekdays of months: `le premier mardi du mois, de septembre à décembre`, `les mardis de mai et juin 2025`.

A rule is composed of which (`chaque`, `tous les`, ranks), of a weekday and of months as its bounds. The bounds must be
told: a rule without them tells no day. Nor does one that leaves out days which nobody tells (`hors vacances`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from extract.dates.calendar import ONE_DAY, every_weekday
from extract.dates.lexicon import WEEKDAY_NAME, WEEKDAYS
from extract.events.days.frames import HOLIDAYS
from extract.matching.gates import compile_gated
from extract.records import DateReading

_DAY: Final = rf"(?:{WEEKDAY_NAME})s?"
_DAYS: Final = rf"{_DAY}(?:(?:,|\set|,\set)\s(?:les\s|le\s)?{_DAY}){{0,4}}"
_RANKS: Final = {
    "premier": 0,
    "1er": 0,
    "deuxième": 1,
    "2e": 1,
    "2ème": 1,
    "second": 1,
    "troisième": 2,
    "3e": 2,
    "3ème": 2,
    "quatrième": 3,
    "4e": 3,
    "4ème": 3,
    "dernier": -1,
}
_RANK: Final = rf"(?:{'|'.join(_RANKS)})s?"
_IN_THE_MONTH: Final = r"(?:du mois|de (?:chaque|tous les) mois|par mois|des mois)"
_RULE: Final = compile_gated(
    rf"(?<![^\W_])(?:(?:chaque|tous les|les?)\s"
    rf"(?P<ranks>{_RANK}(?:(?:,|\set|,\set)\s(?:les?\s)?{_RANK}){{0,3}})\s(?P<nth>{_DAYS})"
    rf"(?:\s{_IN_THE_MONTH})?|(?:chaque|tous les|les?)\s(?P<every>{_DAYS})(?:\sdu mois)?)(?!\s?\d|[^\W_])",
    re.IGNORECASE,
)
_HOURS_AND_BOUNDS: Final = re.compile(
    r"[\s,(–:-]*(?:(?:de|du|des|d['’]|en|entre|mois|durant|pendant|toute?|au cours|l['’]ann[ée]e|[àa]|les|"
    r"matins?|apr[èe]s-midi|soirs?|\d{1,2}\s?(?:h|heures?)\s?(?:\d\d)?|et|à partir|,|–|-|:|\()\s?){0,14}"
)
"""What may stand between the weekday and the months: hours, a part of the day, small words."""
_HOUR: Final = re.compile(r"\d\s?h|[.;!?\n]")
_SINCE: Final = re.compile(r"(?<![^\W_])(?:à (?:partir|compter)|dès|depuis)\s?(?:de\s|d['’]|le mois d[e'’]\s?)?$", re.I)
"""What opens months that nobody closes: `tous les premiers lundis du mois, à partir de janvier`."""
_GOES_ON: Final = re.compile(r"\s?(?:,|et|à|jusqu['’](?:en|à(?:\sfin)?)|[–—-])\s(?:fin\s|d['’])?", re.IGNORECASE)
_REACH: Final = 150
_LONGEST: Final = 366


def unfold_months(text: str, dates: list[DateReading]) -> list[DateReading]:
    """The dates, in the order of the text, months that a rule of weekdays leads to as the days that it tells."""
    if all(date.precision == "day" for date in dates) or not _RULE.may_match(text):
        return dates
    runs = [list(run) for _, run in groupby(dates, key=lambda date: (date.where.start, date.where.end))]
    told: list[DateReading] = []
    for run in runs:
        months = run[0]
        if months.precision not in ("month", "period") or months.role not in ("event", "other") or len(run) > 1:
            told += run
            continue
        before = _run_before(told)
        if before and _goes_on(text, before, months):
            told = [*told[: -len(before)], *_join(text, before, months)]
        else:
            told += _tell(text, months) or run
    return told


def _run_before(told: list[DateReading]) -> list[DateReading]:
    """The last days that stand in the same words: `Tous les mardis de septembre` before `novembre 2025`."""
    if not told or told[-1].precision != "day":
        return []
    where = told[-1].where
    return [date for date in told if (date.where.start, date.where.end) == (where.start, where.end)]


def _goes_on(text: str, before: list[DateReading], months: DateReading) -> bool:
    """Whether months follow weekdays that were read up to the first of them: `Les mardis de septembre` à novembre."""
    rule = _RULE.match(text, before[0].where.start, before[0].where.end)
    joined = _GOES_ON.fullmatch(text, before[0].where.end, months.where.start) is not None
    near = before[-1].last_day < months.last_day <= before[0].first_day + dt.timedelta(days=_LONGEST)
    return rule is not None and rule["every"] is not None and joined and near


def _join(text: str, before: list[DateReading], months: DateReading) -> Iterator[DateReading]:
    """The weekdays of a first month and of those behind it; one period where days are left out that nobody tells."""
    first, where = before[0], replace(months.where, start=before[0].where.start)
    words = text[where.start : where.end]
    if HOLIDAYS.match(text, months.where.start):
        yield replace(months, text=words, where=where, first_day=first.first_day.replace(day=1), precision="period")
        return
    hours = months if months.starts_at is not None else first
    weekdays = {date.first_day.weekday() for date in before}
    through = "à" in text[first.where.end : months.where.start]
    start = before[-1].last_day + ONE_DAY if through else months.first_day
    later = {day for weekday in weekdays for day in every_weekday(start, months.last_day, weekday)}
    for day in sorted({*(date.first_day for date in before), *later}):
        yield replace(
            first,
            text=words,
            where=where,
            first_day=day,
            last_day=day,
            starts_at=hours.starts_at,
            ends_at=hours.ends_at,
        )


def _tell(text: str, months: DateReading) -> list[DateReading]:
    """The days of the rule right before some months; none where there is none."""
    start = max(0, months.where.start - _REACH)
    before = list(_RULE.finditer(text, start, months.where.start))[-1:]
    rules = [rule for rule in before if _HOURS_AND_BOUNDS.fullmatch(text, rule.end(), months.where.start)]
    if _SINCE.search(text, start, months.where.start):
        return []
    rules = rules or [rule for rule in (_find_behind(text, months),) if rule is not None]
    long = (months.last_day - months.first_day).days > _LONGEST
    if not rules or long or any(HOLIDAYS.match(text, at) for at in (rules[0].end(), months.where.start)):
        return []
    if rules[0][0].lower().startswith("le ") and not rules[0]["ranks"] and months.precision != "period":
        return []  # `le mardi, en mars` may be one of them
    days = sorted({*_days_of(rules[0], months)})
    return [
        replace(months, first_day=day, last_day=day, precision="day", role="event", rule="weekdays_of_months", flags=())
        for day in days
    ]


def _find_behind(text: str, months: DateReading) -> re.Match[str] | None:
    """The rule right behind some months, before their hours: `D'avril à juin 2025, tous les mardis, de 10h à 12h`."""
    end = min(len(text), months.where.end + _REACH)
    rule = _RULE.search(text, months.where.start, end)
    if rule is None or rule.start() >= months.where.end + len(", et "):
        return None
    between = text[months.where.start : rule.start()]
    return rule if between.rstrip()[-1:] in ",:(–-" and not _HOUR.search(between) else None


def _days_of(rule: re.Match[str], months: DateReading) -> Iterator[dt.date]:
    if rule["every"]:
        for weekday in _weekdays(rule["every"]):
            yield from every_weekday(months.first_day, months.last_day, weekday)
        return
    ranks = [_rank_of(word) for word in re.findall(_RANK, rule["ranks"], re.IGNORECASE)]
    first = months.first_day
    while first <= months.last_day:
        following = (first.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
        for weekday in _weekdays(rule["nth"]):
            days = every_weekday(first, following - ONE_DAY, weekday)
            yield from (days[rank] for rank in ranks)
        first = following


def _rank_of(word: str) -> int:
    key = word.lower()
    return _RANKS[key] if key in _RANKS else _RANKS[key[:-1]]


def _weekdays(words: str) -> list[int]:
    return [WEEKDAYS.index(name.lower()) for name in re.findall(WEEKDAY_NAME, words, re.IGNORECASE)]
