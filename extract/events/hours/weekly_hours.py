"""Hours by weekday: `Les vendredis de 9h à 11h` above a table of Fridays, `Le samedi de 9h à 18h, le dimanche de …`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from extract.dates.lexicon import WEEKDAY_NAME, WEEKDAYS
from extract.events.parts import LooseHours, Parts
from extract.events.sittings import Sitting
from extract.matching.leaping import compile_leaping

_EVERY: Final = compile_leaping(
    rf"(?<![^\W_])(?:les|chaque|tous les)\s(?P<weekday>{WEEKDAY_NAME})s?"
    r"(?:\s(?:matin|soir|midi|apr[èe]s-midi)s?)?"
    r"(?:,?\s(?:[àa]|d[èe]s|de)\s|\s?[:,(]\s?|\s[–—-]\s|\s)$",
    re.IGNORECASE,
)
_NAMED: Final = (
    rf"(?<![^\W_])(?:le\s)?(?P<weekday>{WEEKDAY_NAME})(?:\s(?:matin|soir|midi|apr[èe]s-midi))?"
    r"(?:,?\s(?:[àa]|d[èe]s|de)\s|\s?[:,(]\s?|\s[–—-]\s|\s)"
)
_ONE: Final = re.compile(rf"{_NAMED}(?=\d{{1,2}}\s?(?:h|:\d))", re.IGNORECASE)
_ONE_BEFORE: Final = re.compile(rf"{_NAMED}$", re.IGNORECASE)
_REACH: Final = 60
_FEW_WORDS: Final = 3


def give_weekly_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The days of a weekday with the hours that the page tells for all of them."""
    strayed = [
        LooseHours(s.date.starts_at, s.date.ends_at, s.date.where.start, s.date.where.end)
        for s in sittings
        if s.date.starts_at and s.date.ends_at and "\n" in s.date.text
    ]
    for hours in [*parts.loose_hours, *strayed]:
        every = _EVERY.search(parts.document.text, max(0, hours.start - _REACH), hours.start)
        every = every or _each_of_several(parts, hours)
        if every is not None and hours.ends_at:
            number = WEEKDAYS.index(every["weekday"].lower())
            sittings = [_at(s, hours) if _is_every(s, number, hours) else s for s in sittings]
    return sittings


def _is_every(sitting: Sitting, weekday: int, hours: LooseHours) -> bool:
    """Whether a sitting is one of every week: on its weekday, and none that was called off above the hours."""
    above = all(date.where.end <= hours.start for date in sitting.mentions)
    off = sitting.status in ("cancelled", "postponed") and above
    return sitting.is_day and sitting.first.weekday() == weekday and not off


def _each_of_several(parts: Parts, hours: LooseHours) -> re.Match[str] | None:
    """The weekday before some hours, where its sentence tells those of another one too."""
    start, end = parts.sentence_of(hours.start)
    if parts.document.text[start : hours.start].count(" ") <= _FEW_WORDS:  # `Samedi : 10h – 18h` on a line of its own
        lines = [block for block in parts.blocks if block.start <= hours.start + _REACH and block.end >= start - _REACH]
        start, end = (min(b.start for b in lines), max(b.end for b in lines)) if lines else (start, end)
    text = parts.document.text
    return _ONE_BEFORE.search(text, start, hours.start) if _count_weekdays(text, start, end) > 1 else None


@lru_cache(maxsize=64)
def _count_weekdays(text: str, start: int, end: int) -> int:
    """How many weekdays a sentence tells hours of; it is asked for each of its hours."""
    return len({match["weekday"].lower() for match in _ONE.finditer(text, start, end)})


def _at(sitting: Sitting, hours: LooseHours) -> Sitting:
    """A sitting with the hours of every week; where it tells its own start, only with the end of one that is alike."""
    date = sitting.date
    if date.starts_at not in (None, hours.starts_at) or date.ends_at:
        return sitting
    flags = (*date.flags, "hours_of_page")
    return replace(sitting, date=replace(date, starts_at=hours.starts_at, ends_at=hours.ends_at, flags=flags))
