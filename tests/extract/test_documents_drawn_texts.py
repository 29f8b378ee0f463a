"""Plain texts whose tables, rules and bullets are drawn with characters."""

from __future__ import annotations

from tests.extract.documents import read_text, tell_sessions


def test_a_framed_table() -> None:
    text = """+-----------------+---------------------+------------------+
| Date            | Commune             | Horaire          |
+-----------------+---------------------+------------------+
| 11 octobre 2021 | Caudry              | 9h30 - 11h30     |
| 25 octobre 2021 | Solesmes            | 14h - 16h        |
+-----------------+---------------------+------------------+
Ateliers "Mon espace santé" - CPAM du Hainaut, Valenciennes"""
    assert tell_sessions(read_text(text)) == ["2021-10-11 09:30-11:30 Caudry", "2021-10-25 14:00-16:00 Solesmes"]


def test_items_behind_any_sign_that_comes_again() -> None:
    text = """Note de service

La formation aux gestes qui sauvent, obligatoire, aura lieu dans les agences :
. agence de Tourcoing - mardi 2 et mardi 9 mars 2021 - 8h30 à 12h
. agence de Roubaix - jeudi 4 et jeudi 11 mars 2021 - 13h30 à 17h"""
    assert tell_sessions(read_text(text)) == [
        "2021-03-02 08:30-12:00 Tourcoing",
        "2021-03-04 13:30-17:00 Roubaix",
        "2021-03-09 08:30-12:00 Tourcoing",
        "2021-03-11 13:30-17:00 Roubaix",
    ]


def test_rules_between_lines_part_them() -> None:
    text = """=========================================
 Les 10 ans du PLIE !
 vendredi 17 novembre 2023 / 14h - 21h
 Le Quadrilatère / Beauvais
-----------------------------------------
 14h   portes ouvertes
 17h   discours
-----------------------------------------
 invitation officielle à suivre en octobre"""
    assert tell_sessions(read_text(text)) == ["2023-11-17 14:00-21:00 Beauvais"]


def test_weekdays_below_the_frames_of_two_weeks() -> None:
    text = """Le bus numérique

Semaine du 6 au 10 mars 2023
  lundi : 9h-12h, mairie de Guise
  jeudi : 14h-16h, mairie de Wassigny

Semaine du 13 au 17 mars 2023
  mardi : 9h-12h, mairie d'Hirson
  jeudi : 14h-16h, mairie de La Capelle"""
    assert [line[:22] for line in tell_sessions(read_text(text))] == [
        "2023-03-06 09:00-12:00",
        "2023-03-09 14:00-16:00",
        "2023-03-14 09:00-12:00",
        "2023-03-16 14:00-16:00",
    ]


def test_a_counted_line_opens_its_entry() -> None:
    text = """Mieux accueillir les gens du voyage
Formation-action en trois temps
Temps 1
Mardi 4 octobre 2022, 9h-17h
en salle, à Compiègne
Temps 2
Mardi 18 octobre 2022, 9h-12h
à distance
Temps 3
Mardi 15 novembre 2022, 9h-17h
mairie de Noyon"""
    assert tell_sessions(read_text(text)) == [
        "2022-10-04 09:00-17:00 Compiègne",
        "2022-10-18 09:00-12:00 ? online",
        "2022-11-15 09:00-17:00 Noyon",
    ]


def test_the_place_in_the_line_of_one_day_is_of_no_other_line() -> None:
    text = """Petit récap avant les vacances :

lundi 3 juillet 2023 : réunion d'équipe, 9h30
mardi 4 juillet 2023 : point avec les services de l'État à Saint-Quentin, 14h
jeudi 6 juillet 2023 : formation de Sarah et Tom, 9h
vendredi 7 juillet 2023 : pique-nique, 12h"""
    assert tell_sessions(read_text(text)) == [
        "2023-07-03 09:30- ?",
        "2023-07-04 14:00- Saint-Quentin",
        "2023-07-06 09:00- ?",
        "2023-07-07 12:00- ?",
    ]
