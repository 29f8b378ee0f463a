"""Names that several towns bear, decided by the other places of the page: `Bruay` beside `Barlin` is in its area.

A page tells of places near one another. A name stays open where the others point to none of its bearers, or to several.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from extract.knowledge import Territory
from extract.places.mentions import Mention

COMMUNES = ("commune", "commune_associee", "commune_deleguee")


def settle_homonyms(mentions: list[Mention]) -> list[Mention]:
    """The mentions, with those that may be several towns as the one that the decided ones of the page point to."""
    if not any(is_open(mention) for mention in mentions):
        return mentions
    decided = [mention.territory for mention in mentions if mention.territory is not None]
    return [replace(m, candidates=settled(m.candidates, decided)) if is_open(m) else m for m in mentions]


def is_open(mention: Mention) -> bool:
    """Check for a name that several communes bear and nothing else does."""
    return len(mention.candidates) > 1 and all(t.kind in COMMUNES for t in mention.candidates)


def settled(candidates: tuple[Territory, ...], decided: list[Territory]) -> tuple[Territory, ...]:
    """The one candidate that the page names in full, else that shares its agglomération or département with most."""
    by_code = {candidate.territory_id: candidate for candidate in candidates}
    named = [by_code[t.territory_id] for t in decided if t.territory_id in by_code]
    if named:
        return (named[0],)
    towns = [t for t in decided if t.kind in COMMUNES]
    areas = [*(t.parent_id for t in towns), *(t.territory_id for t in decided if t.kind == "epci")]
    return (
        closest(candidates, areas, [c.parent_id for c in candidates])
        or closest(candidates, [departement_of(t) for t in decided], [c.departement for c in candidates])
        or candidates
    )


def departement_of(territory: Territory) -> str | None:
    """The département that a town lies in, or that is named itself."""
    return territory.territory_id if territory.kind == "departement" else territory.departement


def closest(
    candidates: tuple[Territory, ...], told: Iterable[str | None], own: list[str | None]
) -> tuple[Territory, ...]:
    """The one candidate whose area is told more often than that of any other; none where two are told alike."""
    counts = Counter(area for area in told if area)
    ranked = sorted(zip((counts[area or ""] for area in own), candidates, strict=True), key=lambda item: -item[0])
    first, second = ranked[0], ranked[1]
    return (first[1],) if first[0] > second[0] else ()
