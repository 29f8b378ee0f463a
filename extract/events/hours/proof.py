"""What hours of a sitting were read from: the words that say them, which may stand far from its day.

Hours reach a sitting by many ways (`Horaires : 9h-17h` below, `mêmes horaires`, a column, a programme). Whatever the
way, the words that prove an hour are those that say this very hour: beside the day, else the nearest that stand apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from extract.dates.lexicon import fold
from extract.events.parts import Parts
from extract.events.sittings import Sitting
from extract.numbers import UNITS
from extract.records import Evidence

_SIDES: Final = ("starts_at", "ends_at")

_BY_NAME: Final = {"12:00": "midi", "00:00": "minuit"}
_NOON: Final = 12
_MARK: Final = r"\s?(?:h(?:eures?|rs?|\.)?|:|\.)"
_PAST: Final = {
    "10": "(?:10|dix)",
    "15": "(?:15|quinze|et quart)",
    "20": "(?:20|vingt)",
    "30": "(?:30|trente|et demie?)",
    "40": "(?:40|quarante)",
    "45": "(?:45|quarante-cinq|trois quarts)",
}
_SPELLED: Final = dict(enumerate((*UNITS, "vingt")))
_RECKONED: Final = 0.8
"""An end that follows from a length or from the half of a day (`durée : 2 h`) is said by no words of its own."""


_Hours = tuple[str | None, str | None]


class _Words(NamedTuple):
    """Words that may prove an hour, by their span."""

    start: int
    end: int


class HourWords:
    """All words of a page that say hours, apart from days and beside days, by what they say."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @cached_property
    def _found(self) -> dict[_Hours, list[_Words]]:
        """The words that say hours: by both where they say two, and by each of them with `None`."""
        found: dict[_Hours, list[_Words]] = defaultdict(list)
        for loose in self._parts.loose_hours:
            _add(found, _Words(loose.start, loose.end), loose.starts_at, loose.ends_at)
        for date in self._parts.dates:
            says = _said(date.text, date.starts_at), _said(date.text, date.ends_at)
            _add(found, _Words(date.where.start, date.where.end), *says)
        for words in found.values():
            words.sort()
        return found

    def prove(self, sitting: Sitting) -> Iterator[Evidence]:
        """The evidence of the hours of a sitting: rule `hours` beside its day, `hours_apart` elsewhere.

        An hour that no words say was reckoned from others: its evidence is the day, by the rule `hours_reckoned`.
        """
        date = sitting.date
        for side in _SIDES:
            hour = date.starts_at if side == "starts_at" else date.ends_at
            if hour is None:
                continue
            if tells_hour(date.text, hour):
                yield Evidence(side, date.text, date.where, "hours", date.certainty)
            elif (words := self._nearest(sitting, hour)) is not None:
                yield self._parts.evidence(side, words.start, words.end, "hours_apart", date.certainty)
            else:
                yield Evidence(side, date.text, date.where, "hours_reckoned", round(date.certainty * _RECKONED, 4))

    def _nearest(self, sitting: Sitting, hour: str) -> _Words | None:
        """The words that say both hours of a sitting, else this one; of these those of its block, else the nearest."""
        date = sitting.date
        day, own = date.where.start, self._parts.block_of(date.where.start)
        found = self._found.get((date.starts_at, date.ends_at)) or self._found.get((hour, None), [])
        at = bisect_left(found, (day, day))
        near = found[max(0, at - 1) : at + 1]

        def order(words: _Words) -> tuple[bool, int]:
            beside = own is not None and own.start <= words.start < own.end
            return not beside, abs(words.start - day)

        return min(near, key=order, default=None)


def _add(found: dict[_Hours, list[_Words]], words: _Words, first: str | None, last: str | None) -> None:
    if first and last:
        found[first, last].append(words)
    for hour in {first, last} - {None}:
        found[hour, None].append(words)


def _said(words: str, hour: str | None) -> str | None:
    return hour if hour is not None and tells_hour(words, hour) else None


def tells_hour(words: str, hour: str) -> bool:
    """Whether words say an hour (`HH:MM`): in figures, in words, by half of a day, or as noon."""
    return _hour_pattern(hour).search(fold(words)) is not None


@lru_cache(maxsize=2000)
def _hour_pattern(hour: str) -> re.Pattern[str]:
    number, minutes = int(hour[:2]), hour[3:]
    numbers = sorted({number, number - _NOON} if number > _NOON else {number})
    figures = "|".join(f"0?{n}" for n in numbers)
    if minutes == "00":  # `9h`, `de 9 à 12 heures`, `10-12h`
        marked = rf"(?:{_MARK}(?:\s?(?:00|oo))?(?!\s?\d)|\s?(?:[-–/]|a|et)\s?\d{{1,2}}{_MARK})"
    else:
        marked = rf"{_MARK}\s?{_PAST.get(minutes, minutes)}(?!\d)"
    patterns = [rf"(?<!\d)(?:{figures}){marked}"]
    spelled = "|".join(_SPELLED[n] for n in numbers if n in _SPELLED)
    if spelled:
        past = "" if minutes == "00" else rf"\s{_PAST.get(minutes, minutes)}"
        patterns.append(rf"(?<!\w)(?:{spelled})\sheures?{past}")
    if hour in _BY_NAME:
        patterns.append(_BY_NAME[hour])
    if number == _NOON and minutes in _PAST:
        patterns.append(rf"midi\s{_PAST[minutes]}")
    return re.compile("|".join(patterns))
