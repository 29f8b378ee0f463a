"""What is left for whom: hours told once, apart from all days, are those of the days that still have none.

Some days of a list may tell their own hours, or only when they begin: what the page says once, above the list or below
it, holds for the others, and gives all of them their end. What stands among the lines of one day is of that day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Final

from extract.dates.cues import EVENT_WORDS
from extract.dates.timetable import BUT
from extract.events.hours.closing_hours import closes, is_of_minutes
from extract.events.hours.first_and_last import find_first_and_last
from extract.events.hours.half_hours import join_halves
from extract.events.hours.hours_above import at_its_line, find_hours_above
from extract.events.hours.hours_of_all import is_half_day, with_hours
from extract.events.hours.programme import read_step
from extract.events.page.kinds import TOLD_IN_PAST
from extract.events.parts import LooseHours, Parts, find_strayed_hours, standing_between
from extract.events.sittings import Sitting, is_next

Times = tuple[str | None, str | None]

_FEWEST: Final = 2
_BETWEEN: Final = 2
"""Lines between the days of a list, at most: below a day with more of them its own details are told."""
_DIFFERENT: Final = 3
"""Hours at which the days of a page begin, from which on each day is told with its own."""
_GIVEN: Final = {"hours_of_page", "hours_of_scope"}
_ALL: Final = r"chaque|chacune?s?|tous|toutes|toujours|partout"
_EACH: Final = re.compile(rf"(?<![^\W_])(?:{_ALL})(?![^\W_])", re.IGNORECASE)
_NOW: Final = ("avons", "sommes")
"""What may lead to hours to come as well: `Nous avons retenu le créneau 9h-12h`."""
_MANY: Final = re.compile(
    rf"(?<![^\W_])(?:{_ALL}|habituel\w*|"
    r"(?:les|nos|ces|aux|des|pour) (?:[^\W\d_]+ ){0,2}?(?:deux|trois|quatre|cinq|six|[^\W\d_]{3,}s))(?![^\W_])",
    re.IGNORECASE,
)
_OF_THEM: Final = re.compile(
    rf"(?<![^\W_])(?:{_ALL}|(?:les|nos|ces) (?:(?:deux|trois|quatre|cinq|six) )?[^\W\d_]{{3,}}s)(?![^\W_])",
    re.IGNORECASE,
)
_MEETINGS: Final = re.compile(
    rf"(?<![^\W_])(?:{_ALL}|habituel\w*|{EVENT_WORDS}|(?:deux|trois|quatre|cinq|six) [^\W\d_]+)(?![^\W_])",
    re.IGNORECASE,
)
"""Words by which an hour below one day, with others behind it, may end all (`Les séances finissent à 12h`)."""


def give_left_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings, those without hours or without an end with the ones that the page says once, of no day apart."""
    days = [sitting for sitting in sittings if sitting.is_day]
    if len(days) < _FEWEST or len(days) < len(sittings) or not any(s.date.starts_at or s.date.ends_at for s in days):
        return sittings
    if all(s.date.starts_at and s.date.ends_at for s in days):
        return sittings
    sittings = _with_hours_above(parts, sittings)
    lines = _Lines(parts, sittings)
    strayed = [h for s in sittings if (h := find_strayed_hours(s.date)) is not None and _is_of_each(parts, h)]
    general = [*strayed, *(hours for hours in parts.loose_hours if _is_general(parts, hours, lines))]
    if not general:
        return sittings
    ranges = join_halves(parts, general)
    whole: set[Times] = {(h.starts_at, h.ends_at) for h in ranges} or {
        (h.starts_at, None) for h in general if not closes(parts, h)
    }
    ends = {h.starts_at or h.ends_at for h in general if closes(parts, h)} if not ranges else set()
    if not ranges and (outer := find_first_and_last(parts, general)) is not None:
        whole, ends = {outer}, set()
    of_all = all(lines.is_of_many(hours) for hours in general)
    led = max((h.start for h in general), default=0) if all(_leads_to_list(parts, h) for h in general) else 0
    open_to = [_is_open(parts, s, sittings, of_all=of_all) and s.date.where.start >= led for s in sittings]
    if len(whole) == 1:
        times = next(iter(whole))
        sittings = [_at(s, *times) if o else s for s, o in zip(sittings, open_to, strict=True)]
    if len(ends) == 1:
        end = next(iter(ends))
        sittings = [_until(s, end) if o else s for s, o in zip(sittings, open_to, strict=True)]
    return sittings


def _leads_to_list(parts: Parts, hours: LooseHours) -> bool:
    """Whether some hours stand in a line that leads to what is below it: `aux dates suivantes, de 14h à 16h30 :`."""
    block = parts.block_of(hours.start)
    return block is not None and parts.ends_with_colon(block)


