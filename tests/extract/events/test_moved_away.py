"""Meetings said to be moved to a day told elsewhere or nowhere; a move of place or hour moves no day."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page


def states_of(words: str) -> list[str]:
    reading = read_page("Colloque santé", f"<p>Publié le 2 mars 2020</p><p>{words}</p>")
    return [session.status for event in reading.events for session in event.sessions]


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("Le colloque du 24 mars est reporté. Il se tiendra le 8 octobre à Valenciennes.", ["postponed", "announced"]),
        ("La rencontre du 24 mars, à Lens, a été repoussée. Nouvelle date : 8 octobre.", ["postponed", "announced"]),
        ("La journée du 24 mars est malheureusement reportée.", ["postponed"]),
        ("La visite du 24 mars est décalée en septembre.", ["postponed"]),
        ("La visite du 24 mars est reportée à une date ultérieure.", ["postponed"]),
        ("La visite du 24 mars est déplacée à Arras.", ["announced"]),
        ("La réunion du 24 mars est décalée d'une heure.", ["announced"]),
        ("La réunion du 24 mars est avancée à 14h.", ["announced"]),
        ("Pour la rencontre du 24 mars, la remise des prix a été reportée.", ["announced"]),
    ],
)
def test_a_meeting_is_moved_by_what_is_said_of_it(words: str, states: list[str]) -> None:
    assert states_of(words) == states
