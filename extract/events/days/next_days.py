"""Days told by the one before them: `vendredi 13 novembre à 20h` and, in a later sentence, `le lendemain à 15h`.

Only with hours behind it does such a word tell of a meeting; the day is the one after the last day named before it. So
do weeks and days that are counted from it, behind the ordinal of a sitting: `le second une semaine plus tard`.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import replace
from typing import Final

from extract.dates import DateScan, clock
from extract.dates.lexicon import WEEKDAY_NAME, WEEKDAYS
from extract.dates.timetable import find_next_day
from extract.document import Document
from extract.matching.leaping import compile_leaping
from extract.numbers import RANKS
from extract.records import DateReading
from extract.sentences import find_sentence

_COUNTS: Final = {"une": 1, "un": 1, "deux": 2, "trois": 3, "quatre": 4, "huit": 8, "quinze": 15}
_ROUND: Final = {8: 7, 15: 14}
"""Days that are counted with the first one: `huit jours` are a week."""
_LATER: Final = compile_leaping(
    rf"(?<![^\W_])(?P<count>{'|'.join(_COUNTS)}|\d{{1,2}})\s(?P<unit>jours?|semaines?)\s"
    r"(?:plus tard|apr[èe]s)(?![^\W_])",
    re.IGNORECASE,
)
_NEXT_SITTING: Final = re.compile(
    r"(?<![^\W_])(?:l[ae]s?\s)?(?:seconde?|deuxi[èe]me|troisi[èe]me|suivante?|prochaine?)(?![^\W_])", re.IGNORECASE
)
_ONE_OF_THEM: Final = re.compile(
    rf"(?<![^\W_])(?:(?:l[ae]\s)?(?P<rank>{'|'.join(RANKS)})\s(?:jour|journ[ée]e|soir[ée]e|matin[ée]e)|"
    rf"le\s(?P<weekday>{WEEKDAY_NAME}))(?![^\W_])",
    re.IGNORECASE,
)
"""What tells of one of several days that were named together."""
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
        told = _day_told_of(named[index], document.text[named[index].where.end : word.start()])
        day = told + dt.timedelta(days=1)
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
    return (*dates, *added, *_find_counted(document, named, dates))


def _day_told_of(date: DateReading, words: str) -> dt.date:
    """Which of several days some words behind them tell of last, by its rank or weekday; the last one by default.

    `les 12 et 13 mai … La première journée débutera à 9h. Le lendemain`: that is the second of the two.
    """
    if date.first_day == date.last_day:
        return date.last_day
    days = [date.first_day + dt.timedelta(days=n) for n in range((date.last_day - date.first_day).days)]
    told = list(_ONE_OF_THEM.finditer(words))
    if not told:
        return date.last_day
    rank, weekday = told[-1]["rank"], told[-1]["weekday"]
    if rank:
        return days[min(RANKS[rank.lower()], len(days) - 1)]
    return next((day for day in days if day.weekday() == WEEKDAYS.index(weekday.lower())), date.last_day)


def _find_counted(document: Document, named: list[DateReading], dates: tuple[DateReading, ...]) -> list[DateReading]:
    """The days counted from the last one before them, in a sentence that tells of the next sitting and names no day."""
    found: list[DateReading] = []
    for match in _LATER.finditer(document.text) if named else ():
        block = document.block_at(match.start())
        before = [date for date in named if date.where.end <= match.start()]
        if block is None or not before or match.start() - before[-1].where.end > _FAR:
            continue
        start, end = find_sentence(document.text, match.start(), block.start, block.end)
        told = any(start <= date.where.start < end and date.precision == "day" for date in dates)
        if told or _NEXT_SITTING.search(document.text, start, match.start()) is None:
            continue
        count = _COUNTS.get(match["count"].lower()) or int(match["count"])
        days = count * 7 if match["unit"].lower().startswith("semaine") else _ROUND.get(count, count)
        day = (found[-1] if found else before[-1]).last_day + dt.timedelta(days=days)
        where = document.place(match.start(), match.end())
        found.append(
            replace(
                before[-1], text=match[0], where=where, first_day=day, last_day=day, starts_at=None, ends_at=None,
                rule="counted_from_day", flags=(),
            )
        )  # fmt: skip
    return found
