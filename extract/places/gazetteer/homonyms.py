"""Names that several towns bear, decided by the other places of the page: `Bruay` beside `Barlin` is in its area.

A page tells of places near one another. A name stays open where the others point to none of its bearers, or to several.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from extract.knowledge import Territory
from extract.places.gazetteer.mention import Mention

OVERSEAS = ("97", "98")
COMMUNES = ("commune", "commune_associee", "commune_deleguee")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the decided places of a page point to: their codes, and how often each agglomération and département."""

    codes: frozenset[str]
    areas: Counter[str]
    departements: Counter[str]


def settle_homonyms(mentions: list[Mention]) -> list[Mention]:
    """The mentions, with those that may be several towns as the one that the decided ones of the page point to."""
    if not any(is_open(mention) for mention in mentions):
        return mentions
    around = surroundings_of([mention.territory for mention in mentions if mention.territory is not None])
    return [replace(m, candidates=settled(m.candidates, around)) if is_open(m) else m for m in mentions]


def is_open(mention: Mention) -> bool:
    """Check for a name that several communes bear and nothing else does."""
    return len(mention.candidates) > 1 and all(t.kind in COMMUNES for t in mention.candidates)


def surroundings_of(decided: list[Territory]) -> Surroundings:
    """What decided places point to; counted once for all open names of a page."""
    towns = [t.parent_id for t in decided if t.kind in COMMUNES]
    seats = [t.territory_id for t in decided if t.kind == "epci"]
    departements = [departement_of(t) for t in decided]
    return Surroundings(
        frozenset(t.territory_id for t in decided),
        Counter(area for area in (*towns, *seats) if area),
        Counter(departement for departement in departements if departement),
    )


def settled(candidates: tuple[Territory, ...], around: Surroundings) -> tuple[Territory, ...]:
    """The one candidate that the page names in full, else that shares its agglomération or département with most."""
    named = [candidate for candidate in candidates if candidate.territory_id in around.codes]
    if named:
        return (named[0],)
    return (
        closest(candidates, around.areas, [c.parent_id for c in candidates])
        or closest(candidates, around.departements, [c.departement for c in candidates])
        or on_the_mainland(candidates)
        or candidates
    )


def on_the_mainland(candidates: tuple[Territory, ...]) -> tuple[Territory, ...]:
    """The one candidate that does not lie overseas: `Saint-Denis` is beside Paris unless a page tells of La Réunion."""
    here = tuple(c for c in candidates if not (c.departement or c.territory_id).startswith(OVERSEAS))
    return here if len(here) == 1 else ()


def departement_of(territory: Territory) -> str | None:
    """The département that a town lies in, or that is named itself."""
    return territory.territory_id if territory.kind == "departement" else territory.departement


def closest(candidates: tuple[Territory, ...], counts: Counter[str], own: list[str | None]) -> tuple[Territory, ...]:
    """The one candidate whose area is told more often than that of any other; none where two are told alike."""
    ranked = sorted(zip((counts[area or ""] for area in own), candidates, strict=True), key=lambda item: -item[0])
    first, second = ranked[0], ranked[1]
    return (first[1],) if first[0] > second[0] else ()
