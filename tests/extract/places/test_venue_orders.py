"""House, street and town are read in whatever order a sentence tells them, whatever they are called."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from extract.places import find_venues
from tests.extract.places.pages import KNOWLEDGE, page

Order = Callable[[str, str, str, str, str], str]

SENTENCES = (
    "La rencontre aura lieu {0}.",
    "C'est {0} que nous vous attendons.",
    "Le groupe se retrouve {0} à 14h.",
    "L'équipe vous reçoit {0}.",
)
HOUSES = (
    ("à la ", "Halle aux Grains"),
    ("au ", "centre social du Pont de Pierre"),
    ("à l'", "hôtel de ville"),
    ("à la ", "MJC"),
    ("dans la ", "salle 3 de la médiathèque"),
)
STREETS = ("12 rue des Lilas", "45 av. Jean-Jaurès", "place du 8-Mai-1945", "chaussée Brunehaut", "1 bd Faidherbe")
TOWNS = (("Lens", "62300"), ("Hénin-Beaumont", "62110"), ("Noyon", "60400"))
ORDERS: dict[str, Order] = {
    "town (house, street)": lambda to, house, street, code, town: f"à {town} ({house}, {street})",
    "town (to house)": lambda to, house, street, code, town: f"à {town} ({to}{house})",
    "town, house": lambda to, house, street, code, town: f"à {town}, {house}",
    "town, to house, street": lambda to, house, street, code, town: f"à {town}, {to}{house}, {street}",
    "town, street (house)": lambda to, house, street, code, town: f"à {town}, {street} ({house})",
    "to house, street, code town": lambda to, house, street, code, town: f"{to}{house}, {street}, {code} {town}",
    "to house – street – town": lambda to, house, street, code, town: f"{to}{house} – {street} – {town}",
    "to house (street) to town": lambda to, house, street, code, town: f"{to}{house} ({street}) à {town}",
    "to house (street, town)": lambda to, house, street, code, town: f"{to}{house} ({street}, {town})",
    "to house, street to town": lambda to, house, street, code, town: f"{to}{house}, {street} à {town}",
}


def every_place() -> Iterator[tuple[tuple[str, str], str, tuple[str, str]]]:
    """Each house once with each street; towns by turns."""
    for number, house in enumerate(HOUSES):
        for other, street in enumerate(STREETS):
            yield house, street, TOWNS[(number + other) % len(TOWNS)]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("order", ORDERS)
def test_a_place_is_read_in_any_order(order: str, sentence: str) -> None:
    for (to, house), street, (town, code) in every_place():
        words = ORDERS[order](to, house, street, code, town)
        venues = find_venues(page("Rencontre du vendredi 20 novembre 2026", sentence.format(words)), KNOWLEDGE)
        told = street if street in words else None
        assert [(v.name, v.street, v.city) for v in venues] == [(house, told, town)], words
