"""Days with their years: runs of consecutive days, recurrences unfolded, neighbours of one list made one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Final, NamedTuple

from extract.dates import calendar
from extract.dates.expressions import Day, Group, Run
from extract.dates.parsing import Expression
from extract.dates.years import Year
from extract.records import DateReading, YearFrom

LONGEST_RUN: Final = 400
"""A run of more days than this is no run of days but a mistake of reading."""


class Resolved(NamedTuple):
    """A run of days, or a period, with who decided its year, how sure that is, and what to point out."""

    first: dt.date
    last: dt.date
    source: YearFrom
    certainty: float
    flags: tuple[str, ...]


_NO_FLAGS: Final[frozenset[str]] = frozenset()


def contradicts(day: Day, date: dt.date) -> bool:
    """Whether the weekday written beside a day is not the one the calendar gives it."""
    return day.weekday is not None and date.weekday() != day.weekday


def resolve_day(group: Group, day: Day, year: int) -> Resolved | str:
    """What `resolve_run` gives for one day whose year is written."""
    try:
        date = dt.date(year, day.month or 1, day.day)
    except ValueError:
        return "impossible_day"
    source: YearFrom = "list" if group.year_from == "list" else "written"
    flags = tuple(sorted(group.flags)) if group.flags else ()
    if day.weekday is not None and date.weekday() != day.weekday:
        return Resolved(date, date, source, 0.5, tuple(sorted({*flags, "weekday_mismatch"})))
    return Resolved(date, date, source, 0.96 if source == "list" else 0.99, flags)


def resolve_run(group: Group, run: Run, year: Year) -> Resolved | str:
    """The days of a run whose year has been found, or the reason why no calendar has them."""
    start = calendar.build_day(run.first.year or year.year, run.first.month or 1, run.first.day)
    end = start if run.single else _find_end(group, run.last, start)
    if start is None or end is None or end < start or (end - start).days > LONGEST_RUN:
        return "impossible_day"
    flags = group.flags.union(year.flags) if group.flags or year.flags else _NO_FLAGS
    certainty = year.certainty
    if contradicts(run.first, start) or contradicts(run.last, end):
        flags = flags | {"weekday_mismatch"}
        certainty = min(certainty, 0.5)
    return Resolved(start, end, year.source, certainty, tuple(sorted(flags)) if flags else ())


def _find_end(group: Group, last: Day, start: dt.date | None) -> dt.date | None:
    """The last day of a run; it lies in the year after where its month comes round again."""
    year = last.year or (start.year if start else 0)
    if not year:
        return None
    day = min(last.day, 29) if group.every is not None and last.month == 2 else last.day
    end = calendar.build_day(year, last.month or 1, day)
    if end is None and group.every is not None and start is not None:
        end = calendar.build_day(year, last.month or 1, last.day - 1)
    if start is not None and end is not None and end < start and last.year is None:
        end = calendar.build_day(year + 1, last.month or 1, last.day)
    return end


def find_weekdays(item: Resolved, weekday: int, nth: int) -> list[Resolved]:
    """Every such weekday of a run, or only the nth of them (-1: the last; 0: all)."""
    days = calendar.every_weekday(item.first, item.last, weekday)
    if nth:
        index = nth - 1 if nth > 0 else -1
        days = days[index : index + 1 or None]
    return [item._replace(first=day, last=day) for day in days]


def merge_consecutive(items: list[Resolved]) -> list[Resolved]:
    """Days that follow one another are one run: `24 et 25 juin` is two days together, `24 et 28` is not."""
    merged: list[Resolved] = []
    for item in items:
        if merged and item.first == merged[-1].last + calendar.ONE_DAY:
            flags = tuple(sorted({*merged[-1].flags, *item.flags}))
            certainty = min(merged[-1].certainty, item.certainty)
            merged[-1] = Resolved(merged[-1].first, item.last, merged[-1].source, certainty, flags)
        else:
            merged.append(item)
    return merged


def join_neighbours(dates: list[DateReading], expressions: list[Expression], text: str) -> list[DateReading]:
    """Days of a list that follow one another over the end of a month are one run (`30 novembre et 1er décembre`)."""
    linked = {e.start for e in expressions if isinstance(e, Group) and e.link == "list"}
    if not linked:
        return dates
    joined: list[DateReading] = []
    for date in dates:
        before = joined[-1] if joined else None
        if (
            before is not None
            and date.where.start in linked
            and before.precision == date.precision == "day"
            and date.first_day == before.last_day + calendar.ONE_DAY
            and (before.starts_at, before.ends_at) == (date.starts_at, date.ends_at)
            and before.where.page == date.where.page
        ):
            joined[-1] = _unite(before, date, text)
        else:
            joined.append(date)
    return joined


def _unite(before: DateReading, date: DateReading, text: str) -> DateReading:
    where = replace(before.where, end=max(before.where.end, date.where.end))
    return replace(
        before,
        last_day=date.last_day,
        text=text[where.start : where.end],
        where=where,
        certainty=min(before.certainty, date.certainty),
        flags=tuple(sorted({*before.flags, *date.flags})),
    )
