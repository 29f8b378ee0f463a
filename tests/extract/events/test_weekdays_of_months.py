"""Weekdays told over months: which of them, on what day of the week, and from which month to which."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.dates.lexicon import MONTHS, WEEKDAYS
from tests.extract.documents import read_text, tell_sessions

RANKS = ("premier", "deuxième", "troisième", "quatrième", "dernier")


def tell_days(words: str) -> list[str]:
    """The days of the sessions of a short page."""
    reading = read_text(f"Ateliers du centre social\n\n{words}\n")
    return [told.split()[0] for told in tell_sessions(reading)]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (
            "Tous les premiers mardis du mois, de septembre à novembre 2025, de 14h à 17h, à la médiathèque de Lens.",
            ["2025-09-02", "2025-10-07", "2025-11-04"],
        ),
        (
            "Le 2e samedi de chaque mois de 9h à 11h, de janvier à mars 2025, à la médiathèque de Lens.",
            ["2025-01-11", "2025-02-08", "2025-03-08"],
        ),
        (
            "Les premiers et troisièmes jeudis de mars et avril 2025, à 10h, à la médiathèque de Lens.",
            ["2025-03-06", "2025-03-20", "2025-04-03", "2025-04-17"],
        ),
        (
            "Chaque mercredi du mois de mars 2025, de 10h à 12h, à Lens. Attention, pas d'atelier le 19 mars.",
            ["2025-03-05", "2025-03-12", "2025-03-26"],
        ),
        (
            "En février 2025, tous les lundis, de 10h à 12h, à la médiathèque de Lens.",
            ["2025-02-03", "2025-02-10", "2025-02-17", "2025-02-24"],
        ),
        (
            "Tous les quinze jours, le jeudi, du 9 janvier au 6 février 2025, de 14h à 16h, à Lens.",
            ["2025-01-09", "2025-01-23", "2025-02-06"],
        ),
    ],
)
def test_days_of_a_rule(words: str, days: list[str]) -> None:
    assert tell_days(words) == days


def test_days_left_out_that_nobody_tells_leave_one_period() -> None:
    words = "Tous les mardis de mars à mai 2025, hors vacances scolaires, de 10h à 12h, à Lens."
    dates = read_text(f"Ateliers du centre social\n\n{words}\n").dates
    assert [(str(d.first_day), str(d.last_day), d.precision) for d in dates] == [("2025-03-01", "2025-05-31", "period")]


def test_hours_stand_behind_the_last_month() -> None:
    reading = read_text("Ateliers cuisine\n\nLes mardis de mai et juin 2025, de 10h à 12h, à Lens.\n")
    told = tell_sessions(reading)
    assert told[0] == "2025-05-06 10:00-12:00 Lens"
    assert told[-1] == "2025-06-24 10:00-12:00 Lens"
    assert len(told) == 8


@settings(max_examples=40, deadline=None)
@given(
    rank=st.integers(0, 4),
    weekday=st.integers(0, 6),
    first=st.integers(0, 10),
    months=st.integers(1, 4),
    year=st.integers(2014, 2030),
)
def test_ranked_weekdays_are_those_of_the_calendar(rank: int, weekday: int, first: int, months: int, year: int) -> None:
    last = min(first + months, 11)
    months_told = f"de {MONTHS[first]} à {MONTHS[last]} {year}"
    words = f"Le {RANKS[rank]} {WEEKDAYS[weekday]} de chaque mois, {months_told}, à 18h, à Lens."
    expected = []
    for month in range(first + 1, last + 2):
        days = [dt.date(year, month, 1) + dt.timedelta(days=shift) for shift in range(31)]
        fitting = [day for day in days if day.month == month and day.weekday() == weekday]
        expected.append(str(fitting[-1] if rank == 4 else fitting[rank]))
    assert tell_days(words) == expected


def test_a_day_goes_on_in_the_year_of_the_day_before_it() -> None:
    text = (
        "Compte rendu de la réunion du réseau du mardi 20 juin\n\nPublié le 27 juin 2023\n\n"
        "Calendrier : prochaine réunion le mardi 19 septembre à 9h30 à Creil ; puis le 5 décembre à Méru.\n"
    )
    days = [str(date.first_day) for date in read_text(text).dates if date.role == "event"]
    assert days == ["2023-06-20", "2023-09-19", "2023-12-05"]


def test_people_meet_on_the_last_day_of_the_year_at_an_hour() -> None:
    told = read_text("Réveillon solidaire\n\nMercredi 31 décembre 2025 à 19h30, salle Le Phénix, à Outreau.\n")
    assert tell_sessions(told) == ["2025-12-31 19:30- Outreau"]
    term = read_text(
        "Réunion du réseau\n\nMardi 2 décembre 2025 à 9h, à Outreau.\n\nLe contrat prend fin le 31 décembre 2025.\n"
    )
    assert tell_sessions(term) == ["2025-12-02 09:00- Outreau"]
