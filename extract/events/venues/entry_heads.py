"""Lines that head an entry as a heading does: `Groupe A – Douai`, `[ ] Session 2`, over the house and the days of each.

Forms and plain text have no headings. There the line that counts its entry, or that is to be ticked, opens it, where
several lines do so and none of them tells its day itself.
"""

from __future__ import annotations

import re
from typing import Final

from extract.document import Block
from extract.events.parts import Parts, standing_between

_BOX: Final = r"(?:\[ ?[xX]?\]|\( ?\)|[☐□❏❑○◯])"
_COUNTED: Final = re.compile(
    rf"\W*(?:{_BOX}\s*)?(?:groupe|session|promotion|promo|module|atelier|[ée]tape|s[ée]ance|choix|option|journ[ée]e|jour|"
    r"circuit|parcours|visite|rencontre|r[ée]union|cycle|formule|cr[ée]neau)\s(?:n\s?°\s?)?"
    r"(?:\d{1,2}|[A-H]|I{1,3}|IV|VI{0,3})(?![\w.])",
    re.IGNORECASE,
)
_TICKED: Final = re.compile(rf"{_BOX}\s*\S")
_LONGEST: Final = 110
_FEWEST: Final = 2
_MOST_BESIDE: Final = 4
"""Characters beside a day that is a line of its own."""

_LAST: list[tuple[tuple[Block, ...], frozenset[int]]] = []


def find_heads(parts: Parts) -> frozenset[int]:
    """Where the headings and the other heads of entries begin; kept for the last blocks, as every day asks."""
    if not _LAST or _LAST[0][0] is not parts.blocks:
        headings = _with_days_above(parts, [i for i, block in enumerate(parts.blocks) if block.kind == "heading"])
        entries = {block.start for block in parts.blocks if _may_head(parts, block)}
        _LAST[:] = [(parts.blocks, frozenset(headings | (entries if len(entries) >= _FEWEST else set())))]
    return _LAST[0][1]


def _with_days_above(parts: Parts, headings: list[int]) -> set[int]:
    """Where headings begin: with the line above them, where that is their day (`12 mars` / `Forum` / `10h, Liévin`).

    Days stand above their headings where the last heading has none below it, and the first day no place above it.
    """
    starts = {index: parts.blocks[index].start for index in headings}
    dated = [index for index in headings if index and _is_day_alone(parts, parts.blocks[index - 1])]
    if len(dated) >= _FEWEST and dated[-1] == headings[-1]:
        end = parts.blocks[-1].end
        days = standing_between(parts.dates, starts[dated[-1]], end)
        above = max((starts[index] for index in headings if index < dated[0]), default=starts[dated[0]])
        placed = standing_between(parts.venues, above, starts[dated[0]])
        if not placed and not any(date.precision == "day" and date.role == "event" for date in days):
            starts.update({index: parts.blocks[index - 1].start for index in dated})
    return set(starts.values())


def _is_day_alone(parts: Parts, block: Block) -> bool:
    """Whether a line begins with a day of an event and holds next to nothing else."""
    days = standing_between(parts.dates, block.start, block.end)
    if block.kind not in ("paragraph", "item", "lead") or not days or days[0].role != "event":
        return False
    first = days[0].text.partition("\n")[0]
    return len(parts.document.words_of(block)) - len(first) <= _MOST_BESIDE


def _may_head(parts: Parts, block: Block) -> bool:
    """Whether a short line counts its entry, or is to be ticked, and holds no day."""
    if block.kind not in ("paragraph", "item") or block.end - block.start > _LONGEST:
        return False
    words = parts.document.words_of(block)
    if _COUNTED.match(words) is None and _TICKED.match(words) is None:
        return False
    days = standing_between(parts.dates, block.start, block.end)
    return not any(date.precision == "day" for date in days)
