"""Venues told apart and brought together: one row per place, however its name, street and town are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from extract.records import VenueReading
from warehouse.ids import venue_id
from warehouse.titles import fold

_SHORT: Final = {
    "av": "avenue",
    "ave": "avenue",
    "bd": "boulevard",
    "bld": "boulevard",
    "bvd": "boulevard",
    "boul": "boulevard",
    "pl": "place",
    "fg": "faubourg",
    "fbg": "faubourg",
    "st": "saint",
    "ste": "sainte",
}
_SMALL: Final = frozenset(("a", "au", "aux", "d", "dans", "de", "des", "du", "en", "l", "la", "le", "les"))
_PREMISES: Final = frozenset(("locaux", "local", "siege", "cedex"))


class VenueKey(NamedTuple):
    """What a venue is compared by: folded town, street and name, abbreviations written out, empty where unknown."""

    city: str
    street: str
    name: str


class VenueRegister:
    """Gives each venue reading its place."""

    def __init__(self, readings: Iterable[VenueReading], others: Iterable[VenueKey] = ()) -> None:
        """Take the venues of these readings, and of `others` what they are compared by."""
        self._ids: dict[VenueKey, str] = {}
        keys = {key for reading in readings if any(key := venue_key(reading))}.union(others)
        streets: dict[tuple[str, str], set[str]] = defaultdict(set)
        for key in keys:
            if key.street and key.name:
                streets[key.city, key.name].add(key.street)
        for key in sorted(keys):
            known = streets.get((key.city, key.name), set()) if key.name and not key.street else set()
            street = next(iter(known)) if len(known) == 1 else key.street
            self._ids[key] = venue_id(key.city, street, key.name)

    def id_at(self, key: VenueKey) -> str | None:
        """Give the identifier of the venue that is compared by this; None for an unknown one."""
        return self._ids.get(key)

    def id_of(self, reading: VenueReading | None) -> str | None:
        """Give the identifier of the venue; None for none and for one that is online only and nowhere."""
        return None if reading is None else self._ids.get(venue_key(reading))


def venue_key(reading: VenueReading) -> VenueKey:
    """Give what a venue is compared by; all empty when it has neither town, street nor name."""
    return VenueKey(_place_key(reading.city), _place_key(reading.street), _place_key(reading.name))


@lru_cache(maxsize=200_000)
def _place_key(text: str | None) -> str:
    words = (_SHORT.get(word, word) for word in fold(text or "").split())
    return " ".join(word for word in words if word not in _SMALL and word not in _PREMISES)
