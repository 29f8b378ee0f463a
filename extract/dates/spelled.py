"""Days and years in words: `le vingt-quatre juin deux mille vingt-cinq`, `les trois et quatre mars`.

A number in words is a day only where it leads to a month, alone or in a list; a year only right after one. Everywhere
else it is a word as any other.
"""

from __future__ import annotations

import re
from typing import Final

from extract.dates.lexicon import NUMBER_WORDS, fold
from extract.matching.leaping import compile_leaping
from extract.numbers import TENS, UNITS

_LAST_TEN: Final = 50
"""No year of the web and no day is told with a higher ten."""


def _build_numbers() -> dict[str, int]:
    numbers = {words: number for number, words in enumerate(UNITS) if number}
    for ten, value in ((ten, value) for ten, value in TENS.items() if value <= _LAST_TEN):
        numbers[ten] = value
        numbers[f"{ten}-et-un"] = value + 1
        numbers.update({f"{ten}-{UNITS[count]}": value + count for count in range(2, 10)})
    return numbers


_NUMBERS: Final = _build_numbers()
_DAYS: Final = {words: number for words, number in _NUMBERS.items() if 2 <= number <= 31}
_YEARS: Final = {"deux-mille": 2000} | {f"deux-mille-{words}": 2000 + number for words, number in _NUMBERS.items()}
_LONGEST_DAY: Final = 5
_LONGEST_YEAR: Final = 9
_LEADS_TO_MONTH: Final = re.compile(r"\$[-$exmlud,]{0,24}m|mm|m\$")
"""Codes of a number in words near a month: elsewhere nothing need be looked at."""
_LEADS: Final = frozenset("ldwWuc")
"""What stands before a day in words: without it they may be a name (`le collectif « Sept Août »`)."""
_MAY_END_DAY: Final = frozenset("$mx")
"""Codes that the last word of a day can have: a number, `sept`, the `un` of `vingt et un`."""
_JOINS: Final = frozenset(",eu-O")

Lists = tuple[list[int], list[int], list[int]]


_YEAR_FIRST: Final = compile_leaping(
    r"\bL['’]an\s(?P<year>20\d\d|deux[ -]mille(?:[ -](?:et[ -])?[a-zà-ÿ]+(?:[ -](?:et[ -])?[a-zà-ÿ]+){0,2})?),?\s"
    r"(?:et\s)?(?=les?\s)",
    re.IGNORECASE,
)
"""The formula that opens minutes: `L'an deux mille vingt et un, le vingt-quatre juin`."""
_REACH: Final = 40


def read_spelled(text: str, codes: str, lists: Lists) -> str:
    """The codes with each day and year in words as one token; `lists` (values, starts, ends) are changed in place."""
    formulas = [(match.span(), year) for match in _YEAR_FIRST.finditer(text) if (year := _year_of(match["year"]))]
    for (first, last), _ in formulas:
        codes = "".join("x" if first <= start < last else code for code, start in zip(codes, lists[1], strict=True))
    codes = _read_spelled(text, codes, lists)
    for (_, last), year in formulas:
        codes = _put_year(codes, lists, last, year)
    return codes


def _year_of(words: str) -> int | None:
    key = fold(words).replace(" ", "-").removesuffix("-et")
    return int(key) if key.isdecimal() else _YEARS.get(key)


def _put_year(codes: str, lists: Lists, position: int, year: int) -> str:
    """The codes with a year that stands before its day and month put behind them."""
    values, starts, ends = lists
    months = [at for at, code in enumerate(codes) if code == "m" and 0 <= starts[at] - position <= _REACH]
    if not months or codes[months[0] + 1 : months[0] + 2] == "y":
        return codes
    at = months[0] + 1
    values.insert(at, year)
    starts.insert(at, ends[at - 1])
    ends.insert(at, ends[at - 1])
    return f"{codes[:at]}y{codes[at:]}"


def _read_spelled(text: str, codes: str, lists: Lists) -> str:
    if _LEADS_TO_MONTH.search(codes):
        found = [at for at, code in enumerate(codes) if code == "m"]
        for at in reversed(found):
            if codes[at : at + 1] == "m":  # a `sept` that was read as a day is a month no more
                codes = _read_around(text, codes, lists, at)
    return codes.replace(NUMBER_WORDS, "x")


def _read_around(text: str, codes: str, lists: Lists, month: int) -> str:
    longest = _LONGEST_YEAR if codes[month + 1 : month + 2] == NUMBER_WORDS else 0
    for last in range(min(len(codes), month + 1 + longest), month + 1, -1):
        year = _YEARS.get(_key(text, codes, lists, month + 1, last))
        if year is not None:
            codes = _put(codes, lists, (month + 1, last), "y", year)
            break
    for first, last, day in _find_days(text, codes, lists, month):
        codes = _put(codes, lists, (first, last), "n", day)
    return codes


def _find_days(text: str, codes: str, lists: Lists, month: int) -> list[tuple[int, int, int]]:
    """The days in words that lead to a month, the last one first; none where neither article nor year says so."""
    found: list[tuple[int, int, int]] = []
    first, end = -1, month
    while end != first:
        first, day = _find_day(text, codes, lists, end)
        if not day:
            break
        found.append((first, end, day))
        end = _before_join(codes, first)
    named = found and codes[month + 1 : month + 2] != "y" and codes[max(0, found[-1][0] - 1)] not in _LEADS
    return [] if named else found


def _find_day(text: str, codes: str, lists: Lists, end: int) -> tuple[int, int]:
    """Where the longest day in words begins that ends before a token, and the day; 0 where there is none."""
    longest = _LONGEST_DAY if end and codes[end - 1] in _MAY_END_DAY else 0
    for first in range(max(0, end - longest), end):
        day = _DAYS.get(_key(text, codes, lists, first, end))
        if day is not None:
            return first, day
    return end, 0


def _before_join(codes: str, first: int) -> int:
    """Where a number would end that a comma, `et` or `au` joins to the one that begins here; `first` without one."""
    at = first
    while at and codes[at - 1] in "dlwW":
        at -= 1
    joined = at
    while joined and codes[joined - 1] in _JOINS:
        joined -= 1
    return joined if joined < at else first


def _key(text: str, codes: str, lists: Lists, first: int, last: int) -> str:
    _, starts, ends = lists
    return "-".join(fold(text[starts[at] : ends[at]]) for at in range(first, last) if codes[at] != "-")


def _put(codes: str, lists: Lists, span: tuple[int, int], code: str, value: int) -> str:
    values, starts, ends = lists
    first, last = span
    values[first:last] = [value]
    starts[first:last] = [starts[first]]
    ends[first:last] = [ends[last - 1]]
    return codes[:first] + code + codes[last:]
