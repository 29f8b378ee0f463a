"""Venues told apart and brought together: one row per place, however its name, street and town are written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class Place:
    """All readings of one venue."""

    venue_id: str
    readings: list[VenueReading] = field(default_factory=list)

    def most(self, column: str) -> str | None:
        """Give the value that most readings have; among equals one not in capitals, then by alphabet."""
        counts = Counter(value for reading in self.readings if (value := getattr(reading, column)))
        return min(counts, key=lambda value: (-counts[value], value.isupper(), value)) if counts else None


class VenueRegister:
    """Gives each venue reading its place."""

    def __init__(self, readings: Iterable[VenueReading]) -> None:
        self._ids: dict[VenueKey, str] = {}
        keys = {key for reading in readings if any(key := venue_key(reading))}
        streets: dict[tuple[str, str], set[str]] = defaultdict(set)
        for key in keys:
            if key.street and key.name:
                streets[key.city, key.name].add(key.street)
        for key in sorted(keys):
            known = streets.get((key.city, key.name), set()) if key.name and not key.street else set()
            street = next(iter(known)) if len(known) == 1 else key.street
            self._ids[key] = venue_id(key.city, street, key.name)

    def id_of(self, reading: VenueReading | None) -> str | None:
        """Give the identifier of the venue; None for none and for one that is online only and nowhere."""
        return None if reading is None else self._ids.get(venue_key(reading))


def venue_key(reading: VenueReading) -> VenueKey:
    """Give what a venue is compared by; all empty when it has neither town, street nor name."""
    return VenueKey(_place_key(reading.city), _place_key(reading.street), _place_key(reading.name))


def gather_places(register: VenueRegister, readings: Sequence[VenueReading]) -> list[Place]:
    """Give the places of the readings, in the order of their identifiers."""
    places: dict[str, Place] = {}
    for reading in readings:
        found = register.id_of(reading)
        if found is not None:
            places.setdefault(found, Place(found)).readings.append(reading)
    return [places[found] for found in sorted(places)]


@lru_cache(maxsize=200_000)
def _place_key(text: str | None) -> str:
    words = (_SHORT.get(word, word) for word in fold(text or "").split())
    return " ".join(word for word in words if word not in _SMALL and word not in _PREMISES)
