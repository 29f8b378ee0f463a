"""The day in the title of a letter is that of its issue: `BRÈVES DU RÉSEAU - 3 avril 2017`, `L'ÉCHO - n° 61 - …`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.document import Document
from extract.events.page.nameless import is_periodical
from extract.records import DateReading

_ROLES: Final = ("event", "other")
_NUMBERED: Final = re.compile(
    r"\s[–—|·-]\s(?:(?:n\s?[°o]|num[ée]ro)\s?\d{1,4}|[ée]dition d[ue])(?![^\W_])", re.IGNORECASE
)
_SET_OFF: Final = re.compile(
    r"[–—|·,(-]\s(?:(?:[ée]dition\s)?du\s|le\s)?(?:[^\W\d_]+di\s)?$|[ée]dition du\s$", re.IGNORECASE
)
_CERTAINTY: Final = 0.95


def settle_issue_days(document: Document, dates: Sequence[DateReading]) -> tuple[DateReading, ...]:
    """The dates; a day set off at the end of the title of a letter, with its year, as that of its publication."""
    title = next((block for block in document.blocks if block.kind == "title"), None)
    if title is None:
        return tuple(dates)
    words = document.words_of(title)
    if not (is_periodical(words) or _NUMBERED.search(words)):
        return tuple(dates)
    text = document.text
    return tuple(
        replace(date, role="publication", rule="day_of_issue", certainty=_CERTAINTY)
        if date.role in _ROLES
        and date.precision == "day"
        and date.year_from == "written"
        and title.start < date.where.start
        and date.where.end <= title.end
        and not re.search(r"\w", text[date.where.end : title.end])
        and _SET_OFF.search(text[title.start : date.where.start])
        else date
        for date in dates
    )
