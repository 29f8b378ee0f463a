"""One day in several towns at once, told in a list below it: each line of the list is a sitting of its own.

`Le même jour, mardi 9 avril, de 9h30 à 12h30, nous tiendrons :` / `un atelier à Cambrai …` / `un atelier à Creil …`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.dates import find_hours
from extract.document import Block
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.records import DateReading, VenueReading

_FEWEST, _MOST = 2, 8
_ON_THE_WAY: Final = re.compile(
    r"(?<![^\W_])(?:d[ée]parts?|bus|navettes?|cars?|covoiturages?|ramassages?|inscri\w+|retraits?|[ée]tapes?|haltes?)(?![^\W_])",
    re.IGNORECASE,
)
"""What stops in several towns on its way to one, or is done there before."""


def part_by_places_below(parts: Parts, sitting: Sitting) -> list[Sitting]:
    """One sitting for each line below the colon of a day that tells a town of its own; none where fewer than two do."""
    line = parts.block_of(sitting.date.where.start)
    if line is None or line.kind == "cell" or not parts.document.words_of(line).rstrip().endswith(":"):
        return []
    if any(d.first_day != sitting.first or d.last_day != sitting.first for d in _days_of(parts, line)):
        return []  # a frame of several days: its lines tell them in turn
    lead = max(line.start, parts.sentence_of(line.end - 1)[0])  # the sentence that ends with the colon
    if sitting.date.where.start < lead or _ON_THE_WAY.search(parts.document.text, lead, line.end):
        return []
    told: list[VenueReading] = []
    for below in parts.blocks_after(sitting.date.where.start, _MOST):
        venue = _place_of(parts, below)
        if venue is None:
            break
        told.append(venue)
    if len(told) < _FEWEST or len({venue.city for venue in told}) < len(told):
        return []
    return [_at(sitting, venue) for venue in told]


def _days_of(parts: Parts, line: Block) -> list[DateReading]:
    """The days in a line."""
    return [date for date in standing_between(parts.dates, line.start, line.end) if date.role == "event"]


def _place_of(parts: Parts, line: Block) -> VenueReading | None:
    """The only place of a line without a day and without hours, if it stands in a town."""
    venues = standing_between(parts.venues, line.start, line.end)
    if (
        line.kind not in ("paragraph", "item")
        or len(venues) != 1
        or standing_between(parts.dates, line.start, line.end)
    ):
        return None
    if venues[0].city is None or venues[0].mode != "in_person" or find_hours(parts.document.words_of(line)):
        return None
    return venues[0]


def _at(sitting: Sitting, venue: VenueReading) -> Sitting:
    """The sitting at one of its places, at the hours of its day, which is told by the words of the place."""
    date = replace(sitting.date, text=venue.text, where=venue.where)
    return replace(sitting, date=date, mentions=(date,))
