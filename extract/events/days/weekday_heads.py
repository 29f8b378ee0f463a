"""Weekdays at the head of lines below the frame of a week: `Lundi`, `Mardi` under `Du lundi 3 au vendredi 7 octobre`.

The frame gives each weekday its day; the days of the frame that no head names hold nothing. Weekdays told one after the
other in a sentence below it, each with its place (`lundi à Guise, mardi à Hirson`), are read in the same way.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from extract.dates.lexicon import WEEKDAY_NAME, WEEKDAYS, fold
from extract.document import Block
from extract.events.days.weeks_in_tables import find_cells_of_week, find_hours_above, find_hours_of_cell
from extract.events.hours.hours_of_all import with_hours
from extract.events.hours.programme import find_outer_hours, is_welcome
from extract.events.parts import LooseHours, Parts, find_strayed_hours, standing_between
from extract.events.sittings import Sitting
from extract.records import DateReading, VenueReading
from extract.tables import find_column, find_row, is_weekday

Span = tuple[int, int]

_HEAD: Final = re.compile(
    rf"\W*(?:(?:le|du)\s)?(?P<weekday>{WEEKDAY_NAME})(?:\s(?:à|au|-|–)\s(?P<last>{WEEKDAY_NAME}))?"
    r"(?:\s(?:matin|soir|apr[èe]s-midi))?(?:\W*$|\s?[:–—|,-]\s?|\s(?=(?:(?:de|à|dès)\s)?\d{1,2}\s?[hH:]|(?:à|aux?|dans|chez)\s(?-i:[A-ZÀ-Ý]|l[ae]\s)))",
    re.IGNORECASE,
)
_BARE: Final = re.compile(rf"(?<![^\W_])(?:le\s)?(?P<weekday>{WEEKDAY_NAME})(?![^\W_])(?!\s\d)", re.IGNORECASE)
_SHORT: Final = re.compile(r"\W*(?P<weekday>lun|mar|mer|jeu|ven|sam|dim)\.?(?:\s?[:–—|,-]\s?|\W*$)", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"\W*(?:jour|journ[ée]e|j)\s?(?:n\s?[°o]\s?)?(?P<number>[1-7])(?![\w/])", re.IGNORECASE)
"""A line that counts the days of its frame: `Jour 1`, `J2`."""
_WEEK: Final = 7
_FEWEST: Final = 2
_LONGEST_WORD: Final = 40
_LINES_BELOW: Final = 4


def give_weekdays(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings of weeks, one for each weekday that heads lines below their frame; as they are where none does."""
    frames = sorted({s.date.where.start: s.date for s in sittings}.values(), key=lambda date: date.where.start)
    if not frames or not all(0 < (frame.last_day - frame.first_day).days < _WEEK for frame in frames):
        return sittings
    ends = [*(frame.where.start for frame in frames[1:]), len(parts.document.text)]
    given = [
        sitting
        for frame, end in zip(frames, ends, strict=True)
        for sitting in _of_frame(parts, frame, end, [s for s in sittings if s.date.where.start == frame.where.start])
    ]
    above = find_hours_above(parts, frames)
    given = [with_hours(sitting, *above) for sitting in given] if above[0] else given
    return sorted(given, key=lambda s: s.first)


