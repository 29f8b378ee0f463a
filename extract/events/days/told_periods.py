"""Periods that stand for a day: `En mars 2027, à Maubeuge` heads an entry, `En juin dernier, à Compiègne, … se sont …`.

A month with its town is that of a meeting where it is a line of its own and no day below it, up to the next heading,
says when; or where a report tells of no day at all and opens with it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.events.parts import Parts, standing_between
from extract.records import DateReading, VenueReading

_PERIODS: Final = ("month", "season")
_LINES: Final = ("paragraph", "lead", "item")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_LONGEST_ENTRY: Final = 200
"""Characters of a line that is nothing but its month and its places, at most."""
_FEW_WORDS: Final = 1
_MET: Final = re.compile(
    r"(?<![^\W_])(?:a|ont|avons|s['’]est|se sont|sont)\s(?:\w+\s)?\w+(?:é|i|u|is|it|ert)e?s?(?![^\W_])"
)


def tell_periods(parts: Parts) -> Parts:
    """The parts, periods with a town that stand for a day that nobody tells given as those of events."""
    periods = [d for d in parts.dates if d.precision in _PERIODS and d.role in ("other", "past")]
    days = [d for d in parts.dates if d.role == "event" and d.precision == "day"]
    told = {id(d) for d in periods if _heads_entry(parts, d, days) or (not days and _opens_report(parts, d))}
    if not told:
        return parts
    given = (replace(d, role="event", rule="period_with_town") if id(d) in told else d for d in parts.dates)
    return replace(parts, dates=tuple(given))


def _heads_entry(parts: Parts, period: DateReading, days: list[DateReading]) -> bool:
    """Whether a line is nothing but a period and its town, in a part of an announcement that tells no day."""
    block = parts.block_of(period.where.start)
    if block is None or block.kind not in _LINES or parts.page.kind == "report":
        return False
    if block.end - block.start > _LONGEST_ENTRY:
        return False
    towns = _towns_in(parts, block.start, block.end)
    if not towns or _words_left(parts, block, period, towns) > _FEW_WORDS:
        return False
    heads = [other.start for other in parts.blocks if other.kind in ("title", "heading")]
    start = max((head for head in heads if head <= block.start), default=0)
    end = min((head for head in heads if head > block.start), default=len(parts.document.text))
    return bool(days) and not standing_between(days, start, end)


def _opens_report(parts: Parts, period: DateReading) -> bool:
    """Whether a report opens with a period and its town, in a sentence that says what people did then."""
    block = parts.block_of(period.where.start)
    opening = next((other for other in parts.blocks if other.kind in _LINES), None)
    if parts.page.kind != "report" or block is None or (block.kind != "lead" and block != opening):
        return False
    start, end = parts.sentence_of(period.where.start)
    return bool(_towns_in(parts, start, end)) and _MET.search(parts.document.text, start, end) is not None


def _towns_in(parts: Parts, start: int, end: int) -> list[VenueReading]:
    return [venue for venue in standing_between(parts.venues, start, end) if venue.city and venue.mode == "in_person"]


def _words_left(parts: Parts, block: Block, period: DateReading, towns: list[VenueReading]) -> int:
    """How many words a line holds besides its period and its places."""
    taken = [(place.start, place.end) for place in (period.where, *(venue.where for venue in towns))]
    words = _WORD.finditer(parts.document.text, block.start, block.end)
    return sum(not any(start <= word.start() < end for start, end in taken) for word in words)
