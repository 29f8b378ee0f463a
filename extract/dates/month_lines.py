"""Days without their month, on the lines under one that only names it: `Novembre 2021`, then `Mar. 9 – 14h`.

Agendas and calendars are laid out so. The rule `month_of_heading` gives such a day the month of the last line above it
that is nothing but a month, and its year where that line names one. It is the only date that another line completes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final, NamedTuple

from extract.dates.lexicon import MONTHS, WEEKDAYS, WORDS, fold

FLAG: Final = "month_of_heading"

_NAMES: Final = "|".join(sorted({*MONTHS, *map(fold, MONTHS)}))
_MONTH_LINE: Final = re.compile(
    rf"^(?:[^\w\n]*(?:mois (?:de |d['’]))?|[^\n\d]{{3,120}}[ ](?:en|pour|mois (?:de |"
    rf"d['’]?))[ ]?(?=[^\n\d]*[ \d]*:[ ]*$))"
    rf"(?P<month>{_NAMES})(?:[ ]+(?P<year>(?:19|20)\d\d))?[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_WEEKDAY: Final = rf"(?:{'|'.join(WEEKDAYS)}|lun|mar|mer|jeu|ven|sam|dim)s?\.?,?[ ]+"
_NUMBER: Final = r"(?:3[01]|[12]\d|0?[1-9])"
_MORE: Final = rf"(?:[ ]*(?:,|et|&|ou|/|-|–|au)[ ]*(?:le[ ]+|{_WEEKDAY})?{_NUMBER}(?![\w.:/]))"
_BARE_DAY: Final = re.compile(
    rf"^[^\w\n]*(?:(?:les?|du)[ ]+)?(?P<weekday>{_WEEKDAY})?(?P<last>(?:1er|{_NUMBER})(?![\w./]|:\d){_MORE}*)"
    rf"(?=(?P<behind>[ ]*(?:[:–—|,;(•]|-[ ]|$)|[ ]+(?:[àÀ]|de|d[èe]s|\d\d?[ ]?h|\d\d?:\d\d|(?-i:[A-ZÀ-Ý«]))))",
    re.IGNORECASE | re.MULTILINE,
)
_IS_MONTH: Final = re.compile(rf"[ ]*(?:{_NAMES}|janv|f[ée]v|avr|juil|sept|oct|nov|d[ée]c)(?![^\W\d_])", re.IGNORECASE)


class DayUnderMonth(NamedTuple):
    """A day that lacks its month: where its line begins, where its number ends, and the month and year above it."""

    line: int
    end: int
    month: int
    year: int | None


def find_days_under_months(text: str) -> list[DayUnderMonth]:
    """Find the days that begin a line and lack their month, under a line that is a month. A weekday must be named."""
    months = list(_MONTH_LINE.finditer(text)) if "\n" in text else []
    if not months:
        return []
    starts = [month.start() for month in months]
    found: list[DayUnderMonth] = []
    for match in _BARE_DAY.finditer(text, months[0].end()):
        if not match["weekday"] or _IS_MONTH.match(text, match.end("last")):
            continue
        month = months[bisect_right(starts, match.start()) - 1]
        number = WORDS[fold(month["month"])][1]
        year = int(month["year"]) if month["year"] else None
        found.append(DayUnderMonth(match.start(), match.end("last"), number, year))
    return found


def widen_windows(windows: list[tuple[int, int]], days: list[DayUnderMonth], text: str) -> list[tuple[int, int]]:
    """Give the windows with the lines of such days, up to the end of the line at most."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted([*windows, *((day.line, _end_of_line(text, day.end)) for day in days)]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _end_of_line(text: str, position: int) -> int:
    end = text.find("\n", position)
    return min(end if end >= 0 else len(text), position + 72)


def put_months(codes: str, lists: tuple[list[int], list[int], list[int]], days: list[DayUnderMonth]) -> str:
    """The codes with the month, and the year, right behind each such day, as tokens without words of their own.

    `lists` (values, starts, ends) are changed in place.
    """
    values, starts, ends = lists
    for day in reversed(days):
        at = bisect_left(ends, day.end) + 1
        if ends[at - 1 : at] != [day.end] or codes[at - 1] != "n":
            continue
        told = [day.month] if day.year is None else [day.month, day.year]
        codes = codes[:at] + "my"[: len(told)] + codes[at:]
        values[at:at] = told
        starts[at:at] = ends[at:at] = [day.end] * len(told)
    return codes
