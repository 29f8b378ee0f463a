"""Lists that tell history: each item opens with a day written in full, and the days lie years apart.

`21 février 2014 : la loi crée le programme`, `16 décembre 2014 : l'agence arrête la liste`, `31 décembre 2026 : fin des
engagements` are no calendar of meetings, whatever is done on each day. A calendar of meetings runs over months.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from extract.document import Block, Document
from extract.records import DateReading

_FEWEST: Final = 3
_YEARS: Final = dt.timedelta(days=730)
_OPENS: Final = re.compile(r"[\s–—•*▪>-]*(?:(?:les?|en|dès le|au|du)\s)?", re.IGNORECASE)
_KINDS: Final = ("item", "paragraph", "cell", "field")
_NEAR: Final = 3
"""Blocks from one item to the next: a row has a cell for the day and one or two for what is told of it."""


def set_chronologies_aside(document: Document, dates: list[DateReading]) -> list[DateReading]:
    """The dates, those of lists that tell history as past, or as no event's where they are still to come."""
    runs: list[list[tuple[DateReading, Block]]] = []
    for date in sorted(dates, key=lambda date: date.where.start):
        block = document.block_at(date.where.start)
        if block is None or not _opens_item(document, date, block):
            continue
        last = runs[-1][-1][1] if runs else None
        follows = last is not None and 0 < document.index_of(block) - document.index_of(last) <= _NEAR
        if last is not None and follows and last.kind == block.kind and last.group == block.group:
            runs[-1].append((date, block))
        else:
            runs.append([(date, block)])
    told = {id(date) for run in runs if _is_history(run) for date, _ in run}
    now = max((d.last_day for d in dates if d.role in ("publication", "modification")), default=None)
    return [_aside(date, now) if id(date) in told and date.role == "event" else date for date in dates]


def _opens_item(document: Document, date: DateReading, block: Block) -> bool:
    """Whether a day or a month written with its year opens an item, with words behind it."""
    if block.kind not in _KINDS or date.year_from != "written" or date.starts_at is not None:
        return False
    return _OPENS.fullmatch(document.text, block.start, date.where.start) is not None


def _is_history(run: list[tuple[DateReading, Block]]) -> bool:
    days = [date.first_day for date, _ in run]
    return len(run) >= _FEWEST and max(days) - min(days) > _YEARS


def _aside(date: DateReading, now: dt.date | None) -> DateReading:
    ahead = now is not None and date.last_day > now
    return replace(date, role="other" if ahead else "past", rule="chronology")
