"""Days in lists of what to read: those of papers, and those of meetings that such a list may name as well."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions

HEADS = ["Pour aller plus loin", "Ressources", "À lire aussi :", "Documents à télécharger", "Textes de référence"]
PAPERS = [
    "Rapport de la Commission nationale du débat public, remis le 31 janvier 2019",
    "Avis du Conseil national des villes, rendu le 12 mars 2018",
    "« La santé pour tous », La Gazette, 14 septembre 2017",
    "Convention cadre, signée à Creil le 6 juin 2017",
    "Intervention de Mme Petit à Lens, 8 novembre 2016",
]


@pytest.mark.parametrize("head", HEADS)
def test_a_day_in_a_list_of_papers_is_no_meeting(head: str) -> None:
    items = "".join(f"<li>{paper}</li>" for paper in PAPERS)
    body = f"<p>À Compiègne, un local a été aménagé.</p><h3>{head}</h3><ul>{items}</ul>"
    assert tell_sessions(read_page("Les conseils citoyens", body)) == []


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("Journée d'étude à Lens le 6 juin 2023", "2023-06-06 - Lens"),
        ("Les conseils, mardi 4 avril 2023, 14h-17h, mairie de Creil", "2023-04-04 14:00-17:00 Creil"),
    ],
)
def test_a_meeting_in_such_a_list_is_one(item: str, told: str) -> None:
    body = f"<p>Le réseau se retrouve.</p><h3>Pour aller plus loin</h3><ul><li>{item}</li></ul>"
    assert tell_sessions(read_page("Les rencontres du réseau", body)) == [told]


def test_the_programme_of_a_day_names_the_day() -> None:
    body = "<p>Une journée à Laon.</p><h3>À télécharger</h3><ul><li>Programme de la journée du 12 mars 2024</li></ul>"
    assert tell_sessions(read_page("Journée d'étude sur la santé", body)) == ["2024-03-12 - Laon"]
