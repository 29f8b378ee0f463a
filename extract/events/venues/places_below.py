"""One day in several towns at once, told in a list below it: each line of the list is a sitting of its own.

`Le même jour, mardi 9 avril, de 9h30 à 12h30, nous tiendrons :` / `un atelier à Cambrai …` / `un atelier à Creil …`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.dates import clock, find_hours
from extract.dates.expressions import Hours
from extract.document import Block
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.events.venues.page_venue import richness
from extract.records import DateReading, VenueReading

_FEWEST, _MOST = 2, 8
_Told = tuple[VenueReading, Hours | None]
_ON_THE_WAY: Final = re.compile(
    r"(?<![^\W_])(?:d[ée]parts?|bus|navettes?|cars?|covoiturages?|ramassages?|inscri\w+|retraits?|[ée]tapes?|haltes?)(?![^\W_])",
    re.IGNORECASE,
)
"""What stops in several towns on its way to one, or is done there before."""
_STEP: Final = re.compile(r"[\W_]*(?:de |à |dès )?\d{1,2}\s?(?:h|:\d)", re.IGNORECASE)


def part_by_places_below(parts: Parts, sitting: Sitting) -> list[Sitting]:
    """One sitting for each line below the colon of a day that tells a town of its own; none where fewer than two do."""
    line = parts.block_of(sitting.date.where.start)
    if line is None or line.kind == "cell" or not parts.ends_with_colon(line):
        return []
    if any(d.first_day != sitting.first or d.last_day != sitting.first for d in _days_of(parts, line)):
        return []  # a frame of several days: its lines tell them in turn
    lead = max(line.start, parts.sentence_of(line.end - 1)[0])  # the sentence that ends with the colon
    if sitting.date.where.start < lead or _ON_THE_WAY.search(parts.document.text, lead, line.end):
        return []
    told: list[_Told] = []
    for below in parts.blocks_after(sitting.date.where.start, _MOST):
        place = _place_of(parts, below)
        if place is None:
            break
        told.append(place)
    if len(told) < _FEWEST or len({venue.city for venue, _ in told}) < len(told):
        return []
    if any(hours is None for _, hours in told) and any(hours is not None for _, hours in told):
        return []
    return [_at(sitting, venue, hours) for venue, hours in told]


def part_by_placed_lines(parts: Parts, sitting: Sitting, end: int) -> list[Sitting]:
    """One sitting for each line below a day, up to the next day, that tells its own hours and its own town; none else.

    `Jeudi 7 novembre` / `Portes ouvertes, 10h-17h, Beauvais` / `Forum de l'emploi, 14h-17h, Compiègne`. A line that
    begins with its hour is a step of one meeting.
    """
    own = parts.block_of(sitting.date.where.start)
    below = parts.blocks_between(own.end, end) if own is not None else []
    lines = [(line, find_hours(parts.document.words_of(line))) for line in below]
    told = [(line, hours) for line, hours in lines if hours]
    if len(told) < _FEWEST or any(_STEP.match(parts.document.words_of(line)) for line, _ in told):
        return []
    places = [_place_of(parts, line) for line, _ in told]
    found = [place for place in places if place is not None and place[1] is not None]
    if len(found) < len(told) or len({venue.city for venue, _ in found}) < len(found):
        return []
    return [_at(sitting, venue, hours) for venue, hours in found]


def _days_of(parts: Parts, line: Block) -> list[DateReading]:
    """The days in a line."""
    return [date for date in standing_between(parts.dates, line.start, line.end) if date.role == "event"]


def _place_of(parts: Parts, line: Block) -> _Told | None:
    """The place of a line without a day, if it stands in one town, and the one hour or range that it tells."""
    venues = standing_between(parts.venues, line.start, line.end)
    hours = find_hours(parts.document.words_of(line))
    if line.kind not in ("paragraph", "item") or not venues or len(hours) > 1:
        return None
    if standing_between(parts.dates, line.start, line.end) or any(venue.mode != "in_person" for venue in venues):
        return None
    if len({venue.city for venue in venues}) > 1 or venues[0].city is None or (len(venues) > 1 and not hours):
        return None
    return max(venues, key=richness), next(iter(hours), None)


def _at(sitting: Sitting, venue: VenueReading, hours: Hours | None) -> Sitting:
    """The sitting at one of its places, at its own hours or those of its day, told by the words of the place."""
    date = replace(sitting.date, text=venue.text, where=venue.where)
    if hours is not None:
        date = replace(date, starts_at=clock(hours.starts), ends_at=clock(hours.ends))
    return replace(sitting, date=date, mentions=(date,))
