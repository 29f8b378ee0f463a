"""The days that a rule tells between its bounds: `chaque mardi du 3 mars au 12 mai, sauf le 14 avril (reportée au 16)`.

Every day of the rule's line is something to it: its first day (`à partir du`, `Première séance le`, a run's), its last
(`jusqu'au`, `Dernière séance le`), months that bound it, a day left out (`sauf`, `pas de permanence le`) or moved, and
the day that such a one is moved to (`rule_parts`). What is none of these is a day of its own. A rule without both
bounds, and one that leaves out days which nobody tells (`hors vacances`), tells no day.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import groupby
from typing import Final

from extract.dates.calendar import ONE_DAY
from extract.dates.lexicon import WEEKDAY_NAME
from extract.events.days.rule_parts import Part, Run, find_parts, opens_rule
from extract.events.days.weekday_rules import Rule, find_rule, may_tell_rule
from extract.records import DateReading

_TO_NUMBER: Final = re.compile(
    rf"[^.;!?\n\d]{{0,12}}(?:report|d[ée]cal|d[ée]plac|avanc|repouss)[ée]e?s?\s(?:[^.;:!?\d]{{0,20}})?au\s(?:(?:{WEEKDAY_NAME})\s)?"
    r"(?P<number>\d{1,2})(?!\d|\s?[/.]\d|\s?h|\s[^\W\d_]{3})",
    re.IGNORECASE,
)
"""A day that is moved within its month: `sauf le 25 février (reportée au 27)`."""
_MOVES: Final = re.compile(r"[^.;!?\n\d]{0,30}(?:report|d[ée]cal|d[ée]plac|avanc|repouss)[ée]", re.IGNORECASE)
_BUT: Final = r"(?<![^\W_])(?:hors|sauf|hormis|except[ée]|(?:[àa]\sl['’])?exception\sd[ue]s?)\s"
_HOLIDAYS: Final = re.compile(
    rf"[^.;!?\n]{{0,120}}?{_BUT}[^.;!?\n\d]{{0,30}}(?:vacances|cong[ée]s|f[ée]ri[ée]s?)(?![^\W_])", re.IGNORECASE
)
"""Days are left out that nobody tells one by one: `un jeudi sur deux, hors vacances scolaires`."""
_NUMBERS_OUT: Final = re.compile(
    rf"[^.;!?\n]{{0,160}}?{_BUT}(?:les?\s|des?\s|du\s)?(?:[^\W\d_]+di\s)?"
    r"(?P<numbers>\d{1,2}(?:er)?(?:(?:,|\set|,\set)\s(?:le\s)?\d{1,2})*)"
    r"(?![^\W_]|[/.:]\d|\s?h(?![^\W\d_])|\s[^\W\d_]{3})",
    re.IGNORECASE,
)
"""Days that are left out by their numbers alone: `du 2 au 30 mai, sauf le 9`."""
_OF_HOURS: Final = re.compile(r"\s?[:(,–-]\s?(?:(?:de|[àa]|d[èe]s)\s)?\d{1,2}\s?(?:h|:\d)", re.IGNORECASE)
"""What makes of them days that have other hours: `sauf le 17 : de 14h à 17h`."""
_GOES_ON: Final = re.compile(r"\s?(?:,|et|à|jusqu['’](?:en|à(?:\sfin)?)|[–—-])\s(?:fin\s|d['’])?", re.IGNORECASE)
"""From the weekdays of one month to other months: `Les mardis de mai` à juillet."""
_FEWEST_TOLD: Final = 2


def unfold_rules(text: str, dates: Run) -> Run:
    """The dates, in the order of the text, the bounds of each rule as the days that it tells."""
    if not dates or not may_tell_rule(text):
        return dates
    lines = ((start, list(line)) for start, line in groupby(dates, key=lambda date: _line_start(text, date)))
    told: Run = []
    for start, line in lines:
        end = text.find("\n", start)
        told += _unfold(text, line, start, len(text) if end < 0 else end) or line
    return sorted(told, key=lambda date: date.where.start)


def _line_start(text: str, date: DateReading) -> int:
    return text.rfind("\n", 0, date.where.start) + 1


def _unfold(text: str, line: Run, start: int, end: int) -> Run:
    """The days of a line with one rule; none where it has none that is bounded."""
    rule = find_rule(text, start, end)
    if rule is None:
        return []
    parts = find_parts(text, line, rule)
    days, main = _days_of(rule, parts, text)
    if main is None:
        return _without_out(parts)
    if _HOLIDAYS.match(text, rule.end) or _HOLIDAYS.match(text, main.where.end):
        return [replace(main, precision="period")] if main.precision in ("month", "period") and main not in line else []
    if len({d.first_day for part, d in parts if part == "own" and d.first_day in days}) >= _FEWEST_TOLD:
        return []  # days that are told one by one: `trois vendredis de mars : le 8 à Hirson, le 15 à Guise`
    return _tell(text, rule, parts, days, main)


def _without_out(parts: list[tuple[Part, DateReading]]) -> Run:
    """The days of a line whose rule nobody closes, without those that are left out; none where none is."""
    out = [date for part, date in parts if part == "out"]
    kept = [date for part, date in parts if part != "out"]
    hours = next((date for date in out if date.starts_at is not None), None)
    opened = any(part == "first" for part, _ in parts)
    return [_with_hours(d, hours) if hours and d.role == "event" else d for d in kept] if out and opened else []


def _tell(text: str, rule: Rule, parts: list[tuple[Part, DateReading]], days: list[dt.date], main: DateReading) -> Run:
    """The days of a bounded rule, those that are left out and moved from told apart, with the days of their own."""
    out = [date for part, date in parts if part == "out"]
    numbers = _numbers_out(text, min(rule.start, main.where.start))
    kept = [d for d in days if d.day not in numbers and not any(date.first_day <= d <= date.last_day for date in out)]
    hours = next((d for _, d in parts if d.starts_at is not None), main)
    moves = [date for date in out if _MOVES.match(text, date.where.end) and date.first_day in days]
    flags = ("moved_to",) if moves else ()
    ruled = [replace(_at(main, day, hours), flags=flags) for day in kept]
    own = [replace(_with_hours(d, hours), flags=(*d.flags, "moved_to")) for part, d in parts if part == "to"]
    own += [to for date in moves if (to := _within_month(text, date, hours)) is not None]
    own += [date for part, date in parts if part == "own"]
    first = [date for part, date in parts if part == "first" and date is not main]
    own += [replace(_with_hours(date, hours), flags=(*date.flags, *flags)) for date in first]
    told = {date.first_day for date in own if date.role == "event"}
    return [*(date for date in ruled if date.first_day not in told), *own, *map(_moved_from, moves)]


def _numbers_out(text: str, start: int) -> set[int]:
    """The numbers of the days that a rule leaves out without their month."""
    told = _NUMBERS_OUT.match(text, start)
    if told is None or _OF_HOURS.match(text, told.end("numbers")):
        return set()
    return {int(number) for number in re.findall(r"\d+", told["numbers"])}


def _at(main: DateReading, day: dt.date, hours: DateReading) -> DateReading:
    return replace(
        main, first_day=day, last_day=day, starts_at=hours.starts_at, ends_at=hours.ends_at, precision="day",
        role="event", rule="weekday_rule", flags=(),
    )  # fmt: skip


def _with_hours(date: DateReading, hours: DateReading) -> DateReading:
    """A day of the event, with the hours of its rule where it tells none."""
    if date.starts_at is None and date.ends_at is None:
        date = replace(date, starts_at=hours.starts_at, ends_at=hours.ends_at)
    return replace(date, role="event")


def _moved_from(date: DateReading) -> DateReading:
    return replace(date, role="event", starts_at=None, ends_at=None, flags=(*date.flags, "moved_from"))


def _within_month(text: str, date: DateReading, hours: DateReading) -> DateReading | None:
    """The day that one is moved to by its number alone, or None."""
    told = _TO_NUMBER.match(text, date.where.end)
    if told is None:
        return None
    try:
        day = date.first_day.replace(day=int(told["number"]))
    except ValueError:
        return None
    where = replace(date.where, end=told.end("number"))
    flags = (*date.flags, "moved_to")
    return replace(_at(date, day, hours), text=text[where.start : where.end], where=where, flags=flags)


def _days_of(rule: Rule, parts: list[tuple[Part, DateReading]], text: str) -> tuple[list[dt.date], DateReading | None]:
    """All days of a rule between its bounds, with the reading that they hang on; None where the bounds are not told."""
    names: tuple[Part, ...] = ("run", "months", "first", "last")
    bounds = {name: [date for part, date in parts if part == name] for name in names}
    if any(len(found) > 1 for found in bounds.values()):
        return [], None
    run, months, first, last = (next(iter(bounds[name]), None) for name in names)
    if frame := [date for part, date in parts if part == "frame"]:
        return ([], None) if run or first or last else _days_of_frame(rule, frame, months, text)
    whole = run or (months if first is None else None)
    if whole is not None and not (rule.weak and whole.precision == "month"):
        days = rule.days_between(whole.first_day, whole.last_day)
        return (days, whole) if len(days) > 1 and rule.times in (None, len(days)) else ([], None)
    if first is None or (rule.weak and last is None):
        return [], None
    days = rule.days_between(first.first_day, last.last_day if last else None)
    begins = opens_rule(text, first) or first.first_day in days
    return (days, last or first) if begins and len(days) > 1 else ([], None)


def _days_of_frame(
    rule: Rule, frame: Run, months: DateReading | None, text: str
) -> tuple[list[dt.date], DateReading | None]:
    """The weekdays of one month, which were read as such, with those of the months that go on from it."""
    days = [date.first_day for date in frame]
    if months is None:
        return days, frame[0]
    between = text[frame[0].where.end : months.where.start]
    if not _GOES_ON.fullmatch(between) or months.last_day <= days[-1]:
        return [], None
    later = days[-1] + ONE_DAY if "à" in between else months.first_day
    where = replace(months.where, start=frame[0].where.start)
    whole = replace(months, text=text[where.start : where.end], where=where, first_day=days[0].replace(day=1))
    return [*days, *rule.days_between(later, months.last_day)], whole
