"""Pages that headings of nothing but a town divide: what stands below one is in that town, if it tells no other.

`Denain` / `Loto solidaire` / `Le 19 juin, à 14h, au café Le Zinc` / `Liévin` / `Bourse aux vêtements` / ….
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.events.venues.found import Found
from extract.records import Place, TerritoryReading, VenueReading

_FEWEST: Final = 2
_GUESSED: Final = ("town_of_other_places", "only_town_of_page", "town_of_site", "town_left", "town_of_sitting")
"""Rules of towns that the page tells elsewhere."""
_QUARTER: Final = re.compile(r"\s?[–—(/-]\s?(?:quartiers?\s)?[A-ZÀ-Ý][^\W\d_]+(?:[\s'’-][^\W\d_]+){0,3}\s?\)?")
_ONLY: Final = "only_venue_of_page"
_RULE: Final = "town_of_section"
_CERTAINTY: Final = 0.6
Heads = tuple[tuple[Block, TerritoryReading | VenueReading], ...]
"""Headings with the town that each names, or the screen (`En ligne`)."""


def find_town_heads(parts: Parts) -> Heads:
    """The headings that are the name of a town, in order; none where fewer than two towns divide the page."""
    towns: list[tuple[Block, TerritoryReading]] = []
    screens: list[tuple[Block, VenueReading]] = []
    for block in (block for block in parts.blocks if block.kind == "heading"):
        named = standing_between(parts.territories, block.start, block.end)
        if named and named[0].kind.startswith("commune") and _heads(parts, block, named[0].where):
            towns.append((block, named[0]))
        venues = standing_between(parts.venues, block.start, block.end)
        screens += [(block, v) for v in venues if v.mode == "online" and _is_all(block, v.where)]
    if len({town.territory_id for _, town in towns}) < _FEWEST:
        return ()
    return tuple(sorted([*towns, *screens], key=lambda head: head[0].start))


def _heads(parts: Parts, block: Block, where: Place) -> bool:
    """Whether a heading is the name of a town, its quarter behind it at most: `Beauvais - Saint-Jean`."""
    quarter = _QUARTER.fullmatch(parts.document.text, where.end, block.end) is not None
    return where.start == block.start and (quarter or where.end == block.end)


def _is_all(block: Block, where: Place) -> bool:
    return where.start == block.start and where.end == block.end


def without_heads(venues: tuple[VenueReading, ...], heads: Heads) -> tuple[VenueReading, ...]:
    """The venues besides those that are but a town over its part of the page."""
    spans = {(block.start, block.end) for block, _ in heads}
    return tuple(v for v in venues if (v.where.start, v.where.end) not in spans)


def place_below_heads(heads: Heads, sittings: Sequence[Sitting], venues: Sequence[Found]) -> list[Found]:
    """The venues of sittings, those without a town in that of the heading over their day."""
    if not heads:
        return list(venues)
    return [_place(heads, sitting, found) for sitting, found in zip(sittings, venues, strict=True)]


def _place(heads: Heads, sitting: Sitting, found: Found) -> Found:
    above = [head for block, head in heads if block.start < sitting.date.where.start]
    below_other = found is not None and found[1] == _ONLY and _stands_below_another(heads, sitting, found[0])
    found = None if below_other else found
    if not above or (found is not None and (found[0].mode == "online" or _is_told(found[0]))):
        return found
    head = above[-1]
    if isinstance(head, VenueReading):
        return head, "heading_above"
    town, code = head.name, head.territory_id
    if found is not None:
        return replace(found[0], city=town, commune_code=code, rule=f"{found[0].rule}; {_RULE}"), found[1]
    where, words = head.where, head.text
    return VenueReading(words, None, None, None, town, code, "in_person", where, _RULE, _CERTAINTY), "heading_above"


def _stands_below_another(heads: Heads, sitting: Sitting, venue: VenueReading) -> bool:
    """Whether the one place of a page stands below the heading of another town than that over a day."""
    own, other = (
        [block.start for block, _ in heads if block.start < position]
        for position in (sitting.date.where.start, venue.where.start)
    )
    return bool(own) and bool(other) and own[-1] != other[-1]


def _is_told(venue: VenueReading) -> bool:
    """Whether the town of a place stands with it, and was not guessed from the rest of the page."""
    return venue.city is not None and not venue.rule.endswith(_GUESSED)
