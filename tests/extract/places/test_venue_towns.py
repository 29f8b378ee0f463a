"""Towns where an event is: beside their day, in a schedule, over lines, welcomed or shared out over the sittings."""

from __future__ import annotations

import pytest

from extract.places import find_venues
from tests.extract.places.pages import KNOWLEDGE, Line, Venue, at, page, read_among_others

TOWNS: list[tuple[tuple[Line, ...], list[Venue]]] = [
    (
        ("Deux sessions : Béthune (7 et 8 mars 2022) et Lens (16 et 17 mai 2022).",),
        [at(city="Béthune"), at(city="Lens")],
    ),
    (
        ("Le cycle compte trois journées : Laon (12 mars), Soissons (9 avril), Chauny (14 mai 2019).",),
        [at(city="Laon"), at(city="Soissons"), at(city="Chauny")],
    ),
    (("Roubaix, vendredi 18 octobre, à partir de 14 heures",), [at(city="Roubaix")]),
    (("12 mars - Arras - 14h",), [at(city="Arras")]),
    (("Laon : 20 mars 2018",), [at(city="Laon")]),
    (("mardi 5 juin (Creil)",), [at(city="Creil")]),
    (("Calais – 4 et 5 avril 2019",), [at(city="Calais")]),
    (("Session 1 - Maubeuge - 3 juin 2019",), [at(city="Maubeuge")]),
    (("Session 2 : Denain, le 3 juin 2019 de 9h à 17h",), [at(city="Denain")]),
    (("Jeudi 4 mai 2017 | Saint-Quentin | 9h30",), [at(city="Saint-Quentin")]),
    (("Les 7 et 8 juin 2021 : Saint-Omer",), [at(city="Saint-Omer")]),
    (("Groupe de Beauvais : 3 et 4 octobre 2018",), [at(city="Beauvais")]),
    (("Promotion Dunkerque : 3, 4 et 5 octobre 2018",), [at(city="Dunkerque")]),
    (
        ("Rendez-vous à Lens le 12 mai, à Avion le 9 juin et à Liévin le 30 juin 2015.",),
        [at(city="Lens"), at(city="Avion"), at(city="Liévin")],
    ),
    (("La formation démarre à Boulogne-sur-Mer le 4 mai.",), [at(city="Boulogne-sur-Mer")]),
    (("Étape 1 : Hazebrouck, mercredi 12 juin 2019, 18h",), [at(city="Hazebrouck")]),
    (("Le premier atelier (Lille, 4 mai) portait sur la santé.",), [at(city="Lille")]),
    (("14/06/2018 Valenciennes",), [at(city="Valenciennes")]),
    (("Valenciennes 14/06/2018",), [at(city="Valenciennes")]),
    (("Valenciennes, 14 juin",), [at(city="Valenciennes")]),
    (("Journée du 14 juin 2018 à Anzin",), [at(city="Anzin")]),
    (("Vendredi 18 octobre, 14h, Roubaix",), [at(city="Roubaix")]),
    (("Une réunion publique est prévue à Montataire, mardi 5 mars à 18h30.",), [at(city="Montataire")]),
    (
        (
            "Le 4 mai à Creil.",
            "Le 11 mai dans la même salle.",
        ),
        [at(city="Creil"), at(city="Creil")],
    ),
    (
        (
            "Le 4 mai à Creil.",
            "Le 11 mai, au même endroit.",
        ),
        [at(city="Creil"), at(city="Creil")],
    ),
    (
        (
            "Le 4 mai à Creil.",
            "Le 11 mai, ibid.",
        ),
        [at(city="Creil"), at(city="Creil")],
    ),
    (("La deuxième journée se déroulera le 8 juin à Chauny.",), [at(city="Chauny")]),
    (("La matinée du 3 octobre, organisée à Aniche par l'association, a réuni 40 personnes.",), [at(city="Aniche")]),
    (
        ("Au programme : Hirson (3 octobre 2017, 14h), Guise (10 octobre, 14h) et Tergnier (17 octobre, 14h).",),
        [at(city="Hirson"), at(city="Guise"), at(city="Tergnier")],
    ),
    (("• Arras : mardi 3 et mercredi 4 avril 2018",), [at(city="Arras")]),
    (("- 12 mai : Calais - 14 mai : Boulogne-sur-Mer",), [at(city="Calais"), at(city="Boulogne-sur-Mer")]),
    (("Creil, jeudi 12 et vendredi 13 novembre 2015",), [at(city="Creil")]),
    (("Session de Beauvais : jeudi 12 et vendredi 13 novembre 2015",), [at(city="Beauvais")]),
    (("Session à Beauvais : jeudi 12 et vendredi 13 novembre 2015",), [at(city="Beauvais")]),
    (("Dates et lieux : 12 mars 2020 (Lille), 14 mars 2020 (Amiens)",), [at(city="Lille"), at(city="Amiens")]),
    (("12/03/2020 à Lille et 14/03/2020 à Amiens",), [at(city="Lille"), at(city="Amiens")]),
    (("La formation, gratuite, se tient sur deux jours à Grande-Synthe.",), [at(city="Grande-Synthe")]),
    (("Le 4 mai à Lille. Un café d'accueil est prévu dès 9h.",), [at(city="Lille")]),
    (
        (
            "Jeudi 3 juin 2014",
            "à Calais",
        ),
        [at(city="Calais")],
    ),
    (
        (
            "Jeudi 3 juin 2014",
            "CALAIS",
        ),
        [at(city="Calais")],
    ),
    (
        (
            "Jeudi 3 juin 2014",
            "Calais (62)",
        ),
        [at(city="Calais")],
    ),
    ((("field", "Calais, Lens, Arras", "Lieux"),), [at(city="Calais"), at(city="Lens"), at(city="Arras")]),
    ((("field", "Roubaix (le 3 mai), Tourcoing (le 4 mai)", "Lieux"),), [at(city="Roubaix"), at(city="Tourcoing")]),
    (("La ville de Creil accueille le réseau le 3 juin.",), [at(city="Creil")]),
    (("La visite du quartier Intercommunal à Valenciennes aura lieu le 3 juin.",), [at(city="Valenciennes")]),
    (
        ("La sixième rencontre régionale se déroule cette année dans l'Aisne, à Château-Thierry.",),
        [at(city="Château-Thierry")],
    ),
    ((("title", "Rencontre du réseau à Château-Thierry"),), [at(city="Château-Thierry")]),
    ((("title", "Journée d'étude - Lens, 3 juin 2014"),), [at(city="Lens")]),
    (
        (
            ("heading", "Roubaix : 3 juin"),
            "Texte.",
            ("heading", "Douai : 5 juin"),
        ),
        [at(city="Roubaix"), at(city="Douai")],
    ),
    (("Le 12 juin 2018, 80 personnes ont assisté à la conférence donnée à Compiègne.",), [at(city="Compiègne")]),
    (
        ("La formation s'adresse aux agents de la Ville de Lille et se tient à Arras les 12 et 13 juin.",),
        [at(city="Arras")],
    ),
    (
        ("Elles ont eu lieu à Saint-Quentin (12 juin), Soissons (19 juin) et Laon (26 juin).",),
        [at(city="Saint-Quentin"), at(city="Soissons"), at(city="Laon")],
    ),
    (
        ("Trois rendez-vous : le 12 juin à Saint-Quentin, le 19 à Soissons, le 26 à Laon.",),
        [at(city="Saint-Quentin"), at(city="Soissons"), at(city="Laon")],
    ),
    (("La journée du 12 juin 2018 (Villeneuve-d'Ascq) est complète.",), [at(city="Villeneuve-d'Ascq")]),
    (("Séminaire « Habiter » | Lille | 12 juin 2018",), [at(city="Lille")]),
    (("Séminaire « Habiter », Lille, 12 juin 2018",), [at(city="Lille")]),
    (
        ("Le 12 juin à Lille, M. Durand, préfet de l'Aisne, et Mme Petit, maire de Laon, ont signé la convention.",),
        [at(city="Lille")],
    ),
    (
        ("Une journée accueillie le mardi 10 octobre par la Ville de Tourcoing à la Maison Folie Hospice d'Havré.",),
        [at(city="Tourcoing", name="Maison Folie Hospice d'Havré")],
    ),
    (("C'est à Paris, à l'invitation de tous, que se tenait la rencontre.",), [at(city="Paris")]),
    (
        ("Séance de travail le 4 mai. Préfecture de région, Lille. De 10h à 16h.",),
        [at(city="Lille", name="Préfecture de région")],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), TOWNS)
