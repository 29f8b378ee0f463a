"""The only hours of a sentence that tells one day, behind the place that stands between the two.

`Le 10 août, on se voit à la médiathèque (quai de la Marne, Calais), à 9h15, autour d'un café.`
"""

from __future__ import annotations

from typing import Final

from extract.events.hours.closing_hours import closes
from extract.events.hours.hours_of_all import with_hours
from extract.events.parts import LooseHours, Parts, standing_between
from extract.events.sittings import Sitting

_REACH: Final = 200
"""Characters behind a day within which its hour is told."""


def give_hours_of_sentence(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings without hours with those that stand alone in their sentence, where it tells no other day."""
    return [
        with_hours(sitting, hours.starts_at, hours.ends_at)
        if sitting.date.starts_at is None and (hours := _find_behind(parts, sitting)) is not None
        else sitting
        for sitting in sittings
    ]


def _find_behind(parts: Parts, sitting: Sitting) -> LooseHours | None:
    """The hours in the sentence of a day, behind a place that is told behind it."""
    if len(sitting.mentions) != 1 or not parts.loose_hours:
        return None
    date = sitting.mentions[0]
    start, end = parts.sentence_of(date.where.start)
    inside = [hours for hours in parts.loose_hours if start <= hours.start < end]
    if len(inside) != 1 or not date.where.end <= inside[0].start <= date.where.end + _REACH or closes(parts, inside[0]):
        return None
    others = [
        other
        for other in standing_between(parts.dates, start, end)
        if other.precision == "day" and other.role == "event"
    ]
    placed = standing_between(parts.venues, date.where.end, inside[0].start)
    return inside[0] if placed and len(others) == 1 and inside[0].starts_at else None
