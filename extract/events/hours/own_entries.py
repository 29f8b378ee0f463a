"""Hours in the lines that tell of one day are its own, in whatever words: none goes over to the day of other lines.

A page tells of several days, each in a paragraph, an item or a few lines of its own. What stands there is told of that
day by default, and of no other unless it is said of all. Hours of a subject that nothing is known of (`Le car part à
8h30 et rentre à 12h30`) are those of a day whose lines tell nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extract.dates.hour_families import ENDS, LEAVES, PAPERS
from extract.document import Block
from extract.events.hours.hours_of_all import is_of_all, is_of_several, with_hours
from extract.events.hours.kinds import kind_of
from extract.events.parts import LooseHours, Parts, standing_between
from extract.events.sittings import Sitting

_LINES: Final = ("paragraph", "lead", "item", "heading")
_BELOW: Final = ("paragraph", "lead", "item")
_FEWEST: Final = 2
_LINES_BELOW: Final = 4
"""Lines below a day that tell of it, at most."""
_SHORTEST_TEXT: Final = 60
"""Characters of a paragraph that tells more than a day and its hours, at least."""
_STOP: Final = re.compile(r"[^\W\d_]{3,}\s?[.!?…](?:\s|$)")
_BACK: Final = re.compile(r"(?<![^\W_])(?:retour|rentr|ram[èe]n|revi?en|reconduit)\w*[^.;!?\n\d]{0,30}$", re.IGNORECASE)
_OF_OTHERS: Final = re.compile(
    r"(?<![^\W_])(?:avant|jusqu['’](?:[àa]|au|en)|t[ée]l\w*|appel\w+|joign\w+|contact\w*|renseign\w+|secr[ée]tariat|"
    r"accueil|standard|bureaux?|guichets?|parkings?|repas|d[ée]jeuner|go[ûu]ter|pause|pot|verre|ap[ée]ritif|buffet)(?![^\W_])",
    re.IGNORECASE,
)
"""What is told with hours of its own beside a meeting, whatever it is."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """The lines from `start` to `end` that tell of the days of one sentence: the sittings, by index."""

    start: int
    line_end: int
    end: int
    sittings: tuple[int, ...]
    text: bool

    @property
    def below(self) -> bool:
        """Whether lines below the day are of the entry."""
        return self.end > self.line_end


def find_hours_of_entries(parts: Parts, sittings: list[Sitting]) -> dict[int, tuple[LooseHours, ...]]:
    """The hours in the own lines of some days, by the index of the sitting; none where the lines are no entries."""
    entries = _find_entries(parts, sittings)
    if len(entries) < _FEWEST:
        return {}
    inside = {entry: _hours_in(parts, entry, parts.loose_hours) for entry in entries}
    told = [entry for entry in entries if inside[entry]]
    if not told or (len(told) == 1 and told[0] is entries[-1] and not _is_in_own_text(entries, inside[told[0]])):
        return {}  # what stands below the last day of a list alone may be said of all
    return {index: inside[entry] for entry in told for index in entry.sittings if _is_open(sittings[index])}


def _is_in_own_text(entries: list[_Entry], hours: tuple[LooseHours, ...]) -> bool:
    """Whether each day has sentences of its own, and some hours stand among those of the last."""
    return all(entry.text for entry in entries) and hours[-1].start < entries[-1].line_end


def with_only_hour(parts: Parts, sitting: Sitting, hours: tuple[LooseHours, ...]) -> Sitting:
    """A sitting whose own hours no other rule read, with the only one at which something may begin: `…, dès 19h`."""
    if sitting.date.starts_at or sitting.date.ends_at:
        return sitting
    coming = [h for h in hours if h.starts_at and kind_of(parts, h) != "end"]
    return with_hours(sitting, coming[0].starts_at, coming[0].ends_at) if len(coming) == 1 else sitting


def give_told_in_entries(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings that have no hours with those that their own lines tell of anything else."""
    if not parts.strange_hours or all(sitting.date.starts_at or sitting.date.ends_at for sitting in sittings):
        return sittings
    given = list(sittings)
    entries = _find_entries(parts, sittings)
    if len(entries) < _FEWEST and len(parts.blocks) == len(parts.document.blocks):
        return sittings
    for entry in entries:
        times = _times_of(parts, _hours_in(parts, entry, parts.strange_hours))
        for index in entry.sittings:
            if times is not None and _is_open(given[index]):
                given[index] = with_hours(given[index], *times)
    return given


