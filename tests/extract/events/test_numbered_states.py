"""States told of a sitting by its number, days told for each of several, ends of a trip."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions

GROUPS = """<p>Groupe 1 : lundi 3 mai 2021 de 9h à 12h<br>Groupe 2 : jeudi 17 juin 2021 de 14h à 17h</p>
<p>Salle des fêtes de Wizernes</p>"""


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ("Chaque groupe est limité à douze personnes ; le groupe 1 est complet.", " full", ""),
        ("Faute d'inscrits, le groupe 2 est annulé.", "", " cancelled"),
        ("Les deux groupes se valent.", "", ""),
    ],
)
def test_states_of_sittings_by_their_number(said: str, first: str, second: str) -> None:
    told = [f"2021-05-03 09:00-12:00 Wizernes{first}", f"2021-06-17 14:00-17:00 Wizernes{second}"]
    assert tell_sessions(read_page("Atelier budget", f"{GROUPS}<p>{said}</p>")) == told


def test_days_by_which_each_group_has_something_to_do() -> None:
    body = f"{GROUPS}<p>Fiche à rendre avant le 26 avril pour le groupe 1, le 10 juin pour le groupe 2.</p>"
    assert [line[:10] for line in tell_sessions(read_page("Atelier budget", body))] == ["2021-05-03", "2021-06-17"]


def test_a_trip_ends_with_the_train_home() -> None:
    body = """<p>Jeudi 11 octobre 2012<br>8h30-12h : visite d'Isbergues<br>14h-16h : bilan, salle Carpentier<br>
    17h : train retour</p><p>Inscription avant le 14 septembre 2012.</p>"""
    assert tell_sessions(read_page("Visite d'un quartier d'Isbergues", body)) == ["2012-10-11 08:30-17:00 Isbergues"]


def test_an_office_that_opens_again_holds_no_meeting() -> None:
    body = """<p>Réouverture de l'accueil le lundi 29 août 2016.</p>
    <p>Comité d'usagers le mardi 13 septembre 2016 à 17h30, rue Salengro à Fresnes-sur-Escaut.</p>"""
    assert tell_sessions(read_page("Réunion de rentrée", body)) == ["2016-09-13 17:30- Fresnes-sur-Escaut"]
