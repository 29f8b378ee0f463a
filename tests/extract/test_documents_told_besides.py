"""Screens that are told besides a place, or head what people do by themselves; towns of those whom people meet."""

from __future__ import annotations

import pytest

from extract.read import read_document
from tests.extract.documents import read_text, tell_sessions
from warehouse.reference import load_knowledge


@pytest.mark.parametrize(
    "words",
    ["En visio aussi\nLa matinée est retransmise.", "Également en visio", "Ouvert aussi en visioconférence"],
)
def test_a_screen_that_is_told_besides_makes_a_meeting_hybrid(words: str) -> None:
    text = f"Séminaire logement\n\nMardi 3 mars 2026, 9h-17h\nMairie, place Foch, 62300 Lens\n\n{words}\n"
    assert tell_sessions(read_text(text)) == ["2026-03-03 09:00-17:00 Lens hybrid"]


def test_what_people_do_online_by_themselves_is_no_place() -> None:
    text = (
        "Budget participatif de Douai\n\nEn réunion\nmardi 3 mars 2026, 18h30\n\n"
        "En ligne\nquestionnaire ouvert jusqu'au 30 mars\n"
    )
    assert tell_sessions(read_text(text)) == ["2026-03-03 18:30- Douai"]


def test_the_body_that_heads_minutes_tells_its_town_and_not_the_one_it_meets() -> None:
    text = (
        "Comité de quartier Delaune, Lens\n"
        "Compte rendu de la séance du mardi 4 juin 2024, 18h, Maison des associations\n\n"
        "Points : fête des voisins. Un échange avec le conseil citoyen de Calais est prévu.\n\n"
        "Prochaine séance : mardi 10 septembre 2024 à 18h, salle Foch.\n"
    )
    assert tell_sessions(read_text(text)) == ["2024-06-04 18:00- Lens", "2024-09-10 18:00- Lens"]


def test_a_house_named_by_its_bare_noun_takes_the_address_told_before() -> None:
    text = (
        "Association des habitants du Mont-Liébaut\nBéthune\n\nPROCÈS-VERBAL DU CONSEIL D'ADMINISTRATION\n\n"
        "Le conseil s'est réuni le jeudi 14 novembre 2024 à 18h00 au local, 22 rue de Lille, à Béthune.\n\n"
        "Point 4. Prochain conseil : jeudi 9 janvier 2025, 18h, au local.\n"
    )
    assert tell_sessions(read_text(text)) == ["2024-11-14 18:00- Béthune", "2025-01-09 18:00- Béthune"]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("<h1>Les Tordus</h1><p>jardin partagé des 3 Cités, Sin-le-Noble, à côté de Douai</p>", "Sin-le-Noble"),
        ("<h1>Amicale des Tours</h1>", "?"),
    ],
)
def test_the_head_of_a_site_tells_its_town_and_an_article_makes_none(head: str, told: str) -> None:
    page = (
        f"<html><head><title>Chantier</title></head><body><header>{head}</header><main><h2>Chantier</h2>"
        "<p>Dimanche 11 mai 2025, 10h, salle Jean-Vilar.</p></main></body></html>"
    )
    reading = read_document(page.encode(), "https://www.exemple.fr/page", "text/html", load_knowledge())
    assert tell_sessions(reading) == [f"2025-05-11 10:00- {told}"]


def test_a_day_of_a_journey_has_no_place_of_the_next_meeting() -> None:
    text = (
        "Retour sur notre voyage à Bruxelles\nLe 25 avril 2025, vingt-trois habitants ont pris le car de 6 heures. "
        "Direction Molenbeek, ses potagers sur les toits.\n\nLa suite\nOn raconte tout :\n"
        "mardi 20 mai 2025, 18h à 19h30\nMaison de services Lenoir, rue Camille-Corot, à Arras\n"
    )
    assert tell_sessions(read_text(text)) == ["2025-04-25 - ?", "2025-05-20 18:00-19:30 Arras"]
