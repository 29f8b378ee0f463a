"""Hours of a day that another one took the place of: they hold for the new day, which tells none of its own.

`À Lens : le 5 octobre, de 14h à 17h, à la MJC (reporté au 30 octobre)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extract.events.hours.hours_of_all import with_hours
from extract.events.parts import Parts
from extract.events.sittings import Sitting
from extract.events.states.of_day import MOVES

_FAR: Final = 160
"""Characters between the two days, at most."""


def give_moved_hours(parts: Parts, sittings: Sequence[Sitting]) -> list[Sitting]:
    """The sittings; a day that a postponed one leads to has its hours, where it tells none."""
    if not any(sitting.status == "postponed" for sitting in sittings):
        return list(sittings)
    ordered = sorted(range(len(sittings)), key=lambda number: sittings[number].date.where.start)
    given = list(sittings)
    for old, new in pairwise(ordered):
        if _leads_to(parts, sittings[old], sittings[new]):
            given[new] = with_hours(sittings[new], sittings[old].date.starts_at, sittings[old].date.ends_at)
    return given


def _leads_to(parts: Parts, old: Sitting, new: Sitting) -> bool:
    """Whether words between two days say that the second took the place of the first, which alone has hours."""
    if old.status != "postponed" or new.status != "announced" or not old.date.starts_at or new.date.starts_at:
        return False
    start, end = old.date.where.end, new.date.where.start
    return start <= end <= start + _FAR and MOVES.search(parts.document.text, start, end) is not None
