"""Hours of a day that another one took the place of: they hold for the new day, which tells none of its own.

`À Lens : le 5 octobre, de 14h à 17h, à la MJC (reporté au 30 octobre)`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extract.events.hours.hours_of_all import with_hours
from extract.events.parts import Parts
from extract.events.sittings import Sitting
from extract.events.states.of_day import MOVES
from extract.records import DateReading

_INSTEAD: Final = re.compile(r"\(?(?:au lieu|à la place) d", re.IGNORECASE)
_FAR: Final = 160
"""Characters between the two days, at most."""


def give_moved_hours(parts: Parts, sittings: Sequence[Sitting]) -> list[Sitting]:
    """The sittings; a day that a postponed one leads to has its hours, where it tells none."""
    if not any(sitting.status == "postponed" for sitting in sittings):
        return list(sittings)
    told = [(date, number) for number, sitting in enumerate(sittings) for date in _named(sitting)]
    told.sort(key=lambda item: item[0].where.start)
    given = list(sittings)
    for (before, old), (after, new) in pairwise(told):
        if _takes_hours(sittings[old], sittings[new]) and _leads_to(parts, before, after):
            given[new] = with_hours(sittings[new], sittings[old].date.starts_at, sittings[old].date.ends_at)
        elif _takes_hours(sittings[new], sittings[old]) and _stands_for(parts, before, after):
            together = [n for n, s in enumerate(sittings) if s.date.where.start == before.where.start]
            for number in together:  # `les 6 et 13 mars (au lieu des 16 et 23 janvier), de 9h30 à 16h30`
                given[number] = with_hours(sittings[number], after.starts_at, after.ends_at)
    return given


def _named(sitting: Sitting) -> list[DateReading]:
    """Where a sitting is named; one put off also where only its day stands (`tous les mardis, celui du 7 …`)."""
    return list(sitting.mentions) if sitting.status == "postponed" else [sitting.date]


def _takes_hours(old: Sitting, new: Sitting) -> bool:
    """Whether a day was put off and alone of two has hours."""
    put_off = old.status == "postponed" and new.status == "announced"
    return put_off and old.date.starts_at is not None and new.date.starts_at is None


def _stands_for(parts: Parts, new: DateReading, old: DateReading) -> bool:
    """Whether words between two days say that the first takes the place of the second."""
    start, end = new.where.end, old.where.start
    return start <= end <= start + _FAR and _INSTEAD.search(parts.document.text, start, end) is not None


def _leads_to(parts: Parts, old: DateReading, new: DateReading) -> bool:
    """Whether words between two days say that the second took the place of the first."""
    start, end = old.where.end, new.where.start
    return start <= end <= start + _FAR and MOVES.search(parts.document.text, start, end) is not None
