"""What hours are left over for whom: sittings that no rule gave hours have those told once, of all or in their section.

A page that tells from when to when people meet tells it of its sittings, in whatever words: those among the lines of
one of them, else those of its section, else those of the page. What is said of some by their town, group or rank is of
these alone (`9h30-17h, sauf à Lens : 9h30-12h30`). Nothing is dealt out where two ranges differ.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.events.hours.half_hours import join_halves
from extract.events.hours.hours_of_all import is_half_day, is_of_all, with_hours
from extract.events.hours.left_hours import is_said_of_many
from extract.events.hours.limited_days import give_limited_halves
from extract.events.hours.same_hours import give_same_hours
from extract.events.hours.statements import find_statements, narrowest_times
from extract.events.hours.untold_hours import without_untold_hours
from extract.events.hours.whose_hours import without_hours_of_others
from extract.events.parts import LooseHours, Parts, standing_between
from extract.events.sittings import Sitting
from extract.records import EventReading, Evidence, SessionReading

_KINDS: Final = ("paragraph", "lead", "item", "field", "heading")
_HEADS: Final = ("heading", "title")
_TO_COME: Final = ("announced", "full")
Span = tuple[int, int]


def deal_left_hours(parts: Parts, events: tuple[EventReading, ...]) -> tuple[EventReading, ...]:
    """The events of a page, their sittings without hours with those that the page tells of them by where they stand."""
    if parts.page.kind == "report" or not parts.loose_hours:
        return events
    told = [(n, s) for n, e in enumerate(events) if e.relation == "announces" for s in e.sessions if _may_have(s)]
    if all(session.starts_at or session.ends_at for _, session in told):
        return events
    sittings = [_as_sitting(session) for _, session in told]
    parts = without_hours_of_others(parts, sittings)
    given = _deal_out(parts, told, sittings)
    given = give_limited_halves(parts, give_same_hours(parts, given))
    given = without_untold_hours(parts, sittings, given)
    changed = {
        id(session): _with_hours(parts, session, after)
        for (_, session), after in zip(told, given, strict=True)
        if session.starts_at is None and session.ends_at is None and after.date.starts_at
    }
    return tuple(replace(e, sessions=tuple(changed.get(id(s), s) for s in e.sessions)) for e in events)


def _may_have(session: SessionReading) -> bool:
    """Whether a sitting is a day to come of which hours may be told."""
    return session.day is not None and session.status in _TO_COME


def _as_sitting(session: SessionReading) -> Sitting:
    date = replace(session.date, starts_at=session.starts_at, ends_at=session.ends_at)
    return Sitting(session.first_day, session.last_day, date, (date,), session.status)


def _with_hours(parts: Parts, session: SessionReading, after: Sitting) -> SessionReading:
    """A sitting with hours, proved by the words that tell them, else by those of its day."""
    date = after.date
    words = next(
        (
            (h.start, h.end)
            for h in parts.loose_hours
            if h.starts_at == date.starts_at and h.ends_at in (date.ends_at, None)
        ),
        (session.date.where.start, session.date.where.end),
    )
    names = ("starts_at", "ends_at") if date.ends_at else ("starts_at",)
    proofs: list[Evidence] = [parts.evidence(name, *words, "hours_left_over", 0.7) for name in names]
    return replace(
        session, starts_at=date.starts_at, ends_at=date.ends_at, evidence=(*session.evidence, *proofs)
    )


def _deal_out(parts: Parts, told: Sequence[tuple[int, SessionReading]], sittings: list[Sitting]) -> list[Sitting]:
    """The sittings, those without hours with what is said of them by name, else of all that it may be said of."""
    cities = [session.venue.city if session.venue is not None else None for _, session in told]
    statements = find_statements(parts, sittings, cities)
    taken = {hours for statement in statements for hours in statement.hours}
    places = _Places(parts, told, [h for h in parts.loose_hours if h not in taken])
    given = []
    for index, sitting in enumerate(sittings):
        starts_at, ends_at = narrowest_times([s for s in statements if index in s.sittings])
        if starts_at is None or ends_at is None:
            hours = None if is_half_day(parts, sitting) and False else places.hours_of(index)
            starts_at, ends_at = (hours.starts_at, hours.ends_at) if hours is not None else (None, None)
        given.append(with_hours(sitting, starts_at, ends_at) if not sitting.date.ends_at else sitting)
    return given


class _Places:
    """Where the sittings and the hours of a page stand, for what may be said of whom."""

    def __init__(self, parts: Parts, told: Sequence[tuple[int, SessionReading]], hours: list[LooseHours]) -> None:
        self._parts = parts
        self._events = [event for event, _ in told]
        self._starts = [session.date.where.start for _, session in told]
        self._days = sorted(set(self._starts))
        self._heads = [b.start for b in parts.blocks if b.kind in _HEADS]
        self._ranges = [h for h in hours if h.starts_at and h.ends_at and self._is_apart(h)]
        self._many = [h for h in self._ranges if is_of_all(parts, h) or is_said_of_many(parts, h)]

    def _is_apart(self, hours: LooseHours) -> bool:
        """Whether some hours stand in running text, no day before them in their sentence."""
        block = self._parts.block_of(hours.start)
        if block is None or block.kind not in _KINDS:
            return False
        start, _ = self._parts.sentence_of(hours.start)
        days = [d for d in standing_between(self._parts.dates, start, hours.end) if d.precision == "day"]
        return not days

    def hours_of(self, index: int) -> LooseHours | None:
        """The one range that may be said of a sitting: in its own lines, else of its section, else of the page."""
        for inside in self._from_near_to_far(index):
            ranges = join_halves(self._parts, inside)
            if ranges:
                return ranges[0] if len({(h.starts_at, h.ends_at) for h in ranges}) == 1 else None
        return None

    def _from_near_to_far(self, index: int) -> Iterator[list[LooseHours]]:
        start = self._starts[index]
        yield [h for h in self._ranges if self._day_over(h) == start and h not in self._many]
        first, last = self._section_of(start)
        yield [h for h in self._ranges if first <= h.start < last and self._is_of(h, index)]
        yield [h for h in self._ranges if self._is_of(h, index)]

    def _is_of(self, hours: LooseHours, index: int) -> bool:
        """Whether some hours are said of many, or of nobody else: of no other event, and of no other day of its own."""
        if hours in self._many:
            return True
        over = self._day_over(hours)
        if over is None:
            return True
        owners = {event for event, start in zip(self._events, self._starts, strict=True) if start == over}
        below = bisect_right(self._days, over)
        last = below == len(self._days) or self._section_of(self._days[below]) != self._section_of(over)
        return self._events[index] in owners and last

    def _day_over(self, hours: LooseHours) -> int | None:
        """The day told above some hours with no heading between them: None where there is none."""
        at = bisect_left(self._days, hours.start)
        if at == 0:
            return None
        day = self._days[at - 1]
        block: Block | None = self._parts.block_of(day)
        floor = block.start if block is not None else day
        head = bisect_left(self._heads, hours.start)
        return day if head == 0 or self._heads[head - 1] <= floor else None

    def _section_of(self, position: int) -> Span:
        """The span between the headings around a position."""
        at = bisect_right(self._heads, position)
        end = self._heads[at] if at < len(self._heads) else len(self._parts.document.text)
        return (self._heads[at - 1] if at else 0), end
