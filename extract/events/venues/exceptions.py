"""Exceptions: `à Lille, sauf la session du 20 juin, délocalisée à Creil`.

What stands before the words of an exception is the rule, for all days; what stands behind them is for the day or the
sitting that they name.
"""

from __future__ import annotations

import re
from typing import Final

from extract.events.parts import Parts, standing_between
from extract.matching.leaping import compile_leaping
from extract.records import DateReading, VenueReading

_EXCEPT: Final = compile_leaping(
    r"(?<![^\W_])(?:sauf|hormis|except[ée]e?s?|[àa] l['’]exception d(?:es?|u)?|[àa] part)"
    r"(?![^\W_])(?! (?:mention|avis|indication))",
    re.IGNORECASE,
)

_REACH: Final = 200
"""How far from a day or a place the words of an exception are looked for: days in one long sentence stay cheap."""


def after_exception(parts: Parts, start: int, position: int) -> int:
    """Where the exception begins that a position of a sentence from `start` stands in, else `start`."""
    found = list(_EXCEPT.finditer(parts.document.text, max(start, position - _REACH), position))
    return found[-1].end() if found else start


def find_venue_of_exception(parts: Parts, mentions: tuple[DateReading, ...]) -> VenueReading | None:
    """The place that an exception tells with its day: `tous à Lens, hormis celui du 14 octobre, en visio`."""
    for date in mentions:
        start, end = parts.sentence_of(date.where.start)
        first = after_exception(parts, start, date.where.start)
        if first == start:
            continue
        days = [d.where.start for d in standing_between(parts.dates, date.where.end, end)]
        behind = standing_between(parts.venues, date.where.end, min(days, default=end))
        before = standing_between(parts.venues, first, date.where.start)
        if behind or before:
            return behind[0] if behind else before[-1]
    return None


def end_of_rule(parts: Parts, position: int) -> int:
    """Where the sentence of a position ends, or an exception in it begins behind the position."""
    _, end = parts.sentence_of(position)
    found = _EXCEPT.search(parts.document.text, position, min(end, position + _REACH))
    return found.start() if found else end


def without_excepted(parts: Parts, venues: tuple[VenueReading, ...]) -> tuple[VenueReading, ...]:
    """The venues without those of an exception, where others are left."""
    starts = [(v, max(parts.sentence_of(v.where.start)[0], v.where.start - _REACH)) for v in venues]
    kept = (v for v, start in starts if not _EXCEPT.search(parts.document.text, start, v.where.start))
    return tuple(kept) or venues
