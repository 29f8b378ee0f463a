"""What stands on the lines below a day or above it: hours and towns of each day, headings that look back, envelopes."""

from __future__ import annotations

import pytest

from tests.extract.documents import places_of, read_brochure, sessions_of


def test_each_day_has_its_hour_and_its_town_on_the_lines_below() -> None:
    text = """# Festival des solidarités
## Sam. 18 novembre 2023
Laon
Marché solidaire, 10h-18h
Salle de l'Éclat
## Mar. 21 novembre 2023
Chauny
Film-débat, 20h
Cinéma Lumières
## Ven. 1er décembre 2023
Tergnier
Concert, 20h30"""
    assert sessions_of(read_brochure(text)) == [
        ("2023-11-18", "10:00", "18:00", "Laon", "in_person"),
        ("2023-11-21", "20:00", None, "Chauny", "in_person"),
        ("2023-12-01", "20:30", None, "Tergnier", "in_person"),
    ]


@pytest.mark.parametrize("heading", ["Les réunions précédentes", "Séances passées", "Ateliers déjà organisés"])
def test_days_under_a_heading_that_looks_back_are_past(heading: str) -> None:
    text = f"# Réunion du club\nMardi 16 juin 2015, 9h30-12h\nà Denain\n## {heading}\n14 octobre 2014 : l'emploi"
    assert [session[0] for session in sessions_of(read_brochure(text))] == ["2015-06-16"]


def test_the_same_hour_reaches_over_a_day_without_one() -> None:
    text = """# Parcours de formation
Le jeudi 16 mars 2023 de 17h30 à 19h30 à Laon
Rappel : la réunion du 9 février 2023 à Guise a été annulée.
Prochaine réunion : le jeudi 13 avril 2023, même horaire, à Hirson."""
    assert sessions_of(read_brochure(text))[-1] == ("2023-04-13", "17:30", "19:30", "Hirson", "in_person")


def test_an_invitation_to_meet_online_by_an_office_with_an_address() -> None:
    text = """# Le sous-préfet de Péronne
vous prie de bien vouloir assister
à l'installation du comité local
le mercredi 12 mai 2021 à 9h30
en visioconférence
Merci de votre présence.
Sous-préfecture - 5 place du Commandant Daudré - 80200 Péronne"""
    reading = read_brochure(text)
    assert sessions_of(reading) == [("2021-05-12", "09:30", None, None, "online")]
    assert places_of(reading) == []


def test_the_hours_of_the_whole_stay_when_its_last_line_is_a_drink() -> None:
    text = """# Rencontre du réseau
## Jeudi 1er décembre 2022
de 13h30 à 17h
## Programme
13h30 Café d'accueil
14h00 Portraits
17h00 Verre de l'amitié"""
    assert [session[1:3] for session in sessions_of(read_brochure(text))] == [("13:30", "17:00")]
