"""The town of a sitting that no place is told for: all towns of the page are weighed, and the heaviest is taken.

A town weighs by its own words (`town_weights`), by how near the day it stands, and more if it is said again. It is
taken where it weighs enough and clearly more than any other: two towns are a choice that nothing decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.events.venues.below_tables import lines_of_all
from extract.events.venues.town_weights import Weight, weigh_towns
from extract.places import find_home, find_layout
from extract.places.grammar.context import NEXT_PLACE
from extract.records import DateReading, Place, TerritoryReading, VenueReading

TOWN_LEFT: Final = "town_left"
"""The rule of such a venue."""
_CERTAINTY: Final = 0.4
_IN_TURN: Final = 0.7
_FEWEST: Final = 1.5
"""What a town must weigh at least."""
_ALONE: Final = 1.2
"""The same for the only town of a page."""
_CLEARLY: Final = 0.6
"""How much more it must weigh than any other."""
_HOME: Final = {"town_of_address": 1.5, "town_of_issuer": 1.6, "town_of_site": 2.2, "town_of_host": 2.2}
"""What the town of who speaks weighs that the text never names, by what tells it: least where it is but an address."""
_HOME_TOO: Final = 0.7
"""What it weighs more where it is named as well."""
_TITLED_TOO: Final = 1.5
"""What it weighs more where the title names it."""
_AGAIN: Final = 0.4
"""How much of its weight counts where a town is said again, twice at most."""
_DAYS_APART: Final = 2
_WORD: Final = re.compile(r"(?!les\b|aux\b)[^\W\d_]{3,}", re.IGNORECASE)
_STOPS: Final = (".", "!", "?", "…")
_SHORT_LINE: Final = 130
"""A line of no more characters is told of its day as a whole."""
_LINES_BELOW: Final = 4
_NEXT_ONE: Final = re.compile(
    r"\W*(?:l[ea]s?\s|notre\s|nos\s|une?\s)?(?:prochaine?|suivante?|autre)s?\s(?!jeudi|lundi|mardi|mercredi|vendredi|samedi)"
    r"(?:\w+\s){0,2}?(?:rencontre|visite|[ée]dition|[ée]tape|s[ée]ance|r[ée]union|session|rendez-vous|journ[ée]e|atelier)",
    re.IGNORECASE,
)
_MOST_TOWNS, _WINDOW, _OPENING = 60, 1500, 1200
"""On pages with more towns only those so many characters from a day count, and those at the beginning."""


def find_town_left(parts: Parts, sitting: Sitting) -> tuple[VenueReading, str] | None:
    """The town of a sitting without any place, as a venue with the rule that found it; None where none is clear.

    An entry of a listing that tells no place leaves it to the page that it leads to.
    """
    if parts.page.kind == "listing":
        return None
    told: dict[str, list[tuple[float, TerritoryReading]]] = defaultdict(list)
    named = list(_in_reach(parts, sitting))
    home = find_home(parts.document, parts.knowledge)
    codes = {weight.town.territory_id for weight in named}
    alone = len(codes) == 1
    only = alone and (home is None or home[1] in codes)  # whoever meets on another day does so in that one town
    for weight in named:
        near = max(_nearness(parts, date, weight.town) for date in sitting.mentions)
        lifted = weight.wide or (only and not _is_told_apart(parts, sitting, weight.town))
        near = max(near, 0.0) if lifted else near
        told[weight.town.territory_id or ""].append((weight.weight + near, weight.town))
    totals = {code: _add(weights) for code, weights in told.items()}
    if home is not None:
        alike = told.get(home[1], [])
        more = _HOME_TOO + (_TITLED_TOO if any(_is_titled(parts, town) for _, town in alike) else 0.0)
        totals[home[1]] = max(_HOME[home[2]], totals[home[1]] + more if alike else 0.0)
    code = _heaviest(totals, _ALONE if alone else _FEWEST)
    if code is None:
        return None
    if code in told:
        town = max(told[code], key=lambda item: (item[0], -item[1].where.start))[1]
        words = parts.document.text[town.where.start : town.where.end]
        return _build_venue(words, town.name, code, town.where), "heaviest_town"
    if home is None:
        return None
    if home[2] == "town_of_address" and (other := _only_town_of_others(named)) is not None:
        words = parts.document.text[other.where.start : other.where.end]
        return _build_venue(words, other.name, other.territory_id or "", other.where), "town_of_other_sitting"
    name, code, rule = home  # nothing tells it beside the day: its words are those of the day
    return _build_venue(sitting.date.text, name, code, sitting.date.where), rule


def _only_town_of_others(named: list[Weight]) -> TerritoryReading | None:
    """The only town that by its own words people meet in, on another day: it goes before the address of an office."""
    met = [weight.town for weight in named if weight.weight >= _FEWEST]
    return met[0] if len({town.territory_id for town in met}) == 1 else None


def _in_reach(parts: Parts, sitting: Sitting) -> Iterator[Weight]:
    weights = weigh_towns(parts)
    days = [date.where.start for date in sitting.mentions]
    for weight in weights:
        start = weight.town.where.start
        near = len(weights) <= _MOST_TOWNS or start < _OPENING or any(abs(start - day) < _WINDOW for day in days)
        if near and not _is_called_after(parts, weight.town):
            yield weight


def _is_called_after(parts: Parts, town: TerritoryReading) -> bool:
    """Whether a town is only in the name of a house whose own town is not known (`complexe sportif Saint-Amand`)."""
    houses = standing_between(parts.venues, town.where.start - 200, town.where.start)
    return any(house.city is None and town.where.start < house.where.end for house in houses)


def _is_titled(parts: Parts, town: TerritoryReading) -> bool:
    block = parts.block_of(town.where.start)
    return block is not None and block.kind == "title"


def _add(weights: list[tuple[float, TerritoryReading]]) -> float:
    """What the namings of one town weigh together: the heaviest, and less for two more."""
    ordered = sorted((weight for weight, _ in weights), reverse=True)
    return ordered[0] + _AGAIN * sum(max(weight, 0.0) for weight in ordered[1:3])


def _heaviest(totals: dict[str, float], fewest: float) -> str | None:
    """The code of the town that weighs enough, and clearly more than any other."""
    ordered = sorted(totals, key=lambda code: -totals[code])
    if not ordered or totals[ordered[0]] < fewest:
        return None
    clear = len(ordered) == 1 or totals[ordered[0]] - totals[ordered[1]] >= _CLEARLY
    return ordered[0] if clear else None


def _nearness(parts: Parts, date: DateReading, town: TerritoryReading) -> float:
    """How near the day a town stands, as a weight: less than nothing where it stands with another day."""
    block, own = parts.block_of(town.where.start), parts.block_of(date.where.start)
    if block is None or own is None:
        return 0.0
    if own.row is not None and block.row is not None:
        return 2.0 if own.row == block.row else -1.0
    if find_layout(parts.document, parts.knowledge).part(date.where.start, town.where.start) or _is_of_next(
        parts, town
    ):
        return -2.5
    first, last = parts.sentence_of(date.where.start)
    if first <= town.where.start < last:
        return -2.5 if _is_beside_another(parts, date, town, first, last) else 2.0
    if block.kind == "title":
        return 0.8
    days = {d.first_day for d in _days_between(parts, *parts.line_of(block))}
    if own is block:
        return 1.5 if days <= {date.first_day} else 1.0
    if days and date.first_day not in days:
        told_with = _days_between(parts, *parts.sentence_of(town.where.start))
        return -2.5 if told_with or block.end - block.start <= _SHORT_LINE else -1.0
    return _below(parts, date, block) if own.start < block.start else _above(parts, own, block)


def _is_told_apart(parts: Parts, sitting: Sitting, town: TerritoryReading) -> bool:
    """Whether a town stands in the sentence of a day, or in another line of its list: that sets it apart from the day.

    One line of a list tells its town where the others need none.
    """
    days = [date.where.start for date in sitting.mentions]
    if any(start <= town.where.start < end for start, end in map(parts.sentence_of, days)):
        return True
    lines = [block for day in days if (block := parts.block_of(day)) is not None]
    listed = not any(parts.document.words_of(line).endswith(_STOPS) for line in lines)
    layout = find_layout(parts.document, parts.knowledge)
    return listed and any(layout.part(day, town.where.start) for day in days)


def _is_beside_another(parts: Parts, date: DateReading, town: TerritoryReading, first: int, last: int) -> bool:
    """Whether a town stands right beside another day of its sentence: `à la ferme le 14 juin puis à Lens le 6 juillet`.

    Days that only commas or `et` join share their town.
    """
    days = _days_between(parts, first, last)
    text = parts.document.text
    if len({day.first_day for day in days}) < _DAYS_APART or not NEXT_PLACE.search(text, first, town.where.start):
        return False  # `prévue le 16 février à Chauny, elle se tiendra le 23`
    nearest = min(days, key=lambda day: max(day.where.start - town.where.end, town.where.start - day.where.end))
    gap = sorted((nearest.where, town.where), key=lambda where: where.start)
    between = sorted((nearest.where, date.where), key=lambda where: where.start)
    beside = _WORD.search(text, gap[0].end, gap[1].start) is None
    return (
        nearest.where.start != date.where.start
        and beside
        and _WORD.search(text, between[0].end, between[1].start) is not None
    )


def _is_of_next(parts: Parts, town: TerritoryReading) -> bool:
    """Whether a town is told of the next meeting: `La prochaine visite portera sur la Basse-Ville de Dunkerque`."""
    return _NEXT_ONE.match(parts.document.text, parts.sentence_of(town.where.start)[0]) is not None


def _days_between(parts: Parts, start: int, end: int) -> list[DateReading]:
    """The days of meetings, this one's and others', between two positions."""
    dates = standing_between(parts.dates, start, end)
    return [date for date in dates if date.role in ("event", "past") and date.precision == "day"]


def _below(parts: Parts, date: DateReading, block: Block) -> float:
    """The weight of a line below the day: less with each line, nothing behind another day or a heading."""
    for count, line in enumerate(lines_of_all(parts, date, _LINES_BELOW)):
        if line.kind == "heading":
            return 0.0
        if line.start == block.start:
            return 1.2 - 0.3 * count
        if any(d.first_day != date.first_day for d in _days_between(parts, line.start, line.end)):
            return 0.0
    return 0.0


def _above(parts: Parts, own: Block, block: Block) -> float:
    """The weight of a line above the day: that of its heading, or of the line right above it."""
    between = parts.blocks_between(block.start, own.start)
    if block.kind == "heading":
        return 0.2 if any(line.kind == "heading" for line in between) else 1.0
    return 0.0 if between else 0.5


def as_venue_in_turn(parts: Parts, town: TerritoryReading) -> VenueReading:
    """A town that is told in turn with its day, as a venue."""
    words = parts.document.text[town.where.start : town.where.end]
    venue = _build_venue(words, town.name, town.territory_id or "", town.where)
    return replace(venue, rule="town_in_turn", certainty=_IN_TURN)


def _build_venue(words: str, city: str, code: str, where: Place) -> VenueReading:
    """A town alone, as little certain as such a guess is."""
    return VenueReading(words, None, None, None, city, code, "in_person", where, TOWN_LEFT, _CERTAINTY)
