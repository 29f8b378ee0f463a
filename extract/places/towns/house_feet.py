"""The town of a house that speaks for itself: the address at the foot of its paper, whatever places it goes to.

The agenda of a centre social tells of a trip to the zoo of Lille, and of a workshop in the yellow room; `Centre social,
3 rue Foch, 62400 Béthune` below it says where that room is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extract.document import Block, Document
from extract.knowledge import Territory
from extract.places.gazetteer.automaton import Gazetteer
from extract.places.grammar.addresses import find_cities
from extract.places.grammar.context import DAY

Town = tuple[str, Territory]

HOUSE: Final = (
    r"centres? (?:social|socio\w*)|maisons? (?:de quartier|pour tous|des? (?:jeunes|habitants|associations|familles|"
    r"parents|services publics))|mjc|r[ée]gie de quartier|espace de vie sociale|foyer (?:rural|des? \w+)|ludoth[èe]que|"
    r"m[ée]diath[èe]que|biblioth[èe]que|tiers[- ]lieu|ressourcerie|recyclerie|accorderie|"
    r"club (?:des a[îi]n[ée]s|de pr[ée]vention)|centre culturel|caf[ée] (?:associatif|citoyen|solidaire)|"
    r"[ée]picerie (?:sociale|solidaire)|mission locale|point d['’]acc[èe]s au droit"
)
"""What a house of one town is called, that tells what takes place with it."""
OPENS_WITH_HOUSE: Final = re.compile(rf"\W*(?:la |le |l['’]|notre )?(?:{HOUSE})(?![^\W_])", re.IGNORECASE)
_NAMES_HOUSE: Final = re.compile(rf"(?<![^\W_])(?:{HOUSE})(?![^\W_])", re.IGNORECASE)
_OWN_ADDRESS: Final = re.compile(
    r"\W*(?:(?:nous|o[ùu] nous) (?:trouver|rencontrer|rejoindre|[ée]crire)|notre adresse|adresse|"
    r"(?:le|la|notre|l['’]) ?(?:centre|maison|espace|local|accueil|structure|association))\s?:\s",
    re.IGNORECASE,
)
_FOOT_LINES: Final = 4
_HEAD_LINES: Final = 3
_LONGEST: Final = 140
_LONGEST_HEAD: Final = 90


def towns_of_house(document: Document, gazetteer: Gazetteer) -> list[Town]:
    """The one town of the addresses at the foot of the paper of a house; none where it tells several."""
    feet = list(_feet(document))
    if not feet:
        return []
    own = _speaks_as_house(document)
    found: dict[str, Town] = {}
    for block in feet:
        words = document.words_of(block)
        told = OPENS_WITH_HOUSE.match(words) or (own and (_OWN_ADDRESS.match(words) or words[:1].isdigit()))
        told = told or (own and block.label is not None and _OWN_ADDRESS.match(f"{block.label} : ") is not None)
        for city in find_cities(words, gazetteer) if told else ():
            if city.commune is not None:
                found.setdefault(city.commune.territory_id, (city.name, city.commune))
    return list(found.values()) if len(found) == 1 else []


def _feet(document: Document) -> Iterator[Block]:
    """The last lines of a paper that tell no day, up to the last that does; lines of a list are no foot."""
    lines = [block for block in document.blocks if block.kind != "furniture"]
    for block in reversed(lines[-_FOOT_LINES:]):
        words = document.words_of(block)
        if block.kind not in ("paragraph", "lead", "field") or DAY.search(words):
            return
        if len(words) <= _LONGEST:
            yield block


def _speaks_as_house(document: Document) -> bool:
    """Whether the title of a paper, one of its first lines or its sender is a house."""
    heads = [document.title, *(document.words_of(block) for block in document.first_lines(_HEAD_LINES))]
    heads += [document.words_of(block) for block in document.blocks[:1]]
    return any(len(head) <= _LONGEST_HEAD and _NAMES_HOUSE.search(head) for head in heads)
