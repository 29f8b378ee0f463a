"""What is said of the hours of some sittings and not of all: `9h-17h le lundi`, `sauf le dernier jour, de 9h à 12h`.

A line is cut into clauses. The words of a clause that name some sittings say whose its hours are: those before them
where each hour is followed by its own words (`10h le mardi et 9h le mercredi`), else those behind them. Two single
hours said of the same sittings are when they begin and end. Hours of which nobody says whose they are stay the page's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from typing import Final

from extract.dates.clock import minutes_of
from extract.dates.cues import EVENT_WORDS
from extract.document import Block
from extract.events.hours.closing_hours import closes
from extract.events.hours.kinds import kind_of
from extract.events.hours.limited_days import LIMITED
from extract.events.hours.named_sittings import Named, find_named_in, names_others
from extract.events.hours.sitting_features import Features
from extract.events.parts import LooseHours, Parts, standing_between
from extract.events.sittings import Sitting
from extract.records import DateReading

_START = attrgetter("start")
Times = tuple[str | None, str | None]

_EDGE: Final = re.compile(
    r"[;()!?]|\.(?=\s|$)|\n|,?\s(?=(?:sauf|hormis|except[ée]e?s?|[àa] l['’]exception)(?![^\W_]))", re.IGNORECASE
)
_FIRST_HOUR: Final = re.compile(r"(?<![\dhH:])\d{1,2}\s?(?:[hH]|:\d\d|(?:à|-|–|et)\s?\d{1,2}\s?[hH])")
_SOMETHING: Final = re.compile(r"\W*(?:une?|des)\s", re.IGNORECASE)
_BUT: Final = re.compile(r"[\s,]*(?:sauf|hormis|except|[àa] l['’]exception)", re.IGNORECASE)
_END_TOLD: Final = re.compile(r"(?:fin|cl[ôo]ture|termin\w+|ach[èe]v\w+)[^.;\d]{0,20}\d", re.IGNORECASE)
_BEHIND: Final = re.compile(
    r"\s?[,:–-]?\s?(?:(?:pour|lors d[eu]|pendant)\s(?:(?:l[ae]s?|cel(?:le|ui)s?|ceux)\s|l['’])?"
    rf"(?:(?:{EVENT_WORDS})\s)?)?\(?",
    re.IGNORECASE,
)
_OF_EACH: Final = re.compile(r"(?<![^\W_])(?:chaque|chacune?s?|tous|toutes)(?![^\W_])", re.IGNORECASE)
_HEADS: Final = ("heading", "lead")
_LINES: Final = ("paragraph", "lead", "item", "field", "heading")
_FEWEST: Final = 2
_LONGEST_LINE: Final = 600
_LONGEST_HEAD: Final = 100
_NEAR: Final = 12
"""Characters between an exception that opens its line and the hours that it is made to, at most."""
_BEFORE: Final = 90
"""Minutes that people come before the hour at which they begin, at most."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The hours of some sittings, by index, as `HH:MM`, with the hours as they stand on the page."""

    sittings: frozenset[int]
    starts_at: str | None
    ends_at: str | None
    hours: tuple[LooseHours, ...]
    half: str | None = None


def find_statements(
    parts: Parts, sittings: list[Sitting], cities: Sequence[str | None] | None = None
) -> list[Statement]:
    """What the page says of the hours of some of its days, in the order of the text.

    `cities` are the towns of the sittings, where these are known; else those beside their days count.
    """
    if len(sittings) < _FEWEST or not all(sitting.is_day for sitting in sittings):
        return []
    held = [index for index, sitting in enumerate(sittings) if sitting.status != "postponed"]
    if held and len(held) < len(sittings):  # `La 1re séance, reportée au 15 juin` is the one of the new day
        found = find_statements(parts, [sittings[n] for n in held], [cities[n] for n in held] if cities else None)
        return [replace(s, sittings=frozenset(held[n] for n in s.sittings)) for s in found]
    features = Features(parts, sittings, cities)
    shared = dict.fromkeys(hours for hours in find_shared_hours(parts, sittings) if hours is not None)
    everywhere = sorted([*parts.loose_hours, *shared, *_hours_of_months(parts)], key=_START)
    starts = sorted((sitting.date.where.start, index) for index, sitting in enumerate(sittings))
    told: list[Statement] = []
    for block in _lines_of(parts, everywhere):
        first, last = parts.line_of(block)
        if last - first <= _LONGEST_LINE:
            low = bisect_left(everywhere, first, key=_START)
            hours = everywhere[low : bisect_left(everywhere, last, lo=low, key=_START)]
            told += _find_in_group(features, block, hours, _told_at(features, starts, block))
    return told


