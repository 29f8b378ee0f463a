"""Hours that go with the days of a list by their rank: `les 14 et 15 octobre (J1 : 10h-17h30, J2 : 9h-16h)`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from extract.dates.expressions import Group, Hours
from extract.dates.hour_families import ENDS
from extract.matching.leaping import compile_leaping

_REACH: Final = 160
"""Characters behind the days within which their hours are told."""
_RANK: Final = compile_leaping(
    r"(?<![^\W_])(?:j(?:our[ ]?)?(?P<number>[1-6])|(?P<first>premier|1er)|"
    r"(?P<second>second|deuxi[èe]me|2[èe]?me|2nd|2e)|"
    r"(?P<third>troisi[èe]me|3[èe]?me|3e)|(?P<last>dernier))(?![^\W_])",
    re.IGNORECASE,
)
_CUT: Final = re.compile(
    r"[,;)(]\s|\s(?:et|puis|/|\|)\s(?!(?:de\s)?\d{1,2}\s?(?:h|:\d\d)?[\d\s]*(?:[);,.]|$))|[)(](?=\w)"
)
_END: Final = re.compile(r"\n|[.!?]\s")


def find_ranked_hours(text: str, group: Group, find_hours: Callable[[str], list[Hours]]) -> list[Hours] | None:
    """The hours of each single day of a group in order, where words behind it tell them by rank; else None.

    What is told of no rank is of all (`de 9h à 17h, le dernier jour de 9h à 16h`).
    """
    count = len(group.runs)
    if count < 2 or not all(run.single for run in group.runs) or group.every is not None:
        return None
    end = min(len(text), group.end + _REACH)
    if _RANK.search(text, group.end, end) is None:
        return None
    stop = _END.search(text, group.end, end)
    told: list[tuple[Hours, bool] | None] = [None] * count
    general: Hours | None = None
    for clause in _CUT.split(text[group.end : stop.start() if stop is not None else end]):
        hours = find_hours(clause)
        rank = _read_rank(clause, count)
        if len(hours) != 1 or (rank is None and _RANK.search(clause)):
            continue
        if rank is None:
            general = general or (hours[0] if hours[0].ends is not None else None)
        else:
            told[rank] = hours[0], ENDS.search(clause) is not None
    dealt = [_build(own, general, group) for own in told]
    return [hours for hours in dealt if hours is not None] if any(told) and all(dealt) else None


def _read_rank(clause: str, count: int) -> int | None:
    """The index of the day that a clause names by its rank; None where it names none or one that is not there."""
    match = _RANK.search(clause)
    if match is None:
        return None
    names = {"first": 0, "second": 1, "third": 2, "last": count - 1}
    rank = int(match["number"]) - 1 if match["number"] else names[match.lastgroup or "first"]
    return rank if rank < count else None


def _build(own: tuple[Hours, bool] | None, general: Hours | None, group: Group) -> Hours | None:
    """The hours of a day, with the place of the days: its own, or those of all, of which it may tell one end."""
    hours, ends = own or (general, False)
    if hours is None or (ends and hours.ends is None and general is None):
        return None
    starts, last = hours.starts, hours.ends
    if own is not None and last is None and general is not None and starts is not None:
        if ends or _is_near_end(starts, general):
            starts, last = general.starts, starts
        else:
            last = general.ends if (general.ends or 0) > starts else None
    return Hours(starts, last, group.start, group.end, hours.colon)


def _is_near_end(minutes: int, general: Hours) -> bool:
    """Whether a single hour within those of all is nearer to their end: `9h à 17h (16h le dernier jour)`."""
    if general.starts is None or general.ends is None or not general.starts < minutes < general.ends:
        return False
    return general.ends - minutes < minutes - general.starts
