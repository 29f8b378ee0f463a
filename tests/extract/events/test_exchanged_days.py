"""One day of a sentence that takes the place of another, and words of what is full or off beside a day."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.extract.documents import read_page, tell_sessions


def states_of(words: str) -> dict[dt.date, str]:
    reading = read_page("Atelier couture", f"<p>Publié le 2 mars 2023</p><p>{words}</p>")
    return {session.first_day: session.status for event in reading.events for session in event.sessions}


@pytest.mark.parametrize(
    "words",
    [
        "L'atelier aura lieu le mardi 13 juin 2023 à 14h à Laon, et non le mardi 6 juin 2023.",
        "L'atelier n'aura pas lieu le mardi 6 juin 2023, mais le mardi 13 juin 2023 à 14h à Laon.",
        "Prévu le mardi 6 juin 2023, l'atelier se tiendra finalement le mardi 13 juin 2023 à 14h à Laon.",
        "Report de l'atelier du mardi 6 juin 2023 : rendez-vous le mardi 13 juin 2023 à 14h à Laon.",
        "L'atelier du mardi 6 juin 2023 glisse au mardi 13 juin 2023, 14h, à Laon.",
        "La date du 6 juin 2023 n'est plus d'actualité, la nouvelle est le 13 juin 2023 à 14h à Laon.",
    ],
)
def test_the_old_day_is_put_off_and_the_new_one_announced(words: str) -> None:
    states = states_of(words)
    assert states[dt.date(2023, 6, 13)] == "announced"
    assert states.get(dt.date(2023, 6, 6), "postponed") == "postponed"


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Nous annulons l'atelier du mardi 6 juin 2023 à Laon.", "cancelled"),
        ("L'atelier du mardi 6 juin 2023 à Laon n'aura malheureusement pas lieu.", "cancelled"),
        ("L'atelier du mardi 6 juin 2023 à Laon est déprogrammé.", "cancelled"),
        ("Il ne reste aucune place pour l'atelier du mardi 6 juin 2023 à Laon.", "full"),
        ("Atelier le mardi 6 juin 2023 à Laon. Il n'est plus possible de s'inscrire.", "full"),
        ("Les inscriptions seront closes le 2 juin pour l'atelier du mardi 6 juin 2023 à Laon.", "announced"),
        ("Atelier le mardi 6 juin 2023 à Laon. Et si je n'ai pas de place ?", "announced"),
    ],
)
def test_what_is_off_or_full(words: str, state: str) -> None:
    assert states_of(words)[dt.date(2023, 6, 6)] == state


def test_hours_behind_the_old_day_are_those_of_the_new_one() -> None:
    body = "<p>L'atelier se tient le 13 juin 2023 et non le 6 juin 2023, de 9h à 12h, à la MJC de Lens.</p>"
    assert "2023-06-13 09:00-12:00 Lens" in tell_sessions(read_page("Atelier couture", body))


@pytest.mark.parametrize(
    ("words", "session"),
    [
        ("Le 6 juin 2023, 9h-12h, nous ne serons pas à la MJC à Lens. Retrouvez-nous à la Halle à Douai.", "Douai"),
        (
            "Le 6 juin 2023, 9h-12h, ne venez pas salle Aragon (rue Haute, Lens). Rendez-vous à la Halle à Douai.",
            "Douai",
        ),
    ],
)
def test_nobody_meets_where_people_are_told_not_to_come(words: str, session: str) -> None:
    assert tell_sessions(read_page("Atelier couture", f"<p>{words}</p>")) == [f"2023-06-06 09:00-12:00 {session}"]
