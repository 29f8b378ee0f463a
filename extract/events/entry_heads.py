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

_LAST: list[tuple[tuple[Block, ...], frozenset[int]]] = []


def find_heads(parts: Parts) -> frozenset[int]:
    """Where the headings and the other heads of entries begin; kept for the last blocks, as every day asks."""
    if not _LAST or _LAST[0][0] is not parts.blocks:
        headings = {block.start for block in parts.blocks if block.kind == "heading"}
        entries = {block.start for block in parts.blocks if _may_head(parts, block)}
        _LAST[:] = [(parts.blocks, frozenset(headings | (entries if len(entries) >= _FEWEST else set())))]
    return _LAST[0][1]


def _may_head(parts: Parts, block: Block) -> bool:
    """Whether a short line counts its entry, or is to be ticked, and holds no day."""
    if block.kind not in ("paragraph", "item") or block.end - block.start > _LONGEST:
        return False
    words = parts.document.words_of(block)
    if _COUNTED.match(words) is None and _TICKED.match(words) is None:
        return False
    days = standing_between(parts.dates, block.start, block.end)
    return not any(date.precision == "day" for date in days)
