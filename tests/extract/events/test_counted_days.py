"""Days counted from another one, and one day in several towns, each with its own hours and town."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.dates.counted_days import COUNTED, count_from
from tests.extract.documents import read_text, tell_sessions


def tell(words: str) -> list[str]:
    """The sessions of a short announcement, without their year."""
    return [told[5:] for told in tell_sessions(read_text(f"Rencontre du réseau\n\n{words}\n"))]


@pytest.mark.parametrize(
    ("words", "second"),
    [
        ("Rendez-vous le 4 mars 2025 de 9h à 12h à Lens, puis le lendemain de 14h à 16h à Douai.", "03-05 14:00-16:00"),
        (
            "Rendez-vous le 4 mars 2025 de 9h à 12h à Lens ; huit jours plus tard, 14h-16h, à Douai.",
            "03-11 14:00-16:00",
        ),
        (
            "La première séance a lieu le 4 mars 2025 à Lens, 9h-12h. La deuxième se tiendra quinze jours plus tard "
            "à Douai, aux mêmes heures.",
            "03-18 09:00-12:00",
        ),
        ("Rendez-vous le 4 mars 2025 à Lens de 9h à 12h et le jeudi suivant à Douai, à 18h.", "03-06 18:00-"),
        ("Deux séances : l'une le 4 mars 2025, 9h-12h, à Lens, l'autre le surlendemain à Douai.", "03-06 -"),
    ],
)
def test_a_day_is_counted_from_the_one_before(words: str, second: str) -> None:
    assert tell(words) == ["03-04 09:00-12:00 Lens", f"{second} Douai"]


def test_the_eve_of_what_is_told_behind_it() -> None:
    told = tell("Une visite est proposée à Douai la veille de la rencontre, qui se tient le 4 mars 2025 à Lens.")
    assert told == ["03-03 - Douai", "03-04 - Lens"]


@pytest.mark.parametrize(
    "words",
    [
        "Le lien vous parviendra la veille.",
        "Covoiturage : s'adresser à Christelle la veille avant 17h.",
        "Le compte rendu sera publié deux semaines plus tard.",
    ],
)
def test_what_is_done_on_a_counted_day_is_no_meeting(words: str) -> None:
    assert tell(f"Rendez-vous le 4 mars 2025 de 9h à 12h à Lens. {words}") == ["03-04 09:00-12:00 Lens"]


@pytest.mark.parametrize(
    "words",
    [
        "Le 4 mars 2025 de 9h à 11h à Lens et, le même jour, de 14h à 16h à Douai.",
        "Le 4 mars 2025 : de 9h à 11h, à Lens ; de 14h à 16h, à Douai.",
        "Double rendez-vous le 4 mars 2025 : Lens, 9h-11h, et Douai, 14h-16h.",
        "À Lens entre 9h et 11h ou à Douai entre 14h et 16h, le 4 mars 2025 : choisissez votre séance.",
        "Le 4 mars 2025, de 9h à 11h, le bus sera à Lens. Le même jour, de 14h à 16h, il sera à Douai.",
    ],
)
def test_hours_of_one_day_go_with_the_towns_beside_them(words: str) -> None:
    assert tell(words) == ["03-04 09:00-11:00 Lens", "03-04 14:00-16:00 Douai"]


def test_one_day_in_two_towns_at_once() -> None:
    told = tell("Le 4 mars 2025, deux villes ouvrent leurs portes en même temps : Lens et Douai.")
    assert told == ["03-04 - Lens", "03-04 - Douai"]


@settings(max_examples=60, deadline=None)
@given(day=st.dates(dt.date(2010, 1, 1), dt.date(2035, 1, 1)), weeks=st.integers(2, 12))
def test_weeks_and_weekdays_are_those_of_the_calendar(day: dt.date, weeks: int) -> None:
    later = COUNTED.search(f"{weeks} semaines plus tard")
    following = COUNTED.search("le jeudi suivant")
    assert later is not None
    assert following is not None
    assert count_from(later, day) == day + dt.timedelta(7 * weeks)
    told = count_from(following, day)
    assert told is not None
    assert told.weekday() == 3
    assert 1 <= (told - day).days <= 7
