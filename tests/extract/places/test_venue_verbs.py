"""Verbs that say that people meet, in their persons and tenses; those of an event count behind its noun only."""

from __future__ import annotations

import pytest

from tests.extract.places.pages import at, read_among_others

HELD = [
    "La journée aura lieu",
    "Le forum prend place",
    "Le réseau fait escale",
    "Les chefs de projet se sont retrouvés",
    "Nous nous retrouverons",
    "Retrouvez-nous",
    "Venez nombreux",
    "Vous êtes attendus",
    "Le cycle pose ses valises",
    "La matinée a réuni 60 professionnels",
    "Le festival s'installe",
    "Le module 2 sera dispensé",
    "La projection-débat est proposée",
]
ELSEWHERE = [
    "Une aide est proposée",
    "Il est professeur",
    "Un guide sera donné aux habitants",
    "Elle travaille comme médiatrice",
    "L'association, installée depuis dix ans",
]


@pytest.mark.parametrize("words", HELD)
def test_people_meet_there(words: str) -> None:
    assert read_among_others(f"{words} à Lens.") == [at(city="Lens")]
    assert read_among_others(f"{words} à la salle Houdart, à Lens.") == [at(city="Lens", name="salle Houdart")]


@pytest.mark.parametrize("words", ELSEWHERE)
def test_nobody_meets_there(words: str) -> None:
    assert read_among_others(f"{words} à Lens.") == []