def _is_open(sitting: Sitting) -> bool:
    """Whether a sitting takes place and has no hours: what a move tells is told of the new day."""
    return sitting.status not in ("postponed", "cancelled") and not sitting.date.starts_at and not sitting.date.ends_at


def _times_of(parts: Parts, hours: Sequence[LooseHours]) -> tuple[str, str | None] | None:
    """When begins and ends what some hours of unknown things tell; None where nobody is called to come then."""
    text = parts.document.text
    coming = [h for h in hours if not _is_of_others(parts, h)]
    starts = [h.starts_at for h in coming if h.starts_at]
    if not starts or len(starts) < len(coming):
        return None
    if len(coming) == 1 or coming[0].ends_at:
        return starts[0], coming[0].ends_at
    back = next((h.starts_at for h in coming[1:] if _BACK.search(text, coming[0].end, h.start)), None)
    return (starts[0], back) if back is not None and back > starts[0] else None


def _is_of_others(parts: Parts, hours: LooseHours) -> bool:
    start, _ = parts.sentence_of(hours.start)
    words = parts.document.text[start : hours.start]
    if _BACK.search(words):
        return False
    return any(family.search(words) is not None for family in (_OF_OTHERS, PAPERS, ENDS, LEAVES))


def _hours_in(parts: Parts, entry: _Entry, hours: Sequence[LooseHours]) -> tuple[LooseHours, ...]:
    return tuple(
        h
        for h in hours
        if entry.start <= h.start < entry.end and not is_of_all(parts, h) and not is_of_several(parts, h)
    )


def _find_entries(parts: Parts, sittings: list[Sitting]) -> list[_Entry]:
    """The entries of a page in order: lines with the days of one sentence, with those below them up to the next day."""
    told: dict[int, tuple[Block, set[int]]] = {}
    for index, sitting in enumerate(sittings):
        for mention in sitting.mentions:
            block = parts.block_of(mention.where.start)
            if block is None or block.kind not in _LINES:
                return []
            told.setdefault(block.start, (block, set()))[1].add(index)
    lines = [block for _, (block, _) in sorted(told.items())]
    days = {b.start for d in parts.dates if d.role == "event" and (b := parts.block_of(d.where.start)) is not None}
    found = [_entry_of(parts, block, days, told[block.start][1]) for block in lines]
    entries = [entry for entry in found if entry is not None]
    if len(entries) < len(found) or sum(entry.below for entry in entries) < len(entries) - 1:
        entries = [_Entry(e.start, e.line_end, e.line_end, e.sittings, e.text) for e in entries]
    return entries


def _entry_of(parts: Parts, block: Block, days: set[int], of: set[int]) -> _Entry | None:
    """The entry that opens with a line; None where that tells the days of several sentences."""
    inside = [d for d in standing_between(parts.dates, block.start, block.end) if d.role == "event"]
    if not inside or len({parts.sentence_of(date.where.start) for date in inside}) > 1:
        return None
    end = block.end
    for below in parts.blocks_after(block.start, _LINES_BELOW):
        if below.kind not in _BELOW or below.start in days or (block.kind != "heading" and below.group != block.group):
            break
        if below.kind == "item" and block.kind != "heading":
            break
        end = below.end
    words = parts.document.words_of(block)
    text = len(words) >= _SHORTEST_TEXT and _STOP.search(words) is not None
    return _Entry(inside[0].where.start, block.end, end, tuple(sorted(of)), text)
