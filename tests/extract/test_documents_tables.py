"""Printed tables and boxes whose hours, halves of days and towns stand apart from their days."""

from __future__ import annotations

import pytest

from tests.extract.documents import draw_table, places_of, read_brochure, read_page, sessions_of, tell_sessions


def test_two_hours_in_the_row_of_one_day() -> None:
    text = """# Ateliers du samedi à la médiathèque
| | Lecture | Jeux |
| Samedi 6 mai | 9h30-10h30 | 11h-12h |
| Samedi 13 mai | 9h30-10h30 | 11h-12h |
| Samedi 20 mai | 9h30-10h30 | - |
Médiathèque Jean-Ferrat, 3 rue du Stade, Grenay - mai 2023"""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2023-05-06", "09:30", "12:00", "Grenay", "in_person"),
        ("2023-05-13", "09:30", "12:00", "Grenay", "in_person"),
        ("2023-05-20", "09:30", "10:30", "Grenay", "in_person"),
    ]


def test_the_hours_of_two_halves_below_one_another() -> None:
    text = """# Formation des bénévoles
## Calendrier
Module 1 : 15 janvier 2019
Module 2 : 12 février 2019
## Horaires
9h-12h
13h30-17h
## Lieu de formation
Maison des familles
5 rue du Bac
02300 Chauny"""
    assert sessions_of(read_brochure(text)) == [
        ("2019-01-15", "09:00", "17:00", "Chauny", "in_person"),
        ("2019-02-12", "09:00", "17:00", "Chauny", "in_person"),
    ]


def test_towns_that_webinars_tell_of() -> None:
    text = """# Les midis du logement : cycle de webinaires
Mardi 6 octobre 2020 (12h30-13h30) : l'exemple de Denain - quartier Duchateau
Mardi 3 novembre 2020 (12h30-13h30) : l'exemple de Laon - Les Chevaliers de Laon
Un lien sera envoyé aux inscrits."""
    reading = read_brochure(text)
    assert [(day, city, mode) for day, _, _, city, mode in sessions_of(reading)] == [
        ("2020-10-06", None, "online"),
        ("2020-11-03", None, "online"),
    ]
    assert places_of(reading) == []


def test_weekdays_in_runs_below_their_week() -> None:
    text = """# Stage de remobilisation
Du 15/10/2018 au 19/10/2018
Centre social, rue des Lilas, 59460 Jeumont
Lundi : 14h - 17h
Mardi à jeudi : 9h - 16h
Vendredi : 9h - 12h"""
    assert sessions_of(read_brochure(text)) == [
        ("2018-10-15", "14:00", "17:00", "Jeumont", "in_person"),
        ("2018-10-16", "09:00", "16:00", "Jeumont", "in_person"),
        ("2018-10-17", "09:00", "16:00", "Jeumont", "in_person"),
        ("2018-10-18", "09:00", "16:00", "Jeumont", "in_person"),
        ("2018-10-19", "09:00", "12:00", "Jeumont", "in_person"),
    ]


def test_the_town_below_the_hours_of_a_house() -> None:
    text = """# Semaine de l'apprentissage
## Lundi 3 avril
Forum des métiers
Salle Allende, 4 rue Mirabeau
9h-12h
Mons-en-Barœul
## Mardi 4 avril
Rencontre d'entreprises
Halle aux grains
14h-16h
Seclin
Édition 2023"""
    assert places_of(read_brochure(text)) == [
        ("Salle Allende", "4 rue Mirabeau", "Mons-en-Barœul"),
        ("Halle aux grains", None, "Seclin"),
    ]


def test_the_signature_of_a_letter_by_its_box() -> None:
    text = """# Réunions de quartier
Centre : le mardi 4 octobre 2022 à 18h, salle Fernand-Hubert, à Hautmont
Bois-du-Quesnoy : le jeudi 6 octobre 2022 à 18h, centre culturel, à Louvroil
Vous pouvez aussi répondre en ligne jusqu'au 30 novembre.
Communauté d'agglomération
1 place du Pavillon
BP 50234
59603 Maubeuge cedex"""
    assert [city for _, _, city in places_of(read_brochure(text))] == ["Hautmont", "Louvroil"]


def test_hours_in_the_last_column_of_every_row() -> None:
    text = """# Ateliers cuisine 2018
| Date | Thème | Lieu | Horaire |
| 16 janvier | Soupes | Centre social, Roye | 10h-12h |
| 13 février | Légumes secs | Maison des jeunes, Nesle | 14h-16h30 |"""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2018-01-16", "10:00", "12:00", "Roye", "in_person"),
        ("2018-02-13", "14:00", "16:30", "Nesle", "in_person"),
    ]


@pytest.mark.parametrize("head", ["Inscriptions closes le", "Réponse avant le", "Inscription jusqu'au", "Clôture"])
def test_the_head_of_a_column_does_not_go_on_in_the_first_row(head: str) -> None:
    table = draw_table(
        ("Dates", "Commune", head),
        ("6 et 7 octobre 2025", "Beauvais", "22 septembre"),
        ("20 et 21 novembre 2025", "Abbeville", "6 novembre"),
    )
    reading = read_page(
        "Calendrier des formations", f"<p>Deux jours, gratuits.</p>{table}<p>Chaque jour : 9h – 17h.</p>"
    )
    assert tell_sessions(reading) == [
        "2025-10-06 09:00-17:00 Beauvais",
        "2025-10-07 09:00-17:00 Beauvais",
        "2025-11-20 09:00-17:00 Abbeville",
        "2025-11-21 09:00-17:00 Abbeville",
    ]
    assert [d.first_day.isoformat() for d in reading.dates if d.role == "registration_deadline"] == [
        "2025-09-22",
        "2025-11-06",
    ]
