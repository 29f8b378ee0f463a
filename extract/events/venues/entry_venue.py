"""The place in the entry of a day: what stands among its own lines is asked for before anything else of the page.

A page of several days tells each in an entry of its own (`extract.places.entries`). What is told in the entry of one
day is said of no other; what a section tells outside of the entries in it is said of all of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.events.hours.programme import read_step
from extract.events.parts import Parts, standing_between
from extract.events.venues.page_venue import richness
from extract.places import find_layout
from extract.places.entries.layout import SURE, Entry
from extract.records import DateReading, VenueReading

_FEWEST_ENTRIES = 3


def find_venue_of_entry(
    parts: Parts, mentions: tuple[DateReading, ...], sessions: list[DateReading]
) -> VenueReading | None:
    """The one place in the entry of a day, or of the section around it; None where none or several are told."""
    for date in mentions:
        for venues in _told(parts, date, sessions):
            if venues:
                found = _the_one(venues)
                if found is not None:
                    return found
                break
    return None


def is_of_other_entry(parts: Parts, venue: VenueReading, mentions: tuple[DateReading, ...]) -> bool:
    """Whether a place stands in the entry of another day, on a page whose entries are alike."""
    layout = find_layout(parts.document, parts.knowledge)
    around = layout.around(venue.where.start)
    if not any(entry.fit >= SURE for entry in around):
        return False
    return all(layout.part(date.where.start, venue.where.start) for date in mentions)


def is_below_entries(parts: Parts, venue: VenueReading, mentions: tuple[DateReading, ...]) -> bool:
    """Whether an address stands below the entry of a day and in none: who writes ends a page, whatever stands above."""
    layout = find_layout(parts.document, parts.knowledge)
    if len(layout.entries) < _FEWEST_ENTRIES or not venue.street or layout.around(venue.where.start):
        return False
    own = [entry for date in mentions for entry in layout.around(date.where.start)]
    return bool(own) and all(entry.fit >= SURE and entry.end <= venue.where.start for entry in own)


def _told(parts: Parts, date: DateReading, sessions: list[DateReading]) -> Iterator[list[VenueReading]]:
    """The places among the lines of the entry of a day that tells no other, then of each section around it."""
    around = find_layout(parts.document, parts.knowledge).around(date.where.start)
    line: list[VenueReading] = []
    for entry in reversed(around):
        if entry is around[-1] and entry.days > 1 and len({d.first_day for d in _days_in(sessions, entry)}) > 1:
            return
        inside = [v for v in standing_between(parts.venues, entry.start, entry.end) if _is_own(entry, v)]
        if entry.fit < SURE:
            line = line or [venue for venue in inside if _in_line(parts, venue, date)]
            continue
        if inside:
            yield line  # goes before what the lines around tell of all or of others: `…, sauf à Vervins`
        yield _without_steps(parts, entry, inside)


def _in_line(parts: Parts, venue: VenueReading, date: DateReading) -> bool:
    """Whether a place stands in the line of a day."""
    block = parts.block_of(date.where.start)
    return block is not None and block.start <= venue.where.start < block.end


def _days_in(sessions: list[DateReading], entry: Entry) -> list[DateReading]:
    return [date for date in sessions if entry.start <= date.where.start < entry.end]


def _is_own(entry: Entry, venue: VenueReading) -> bool:
    """Whether a place is told in an entry outside of those within it."""
    return not any(inner.start <= venue.where.start < inner.end for inner in entry.inner)


def _without_steps(parts: Parts, entry: Entry, venues: list[VenueReading]) -> list[VenueReading]:
    """The places without those of the steps of a programme: of lines that begin with an hour, two at least."""
    lines = [block for block in parts.blocks_between(entry.start - 1, entry.end) if block.kind in ("paragraph", "item")]
    steps = [line for line in lines if read_step(parts.document.words_of(line))]
    if len(steps) <= 1:
        return venues
    return [v for v in venues if not any(line.start <= v.where.start < line.end for line in steps)]


def _the_one(venues: list[VenueReading]) -> VenueReading | None:
    """The fullest of some places in one town, or the screen where there is nothing else."""
    if any(venue.mode == "online" for venue in venues):
        return venues[0] if all(venue.mode == "online" for venue in venues) else None
    towns = {venue.city for venue in venues}
    return max(venues, key=richness) if len(towns) == 1 and None not in towns else None
