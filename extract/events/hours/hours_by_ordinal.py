"""Hours told day by day in turn: `9h15-17h le premier jour, 9h-16h30 le second`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.events.parts import LooseHours, Parts, find_strayed_hours
from extract.events.sittings import Sitting
from extract.events.venues.told_by_ordinal import ORDINAL, SITTING_NOUN, number_of
from extract.matching.leaping import compile_leaping

_WORDS: Final = rf"(?:le|la|lors du|lors de la|au|à la)\s{ORDINAL}(?![^\W_])"
_NOUN: Final = rf"(?:\s{SITTING_NOUN}(?![^\W_]))?"
_BEHIND: Final = re.compile(rf"\s?[(,:–-]?\s?(?:pour\s)?{_WORDS}{_NOUN}", re.IGNORECASE)
_BEFORE: Final = compile_leaping(rf"{_WORDS}{_NOUN}\s?[,:(–-]?\s?(?:(?:de|dès)\s)?$", re.IGNORECASE)
_REACH: Final = 40


def give_hours_by_ordinal(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings with the hours told for the first, the second, the last of them; two must be told so."""
    days = [sitting for sitting in sittings if sitting.is_day]
    told: dict[int, LooseHours] = {}
    strayed = [hours for sitting in days if (hours := find_strayed_hours(sitting.date)) is not None]
    for hours in [*strayed, *parts.loose_hours]:
        number = _number_beside(parts, hours, len(days))
        if number is not None:
            told.setdefault(number, hours)
    if len(told) < 2 or max(told) >= len(days):
        return sittings
    hours_of = {days[number].first: hours for number, hours in told.items()}
    given = {hours.starts_at for hours in strayed}
    return [_at(s, hours_of[s.first], given) if s.is_day and s.first in hours_of else s for s in sittings]


def _number_beside(parts: Parts, hours: LooseHours, count: int) -> int | None:
    """The number from 0 of the sitting that hours are said of, behind them or before them; None of none."""
    if hours.starts_at is None:
        return None
    text = parts.document.text
    found = _BEHIND.match(text, hours.end) or _BEFORE.search(text, max(0, hours.start - _REACH), hours.start)
    if found is None:
        return None
    return number_of(found["word"], count)


def _at(sitting: Sitting, hours: LooseHours, given: set[str | None]) -> Sitting:
    date = sitting.date
    if date.starts_at is not None and date.starts_at not in given:
        return sitting
    flags = (*date.flags, "hours_of_page")
    return replace(sitting, date=replace(date, starts_at=hours.starts_at, ends_at=hours.ends_at, flags=flags))
