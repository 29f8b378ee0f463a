"""The place of a meeting that is put off: that of its new day, where nothing is told of the old one.

`prévue le jeudi 12 décembre, est reportée au 23 janvier, au Bio-incubateur, à Loos`: people would have met in Loos.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.events.sittings import Sitting
from extract.events.venues.found import Found
from extract.events.venues.town_left import TOWN_LEFT


def place_moved_sittings(sittings: Sequence[Sitting], venues: Sequence[Found]) -> list[Found]:
    """The venues of sittings, those put off without a place of their own in the one place of all that are held."""
    told = [found for sitting, found in zip(sittings, venues, strict=True) if sitting.status == "announced"]
    places = {(found[0].name, found[0].street, found[0].city) for found in told if found is not None}
    first = next((found for found in told if found is not None), None)
    if first is None or first[0].rule == TOWN_LEFT or len(places) != 1 or None in told:
        return list(venues)
    return [
        (first[0], "place_of_new_day") if sitting.status == "postponed" and _is_open(found) else found
        for sitting, found in zip(sittings, venues, strict=True)
    ]


def _is_open(found: Found) -> bool:
    """Whether nothing tells the place of a sitting, or no more than the town that is left."""
    return found is None or found[0].rule == TOWN_LEFT
