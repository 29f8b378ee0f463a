"""Sittings that were moved, told by their number: `La séance 2, d'abord prévue le 5 octobre, est décalée`.

The day that was given up is that of the sitting with the same number: where it would have been, and at the same hours
where the list says that they are the same.
"""

from __future__ import annotations

from dataclasses import replace

from extract.events.hours.same_hours import says_same
from extract.events.ordinals import find_numbers_in, number_before
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.events.venues.found import Found


def follow_numbers(parts: Parts, sittings: list[Sitting], venues: list[Found]) -> tuple[list[Sitting], list[Found]]:
    """The sittings and their venues, those that were moved like the one of their number."""
    sittings, venues = list(sittings), list(venues)
    for index, sitting in enumerate(sittings):
        twin = _find_twin(parts, sitting, sittings) if sitting.status == "postponed" else None
        if twin is None:
            continue
        if not standing_between(parts.venues, *parts.sentence_of(sitting.date.where.start)):
            venues[index] = venues[twin]
        date = sittings[twin].date
        if sitting.date.starts_at is None and says_same(parts, date):
            moved = replace(sitting.date, starts_at=date.starts_at, ends_at=date.ends_at)
            sittings[index] = replace(sitting, date=moved)
    return sittings, venues


def _find_twin(parts: Parts, sitting: Sitting, sittings: list[Sitting]) -> int | None:
    """The index of the one sitting that is held and bears the number that the sentence of a moved one names."""
    start, _ = parts.sentence_of(sitting.date.where.start)
    numbers = find_numbers_in(parts, start, sitting.date.where.start)
    if len(numbers) != 1:
        return None
    number = next(iter(numbers))
    twins = [
        index
        for index, other in enumerate(sittings)
        if other.status == "announced" and number_before(parts, other.date.where.start) == number
    ]
    return twins[0] if len(twins) == 1 else None
