"""Whether two tellings can be of one event by their days and their places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal, Protocol

from warehouse.thresholds import WIDE_PERIOD

Agreement = Literal["same_day", "within", "wide", "unknown", "conflict"]
Span = tuple[dt.date, dt.date]


class Dated(Protocol):
    """What has days, fuzzy periods and cities: a telling, or a group of them."""

    @property
    def days(self) -> Iterable[dt.date]:
        """Give the known days."""

    @property
    def periods(self) -> Iterable[Span]:
        """Give the fuzzy periods."""

    @property
    def cities(self) -> frozenset[str]:
        """Give the folded names of the towns of in-person sittings."""

    @property
    def online(self) -> bool:
        """Tell whether it can be joined online."""


def agree_on_days(left: Dated, right: Dated) -> Agreement:
    """Compare the days of two sides.

    `same_day`: they share a known day. `within`: a period of one holds a day, or touches a period, of the other; `wide`
    when only periods of more than half a year do. `unknown`: one side has no day at all. Else `conflict`.
    """
    left_days, right_days = set(left.days), set(right.days)
    if left_days & right_days:
        return "same_day"
    left_spans = [*((day, day) for day in left_days), *left.periods]
    right_spans = [*((day, day) for day in right_days), *right.periods]
    if not left_spans or not right_spans:
        return "unknown"
    shared = [(a, b) for a in left_spans for b in right_spans if a[0] <= b[1] and b[0] <= a[1]]
    if not shared:
        return "conflict"
    narrow = any(_length(a) <= WIDE_PERIOD and _length(b) <= WIDE_PERIOD for a, b in shared)
    return "within" if narrow else "wide"


def agree_on_places(left: Dated, right: Dated) -> bool:
    """Tell whether the towns allow one event: they share one, one side names none, or one can join online."""
    if not left.cities or not right.cities or left.cities & right.cities:
        return True
    return left.online or right.online


def _length(span: Span) -> int:
    return (span[1] - span[0]).days
