"""The next meeting that a report announces: an event of its own, told in one sentence below what is reported."""

from __future__ import annotations

import re
from typing import Final

from extract.events.page.event_nouns import find_nouns
from extract.events.page.naming import find_event_type
from extract.events.parts import Parts
from extract.records import DateReading

_NEXT: Final = re.compile(
    r"(?<![^\W_])(?:prochaine?s?|seconde?s?|deuxi[èe]mes?|nouve(?:au|lle|l)s?|suivante?s?|autres?)(?![^\W_])",
    re.IGNORECASE,
)
_SERIES: Final = ("cycle", "formation")


def part_next_meetings(parts: Parts, dates: list[DateReading]) -> tuple[list[DateReading], list[DateReading]]:
    """The days of what a report tells of, and those behind them that a sentence announces as the next meeting.

    The next sitting of a series is one of its own; so is the next one where the report tells no other day.
    """
    if parts.page.kind != "report" or find_event_type(parts.page.title) in _SERIES:
        return dates, []
    coming = [date for date in dates if _is_announced_as_next(parts, date)]
    told = [date for date in dates if date not in coming]
    if not told or any(date.first_day <= max(d.last_day for d in told) for date in coming):
        return dates, []
    return told, coming


def _is_announced_as_next(parts: Parts, date: DateReading) -> bool:
    """Whether the words of a sentence up to a day name a next meeting (`Une seconde rencontre est prévue le`)."""
    start, _ = parts.sentence_of(date.where.start)
    nouns = find_nouns(parts.document.text, start, date.where.start)
    return bool(nouns) and _NEXT.search(parts.document.text, start, date.where.start) is not None
