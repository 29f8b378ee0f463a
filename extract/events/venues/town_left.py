"""The town of a sitting that no place is told for: the one that its line, the lines below it or the title name.

Who announces a meeting in some place says in which town. Where no words lead to a place, the only town that is named
with the day is the likeliest one; two towns are a choice that nothing decides, and a page that tells more meetings
says nothing of one of them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.events.venues.below_tables import lines_of_all
from extract.matching.gates import compile_gated
from extract.places import find_home, find_layout
from extract.places.elsewhere.senders import CONTACT
from extract.records import DateReading, Place, TerritoryReading, VenueReading

TOWN_LEFT: Final = "town_left"
"""The rule of such a venue."""
_LINES: Final = 3
_MAYOR: Final = compile_gated(r"\bmaire(?:sse)?s? (?:de |d['’]|du )$", re.IGNORECASE)
_MAYOR_LEAD: Final = 12
_OPENS: Final = compile_gated(
    r"\b(?:inaugur\w+|coup[ée]\w*(?: \w+)? (?:le )?ruban|premi[èe]re pierre|d[ée]voil\w+)", re.IGNORECASE
)
_LONGEST_LINE: Final = 90
_CERTAINTY: Final = 0.4
_IN_TURN: Final = 0.7
# Somebody who comes from a town, and what is only told of it.
_ELSEWHERE: Final = re.compile(
    r"(?:\b(?:maires?|adjointe?s?|direct\w+|pr[ée]sident\w*|charg[ée]e?s?|chef(?:fe)?s?|sociologues?|professeure?s?|"
    r"conseill\w+|d[ée]l[ée]gu\w+|repr[ée]sentant\w*|originaires?|venue?s?|exemples?|exp[ée]riences?|contact|"
    r"t[ée]moignages?|[ée]tudes?|avec|invit[ée]+s?|porteurs?|porteuses?|\w+graphes?|urbanistes?|inscri\w+|renseign\w+|d[ée]part|navettes?|bus|annul\w*)\b[^.;!?]{0,60}|[(])$",
    re.IGNORECASE,
)

_MARK: Final = re.compile(r"\s?:\s|\s[–—-]\s|,\s|\s?$")


def find_town_left(parts: Parts, sitting: Sitting) -> tuple[VenueReading, str] | None:
    """The town of a sitting without any place, as a venue with the rule that found it; None where none is clear."""
    title = next((block for block in parts.blocks if block.kind == "title"), None)
    titled = _only_town(parts, title.start, title.end) if title is not None else None
    for date in sitting.mentions:
        block = parts.block_of(date.where.start)
        if block is None:
            continue
        town = _only_town(parts, block.start, block.end)
        if town is None and (opened := _of_opening(parts)) is not None:
            return _as_venue(parts, opened), "town_of_mayor"
        town = town or _below(parts, date, lines_only=titled is not None)
        if town is not None:
            return _as_venue(parts, town), "town_beside_the_day"
        town = _of_heading(parts, block)
        if town is not None:
            return _as_venue(parts, town), "town_of_heading"
    if titled is not None:
        return _as_venue(parts, titled), "town_of_title"
    home = find_home(parts.document, parts.knowledge)
    if home is None:
        return None
    name, code, rule = home  # nothing tells it beside the day: its words are those of the day
    return _build_venue(sitting.date.text, name, code, sitting.date.where), rule


def _of_heading(parts: Parts, block: Block) -> TerritoryReading | None:
    """The town that opens the heading above a day, set off from what it tells: `Laon : un café pour les parents`."""
    heading = next((b for b in reversed(parts.blocks) if b.kind == "heading" and b.start < block.start), None)
    town = _only_town(parts, heading.start, heading.end) if heading is not None else None
    if heading is None or town is None or town.where.start != heading.start:
        return None
    return town if _MARK.match(parts.document.text, town.where.end, heading.end) else None


def _of_opening(parts: Parts) -> TerritoryReading | None:
    """The town whose mayor opened something on a day of the page: `le 18 mai, le maire d'Outreau a inauguré`."""
    text = parts.document.text
    if not _MAYOR.may_match(text) or not _OPENS.may_match(text):
        return None
    for date in parts.dates:
        start, end = parts.sentence_of(date.where.start) if date.role == "event" else (0, 0)
        towns = standing_between(parts.territories, start, end)
        led = [t for t in towns if _MAYOR.search(text, max(start, t.where.start - _MAYOR_LEAD), t.where.start)]
        if len(led) == 1 and _OPENS.search(text, start, end):
            return led[0]
    return None


def _below(parts: Parts, date: DateReading, *, lines_only: bool) -> TerritoryReading | None:
    """The only town of the lines below a day, up to the next day; `lines_only` leaves out what running text names."""
    for line in lines_of_all(parts, date, _LINES):
        if lines_only and line.end - line.start > _LONGEST_LINE:
            continue
        if standing_between(parts.dates, line.start, line.end) or line.kind in ("heading", "title"):
            return None
        if find_layout(parts.document, parts.knowledge).part(date.where.start, line.start):
            return None
        if CONTACT.match(f"{line.label or ''} {parts.document.words_of(line)}"):
            continue  # whom to ask is no place
        town = _only_town(parts, line.start, line.end)
        if town is not None:
            return town
    return None


def _only_town(parts: Parts, start: int, end: int) -> TerritoryReading | None:
    """The town that is named in a span, where it is one only and nobody's origin."""
    named = [t for t in standing_between(parts.territories, start, end) if t.kind.startswith("commune")]
    houses = standing_between(parts.venues, start, end)
    named = [t for t in named if not any(_is_called_after(t, venue) for venue in houses)]
    towns = {t.territory_id: t for t in named if t.role in ("mentioned", "venue", "target")}
    if len(towns) != 1 or len(named) != sum(t.territory_id in towns for t in named) or None in towns:
        return None
    town = next(iter(towns.values()))
    head = parts.document.text[max(start, town.where.start - 90) : town.where.start]
    return None if _ELSEWHERE.search(head) else town


def is_of_somebody(parts: Parts, town: TerritoryReading, start: int) -> bool:
    """Whether the words before a town, from `start` on, say that it is somebody's, or that nobody meets there."""
    return _ELSEWHERE.search(parts.document.text[max(start, town.where.start - 90) : town.where.start]) is not None


def as_venue_in_turn(parts: Parts, town: TerritoryReading) -> VenueReading:
    """A town that is told in turn with its day, as a venue."""
    return replace(_as_venue(parts, town), rule="town_in_turn", certainty=_IN_TURN)


def _is_called_after(town: TerritoryReading, venue: VenueReading) -> bool:
    """Whether a town is only in the name of a house whose own town is not known (`complexe sportif Saint-Amand`)."""
    return venue.city is None and venue.where.start <= town.where.start < venue.where.end


def _as_venue(parts: Parts, town: TerritoryReading) -> VenueReading:
    words = parts.document.text[town.where.start : town.where.end]
    return _build_venue(words, town.name, town.territory_id, town.where)


def _build_venue(words: str, city: str, code: str | None, where: Place) -> VenueReading:
    """A town alone, as little certain as such a guess is."""
    return VenueReading(words, None, None, None, city, code, "in_person", where, TOWN_LEFT, _CERTAINTY)
