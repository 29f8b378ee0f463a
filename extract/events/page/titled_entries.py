"""Entries of a newsletter with their title above the line of their day: `Forum des métiers` / `Jeudi 8 mai`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from extract.document import Block
from extract.events.parts import Parts, standing_between
from extract.records import DateReading

_LONGEST: Final = 90
_FEWEST: Final = 2
_MARKS: Final = 2


def find_titled_entries(parts: Parts, blocks: list[Block], dates: list[DateReading]) -> list[Block]:
    """The titles of the entries, where each line with a day follows one or its entry does; else none.

    A list whose first day stands under no title puts its titles elsewhere.
    """
    titles = [
        title
        for title, line in pairwise(blocks)
        if _is_title(parts, title, dates) and standing_between(dates, line.start, line.end)
    ]
    dated = [block for block in blocks if standing_between(dates, block.start, block.end)]
    if len(titles) < _FEWEST or dated[0].start < titles[0].start:
        return []
    return titles if len(titles) * 2 >= len(dated) else []


def _is_title(parts: Parts, block: Block, dates: list[DateReading]) -> bool:
    """Whether a line is short, holds no day, names something and is no sentence."""
    words = parts.document.words_of(block)
    if block.kind not in ("heading", "item", "paragraph", "lead") or block.end - block.start > _LONGEST:
        return False
    if standing_between(dates, block.start, block.end) or words.endswith((".", ":", ";", ",", "!")):
        return False
    if is_place_line(parts, block):
        return False
    return re.search(r"[^\W\d_]{3,}", words) is not None


def is_place_line(parts: Parts, block: Block) -> bool:
    """Whether a line says where and nothing else: it is no title of what takes place."""
    found = [
        v for v in standing_between(parts.venues, block.start, block.end) if v.name or v.street or v.mode == "online"
    ]
    return len(found) == 1 and found[0].where.start <= block.start + _MARKS and found[0].where.end >= block.end - _MARKS
