"""Plain facts of the calendar: days that exist, weekdays, summer time in France."""

from __future__ import annotations

import calendar
import datetime as dt

ONE_DAY = dt.timedelta(days=1)


def build_day(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has none (30 February)."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def build_months(first_year: int, first_month: int, last_month: int) -> tuple[dt.date, dt.date]:
    """The first and last day of a run of months; a last month before the first one lies in the next year."""
    last_year = first_year + (last_month < first_month)
    return (
        dt.date(first_year, first_month, 1),
        dt.date(last_year, last_month, calendar.monthrange(last_year, last_month)[1]),
    )


def is_summer_time(day: dt.date) -> bool:
    """Whether clocks in France show summer time on this day (last Sunday of March to last Sunday of October)."""
    return _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)


def _last_sunday(year: int, month: int) -> dt.date:
    last = dt.date(year, month, 31)
    return last - dt.timedelta(days=(last.weekday() + 1) % 7)


def is_midnight_artefact(minutes: int, day: dt.date) -> bool:
    """Whether an hour is only midnight UTC shown in local time: 00:00, 01:00 in winter, 02:00 in summer.

    Drupal 7 stores a day without hours as midnight and prints it in the site's time zone.
    """
    return minutes == 0 or minutes == (120 if is_summer_time(day) else 60)


def every_weekday(first: dt.date, last: dt.date, weekday: int) -> list[dt.date]:
    """All days from `first` to `last` that fall on a weekday (Monday = 0)."""
    day = first + dt.timedelta(days=(weekday - first.weekday()) % 7)
    days = []
    while day <= last:
        days.append(day)
        day += 7 * ONE_DAY
    return days
