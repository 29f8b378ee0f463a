"""One day in several towns, all told in its sentence: `le 4 mai : de 9h à 11h à Laon et de 14h à 16h à Hirson`.

Hours and towns stand in turn there, each hours beside the place that they are of.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.dates.clock import write_clock
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.records import VenueReading

_CLOCK: Final = r"\d{1,2}\s?(?:[hH](?:\s?[0-5]\d)?|heures?(?:\s[0-5]\d)?)(?!\w)"
_HOURS: Final = re.compile(
    rf"(?<![\w/])(?:de\s)?(?P<from>{_CLOCK}|\d{{1,2}}(?=\s?(?:-|–|à|et)\s?{_CLOCK}))"
    rf"(?:\s?(?:-|–|à|jusqu['’]à|et)\s?(?P<to>{_CLOCK}))?"
)
_FIGURE: Final = re.compile(r"(\d{1,2})\D*(\d\d)?")
_FEWEST: Final = 2


def part_by_towns(parts: Parts, sitting: Sitting) -> list[Sitting]:
    """One sitting for each town of the sentence of a day that has hours of its own beside it; none else."""
    start, end = parts.sentence_of(sitting.date.where.start)
    days = {d.first_day for d in standing_between(parts.dates, start, end) if d.precision == "day"}
    venues = standing_between(parts.venues, start, end)
    towns = {venue.city for venue in venues}
    if len(days) != 1 or None in towns or not _FEWEST <= len(towns) == len(venues):
        return []
    hours = list(_HOURS.finditer(parts.document.text, start, end))
    if len(hours) != len(venues) or not _in_turn(hours, venues):
        return []
    return [_at(parts, sitting, told, venue) for told, venue in zip(hours, venues, strict=True)]


def _in_turn(hours: list[re.Match[str]], venues: list[VenueReading]) -> bool:
    """Whether all hours stand before their place, or all behind it, and no two share one."""
    marks = sorted([(h.start(), "h") for h in hours] + [(v.where.start, "v") for v in venues])
    order = "".join(letter for _, letter in marks)
    return order in ("hv" * len(hours), "vh" * len(hours))


def _at(parts: Parts, sitting: Sitting, hours: re.Match[str], venue: VenueReading) -> Sitting:
    """The sitting of one place, at its hours; its day is told by the words of the place."""
    ends_at = _read(hours["to"]) if hours["to"] else None
    date = replace(
        sitting.date,
        text=venue.text,
        where=venue.where,
        starts_at=_read(hours["from"]),
        ends_at=ends_at,
        flags=(*sitting.date.flags, "hours_of_place"),
    )
    return replace(sitting, date=date, mentions=(date,))


def _read(words: str) -> str:
    """An hour as `HH:MM`."""
    figures = _FIGURE.match(words)
    return write_clock(figures[1], figures[2]) if figures else words
