"""The plain shapes of days, read by their codes alone: `mardi 12 mars 2020`, `les 12, 19 et 26 mars`, `12/03/2020`.

What each token of such a group is depends on its codes only, so a shape is worked out once and its values are put in.
Every reading is what the walk of `day_groups` gives for the same tokens.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from extract.dates.day_groups import (
    count_ascending,
    is_fraction,
    is_numbering,
    is_possible,
    join_runs,
    parse_days,
    parse_numeric,
    with_relative,
)
from extract.dates.expressions import Day, Group, Run, Unread
from extract.dates.spans import span_of
from extract.dates.tokens import Tokens

_LEADS: Final = ("", "l", "w", "lw", "W", "lW")
ONE_DAY: Final = {
    lead + "nm" + year: (len(lead), lead[-1:] in ("w", "W"), bool(year)) for lead in _LEADS for year in ("", "y")
}
"""The commonest groups, which are one day: where its number stands, whether a weekday and a year stand beside it."""
_IN_FIGURES: Final = {lead + code: (len(lead), lead[-1:] in ("w", "W")) for lead in _LEADS for code in ("D", "P")}
_PLAIN: Final = re.compile(r"[lwWdeOu,/an.-]*nm\.?(?:-?y|,y)?")
"""Days told by their numbers before a month in words, with nothing behind it but a year in four figures."""


class Shape(NamedTuple):
    """Where the parts of a group stand, counted from its first token.

    For each day: its number, its weekday (None without), the first of its words, and what joins it to the day before;
    then the month and the year (None without).
    """

    days: tuple[int, ...]
    weekdays: tuple[int | None, ...]
    opened: tuple[int, ...]
    joins: tuple[str, ...]
    month: int
    year: int | None


@lru_cache(maxsize=4096)
def find_shape(codes: str) -> Shape | None:
    """The shape of a plain group; None for any other."""
    if not _PLAIN.fullmatch(codes):
        return None
    days: list[tuple[int, int | None, int, str]] = []
    weekday = plural = opened = None
    join = ""
    month = codes.index("m")
    for at, code in enumerate(codes[:month]):
        if opened is None and code in "lwWn":
            opened = at
        if code == "n":
            days.append((at, plural if weekday is None else weekday, at if opened is None else opened, join))
            weekday, opened, join = None, None, ""
        elif code in "eOu,-/a":
            join = code if join in ("", ",") else join
        elif code in "wW":
            weekday, plural = at, at if code == "W" else None
    numbers, weekdays, starts, joins = zip(*days, strict=True)
    return Shape(numbers, weekdays, starts, joins, month, codes.find("y") if "y" in codes else None)


def parse_group(tokens: Tokens, first: int, last: int) -> Group | Unread | None:
    """Days that share one month; None for fractions, `Unread` for a day that no calendar has."""
    codes = tokens.codes[first:last]
    if codes in _IN_FIGURES:
        return parse_numeric_day(tokens, first, last)
    shape = find_shape(codes)
    return parse_days(tokens, first, last) if shape is None else parse_plain_days(tokens, first, last, shape)


def parse_one_day(tokens: Tokens, first: int, last: int) -> Group | Unread:
    """`(le) (mardi) 12 mars (2020)`."""
    lead, has_weekday, dated = ONE_DAY[tokens.codes[first:last]]
    values = tokens.values
    at = first + lead
    month = values[at + 1]
    day = Day(values[at], abs(month), values[last - 1] if dated else None, values[at - 1] if has_weekday else None)
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if not is_possible(day):
        return Unread("impossible_day", start, end)
    flags = {"misspelled"} if month < 0 else set()
    group = Group([Run(day, day)], start, end, None, 0, None, flags, "written" if dated else None)
    return with_relative(group, tokens, last) if tokens.codes[last : last + 1] == "r" else group


def parse_numeric_day(tokens: Tokens, first: int, last: int) -> Group | Unread | None:
    """`(le) (mardi) 12/03/2020`, `le 12/03`."""
    codes = tokens.codes[first:last]
    if codes == "P" and is_fraction(tokens, first, last):
        return None
    lead, has_weekday = _IN_FIGURES[codes]
    at = first + lead
    figures = parse_numeric(tokens.words(at))
    year = None
    if len(figures) == 3:
        year = figures[2] if figures[2] > 99 else 2000 + figures[2]
    day = Day(figures[0], figures[1], year, tokens.values[at - 1] if has_weekday else None)
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if not is_possible(day):
        return Unread("impossible_day", start, end) if codes[0] in "lwW" and codes[-1] == "D" else None
    group = Group([Run(day, day)], start, end, year_from="written" if year is not None else None)
    return with_relative(group, tokens, last)


def parse_plain_days(tokens: Tokens, first: int, last: int, shape: Shape) -> Group | Unread:
    """`les 12, 19 et 26 mars 2020`, `du mardi 3 au jeudi 5 mars`."""
    values = tokens.values
    month = values[first + shape.month]
    year = None if shape.year is None else values[first + shape.year]
    days = [
        Day(values[first + at], abs(month), year, None if weekday is None else values[first + weekday])
        for at, weekday in zip(shape.days, shape.weekdays, strict=True)
    ]
    keep = count_ascending(days, shape.joins, numbered=first > 0 and is_numbering(tokens, first))
    between = "b" in tokens.codes[max(0, first - 2) : first]
    runs, alternative = join_runs(days[-keep:], shape.joins[-keep:], between=between)
    start, end = tokens.starts[first + shape.opened[-keep]], span_of(tokens, first, last)[1]
    if not runs:
        return Unread("impossible_day", start, end)
    flags = {"misspelled"} if month < 0 else set()
    if alternative:
        flags.add("alternative")
    group = Group(runs, start, end, flags=flags, year_from="written" if runs[-1].last.year is not None else None)
    return with_relative(group, tokens, last)
