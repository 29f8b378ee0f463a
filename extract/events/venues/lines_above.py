"""The venue in the line above a day: `Visite 2 – La Ruche, Laon` over `mardi 5 mai, 10h`.

Lines of places and lines of days alternate, so that most places stand above one day and below another. They belong to
the day below them where the page puts the place first: then more days have a town above them than below them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from extract.document import Block
from extract.events.hours.hours_above import at_its_line
from extract.events.parts import Parts, standing_between
from extract.matching.folding import fold
from extract.places.grammar.slot_pieces import SITTING
from extract.records import DateReading, VenueReading

_LEAD: Final = 8
"""Characters that may stand before a day which opens its line: `- Le `."""
_LINES: Final = 5
_MOST_DAYS: Final = 12
"""Lines of days below one place, at most."""
_SITTING: Final = re.compile(r"\W*(?:[^\W\d_]+\s(?:n\s?°\s?)?\d{1,2}\s?[:–—-]\s*)?(?:les?\s|du\s)?", re.IGNORECASE)

_GROUP: Final = re.compile(rf"\W*(?:[oOxX]\s)?{SITTING}", re.IGNORECASE)
_MOST_ABOVE, _LONGEST_HEAD = 2, 90

_LAST: list[tuple[tuple[VenueReading, ...], bool]] = []


def find_venue_above(parts: Parts, date: DateReading) -> VenueReading | None:
    """The venue that ends the line above the day which opens its own, on a page that puts the place first."""
    above = _line_above(parts, date)
    venue = _ending(parts, above) if above is not None else None
    return venue if venue is not None and _puts_place_first(parts) else None


def find_screen_above(parts: Parts, date: DateReading) -> VenueReading | None:
    """What the line above a day says of the screen, where the day before has its own place (`Bilan à distance`)."""
    above = _line_above(parts, date)
    if above is None or above.kind in ("title", "cell", "field"):
        return None
    found = standing_between(parts.venues, above.start, above.end)
    if not found or found[-1].mode != "online" or standing_between(parts.dates, above.start, above.end):
        return None
    days = [d.where.start for d in parts.dates if d.role == "event" and d.where.start < above.start]
    own = standing_between(parts.venues, days[-1], above.start) if days else found
    return found[-1] if own else None


def _puts_place_first(parts: Parts) -> bool:
    if not _LAST or _LAST[0][0] is not parts.venues:
        above = below = 0
        for date in map(at_its_line, parts.dates):
            line = _line_above(parts, date) if date.role == "event" else None
            above += line is not None and (venue := _ending(parts, line)) is not None and _names_its_town(venue)
            below += line is not None and _has_town_below(parts, date)
        _LAST[:] = [(parts.venues, above > below)]
    return _LAST[0][1]


def _line_above(parts: Parts, date: DateReading) -> Block | None:
    """The line above a day that opens its own line, or above the first of several such lines that follow each other."""
    block = parts.block_of(date.where.start)
    if block is None or block.kind in ("cell", "title") or date.where.start > block.start + _LEAD:
        return None
    index = bisect_left(parts.blocks, block.start, key=lambda other: other.start) - 1
    last = max(index - _MOST_DAYS, -1)
    while index > last and _is_day_line(parts, parts.blocks[index]):
        index -= 1
    return _head_of_group(parts, index) or (parts.blocks[index] if index >= 0 else None)


def _head_of_group(parts: Parts, index: int) -> Block | None:
    """The line that names a group and its town, a line or two above a day: `Groupe A - Douai` / `Salle Foch` / days."""
    for block in reversed(parts.blocks[max(0, index - _MOST_ABOVE) : index + 1]):
        words = parts.document.words_of(block)
        if standing_between(parts.dates, block.start, block.end) or len(words) > _LONGEST_HEAD:
            return None
        if _GROUP.match(words) and _ending(parts, block) is not None:
            return block
    return None


def _is_day_line(parts: Parts, block: Block) -> bool:
    """Whether a day of an event opens a line that tells no place, behind no more than the number of a sitting."""
    days = standing_between(parts.dates, block.start, block.end)
    if block.kind in ("cell", "title", "heading") or not days or days[0].role != "event":
        return False
    opens = days[0].where.start <= block.start + _LEAD or _SITTING.fullmatch(
        parts.words((block.start, days[0].where.start))
    )
    return bool(opens) and not standing_between(parts.venues, block.start, block.end)


def _ending(parts: Parts, line: Block) -> VenueReading | None:
    """The venue with its town that ends a line without a day."""
    if line.kind in ("title", "cell", "field") or standing_between(parts.dates, line.start, line.end):
        return None
    found = standing_between(parts.venues, line.start, line.end)
    last = found[-1] if found else None
    if last is None or (last.city is None and last.mode != "online"):
        return None
    return last if not parts.words((last.where.end, line.end)).strip(" .)") else None


def _names_its_town(venue: VenueReading) -> bool:
    """Whether the words of a venue hold its town, which may also be that of the line above the day."""
    return venue.city is not None and _plain(venue.city) in _plain(venue.text)


def _plain(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(words))


def _has_town_below(parts: Parts, date: DateReading) -> bool:
    """Whether a town stands in the lines below a day, up to the next day."""
    for block in parts.blocks_after(date.where.start, _LINES):
        if any(d.role == "event" for d in standing_between(parts.dates, block.start, block.end)):
            return False
        told = standing_between(parts.venues, block.start, block.end)
        if any(map(_names_its_town, told)):
            return True
    return False
