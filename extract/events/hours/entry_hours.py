"""Hours in the entry of a day: what stands among its own lines is told of it and of no other day.

A page of several days tells each in an entry of its own (`extract.places.entries`). Hours that were read with the day
of another entry (`Date : 12 mars` / `Séance 2` / `Horaires : 14h-17h`) go back to the entry in which they stand.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.dates.hour_families import ENDS
from extract.events.hours.closing_hours import closes
from extract.events.hours.hours_above import at_its_line
from extract.events.hours.hours_of_all import is_of_all, with_hours
from extract.events.hours.office_hours import is_of_office
from extract.events.parts import LooseHours, Parts, find_strayed_hours
from extract.events.sittings import Sitting
from extract.places import find_layout
from extract.places.entries.layout import SURE, Entry
from extract.records import DateReading

_AN_HOUR: Final = re.compile(r"\d{1,2}\s?(?:h|:\d|heures)", re.IGNORECASE)
_OF_SOME: Final = re.compile(
    r"(?<![^\W_])(?:journ[ée]e|matin(?:[ée]e)?|apr[èe]s-midi|soir(?:[ée]e)?)s?\W*(?:de\s)?$", re.I
)
"""Hours of whole days or of halves, told together: `Horaires : journée 9h30-16h30 ; matin 9h-12h`."""
_MARK: Final = re.compile(r"(?<=\w)\s?[(,:;–—]")
_HEADS: Final = re.compile(r"\s?(?::|\s[–—-])\s")
_LED: Final = re.compile(
    r"\W*(?:(?:les\s)?(?:horaires?|heures?|quand|d[ée]but|dur[ée]e|accueil|rendez-vous|rdv)(?:\s[^\W\d_]+){0,3})?\W*(?:de|[àa]|d[èe]s)?\W*",
    re.IGNORECASE,
)
"""What may stand before the hours of the day above, over an empty line: `Horaires :`."""


def return_strayed_hours(parts: Parts) -> Parts:
    """The parts, with the hours that were read with the day of another entry standing by themselves where they are."""
    strayed = {date: hours for date in parts.dates if (hours := _hours_of_next_entry(parts, date)) is not None}
    offices = {date: hours for date in parts.dates if (hours := _hours_of_office(parts, date)) is not None}
    if not strayed and not offices:
        return parts
    own = [hours for date, hours in strayed.items() if date not in offices]
    strayed |= offices
    loose = sorted([*parts.loose_hours, *own], key=lambda hours: hours.start)
    dates = tuple(_at_first_line(parts, date) if date in strayed else date for date in parts.dates)
    return replace(parts, dates=dates, loose_hours=tuple(loose))


def give_entry_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings that have no hours with the only ones of their entry."""
    untold = [n for n, s in enumerate(sittings) if s.is_day and s.date.starts_at is None and len(s.mentions) == 1]
    if not untold or not parts.loose_hours:
        return sittings
    own = {n: hours for n in untold if (hours := _hours_of_entry(parts, sittings[n], sittings)) is not None}
    return [with_hours(s, own[n].starts_at, own[n].ends_at) if n in own else s for n, s in enumerate(sittings)]


def _hours_of_entry(parts: Parts, sitting: Sitting, sittings: list[Sitting]) -> LooseHours | None:
    """The only hours in the innermost entry of a day that holds no other day, but for those of its own line above them.

    `27 mai et 5 juin` over `Permanences des architectes, 14h-17h` is one entry of two days.
    """
    day = at_its_line(sitting.date).where
    entry, line = _entry_of(parts, day.start), parts.block_of(day.start)
    if entry is None or line is None:
        return None
    others = (date.where.start for s in sittings if s.first != sitting.first for date in s.mentions)
    near = [start for start in others if entry.start <= start < entry.end]
    inside = [hours for hours in parts.loose_hours if entry.start <= hours.start < entry.end]
    if near and not all(line.start <= start < line.end <= hours.start for start in near for hours in inside):
        return None
    if len(inside) != 1 or inside[0].starts_at is None or is_of_all(parts, inside[0]):
        return None
    return inside[0] if _heads_line(parts, inside[0]) or not closes(parts, inside[0]) else None


def _heads_line(parts: Parts, hours: LooseHours) -> bool:
    """Whether an hour stands before what takes place then: that of `Lens - 12h : clôture et repas` begins at noon."""
    text, block = parts.document.text, parts.block_of(hours.start)
    ends = block is not None and ENDS.search(text, block.start, hours.start) is not None
    return _HEADS.match(text, hours.end) is not None and not ends


def _hours_of_next_entry(parts: Parts, date: DateReading) -> LooseHours | None:
    """The hours that were read with a day and stand in another entry than it."""
    hours = find_strayed_hours(date) if date.role == "event" else None
    if hours is not None and (start := _start_in_next_paragraph(parts, date, hours)) is not None:
        return replace(hours, start=start)
    own = _entry_of(parts, date.where.start) if hours is not None else None
    if hours is None or own is None or hours.start < own.end or at_its_line(date) is not date:
        return None
    return hours if _entry_of(parts, hours.start) is not None else None


def _hours_of_office(parts: Parts, date: DateReading) -> LooseHours | None:
    """The hours of an office that were read with a day above it, over the end of its line."""
    hours = find_strayed_hours(date) if date.role == "event" else None
    return hours if hours is not None and is_of_office(parts, hours) else None


def _start_in_next_paragraph(parts: Parts, date: DateReading, hours: LooseHours) -> int | None:
    """Where hours begin behind other words in a later paragraph, before its own day: `Thème 3 (11h-12h30)`."""
    own, line = parts.block_of(date.where.start), parts.block_of(hours.end - 1)
    if own is None or line is None or own.group is None or line.group in (None, own.group):
        return None
    start = parts.line_of(line)[0]
    told = _AN_HOUR.search(parts.document.text, start, hours.end)
    days = (d for d in parts.dates if d.role == "event" and d.where.start > hours.start)
    own_day = any((b := parts.block_of(d.where.start)) is not None and b.group == line.group for d in days)
    if told is None or not (own_day or _OF_SOME.search(parts.document.text, start, told.start())):
        return None
    return None if _LED.fullmatch(parts.document.text, start, told.start()) is not None else told.start()


def _at_first_line(parts: Parts, date: DateReading) -> DateReading:
    line = date.text.partition("\n")[0]
    mark = _MARK.search(line)
    words = line[: mark.start()] if mark is not None else line  # `2 avril (après-midi), Lens` is but `2 avril`
    where = parts.document.place(date.where.start, date.where.start + len(words))
    return replace(date, text=words, where=where, starts_at=None, ends_at=None)


def _entry_of(parts: Parts, position: int) -> Entry | None:
    """The innermost entry around a position, where those of the page are alike."""
    around = find_layout(parts.document, parts.knowledge).around(position)
    return around[-1] if around and around[-1].fit >= SURE else None
