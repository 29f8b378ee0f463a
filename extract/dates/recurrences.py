"""Days told by their weekday: `tous les mardis de mars 2020`, `le premier jeudi d'octobre`, `chaque mardi du …`."""

from __future__ import annotations

from extract.dates.day_groups import LENGTHS
from extract.dates.expressions import Day, Every, Group, Run
from extract.dates.spans import relative_after, span_of, written_year
from extract.dates.tokens import Tokens


def parse_every(tokens: Tokens, first: int, last: int) -> Every:
    """`tous les mardis`, to be tied to the days that follow."""
    return Every(_weekday(tokens, first, last), *span_of(tokens, first, last))


def parse_nth(tokens: Tokens, first: int, last: int) -> Group | None:
    """`le premier jeudi d'octobre 2022`: one day, known once the year is."""
    counted = [index for index in range(first, last) if tokens.codes[index] in "onrwm"]
    nth = tokens.values[counted[0]]
    if len(counted) != 3 or not -1 <= nth <= 5:
        return None
    group = _build_month_of(tokens, first, last, every=tokens.values[counted[1]])
    group.nth = nth
    return group


def parse_recurrence(tokens: Tokens, first: int, last: int) -> Group | None:
    """`tous les mardis de mars 2020`: every such weekday of the month."""
    return _build_month_of(tokens, first, last, every=_weekday(tokens, first, last))


def _weekday(tokens: Tokens, first: int, last: int) -> int:
    return next(tokens.values[index] for index in range(first, last) if tokens.codes[index] in "wW")


def _build_month_of(tokens: Tokens, first: int, last: int, every: int) -> Group:
    month = abs(tokens.values[tokens.codes.index("m", first, last)])
    year = written_year(tokens, first, last)
    run = Run(Day(1, month, year), Day(LENGTHS[month - 1], month, year))
    start, end = span_of(tokens, first, last)
    group = Group([run], start, end, relative=relative_after(tokens, last), every=every)
    group.year_from = "written" if year else None
    return group
