"""Titles that only say that what follows is collected, and what that makes of the entries below them."""

from __future__ import annotations

import pytest

from extract.events.page.collections import only_collects
from tests.extract.documents import draw_table, read_page


@pytest.mark.parametrize(
    "title",
    [
        "Agenda",
        "Nos rendez-vous de mars 2024",
        "Le calendrier du réseau",
        "Dates à retenir",
        "À vos agendas !",
        "Les temps forts du mois",
        "Prochains événements",
        "Que faire en avril ?",
    ],
)
def test_titles_that_name_nothing(title: str) -> None:
    assert only_collects(title)


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Agenda des formations",
        "Rendez-vous de la parentalité",
        "Save the date !",
        "Calendrier du comité de pilotage",
        "Habiter la ville demain",
        "Réseau des quartiers",
    ],
)
def test_titles_that_name_something(title: str) -> None:
    assert not only_collects(title)


def test_rows_below_such_a_title_are_events_whatever_they_are_called() -> None:
    body = draw_table(
        ("Quand", "Quoi", "Où"),
        ("jeudi 15 mai 2025, 18h", "Numérique : par où commencer ?", "Roubaix"),
        ("mardi 20 mai 2025, 14h", "Loto solidaire", "Lens"),
        ("samedi 24 mai 2025, 10h", "Tri des déchets (1)", "Douai"),
        ("samedi 31 mai 2025, 10h", "Tri des déchets (2)", "Douai"),
    )
    told = [
        (event.title, [session.first_day.day for session in event.sessions])
        for event in read_page("Le carnet des rendez-vous", body).events
    ]
    assert told == [
        ("Numérique : par où commencer ?", [15]),
        ("Loto solidaire", [20]),
        ("Tri des déchets (1)", [24, 31]),
    ]
