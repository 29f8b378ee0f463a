"""Screens that are told besides a place, or head what people do by themselves; towns of those whom people meet."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_text, tell_sessions


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
