"""Agendas of linked entries: each leads to a page of its own and tells by itself on which day and at which hours.

A listing only names other pages, with the days on which they were put up. Where most of its entries tell a day with its
hours, the page is the announcement of them all, and nothing else of it tells days.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import Final

from extract.dates.month_lines import MONTH_NAMES
from extract.document import Block, Document

_DAY: Final = re.compile(
    rf"(?<!\d)(?:1er|\d{{1,2}})\s(?:{MONTH_NAMES})(?![^\W_])|(?<![\d/])\d{{1,2}}/\d{{2}}(?!\d)", re.I
)
_HOURS: Final = re.compile(r"(?<![\d:])(?:[01]?\d|2[0-3])(?:\s?h(?:eures?)?(?![^\W\d_])|:[0-5]\d)", re.IGNORECASE)
_FEWEST: Final = 2
_MOST: Final = 0.6
_LAST: list[tuple[Document, bool]] = []


def is_told_in_entries(document: Document) -> bool:
    """Whether a page is an agenda of linked entries; kept for the last document, as every block asks."""
    if not _LAST or _LAST[0][0] is not document:
        _LAST[:] = [(document, _are_announcements(document))]
    return _LAST[0][1]


def _are_announcements(document: Document) -> bool:
    """Whether three entries in five tell a day with its hours, and no line outside of entries does."""
    read = [block for block in document.blocks if block.kind not in ("furniture", "cell")]
    inside = [block for block in read if block.row is not None]
    entries = [list(lines) for _, lines in groupby(inside, key=lambda block: block.row)]
    told = sum(_tells_when(document, entry) for entry in entries)
    if told < _FEWEST or told < _MOST * len(entries):
        return False
    return not any(_tells_when(document, [block]) for block in read if block.row is None)


def _tells_when(document: Document, lines: list[Block]) -> bool:
    words = document.text[lines[0].start : lines[-1].end]
    return _DAY.search(words) is not None and _HOURS.search(words) is not None
