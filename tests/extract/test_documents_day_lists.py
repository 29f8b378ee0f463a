"""Lists of days in print and on pages, the columns of their places, and days that bind or come next."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.dates import read_dates
from tests.extract.documents import read_brochure, read_page, sessions_of, tell_sessions


def test_full_lines_that_each_begin_with_a_town_and_its_day_are_entries_of_their_own() -> None:
    text = """# Conférences des financeurs : présentation du programme
Amiens : lundi 4 octobre 2021 de 9h30 à 11h30, hôtel du département, salle des fêtes, 43 rue de la République
Abbeville : mardi 5 octobre 2021 de 14h à 16h, sous-préfecture, salle de réunion, 19 rue des Minimes
Montdidier : jeudi 7 octobre 2021 de 9h30 à 11h30, salle du conseil municipal, place du Général de Gaulle"""
    assert sessions_of(read_brochure(text)) == [
        ("2021-10-04", "09:30", "11:30", "Amiens", "in_person"),
        ("2021-10-05", "14:00", "16:00", "Abbeville", "in_person"),
        ("2021-10-07", "09:30", "11:30", "Montdidier", "in_person"),
    ]


def test_a_town_alone_over_each_day_of_a_narrow_column_heads_its_entry() -> None:
    text = """# Ateliers budget
## Pour qui
Les bénévoles de toutes les associations du territoire, sans condition.
---col---
## Les dates
Hirson
mardi 5 mars 2019 à 18h
Médiathèque, rue de la République
Guise
jeudi 7 mars 2019 à 18h
Salle polyvalente"""
    found = sessions_of(read_brochure(text, "two-columns-rows"))
    assert [(day, town) for day, _, _, town, _ in found] == [("2019-03-05", "Hirson"), ("2019-03-07", "Guise")]


def test_a_column_of_towns_with_their_houses_says_where_without_a_label() -> None:
    body = """<table><tr><td>Temps 1</td><td>Mardi 3 mai 2022, 14h-17h</td><td>Vélodrome de Roubaix</td></tr>
    <tr><td>Temps 2</td><td>Mardi 7 juin 2022, 14h-17h</td><td>Avion, salle Jean-Jaurès</td></tr>
    <tr><td>Temps 3</td><td>Mardi 5 juillet 2022, 9h-12h</td><td>Calais, Minck</td></tr></table>"""
    assert tell_sessions(read_page("Cycle « Sport pour toutes »", body)) == [
        "2022-05-03 14:00-17:00 Roubaix", "2022-06-07 14:00-17:00 Avion", "2022-07-05 09:00-12:00 Calais",
    ]  # fmt: skip


def test_one_follows_from_behind_ones_own_screen() -> None:
    body = "<p>Prochaine pause mardi 8 juin 2021 à 13h.</p><p>Où ? Derrière votre écran.</p>"
    assert tell_sessions(read_page("Les mardis de la rénovation", body)) == ["2021-06-08 13:00- ? online"]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Bulletin à rendre pour le 4 mai 2021, délai de rigueur", "registration_deadline"),
        ("Le 4 mai 2021, terme de rigueur", "registration_deadline"),
        ("Merci de me confirmer votre venue pour le 4 mai 2021.", "registration_deadline"),
        ("Veuillez nous renvoyer le coupon pour le 4 mai 2021", "registration_deadline"),
        ("Merci de votre présence le 4 mai 2021.", "event"),
        ("Les aides suivent le texte du 4 mai 2021.", "other"),
        ("Ouverture de la plateforme : 4 mai 2021", "other"),
        ("Ouverture du guichet : 4 mai 2021", "other"),
        ("Ouverture du colloque : 4 mai 2021", "event"),
    ],
)
def test_days_that_bind_and_days_that_open(words: str, role: str) -> None:
    assert [(date.first_day, date.role) for date in read_dates(words).dates] == [(dt.date(2021, 5, 4), role)]


def test_a_house_called_after_a_saint_is_in_the_town_of_its_page() -> None:
    body = "<p>Samedi 14 septembre 2019, de 10h à 18h, au complexe sportif Saint-Amand.</p>"
    assert tell_sessions(read_page("Forum des associations de Denain", body)) == ["2019-09-14 10:00-18:00 Denain"]


def test_the_hours_of_a_report_are_not_those_of_the_meetings_to_come() -> None:
    body = """<p>Horaires : 9h30 – 12h30</p><p>Présents : douze personnes.</p><p>Prochaines dates :</p>
    <ul><li>7 mai 2020, à Lens</li><li>2 juillet 2020, à Liévin</li></ul>"""
    assert tell_sessions(read_page("Compte rendu du comité du jeudi 12 mars 2020", body)) == [
        "2020-03-12 09:30-12:30 ?",
        "2020-05-07 - Lens",
        "2020-07-02 - Liévin",
    ]


def test_minutes_at_hand_are_of_a_meeting_before_the_one_to_come() -> None:
    body = """<p>Publié le 2 septembre 2021</p><p>Prochaine réunion : jeudi 23 septembre à 14h à Amiens.</p>
    <p>Objectifs 2022 : former les relais.</p><p>Le compte rendu de la réunion du 10 juin est joint.</p>"""
    assert tell_sessions(read_page("Réunion du réseau des adultes-relais", body)) == ["2021-09-23 14:00- Amiens"]


def test_the_line_of_the_author_under_a_title_is_when_it_was_published() -> None:
    body = """<p>14 juin 2023 par l'équipe</p><p>Le 10 juillet 2023, de 14h à 18h : fresque collective à Denain.</p>"""
    reading = read_page("Rendez-vous au quartier", body)
    assert tell_sessions(reading) == ["2023-07-10 14:00-18:00 Denain"]
    assert reading.page.published_on == dt.date(2023, 6, 14)


@pytest.mark.parametrize("words", ["La loi Lamy du 21 février 2014", "Retour sur l'ordonnance du 12 mars 2020"])
def test_the_hour_of_a_step_is_not_that_of_the_law_it_is_on(words: str) -> None:
    assert [(date.starts_at, date.role) for date in read_dates(f"9h30 {words}").dates] == [(None, "law")]
    assert [(date.starts_at, date.role) for date in read_dates(f"9h30 {words}\n10h15 - 11h Débat").dates] == [
        (None, "law")
    ]