def test_towns(lines: tuple[Line, ...], expected: list[Venue]) -> None:
    assert read_among_others(*lines) == expected


@pytest.mark.parametrize("ordinal", ["la première session à", "la seconde à", "2e journée à", "1re journée à"])
def test_towns_shared_out_over_the_sittings(ordinal: str) -> None:
    assert read_among_others(f"Le cycle : {ordinal} Laon.") == [at(city="Laon")]


def test_the_line_that_dates_a_letter_is_told_from_a_schedule() -> None:
    assert read_among_others("Lille, le 3 avril 2017") == []
    assert read_among_others("Lille, le 3 avril 2017", "Douai, le 4 avril 2017") == [at(city="Lille"), at(city="Douai")]


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("Le cycle : le matin à Lens, l'après-midi à Avion.", ["Lens", "Avion"]),
        ("Cap sur Fourmies pour la prochaine étape !", ["Fourmies"]),
        ("Étape suivante : Saint-Quentin", ["Saint-Quentin"]),
        ("L'événement sera accueilli par la ville de Douai.", ["Douai"]),
        ("Nous serons à Laon.", ["Laon"]),
        ("La restitution se fera à Péronne.", ["Péronne"]),
        ("Direction Noyon pour cette deuxième étape !", ["Noyon"]),
    ],
)
def test_towns_to_which_an_event_goes(text: str, towns: list[str]) -> None:
    assert [city for *_, city, _ in read_among_others(text)] == towns


@pytest.mark.parametrize(
    ("words", "name", "street", "town"),
    [
        ("à Tournai, maison de la culture", "maison de la culture", None, "Tournai"),
        ("à Mouscron (Belgique), 3 rue du Beau-Site", None, "3 rue du Beau-Site", "Mouscron"),
        ("à Bruxelles", None, None, "Bruxelles"),
        ("à la maison des associations de Mons (Belgique)", "maison des associations", None, "Mons"),
        ("à la salle des fêtes de Mons", "salle des fêtes", None, "Mons-en-Barœul"),
    ],
)
def test_a_town_abroad_is_a_town_and_yields_to_one_of_the_region(
    words: str, name: str | None, street: str | None, town: str
) -> None:
    venues = find_venues(page("Visite du jeudi 12 mars 2026", f"La visite aura lieu {words}."), KNOWLEDGE)
    assert [(v.name, v.street, v.city) for v in venues] == [(name, street, town)]
