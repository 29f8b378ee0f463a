"""The place told in the lines from which a sentence runs on to its day, where lines stand apart.

`Le séminaire aura lieu à Saint-Omer, chapelle des Jésuites,` over `rue du Lycée, le jeudi 29 mars de 9h à 16h30.`
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.document import Block
from extract.events.parts import Parts, standing_between
from extract.events.venues.page_venue import richness
from extract.records import DateReading, VenueReading

_MOST_LINES: Final = 4
_ENDS: Final = (".", "!", "?", ":", ";", "…")


def find_venue_running_on(parts: Parts, mentions: tuple[DateReading, ...]) -> VenueReading | None:
    """The fullest of the places in one town told before the only mention of a day, in the lines that run on to it."""
    if len(mentions) != 1:
        return None
    date = mentions[0]
    lines = list(_lines_running_on(parts, date))
    if not lines or any(v.city or v.mode == "online" for v in _in_own_line(parts, date)):
        return None
    start = parts.sentence_of(lines[-1].end - 1)[0]
    if any(d.role == "event" and d.precision == "day" for d in standing_between(parts.dates, start, date.where.start)):
        return None
    told = standing_between(parts.venues, start, date.where.start)
    towns = {venue.city for venue in told if venue.city}
    return max(told, key=richness) if len(towns) == 1 and all(v.city and v.mode != "online" for v in told) else None


def _in_own_line(parts: Parts, date: DateReading) -> list[VenueReading]:
    block = parts.block_of(date.where.start)
    return list(standing_between(parts.venues, block.start, block.end)) if block is not None else []


def _lines_running_on(parts: Parts, date: DateReading) -> Iterator[Block]:
    """The lines above that of a day that belong to its sentence, the nearest first."""
    line = parts.block_of(date.where.start)
    if line is None or parts.sentence_of(date.where.start)[0] != line.start:
        return
    for _ in range(_MOST_LINES):
        above = parts.block_above(line)
        if above is None or line.kind != "paragraph" or above.kind != "paragraph" or above.group != line.group:
            return
        words = parts.document.words_of(above).rstrip()
        if words.endswith(_ENDS) or not parts.document.text[line.start].islower():
            return
        opens = line.start == date.where.start and not date.text.startswith("le ")
        if opens and not words.endswith(","):
            return  # `jeudi 23 novembre, 11h – 12h` opens an entry of its own
        yield above
        line = above
