"""Towns by which the sittings of one event are told apart: each line, or each sentence, names one of its own.

`Les participants de Lens se retrouvent le 4 mars, à la MJC`, `Le groupe de Douai travaille le 11 mars, salle Foch`:
that the town is that of people says nothing against it where all are told so. Where others have their house a line may
have a screen (`Creil – 18 mars – en visioconférence`): its town is then only the name of the group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.events.venues.found import Found
from extract.events.venues.in_turn import find_lists
from extract.events.venues.town_left import as_venue_in_turn
from extract.places.grammar.modes import ONLINE_NAME, find_mode_words
from extract.records import TerritoryReading, VenueReading

_FEWEST, _MOST = 2, 40
"""Sittings of an event that is told by towns."""
_CERTAINTY: Final = 0.6
_RULE: Final = "town_of_group"
_OFFERS: Final = re.compile(
    r"(?:(?<![^\W_])(?:et|ou|puis|aussi|[ée]galement|ainsi|possible|possibilit[ée])|[+/&])\W*$", re.I
)
"""What makes a screen one of two ways: `à Lens ou en visioconférence`."""
_LEAD: Final = 30
_SETS_OFF: Final = re.compile(
    r"(?<![^\W_])(?:d[ée]parts?|partir|partirons|partons|retours?(?!\ssur))(?![^\W_])[^.;:!?,\d]{0,30}"
    r"\s(?:d['’]|de\s|depuis\s|[àa]\s|vers\s)\Z",
    re.IGNORECASE,
)
"""What leads to a town that people only leave from or come back to: `Départ en bus d'Amiens`."""
_RECEIVED: Final = re.compile(
    r"(?<![^\W_])(?:nous|on)\s(?:recev|accueill|invit)\w+\s(?:une?|l[ae]s?|l['’]|des|nos|deux|trois)\s?[^.;:!?,]{2,50}"
    r"\s(?:de\s|d['’])$",
    re.IGNORECASE,
)
"""Those who come from a town: `nous recevrons une équipe de Roubaix`."""
_WORKS_THERE: Final = re.compile(
    r"[A-ZÀ-Ý][\w'’-]+\s[A-ZÀ-Ý][\w'’-]+,\s(?:[a-zà-ÿ][\w'’-]+\s){1,5}(?:[àa]|de|d['’])\s?\Z"
)
"""A person with a trade before a town: `Marie Toussaint, sociologue à Poitiers`."""


Span = tuple[int, int]


class _Group(NamedTuple):
    """The sittings that one line or sentence tells, by their numbers, and its towns."""

    numbers: list[int]
    start: int
    end: int
    towns: list[TerritoryReading]


def settle_groups(parts: Parts, sittings: Sequence[Sitting], venues: Sequence[Found]) -> list[Found]:
    """The venues of the sittings; those of groups in the town of their group, or on the screen that it has instead."""
    settled = list(venues)
    if not _FEWEST <= len(sittings) <= _MOST:
        return settled
    groups = list(_find_groups(parts, sittings))
    named = [{town.territory_id for town in group.towns} for group in groups]
    told = [code for codes in named for code in codes]
    if any(len(codes) > 1 for codes in named) or len(set(told)) != len(told) or len(told) < _FEWEST:
        return settled
    housed = [group for group in groups if any(_has_house(venues[number]) for number in group.numbers)]
    for group in groups:
        others = any(other is not group for other in housed)
        for number in group.numbers:
            settled[number] = _settle(parts, group, settled[number], others=others)
    return settled


def _has_house(found: Found) -> bool:
    return found is not None and bool(found[0].name or found[0].street)


def _settle(parts: Parts, group: _Group, found: Found, *, others: bool) -> Found:
    """The place of one sitting of a group; `others` tells whether another group has a house."""
    if found is None or found[0].mode == "online":
        return found
    inside = group.start <= found[0].where.start < group.end
    if not inside and parts.page.kind == "report":
        return found  # where people met before, or the town of those who spoke there
    if others and not (inside and _has_house(found)):
        screen = _find_screen(parts, group)
        if screen is not None:
            return screen, _RULE
    town = group.towns[0] if group.towns else None
    if town is None or found[0].city == town.name or (inside and not _has_house(found)):
        return found
    rooms = [found[0]] if inside else [v for v in standing_between(parts.venues, group.start, group.end) if v.name]
    if not rooms:
        return as_venue_in_turn(parts, town), _RULE
    venue = replace(rooms[0], city=town.name, commune_code=town.territory_id, rule=f"{rooms[0].rule}; {_RULE}")
    return venue, found[1]


def _find_screen(parts: Parts, group: _Group) -> VenueReading | None:
    """The screen that a group has in place of a house, and not besides it."""
    text = parts.document.text
    for words in find_mode_words(text, group.start, group.end):
        head = text[max(group.start, words.start - _LEAD) : words.start]
        if words.mode != "online" or words.also or _OFFERS.search(head):
            return None
        where = parts.document.place(words.start, words.end)
        told = text[words.start : words.end]
        return VenueReading(told, ONLINE_NAME, None, None, None, None, "online", where, _RULE, _CERTAINTY)
    return None


def _find_groups(parts: Parts, sittings: Sequence[Sitting]) -> Iterator[_Group]:
    """The groups by their lines, or by their sentences where a line tells several."""
    placed = sorted((sitting.date.where.start, number) for number, sitting in enumerate(sittings) if sitting.is_day)
    for block, in_line in groupby(placed, key=lambda one: parts.block_of(one[0])):
        numbers = [number for _, number in in_line]
        if block is None or block.kind in ("cell", "title"):
            continue
        if _is_one_list(parts, sittings, numbers):
            yield _make_group(parts, numbers, block.start, block.end)
            continue
        sentences = groupby(numbers, key=lambda number: parts.sentence_of(sittings[number].date.where.start))
        before = block.start
        for (_, end), told in sentences:
            yield from _split(parts, sittings, list(told), (before, end))
            before = end


def _split(parts: Parts, sittings: Sequence[Sitting], numbers: list[int], span: Span) -> Iterator[_Group]:
    """The group of a sentence; those of its clauses where it tells as many towns as days, by twos."""
    whole = _make_group(parts, numbers, *span)
    starts = [sittings[number].date.where.start for number in numbers]
    towns = [town.where.start for town in whole.towns]
    leads = towns if towns and towns[0] < starts[0] else starts
    edges = list(pairwise([span[0], *leads[1:], span[1]]))
    in_turn = [sum(first <= start < last for start in told) for told in (starts, towns) for first, last in edges]
    if len(towns) != len(starts) or set(in_turn) != {1}:
        yield whole
        return
    for number, (first, last) in zip(numbers, edges, strict=True):
        yield _make_group(parts, [number], first, last)


def _make_group(parts: Parts, numbers: list[int], start: int, end: int) -> _Group:
    towns = [town for town in standing_between(parts.territories, start, end) if town.kind.startswith("commune")]
    towns = [town for town in towns if not _is_of_guest(parts.document.text, start, town.where.start)]
    return _Group(numbers, start, end, towns)


def _is_of_guest(text: str, start: int, town: int) -> bool:
    """Whether people only set off from a town, or it is where a person works whose name stands before it."""
    return any(words.search(text, start, town) is not None for words in (_SETS_OFF, _WORKS_THERE, _RECEIVED))


def _is_one_list(parts: Parts, sittings: Sequence[Sitting], numbers: Sequence[int]) -> bool:
    """Whether the days of some sittings stand in one list, or one of them takes the place of another."""
    days = [sittings[number] for number in numbers if sittings[number].status != "postponed"]
    return len(find_lists(parts, [sitting.date for sitting in days])) <= 1
