"""The parts of one day told in turn, each with its hours: together they are those of the day."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from extract.events.hours.first_and_last import minutes_of
from extract.events.parts import LooseHours, Parts
from extract.events.sittings import Sitting

_FEWEST: Final = 2
_LONGEST_BREAK: Final = 120
"""Minutes between two parts of one day, at most."""


def find_course(parts: Parts, hours: list[LooseHours], sittings: list[Sitting]) -> tuple[str, str] | None:
    """From the start of the first to the end of the last of some ranges told in turn, of the only day of a page.

    `Plénière de 9h30 à 11h, ateliers de 11h à 12h30`: they stand in one line, or in lines that follow one another.
    """
    told = [(h.starts_at, h.ends_at) for h in hours if h.starts_at and h.ends_at]
    if len(sittings) != 1 or not sittings[0].is_day or not _FEWEST <= len(told) == len(hours):
        return None
    gaps = [minutes_of(start) - minutes_of(end) for (_, end), (start, _) in pairwise(told)]
    if not all(_has_words(parts, h) for h in hours):
        return None
    near = all(len(parts.blocks_between(a.start, b.start)) <= 1 for a, b in pairwise(hours))
    return (told[0][0], told[-1][1]) if near and all(0 <= gap <= _LONGEST_BREAK for gap in gaps) else None


def _has_words(parts: Parts, hours: LooseHours) -> bool:
    """Whether the line of some hours tells what is done in them, and not only when (those of an office do)."""
    block = parts.block_of(hours.start)
    text = parts.document.text
    return block is not None and any(map(str.isalpha, text[block.start : hours.start] + text[hours.end : block.end]))
