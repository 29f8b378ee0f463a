"""Which territory a name means, where several bear it: by its département, the noun before it, its size, its time."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.knowledge import Territory
from extract.matching.leaping import compile_leaping
from extract.places.gazetteer.automaton import Gazetteer, NameMatch, is_abroad, is_elsewhere
from extract.places.gazetteer.cues import COUNTRY_AFTER, DEPARTEMENT_BEFORE, NUMBER_AFTER, POSTCODE_BEFORE, REACH

# A homonym is set aside when another bearer of the name has this many times its inhabitants.
DOMINANCE = 20
# A commune of fewer inhabitants is not what a name means before all others.
VILLAGE = 2000
KIND_BEFORE = (
    (compile_leaping(r"\br[ée]gions?\s$", re.IGNORECASE), ("region",)),
    (compile_leaping(r"\b(?:communes?|villes?)\s(?:de |d['’]|du |des )?$", re.IGNORECASE), ("commune",)),
)
AGGLOMERATION_BEFORE = compile_leaping(
    r"\b(?:agglom[ée]rations?|agglo|communaut[ée] (?:d['’]agglom[ée]ration|urbaine|de communes)|"
    r"intercommunalit[ée]|m[ée]tropole)\s(?:de |d['’]|du )$",
    re.IGNORECASE,
)


def choose(text: str, match: NameMatch, gazetteer: Gazetteer, labelled: bool = False) -> tuple[Territory, ...]:
    """Give the territories that a name can mean here: one when the words decide, several when they do not.

    `labelled` says that the name stands in a field that holds territories.
    """
    before = text[max(0, match.start - REACH) : match.start]
    candidates = match.form.territories
    if COUNTRY_AFTER.match(text, match.end):
        candidates = tuple(t for t in candidates if is_abroad(t)) or candidates
    if before.lower().endswith(("de ", "du ", "d'", "d’")) and AGGLOMERATION_BEFORE.search(before):
        candidates = tuple(around(candidates, gazetteer)) or candidates
    for cue, kinds in KIND_BEFORE:
        if cue.search(before):
            candidates = of_kinds(candidates, kinds)
    departement = NUMBER_AFTER.match(text, match.end) or POSTCODE_BEFORE.search(before)
    if departement:
        candidates = in_departement(candidates, departement[1])
    elif match.form.key == "nord" and not labelled and not DEPARTEMENT_BEFORE.search(before):
        nord = gazetteer.by_id.get("area:nord")
        return (*candidates, nord) if nord else candidates
    return largest(still_valid(candidates))


def around(candidates: Iterable[Territory], gazetteer: Gazetteer) -> Iterable[Territory]:
    """Give the EPCI that the named communes belong to (`agglomération de Lens`)."""
    for territory in candidates:
        parent = gazetteer.by_id.get(territory.parent_id or "")
        if territory.kind == "epci":
            yield territory
        elif parent is not None and parent.kind == "epci":
            yield parent


def of_kinds(candidates: tuple[Territory, ...], kinds: tuple[str, ...]) -> tuple[Territory, ...]:
    """Keep the candidates of some kinds; all of them when none is."""
    return tuple(t for t in candidates if t.kind in kinds) or candidates


def in_departement(candidates: tuple[Territory, ...], code: str) -> tuple[Territory, ...]:
    """Keep the candidates in a département; all of them when none is."""
    return tuple(t for t in candidates if t.departement == code) or candidates


def still_valid(candidates: tuple[Territory, ...]) -> tuple[Territory, ...]:
    """Set aside territories that ended, and parts of communes, where one that lives bears the name."""
    living = tuple(t for t in candidates if t.valid_until is None)
    if not living:
        latest = max(t.valid_until or 0 for t in candidates)
        return tuple(t for t in candidates if t.valid_until == latest)
    whole = tuple(t for t in living if t.kind not in ("commune_deleguee", "commune_associee"))
    return whole or living


def here_first(candidates: tuple[Territory, ...]) -> tuple[Territory, ...]:
    """Set aside homonyms elsewhere that are not larger than one in the region, unless that one is a village."""
    here = max((t.population or 0 for t in candidates if not is_elsewhere(t)), default=0)
    if here < VILLAGE:
        return candidates
    return tuple(t for t in candidates if not is_elsewhere(t) or (t.population or 0) > here)


def largest(candidates: tuple[Territory, ...]) -> tuple[Territory, ...]:
    """Set aside homonyms that are tiny beside the largest; those elsewhere in France weigh a quarter."""

    def weight(territory: Territory) -> float:
        elsewhere = is_elsewhere(territory)
        return (territory.population or 0) / (4 if elsewhere else 1)

    if len(candidates) < 2 or len({t.kind for t in candidates}) > 1:
        return candidates
    candidates = here_first(candidates)
    top = max(weight(t) for t in candidates)
    return tuple(t for t in candidates if weight(t) * DOMINANCE > top) or candidates
