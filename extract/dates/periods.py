"""Periods: months, parts of months (`première quinzaine de mai`), seasons, semesters, quarters, `ce mois-ci`."""

from __future__ import annotations

import re
from typing import Final

from extract.dates.expressions import Period, Unread
from extract.dates.lexicon import fold
from extract.dates.spans import relative_after, span_of, written_year
from extract.dates.tokens import Tokens, is_short
from extract.records import Precision

_PARTS: Final = {"debut": (1, 10), "mi": (11, 20), "milieu": (11, 20), "fin": (21, 31)}
_SEASONS: Final = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (12, 2), 5: (9, 9)}
_START_OF_SCHOOL: Final = 5
_SCHOOL_YEAR: Final = re.compile(r"[-/]y")
"""`rentrée 2022/2023` names a school year, `hiver 2019-2020` one winter."""
_BEFORE_SEASON: Final = re.compile(r"[lcpdu>]$|^$")


_HALF: Final = re.compile(
    r"(?P<first>premi[èe]re|1\s?(?:[èe]re|re|e|ère))\s(?P<what>quinzaine|semaine)\s(?:de\s|d['’])\s?$|"
    r"(?P<last>seconde|deuxi[èe]me|derni[èe]re|2\s?(?:nde|[èe]?me|e|de))\s(?P<half>quinzaine)\s(?:de\s|d['’])\s?$",
    re.IGNORECASE,
)
_REACH: Final = 30


def parse_vague(tokens: Tokens, first: int, last: int) -> Period | Unread | None:
    """`fin mai 2024`: a third of a month, flagged; `fin 2015` stays open."""
    span = span_of(tokens, first, last)
    month = _first_month(tokens, first, last)
    if month is None:
        return Unread("vague_period", *span)
    if _is_since(tokens, first - 1):
        return Unread("open_ended_period", tokens.starts[first - 1], span[1])
    year = written_year(tokens, first, last)
    part = _PARTS[fold(tokens.words(first))]
    return Period("month", month, month, year, *span, relative_after(tokens, last), flags={"vague"}, days=part)


def _first_month(tokens: Tokens, first: int, last: int) -> int | None:
    index = tokens.codes.find("m", first, last)
    return abs(tokens.values[index]) if index >= 0 else None


def parse_months(tokens: Tokens, first: int, last: int) -> Period | Unread | None:
    """`mai – juin 2019`, `en avril`; None for a month that may be any word, `Unread` for `depuis …`."""
    months = [index for index in range(first, last) if tokens.codes[index] == "m"]
    years = [tokens.values[index] for index in range(first, last) if tokens.codes[index] == "y"]
    relative = relative_after(tokens, last)
    if not years and not relative and len(months) == 1 and not _has_month_cue(tokens, first):
        return None
    if not years and any(is_short(tokens.words(index)) for index in months):
        return None
    start, end = span_of(tokens, first, last)
    if _is_since(tokens, first - 1):
        return Unread("open_ended_period", tokens.starts[first - 1], end)
    first_month, last_month = abs(tokens.values[months[0]]), abs(tokens.values[months[-1]])
    precision: Precision = "month" if first_month == last_month else "period"
    end = tokens.ends[last] if relative else end
    year, last_year = years[0] if years else None, years[-1] if len(years) > 1 else None
    half = _HALF.search(tokens.text, max(0, start - _REACH), start) if precision == "month" else None
    if half is None:
        return Period(precision, first_month, last_month, year, start, end, relative, last_year)
    part = (16, 31) if half["last"] else (1, 15) if half["what"].lower() == "quinzaine" else (1, 7)
    return Period(precision, first_month, first_month, year, half.start(), end, relative, flags={"vague"}, days=part)


def _is_since(tokens: Tokens, index: int) -> bool:
    return index >= 0 and tokens.codes[index] == "p" and tokens.words(index).lower() == "depuis"


def _has_month_cue(tokens: Tokens, first: int) -> bool:
    """Whether a bare month is one: `en mars`, `d'avril`, `courant mai`; `Mars` alone may be anything."""
    return first > 0 and tokens.codes[first - 1] in "pdbki"


def parse_semester(tokens: Tokens, first: int, last: int) -> Period | None:
    """`2nd semestre 2021`."""
    return parse_part_of_year(tokens, first, last, months=6, precision="semester")


def parse_quarter(tokens: Tokens, first: int, last: int) -> Period | None:
    """`1er trimestre 2022`."""
    return parse_part_of_year(tokens, first, last, months=3, precision="period")


def parse_part_of_year(tokens: Tokens, first: int, last: int, months: int, precision: Precision) -> Period | None:
    """The nth part of a year, `months` long; None where the year has no such part."""
    number = tokens.values[first]
    if tokens.codes[first] == "r":  # `au dernier trimestre 2022`
        number = 12 // months if number < 0 and "y" in tokens.codes[first:last] else 0
    if not 1 <= number <= 12 // months:
        return None
    year = written_year(tokens, first, last)
    start, end = span_of(tokens, first, last)
    first_month = (number - 1) * months + 1
    return Period(precision, first_month, first_month + months - 1, year, start, end, relative_after(tokens, last))


def parse_season(tokens: Tokens, first: int, last: int) -> Period | None:
    """`à l'automne 2021`, `la rentrée 2022`; None for a word that is no season here (`a été`)."""
    year = written_year(tokens, first, last)
    relative = relative_after(tokens, last)
    before = tokens.codes[max(0, first - 2) : first]
    cued = before.endswith("c") or before == "al" or relative
    if tokens.values[first] == _START_OF_SCHOOL and _SCHOOL_YEAR.match(tokens.codes, last):
        return None
    if not cued and (year is None or not _BEFORE_SEASON.search(before)):
        return None
    if tokens.codes[last : last + 1] == "m":  # `la rentrée de septembre`: the month tells more
        return None
    first_month, last_month = _SEASONS[tokens.values[first]]
    start, end = span_of(tokens, first, last)
    return Period("season", first_month, last_month, year, start, end, relative)


def parse_this_month(tokens: Tokens, first: int, last: int) -> Period:
    """`ce mois-ci`, `le mois dernier`: month 0, to be counted from the reference."""
    relative = tokens.values[last - 1] if tokens.codes[last - 1] == "r" else 0
    return Period("month", 0, 0, None, *span_of(tokens, first, last), relative)
