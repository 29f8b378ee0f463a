"""Days that hang on a clause of their own beside the meeting that a page tells: they make no session."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, read_text, tell_sessions

MEETING = "La rencontre du réseau aura lieu le jeudi 15 mai 2025, de 14h à 16h, à la médiathèque de Chauny."


@pytest.mark.parametrize(
    "words",
    [
        "Le comité a choisi le projet de la rencontre ; il sera signé le 22 mai 2025 par le maire.",
        "Par ailleurs, la commission sécurité se réunit le 20 mai 2025 ; le compte rendu suivra.",
        "L'an dernier, le 16 mai 2024, vous étiez quarante à Tergnier.",
        "La rencontre ouvre la semaine de la santé, à l'occasion de la quinzaine du goût (12 au 23 mai 2025).",
    ],
)
def test_what_a_clause_leads_to_is_no_sitting(words: str) -> None:
    for reading in (
        read_page("Rencontre du réseau", f"<p>{MEETING}</p><p>{words}</p>"),
        read_text(f"Rencontre du réseau\n\n{MEETING}\n\n{words}\n"),
    ):
        assert tell_sessions(reading) == ["2025-05-15 14:00-16:00 Chauny"]


def test_a_town_and_a_day_before_the_first_words_date_the_letter() -> None:
    body = (
        "<p>Chauny, 28 avril 2025 – Le réseau des centres sociaux vous convie à sa rencontre le jeudi 15 mai 2025, "
        "de 14h à 16h, à la médiathèque de Chauny.</p>"
    )
    reading = read_page("Rencontre du réseau", body)
    assert tell_sessions(reading) == ["2025-05-15 14:00-16:00 Chauny"]
    assert [d.role for d in reading.dates] == ["publication", "event"]


def test_a_list_of_towns_and_days_is_no_letter() -> None:
    text = "Ateliers cuisine\n\nChauny, le 13 mai 2025 – Cuisine\nTergnier, le 20 mai 2025 – Jardin\n"
    assert [s.split()[0] for s in tell_sessions(read_text(text))] == ["2025-05-13", "2025-05-20"]


def test_a_sitting_that_was_moved_is_that_of_its_number() -> None:
    body = (
        "<ul><li>Séance 1 – mardi 1er avril 2025, 9h30-12h, Laon, maison des associations</li>"
        "<li>Séance 2 – mardi 3 juin 2025 (mêmes horaires), Soissons, salle du Parc</li></ul>"
        "<p>Attention : la séance 2, initialement prévue le 6 mai 2025, est décalée.</p>"
    )
    assert tell_sessions(read_page("Ateliers de l'évaluation", body)) == [
        "2025-04-01 09:30-12:00 Laon",
        "2025-05-06 09:30-12:00 Soissons postponed",
        "2025-06-03 09:30-12:00 Soissons",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "« Le 5 mai 2025, nous n'étions encore que trois », se souvient la présidente.",
        "Le groupe habitat, lui, se retrouvera le 20 mai 2025.",
        "La prochaine commission d'attribution est fixée au 20 mai 2025.",
        "Les permanences reprendront le 20 mai 2025.",
        "L'avenant sera signé le 20 mai 2025 en sous-préfecture de Laon.",
        "Le jumelage date du 8 mai 2004.",
        "Sans nouvelles de vous le 9 mai 2025, votre place sera donnée.",
    ],
)
def test_days_of_others_beside_the_meeting(words: str) -> None:
    reading = read_page("Rencontre du réseau", f"<p>{MEETING}</p><p>{words}</p>")
    assert tell_sessions(reading) == ["2025-05-15 14:00-16:00 Chauny"]


def test_a_body_that_the_page_speaks_of_meets_on_its_day() -> None:
    body = f"<p>{MEETING}</p><p>Le groupe « santé » se réunira le 20 mai 2025.</p>"
    days = [s.split()[0] for s in tell_sessions(read_page("Groupe « santé » : deux réunions", body))]
    assert days == ["2025-05-15", "2025-05-20"]
