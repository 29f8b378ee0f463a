"""The month of a weekday with its number, by the months told before it: `En décembre, …`, then `le vendredi 15`.

The last month told in the same section is asked first, then that of the page (its title, its stamp of an issue), then
the headings over the section from the nearest on. The first in which the calendar agrees is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from extract.dates import calendar
from extract.dates.lexicon import WORDS, fold
from extract.dates.month_lines import MONTH_NAMES
from extract.dates.years import Clues
from extract.document import Document
from extract.matching.leaping import compile_leaping

_MONTH: Final = compile_leaping(
    rf"(?<![\w-])(?P<month>{MONTH_NAMES})(?![\w'’-])(?: (?P<year>(?:19|20)\d\d)(?!\d))?", re.IGNORECASE
)
_MOST: Final = 2
"""Different months of a section that a day may be of: the last told, and the one before it."""

Month = tuple[int, int | None]


class _Told(NamedTuple):
    start: int
    month: int
    year: int | None


class ToldMonths:
    """The months that a document tells, in order, and what is known of its year."""

    def __init__(self, document: Document, clues: Clues, issue: Month | None) -> None:
        self._document = document
        self._clues = clues
        self._issue = issue
        self._told = [
            _Told(match.start(), WORDS[fold(match["month"])][1], int(match["year"]) if match["year"] else None)
            for match in _MONTH.finditer(document.text)
        ]

    def month_of(self, position: int, number: int, weekday: int) -> Month | None:
        """The month (1 to 12) and year of a day at a position of the text; `weekday` counts from Monday, 0."""
        found = (self._dated(month, number, weekday) for month in self._asked(position))
        return next((month for month in found if month is not None), None)

    def _asked(self, position: int) -> Iterator[Month]:
        heads = [b for b in self._document.blocks if b.kind in ("title", "heading") and b.start < position]
        section = heads[-1].start if heads else 0
        own = dict.fromkeys((told.month, told.year) for told in self._between(section, position))
        yield from list(own)[:_MOST]
        if self._issue is not None:
            yield self._issue
        for head in reversed(heads):
            yield from ((told.month, told.year) for told in self._between(head.start, head.end))

    def _between(self, start: int, end: int) -> list[_Told]:
        """The months told between two positions, the last first."""
        first, last = (bisect_left(self._told, place, key=_start_of) for place in (start, end))
        return self._told[first:last][::-1]

    def _dated(self, told: Month, number: int, weekday: int) -> Month | None:
        """A month with its year, where that is known, if its day falls on the weekday then; else None."""
        month, year = told
        reference = self._clues.reference
        if year is None and reference is not None:
            year = reference.year + (month < reference.month - 1)
        known = {*self._clues.title_years, *self._clues.page_years, *(d.year for d in self._clues.known_days)}
        years = {year} if year is not None else known
        days = [calendar.build_day(one, month, number) for one in years]
        fits = not days or any(day is not None and day.weekday() == weekday for day in days)
        return (month, year) if fits else None


def _start_of(told: _Told) -> int:
    return told.start
