"""Towns that are told by a larger one beside them: `Loos-lez-Lille` is Loos, and nothing of it is Lille.

The register has such names where they are official; people go on with those that are not, or no longer.
"""

from __future__ import annotations

import re
from typing import Final

from extract.document import Block
from extract.places.gazetteer.automaton import NameMatch

_BESIDE: Final = re.compile(r"(?<=[^\W\d_])-(?:lez|l[èe]s|pr[èe]s|sous)-$", re.IGNORECASE)
_REACH: Final = 7


def keep_towns_beside(text: str, matches: list[tuple[NameMatch, Block]], kept: list[bool]) -> dict[int, int]:
    """Drop the larger towns behind such words from `kept`, and keep the ones before them; where these end, by start."""
    ends: dict[int, int] = {}
    for index, (match, _) in enumerate(matches):
        if text[match.start - 1 : match.start] != "-":
            continue
        beside = _BESIDE.search(text, max(0, match.start - _REACH), match.start)
        if beside is None:
            continue
        kept[index] = False
        before = matches[index - 1][0] if index else None
        if before is not None and before.end == beside.start() and text[before.start].isupper():
            kept[index - 1] = True
            ends[before.start] = match.end
    return ends
