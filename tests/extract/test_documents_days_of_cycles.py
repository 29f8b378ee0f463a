"""Cycles of several days against what stands beside them: letters, exhibitions, calls, columns of what was signed."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions

PAGES: list[tuple[str, str, list[str]]] = [
    (  # a town and its day are no date of a letter beside a town and two days
        "Cycle de formation 2024 : animer un conseil citoyen",
        "<p><b>Module 1 – Connaître son territoire</b><br>Soissons, lundi 4 et mardi 5 mars 2024<br>"
        "CPIE, 33 rue des Victimes de Comportet</p>"
        "<p><b>Module 2 – Construire un projet</b><br>Lens, jeudi 28 mars 2024<br>"
        "Maison syndicale, 32 rue Casimir Beugnet</p><p>Horaires : 9h30 - 17h.</p>",
        ["2024-03-04 09:30-17:00 Soissons", "2024-03-05 09:30-17:00 Soissons", "2024-03-28 09:30-17:00 Lens"],
    ),
    (  # who lists days announces them, whatever was done before
        "Cycle « Aller vers »",
        "<p>Jeudi 18 janvier : Hénin-Beaumont, L'Escapade</p><p>Jeudi 14 mars 2024 : Boulogne-sur-Mer, Faïencerie</p>"
        "<p>Début des séances à 9h30, fin à 12h30. Un comité de préparation s'est réuni le 14 novembre 2023.</p>",
        ["2024-01-18 09:30-12:30 Hénin-Beaumont", "2024-03-14 09:30-12:30 Boulogne-sur-Mer"],
    ),
    (
        "Les conventions territoriales",
        "<p>Le tableau est tenu à jour.</p><table><tr><th>Territoire</th><th>Signature</th></tr>"
        "<tr><td>CA du Boulonnais</td><td>12/05/2022</td></tr>"
        "<tr><td>CC du Ternois</td><td>20/06/2022</td></tr></table>",
        [],
    ),
    (
        "Conseils citoyens : le calendrier",
        "<table><tr><th>Ville</th><th>Arrêté préfectoral</th><th>Prochaine réunion</th></tr>"
        "<tr><td>Avion</td><td>12 mai 2022</td><td>4 octobre 2022</td></tr>"
        "<tr><td>Liévin</td><td>20 juin 2022</td><td>11 octobre 2022</td></tr></table>",
        ["2022-10-04 - Avion", "2022-10-11 - Liévin"],
    ),
    (
        "Où en sont les projets alimentaires ?",
        "<p>Celui du Douaisis, paraphé le 14 mars 2022, et celui du Ponthieu, le 2 juin 2022, sont en ligne.</p>",
        [],
    ),
    (  # places that are left are those of a meeting
        "Formation « Animer une réunion publique »",
        "<p>La formation affiche complet à Hazebrouck (2 février 2023). Bonne nouvelle : huit places restent "
        "disponibles à Chauny, le jeudi 16 février.</p><p>Rappel des horaires : 9h30-12h30 et 13h30-16h30.</p>",
        ["2023-02-02 09:30-16:30 Hazebrouck full", "2023-02-16 09:30-16:30 Chauny"],
    ),
    (
        "Forum des associations",
        "<h2>Quand ?</h2><p>Samedi 9 septembre 2023, de 10h à 18h, à Saint-Quentin</p>"
        "<h2>L'inscription des exposants</h2><p>ouverte du 15 mai au 30 juin 2023</p>"
        "<h2>L'exposition</h2><p>du 2 au 29 septembre à Guise</p>",
        ["2023-09-09 10:00-18:00 Saint-Quentin"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), PAGES, ids=[page[0] for page in PAGES])
def test_the_days_of_a_cycle_are_told_from_what_stands_beside_them(title: str, body: str, expected: list[str]) -> None:
    page = read_page(title, body)

    assert tell_sessions(page) == expected
