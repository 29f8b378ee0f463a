"""Days beside who signs a page, at its end: `Le service Eau — 4 juillet 2023` is when it was written."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from extract.document import Document
from extract.records import DateReading

_SIGNS: Final = re.compile(r"[^\n.:;!?\d]{2,60}(?:,\s|\s[–—|-]\s)(?:le\s)?", re.IGNORECASE)
_KINDS: Final = ("paragraph", "item")


def sign_off(document: Document, dates: list[DateReading], published: dt.date) -> list[DateReading]:
    """The dates, with the day of publication that ends the last line of a page as what it is, where others are told."""
    others = any(d.role == "event" and d.precision == "day" and d.first_day != published for d in dates)
    if not others:
        return dates
    last = next((block for block in reversed(document.blocks) if block.kind != "furniture"), None)
    if last is None or last.kind not in _KINDS or last.row is not None:
        return dates
    return [
        replace(date, role="publication", rule="signature")
        if date.role == "event"
        and date.first_day == date.last_day == published
        and date.where.end == last.end
        and _SIGNS.fullmatch(document.text, last.start, date.where.start)
        else date
        for date in dates
    ]
