"""Towns that host, towns that a clause tells of, houses told once with their town and later by name."""

from __future__ import annotations

import pytest

from tests.extract.places.pages import Line, Venue, at, read_among_others

HOSTED: list[tuple[str, list[Venue]]] = [
    ("Mardi 5 avril 2022, Denain nous ouvrira ses portes.", [at(city="Denain")]),
    ("Le 6 mai 2021, c'était au tour d'Avion d'accueillir les délégués.", [at(city="Avion")]),
    (
        "La médiathèque Jean-Lévy de Lille a fait le plein le samedi 3 mars 2018.",
        [at("Lille", "médiathèque Jean-Lévy")],
    ),
    ("La salle des fêtes de Guise hébergera la rencontre du 14 juin 2023.", [at("Guise", "salle des fêtes")]),
    ("Nous terminons par Creil, où le centre social reçoit le groupe le 9 juin 2020.", [at(city="Creil")]),
    ("Le 4 octobre 2019, trente élus ont franchi le seuil du Familistère, à Guise.", [at(city="Guise")]),
    ("Prochain arrêt à Hirson, le 7 mai 2019.", [at(city="Hirson")]),
    ("Laon, où est né le projet, le fête le 3 mai 2019 à Paris.", [at(city="Paris")]),
    ("Calais, où vivent de nombreux jeunes, a signé la charte.", []),
]
LINES: list[tuple[tuple[Line, ...], list[Venue]]] = [
    (
        ("La Grange (Hirson) ouvre en mai.", "Jeudi 5 mai 2022, lecture à la Grange."),
        [at("Hirson", "Grange")],
    ),
    (
        (
            "Maison des services, 3 rue Basse, 62400 Béthune.",
            "Samedi 7 mai 2022 : visite, départ de la maison des services.",
        ),
        [at("Béthune", "Maison des services", "3 rue Basse", "62400"), at("Béthune", "maison des services")],
    ),
    (
        ("Le Prato (Lille) prête son aide.", "Inscriptions au Prato avant le 5 mai 2022."),
        [],
    ),
    (
        ("Chauny (Le Chalet) : 9 mai 2019", "Laon (La Poudrière) : 16 mai 2019"),
        [at("Chauny", "Le Chalet"), at("Laon", "La Poudrière")],
    ),
    (
        (("heading", "Groupe des plaines"), "Cambrai", "Salle Schmitt", "les 5 et 6 mai 2021", ("heading", "Contact")),
        [at(city="Cambrai")],
    ),
    ((("heading", "Contact"), "Cambrai", "Mme Roy", "03 27 00 00 00", "jusqu'au 6 mai 2021"), []),
]


@pytest.mark.parametrize(("line", "expected"), HOSTED)
def test_towns_that_host(line: str, expected: list[Venue]) -> None:
    assert read_among_others(line) == expected


@pytest.mark.parametrize(("lines", "expected"), LINES)
def test_houses_and_cards(lines: tuple[Line, ...], expected: list[Venue]) -> None:
    assert read_among_others(*lines) == expected


FOUND_LATER: list[tuple[tuple[Line, ...], list[Venue]]] = [
    (("Mardi 4 mai 2021, 9h, à l'ancienne gare de Caudry.",), [at("Caudry", "ancienne gare")]),
    (
        ("Le 4 mai 2021, atelier à Guise.", "Le 8 juin 2021, toujours à la salle des fêtes."),
        [at("Guise"), at("Guise", "salle des fêtes")],
    ),
    (("13 mai 2021 : exceptionnellement au Vieux Moulin de Bavay",), [at("Bavay", "Vieux Moulin de Bavay")]),
    (
        ("Le 4 mai 2021, il a fallu marcher pour gagner la ferme Saint-Sauveur de Seclin.",),
        [at("Seclin", "ferme Saint-Sauveur")],
    ),
    (
        ("Le 4 mai 2021, l'école installe sa classe hors les murs à Bohain-en-Vermandois.",),
        [at("Bohain-en-Vermandois")],
    ),
    (
        (
            "Mardi 4 mai 2021, 9h.",
            "Le théâtre du Casteau, à Armentières, qui sert de cadre à cette rencontre, est ouvert.",
        ),
        [at("Armentières", "théâtre du Casteau")],
    ),
    ((("field", "12 et 13 mai 2022, salle Jean-Vilar", "Dates de Creil"),), [at("Creil", "salle Jean-Vilar")]),
]


@pytest.mark.parametrize(("lines", "expected"), FOUND_LATER)
def test_houses_found_by_their_sentence(lines: tuple[Line, ...], expected: list[Venue]) -> None:
    assert read_among_others(*lines) == expected


LISTED: list[tuple[str, list[Venue]]] = [
    (
        "La tournée fera halte à Hirson le 5 mars (Halle verte), à Chauny le 9 avril "
        "et à Laon le 14 mai (Maison des arts).",
        [at("Hirson", "Halle verte"), at("Chauny"), at("Laon", "Maison des arts")],
    ),
    ("SENLIS : lundi 14 octobre 2024 à 14 h – Mairie, salle Berneuil", [at("Senlis", "Mairie")]),
    ("Le cycle passe à Hirson le 5 mars 2020.", [at("Hirson")]),
    ("Le 5 mars 2020, le groupe a repris la route pour gagner Chauny.", [at("Chauny")]),
    ("21 mai 2019 : Roubaix, Alma (maison du projet)", [at("Roubaix"), at("Roubaix", "maison du projet")]),
]


@pytest.mark.parametrize(("line", "expected"), LISTED)
def test_towns_and_houses_of_lists(line: str, expected: list[Venue]) -> None:
    assert read_among_others(line) == expected
