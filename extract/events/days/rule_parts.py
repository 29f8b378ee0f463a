"""What each day of a line is to the rule of that line: a bound, a day left out, one that is moved, or none of these."""

from __future__ import annotations

import datetime as dt
import re
from itertools import groupby
from typing import Final, Literal

from extract.dates.lexicon import WEEKDAY_NAME
from extract.dates.roles import find_role
from extract.dates.settings import find_setting
from extract.events.days.weekday_rules import Rule
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


def find_parts(text: str, line: Run, rule: Rule) -> list[tuple[Part, DateReading]]:
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
    listed = before and (date.where.start < before[-1][1].where.end or _AND.fullmatch(words))
    if listed and before[-1][0] == "out":
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


def opens_rule(text: str, date: DateReading) -> bool:
    """Whether words say that a rule begins on a day: `à partir du 3 mars`."""
    return _FIRST.search(_words_before(text, date, 0)) is not None
