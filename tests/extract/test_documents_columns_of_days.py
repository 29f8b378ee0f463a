"""Papers whose columns stand side by side: which are rows of a table, and which tell their own days to the end."""

from __future__ import annotations

from tests.extract.documents import read_brochure, read_text, tell_sessions


def test_two_columns_of_short_entries_whose_lines_stand_side_by_side() -> None:
    text = """# Les matinées 2022 du logement
Rencontre 1
Mardi 5 avril
9h30-12h30
Villers-Cotterêts
Rencontre 2
Mardi 10 mai
9h30-12h30
Hirson
---col---
Rencontre 3
Mardi 7 juin
14h-17h
Soissons
Rencontre 4
Mardi 5 juillet
14h-17h
Chauny"""
    assert tell_sessions(read_brochure(text, "two-columns-rows")) == [
        "2022-04-05 09:30-12:30 Villers-Cotterêts",
        "2022-05-10 09:30-12:30 Hirson",
        "2022-06-07 14:00-17:00 Soissons",
        "2022-07-05 14:00-17:00 Chauny",
    ]


def test_days_below_the_place_that_heads_them_in_a_narrow_column() -> None:
    text = """# Ateliers numériques
Toutes les séances : 14h - 16h
---col---
Hazebrouck, médiathèque
mardi 13 septembre 2022
mardi 20 septembre 2022
Bailleul, salle Marguerite Yourcenar
mardi 4 octobre 2022
mardi 11 octobre 2022"""
    assert tell_sessions(read_brochure(text, "two-columns")) == [
        "2022-09-13 14:00-16:00 Hazebrouck",
        "2022-09-20 14:00-16:00 Hazebrouck",
        "2022-10-04 14:00-16:00 Bailleul",
        "2022-10-11 14:00-16:00 Bailleul",
    ]


def test_numbers_of_days_beside_their_months() -> None:
    text = """# Rencontres des adultes-relais, 1er semestre 2022
| Janvier | 20 | Soissons, maison de quartier Presles | 14h - 16h30 |
| Mars | 24 | Saint-Quentin, espace Matisse | 13h30 - 16h |
| Mai | 19 | Tergnier, salle Lemonnier | 14h - 16h30 |"""
    assert tell_sessions(read_brochure(text, "table")) == [
        "2022-01-20 14:00-16:30 Soissons",
        "2022-03-24 13:30-16:00 Saint-Quentin",
        "2022-05-19 14:00-16:30 Tergnier",
    ]


def test_hours_at_the_end_of_a_row_of_several_days_are_those_of_each() -> None:
    text = """# Tournée du bus santé 2024
| Avril | Mai | Horaires |
| Mardi 9 : Guise | Mardi 14 : Hirson | 9h30-12h |
| Jeudi 18 : Vervins | Jeudi 23 : Chauny | 14h-17h |"""
    assert sorted(tell_sessions(read_brochure(text, "table"))) == [
        "2024-04-09 09:30-12:00 Guise",
        "2024-04-18 14:00-17:00 Vervins",
        "2024-05-14 09:30-12:00 Hirson",
        "2024-05-23 14:00-17:00 Chauny",
    ]


def test_entries_that_begin_with_their_day_keep_the_hours_below_it() -> None:
    text = """Les rendez-vous de l'emploi

LUNDI 6 MARS 2023
Atelier CV
9h - 12h
Mairie de Guise

MARDI 7 MARS 2023
Rencontre avec les agences
14h - 17h
Mairie d'Hirson

JEUDI 9 MARS 2023
Métiers du soin
10h - 12h
Mairie de Vervins"""
    assert tell_sessions(read_text(text)) == [
        "2023-03-06 09:00-12:00 Guise",
        "2023-03-07 14:00-17:00 Hirson",
        "2023-03-09 10:00-12:00 Vervins",
    ]


def test_a_programme_above_its_day_makes_no_deadline_of_it() -> None:
    text = """# Journée professionnelle
9 h 30 Ouverture
10 h 15 Table ronde
12 h 30 Buffet
14 h 00 Ateliers
16 h 00 Clôture
jeudi 13 février 2020
Cité des congrès, 1 place des Nations, 59300 Valenciennes"""
    assert tell_sessions(read_brochure(text)) == ["2020-02-13 09:30-16:00 Valenciennes"]


def test_a_state_in_the_row_below_is_of_another_group() -> None:
    text = """# Référents laïcité 2020, de 9 h à 17 h
| Groupe | Jour 1 | Lieu |
| A | 14 janvier | Laon, préfecture |
| B | 3 mars | Lille, préfecture |
| C | annulé | |"""
    assert tell_sessions(read_brochure(text, "table")) == [
        "2020-01-14 09:00-17:00 Laon",
        "2020-03-03 09:00-17:00 Lille",
    ]


def test_hours_in_the_heading_of_a_column_are_those_of_its_days() -> None:
    text = """# Ateliers 2022 « Budget et énergie »
## Matin : 9h30 - 11h30
Mardi 8 novembre
CCAS d'Aulnoye-Aymeries
Mardi 15 novembre
CCAS de Hautmont
---col---
## Après-midi : 14h - 16h
Mardi 22 novembre
Mairie de Ferrière-la-Grande
Mardi 29 novembre
Mairie de Louvroil"""
    assert tell_sessions(read_brochure(text, "two-columns")) == [
        "2022-11-08 09:30-11:30 Aulnoye-Aymeries",
        "2022-11-15 09:30-11:30 Hautmont",
        "2022-11-22 14:00-16:00 Ferrière-la-Grande",
        "2022-11-29 14:00-16:00 Louvroil",
    ]


def test_a_body_in_another_column_than_that_of_places_is_none() -> None:
    text = """# Programme de professionnalisation
| Intitulé | Animateur | Date | Lieu |
| Le diagnostic | Agence d'urbanisme de Saint-Omer | 3 février 2022, 9h30-17h | Arras, Maison des sociétés |
| L'évaluation | Radio PFM, Arras | 7 avril 2022, 9h30-12h30 | en ligne |"""
    assert tell_sessions(read_brochure(text, "table")) == [
        "2022-02-03 09:30-17:00 Arras",
        "2022-04-07 09:30-12:30 ? online",
    ]


def test_what_stands_below_a_table_of_days_is_said_of_all_of_them() -> None:
    text = """# Cafés des parents 2018
| École | Octobre | Novembre |
| Jean Macé | 11 | 15 |
| Pasteur | 18 | 22 |
Les cafés ont lieu à 8h45 dans les écoles de Sin-le-Noble, après l'entrée en classe."""
    assert sorted(tell_sessions(read_brochure(text, "table"))) == [
        "2018-10-11 08:45- Sin-le-Noble",
        "2018-10-18 08:45- Sin-le-Noble",
        "2018-11-15 08:45- Sin-le-Noble",
        "2018-11-22 08:45- Sin-le-Noble",
    ]
