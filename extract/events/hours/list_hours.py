"""Hours in the line over a list of days or in the one under it: each list of a page has its own.

`COMITÉ TECHNIQUE - 14h00 - siège` over `06/02`, `22/05`, then `COMITÉ DE PILOTAGE - 10h00` over `11/03`; or the days
alone, one under another, and `À 14h, hôtel communautaire` below them. What stands in the next list is not waited for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from extract.document import Block
from extract.events.hours.closing_hours import closes
from extract.events.hours.hours_above import at_its_line
from extract.events.hours.hours_of_all import with_hours
from extract.events.hours.kinds import kind_of
from extract.events.parts import LooseHours, Parts, find_strayed_hours, standing_between
from extract.events.sittings import Sitting

HOURS_OF_LIST: Final = "hours_of_list"
"""What a date is flagged with whose hours are those of its list."""
_LINES: Final = ("paragraph", "item", "heading", "field")
_FEWEST: Final = 2
_OPENS: Final = re.compile(r"\W*(?:les?\s)?", re.IGNORECASE)
_AT_ITS_HEAD: Final = re.compile(r"[^\d.;!?\n]{0,40}")
_LONGEST_HEAD: Final = 160
_SENTENCE: Final = re.compile(r"[^\W\d_]{2,}[.!?]\W*$")
"""How a line ends that tells something and heads nothing."""


@dataclass(frozen=True, slots=True)
class _List:
    """Lines that follow one another and open with a day: the sittings, by index, and the first and last line."""

    sittings: tuple[int, ...]
    first: Block
    last: Block


def give_list_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings of each list without hours with those of the line over it, else of the one under it."""
    if len(sittings) < _FEWEST or all(sitting.date.starts_at for sitting in sittings):
        return sittings
    given = list(sittings)
    lists = list(_find_lists(parts, sittings))
    over = [_hours_over(parts, days) for days in lists]
    headed = len(lists) >= _FEWEST and all(
        hours is not None or all(sittings[index].date.starts_at for index in days.sittings)
        for days, hours in zip(lists, over, strict=True)
    )
    for days, head in zip(lists, over, strict=True):
        above = head if headed or _leads(parts, days) else None
        hours = above or _hours_under(parts, days, sittings)
        if hours is not None:
            for index in days.sittings:
                given[index] = _marked(given[index], with_hours(given[index], hours.starts_at, hours.ends_at))
    return given


def find_hours_of_lists(parts: Parts, sittings: list[Sitting]) -> dict[int, tuple[LooseHours, ...]]:
    """The hours of lists of days to come in a report, by the index of the sitting; its own meeting has those left."""
    if parts.page.kind != "report":
        return {}
    told = ((index, s.date) for index, s in enumerate(sittings) if HOURS_OF_LIST in s.date.flags)
    times = {index: (date.starts_at, date.ends_at) for index, date in told}
    return {n: tuple(h for h in parts.loose_hours if (h.starts_at, h.ends_at) == of) for n, of in times.items()}


def _marked(sitting: Sitting, given: Sitting) -> Sitting:
    if given is sitting:
        return sitting
    return replace(given, date=replace(given.date, flags=(*given.date.flags, HOURS_OF_LIST)))


def _find_lists(parts: Parts, sittings: list[Sitting]) -> Iterator[_List]:
    """The lists of a page, by the lines that open with one day and what is told of it."""
    order = {block.start: n for n, block in enumerate(parts.blocks)}
    lines: list[tuple[int, Block, int]] = []
    mentions = ((index, mention) for index, sitting in enumerate(sittings) for mention in sitting.mentions)
    for index, mention in mentions:
        start = at_its_line(mention).where.start
        block = parts.block_of(start)
        if block is None or block.kind not in _LINES or block.start not in order:
            continue
        if _OPENS.fullmatch(parts.document.text, parts.line_of(block)[0], start) is not None:
            lines.append((order[block.start], block, index))
    lines.sort(key=lambda line: (line[0], line[2]))
    numbered = {place: n for n, place in enumerate(dict.fromkeys(place for place, _, _ in lines))}
    for _, run in groupby(lines, key=lambda line: (line[0] - numbered[line[0]], line[1].kind, line[1].group)):
        told = list(run)
        yield _List(tuple(dict.fromkeys(index for _, _, index in told)), told[0][1], told[-1][1])


def _leads(parts: Parts, days: _List) -> bool:
    """Whether the line over a list is a heading or ends with a colon; else each list of the page has such a line."""
    head = parts.block_above(days.first)
    return head is not None and (head.kind == "heading" or parts.ends_with_colon(head))


def _hours_over(parts: Parts, days: _List) -> LooseHours | None:
    """The only hours of the line over a list, where it may head it: it tells no day, and is no sentence."""
    head = parts.block_above(days.first)
    if head is None or head.kind == "cell" or head.end - head.start > _LONGEST_HEAD:
        return None
    if _SENTENCE.search(parts.document.words_of(head)) is not None or head.group != days.first.group:
        return None
    if standing_between(parts.dates, head.start, head.end):
        return None
    inside = [hours for hours in parts.loose_hours if head.start <= hours.start < head.end]
    if len(inside) != 1 or inside[0].starts_at is None or kind_of(parts, inside[0]) in ("arrival", "end"):
        return None
    return inside[0]


def _hours_under(parts: Parts, days: _List, sittings: list[Sitting]) -> LooseHours | None:
    """The hours that open the line under several days whose own lines tell none: `Arrivée à 9h, départ à 11h30`."""
    own = [sittings[index] for index in days.sittings]
    if days.first is days.last or any(s.date.starts_at and "\n" not in s.date.text for s in own):
        return None
    below = next(iter(parts.blocks_after(days.last.start, 1)), None)
    if below is None or below.kind == "cell" or below.group != days.last.group:
        return None
    strayed = [hours for s in own if (hours := find_strayed_hours(s.date)) is not None]
    told = [h for h in (*strayed, *parts.loose_hours) if below.start <= h.start < below.end]
    if len(told) != 1 or told[0].starts_at is None or closes(parts, told[0]):
        return None
    if standing_between(parts.dates, *parts.sentence_of(told[0].start)):
        return None  # `à l'exception de la rencontre de juin (9h30 - 12h)`
    return told[0] if _AT_ITS_HEAD.fullmatch(parts.document.text, below.start, told[0].start) is not None else None
