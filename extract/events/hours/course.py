"""The parts of one day told in turn, each with its hours: together they are those of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extract.dates.clock import minutes_of
from extract.dates.hour_families import ENDS, FESTIVE
from extract.dates.lexicon import WEEKDAY_NAME, WEEKDAYS
from extract.events.hours.closing_hours import closes
from extract.events.hours.kinds import kind_of
from extract.events.hours.whose_hours import without_hours_of_others
from extract.events.parts import LooseHours, Parts
from extract.events.sittings import Sitting
from extract.records import DateReading

_DONE: Final = {"hours_of_programme", "hours_of_scope", "hours_of_page", "hours_of_column", "closing_hour"}
_AN_HOUR: Final = re.compile(r"\d{1,2}\s?(?:[hH](?![^\W\d_])|heures?(?![^\W_])|:(?=\d\d))\s?(?:\d\d(?!\d))?")
_DOORS: Final = re.compile(
    r"(?<![^\W_])(?:accueil\w*|ouvr\w+|[ée]margement|connexions?|attend\w+)(?![^\W_])[^.;!?\n]{0,40}$", re.IGNORECASE
)
_WEEKDAYS: Final = re.compile(rf"(?<![^\W_])(?:{WEEKDAY_NAME})s?(?![^\W_])", re.IGNORECASE)
_LEAD: Final = 60
_LONGEST_WELCOME: Final = 60
"""Minutes for which people are welcomed, at most."""
_FEWEST: Final = 2
_MORNING: Final = "06:00"
_NEAR: Final = 3
"""Lines between a day and the first of its hours, at most."""
_LONGEST_BREAK: Final = 120
"""Minutes between two parts of one day, at most."""


def find_course(parts: Parts, hours: list[LooseHours], sittings: list[Sitting]) -> tuple[str, str] | None:
    """From the start of the first to the end of the last of some ranges told in turn, of the only day of a page.

    `Plénière de 9h30 à 11h, ateliers de 11h à 12h30`: they stand in one line, or in lines that follow one another. In
    one line above all days, or below them, they are of each.
    """
    told = [(h.starts_at, h.ends_at) for h in hours if h.starts_at and h.ends_at]
    of_all = len(sittings) == 1 or _stand_apart(parts, hours, sittings)
    if not of_all or not all(sitting.is_day for sitting in sittings) or not _FEWEST <= len(told) == len(hours):
        return None
    gaps = [minutes_of(start) - minutes_of(end) for (_, end), (start, _) in pairwise(told)]
    if not all(_has_words(parts, h) for h in hours):
        return None
    near = all(len(parts.blocks_between(a.start, b.start)) <= 1 for a, b in pairwise(hours))
    return (told[0][0], told[-1][1]) if near and all(0 <= gap <= _LONGEST_BREAK for gap in gaps) else None


def find_beginning(parts: Parts, ranges: list[LooseHours], sittings: list[Sitting]) -> tuple[str, str | None] | None:
    """When the only day of a page begins, long before the hours of a part told in a sentence of its own; else None.

    `Le forum débute à 9h. Un atelier est proposé de 14h à 16h`: it ends with a part only by that one's words.
    """
    if len(sittings) != 1 or not sittings[0].is_day or len(ranges) != 1 or not ranges[0].starts_at:
        return None
    part = ranges[0]
    sentence = parts.sentence_of(part.start)
    before = [h for h in parts.loose_hours if h.start < sentence[0] and h.starts_at and not h.ends_at]
    begun = [h for h in before if kind_of(parts, h) == "start"]
    if len(begun) != 1 or minutes_of(part.starts_at or "") - minutes_of(begun[0].starts_at or "") <= _LONGEST_WELCOME:
        return None
    return begun[0].starts_at or "", part.ends_at if ENDS.search(parts.document.text, *sentence) else None


def find_run(parts: Parts, sittings: list[Sitting]) -> tuple[str, str | None] | None:
    """From the first to the last of the hours that running text tells in turn of the only day of a page; else None.

    `Dès 10 heures, … L'après-midi, de 14h à 17h, … La journée s'achèvera à 18h`. What goes back behind them is of
    something else, and people who are welcomed have not begun.
    """
    if len(sittings) != 1 or not sittings[0].is_day:
        return None
    run: list[LooseHours] = []
    for hours in sorted(parts.loose_hours, key=lambda h: h.start):
        first = hours.starts_at or hours.ends_at or ""
        if run and first < (run[-1].ends_at or run[-1].starts_at or ""):
            break
        run.append(hours)
    begun = [
        h
        for h in run
        if (h.starts_at or "") >= _MORNING
        and kind_of(parts, h) not in ("arrival", "end")
        and not is_mere_welcome(parts, h)
    ]
    if not begun or not all(_has_words(parts, h) for h in run):
        return None
    if not _is_told_near(parts, begun[0], sittings[0]):
        return None
    last = run[-1]
    end = last.ends_at or (last.starts_at if closes(parts, last) else None)
    return begun[0].starts_at or "", end


def is_mere_welcome(parts: Parts, hours: LooseHours) -> bool:
    """Whether people only come within some hours: `Retrait des dossards de 8h30 à 9h15`."""
    if not hours.starts_at or not hours.ends_at or kind_of(parts, hours) != "arrival":
        return False
    return minutes_of(hours.ends_at) - minutes_of(hours.starts_at) <= _LONGEST_WELCOME


def _is_told_near(parts: Parts, hours: LooseHours, sitting: Sitting) -> bool:
    """Whether some hours stand few lines below a day, or in its line."""
    return any(
        date.where.start < hours.end and len(parts.blocks_between(date.where.start, hours.start)) <= _NEAR
        for date in sitting.mentions
    )


def _stand_apart(parts: Parts, hours: list[LooseHours], sittings: list[Sitting]) -> bool:
    """Whether some hours stand in one line above all days, or below them."""
    line = parts.block_of(hours[0].start) if hours else None
    starts = [date.where.start for sitting in sittings for date in sitting.mentions]
    if line is None or not starts or any(parts.block_of(h.start) is not line for h in hours):
        return False
    return line.end <= min(starts) or max(starts) < line.start


def give_course(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The only sitting of a page from the first to the last of its parts, of which only one stands beside its day.

    `Le 15 juin, accueil à partir de 9h. Une table ronde (9h30-11h) sera suivie d'ateliers (11h15-12h45)`: what people
    come for begins when the first part does. Parts in lines of their own go on with the one that was read with the day.
    """
    if len(sittings) != 1 or not sittings[0].is_day or not _DONE.isdisjoint(sittings[0].date.flags):
        return sittings
    date = sittings[0].date
    first = [h for h in parts.loose_hours if date.where.start < h.start < date.where.end]
    if len(first) == 1 and date.starts_at and any(_in_turn(parts, first[0].ends_at, [_own(date)])):
        date = replace(date, starts_at=first[0].starts_at)  # `Matin, 9h-12h` above the `Après-midi`
        sittings = [replace(sittings[0], date=date)]
    parts = without_hours_of_others(parts, sittings)
    behind = [h for h in parts.loose_hours if h.start >= date.where.end and h.starts_at and h.ends_at]
    if not behind or not date.starts_at:
        return sittings
    told = [h for h in behind if kind_of(parts, h) == "held" and _has_words(parts, h)]
    told = [h for h in told if not _is_of_weekday(parts, h, date) and not _is_of_leisure(parts, h)]
    parts_of_day = (
        list(_in_turn(parts, date.ends_at, told)) if date.ends_at else list(_after_welcome(parts, date, told))
    )
    if not parts_of_day:
        return sittings
    starts_at = date.starts_at if date.ends_at else parts_of_day[0].starts_at
    given = replace(date, starts_at=starts_at, ends_at=parts_of_day[-1].ends_at, flags=(*date.flags, "hours_in_course"))
    return [replace(sittings[0], date=given)]


