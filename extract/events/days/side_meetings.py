"""What people do beside a meeting of several days: `Dîner le jeudi 28 septembre à 20h`, `la soirée du 28 à Roubaix`.

Its day is one of those that the page tells together (`les 28 et 29 septembre, à Lille`): its hour and its place are its
own, and nothing of the day of that meeting.
"""

from __future__ import annotations

import re
from typing import Final

from extract.events.parts import Parts, standing_between
from extract.records import DateReading

_BESIDE: Final = re.compile(
    r"(?<![^\W_])(?:d[îi]ners?|soir[ée]es?|cocktails?|concerts?|spectacles?|repas|ap[ée]ritifs?|ap[ée]ro|nuit[ée]es?|visites?|"
    r"balades?|verre|pot)(?![^\W_-])[^.;:!?\d\n]{0,40}?\s(?:(?:du|le|de ce|ce)\s)?(?:[^\W\d_]+di\s)?$",
    re.IGNORECASE,
)
_REACH: Final = 70


def without_side_meetings(parts: Parts, mentions: list[DateReading]) -> list[DateReading]:
    """The readings of one day without those of what is done beside its meeting, where it is told with other days."""
    if len(mentions) < 2 or not any(_is_of_several(parts, date) for date in mentions):
        return mentions
    kept = [date for date in mentions if _is_of_several(parts, date) or not _is_beside(parts, date)]
    return kept or mentions


def _is_of_several(parts: Parts, date: DateReading) -> bool:
    """Whether the words of a day tell others with it."""
    if date.first_day < date.last_day:
        return True
    return any(
        other.first_day != date.first_day and other.where.start == date.where.start
        for other in standing_between(parts.dates, date.where.start, date.where.end)
    )


def _is_beside(parts: Parts, date: DateReading) -> bool:
    first = max(parts.sentence_of(date.where.start)[0], date.where.start - _REACH)
    noun = _BESIDE.search(parts.document.text, first, date.where.start)
    return noun is not None and noun.group().split()[0].lower() not in parts.document.title.lower()
