"""Words that count a day from another one: `le lendemain`, `la veille`, `huit jours plus tard`, `le jeudi suivant`."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from extract.dates.lexicon import WEEKDAY_NAME, WEEKDAYS, fold, lower_case
from extract.matching.gates import compile_gated
from extract.numbers import NUMBER, parse_number

_WEEK: Final = 7
_ROUND: Final = {8: 7, 15: 14}
"""Days that are counted with the first one: `huit jours` are a week."""
COUNTED: Final = compile_gated(
    r"(?<![^\W_])(?:(?P<next>(?:le|du) lendemain)|(?P<second>le surlendemain)|(?P<eve>la veille)|"
    r"(?P<same>(?:le|ce) m[êe]me jour)|(?P<day>le jour (?:suivant|d['’]apr[èe]s))|"
    rf"(?P<count>{NUMBER})\s(?P<unit>jours?|semaines?)\s(?:plus tard|apr[èe]s)(?! l)|"
    rf"(?P<week>la semaine (?:suivante|d['’]apr[èe]s))|le (?P<weekday>{WEEKDAY_NAME}) (?:suivant|d['’]apr[èe]s))"
    r"(?![^\W_])",
    re.IGNORECASE,
)


def may_count(text: str) -> bool:
    """Whether a text may count a day from another: a first look at what it cannot do without."""
    if not COUNTED.may_match(text):
        return False
    lower = lower_case(text)
    if "lendemain" in lower or "veille" in lower or "suivant" in lower:
        return True
    return "me jour" in lower or "apr" in lower or "plus tard" in lower


def count_from(words: re.Match[str], day: dt.date) -> dt.date | None:
    """The day that some words of `COUNTED` tell, counted from another; None where they hold no number."""
    shift = _shift_of(words, day)
    return None if shift is None else day + dt.timedelta(days=shift)


def _shift_of(words: re.Match[str], day: dt.date) -> int | None:
    if words["weekday"]:
        return (WEEKDAYS.index(fold(words["weekday"])) - day.weekday() - 1) % _WEEK + 1
    if words["count"]:
        count = parse_number(words["count"])
        if count is None:
            return None
        return count * _WEEK if words["unit"].lower().startswith("semaine") else _ROUND.get(count, count)
    shifts = {"next": 1, "second": 2, "eve": -1, "same": 0, "day": 1, "week": _WEEK}
    return next(shift for name, shift in shifts.items() if words[name])