def _of_frame(parts: Parts, frame: DateReading, end: int, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings of one week by the weekdays that head the lines below its frame, up to the next one."""
    parts = replace(parts, loose_hours=_with_strayed(parts.loose_hours, find_strayed_hours(frame)))
    if cells := find_cells_of_week(parts, frame):
        return [_in_cell(parts, sittings[0], frame, day, cell) for day, cell in cells]
    days = [frame.first_day + dt.timedelta(days=n) for n in range((frame.last_day - frame.first_day).days + 1)]
    below = [block for block in parts.blocks if frame.where.start < block.start < end]
    heads = [block for block in below if _days_of(parts, block, days)]
    found = [
        replace(sittings[0], first=day, last=day, date=date, mentions=(date,))
        for head, last in zip(
            heads, [*(head.start for head in heads[1:]), _end_of_list(below, heads, end)], strict=False
        )
        for day in _days_of(parts, head, days)
        if (date := _at(parts, frame, day, head, (heads[0].start, last)))
    ]
    found = found or (_in_sentences(parts, sittings[0], days) if end == len(parts.document.text) else [])
    named = {sitting.first for sitting in found}
    return found if len(named) >= _FEWEST and len(named) == len(found) else sittings


def _end_of_list(below: list[Block], heads: list[Block], end: int) -> int:
    """Where the lines of the last weekday end: with its paragraph, where all of them stand in one."""
    groups = {head.group for head in heads}
    if len(heads) < _FEWEST or len(groups) > 1 or None in groups:
        return end
    return next((block.start for block in below if block.start > heads[-1].start and block.group not in groups), end)


def _in_cell(parts: Parts, sitting: Sitting, frame: DateReading, day: dt.date, cell: Block) -> Sitting:
    """The sitting of a weekday in its cell of the table of a week, at its place there, with its hours."""
    inside = standing_between(parts.venues, cell.start, cell.end)
    start = inside[0].where.start if inside else cell.start
    starts, ends = find_hours_of_cell(parts, cell)
    date = replace(
        frame,
        text=parts.document.text[start : cell.end],
        where=parts.document.place(start, cell.end),
        first_day=day,
        last_day=day,
        starts_at=starts,
        ends_at=ends,
        flags=(*frame.flags, "day_of_weekday_head"),
    )
    return replace(sitting, first=day, last=day, date=date, mentions=(date,))


def tells_week(parts: Parts, dates: list[DateReading]) -> bool:
    """Whether the frame of a week stands above lines that its weekdays head, or a sentence that tells them in turn."""
    frames = [d for d in dates if d.precision == "day" and 0 < (d.last_day - d.first_day).days < _WEEK]
    if len(frames) > 1 and all(find_cells_of_week(parts, frame) for frame in frames):
        return True
    if len(frames) != 1:
        return False
    below = [block for block in parts.blocks if block.start >= frames[0].where.start]
    days = [
        frames[0].first_day + dt.timedelta(days=n) for n in range((frames[0].last_day - frames[0].first_day).days + 1)
    ]
    heads = {day for block in below for day in _days_of(parts, block, days)}
    return len(heads) >= _FEWEST or any(len(_told_in(parts, block)) >= _FEWEST for block in below)


def _in_sentences(parts: Parts, sitting: Sitting, days: list[dt.date]) -> list[Sitting]:
    """One sitting for each weekday that a sentence below the frame tells with a place of its own."""
    frame = sitting.date
    for block in parts.blocks:
        told = _told_in(parts, block) if block.start >= frame.where.start else []
        if len(told) < _FEWEST:
            continue
        found = []
        for match in told:
            weekday = WEEKDAYS.index(fold(match["weekday"]))
            day = next((day for day in days if day.weekday() == weekday), None)
            if day is not None:
                where, flags = parts.document.place(*match.span()), (*frame.flags, "day_of_weekday_head")
                date = replace(frame, text=match[0], where=where, first_day=day, last_day=day, flags=flags)
                found.append(replace(sitting, first=day, last=day, date=date, mentions=(date,)))
        return found
    return []


def _told_in(parts: Parts, block: Block) -> list[re.Match[str]]:
    """The bare weekdays of a block, where a place stands behind each of them and before the next."""
    if block.kind in ("title", "heading"):
        return []
    told = list(_BARE.finditer(parts.document.text, block.start, block.end))
    if len(told) < _FEWEST:
        return []
    ends = [*(match.start() for match in told[1:]), block.end]
    placed = [bool(standing_between(parts.venues, m.start(), end)) for m, end in zip(told, ends, strict=True)]
    return told if all(placed) else []


def _with_strayed(loose: tuple[LooseHours, ...], strayed: LooseHours | None) -> tuple[LooseHours, ...]:
    """The hours of a page with those of its first line that were read with the frame above it."""
    return tuple(sorted([*loose, *([strayed] if strayed else [])], key=lambda hours: hours.start))


def _days_of(parts: Parts, block: Block, days: list[dt.date]) -> list[dt.date]:
    """The days of a frame that a line heads, by their weekday or by their number in it."""
    weekdays = _weekdays(parts, block)
    if weekdays:
        return [day for day in days if day.weekday() in weekdays]
    counted = _NUMBERED.match(parts.document.text, block.start, block.end) if block.kind != "title" else None
    return days[int(counted["number"]) - 1 : int(counted["number"])] if counted else []


def _weekdays(parts: Parts, block: Block) -> range:
    """The weekdays that a line is, or that it begins with before a mark: one, or a run of them (`Mardi à jeudi :`)."""
    match = _HEAD.match(parts.document.text, block.start, block.end) if block.kind != "title" else None
    if match is None:
        short = _SHORT.match(parts.document.text, block.start, block.end) if block.kind in ("cell", "item") else None
        index = next((n for n, day in enumerate(WEEKDAYS) if short and day.startswith(short["weekday"].lower())), None)
        return range(index, index + 1) if index is not None else range(0)
    first = WEEKDAYS.index(fold(match["weekday"]))
    return range(first, (WEEKDAYS.index(fold(match["last"])) if match["last"] else first) + 1)


def _at(parts: Parts, frame: DateReading, day: dt.date, head: Block, span: Span) -> DateReading:
    """The day of a weekday at the head of lines, with the hours from the first to the last of them, else of the frame.

    `span` is where the first head of the frame begins and where the lines of this one end.
    """
    first, end = span
    below = find_column(parts.document, head) if _heads_column(parts, head) else [head._replace(end=end)]
    hours = [h for h in parts.loose_hours if h.starts_at and any(b.start <= h.start < b.end for b in below)]
    hours = [
        h for h in hours if h.ends_at or not is_welcome(parts.document.text[h.end : h.end + _LONGEST_WORD])
    ] or hours
    starts, ends = find_outer_hours([(told.starts_at, told.ends_at) for told in hours])
    strayed = find_strayed_hours(frame)
    if starts is None and (strayed is None or strayed.start < first):  # told with the frame, above all heads
        starts, ends = frame.starts_at, frame.ends_at
    return replace(
        frame,
        text=parts.document.words_of(head)[:20],
        where=parts.document.place(head.start, min(head.end, head.start + 20)),
        first_day=day,
        last_day=day,
        starts_at=starts,
        ends_at=ends,
        flags=(*frame.flags, "day_of_weekday_head"),
    )


def _heads_column(parts: Parts, head: Block) -> bool:
    """Whether a cell stands beside another weekday in its row: each of them heads a column."""
    row = find_row(parts.document, head) if head.kind == "cell" else []
    return sum(is_weekday(parts.document, cell) for cell in row) > 1


_LAST: list[tuple[tuple[Block, ...], list[Block]]] = []


def _heads_of(parts: Parts) -> list[Block]:
    """The lines that a weekday heads; kept for the last lines, as every sitting asks for them."""
    if not _LAST or _LAST[0][0] is not parts.blocks:
        _LAST[:] = [(parts.blocks, [block for block in parts.blocks if _weekdays(parts, block)])]
    return _LAST[0][1]


def find_weekday_venue(parts: Parts, sitting: Sitting) -> VenueReading | None:
    """The place on the lines below a head that is nothing but the weekday of a sitting: `Jeudi` / `Le Phare, Laon`."""
    heads = _heads_of(parts)
    for head in heads:
        if not sitting.is_day or sitting.first.weekday() not in _weekdays(parts, head) or not _is_bare(parts, head):
            continue
        following = min([other.start for other in heads if other.start > head.start], default=len(parts.document.text))
        below = [b for b in parts.blocks_after(head.start, _LINES_BELOW) if b.start < following]
        found = [v for b in below for v in standing_between(parts.venues, b.start, b.end) if v.city is not None]
        if len(found) == 1:
            return found[0]
    return None


def find_frame_venue(parts: Parts, sitting: Sitting, sessions: list[DateReading]) -> VenueReading | None:
    """The one place between the frame of some days and the first weekday that heads the lines of one; else None."""
    if "day_of_weekday_head" not in sitting.date.flags:
        return None
    frames = [d for d in sessions if d.first_day < d.last_day and d.first_day <= sitting.first <= d.last_day]
    heads = [head.start for head in _heads_of(parts)]
    for frame in frames:
        first = min((start for start in heads if start > frame.where.end), default=frame.where.end)
        found = standing_between(parts.venues, frame.where.end, first)
        if len(found) == 1:
            return found[0]
    return None


def _is_bare(parts: Parts, head: Block) -> bool:
    """Whether a line is a weekday and nothing else."""
    return parts.document.words_of(head).strip(" :.").lower() in WEEKDAYS
