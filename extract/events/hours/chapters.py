"""Marks of a recording: lines that begin with the minute at which a chapter does tell no hours.

`00:00 Présentation`, `06:30 Les questions`, `31:10 Conclusion`: no meeting begins at midnight in its programme, and no
day has thirty-one hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from extract.document import Block, Document

_MARK: Final = re.compile(r"[\W_]*(?P<first>\d{1,2}):(?P<second>[0-5]\d)(?::[0-5]\d)?(?!\d|\s?[-–à])")
_LAST_HOUR: Final = 23
_FEWEST: Final = 2


def find_chapters(document: Document, blocks: Iterable[Block]) -> frozenset[int]:
    """Where the lines begin that are chapters of a recording: at least two that follow one another."""
    found: set[int] = set()
    run: list[tuple[int, re.Match[str]]] = []
    for block in blocks:
        mark = _MARK.match(document.text, block.start, block.end)
        if mark is None:
            found |= _chapters_of(run)
            run = []
        else:
            run.append((block.start, mark))
    return frozenset(found | _chapters_of(run))


def _chapters_of(run: list[tuple[int, re.Match[str]]]) -> set[int]:
    told = [(int(mark["first"]), int(mark["second"])) for _, mark in run]
    if len(told) < _FEWEST or not (told[0] == (0, 0) or any(first > _LAST_HOUR for first, _ in told)):
        return set()
    return {start for start, _ in run}
