"""Addresses as printed papers set them: houses over several lines, asides, rooms behind or below, streets by dashes."""

from __future__ import annotations

import pytest

from tests.extract.places.pages import Line, Venue, at, read_among_others

ADDRESSES: list[tuple[tuple[Line, ...], list[Venue]]] = [
    (
        ("Maison des services - rue Jules-Guesde - 62210 AVION",),
        [at("Avion", "Maison des services", "rue Jules-Guesde", "62210")],
    ),
    (
        (
            "Le 4 mai 2021",
            "Université du Littoral",
            "Bâtiment recherche",
            "Salle Dickens",
            "21 rue Saint-Louis",
            "62200 Boulogne-sur-Mer",
        ),
        [
            at(
                "Boulogne-sur-Mer",
                "Université du Littoral, Bâtiment recherche, Salle Dickens",
                "21 rue Saint-Louis",
                "62200",
            )
        ],
    ),
    (
        ("Le 4 mai 2021", "Le Manège", "12 rue de la Croix", "(entrée par la cour)", "59600 Maubeuge"),
        [at("Maubeuge", "Le Manège", "12 rue de la Croix", "59600")],
    ),
    (
        ("Le 4 mai 2021", "Sous-préfecture", "3 place Leroy", "59140 Dunkerque", "(salle Erignac, 1er étage)"),
        [at("Dunkerque", "Sous-préfecture, salle Erignac", "3 place Leroy", "59140")],
    ),
    (
        ("Le 4 mai 2021 à la Chambre des métiers, 9 rue du Vivier, Compiègne - salle Ronsard",),
        [at("Compiègne", "Chambre des métiers, salle Ronsard", "9 rue du Vivier")],
    ),
    (
        ("Le 4 mai 2021 : Local associatif, angle des rues Carnot et Danton, 80100 Abbeville",),
        [at("Abbeville", "Local associatif", "angle des rues Carnot et Danton", "80100")],
    ),
    (
        ("Le 4 mai 2021, dans les locaux de la Fédération des Hauts-de-France, 15 rue Solférino à Fives (Lille)",),
        [at("Lille", "locaux de la Fédération des Hauts-de-France, Fives", "15 rue Solférino")],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), ADDRESSES)
def test_printed_addresses(lines: tuple[Line, ...], expected: list[Venue]) -> None:
    assert read_among_others(*lines) == expected


def test_an_association_that_is_named_after_gardens_is_no_place() -> None:
    words = "Une après-midi proposée par l'Amicale des jardins familiaux le 4 mai 2021, rendez-vous à Lens."
    assert read_among_others(words) == [at("Lens")]


def test_a_former_meeting_told_in_the_pluperfect_is_no_place() -> None:
    words = "Rendez-vous le 4 mai 2021 à Hem. En 2019, la marche avait rassemblé 60 personnes à Leers."
    assert read_among_others(words) == [at("Hem")]
