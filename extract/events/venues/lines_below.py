"""The place on the lines below a day: an address belongs to it until the next day is named."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.events.parts import Parts, standing_between
from extract.events.venues.below_tables import lines_of_own
from extract.events.venues.lines_above import find_venue_above
from extract.events.venues.page_venue import richness
from extract.events.venues.row_venues import is_of_other_row
from extract.events.venues.section_venues import heads_another_day
from extract.events.venues.told_apart import is_another_item
from extract.records import DateReading, VenueReading

GUESSED: Final = ("town_of_other_places", "only_town_of_page", "town_named_in_title")
"""Rules of towns that the page tells elsewhere."""
_LINES: Final = 5
"""How many lines after a day its address may stand."""
_MOST_DAYS, _LONGEST_DAY_LINE = 10, 70


def find_in_lines_below(parts: Parts, date: DateReading, sessions: list[DateReading]) -> VenueReading | None:
    """The place that tells most on the lines below a day, in the town that they tell first; None where none does."""
    found: list[VenueReading] = []
    for block in lines_of_own(parts, date, _end_of_days(parts, date, sessions), _LINES):
        if is_of_other_row(parts, block, date, sessions):
            break
        if others := [d for d in standing_between(sessions, *parts.line_of(block)) if d.first_day != date.first_day]:
            head = find_venue_above(parts, others[0])
            found = [venue for venue in found if head is None or venue.where.start < head.where.start]
            break
        if heads_another_day(parts, block, date, sessions) or is_another_item(parts, block, date):
            break
        if any(
            d.role == "event" and d.precision != "day" for d in standing_between(parts.dates, block.start, block.end)
        ):
            continue  # `Prochaine édition en novembre, à Lens`
        found += standing_between(parts.venues, block.start, block.end)
    found = _in_first_town(found)
    screen = [venue for venue in found if venue.rule.startswith("label") and venue.mode == "online"]
    found = screen or _in_town_of_title(parts, _without_guesses(found), sessions)
    best = max(found, key=richness) if found else None
    towns = {venue.city: venue for venue in found if venue.city is not None}
    if best is None or best.city is not None or best.mode == "online" or len(towns) != 1:
        return best
    town = next(iter(towns.values()))  # `Vervins` / `Ciné-débat, 20h` / `Cinéma Piccoli`
    return replace(best, city=town.city, commune_code=town.commune_code)


def _in_first_town(found: list[VenueReading]) -> list[VenueReading]:
    """Of places in running text below a day those in the town told first: the others are what the text goes on to."""
    first = next((venue.city for venue in found if venue.city is not None), None)
    return [v for v in found if v.city in (first, None) or v.street or v.rule.startswith("label")]


def _without_guesses(found: list[VenueReading]) -> list[VenueReading]:
    """Where one place tells its town, no other one whose town was only guessed from the rest of the page."""
    told = {v.city for v in found if v.city is not None and not v.rule.endswith(GUESSED)}
    return [v for v in found if not told or v.city in told or not v.rule.endswith(GUESSED)]


def _in_town_of_title(parts: Parts, found: list[VenueReading], sessions: list[DateReading]) -> list[VenueReading]:
    """Of places in several towns those in the town of the title, where one town stands there: others are addresses.

    Below the only day of a page a bare town in running text is what the text goes on to tell of.
    """
    titled = {v.city for v in parts.venues if v.city and _stands_in_title(parts, v)}
    if len(titled) != 1:
        return found
    kept = [v for v in found if v.city in titled]
    if kept or len({date.first_day for date in sessions}) > 1:
        return kept or found
    return [v for v in found if v.city is None or v.name or v.street or not v.rule.startswith("town")]


def _stands_in_title(parts: Parts, venue: VenueReading) -> bool:
    block = parts.block_of(venue.where.start)
    return block is not None and block.kind == "title"


def _end_of_days(parts: Parts, date: DateReading, sessions: list[DateReading]) -> int:
    """Where the last of the lines stands that follow a day and hold nothing but another day each.

    The place below them is that of all: `Jour 1 : 4 mars` / `Jour 2 : 18 mars` / `La Machinerie, Amiens`.
    """
    position = date.where.start
    if not _is_day_line(parts, parts.block_of(position), sessions):
        return position
    for block in parts.blocks_after(position, _MOST_DAYS):
        if not _is_day_line(parts, block, sessions):
            break
        position = block.start
    return position


def _is_day_line(parts: Parts, block: Block | None, sessions: list[DateReading]) -> bool:
    """Whether a short line holds a day, its hours and no place, behind no more than what counts it."""
    if block is None or block.kind not in ("paragraph", "item") or block.end - block.start > _LONGEST_DAY_LINE:
        return False
    days = standing_between(sessions, block.start, block.end)
    if not days or standing_between(parts.venues, block.start, block.end):
        return False
    words = parts.document.text[block.start : days[0].where.start]
    return len(re.findall(r"[^\W\d_]{3,}", words)) <= 1
