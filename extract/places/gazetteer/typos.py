"""Towns written with a typing error: read only as an item of a list of towns, and said so in the rule."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from extract.knowledge import Territory
from extract.matching.folding import key_of
from extract.matching.leaping import compile_leaping
from extract.places.gazetteer.automaton import Gazetteer
from extract.places.gazetteer.cues import names_a_street

# A shorter name is too near to other words for one letter to be forgiven.
SHORTEST = 6
ITEM = r"[A-ZÀ-Ý][\w'’]+(?:[ -](?:(?:sur|sous|en|le|la|les|lès|lez|de|du)[ -])?(?:[dl]['’])?[A-ZÀ-Ý][\w'’]+){0,3}"
BEFORE = compile_leaping(rf"(?:^|[\s(:«])({ITEM})\s*(?:/|,|\bet)\s*$")
AFTER = re.compile(rf"\s*(?:/|,|\bet\b)\s*({ITEM})(?=\s*(?:[/,).;\n]|\bet\b|$))")


@dataclass(frozen=True, slots=True)
class Slip:
    """A span that is one letter away from the name of one commune of the region."""

    start: int
    end: int
    territory: Territory


def find_slips(text: str, named: list[tuple[int, int, Territory]], gazetteer: Gazetteer) -> list[Slip]:
    """Find items next to known places (`Haumont/Louvroil`) that are one letter away from one commune.

    `named` holds the spans of known places with what they mean. Where several communes are that near, the one in
    the neighbour's EPCI is meant, else nothing is read.
    """
    slips: dict[int, Slip] = {}
    for position, (start, end, neighbour) in enumerate(named):
        offset = max(named[position - 1][1] if position else 0, start - 50)
        limit = min(named[position + 1][0] if position + 1 < len(named) else len(text), end + 50)
        head, tail = BEFORE.search(text[offset:start]), AFTER.match(text, end, limit)
        for item, base in ((head, offset), (tail, 0)):
            street = item is not None and names_a_street(text, base + item.start(1))
            territory = nearest_commune(item[1], neighbour, gazetteer) if item and not street else None
            if item and territory:
                slip = Slip(base + item.start(1), base + item.end(1), territory)
                slips[slip.start] = slip
    return list(slips.values())


def nearest_commune(name: str, neighbour: Territory, gazetteer: Gazetteer) -> Territory | None:
    """The one commune whose name is one letter away, or None when there is none or the neighbour decides nothing."""
    key = key_of(name)
    if len(key) < SHORTEST or key in gazetteer.forms or neighbour.kind != "commune":
        return None
    near = {
        t.territory_id: t for other, t in gazetteer.names_near(key) if OSA.distance(key, other, score_cutoff=1) == 1
    }
    close = [t for t in near.values() if t.parent_id == neighbour.parent_id]
    chosen = close or [t for t in near.values() if t.departement == neighbour.departement]
    return chosen[0] if len(chosen) == 1 else None
