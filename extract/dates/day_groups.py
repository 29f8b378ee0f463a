"""Days that share a month: `les 12, 19 et 26 mars`, `du 2 au 4/10/2023`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from extract.dates.expressions import Day, Group, Run, Unread
from extract.dates.lexicon import fold
from extract.dates.spans import relative_after, span_of
from extract.dates.tokens import Tokens

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2099
LENGTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_COUNTED: Final = frozenset(
    {"seance", "session", "module", "atelier", "journee", "jour", "groupe", "etape", "partie", "lot", "salle", "niveau"}
    | {"volet", "axe", "chapitre", "numero", "no", "temp", "episode", "webinaire", "conference", "cafe", "dejeuner"}
    | {"visite", "debat", "matinee", "soiree", "apres-midi"}
)
_FRACTION_OF_LIST: Final = re.compile(r"(?:,?e?|u)[dl]*[PD]|[,(-]?[aud]?h")
_FIGURES: Final = re.compile(r"\d+")
_PADDED: Final = re.compile(r"0\d/\d\d|\d\d/0\d")
"""Figures with a nought before them are a day: `[ 03/02 ] 18h`."""


def parse_days(tokens: Tokens, first: int, last: int) -> Group | Unread | None:
    """Days that share one month, their tokens walked one by one.

    None for fractions, `Unread` for a day that no calendar has.
    """
    codes = tokens.codes[first:last]
    if codes == "P" and is_fraction(tokens, first, last):
        return None
    walk = _Walk(tokens, between="b" in tokens.codes[max(0, first - 2) : first], spelled="m" in codes)
    for index in range(first, last):
        walk.take(index)
    runs, start = walk.close(numbered=first > 0 and is_numbering(tokens, first))
    end = span_of(tokens, first, last)[1]
    if not runs:
        spoken = "m" in codes or ("D" in codes and codes[0] in "lwW")
        return Unread("impossible_day", start, end) if spoken else None
    group = Group(runs, start, end, flags=walk.flags)
    if runs[-1].last.year is not None:
        group.year_from = "written"
    return with_relative(group, tokens, last)


def with_relative(group: Group, tokens: Tokens, last: int) -> Group:
    """The group with a `dernier` or `prochain` that stands right after it."""
    if tokens.codes[last : last + 1] == "r":
        group.relative = relative_after(tokens, last)
        if group.relative:
            group.end = tokens.ends[last]
    return group


def is_fraction(tokens: Tokens, first: int, last: int) -> bool:
    """Whether two figures with a slash are no day: `24/7`, `1/3 des habitants`; `le 26/03`, `03/02` are."""
    before = tokens.codes[max(0, first - 2) : first]
    alone = before in ("(", ">(", "^(") and tokens.codes[last : last + 1] == ")"
    if alone or _PADDED.fullmatch(tokens.words(first)) is not None:
        return False
    if before in ("P,", "Pe", "h,") or _FRACTION_OF_LIST.match(tokens.codes, last, last + 4):
        return False
    return (before or "^")[-1] not in "lwWue:>^-"


def is_numbering(tokens: Tokens, first: int) -> bool:
    """Whether the first number counts something (`Séance 1, 14 novembre`) and is no day (`Séances les 2 et 4 mai`).

    What `et` binds to a day of a month is one too: `Autre session 5 et 12 décembre`.
    """
    if tokens.codes[first] != "n" or tokens.codes[first - 1] not in "xf":
        return False
    if tokens.codes[first + 1 : first + 3] == "en":
        return False
    word = fold(tokens.words(first - 1))
    several = word.endswith("s") and word != "temps" and tokens.codes[first + 1 : first + 2] in ("e", ",")
    return word.rstrip("s") in _COUNTED and not several


@lru_cache(maxsize=4096)
def parse_numeric(words: str) -> tuple[int, ...]:
    """The figures of a numeric date, day first: `2021-03-12` and `12/03/2021` are (12, 3, 2021)."""
    figures = tuple(int(figure) for figure in _FIGURES.findall(words))
    return figures[::-1] if figures[0] > 31 else figures


class _Walk:
    """One pass over the tokens of a group: collects days, their weekdays and connectors, then month and year."""

    __slots__ = (
        "between",
        "days",
        "flags",
        "join",
        "joins",
        "opened",
        "plural",
        "spelled",
        "starts",
        "tokens",
        "weekday",
    )

    def __init__(self, tokens: Tokens, *, between: bool, spelled: bool) -> None:
        self.tokens = tokens
        self.between = between
        self.spelled = spelled
        self.days: list[Day] = []
        self.joins: list[str] = []
        self.starts: list[int] = []
        self.join = ""
        self.opened: int | None = None
        self.weekday: int | None = None
        self.plural: int | None = None
        self.flags: set[str] = set()

    def take(self, index: int) -> None:
        """Take the next token of the group."""
        code, value = self.tokens.codes[index], self.tokens.values[index]
        if self.opened is None and code in "nwWPDlo":
            self.opened = self.tokens.starts[index]
        if code == "n" and self.days and self.days[-1].month is not None:
            self._year(2000 + value)  # `12 déc. 18`
        elif code == "n":
            self._day(value)
        elif code in "eOu,-/a":
            self.join = code if self.join in ("", ",") else self.join
        elif code == "m":
            self._month(value)
        elif code in "wW":
            self.weekday = value
            self.plural = value if code == "W" else None
        elif code == "y":
            self._year(value)
        elif code in "PD":
            self._numeric(index)
        elif code == "o":
            self._day(1 if value == 1 else 0)

    def _day(self, number: int) -> None:
        weekday = self.weekday if self.weekday is not None else self.plural
        self.days.append(Day(number, weekday=weekday))
        self.joins.append(self.join)
        self.starts.append(self.opened or 0)
        self.join = ""
        self.opened = self.weekday = None

    def _year(self, year: int) -> None:
        for day in self.days:
            day.year = year

    def _month(self, month: int) -> None:
        if month < 0:
            self.flags.add("misspelled")
        for day in self.days:
            day.month = abs(month)

    def _numeric(self, index: int) -> None:
        words = self.tokens.words(index)
        if self.spelled:  # `17/18 février`: before a month in words the figures are days
            self._days_in_figures(words, self.tokens.starts[index])
            return
        figures = parse_numeric(words)
        self._day(figures[0])
        self.days[-1].month = figures[1]
        if len(figures) == 3:
            self.days[-1].year = figures[2] if figures[2] > 99 else 2000 + figures[2]
        for day in self.days[:-1]:  # `du 2 au 4/10/2023`
            day.month, day.year = day.month or self.days[-1].month, day.year or self.days[-1].year

    def _days_in_figures(self, words: str, start: int) -> None:
        separator = _FIGURES.sub("", words)[0]
        for position, figure in enumerate(_FIGURES.findall(words)):
            self.join = (separator if separator in "/-" else ",") if position else self.join
            self.opened = start
            self._day(int(figure))

    def close(self, *, numbered: bool) -> tuple[list[Run], int]:
        """The runs of the group, impossible ones left out, and where the words begin."""
        keep = count_ascending(self.days, self.joins, numbered=numbered)
        runs, alternative = join_runs(self.days[-keep:], self.joins[-keep:], between=self.between)
        if alternative:
            self.flags.add("alternative")
        return runs, self.starts[-keep]


def join_runs(days: Sequence[Day], joins: Sequence[str], *, between: bool) -> tuple[list[Run], bool]:
    """The runs that days make by what joins each to the one before, and whether one is another's alternative.

    Impossible runs are left out. The first join counts for nothing.
    """
    runs = [Run(days[0], days[0])]
    alternative = listed = False
    for day, join in zip(days[1:], joins[1:], strict=True):
        before = runs[-1]
        single = before.first is before.last
        is_range = join in ("-", "u", "a") or (between and join in ("e", ","))
        listed = listed and join == "-"
        if is_range and single and not listed:
            runs[-1] = Run(before.first, day)
        elif is_range and day.day == before.last.day + 1:
            before.last = day
        elif join == "-" and not listed:  # `4 - 11 - 18 avril` is a list
            listed = True
            runs[-1:] = [Run(before.first, before.first), Run(before.last, before.last), Run(day, day)]
        else:
            runs.append(Run(day, day))
        alternative = alternative or join == "O"
    possible = [run for run in runs if is_possible(run.first) and (run.first is run.last or is_possible(run.last))]
    return possible, alternative


def count_ascending(days: Sequence[Day], joins: Sequence[str], *, numbered: bool) -> int:
    """How many of the last numbers count upwards: `salle 12, 3 mai` holds one day, not two.

    A number without a weekday before a dash and a day with one is no day: `Séance 1 - jeudi 14 novembre`.
    """
    keep = 1
    while keep < len(days) and days[-keep - 1].day < days[-keep].day:
        before, after = days[-keep - 1], days[-keep]
        if before.weekday is None and after.weekday is not None and joins[-keep] in ("-", "/", ","):
            break
        keep += 1
    return keep - 1 if keep > 1 and keep == len(days) and numbered else keep


def is_possible(day: Day) -> bool:
    """Whether some year has this day, and its year is one of a page."""
    if day.month is None or not 1 <= day.month <= 12 or not 1 <= day.day <= LENGTHS[day.month - 1]:
        return False
    return day.year is None or FIRST_YEAR <= day.year <= LAST_YEAR
