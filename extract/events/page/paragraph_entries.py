"""Entries without headings: each paragraph or card opens with what it announces and tells its own day and hours.

`Café des parents` / `Une soirée pour se rencontrer. Elle a lieu le 12 mai, de 18h à 20h, à la MJC de Lens.`
"""

from __future__ import annotations

from typing import Final

from extract.counters import are_counted
from extract.events.page.naming import find_event_type
from extract.events.page.sections import Section, announces, tells_series
from extract.events.page.titled_entries import cut_at_titles, find_entries, is_running
from extract.events.parts import Parts
from extract.records import DateReading

_FEWEST: Final = 2
_UNNAMED: Final = ("", "événement", "réunion")


def find_paragraph_entries(parts: Parts, dates: list[DateReading]) -> list[Section]:
    """The paragraphs or cards that each announce something of their own; none where one lacks its title or hours."""
    if find_event_type(parts.document.title) not in _UNNAMED or tells_series(parts):
        return []
    blocks = [b for b in parts.blocks if b.kind not in ("title", "furniture")]
    if any(block.group is not None for block in blocks):
        found = find_entries(parts, [b for b in blocks if b.group is not None], dates)
    else:
        found = [entry for entry in cut_at_titles(parts, blocks, dates) if entry[3]]
    entries = [Section(*entry) for entry in found]
    told = [date for entry in entries for date in entry.dates]
    if len(entries) < _FEWEST or len(told) < len(dates) or are_counted([entry.title for entry in entries]):
        return []
    days = [day for entry in entries for day in {date.first_day for date in entry.dates}]
    named = [entry for entry in entries if announces(parts, entry)]
    is_agenda = len(set(days)) == len(days) and 2 * len(named) >= len(entries)
    return (
        entries if is_agenda and all(_is_of_one(parts, entry) and _has_text(parts, entry) for entry in entries) else []
    )


def _has_text(parts: Parts, entry: Section) -> bool:
    """Whether a line of an entry is a sentence: an address book or a list of dates has none."""
    return any(is_running(parts, block) for block in parts.blocks_between(entry.start - 1, entry.end))


def _is_of_one(parts: Parts, entry: Section) -> bool:
    """Whether the days of an entry stand in one line of it, and hours in any."""
    lines = {id(parts.block_of(date.where.start)) for date in entry.dates}
    if len(lines) > 1 or any(date.precision != "day" for date in entry.dates):
        return False
    if any(date.starts_at or date.ends_at for date in entry.dates):
        return True
    return any(entry.start <= hours.start < entry.end for hours in parts.loose_hours)
