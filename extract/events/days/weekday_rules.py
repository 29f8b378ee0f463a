"""Rules that tell days: how often (`chaque`, `un … sur deux`, a rank of the month) and which weekday.

`chaque mardi`, `un jeudi sur deux`, `tous les quinze jours`, `le deuxième samedi du mois`, `trois lundis de suite`:
a rule is a quantifier and a weekday, in either order; its bounds stand anywhere around it (`ruled_days`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from extract.dates.calendar import ONE_DAY, every_weekday
from extract.dates.lexicon import WEEKDAY_NAME, WEEKDAYS, fold
from extract.matching.gates import compile_gated
from extract.numbers import NUMBER, parse_number

_DAY: Final = rf"(?:{WEEKDAY_NAME})s?"
_DAYS: Final = rf"{_DAY}(?:(?:,|\set|,\set)\s(?:les\s|le\s)?{_DAY}){{0,4}}"
_RANKS: Final = {
    "premier": 0, "1er": 0, "deuxième": 1, "2e": 1, "2ème": 1, "second": 1, "troisième": 2, "3e": 2, "3ème": 2,
    "quatrième": 3, "4e": 3, "4ème": 3, "dernier": -1,
}  # fmt: skip
_RANK: Final = rf"(?:{'|'.join(_RANKS)})s?"
_ALL: Final = r"(?:chaque|tous les|toutes les)"
_HOUR: Final = r"\d{1,2}\s?(?:h|:|(?:-|–|à)\s?\d{1,2}\s?h)"
_ENDS: Final = rf"(?!\s?(?!{_HOUR})\d|[^\W_])"
RULE: Final = compile_gated(
    rf"(?<![^\W_])(?:(?P<all>{_ALL}\s|les?\s)?(?P<ranks>{_RANK}(?:(?:,|\set|,\set)\s(?:les?\s)?{_RANK}){{0,3}})\s(?P<nth>{_DAYS})"
    rf"(?P<month>\s(?:du mois|de (?:chaque|tous les) mois|par mois|des mois))?"
    rf"|(?:un|1)\s(?P<skipped>{WEEKDAY_NAME})\ssur\s(?P<step>deux|trois|2|3)"
    rf"|{_ALL}\s(?P<every>{_DAYS})|(?P<count>{NUMBER})\s(?P<counted>(?:{WEEKDAY_NAME})s)|les\s(?P<plural>(?:{WEEKDAY_NAME})s)"
    rf"|le\s(?P<habit>{WEEKDAY_NAME})){_ENDS}",
    re.IGNORECASE,
)
"""A rule that names its weekday; `le mardi` is one only where its bounds say so."""
_INTERVAL: Final = compile_gated(
    r"(?<![^\W_])(?:(?:tous|toutes) les (?:(?:quinze|15) jours|(?P<weeks>deux|trois|2|3) semaines)|"
    r"une semaine sur (?P<of>deux|trois|2|3)|(?P<week>chaque semaine|toutes les semaines|hebdomadaire(?:s|ment)?|"
    r"une fois par semaine)|(?P<monthly>(?:une|1) fois par mois|chaque mois|tous les mois|mensuel\w*))(?![^\W_])",
    re.IGNORECASE,
)
"""How often, by itself: the weekday stands beside it, or is that of the first day."""
_TIMES: Final = re.compile(
    rf"(?<![^\W_])(?<!les )(?P<count>{NUMBER})\s(?:s[ée]ances|semaines|rencontres|sessions|ateliers|rendez-vous|"
    r"dates|cours|fois(?!\spar))(?![^\W_])",
    re.IGNORECASE,
)
_FIGURES: Final = {"deux": 2, "trois": 3, "2": 2, "3": 3}
_MOST: Final = 60
LONGEST: Final = 366
"""Days between the first and the last that a rule may tell."""


class Rule(NamedTuple):
    """A rule as told: its words, its weekdays, and how often: every `step` weeks, or by `ranks` in each month.

    `times` is how many days it tells, where that is said. `weak` says that it may be a single day or a habit (`le
    mardi`, `le premier mardi`): then only bounds make it a rule.
    """

    start: int
    end: int
    weekdays: tuple[int, ...]
    step: int
    ranks: tuple[int, ...]
    times: int | None
    weak: bool

    def days_between(self, first: dt.date, last: dt.date | None) -> list[dt.date]:
        """The days of the rule from the first to the last day, or as many as it counts; none where nobody closes it."""
        if last is None and self.times is None:
            return []
        end = last or first + dt.timedelta(7 * self.step * (self.times or 0))
        if not dt.timedelta(0) <= end - first <= dt.timedelta(LONGEST):
            return []
        days = self._in_months(first, end) if self.ranks else self._in_weeks(first, end)
        return days[: self.times if last is None else _MOST]

    def _in_weeks(self, first: dt.date, last: dt.date) -> list[dt.date]:
        weekdays = self.weekdays or (first.weekday(),)
        return sorted(day for weekday in weekdays for day in list(every_weekday(first, last, weekday))[:: self.step])

    def _in_months(self, first: dt.date, last: dt.date) -> list[dt.date]:
        told = {day for month in _months_between(first, last) for day in self._in_month(month)}
        return sorted(day for day in told if first <= day <= last)

    def _in_month(self, first: dt.date) -> Iterator[dt.date]:
        last = (first + dt.timedelta(days=32)).replace(day=1) - ONE_DAY
        for weekday in self.weekdays:
            days = list(every_weekday(first, last, weekday))
            yield from (days[rank] for rank in self.ranks)


def _months_between(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + dt.timedelta(days=32)).replace(day=1)


def may_tell_rule(text: str) -> bool:
    """A first look: whether words of a rule stand anywhere in a text."""
    return _INTERVAL.may_match(text) or RULE.may_match(text)


def find_rule(text: str, start: int, end: int) -> Rule | None:
    """The one rule of a passage; None where it has none, or several that name unlike weekdays."""
    often = _INTERVAL.search(text, start, end)
    found = [rule for match in RULE.finditer(text, start, end) if (rule := _read(match)) is not None]
    sure = [rule for rule in found if not rule.weak]
    if len(sure) > 1:
        return None
    rule = sure[0] if sure else next((r for r in found if r.ranks), found[0]) if found else None
    times = _TIMES.search(text, start, end)
    count = parse_number(times["count"]) if times else None
    if often is not None:
        rule = _apply(often, rule)
    return rule and (rule if rule.times is not None or count is None else rule._replace(times=count))


def _apply(often: re.Match[str], rule: Rule | None) -> Rule | None:
    """A rule with how often it holds, told elsewhere in its passage."""
    if often["monthly"]:
        return rule and rule._replace(weak=rule.weak and not rule.ranks)
    step = 1 if often["week"] else _FIGURES.get((often["weeks"] or often["of"] or "2").lower(), 2)
    if rule is None:
        return Rule(often.start(), often.end(), (), step, (), None, weak=bool(often["week"]))
    return rule if rule.ranks else rule._replace(step=max(step, rule.step), weak=False)


def _read(match: re.Match[str]) -> Rule | None:
    """A rule that names its weekday."""
    named = next(match[name] for name in ("nth", "skipped", "every", "counted", "plural", "habit") if match[name])
    weekdays = tuple(WEEKDAYS.index(fold(name)) for name in re.findall(WEEKDAY_NAME, named, re.IGNORECASE))
    ranks = tuple(_rank_of(word) for word in re.findall(_RANK, match["ranks"] or "", re.IGNORECASE))
    step = _FIGURES[match["step"].lower()] if match["step"] else 1
    count = parse_number(match["count"]) if match["count"] else None
    every = (match["all"] or "").strip().lower() not in ("", "le", "les")
    weak = bool(match["habit"]) or (bool(ranks) and not match["month"] and not every)
    return Rule(match.start(), match.end(), weekdays, step, ranks, count, weak)


def _rank_of(word: str) -> int:
    key = word.lower()
    return _RANKS[key] if key in _RANKS else _RANKS[key[:-1]]
