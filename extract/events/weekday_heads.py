"""Weekdays at the head of lines below the frame of a week: `Lundi`, `Mardi` under `Du lundi 3 au vendredi 7 octobre`.

The frame gives each weekday its day; the days of the frame that no head names hold nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.events.parts import LooseHours, Parts, find_strayed_hours, standing_between
from extract.events.sittings import Sitting
from extract.records import DateReading, VenueReading

_WEEKDAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_HEAD: Final = re.compile(
    rf"\W*(?:(?:le|du)\s)?(?P<weekday>{'|'.join(_WEEKDAYS)})(?:\s(?:à|au|-|–)\s(?P<last>{'|'.join(_WEEKDAYS)}))?"
    r"(?:\s(?:matin|soir|apr[èe]s-midi))?(?:\W*$|\s?[:–—|,-]\s?)",
    re.IGNORECASE,
)
_WEEK: Final = 7
_FEWEST: Final = 2
_LINES_BELOW: Final = 4


def give_weekdays(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings of a week, one for each weekday that heads lines below its frame; as they are where none does."""
    frames = {sitting.date.where.start: sitting.date for sitting in sittings}
    frame = next(iter(frames.values())) if len(frames) == 1 else None
    if frame is None or not 0 < (frame.last_day - frame.first_day).days < _WEEK:
        return sittings
    strayed = find_strayed_hours(frame)
    if frame.starts_at and strayed is None:
        return sittings
    parts = replace(parts, loose_hours=_with_strayed(parts.loose_hours, strayed))
    days = [frame.first_day + dt.timedelta(days=n) for n in range((frame.last_day - frame.first_day).days + 1)]
    heads = [block for block in parts.blocks if block.start > frame.where.start and _weekdays(parts, block)]
    found = [
        replace(sittings[0], first=day, last=day, date=date, mentions=(date,))
        for head, end in zip(heads, [*(head.start for head in heads[1:]), len(parts.document.text)], strict=False)
        for day in days
        if day.weekday() in _weekdays(parts, head) and (date := _at(parts, frame, day, head, end))
    ]
    named = {sitting.first for sitting in found}
    return sorted(found, key=lambda s: s.first) if len(named) >= _FEWEST and len(named) == len(found) else sittings


def _with_strayed(loose: tuple[LooseHours, ...], strayed: LooseHours | None) -> tuple[LooseHours, ...]:
    """The hours of a page with those of its first line that were read with the frame above it."""
    return tuple(sorted([*loose, *([strayed] if strayed else [])], key=lambda hours: hours.start))


def _weekdays(parts: Parts, block: Block) -> range:
    """The weekdays that a line is, or that it begins with before a mark: one, or a run of them (`Mardi à jeudi :`)."""
    match = _HEAD.match(parts.document.text, block.start, block.end) if block.kind != "title" else None
    if match is None:
        return range(0)
    first = _WEEKDAYS.index(match["weekday"].lower())
    return range(first, (_WEEKDAYS.index(match["last"].lower()) if match["last"] else first) + 1)


def _at(parts: Parts, frame: DateReading, day: dt.date, head: Block, end: int) -> DateReading:
    """The day of a weekday at the head of lines up to `end`, with the hours from the first to the last of them."""
    hours: list[LooseHours] = [h for h in parts.loose_hours if head.start <= h.start < end and h.starts_at]
    last = max(hours, key=lambda h: h.starts_at or "", default=None)
    return replace(
        frame,
        text=parts.document.words_of(head)[:20],
        where=parts.document.place(head.start, min(head.end, head.start + 20)),
        first_day=day,
        last_day=day,
        starts_at=min((h.starts_at for h in hours if h.starts_at), default=None),
        ends_at=last.ends_at if last is not None else None,
        flags=(*frame.flags, "day_of_weekday_head"),
    )


def find_weekday_venue(parts: Parts, sitting: Sitting) -> VenueReading | None:
    """The place on the lines below a head that is nothing but the weekday of a sitting: `Jeudi` / `Le Phare, Laon`."""
    heads = [block for block in parts.blocks if _weekdays(parts, block)]
    for head in heads:
        if not sitting.is_day or sitting.first.weekday() not in _weekdays(parts, head) or not _is_bare(parts, head):
            continue
        following = min([other.start for other in heads if other.start > head.start], default=len(parts.document.text))
        below = [b for b in parts.blocks_after(head.start, _LINES_BELOW) if b.start < following]
        found = [v for b in below for v in standing_between(parts.venues, b.start, b.end) if v.city is not None]
        if len(found) == 1:
            return found[0]
    return None


def _is_bare(parts: Parts, head: Block) -> bool:
    """Whether a line is a weekday and nothing else."""
    return parts.document.words_of(head).strip(" :.").lower() in _WEEKDAYS
