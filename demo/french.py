"""How the site writes moments: `Mercredi 29 septembre 2021 - 10:00`, and the offset of Paris on that day."""

from __future__ import annotations

import datetime as dt

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip


def format_day(day: dt.date) -> str:
    """`29 septembre 2021`; the first of a month is `1er`."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {MONTHS[day.month - 1]} {day.year}"


def format_moment(moment: dt.datetime) -> str:
    """`Mercredi 29 septembre 2021 - 10:00`: the long date format of the site, hour always included."""
    weekday = WEEKDAYS[moment.weekday()].capitalize()
    return f"{weekday} {moment.day} {MONTHS[moment.month - 1]} {moment.year} - {moment:%H:%M}"


def paris_offset(day: dt.date) -> int:
    """Hours ahead of UTC in Paris: 2 from the last Sunday of March to the last Sunday of October, else 1.

    Whole days are enough here, and a rule needs no time zone database on the machine.
    """
    return 2 if _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10) else 1


def format_iso(moment: dt.datetime) -> str:
    """`2021-09-29T10:00:00+02:00`, as Drupal's date field writes its `content` attribute."""
    return f"{moment:%Y-%m-%dT%H:%M:%S}+0{paris_offset(moment.date())}:00"


def to_utc(moment: dt.datetime) -> dt.datetime:
    """The same moment of Paris as an aware UTC datetime, for `Last-Modified`."""
    return (moment - dt.timedelta(hours=paris_offset(moment.date()))).replace(tzinfo=dt.UTC)


def _last_sunday(year: int, month: int) -> dt.date:
    last = dt.date(year, month, 31)
    return last - dt.timedelta(days=(last.weekday() + 1) % 7)
