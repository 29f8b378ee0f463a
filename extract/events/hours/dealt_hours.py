"""What hours are left over for whom: sittings that no rule gave hours have those told once, of all or in their section.

A page that tells from when to when people meet tells it of its sittings, in whatever words: those among the lines of
one of them, else those of its section, else those of the page. What is said of some by their town, group or rank is of
these alone (`9h30-17h, sauf à Lens : 9h30-12h30`). Nothing is dealt out where two ranges differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.dates.hour_families import ENDS, LEAVES
from extract.dates.timetable import BUT
from extract.events.hours.hour_places import Places
from extract.events.hours.hours_of_all import is_half_day, with_hours
from extract.events.hours.limited_days import give_limited_halves
from extract.events.hours.next_hours import find_own_hours
from extract.events.hours.same_hours import give_same_hours
from extract.events.hours.statements import find_statements, narrowest_times
from extract.events.hours.untold_hours import without_untold_hours
from extract.events.hours.whose_hours import without_hours_of_others
from extract.events.parts import LooseHours, Parts, find_strayed_hours
from extract.events.sittings import Sitting
from extract.records import DateReading, EventReading, Evidence, SessionReading

_TO_COME: Final = ("announced", "full")
Times = tuple[str | None, str | None]


def deal_left_hours(parts: Parts, events: tuple[EventReading, ...]) -> tuple[EventReading, ...]:
    """The events of a page, their sittings without hours with those that the page tells of them by where they stand."""
    if parts.page.kind == "report":
        return events
    told = [(n, s) for n, e in enumerate(events) if e.relation == "announces" for s in e.sessions if _may_have(s)]
    whole = all(session.starts_at and session.ends_at for _, session in told)
    if whole and not (parts.loose_hours and any("hours_of_page" in session.date.flags for _, session in told)):
        return events
    sittings = [_as_sitting(session) for _, session in told]
    parts = without_hours_of_others(parts, sittings)
    given = _deal_out(parts, told, sittings)
    given = give_limited_halves(parts, give_same_hours(parts, given))
    given = without_untold_hours(parts, sittings, given)
    changed = {
        id(session): _with_hours(parts, session, after)
        for (_, session), after in zip(told, given, strict=True)
        if (session.starts_at, session.ends_at) != (after.date.starts_at, after.date.ends_at)
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
    kept = [proof for proof in session.evidence if proof.field not in ("starts_at", "ends_at")]
    proofs: list[Evidence] = [parts.evidence(name, *words, "hours_left_over", 0.7) for name in names]
    return replace(session, starts_at=date.starts_at, ends_at=date.ends_at, evidence=(*kept, *proofs))


def _deal_out(parts: Parts, told: Sequence[tuple[int, SessionReading]], sittings: list[Sitting]) -> list[Sitting]:
    """The sittings, those without hours with what is said of them by name, else of all that it may be said of."""
    cities = [session.venue.city if session.venue is not None else None for _, session in told]
    statements = find_statements(parts, sittings, cities)
    taken = {hours for statement in statements for hours in statement.hours}
    bare = [replace(s, date=d, mentions=(d,)) for s in sittings for d in [replace(s.date, starts_at=None)]]
    taken |= {hours for own in find_own_hours(parts, bare).values() for hours in own}  # `On se revoit le 20. Début à …`
    places = Places(parts, [event for event, _ in told], sittings, taken)
    given = []
    for index, sitting in enumerate(sittings):
        named = narrowest_times([s for s in statements if index in s.sittings])
        if all(named) and _is_of_all(sitting.date, sittings):
            given.append(replace(sitting, date=replace(sitting.date, starts_at=named[0], ends_at=named[1])))
            continue
        if sitting.date.starts_at or sitting.date.ends_at:
            then = _but_then(parts, sitting, places.ranges)
            given.append(_to_end(then, places, index) if then is sitting else then)
            continue
        left = None if is_half_day(parts, sitting) else places.times_of(index)
        times = named if all(named) else left
        if times is not None and not all(named):
            times = _within(times, named)
        given.append(with_hours(sitting, *times) if times is not None else sitting)
    return given


def _is_of_all(date: DateReading, sittings: list[Sitting]) -> bool:
    """Whether the hours of a day are not its alone: those of the page, or of a line below it that others have too."""
    alike = [s.date for s in sittings if (s.date.starts_at, s.date.ends_at) == (date.starts_at, date.ends_at)]
    if "hours_of_page" in date.flags:
        return len(alike) > 1  # those of the heading over one day alone are its own
    return find_strayed_hours(date) is not None and any("hours_of_page" in other.flags for other in alike)


def _to_end(sitting: Sitting, places: Places, index: int) -> Sitting:
    """A sitting that begins as all of them do, with the end of all."""
    date = sitting.date
    if date.starts_at is None or date.ends_at:
        return sitting
    times = None if places.has_own(index) else places.times_of(index)  # its own lines are read with it
    if times is None or times[0] != date.starts_at:
        return sitting
    return replace(sitting, date=replace(date, ends_at=times[1]))


def _within(times: Times, of: Times) -> Times:
    """The hours of all, with the start or the end that is said of one sitting alone."""
    starts_at, ends_at = of[0] or times[0], of[1] or times[1]
    return (starts_at, ends_at) if starts_at and ends_at and starts_at < ends_at else times


def _but_then(parts: Parts, sitting: Sitting, ranges: list[LooseHours]) -> Sitting:
    """A sitting of which only one hour is told, behind those of all: `de 9h à 17h, sauf le 13 où l'on part à 16h`."""
    date = sitting.date
    if date.starts_at is None or date.ends_at:
        return sitting
    start, _ = parts.sentence_of(date.where.start)
    said = [h for h in ranges if start <= h.start < date.where.start]
    if not said or BUT.search(parts.document.text, said[-1].end, date.where.start) is None:
        return sitting
    first, last = said[-1].starts_at, said[-1].ends_at
    if first is None or last is None or not first < date.starts_at < last:
        return sitting
    words = parts.document.text[date.where.start : date.where.end]
    ends = ENDS.search(words) is not None or LEAVES.search(words) is not None
    times = (first, date.starts_at) if ends else (date.starts_at, last)
    return replace(sitting, date=replace(date, starts_at=times[0], ends_at=times[1]))
