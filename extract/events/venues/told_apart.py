"""Whether a town or a place stands where it can be that of a sitting, before the towns of a page are weighed for it."""

from __future__ import annotations

import re
from typing import Final

from extract.document import Block
from extract.events.line_heads import heads_another_line
from extract.events.page.naming import find_event_type
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.records import DateReading, VenueReading

_A: Final = re.compile(r"(?<![^\W_])une?\s(?:[^\W\d_]+\s)?$", re.IGNORECASE)
"""What leads to a meeting that is told of for the first time: `nous vous proposons un webinaire`."""
_AFAR_NOUN: Final = r"(?:webinaires?|visio\w*(?:[- ]conf[ée]rences?)?|classes? virtuelles?)"
_OF_WEBINARS: Final = re.compile(
    rf"\W*(?:(?:(?:tous\s)?(?:les|nos|ces)|chaque)\s{_AFAR_NOUN}(?![^\W_])|{_AFAR_NOUN}\s?(?:et|,|/|&)\s)",
    re.IGNORECASE,
)
_WEBINARS: Final = ("webinaire", "visioconférence", "classe virtuelle")
_WALKS: Final = ("visite", "balade", "marche exploratoire")
_AFAR: Final = ("", *_WEBINARS, "cycle", "événement")
"""Kinds of meetings that may be on a screen, and those that say nothing of it."""
_REACH: Final = 40
_HEAD_OF_ITEM: Final = 60
"""Characters of an item within which it says what it is about."""
_IN: Final = re.compile(
    r"(?<![^\W_])(?:dans|en|sur)\s(?:l[ae]\s|l['’]\s?|le d[ée]partement d[eu]\s(?:l['’]\s?|la\s)?)?$", re.IGNORECASE
)
"""What leads to the département where people meet: `programmée en janvier dans l'Aisne`."""


def stands_beside(parts: Parts, town: VenueReading, house: VenueReading, sitting: Sitting) -> bool:
    """Whether a town stands in the sentence of a house or its day, or heads them; a house of no town takes any."""
    block = parts.block_of(town.where.start)
    if house.city is None or block is None or block.kind in ("title", "heading", "lead"):
        return True
    spans = [parts.sentence_of(place.start) for place in (house.where, *(date.where for date in sitting.mentions))]
    return any(start <= town.where.start < end for start, end in spans)


def stands_with_another(parts: Parts, venue: VenueReading, sitting: Sitting, sessions: list[DateReading]) -> bool:
    """Whether a place is told in the sentence of another day: then any town that weighs more is this day's."""
    span = parts.sentence_of(venue.where.start)
    return any(date.first_day != sitting.first for date in standing_between(sessions, *span))


def is_another_item(parts: Parts, block: Block, date: DateReading) -> bool:
    """Whether a line is the next item of the list of a day, and names what else takes place."""
    own = parts.block_of(date.where.start)
    items = own is not None and own is not block and own.kind == block.kind == "item"
    return items and names_event(parts, block)


def names_event(parts: Parts, item: Block) -> bool:
    """Whether an item says in its first words what takes place: `un voyage d'étude à Bruxelles`."""
    return find_event_type(parts.document.words_of(item)[:_HEAD_OF_ITEM]) != ""


def is_of_another(parts: Parts, venue: VenueReading, sitting: Sitting, sessions: list[DateReading]) -> bool:
    """Whether the one place of a page is not that of a sitting, which nothing beside its day says.

    A meeting on the screen that is told of for the first time, with its day, is none that was told before: `La journée
    du 19 mars est reportée. Dans cette attente, un webinaire aura lieu le 26`. A sitting in another département than
    that of the place is elsewhere: `La prochaine rencontre se tiendra le 15 janvier dans l'Aisne`.
    """
    start, end = parts.sentence_of(venue.where.start)
    days = {date.first_day for date in standing_between(sessions, start, end)}
    told = venue.mode == "online" and bool(days) and sitting.first not in days
    if told and _A.search(parts.document.text, start, venue.where.start) is not None:
        return all(date.where.end <= start for date in sitting.mentions)
    block = parts.block_of(venue.where.start)
    if all(heads_another_line(parts, venue.where.start, block, date) for date in sitting.mentions):
        return True
    if venue.mode == "online" and _is_of_webinars(parts, start, end) and _meets_here(parts, sitting):
        return True
    if block is not None and all(is_another_item(parts, block, date) for date in sitting.mentions):
        return True
    return venue.commune_code is not None and _is_in_other_department(parts, venue.commune_code, sitting)


def _is_of_webinars(parts: Parts, start: int, end: int) -> bool:
    """Whether a sentence is on the webinars of a page, and not all that it tells: `Les webinaires sont sur Zoom`."""
    return _OF_WEBINARS.match(parts.document.text, start, end) is not None


def _meets_here(parts: Parts, sitting: Sitting) -> bool:
    """Whether a sitting is called something else than a webinar (`Journée d'échanges`) where others are called so."""
    if _kind_told(parts, sitting.date) in _AFAR:
        return False
    days = (d for d in parts.dates if d.role == "event" and d.precision == "day")
    return any(_kind_told(parts, day) in _WEBINARS for day in days)


def _kind_told(parts: Parts, date: DateReading) -> str:
    """What the line or the row of a day calls its meeting."""
    block = parts.block_of(date.where.start)
    lines = (parts.row_of(block) or (block,)) if block is not None else ()
    return next((kind for line in lines if (kind := find_event_type(parts.document.words_of(line)))), "")


def is_walk_elsewhere_told(parts: Parts, venue: VenueReading, sitting: Sitting) -> bool:
    """Whether a sitting is called a visit, which nobody joins from afar, and a place is not told in its sentence."""
    start, end = parts.sentence_of(sitting.date.where.start)
    return not start <= venue.where.start < end and _kind_told(parts, sitting.date) in _WALKS


def _is_in_other_department(parts: Parts, commune: str, sitting: Sitting) -> bool:
    """Whether the sentence of a sitting puts it into a département that a commune is not of."""
    for date in sitting.mentions:
        for place in standing_between(parts.territories, *parts.sentence_of(date.where.start)):
            led = _IN.search(parts.document.text, max(0, place.where.start - _REACH), place.where.start) is not None
            if (
                place.kind == "departement"
                and led
                and place.territory_id
                and not commune.startswith(place.territory_id)
            ):
                return True
    return False
