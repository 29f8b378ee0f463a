"""Tokens to expressions: each production of the grammar is turned into days, runs, hours and periods."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from extract.dates.expressions import Every, Group, Hours, Period, Unread
from extract.dates.grammar import PHRASE
from extract.dates.hours import parse_hours
from extract.dates.month_lines import FLAG as MONTH_ABOVE
from extract.dates.periods import (
    parse_months,
    parse_quarter,
    parse_season,
    parse_semester,
    parse_this_month,
    parse_vague,
)
from extract.dates.plain_groups import parse_group, parse_one_day
from extract.dates.recurrences import parse_every, parse_nth, parse_recurrence
from extract.dates.spans import span_of
from extract.dates.tokens import Tokens, is_short

Expression = Group | Period | Hours | Every | Unread
_Parser = Callable[[Tokens, int, int], Expression | None]


def find_expressions(tokens: Tokens) -> list[tuple[Expression, int, int]]:
    """All expressions in order, each with the indices of its first token and of the one after its last."""
    found: list[tuple[Expression, int, int]] = []
    for match in PHRASE.finditer(tokens.codes):
        first, last = match.span()
        if tokens.codes[last - 1] == "." and not is_short(tokens.words(last - 2)):
            last -= 1  # the end of a sentence, not of a short month
        expression = _PARSERS[match.lastgroup or ""](tokens, first, last)
        if expression is not None:
            found.append((expression, first, last))
    if tokens.under_months:
        _mark_months_above(found, tokens.under_months)
    return found


def _mark_months_above(found: list[tuple[Expression, int, int]], ends: frozenset[int]) -> None:
    """Say of each group that ends where a day got the month of a line above it."""
    for expression, _, _ in found:
        if isinstance(expression, Group) and expression.end in ends:
            expression.flags.add(MONTH_ABOVE)
            expression.year_from = "list" if expression.year_from else None


def parse_years(tokens: Tokens, first: int, last: int) -> Unread | None:
    """Bare years: labels, never days."""
    if not 1990 <= tokens.values[first] <= 2060:
        return None
    return Unread("year_only", *span_of(tokens, first, last))


_PARSERS: Final[dict[str, _Parser]] = {
    "one_day": parse_one_day,
    "nth": parse_nth,
    "recurrence": parse_recurrence,
    "every": parse_every,
    "group": parse_group,
    "vague": parse_vague,
    "months": parse_months,
    "semester": parse_semester,
    "quarter": parse_quarter,
    "season": parse_season,
    "this_month": parse_this_month,
    "hours": parse_hours,
    "years": parse_years,
}
