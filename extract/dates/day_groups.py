"""Days that share a month: `les 12, 19 et 26 mars`, `du 2 au 4/10/2023`, `tous les mardis de mars`."""

from __future__ import annotations

import re
from typing import Final

from extract.dates.expressions import Day, Group, Run, Unread
from extract.dates.lexicon import fold
from extract.dates.spans import relative_after, span_of, written_year
from extract.dates.tokens import Token, Tokens

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2099
LENGTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_COUNTED: Final = frozenset(
    {"seance", "session", "module", "atelier", "journee", "jour", "groupe", "etape", "partie", "lot", "salle", "niveau"}
    | {"volet", "axe", "chapitre", "numero", "no"}
)


def parse_group(text: str, tokens: Tokens, first: int, last: int) -> Group | Unread | None:
    """Days that share one month; None for fractions, `Unread` for a day that no calendar has."""
    codes = tokens.codes[first:last]
    entre = "b" in tokens.codes[max(0, first - 2) : first]
    numbered = first > 0 and _is_numbering(tokens, first)
    walk = _Walk(text, entre=entre, spelled="m" in codes, numbered=numbered)
    for token in tokens.items[first:last]:
        walk.take(token)
    runs, start = walk.close()
    end = span_of(tokens, first, last)[1]
    if _is_fraction(tokens, first, last):
        return None
    if not runs:
        spoken = "m" in codes or ("D" in codes and codes[0] in "lwW")
        return Unread("impossible_day", start, end) if spoken else None
    group = Group(runs, start, end, relative=relative_after(tokens, last), flags=walk.flags)
    if runs[-1].last.year is not None:
        group.year_from = "written"
    if group.relative:
        group.end = tokens.items[last].end
    return group


def _is_fraction(tokens: Tokens, first: int, last: int) -> bool:
    """Whether two figures with a slash are no day: `24/7`, `1/3 des habitants`; `le 26/03`, `mardi 26/03` are."""
    if tokens.codes[first:last] != "P":
        return False
    before = tokens.codes[first - 1] if first else "^"
    after = tokens.codes[last : last + 4]
    if re.match(r"(?:,?e?|u)[dl]*[PD]|[,(-]?[aud]?h", after) or tokens.codes[max(0, first - 2) : first] in ("P,", "Pe"):
        return False
    return before not in "lwWue:>^-"


def _is_numbering(tokens: Tokens, first: int) -> bool:
    """Whether the first number counts something (`Séance 1, 14 novembre`) and is no day."""
    before = tokens.items[first - 1]
    return before.code == "x" and fold(tokens.text[before.start : before.end]).rstrip("s") in _COUNTED


