"""What the grammar finds: days, runs of days, hours and periods as written, before any year is resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from extract.records import Precision

Link = Literal["list", "range", "or", None]


@dataclass(slots=True)
class Day:
    """A day as written. `month` and `year` may still be open; `weekday` counts from Monday = 0."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


@dataclass(slots=True)
class Run:
    """A run of consecutive days as written: one day (`first` is `last`) or a range."""

    first: Day
    last: Day

    @property
    def single(self) -> bool:
        """Whether this is one day."""
        return self.first is self.last


@dataclass(slots=True)
class Hours:
    """Hours as written, in minutes since midnight. `stops` counts the ranges (morning and afternoon: 2).

    `each` holds every hour that is written, in order, where there are several.
    """

    starts: int | None
    ends: int | None
    start: int
    end: int
    colon: bool = False
    stops: int = 1
    each: tuple[int, ...] = ()


@dataclass(slots=True)
class Group:
    """Days that share one month (`les 12, 19 et 26 mars`), with what stands beside them.

    `link` tells how it hangs on the group before it: a list, a range that began there, or nothing.
    `relative` is -1 for `dernier`, 1 for `prochain`. `start`, `end` span the words. With `every` only that weekday of
    the runs counts (`tous les mardis de mars`), with `nth` only the nth of them (-1: the last).
    """

    runs: list[Run]
    start: int
    end: int
    link: Link = None
    relative: int = 0
    hours: Hours | None = None
    flags: set[str] = field(default_factory=set)
    year_from: Literal["written", "list", None] = None
    every: int | None = None
    nth: int = 0


@dataclass(slots=True)
class Period:
    """A fuzzy period as written: months, a season, a semester. `year` and `relative` as in a group.

    `last_year` is set where both ends write a year; `days` cuts the month down to a part of it (`fin mai`).
    """

    precision: Precision
    first_month: int
    last_month: int
    year: int | None
    start: int
    end: int
    relative: int = 0
    last_year: int | None = None
    hours: Hours | None = None
    flags: set[str] = field(default_factory=set)
    days: tuple[int, int] | None = None


@dataclass(slots=True)
class Every:
    """`tous les mardis`, said of the days that follow."""

    weekday: int
    start: int
    end: int


@dataclass(slots=True)
class Unread:
    """Words that look like a date and hold no day, with the reason they are left open."""

    reason: str
    start: int
    end: int
