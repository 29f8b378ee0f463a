"""The only hours of a sentence that tells one day, behind the place that stands between the two.

`Le 10 août, on se voit à la médiathèque (quai de la Marne, Calais), à 9h15, autour d'un café.`
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.events.hours.closing_hours import closes
from extract.events.hours.hours_of_all import with_hours
from extract.events.parts import LooseHours, Parts, standing_between
from extract.events.sittings import Sitting

_NOON_ENDS: Final = "13:01"
"""Before this hour a morning has ended."""
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


def give_second_half(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings with a range, up to the end of the one that follows it in a sentence on no other day.

    `Le 4 avril à Lens (rue Pasteur) : 9h45-12h en plénière, 13h30-17h en ateliers`.
    """
    ranges = [hours for hours in parts.loose_hours if hours.starts_at and hours.ends_at]
    return [_with_second_half(parts, sitting, ranges) for sitting in sittings] if ranges else sittings


def _with_second_half(parts: Parts, sitting: Sitting, ranges: list[LooseHours]) -> Sitting:
    date = sitting.date
    if len(sitting.mentions) != 1 or not sitting.is_day or not date.ends_at or "\n" in date.text:
        return sitting
    if "hours_of_place" in date.flags:
        return sitting  # the second range is that of another town
    start, end = parts.sentence_of(date.where.start)
    behind = [hours for hours in ranges if date.where.end <= hours.start < end]
    days = [d for d in standing_between(parts.dates, start, end) if d.precision == "day"]
    if (
        len(behind) != 1
        or len(days) != 1
        or not date.ends_at < _NOON_ENDS
        or (behind[0].starts_at or "") < date.ends_at
    ):
        return sitting
    return replace(sitting, date=replace(date, ends_at=behind[0].ends_at))


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
