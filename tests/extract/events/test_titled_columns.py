"""Tables with a column of names: a catalogue holds an event in each row, a cycle a sitting."""

from __future__ import annotations

import pytest

from tests.extract.documents import draw_table, read_page

ROWS = (("Monter un budget", "13 mars 2025"), ("Écoute active", "29 avril 2025"), ("Monter un budget", "12 juin 2025"))


def events_of(title: str, head: tuple[str, ...], *rows: tuple[str, ...]) -> list[tuple[str, int]]:
    body = "<p>Inscrivez-vous ! Les rencontres ont lieu à la mairie d'Arras, 14h-17h.</p>" + draw_table(head, *rows)
    return [(event.title, len(event.sessions)) for event in read_page(title, body).events]


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Calendrier des formations 2025", "Formation"),
        ("Programme de formation du semestre", "Intitulé"),
        ("Se former en 2025", "Intitulé de la formation"),
        ("Nos stages", "Stage"),
    ],
)
def test_each_name_of_a_catalogue_is_an_event(title: str, head: str) -> None:
    assert events_of(title, (head, "Date"), *ROWS) == [("Monter un budget", 2), ("Écoute active", 1)]


def test_a_body_that_meets_is_called_with_the_head_of_its_column() -> None:
    rows = (("Chefs de projet", "13 mars 2025"), ("Réseau des adultes-relais", "29 avril 2025"))
    told = events_of("Calendrier des réseaux", ("Réseau", "Date"), *rows)
    assert told == [("Réseau : Chefs de projet", 1), ("Réseau des adultes-relais", 1)]


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Formation des bénévoles", "Intitulé"),
        ("Cycle « Associations »", "Intitulé"),
        ("Parcours des adultes-relais", "Formation"),
        ("Calendrier des formations", "Module"),
    ],
)
def test_the_sittings_of_one_stay_together(title: str, head: str) -> None:
    assert [count for _, count in events_of(title, (head, "Date"), *ROWS)] == [3]


def test_numbered_rows_are_the_sittings_of_one() -> None:
    rows = tuple((str(number), *row) for number, row in enumerate(ROWS, 1))
    assert [count for _, count in events_of("Accompagner", ("N°", "Intitulé", "Date"), *rows)] == [3]