def _find_in_group(features: Features, block: Block, hours: list[LooseHours], group: list[int]) -> Iterator[Statement]:
    """The statements of a line, on the sittings of a group by their index, or on all where there is none.

    `les 14 et 15 octobre. Le premier jour de 14h à 18h` tells of the first of these, whatever else there is.
    """
    if not group:
        yield from _find_in_line(features, block, hours)
        return
    own = features.of(group)
    for statement in _find_in_line(own, block, hours):
        yield replace(statement, sittings=frozenset(group[n] for n in statement.sittings))
    months = _hours_of_months(features.parts)
    others = _find_in_line(features, block, [h for h in hours if h in months])
    yield from (other for other in others if other.sittings.isdisjoint(group))  # `celle d'octobre (9h30-12h30)`


def _told_at(features: Features, starts: list[tuple[int, int]], block: Block) -> list[int]:
    """The sittings, by index, of which a line speaks: several, not all, whose days it tells, or the line above it.

    `starts` are the positions of all days with the index of the sitting, in order.
    """
    parts = features.parts
    above = parts.block_above(block) if not features.runs else None
    for line in (block, above):
        low = bisect_left(starts, (line.start, -1)) if line is not None else 0
        high = bisect_left(starts, (line.end, -1)) if line is not None else 0
        if low < high:
            others = line is not block and high < len(starts)
            ranked = _FEWEST <= high - low < features.count and not others
            each = _OF_EACH.search(parts.document.text, block.start, block.end) is not None
            return [index for _, index in starts[low:high]] if ranked and not each else []
    return []


def _lines_of(parts: Parts, everywhere: list[LooseHours]) -> list[Block]:
    """The lines that hours stand in, each once."""
    blocks = [block for hours in everywhere if (block := parts.block_of(hours.end - 1)) is not None]
    return [block for block in dict.fromkeys(blocks) if block.kind in _LINES]


def find_shared_hours(parts: Parts, sittings: list[Sitting]) -> list[LooseHours | None]:
    """The hours of each sitting that are not its alone by where they stand; None where they are, or it has none.

    They were read with a day over the end of its line, or with all days of a list. Those in its row are its own.
    """
    ends = Counter(sitting.date.where.end for sitting in sittings)
    dates = [sitting.date for sitting in sittings]
    return [
        None if "hours_of_rank" in date.flags or _is_in_row(parts, date) else _shared_hours(date, ends[date.where.end])
        for date in dates
    ]


def _is_in_row(parts: Parts, date: DateReading) -> bool:
    """Whether the words of a day and of its hours stand in one row of a table."""
    first, last = parts.block_of(date.where.start), parts.block_of(date.where.end - 1)
    both = first is not None and last is not None and first is not last
    return both and first.kind == last.kind == "cell" and first.row == last.row  # type: ignore[union-attr]


def _shared_hours(date: DateReading, count: int) -> LooseHours | None:
    below = date.text.rfind("\n") + 1
    told = list(_FIRST_HOUR.finditer(date.text, below)) if date.starts_at and (below or count >= _FEWEST) else []
    if not told:
        return None
    starts = [t for t in told if t.group()[:2].rstrip("hH :").zfill(2) == (date.starts_at or "")[:2]]
    first = (
        (starts or told)[0]
        if below
        else told[-1 if date.ends_at is None or "-" in told[-1].group() else max(0, len(told) - 2)]
    )
    return LooseHours(date.starts_at, date.ends_at, date.where.start + first.start(), date.where.end)


