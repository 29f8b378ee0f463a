"""Days told by the one before them: `vendredi 13 novembre à 20h` and, in a later sentence, `le lendemain à 15h`.

Only with hours behind it does such a word tell of a meeting; the day is the one after the last day named before it.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import replace
from typing import Final

from extract.dates import DateScan, clock
from extract.dates.timetable import find_next_day
from extract.document import Document
from extract.records import DateReading

_FAR: Final = 400
"""Characters between a day and the words that count from it, at most."""


def add_next_days(document: Document, scan: DateScan, dates: tuple[DateReading, ...]) -> tuple[DateReading, ...]:
    """The dates, with the days after them that are told as such and with their hours."""
    named = sorted((d for d in dates if d.role == "event" and d.precision == "day"), key=lambda d: d.where.start)
    starts = [date.where.start for date in named]
    added: list[DateReading] = []
    for hours in scan.loose_hours if named else ():
        word = find_next_day(document.text, hours.start)
        index = bisect_right(starts, hours.start) - 1
        if word is None or index < 0 or word.start() - named[index].where.end > _FAR:
            continue
        day = named[index].last_day + dt.timedelta(days=1)
        added.append(
            replace(
                named[index],
                text=document.text[word.start() : hours.end],
                where=document.place(word.start(), hours.end),
                first_day=day,
                last_day=day,
                starts_at=clock(hours.starts),
                ends_at=clock(hours.ends),
                rule="next_day",
                flags=(),
            )
        )
    return (*dates, *added)
