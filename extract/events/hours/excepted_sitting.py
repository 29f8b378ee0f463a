"""One sitting of several that was moved, or is told apart by ordinal or town (`à Lens, sauf la deuxième, à Avion`).

The rule before the words of an exception holds for the others.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.events.hours.half_hours import lead_of
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.events.venues.told_by_ordinal import ORDINAL, SITTING_NOUN, number_of
from extract.matching.by_initial import by_initial
from extract.matching.gates import compile_gated
from extract.records import VenueReading

_BUT: Final = r"sauf|hormis|except[ée]e?|[àa] l['’]exception d[eu]|[àa] part"
_ONE: Final = (
    rf"(?:pour\s)?(?:l[ae]\s|l['’]|celle\s|celui\s)?(?:{ORDINAL}(?:\s{SITTING_NOUN})?|"
    rf"{SITTING_NOUN}\s(?:n\s?°\s?)?(?P<figure>[1-9]))(?![^\W_])"
)
_EXCEPTED: Final = compile_gated(
    rf"(?<![^\W_])(?:{_BUT})\s{_ONE}", re.IGNORECASE, rf"(?<![^\W_])(?:{by_initial(_BUT)})\s{_ONE}"
)

_BUT_ONE: Final = compile_gated(
    rf"(?<![^\W_])(?:{_BUT})\s(?:(?:pour|celle de|celui de|l['’][ée]tape de|la s[ée]ance de|la session de)\s)?",
    re.IGNORECASE,
)
_BUT_DAY: Final = re.compile(rf"(?<![^\W_])(?:{_BUT})\s(?:(?:pour\s)?(?:l[ae]\s|du\s)?)?$", re.IGNORECASE)
_LEAD: Final = 30
_SAME: Final = re.compile(r"(?<![^\W_])(?:m[êe]mes? |inchang)", re.IGNORECASE)


def _find_excepted(parts: Parts, sittings: list[Sitting]) -> tuple[int, int, int] | None:
    """The index of the one sitting that is told apart, and the span of the words behind it; None where none is."""
    text = parts.document.text
    if len(sittings) < 2 or not all(sitting.is_day for sitting in sittings) or not _BUT_ONE.may_match(text):
        return None
    found = _EXCEPTED.search(text)
    if found is None:
        return _find_excepted_town(parts, sittings)
    number = int(found["figure"]) - 1 if found["figure"] else number_of(found["word"], len(sittings))
    _, end = parts.sentence_of(found.start())
    dated = standing_between(parts.dates, found.end(), end)
    return (number, found.end(), end) if number < len(sittings) and not dated else None


def _find_excepted_town(parts: Parts, sittings: list[Sitting]) -> tuple[int, int, int] | None:
    """The one sitting whose town is told apart by its index, with the span (`13h30 à 17h, sauf Roye (9h30-12h30)`)."""
    text = parts.document.text
    for match in _BUT_ONE.finditer(text):
        there = [
            (index, town)
            for index, sitting in enumerate(sittings)
            for town in _towns_beside(parts, sitting)
            if text.startswith(town, match.end()) or text.startswith(f"à {town}", match.end())
        ]
        _, end = parts.sentence_of(match.start())
        if len(there) == 1 and not standing_between(parts.dates, match.end(), end):
            return there[0][0], match.end() + len(there[0][1]), end
    return None


def _towns_beside(parts: Parts, sitting: Sitting) -> set[str]:
    """The names of the towns in the line of a sitting, as they are written there."""
    block = parts.block_of(sitting.date.where.start)
    inside = standing_between(parts.territories, block.start, block.end) if block is not None else []
    return {town.text for town in inside if town.kind.startswith("commune")}


def find_excepted_venue(parts: Parts, sittings: list[Sitting]) -> dict[int, VenueReading]:
    """The place of the sitting that is told apart, by its index."""
    excepted = _find_excepted(parts, sittings)
    venues = standing_between(parts.venues, *excepted[1:]) if excepted else []
    alike = len(venues) == 1 or (bool(venues) and all(venue.mode == "online" for venue in venues))
    return {excepted[0]: venues[0]} if excepted and alike else {}


def with_exceptions(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings, those that an exception names by their day with its hours: `9h-17h (sauf le 20 mai : 9h-12h)`."""
    return [_as_excepted(parts, sitting) for sitting in sittings]


def _as_excepted(parts: Parts, sitting: Sitting) -> Sitting:
    date, text = sitting.date, parts.document.text
    for told in sitting.mentions:
        if told.first_day < told.last_day or told.where == date.where or not told.starts_at:
            continue
        lead = text[max(0, told.where.start - _LEAD) : told.where.start]
        if _BUT_DAY.search(lead) or (lead.endswith("(") and told.starts_at != date.starts_at):
            return replace(sitting, date=replace(told, flags=(*told.flags, "hours_of_exception")))
    return sitting


def find_moved(parts: Parts, sittings: list[Sitting]) -> dict[int, Sitting]:
    """The sittings that were moved, by their index: what is told below a move is told of the new day.

    Hours that are said to be the same as before are theirs, too.
    """
    moved = {index: sitting for index, sitting in enumerate(sittings) if sitting.status == "postponed"}
    if not moved or not any(sitting.status == "announced" for sitting in sittings):
        return {}
    return {} if any(_SAME.search(lead_of(parts, hours)) for hours in parts.loose_hours) else moved