def _hours_of_months(parts: Parts) -> list[LooseHours]:
    """Hours that were read with a month, right behind it: `celle de juin (9h30 - 12h)`."""
    months = (date for date in parts.dates if date.precision == "month" and date.starts_at)
    return [LooseHours(d.starts_at, d.ends_at, d.where.end - 1, d.where.end) for d in months]


def _find_in_line(features: Features, block: Block, hours: list[LooseHours]) -> Iterator[Statement]:
    """The statements of a line, clause by clause; what heads it holds for a clause without words of its own."""
    parts = features.parts
    first, last = parts.line_of(block)
    for start, end in _clauses(parts.document.text, first, last, hours):
        inside = [h for h in hours if start <= h.start < end]
        if not inside:
            continue
        dated = [date for date in standing_between(parts.dates, start, end) if date.precision == "day"]
        if any(all(h.end != date.where.end for h in inside) for date in dated):
            continue  # it tells a day, and the hours of that day
        tied = [h.start for h in inside if any(_is_behind(h, date) for date in dated)]
        named = find_named_in(features, max([start, *tied]), end, start if tied else inside[-1].start)
        if named is None and len(inside) == 1 and parts.document.text[start - 1 : start] == "(":
            named = find_named_in(features, inside[0].end, end, end)  # `14h-17h (9h-12h à Lens)`
        if named is None and (len(inside) == 1 or start == first):
            named = _named_above(features, block)
        if LIMITED.search(parts.document.text, inside[-1].end, end):  # `9h-12h / 14h-17h (le 5 : matin uniquement)`
            named = [n for n in named or () if n.end <= inside[-1].start]
        named = [n for n in named or () if not any(h.start < n.end and n.start < h.end for h in inside)]
        named = [n for n in named if not any(names_others(features, h, n) for h in inside)]
        before = [h for h in hours if h.end <= start] or _hours_above(parts, start)
        ends = bool(before) and _BUT.match(parts.document.text, start) is not None and _tells_end(parts, before[-1])
        yield from _deal(parts, named, inside, ends=ends)


def _is_behind(hours: LooseHours, date: DateReading) -> bool:
    """Whether hours were read with a day in one line that stands before them: what is said of them stands behind it."""
    return hours.end == date.where.end and hours.start > date.where.start and "\n" not in date.text


def _clauses(text: str, first: int, last: int, hours: list[LooseHours]) -> Iterator[tuple[int, int]]:
    """The clauses of a line: marks part them, but none inside the words of an hour."""
    at = first
    for mark in _EDGE.finditer(text, first, last):
        if any(h.start < mark.start() < h.end for h in hours):
            continue
        if mark.group() in "()" and not any(at <= h.start < mark.start() for h in hours):
            continue  # `sauf le vendredi (10h-12h)`
        if mark.group() == "(" and any(h.end in (mark.start(), mark.start() - 1) for h in hours):
            close = text.find(")", mark.end(), last)
            if close >= 0 and not any(mark.end() <= h.start < close for h in hours):
                continue  # `9h-17h (avril), 9h-12h30 (juin)`
        if mark.start() > at:
            yield at, mark.start()
        at = mark.end()
    yield at, last


def _named_above(features: Features, block: Block) -> list[Named]:
    """The sittings that the heading right above a line names: `Horaires des deux premiers jours`."""
    parts = features.parts
    above = parts.block_above(block)
    if above is None or above.kind not in _HEADS or above.end - above.start > _LONGEST_HEAD:
        return []
    if standing_between(parts.dates, above.start, above.end) or parts.document.words_of(above).endswith("."):
        return []  # a sentence heads nothing: `Le groupe 1 se réunit à Lens, le groupe 2 à Liévin.`
    return find_named_in(features, above.start, above.end, above.end) or []


