"""Where the sittings and the hours of a page stand: which hours may be said of which sitting.

Hours among the lines of a day are its own, and no other event's. Those above all days, in a section without days, or
below the last day of a list are of all of them. Parts of a day told in turn (`9h30-12h`, `13h15-16h`) are one day.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import Final

from extract.events.hours.half_hours import join_halves
from extract.events.hours.hours_of_all import is_of_all
from extract.events.hours.kinds import kind_of
from extract.events.hours.left_hours import is_said_of_many
from extract.events.parts import LooseHours, Parts, find_strayed_hours, standing_between
from extract.events.sittings import Sitting, is_next
from extract.records import DateReading

_KINDS: Final = ("paragraph", "lead", "item", "field", "heading")
_HEADS: Final = ("heading", "title")
_OF_ALL: Final = re.compile(
    r"(?<![^\W_])(?:chaque|chacune?s?|tous|toutes|toujours|partout|identiques?|communs?|communes|"
    r"m[êe]mes\s(?:horaires?|heures?|cr[ée]neaux?)|(?:l['’]une?|les\suns|les\sunes)\s(?:comme|et|ou)\s(?:pour\s)?l(?:['’]|es\s)autres?|"
    r"les\s(?:deux|trois|quatre|cinq|six)\s(?:groupes?|sessions?|sites?|villes?|territoires?|lieux|dates|rendez-vous|"
    r"journ[ée]es|s[ée]ances|ateliers|rencontres|promotions?))(?![^\W_])",
    re.IGNORECASE,
)
"""Words by which hours are said of sittings of other events or sections as well."""
Times = tuple[str, str]
Span = tuple[int, int]


class Places:
    """Where the sittings and the hours of a page stand, for what may be said of whom.

    `events` tells for each of the sittings of which event it is; hours that are `taken` are said of some by name.
    """

    def __init__(self, parts: Parts, events: list[int], sittings: list[Sitting], taken: Collection[LooseHours]) -> None:
        self._parts = parts
        self._events = events
        self._sittings = sittings
        self._dates = [d for d in parts.dates if d.role == "event" and d.precision == "day"]
        self._starts = [date.where.start for date in self._dates]
        self._heads = [b.start for b in parts.blocks if b.kind in _HEADS]
        strayed = [h for d in self._dates if (h := find_strayed_hours(d)) is not None]
        loose = [h for h in {*parts.loose_hours, *strayed} if h not in taken and h.starts_at and self._is_apart(h)]
        loose.sort(key=lambda h: h.start)
        self.ranges = [h for h in loose if h.ends_at]
        self._arrivals = [h for h in loose if not h.ends_at]

    def times_of(self, index: int) -> Times | None:
        """When begins and ends what may be said of a sitting: in its own lines, its section, else on the page."""
        for inside in self._from_near_to_far(index):
            if inside:
                return self._one_of(inside)
        return None

    def has_own(self, index: int) -> bool:
        """Whether hours stand among the lines of a sitting, its own alone, or in the very paragraph of its day."""
        own = self._parts.block_of(self._sittings[index].date.where.start)
        return any(self._is_own(h, index) or self._parts.block_of(h.start) is own for h in self.ranges)

    def _one_of(self, ranges: list[LooseHours]) -> Times | None:
        """The one range among some, or the day of which they are the parts in turn; None where they differ."""
        told = {(h.starts_at, h.ends_at) for h in join_halves(self._parts, ranges)}
        if len(told) == 1:
            starts_at, ends_at = told.pop()
            return (starts_at, ends_at) if starts_at and ends_at else None
        near = all(len(self._parts.blocks_between(a.start, b.start)) <= 1 for a, b in pairwise(ranges))
        in_turn = all(a.ends_at and b.starts_at and a.ends_at <= b.starts_at for a, b in pairwise(ranges))
        first, last = ranges[0].starts_at, ranges[-1].ends_at
        if not (near and in_turn) or first is None or last is None:
            return None
        welcome = [
            h.starts_at
            for h in self._arrivals
            if h.starts_at
            and h.starts_at < first
            and self._is_beside(h, ranges[0])
            and kind_of(self._parts, h) == "arrival"
        ]
        return (welcome[-1] if welcome else first), last

    def _is_beside(self, hours: LooseHours, other: LooseHours) -> bool:
        return hours.end <= other.start and len(self._parts.blocks_between(hours.start, other.start)) <= 1

    def _is_apart(self, hours: LooseHours) -> bool:
        """Whether some hours stand in running text, no day before them in their sentence."""
        block = self._parts.block_of(hours.start)
        if block is None or block.kind not in _KINDS:
            return False
        start = max(self._parts.sentence_of(hours.start)[0], self._line_of(hours.start))
        inside = standing_between(self._parts.dates, start, hours.start)
        return not any(date.precision == "day" for date in inside)

    def _line_of(self, position: int) -> int:
        return self._parts.document.text.rfind("\n", 0, position) + 1

    def _from_near_to_far(self, index: int) -> Iterator[list[LooseHours]]:
        yield [h for h in self.ranges if self._is_own(h, index)]
        first, last = self._section_of(self._sittings[index].date.where.start)
        after = is_next(self._parts, self._sittings[index])  # what this one keeps to is not told of the next
        of = [h for h in self.ranges if (self._is_of_all(h) if after else self._may_be_of(h, index))]
        yield [h for h in of if first <= h.start < last]
        yield of

    def _is_own(self, hours: LooseHours, index: int) -> bool:
        over = self._day_over(hours)
        return over is not None and self._holds(over, index) and not is_said_of_many(self._parts, hours)

    def _holds(self, date: DateReading, index: int) -> bool:
        return date.first_day <= self._sittings[index].first <= date.last_day

    def _may_be_of(self, hours: LooseHours, index: int) -> bool:
        """Whether some hours are said of all, or of nobody else: of no other event, and of no other day of its own."""
        if self._is_of_all(hours):
            return True
        over = self._day_over(hours)
        if over is None:
            return True
        owners = {e for n, e in enumerate(self._events) if self._holds(over, n)}
        if self._events[index] not in owners:
            return False
        return not self._is_above_others(hours) or is_said_of_many(self._parts, hours)

    def _is_above_others(self, hours: LooseHours) -> bool:
        """Whether a day that is told for the first time stands below some hours, in their section."""
        below = bisect_right(self._starts, max(self._parts.sentence_of(hours.start)[1], hours.end))
        told = {date.first_day for date in self._dates[:below]}
        section = self._section_of(hours.start)
        return any(
            date.first_day not in told and self._section_of(date.where.start) == section for date in self._dates[below:]
        )

    def _is_of_all(self, hours: LooseHours) -> bool:
        sentence = self._parts.sentence_of(hours.start)
        return is_of_all(self._parts, hours) or _OF_ALL.search(self._parts.document.text, *sentence) is not None

    def _day_over(self, hours: LooseHours) -> DateReading | None:
        """The day told above some hours with no heading between them: None where there is none."""
        at = bisect_left(self._starts, hours.start)
        if at == 0:
            return None
        date = self._dates[at - 1]
        block = self._parts.block_of(date.where.start)
        floor = block.start if block is not None else date.where.start
        head = bisect_left(self._heads, hours.start)
        return date if head == 0 or self._heads[head - 1] <= floor else None

    def _section_of(self, position: int) -> Span:
        """The span between the headings around a position."""
        at = bisect_right(self._heads, position)
        end = self._heads[at] if at < len(self._heads) else len(self._parts.document.text)
        return (self._heads[at - 1] if at else 0), end
