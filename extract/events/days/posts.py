"""The days on which posts were put up, over each: `Voisins du faubourg 6 mai 2024, 19:40`, `[12/01/2025 19:03] Momo`.

A wall, a forum and a conversation stamp what is said with a minute of the clock. People meet at a round one: where one
of the heads tells another, all are stamps.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.document import Document
from extract.records import DateReading

_CLOCK: Final = re.compile(
    r"(?:\d{4}|[/.]\d\d),?(?:\s[–—·|-])?\s(?:à\s)?\d{1,2}\s?[:h](?P<minutes>[0-5]\d)", re.IGNORECASE
)
_ROUND: Final = 5
_WHO: Final = re.compile(r"[^\d;!?]{0,60}")
"""Who wrote, before the day or behind it."""
_LONGEST: Final = 60


def set_posts_aside(document: Document, dates: list[DateReading]) -> list[DateReading]:
    """The dates, those in the heads of posts as days of publication."""
    heads = {date.where: int(told["minutes"]) for date in dates if (told := _clock_of(document, date)) is not None}
    if not any(minutes % _ROUND for minutes in heads.values()):
        return dates
    return [replace(d, role="publication", rule="posted") if d.where in heads else d for d in dates]


def _clock_of(document: Document, date: DateReading) -> re.Match[str] | None:
    """The minute of a day that is told with its year in the head of a post; None of any other day."""
    if date.role != "event" or date.starts_at is None or date.ends_at is not None or date.year_from != "written":
        return None
    told = _CLOCK.search(date.text)
    block = document.block_at(date.where.start)
    if told is None or told.end() < len(date.text) or block is None or date.where.end > block.end:
        return None
    before, behind = document.text[block.start : date.where.start], document.text[date.where.end : block.end]
    if before.strip() == "[" and behind.startswith("]"):
        return told
    short = len(before) + len(behind) <= _LONGEST
    return told if short and _WHO.fullmatch(before) and _WHO.fullmatch(behind) else None