def _deal(parts: Parts, named: list[Named], hours: list[LooseHours], *, ends: bool) -> Iterator[Statement]:
    """The hours of a clause dealt out to the words that name sittings; `ends` is where a single one is an end."""
    if not named:
        return
    text = parts.document.text
    told: dict[Named, list[LooseHours]] = {}
    behind = any(_BEHIND.fullmatch(text, hours[-1].end, n.start) for n in named)
    for h in hours:
        if behind:
            own = next((n for n in named if _BEHIND.fullmatch(text, h.end, n.start)), None)
        else:
            own = next((n for n in reversed(named) if n.start <= h.start), None)
        if own is not None:
            told.setdefault(own, []).append(h)
    for own, of in told.items():
        times = read_times(parts, of)
        if times is not None and ends and len(of) == 1 and times[1] is None:
            times = None, times[0]
        if times is not None:
            yield Statement(own.sittings, *times, tuple(of), own.half)


def _hours_above(parts: Parts, start: int) -> list[LooseHours]:
    """The hours at the end of the line above a clause that opens its own: `On finit à 16h45,` over `sauf le 3`."""
    return [h for h in parts.loose_hours if start - _NEAR <= h.end <= start]


def _tells_end(parts: Parts, hours: LooseHours) -> bool:
    """Whether some hours are told by when they end: an exception to them is to their end (`fin à 17h, sauf …`)."""
    return closes(parts, hours) or _END_TOLD.search(parts.document.text, hours.start, hours.end) is not None


def read_times(parts: Parts, hours: list[LooseHours]) -> Times | None:
    """When begins and ends what some hours are said of; None where they tell more than that."""
    ranges = [h for h in hours if h.starts_at and h.ends_at]
    if len(ranges) == len(hours) and all(a.ends_at <= b.starts_at for a, b in pairwise(ranges)):  # type: ignore[operator]
        return ranges[0].starts_at, ranges[-1].ends_at
    if len(hours) == 1:
        hour = hours[0].starts_at or hours[0].ends_at
        return (None, hour) if closes(parts, hours[0]) else (hour, None)
    if len(hours) == _FEWEST and not ranges and closes(parts, hours[1]) and not closes(parts, hours[0]):
        return hours[0].starts_at, hours[1].starts_at or hours[1].ends_at
    return None


def give_stated_hours(parts: Parts, sittings: list[Sitting]) -> tuple[Parts, list[Sitting], dict[int, Times]]:
    """The parts and sittings without the hours that are said of some sittings only, and these, by the sitting's index.

    The statement on the fewest sittings tells most; of two alike that differ nothing is known. A sitting keeps the
    hours that stand with its day alone.
    """
    found = [s for s in find_statements(parts, sittings) if not _is_in_course(parts, s, sittings)]
    statements = [s for s in found if not _is_arrival(parts, s, sittings)]
    if not statements:
        return parts, sittings, {}
    shared = find_shared_hours(parts, sittings)
    told: dict[int, Times] = {}
    for index, own in enumerate(shared):
        of = [s for s in statements if index in s.sittings]
        times = narrowest_times(of) if of else _of_both_halves(statements)
        times = _within(parts, times, of, own)
        date = sittings[index].date
        kept = own is None and date.starts_at and (date.ends_at or times[0] not in (None, date.starts_at))
        if not kept and times != (None, None):
            told[index] = times
    taken = {hours for statement in statements for hours in statement.hours}
    left = tuple(hours for hours in parts.loose_hours if hours not in taken)
    parted = {own for n, own in enumerate(shared) if n in told and own is not None} - taken
    parted -= {own for n, own in enumerate(shared) if n not in told and own is not None}
    left += tuple(sorted(parted, key=_START))  # those of all that were read with the day of an exception
    bare = [_without(s) if own in taken else s for s, own in zip(sittings, shared, strict=True)]
    return replace(parts, loose_hours=left), bare, told


