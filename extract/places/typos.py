"""Towns written with a typing error: read only as an item of a list of towns, and said so in the rule."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from extract.knowledge import Territory
from extract.places.folding import key_of
from extract.places.gazetteer import Gazetteer

# A shorter name is too near to other words for one letter to be forgiven.
SHORTEST = 6
ITEM = r"[A-ZÀ-Ý][\w'’]+(?:[ -][\w'’]+){0,4}"
BEFORE = re.compile(rf"(?:^|[\s(:«])({ITEM})\s*(?:/|,|\bet)\s*$")
AFTER = re.compile(rf"\s*(?:/|,|\bet\b)\s*({ITEM})(?=\s*(?:[/,).;\n]|\bet\b|$))")


@dataclass(frozen=True, slots=True)
class Slip:
    """A span that is one letter away from the name of one commune of the region."""

    start: int
    end: int
    territory: Territory


def find_slips(text: str, spans: list[tuple[int, int]], gazetteer: Gazetteer) -> list[Slip]:
    """Find items next to known places (`Haumont/Louvroil`) that are one letter away from one commune."""
    slips: dict[int, Slip] = {}
    for position, (start, end) in enumerate(spans):
        previous_end = spans[position - 1][1] if position else 0
        next_start = spans[position + 1][0] if position + 1 < len(spans) else len(text)
        head = BEFORE.search(text[max(previous_end, start - 50) : start])
        offset = max(previous_end, start - 50)
        tail = AFTER.match(text, end, min(next_start, end + 50))
        for item, base in ((head, offset), (tail, 0)):
            if item is None:
                continue
            territory = nearest_commune(item[1], gazetteer)
            if territory is not None:
                slip = Slip(base + item.start(1), base + item.end(1), territory)
                slips[slip.start] = slip
    return list(slips.values())


def nearest_commune(name: str, gazetteer: Gazetteer) -> Territory | None:
    """The one commune of the region whose name is one letter away, or None when there is none or several."""
    key = key_of(name)
    if len(key) < SHORTEST or key in gazetteer.forms:
        return None
    near = {
        t.territory_id: t for other, t in gazetteer.names_near(key) if OSA.distance(key, other, score_cutoff=1) == 1
    }
    return next(iter(near.values())) if len(near) == 1 else None
