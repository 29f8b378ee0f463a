"""The venue of the section that a day stands in: `Promotion B` / `À Anzin, salle Joliot` / `les 15 mars et 12 avril`.

A page of several sections tells the place of each once, before its first day or behind its last.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from extract.document import Block
from extract.events.parts import Parts, standing_between
from extract.events.venues.entry_heads import find_heads
from extract.records import DateReading, VenueReading


def find_venue_of_section(parts: Parts, date: DateReading, sessions: list[DateReading]) -> VenueReading | None:
    """The one place that a section tells apart from its days, where other days stand in other sections."""
    span = section_of(parts, date.where.start)
    if span is None or not _is_parted(span, sessions):
        return None
    dated = {parts.sentence_of(d.where.start) for d in standing_between(sessions, *span)}
    found = [v for v in standing_between(parts.venues, *span) if parts.sentence_of(v.where.start) not in dated]
    towns = {venue.city for venue in found if venue.city is not None}
    if found and all(venue.mode == "online" for venue in found):
        return found[0] if _is_headed(parts, span, found[0]) else None
    if len(towns) != 1 or any(venue.mode == "online" for venue in found):
        return None
    return max(found, key=lambda v: (v.city is not None, v.street is not None, v.name is not None))


def _is_headed(parts: Parts, span: tuple[int, int], venue: VenueReading) -> bool:
    """Whether the head of a section says it: `Webinaire « Loi Alur »`, `Les webinaires`."""
    head = parts.block_of(span[0])
    return head is not None and head.start <= venue.where.start < head.end


def _is_parted(span: tuple[int, int], sessions: list[DateReading]) -> bool:
    """Whether days of other sections are told as well."""
    return any(not span[0] <= d.where.start < span[1] for d in sessions)


def section_of(parts: Parts, position: int) -> tuple[int, int] | None:
    """The span from the head of the entry or section above a position to the next; None above the first."""
    heads = find_heads(parts)
    index = bisect_right(parts.blocks, position, key=lambda block: block.start) - 1
    first = index
    while first >= 0 and parts.blocks[first].start not in heads:
        first -= 1
    if first < 0:
        return None
    return parts.blocks[first].start, _next_heading(parts, index)


def _next_heading(parts: Parts, index: int) -> int:
    """Where the next head behind a block begins, else behind the end of the text."""
    heads = find_heads(parts)
    following = (block.start for block in parts.blocks[index + 1 :] if block.start in heads)
    return next(following, len(parts.document.text) + 1)


def heads_another_day(parts: Parts, block: Block, date: DateReading, sessions: list[DateReading]) -> bool:
    """Whether a block heads a section that tells a day of its own: the place in it is not that of `date`.

    A heading in the entry of a list whose day stands above it heads that entry (`12 oct.` / `Forum` / `10h, Liévin`).
    """
    own = parts.block_of(date.where.start)
    if block.start not in find_heads(parts) or (own is not None and own.row is not None and own.row == block.row):
        return False
    index = bisect_left(parts.blocks, block.start, key=lambda other: other.start)
    told = standing_between(sessions, block.start, _next_heading(parts, index))
    return any(d.first_day != date.first_day for d in told)