def _within(parts: Parts, times: Times, told: list[Statement], own: LooseHours | None) -> Times:
    """A single hour within those of all of its sentence is the nearer end: `9h à 17h (16h le dernier jour)`."""
    hour = times[0]
    if hour is None or times[1] is not None or own is None or not (own.starts_at and own.ends_at):
        return times
    near = any(parts.sentence_of(h.start) == parts.sentence_of(own.start) for s in told for h in s.hours)
    if not near or not own.starts_at < hour < own.ends_at:
        return times
    late = minutes_of(own.ends_at) - minutes_of(hour) < minutes_of(hour) - minutes_of(own.starts_at)
    return (None, hour) if late else (hour, own.ends_at)


def _is_in_course(parts: Parts, statement: Statement, sittings: list[Sitting]) -> bool:
    """Whether a single hour is that of something within the hours of all: `Un point presse, le premier jour, à 11h`."""
    if statement.ends_at is not None or statement.starts_at is None or len(statement.hours) > 1:
        return False
    start = parts.sentence_of(statement.hours[0].start)[0]
    if _SOMETHING.match(parts.document.text, start) is None:
        return False
    return any(first < statement.starts_at < last for first, last in _ranges_of(parts, sittings))


def _is_arrival(parts: Parts, statement: Statement, sittings: list[Sitting]) -> bool:
    """Whether people only come then, and begin at the hours of all: `9h-17h (accueil à 8h45 le premier jour)`."""
    hour = statement.starts_at
    if hour is None or statement.ends_at is not None or kind_of(parts, statement.hours[0]) != "arrival":
        return False
    return any(0 <= minutes_of(first) - minutes_of(hour) <= _BEFORE for first, _ in _ranges_of(parts, sittings))


def _ranges_of(parts: Parts, sittings: list[Sitting]) -> set[tuple[str, str]]:
    """Hours from one to another that the page tells, beside a day or apart."""
    ranges = {(h.starts_at, h.ends_at) for h in parts.loose_hours}
    ranges |= {(s.date.starts_at, s.date.ends_at) for s in sittings}
    return {(first, last) for first, last in ranges if first and last}


def _of_both_halves(statements: list[Statement]) -> Times:
    """A whole day where others are only half of one: from the start of the morning to the end of the afternoon."""
    mornings = {s.starts_at for s in statements if s.half == "morning"}
    afternoons = {s.ends_at for s in statements if s.half in ("afternoon", "evening")}
    return (mornings.pop(), afternoons.pop()) if len(mornings) == len(afternoons) == 1 else (None, None)


def narrowest_times(statements: list[Statement]) -> Times:
    """The start and the end that the narrowest statements tell; None for each that they do not agree on."""
    times: list[str | None] = []
    for side in ("starts_at", "ends_at"):
        of = [(len(s.sittings), getattr(s, side)) for s in statements if getattr(s, side)]
        fewest = min((size for size, _ in of), default=0)
        narrowest = {hour for size, hour in of if size == fewest}
        times.append(narrowest.pop() if len(narrowest) == 1 else None)
    return times[0], times[1]


def _without(sitting: Sitting) -> Sitting:
    return replace(sitting, date=replace(sitting.date, starts_at=None, ends_at=None))


def with_stated(sitting: Sitting, told: Times, begins: set[str | None]) -> Sitting:
    """A sitting with what is said of it apart; where only its end is, it begins with the others.

    `begins` are hours at which something is said to begin: then it ends with the others, if that is later.
    """
    date = sitting.date
    starts = told[0] or date.starts_at
    ends = told[1] or (date.ends_at if told[0] in {None, date.starts_at, *begins} else None)
    if starts and ends and ends <= starts:
        ends = told[1] if told[0] else None
    flags = (*date.flags, "hours_of_scope")
    return replace(sitting, date=replace(date, starts_at=starts, ends_at=ends, flags=flags))
