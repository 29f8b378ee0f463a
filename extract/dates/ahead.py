"""Hours that stand before a day and are not its own: what a house is open for, how long a course lasts, a welcome.

`Le musée, ouvert tous les jours de 10h à 18h, recevra notre groupe le 13 mai à 9h30`, `Formation (14 h) : 3 et 4 juin,
9h-17h`.
"""

from __future__ import annotations

import re
from typing import Final

from extract.dates.expressions import Group, Hours, Period
from extract.dates.lexicon import WEEKDAY_NAME

_OPEN: Final = re.compile(
    r"(?<![^\W_])ouverte?s?(?![^\W_])[^.;:!?\d\n]{0,60}?"
    rf"(?<![^\W_])(?:tous les|toute l['’]|chaque|(?:du|les?|des?) (?:{WEEKDAY_NAME})s?(?= (?:au|et|[àa]|de|sauf))|"
    r"sauf|habituel\w+|en semaine|7\s?j)[^.;:!?\d\n]{0,40}\Z",
    re.IGNORECASE,
)
_REACH: Final = 110
_AT: Final = re.compile(r"\s(?:[àa]|de|d[èe]s|entre)\s\Z|\s\Z", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]{4,}")


def is_opening_time(text: str, hours: Hours, day: int) -> bool:
    """Whether hours are those of a house on all its days: `ouvert tous les jours sauf le mardi de 10h à 18h`.

    `day` is where the next day begins; right behind them it is the first of those days (`de 16h à 20h du 5 au 30 mai`).
    """
    if hours.ends is None or _WORD.search(text, hours.end, day) is None:
        return False
    return _OPEN.search(text, max(0, hours.start - _REACH), hours.start) is not None


def is_of_house(text: str, dated: Group | Period, hours: Hours) -> bool:
    """Whether hours behind a single day are those of a house: `Le 3 mai, le musée, ouvert chaque jour de 9h à 18h`."""
    single = isinstance(dated, Group) and len(dated.runs) == 1 and dated.runs[0].single
    if not single or hours.ends is None:
        return False
    return _OPEN.search(text, max(dated.end, hours.start - _REACH), hours.start) is not None


def give_way(text: str, ahead: Hours, dated: Group | Period, behind: Hours) -> bool:
    """Whether hours told before a day give way to those right behind it.

    One in a bracket does to a range: it is a length, or a welcome. What other words part from the day does to all.
    """
    if ahead.end > dated.start:
        return False
    between = text[ahead.end : dated.start]
    if ahead.ends is None and between.startswith(")"):
        return behind.ends is not None
    return _WORD.search(between) is not None and _AT.fullmatch(text, dated.end, behind.start) is not None