def _own(date: DateReading) -> LooseHours:
    return LooseHours(date.starts_at, date.ends_at, date.where.start, date.where.end)


def _after_welcome(parts: Parts, date: DateReading, told: list[LooseHours]) -> Iterator[LooseHours]:
    """The parts that follow the hour beside a day, where people only come at that one."""
    first = told[0] if told else None
    if first is None or first.starts_at is None or date.starts_at is None:
        return
    wait = minutes_of(first.starts_at) - minutes_of(date.starts_at)
    if 0 < wait <= _LONGEST_WELCOME and _is_arrival(parts, date):
        yield first
        yield from _in_turn(parts, first.ends_at, told[1:])


def _is_arrival(parts: Parts, date: DateReading) -> bool:
    """Whether the hour beside a day is when people come or doors open."""
    hour = _AN_HOUR.search(date.text)
    if hour is None:
        return False
    start = date.where.start + hour.start()
    alone = LooseHours(date.starts_at, None, start, date.where.start + hour.end())
    return (
        kind_of(parts, alone) == "arrival"
        or _DOORS.search(parts.document.text, parts.sentence_of(start)[0], start) is not None
    )


def _in_turn(parts: Parts, ends_at: str | None, told: list[LooseHours]) -> Iterator[LooseHours]:
    """The parts that each follow on the one before within a break, in lines near one another."""
    before: LooseHours | None = None
    for h in told:
        if (
            ends_at is None
            or h.starts_at is None
            or not 0 <= minutes_of(h.starts_at) - minutes_of(ends_at) <= _LONGEST_BREAK
        ):
            return
        if before is not None and len(parts.blocks_between(before.start, h.start)) > 1:
            return
        yield h
        before, ends_at = h, h.ends_at


def _is_of_leisure(parts: Parts, hours: LooseHours) -> bool:
    """Whether some hours are told of what people are offered when the work is done: `soirée festive de 19h à 22h`."""
    start = max(parts.sentence_of(hours.start)[0], hours.start - _LEAD)
    return FESTIVE.search(parts.document.text, start, hours.start) is not None


def _is_of_weekday(parts: Parts, hours: LooseHours, date: DateReading) -> bool:
    """Whether some hours stand behind weekdays, or another one than that of the day: `les jeudis de 17h à 19h`."""
    block = parts.block_of(hours.start)
    lead = parts.document.text[block.start : hours.start] if block is not None else ""
    named = [match.group().lower() for match in _WEEKDAYS.finditer(lead)]
    return bool(named) and named[-1] != WEEKDAYS[date.first_day.weekday()]


def _has_words(parts: Parts, hours: LooseHours) -> bool:
    """Whether the line of some hours tells what is done in them, and not only when (those of an office do)."""
    block = parts.block_of(hours.start)
    text = parts.document.text
    return block is not None and any(map(str.isalpha, text[block.start : hours.start] + text[hours.end : block.end]))
