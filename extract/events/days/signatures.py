"""Days beside who signs a page, at its end: `Le service Eau — 4 juillet 2023` is when it was written."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from extract.document import Document
from extract.events.page.kinds import names_minutes
from extract.records import DateReading

_SIGNS: Final = re.compile(
    r"(?:(?:[A-ZÀ-Ý]\.[ -]?){1,3}|[^\n.:;!?\d]{2,60})(?:,\s|\s[–—|-]\s)(?:le\s)?|(?:le\s)?", re.IGNORECASE
)
_KINDS: Final = ("paragraph", "item")
_HEAD: Final = 6
"""Lines within which minutes say that they are."""


def sign_off(document: Document, dates: list[DateReading], published: dt.date | None) -> list[DateReading]:
    """The dates, with the day of publication that ends the last line of a page as what it is, where others are told.

    A letter that states no such day else is signed on a day before all that it tells, minutes after their meeting.
    """
    days = [d.first_day for d in dates if d.role == "event" and d.precision == "day"]
    if published is None and document.form == "text" and len(set(days)) > 1:
        published = min(days)
    lines = document.first_lines(_HEAD)
    minutes = published is not None and any(names_minutes(document, block) for block in lines)
    if published is None or all(day == published for day in days):
        return dates
    last = next((block for block in reversed(document.blocks) if block.kind != "furniture"), None)
    if last is None or last.kind not in _KINDS or last.row is not None:
        return dates
    above = next((b for b in reversed(document.blocks) if b.kind != "furniture" and b.end <= last.start), None)
    listed = above is not None and (
        document.words_of(above).endswith(":") or any(above.start <= d.where.start < above.end for d in dates)
    )
    return [
        replace(date, role="publication", rule="signature")
        if date.role == "event"
        and date.first_day == date.last_day
        and (date.first_day == published or (minutes and date.first_day > published and date.starts_at is None))
        and date.where.end == last.end
        and (signed := _SIGNS.fullmatch(document.text, last.start, date.where.start))
        and (signed[0] or not listed)  # a bare day below another one goes on with a list
        else date
        for date in dates
    ]
