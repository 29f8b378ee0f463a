"""A name on its lines with its address below it is one venue; what stands beside a name is no part of it."""

from __future__ import annotations

import pytest

from tests.extract.places.pages import Line, Venue, at, read_among_others

JOINED: list[tuple[tuple[Line, ...], list[Venue]]] = [
    (
        (("field", "Le Grand Mix", "Lieu"), "5 place Notre-Dame, 59200 Tourcoing"),
        [at(city="Tourcoing", name="Le Grand Mix", street="5 place Notre-Dame", postcode="59200")],
    ),
    (
        (
            "Le 4 mai 2021",
            "Hôtel communautaire",
            "Salle du conseil (1er étage)",
            "100 avenue de Londres",
            "62400 Béthune",
        ),
        [
            at(
                city="Béthune",
                name="Hôtel communautaire, Salle du conseil",
                street="100 avenue de Londres",
                postcode="62400",
            )
        ],
    ),
    (
        (("field", "Cité des congrès, 1 esplanade des Rives", "Lieu"), "59410 Anzin"),
        [at(city="Anzin", name="Cité des congrès", street="1 esplanade des Rives", postcode="59410")],
    ),
    (
        (("field", "Maison des associations", "Lieu"), "Rue du Stade", "80200 Péronne", "(parking gratuit)"),
        [at(city="Péronne", name="Maison des associations", street="Rue du Stade", postcode="80200")],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), JOINED)
def test_lines_of_one_place(lines: tuple[Line, ...], expected: list[Venue]) -> None:
    assert read_among_others(*lines) == expected


def test_another_town_is_another_place() -> None:
    found = read_among_others(("field", "Maison du projet, Lens", "Lieu"), "12 rue de la Paix, 59100 Roubaix")
    assert [city for _, _, _, city, _ in found] == ["Lens", "Roubaix"]


@pytest.mark.parametrize(
    "words",
    [
        "Un bus partira de Boulogne le 4 mai à 7h45 avec arrêt à Saint-Omer.",
        "Le compte rendu de l'assemblée du 11 juin 2015 (Valenciennes) est en ligne.",
        "Interviendront le Dr Brasseur, pédopsychiatre à Saint-Venant, et ses collègues.",
        "Renseignements à la maison du projet, 12 rue du Limousin, le mercredi.",
    ],
)
def test_nobody_meets_where_a_bus_stops_or_a_desk_answers(words: str) -> None:
    assert [venue for venue in read_among_others(words) if venue[4] != "online"] == []
