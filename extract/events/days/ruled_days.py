"""The days that a rule tells between its bounds: `chaque mardi du 3 mars au 12 mai, sauf le 14 avril (reportée au 16)`.

Every day of the rule's line is something to it: its first day (`à partir du`, `Première séance le`, a run's), its last
(`jusqu'au`, `Dernière séance le`), months that bound it, a day left out (`sauf`, `pas de permanence le`) or moved, and
the day that such a one is moved to. What is none of these is a day of its own. A rule without both bounds, and one that
leaves out days which nobody tells (`hors vacances`), tells no day.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import groupby
from typing import Final, Literal

from extract.dates.lexicon import WEEKDAY_NAME
from extract.dates.roles import find_role
from extract.dates.settings import find_setting
from extract.events.days.frames import HOLIDAYS
from extract.events.days.weekday_rules import Rule, find_rule, may_tell_rule
from extract.matching.leaping import compile_leaping
from extract.records import DateReading

Part = Literal["first", "last", "run", "frame", "months", "out", "to", "own"]
Run = list[DateReading]

_LE: Final = rf"\s(?:(?:les?|du|des|au|en|mois de|mois d['’])\s?)*(?:(?:{WEEKDAY_NAME})s?\s)?$"
_OUT: Final = compile_leaping(
    r"(?<![^\W_])(?:sauf|hormis|except[ée]e?s?|exception d[eu]s?|hors|à part|"
    r"(?:pas|aucune?) (?:de |d['’])?[^.;:!?\d]{2,30}|"
    rf"(?:la s[ée]ance|celle) du)(?:{_LE})",
    re.IGNORECASE,
)
_TO: Final = compile_leaping(
    rf"(?<![^\W_])(?:report|d[ée]cal|d[ée]plac|avanc|repouss)[ée]e?s?\s(?:[^.;:!?\d]{{0,20}})?au\s(?:(?:{WEEKDAY_NAME})\s)?$",
    re.IGNORECASE,
)
_TO_NUMBER: Final = re.compile(
    rf"[^.;!?\n\d]{{0,12}}(?:report|d[ée]cal|d[ée]plac|avanc|repouss)[ée]e?s?\s(?:[^.;:!?\d]{{0,20}})?au\s(?:(?:{WEEKDAY_NAME})\s)?"
    r"(?P<number>\d{1,2})(?!\d|\s?[/.]\d|\s?h|\s[^\W\d_]{3})",
    re.IGNORECASE,
)
"""A day that is moved within its month: `sauf le 25 février (reportée au 27)`."""
_MOVES: Final = re.compile(r"[^.;!?\n\d]{0,30}(?:report|d[ée]cal|d[ée]plac|avanc|repouss)[ée]", re.IGNORECASE)
_LAST: Final = compile_leaping(
    rf"(?<![^\W_])(?:jusqu['’]au|jusqu['’][àa](?: la)?|derni[èe]re?s?\s[^.;:!?\d]{{2,20}}|prend(?:ra)? fin|fin)"
    rf"(?:{_LE}|\s?:\s$|\s$)",
    re.IGNORECASE,
)
_FIRST: Final = compile_leaping(
    r"(?<![^\W_])(?:[àa] (?:partir|compter|dater)|d[èe]s|depuis|premi[èe]re?\s[^.;:!?\d]{2,20}|d[ée]but\w*|"
    r"d[ée]marr\w*)"
    rf"(?:{_LE}|\s?:\s$)",
    re.IGNORECASE,
)
_THEN: Final = re.compile(r"(?<![^\W_])(?:puis|et|ensuite)(?![^\W_])", re.IGNORECASE)
_AND: Final = re.compile(r"\s?(?:,|et|&|,\set)\s(?:les?\s)?(?:[^\W\d_]+di\s)?", re.IGNORECASE)
_REACH: Final = 60
_ANY_DAY: Final = dt.date(1, 1, 2)
_WEEK: Final = 7
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
    if rule is None or HOLIDAYS.match(text, rule.end):
        return []
    parts = _part(text, line, rule)
    days, main = _days_of(rule, parts, text)
    if main is None or len({d.first_day for part, d in parts if part == "own" and d.first_day in days}) >= _FEWEST_TOLD:
        return []  # days that are told one by one: `trois vendredis de mars : le 8 à Hirson, le 15 à Guise`
    out = [date for part, date in parts if part == "out"]
    kept = [day for day in days if not any(date.first_day <= day <= date.last_day for date in out)]
    hours = next((d for _, d in parts if d.starts_at is not None), main)
    flags = ("moved_to",) if any(_MOVES.match(text, date.where.end) for date in out) else ()
    ruled = [replace(_at(main, day, hours), flags=flags) for day in kept]
    moved = [_moved_from(date) for date in out if _MOVES.match(text, date.where.end) and date.first_day in days]
    own = [replace(_with_hours(d, hours), flags=(*d.flags, "moved_to")) for part, d in parts if part == "to"]
    own += [to for date in out if (to := _within_month(text, date, hours)) is not None]
    first = [
        replace(_with_hours(d, hours), flags=(*d.flags, *flags))
        for part, d in parts
        if part == "first" and d is not main
    ]
    own += [date for part, date in parts if part == "own"] + first
    told = {date.first_day for date in (*own, *first) if date.role == "event"}
    return [*(date for date in ruled if date.first_day not in told), *own, *moved]


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


def _part(text: str, line: Run, rule: Rule) -> list[tuple[Part, DateReading]]:
    """What each day of a line is to its rule."""
    parts: list[tuple[Part, DateReading]] = []
    for _, same in groupby(line, key=lambda date: date.where):
        run = list(same)
        parts += [("frame", d) for d in run] if len(run) > 1 else [(_part_of(text, run[0], rule, parts), run[0])]
    if not any(part in ("first", "run", "frame", "months") for part, _ in parts):
        before = [n for n, (part, date) in enumerate(parts) if part == "own" and date.where.start < rule.start]
        if before and _THEN.search(text, parts[before[-1]][1].where.end, rule.start):
            parts[before[-1]] = ("first", parts[before[-1]][1])
    return parts


def _part_of(text: str, date: DateReading, rule: Rule, before: list[tuple[Part, DateReading]]) -> Part:
    words = _words_before(text, date, before[-1][1].where.end if before else 0)
    if before and before[-1][0] == "out" and _AND.fullmatch(words):
        return "out"
    if _TO.search(words):
        return "to"
    if _OUT.search(words) and (before or date.where.start > rule.start):
        return "out"
    if date.precision in ("month", "period"):
        return "months" if date.role in ("event", "other") else "own"
    if date.precision != "day":
        return "own"
    first, last = _FIRST.search(words) is not None, _LAST.search(words) is not None
    ruled = date.role == "event" or (date.role == "other" and (first or last) and _is_of_event(text, rule))
    if ruled and (date.last_day - date.first_day).days >= _WEEK:
        return "run"
    if not ruled or date.first_day != date.last_day:
        return "own"
    return "last" if last else "first" if first else "own"


def _words_before(text: str, date: DateReading, floor: int) -> str:
    """The words of its line that lead to a day, with those that its own hours stand before: `de 9h à 12h, dès le`."""
    floor = max(text.rfind("\n", 0, date.where.start) + 1, date.where.start - _REACH, floor)
    number = re.compile(
        rf"(?:(?:{WEEKDAY_NAME})\s)?(?<![\dh:])0?{date.first_day.day}(?:er)?(?!\d|\s?h|:)", re.IGNORECASE
    )
    told = number.search(text, date.where.start, date.where.end)
    words = text[floor : told.start() if told is not None else date.where.start]
    return words if words.endswith((" ", "'", "’")) else f"{words} "


def _is_of_event(text: str, rule: Rule) -> bool:
    """Whether a rule says when people meet, by what its words hang on: `fermé un lundi sur deux` does not."""
    start = text.rfind("\n", 0, rule.start) + 1
    setting = find_setting(text, rule.start, rule.end, start, len(text))
    return find_role(setting, _ANY_DAY, is_day=True, has_hours=False)[0] == "event"


def _days_of(rule: Rule, parts: list[tuple[Part, DateReading]], text: str) -> tuple[list[dt.date], DateReading | None]:
    """All days of a rule between its bounds, with the reading that they hang on; None where the bounds are not told."""
    bounds = {name: [date for part, date in parts if part == name] for name in ("run", "months", "first", "last")}
    if any(len(found) > 1 for found in bounds.values()):
        return [], None
    run, months, first, last = (next(iter(bounds[name]), None) for name in ("run", "months", "first", "last"))
    if frame := [date for part, date in parts if part == "frame"]:
        return ([date.first_day for date in frame], frame[0]) if not (run or months or first or last) else ([], None)
    whole = run or (months if first is None else None)
    if whole is not None and not (rule.weak and whole.precision == "month"):
        days = rule.days_between(whole.first_day, whole.last_day)
        return (days, whole) if len(days) > 1 and rule.times in (None, len(days)) else ([], None)
    if first is None or (rule.weak and last is None):
        return [], None
    days = rule.days_between(first.first_day, last.last_day if last else None)
    opens = _FIRST.search(text[max(0, first.where.start - _REACH) : first.where.start]) is not None
    return (days, last or first) if len(days) > 1 and (opens or first.first_day in days) else ([], None)
