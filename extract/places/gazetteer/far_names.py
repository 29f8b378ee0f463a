"""Names of communes far away that name something here: `Pertuis de la Marine` is a quay, `Pertuis` a town in Vaucluse.

People of the region meet in it, and say so where they do not: a town far away is told with a preposition, its postcode
or its département. The same word with a complement of its own is the name of a thing.
"""

from __future__ import annotations

import re
from typing import Final

from extract.places.gazetteer.automaton import is_elsewhere
from extract.places.gazetteer.mention import Mention

_COMPLEMENT: Final = re.compile(r"\s(?:de la|du|des|de l['’])\s?[A-ZÀ-Ý]")
_LEADS: Final = re.compile(r"(?:(?<!\w)[àÀ]\s|\d{2}\s?\d{3}\s)$")
_REACH: Final = 8


def without_far_names(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions without the names of things that a commune of another region is called like."""
    return [mention for mention in mentions if not _names_a_thing(text, mention)]


def _names_a_thing(text: str, mention: Mention) -> bool:
    if not mention.candidates or not all(is_elsewhere(territory) for territory in mention.candidates):
        return False
    if _COMPLEMENT.match(text, mention.end) is None:
        return False
    return _LEADS.search(text, max(0, mention.start - _REACH), mention.start) is None
