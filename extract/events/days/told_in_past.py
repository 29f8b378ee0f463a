"""Days told in the past tense, long before the meeting that a page without a day of publication announces.

`La maison des projets a ouvert ses portes le 28 juillet 2011` beside a meeting of 2020 with its hours is none of its
meetings, whatever was done then. Where a page says when it was published, that day decides. A former meeting with its
place, and what it tells first some months later, stay its news.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from extract.document import Block, Document
from extract.events.page.kinds import TOLD_IN_PAST
from extract.records import DateReading
from extract.sentences import find_sentence

_LONG: Final = dt.timedelta(days=45)
_OLD: Final = dt.timedelta(days=300)
_PLACE: Final = re.compile(
    r"(?<![^\W_])(?:[àÀ] [A-ZÀ-Ý]|au(?:x|\s[A-ZÀ-Ý])|dans (?:la|le|les|l['’])|"
    r"[àÀ] (?:la|l['’])\s?(?:salle|mairie|maison))"
)
_TOLD: Final = re.compile(
    r"(?<![^\W_])(?:[ée]tiez|aviez|(?:avez|a|ont)\s(?:\w+ment\s)?[^\W\d_]+(?:é|i|u|ert|ait|uit)e?s?)(?![^\W_])",
    re.IGNORECASE,
)


def set_past_aside(document: Document, dates: list[DateReading]) -> list[DateReading]:
    """The dates, those told in the past long before the first day with hours as past; others as they are."""
    announced = [d.first_day for d in dates if d.role == "event" and d.starts_at is not None]
    if not announced:
        return dates
    first = min(announced)
    opening = document.block_at(min(d.where.start for d in dates if d.role == "event"))
    return [
        replace(date, role="past", rule="told_in_past")
        if date.role == "event"
        and date.precision == "day"
        and date.starts_at is None
        and date.last_day < first - _LONG
        and _is_told_in_past(document, date, opening if date.last_day > first - _OLD else None)
        else date
        for date in dates
    ]


def _is_told_in_past(document: Document, date: DateReading, opening: Block | None) -> bool:
    """Whether the sentence of a day tells in the past of something without its place, and is not told first."""
    block = document.block_at(date.where.start)
    if block is None or block is opening or block.kind in ("title", "heading", "cell", "field"):
        return False
    span = find_sentence(document.text, date.where.start, block.start, block.end)
    if _PLACE.search(document.text, *span):
        return False
    return any(words.search(document.text, *span) is not None for words in (TOLD_IN_PAST, _TOLD))
