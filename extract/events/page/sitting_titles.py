"""What the sittings of one event are about: the theme of each day of a cycle, each thing that a week holds.

Sittings are told alike, so a title counts where most of them have one at the same place: a cell under `Thème`, the
words of the line beside its day, its hours and its place, a heading of its own, the line right below or right above.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from extract.counters import read_counter
from extract.document import Block
from extract.events.page.event_nouns import find_first_noun
from extract.events.page.themes_told import ToldTheme, find_theme, is_column_of_themes, whole_theme
from extract.events.parts import Parts, standing_between
from extract.records import EventReading, SessionReading
from extract.tables import find_head_of, find_table

_FEWEST: Final = 2
_MOST_UNTITLED: Final = 0.4
_FARTHEST: Final = 400


class _Spot(NamedTuple):
    """The lines that tell a sitting: that of its day, and that of its hours where these stand below."""

    day: Block
    hours: Block


_Way = Callable[[Parts, _Spot], ToldTheme | None]


def title_sittings(parts: Parts, event: EventReading) -> EventReading:
    """The event, each of its sittings with what it is about where the page tells that of most of them."""
    found = [_find_spot(parts, session) for session in event.sessions]
    spots = [spot for spot in found if spot is not None]
    if len(spots) < max(_FEWEST, len(found)) or event.relation == "mentions" or _is_moved(event):
        return event
    if any(session.title for session in event.sessions):
        return event  # told before the event was parted
    counted = _by_counters(parts, event)
    if counted:
        return replace(
            event, sessions=tuple(_with_title(parts, *pair) for pair in zip(event.sessions, counted, strict=True))
        )
    for way in _WAYS if len(set(spots)) >= _FEWEST else ():
        by_spot = {spot: _unless_title(way(parts, spot), event) for spot in dict.fromkeys(spots)}
        if _tell_apart(by_spot, in_a_row=way not in _OWN):
            titled = (_with_title(parts, *pair) for pair in zip(event.sessions, map(by_spot.get, spots), strict=True))
            return replace(event, sessions=tuple(titled))
    return event


def _is_moved(event: EventReading) -> bool:
    """Whether the two sittings of an event are the day it was moved from and the one it was moved to."""
    return len(event.sessions) == _FEWEST and any(session.status == "postponed" for session in event.sessions)


def _by_counters(parts: Parts, event: EventReading) -> list[ToldTheme | None]:
    """What lines that count the sittings apart from their days tell of each, as many as there are days; else none.

    `Les vendredis 3, 10 et 17 décembre` / `Matinée 1` / `Les mots` / `Matinée 2` / `Les situations` / …
    """
    days = [session.first_day for session in event.sessions]
    counted = [(line, read_counter(parts.document.words_of(line))) for line in parts.blocks]
    told = [(line, counter) for line, counter in counted if counter is not None]
    lines = [line for line, _ in told if not standing_between(parts.dates, line.start, line.end)]
    one_by_one = [number for _, (_, number) in told] == list(range(1, len(days) + 1))
    if (
        len(set(days)) < len(days)
        or len(lines) < len(told)
        or not one_by_one
        or len({word for _, (word, _) in told}) > 1
    ):
        return []
    themes = [find_theme(parts, line) or _below(parts, line) for line in lines]
    return list(themes) if None not in themes else []


def _find_spot(parts: Parts, session: SessionReading) -> _Spot | None:
    """Where a sitting is told; hours that stand far below its day are those of all."""
    day = session.date.where
    ends = [day.end - 1, *(e.where.start for e in session.evidence if e.field in ("starts_at", "ends_at"))]
    line, last = parts.block_of(day.start), parts.block_of(max(end for end in ends if end < day.end + _FARTHEST))
    return None if line is None else _Spot(line, last if last is not None and last.start > line.start else line)


def _unless_title(title: ToldTheme | None, event: EventReading) -> ToldTheme | None:
    return None if title is None or title.words.lower() == event.title.lower() else title


def _with_title(parts: Parts, session: SessionReading, title: ToldTheme | None) -> SessionReading:
    if title is None:
        return session
    proof = parts.evidence("title", title.start, title.end, "sitting_title", 0.8)
    return replace(session, title=title.words, evidence=(*session.evidence, proof))


def without_title(session: SessionReading) -> SessionReading:
    """A sitting without its title, where that is the name of its event."""
    evidence = tuple(item for item in session.evidence if item.field != "title")
    return replace(session, title=None, evidence=evidence)


def _tell_apart(titles: dict[_Spot, ToldTheme | None], *, in_a_row: bool) -> bool:
    """Whether most of the spots have a title in a line alike; one comes back, but `in_a_row` only for days in a row.

    Items and cells that are told alike are so beside sittings that paragraphs tell.
    """
    named = [title for title in titles.values() if title is not None]
    words = [title.words for title in named]
    listed = {title.kind for title in named} & {"item", "cell"}
    asked = [spot for spot in titles if not listed or spot.day.kind in listed]
    if len(set(words)) < _FEWEST or len(named) < (1 - _MOST_UNTITLED) * len(asked):
        return False
    runs = [one for one, two in pairwise([*words, None]) if one != two]
    return (not in_a_row or len(runs) == len(set(runs))) and len({title.kind for title in named}) == 1


def _in_column(parts: Parts, spot: _Spot) -> ToldTheme | None:
    """The cell of the row of a day that stands under `Thème`, `Module` or `Contenu`."""
    if find_table(parts.document, spot.day) is None:
        return None
    for cell in parts.row_of(spot.day):
        head = find_head_of(parts.document, cell)
        if head is not None and cell.column != spot.day.column and is_column_of_themes(parts.document.words_of(head)):
            return whole_theme(parts, cell)
    return None


def _in_line_of_day(parts: Parts, spot: _Spot) -> ToldTheme | None:
    return find_theme(parts, spot.day)


def _in_row(parts: Parts, spot: _Spot) -> ToldTheme | None:
    """What another cell of the row of a day tells, under whatever head."""
    found = (find_theme(parts, cell) for cell in parts.row_of(spot.day) if cell != spot.day)
    return next((theme for theme in found if theme is not None), None)


def _in_heading(parts: Parts, spot: _Spot) -> ToldTheme | None:
    head = parts.document.heading_over(spot.day.start)
    return _beside(parts, head) if head is not None and head is not spot.day and head.kind == "heading" else None


def _in_line_of_hours(parts: Parts, spot: _Spot) -> ToldTheme | None:
    return find_theme(parts, spot.hours)


def _above_hours(parts: Parts, spot: _Spot) -> ToldTheme | None:
    return None if spot.hours is spot.day else _above(parts, spot.hours)


def _below_day(parts: Parts, spot: _Spot) -> ToldTheme | None:
    return _below(parts, spot.day)


def _below_hours(parts: Parts, spot: _Spot) -> ToldTheme | None:
    return _below(parts, spot.hours)


def _above_day(parts: Parts, spot: _Spot) -> ToldTheme | None:
    return _above(parts, spot.day)


def _below(parts: Parts, line: Block) -> ToldTheme | None:
    below = next(iter(parts.blocks_after(line.start, 1)), None)
    return None if below is None or below.kind == "heading" else _beside(parts, below)


def _above(parts: Parts, line: Block) -> ToldTheme | None:
    above = parts.block_above(line)
    return None if above is None or above.kind == "title" else _beside(parts, above)


def _beside(parts: Parts, block: Block) -> ToldTheme | None:
    """What a line near that of a day tells first; none where it is labelled or has a sitting of its own."""
    dated = any(date.role == "event" for date in standing_between(parts.dates, block.start, block.end))
    told = block.label is None or find_first_noun(block.label) is not None
    return None if dated or not told else find_theme(parts, block, first=True)


_WAYS: Final[tuple[_Way, ...]] = (
    *(_in_column, _in_line_of_day, _in_row, _in_heading),
    *(_in_line_of_hours, _above_hours, _below_day, _below_hours, _above_day),
)
"""Where a title stands, from near to far."""
_OWN: Final = (_in_column, _in_line_of_day, _in_row)
"""Where a title stands for its own day alone: what comes back is told again."""
