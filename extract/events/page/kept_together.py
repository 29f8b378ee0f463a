"""Sittings of different kinds that one sentence ties together: `Une promenade complète le colloque le lendemain`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from extract.events.page.titled_columns import SittingName
from extract.events.parts import Parts

_GOES_WITH: Final = (
    r"(?<![^\W_])(?:compl[èe]te|prolonge|suit|pr[ée]c[èe]de|ouvre|cl[ôo]ture|conclu[te]) (?:le |la |l['’])\s?"
)


def go_with_one(parts: Parts, names: Sequence[SittingName | None]) -> bool:
    """Whether the line of one sitting says that it goes with another, by a verb and the noun of that one."""
    named = [name for name in names if name is not None]
    for one in named:
        words = one.words[one.noun.start : one.noun.end].split() if one.noun is not None else []
        if not words:  # its kind is told by other words than its name
            continue
        noun = re.escape(words[-1])
        known = re.compile(rf"{_GOES_WITH}{noun}(?![^\W_])", re.IGNORECASE)
        if any(known.search(parts.document.words_of(other.block)) for other in named if other.block is not one.block):
            return True
    return False