def _with_hours_above(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings with the hours that stand right above the first of them, where their lines are of one kind."""
    heads = [(h, s.date.where.end) for s in sittings if (h := find_hours_above(s.date)) is not None and h.ends_at]
    if len(heads) != 1:
        return sittings
    hours, below = heads[0]
    line = parts.block_of(below - 1)
    return [
        _at(s, hours.starts_at, hours.ends_at)
        if line is not None
        and (block := parts.block_of(s.date.where.end - 1)) is not None
        and block.kind == line.kind
        and s.date.where.start > hours.start
        else s
        for s in sittings
    ]


class _Lines:
    """Where the days of a page stand, for what may be said of all of them; asked once for each hour."""

    def __init__(self, parts: Parts, sittings: list[Sitting]) -> None:
        self._parts = parts
        self._many: dict[tuple[int, int], bool] = {}
        self.starts = sorted({at_its_line(date).where.start for s in sittings for date in s.mentions})
        gaps = [len(parts.blocks_between(one, other)) for one, other in pairwise(self.starts)]
        self._widest = [0, 0, *accumulate(gaps, max)]
        self._differ = len({s.date.starts_at for s in sittings if _has_own(s)}) >= _DIFFERENT
        self._last_bare = max((s.date.where.start for s in sittings if not _has_own(s)), default=-1)
        self._last_open = max((s.date.where.start for s in sittings if not s.date.ends_at), default=-1)

    def is_of_many(self, hours: LooseHours) -> bool:
        """Whether the sentence of some hours says that they are those of several: `Chaque séance dure de 9h à 12h`."""
        sentence = self._parts.sentence_of(hours.start)
        if sentence not in self._many:
            self._many[sentence] = is_said_of_many(self._parts, hours)
        return self._many[sentence]

    def is_own_close(self, hours: LooseHours) -> bool:
        """Whether an hour ends the day above it, with others below, and no meetings at large.

        `Fin des maraudes vers 23 heures`, `On range les stands à 18h`: what ends are things of that day. Where all days
        begin at hours of their own so does the end below the last of them: `Retour à 18h`.
        """
        if self._differ and hours.start > self.starts[-1] and closes(self._parts, hours):
            return _OF_THEM.search(self._parts.document.text, *self._parts.sentence_of(hours.start)) is None
        if not self.starts[0] < hours.start < self.starts[-1] or not closes(self._parts, hours):
            return False
        return _MEETINGS.search(self._parts.document.text, *self._parts.sentence_of(hours.start)) is None

    def is_below_list(self, hours: LooseHours) -> bool:
        """Whether some hours stand below days in lines that follow one another; those further down have their own."""
        own = self._parts.page.kind != "report" and closes(self._parts, hours)  # `La fin est prévue à 17h` ends the day
        return (
            hours.start > (self._last_open if own else self._last_bare)
            and self._widest[bisect_left(self.starts, hours.start)] < _BETWEEN
        )


def is_said_of_many(parts: Parts, hours: LooseHours) -> bool:
    """Whether the sentence of some hours says that they are those of several: `Chaque séance dure de 9h à 12h`."""
    return _MANY.search(parts.document.text, *parts.sentence_of(hours.start)) is not None


def _is_of_each(parts: Parts, hours: LooseHours) -> bool:
    """Whether hours that were read with the day above their line are said of each: `On se voit à chaque fois de …`."""
    return _EACH.search(parts.document.text, hours.start, hours.end) is not None


def _has_own(sitting: Sitting) -> bool:
    return bool(sitting.date.starts_at or sitting.date.ends_at) and not set(sitting.date.flags) & _GIVEN


def _is_general(parts: Parts, hours: LooseHours, lines: _Lines) -> bool:
    """Whether some hours are said of no day apart: above all days, below a list of them, or by words for many."""
    block = parts.block_of(hours.start)
    if block is None or block.kind == "cell" or read_step(parts.document.words_of(block)) is not None:
        return False
    start, end = parts.sentence_of(hours.start)
    but = BUT.search(parts.document.text, hours.end, end)  # `…, à l'exception du 20 mars` tells no day of its own
    looks_back = any(m.group().lower() not in _NOW for m in TOLD_IN_PAST.finditer(parts.document.text, start, end))
    if looks_back and not lines.is_of_many(hours):
        return False  # `La soirée a duré de 18h à 20h30`, and those to come are told below
    told = standing_between(parts.dates, start, but.start() if but is not None else end)
    if len(told) > 1 or any(date.where.start != hours.start for date in told):
        return False
    if but is None and standing_between(parts.dates, hours.start + 1, parts.line_of(block)[1]):
        return False
    if lines.is_own_close(hours):
        return False
    return lines.is_of_many(hours) or hours.start < lines.starts[0] or lines.is_below_list(hours)


def _is_open(parts: Parts, sitting: Sitting, sittings: list[Sitting], *, of_all: bool) -> bool:
    """Whether what is said of all days may be said of this one."""
    if sitting.status == "postponed":
        return False  # what is told below a move is told of the new day
    if parts.page.kind == "report" and not is_of_minutes(parts, sitting, sittings):
        return False
    return not is_half_day(parts, sitting) and (of_all or not is_next(parts, sitting))


def _at(sitting: Sitting, starts_at: str | None, ends_at: str | None) -> Sitting:
    """A sitting with the hours of all, where it has none; with their end, where it begins when they do."""
    return _until(sitting, ends_at) if sitting.date.starts_at == starts_at else with_hours(sitting, starts_at, ends_at)


def _until(sitting: Sitting, end: str | None) -> Sitting:
    date = sitting.date
    if end is None or date.starts_at is None or date.ends_at or end <= date.starts_at:
        return sitting
    return replace(sitting, date=replace(date, ends_at=end, flags=(*date.flags, "closing_hour")))
