"""The place in the line that leads to a list of days: `Ils sont remplacés par trois classes virtuelles :`.

What such a line says of where or how people meet holds for the days of its list that say nothing themselves.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from extract.events.parts import Parts, standing_between
from extract.records import DateReading, VenueReading

_MOST_LINES: Final = 24
_BETWEEN: Final = 1
"""Lines that may stand below each day of a list."""


def find_venue_of_lead(parts: Parts, date: DateReading, sessions: list[DateReading]) -> VenueReading | None:
    """The only place in the line, ending with a colon, that leads to the list of a day; else None."""
    index = bisect_right(parts.blocks, date.where.start, key=lambda block: block.start) - 1
    silent = 0
    for block in reversed(parts.blocks[max(0, index - _MOST_LINES) : index]):
        if block.kind in ("heading", "title", "cell", "field"):
            return None
        if standing_between(sessions, block.start, block.end):
            silent = 0
            continue
        if parts.ends_with_colon(block):
            found = standing_between(parts.venues, block.start, block.end)
            return found[0] if len(found) == 1 else None
        silent += 1
        if silent > _BETWEEN:
            return None
    return None
