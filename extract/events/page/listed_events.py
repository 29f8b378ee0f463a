"""Events that a listing mentions: each entry that tells in words of a day is one, called by its head."""

from __future__ import annotations

from itertools import groupby

from extract.document import Block
from extract.events.page.sections import Section
from extract.events.parts import Parts, standing_between
from extract.records import DateReading


def find_listed_events(parts: Parts, dates: list[DateReading]) -> list[Section]:
    """The entries of a listing that hold days of events, each a section under its first line."""
    inside = [block for block in parts.blocks if block.row is not None and block.kind != "cell"]
    entries = [list(lines) for _, lines in groupby(inside, key=lambda block: block.row)]
    found = [_section(parts, entry, dates) for entry in entries]
    return [section for section in found if section.dates]


def _section(parts: Parts, entry: list[Block], dates: list[DateReading]) -> Section:
    """An entry with its days, under its heading or else under its first line."""
    start, end = entry[0].start, entry[-1].end
    head = next((block for block in entry if block.kind in ("heading", "title")), entry[0])
    return Section(head, start, end, tuple(standing_between(dates, start, end)), parts.document.words_of(head))
