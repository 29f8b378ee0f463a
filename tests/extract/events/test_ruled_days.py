"""Days told by a rule between bounds that stand anywhere around it, with days left out and days moved."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.dates.lexicon import MONTHS, WEEKDAYS
from extract.events.days.weekday_rules import find_rule
from tests.extract.documents import read_text, tell_sessions


def tell(words: str) -> list[str]:
    """The sessions of a short announcement, without their year."""
    return [told[5:] for told in tell_sessions(read_text(f"Permanence d'accès aux droits\n\n{words}\n"))]


def test_a_first_day_then_every_other_week_with_one_moved_within_its_month() -> None:
    told = tell(
        "Permanence à Lens le mercredi 14 janvier 2026 de 9h à 12h, puis un mercredi sur deux aux mêmes heures "
        "jusqu'au 25 mars, sauf le 25 février (reportée au 27)."
    )
    days = ["01-14", "01-28", "02-11", "02-25", "02-27", "03-11", "03-25"]
    assert [line[:5] for line in told] == days
    assert {line[6:] for line in told if line[:5] != "02-25"} == {"09:00-12:00 Lens"}


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (
            "Chaque premier mardi du mois, de septembre à décembre 2025, sauf en novembre, de 9h à 11h, à Lens.",
            ["09-02", "10-07", "12-02"],
        ),
        (
            "De mars à mai 2025, retrouvez-nous le deuxième samedi du mois à la mairie de Lens, de 9h à 11h.",
            ["03-08", "04-12", "05-10"],
        ),
        (
            "Du 6 au 27 mars 2025, l'équipe vous reçoit à Lens tous les jeudis. Pas de permanence le 13 mars.",
            ["03-06", "03-20", "03-27"],
        ),
        (
            "Tous les jeudis, à Lens, à partir du 6 mars 2025. Dernière séance le 20 mars 2025.",
            ["03-06", "03-13", "03-20"],
        ),
        ("Trois séances, chaque jeudi à partir du 6 mars 2025, à 18h, à Lens.", ["03-06", "03-13", "03-20"]),
        ("À partir du 6 mars 2025, deux jeudis d'affilée, à 18h, à Lens.", ["03-06", "03-13"]),
        (
            "Une semaine sur deux, le jeudi de 14h à 16h, du 6 mars au 3 avril 2025, à Lens.",
            ["03-06", "03-20", "04-03"],
        ),
        ("Tous les jeudis de mars 2025, à Lens, à l'exception du 13 mars 2025.", ["03-06", "03-20", "03-27"]),
    ],
)
def test_bounds_stand_anywhere_around_a_rule(words: str, days: list[str]) -> None:
    assert [line[:5] for line in tell(words)] == days


@pytest.mark.parametrize(
    "words",
    [
        "La piscine de Lens est fermée un lundi sur deux, à compter du 3 mars 2025 et jusqu'au 28 avril 2025.",
        "Notre équipe répond chaque mardi au téléphone, de 9h à 11h.",
    ],
)
def test_rules_of_something_else_or_without_bounds_tell_no_day(words: str) -> None:
    assert tell(words) == []


def test_days_told_one_by_one_are_all() -> None:
    told = tell("Trois vendredis de mars 2024 : le 8 mars 2024 à Lens, le 15 mars 2024 à Méru, le 22 mars 2024 à Laon.")
    assert [line[:5] for line in told] == ["03-08", "03-15", "03-22"]


@settings(max_examples=50, deadline=None)
@given(
    first=st.dates(dt.date(2015, 1, 1), dt.date(2030, 12, 31)),
    weeks=st.integers(2, 9),
    step=st.sampled_from([1, 2]),
)
def test_a_rule_tells_every_day_of_the_calendar_between_its_bounds(first: dt.date, weeks: int, step: int) -> None:
    weekday = WEEKDAYS[first.weekday()]
    words = f"chaque {weekday}" if step == 1 else f"un {weekday} sur deux"
    rule = find_rule(words, 0, len(words))
    assert rule is not None
    last = first + dt.timedelta(7 * weeks)
    days = rule.days_between(first, last)
    assert days == [first + dt.timedelta(7 * n) for n in range(0, weeks + 1, step)]
    bounds = [f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in (first, last)]
    told = tell_sessions(read_text(f"Atelier cuisine\n\nRendez-vous {words}, du {bounds[0]} au {bounds[1]}, à Lens.\n"))
    assert [line[:10] for line in told] == [str(day) for day in days]