class _Walk:
    """One pass over the tokens of a group: collects days, their weekdays and connectors, then month and year."""

    def __init__(self, text: str, *, entre: bool, spelled: bool, numbered: bool) -> None:
        self.text = text
        self.entre = entre
        self.spelled = spelled
        self.numbered = numbered
        self.days: list[Day] = []
        self.joins: list[str] = []
        self.starts: list[int] = []
        self.join = ""
        self.opened: int | None = None
        self.weekday: int | None = None
        self.plural: int | None = None
        self.flags: set[str] = set()

    def take(self, token: Token) -> None:
        """Take the next token of the group."""
        code = token.code
        if code in "nwWPDlo" and self.opened is None:
            self.opened = token.start
        if code == "n" and self.days and self.days[-1].month is not None:
            self._year(2000 + token.value)  # `12 déc. 18`
        elif code == "n":
            self._day(token.value)
        elif code == "m":
            self._month(token)
        elif code in "wW":
            self.weekday = token.value
            self.plural = token.value if code == "W" else None
        elif code in "PD":
            self._numeric(token)
        elif code == "y":
            self._year(token.value)
        elif code == "o":
            self._day(1 if token.value == 1 else 0)
        elif code in "eOu,-/a":
            self.join = code if self.join in ("", ",") else self.join

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

    def _month(self, token: Token) -> None:
        if token.value < 0:
            self.flags.add("misspelled")
        for day in self.days:
            day.month = abs(token.value)

    def _numeric(self, token: Token) -> None:
        words = self.text[token.start : token.end]
        figures = [int(figure) for figure in re.findall(r"\d+", words)]
        if self.spelled:  # `17/18 février`: before a month in words the figures are days
            separator = re.sub(r"\d", "", words)[0]
            for index, figure in enumerate(figures):
                self.join = (separator if separator in "/-" else ",") if index else self.join
                self.opened = token.start
                self._day(figure)
            return
        if figures[0] > 31:
            figures.reverse()
        self._day(figures[0])
        self.days[-1].month = figures[1]
        if len(figures) == 3:
            self.days[-1].year = figures[2] if figures[2] > 99 else 2000 + figures[2]
        for day in self.days[:-1]:  # `du 2 au 4/10/2023`
            day.month, day.year = day.month or self.days[-1].month, day.year or self.days[-1].year

    def close(self) -> tuple[list[Run], int]:
        """The runs of the group, impossible ones left out, and where the words begin."""
        keep = self._count_ascending()
        days, joins = self.days[-keep:], ["", *self.joins[len(self.joins) - keep + 1 :]]
        runs: list[Run] = []
        for day, join in zip(days, joins, strict=True):
            if runs and self._is_range(join) and runs[-1].single:
                runs[-1] = Run(runs[-1].first, day)
            elif runs and self._is_range(join) and day.day == runs[-1].last.day + 1:
                runs[-1].last = day
            elif runs and join == "-" and not runs[-1].single:  # `4 - 11 - 18 avril` is a list
                before = runs.pop()
                runs += [Run(before.first, before.first), Run(before.last, before.last), Run(day, day)]
            else:
                runs.append(Run(day, day))
            if join == "O":
                self.flags.add("alternative")
        possible = [run for run in runs if _possible(run.first) and _possible(run.last)]
        return possible, self.starts[-keep]

    def _is_range(self, join: str) -> bool:
        return join in ("-", "u", "a") or (join in ("e", ",") and self.entre)

    def _count_ascending(self) -> int:
        """How many of the last numbers count upwards: `salle 12, 3 mai` holds one day, not two.

        A number without a weekday before a dash and a day with one is no day: `Séance 1 - jeudi 14 novembre`.
        """
        keep = 1
        while keep < len(self.days) and self.days[-keep - 1].day < self.days[-keep].day:
            before, after = self.days[-keep - 1], self.days[-keep]
            if before.weekday is None and after.weekday is not None and self.joins[-keep] in ("-", "/", ","):
                break
            keep += 1
        return keep - 1 if keep > 1 and keep == len(self.days) and self.numbered else keep


def _possible(day: Day) -> bool:
    if day.month is None or not 1 <= day.month <= 12 or not 1 <= day.day <= LENGTHS[day.month - 1]:
        return False
    return day.year is None or FIRST_YEAR <= day.year <= LAST_YEAR


def parse_nth(text: str, tokens: Tokens, first: int, last: int) -> Group | None:
    """`le premier jeudi d'octobre 2022`: one day, known once the year is."""
    items = [token for token in tokens.items[first:last] if token.code in "onrwm"]
    if len(items) != 3 or not -1 <= items[0].value <= 5:
        return None
    group = _parse_month_of(tokens, first, last, every=items[1].value)
    group.nth = items[0].value
    return group


def parse_recurrence(text: str, tokens: Tokens, first: int, last: int) -> Group | None:
    """`tous les mardis de mars 2020`: every such weekday of the month."""
    weekday = next(token.value for token in tokens.items[first:last] if token.code in "wW")
    return _parse_month_of(tokens, first, last, every=weekday)


def _parse_month_of(tokens: Tokens, first: int, last: int, every: int) -> Group:
    month = next(abs(token.value) for token in tokens.items[first:last] if token.code == "m")
    year = written_year(tokens, first, last)
    run = Run(Day(1, month, year), Day(LENGTHS[month - 1], month, year))
    start, end = span_of(tokens, first, last)
    group = Group([run], start, end, relative=relative_after(tokens, last), every=every)
    group.year_from = "written" if year else None
    return group
