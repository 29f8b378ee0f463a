"""Days without a month that go on in turn, each with its place; the end of a series that is no deadline."""

from __future__ import annotations

import pytest

from extract.dates import read_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le 4 mars 2020 à Lens, le 11 au Louvre et le 18 à Avion", ["2020-03-04", "2020-03-11", "2020-03-18"]),
        ("Le 2 à Laon, le 9 à Guise et le 16 mai 2019 à Hirson", ["2019-05-02", "2019-05-09", "2019-05-16"]),
        ("Le 4 mars 2020 à Lens. Le 3 à Avion", ["2020-03-04"]),
        ("Le 4 mars 2020 à Lens. Le 11 à Avion", ["2020-03-04", "2020-03-11"]),
        ("Le 4 mars 2020 à Lens\nLe 11 à Avion", ["2020-03-04"]),
        ("Le 4 mars 2020 à 9h, le 11 à 14h", ["2020-03-04", "2020-03-11"]),
        ("les 5 (9h-12h) et 6 mai 2025 (14h-17h)", ["2025-05-05", "2025-05-06"]),
        ("le 5 de 9h à 12h et le 6 mai 2025 de 14h à 17h", ["2025-05-05", "2025-05-06"]),
        ("Le 4 mars 2020, les 10 heures de formation", ["2020-03-04"]),
        ("Mai 2025 : les 5, 12 et 19", ["2025-05-01", "2025-05-05", "2025-05-12", "2025-05-19"]),
        ("Le 3 mai 2025 : les 5, 12 et 19 juin", ["2025-05-03", "2025-06-05", "2025-06-12", "2025-06-19"]),
        ("mardis de juin 2025, puis le 3 mai", ["2025-06-01", "2025-05-03"]),
        ("Deux soirs de mai 2018 : le 4 à Ham et le 18 à Roye", ["2018-05-01", "2018-05-04", "2018-05-18"]),
        ("En mai 2018 : réunion le 4 à Ham", ["2018-05-01"]),
    ],
)
def test_days_in_turn(text: str, expected: list[str]) -> None:
    assert [date.first_day.isoformat() for date in read_dates(text).dates] == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Clôture départementale le 3 juin 2019", "event"),
        ("Clôture du festival le 3 juin 2019", "event"),
        ("Clôture des candidatures le 3 juin 2019", "registration_deadline"),
        ("Clôture le 3 juin 2019 des inscriptions", "registration_deadline"),
    ],
)
def test_an_end_that_people_celebrate(text: str, role: str) -> None:
    assert [date.role for date in read_dates(text).dates] == [role]


def test_days_with_the_place_of_each_in_a_bracket_before_their_month() -> None:
    dates = read_dates("Les 4 (Somain), 11 (Aniche) et 18 mars 2020 (Lewarde)").dates
    assert [date.first_day.isoformat() for date in dates] == ["2020-03-04", "2020-03-11", "2020-03-18"]
