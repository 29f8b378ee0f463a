"""A year told before its days, and sentences in the past tense."""

import datetime as dt

import pytest

from extract.dates import read_dates

AUTUMN = dt.date(2018, 10, 1)


def days(text: str, reference: dt.date | None = AUTUMN) -> list[str]:
    return [str(date.first_day) for date in read_dates(text, reference).dates if date.precision == "day"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dates 2019 : 8 janvier, 5 février et 7 mai", ["2019-01-08", "2019-02-05", "2019-05-07"]),
        ("Les ateliers 2019 – 8 janvier / 5 février", ["2019-01-08", "2019-02-05"]),
        ("En 2019, le club se réunit le 8 janvier à Laon et le 7 mai à Creil.", ["2019-01-08", "2019-05-07"]),
        ("Pour l'année 2019, trois visites : 8 janvier, 5 mars, 7 mai", ["2019-01-08", "2019-03-05", "2019-05-07"]),
        ("Séminaire 2017 du réseau, rendez-vous le 6 juin", ["2017-06-06"]),
        ("En 2018 : 6 novembre, 4 décembre, 8 janvier", ["2018-11-06", "2018-12-04", "2019-01-08"]),
        ("Journée 2019, mardi 8 janvier", ["2019-01-08"]),
    ],
)
def test_a_year_told_before(text: str, expected: list[str]) -> None:
    assert days(text) == expected
    assert days(text, None) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Objectif 2015 : atelier le 6 novembre",
        "Appel à candidatures 2019 : atelier le 6 novembre",
        "Contrat de ville 2015-2020 : atelier le 6 novembre",
        "Fondé en 2017, le club se réunit le 6 novembre",
        "Atelier 2019. Réunion le 6 novembre",
        "Ateliers 2019-2020 : réunion le 6 novembre",
        "Le forum 2015 a été suivi d'un autre ; celui-ci aura lieu mardi 6 novembre",
    ],
)
def test_other_years_are_labels(text: str) -> None:
    assert days(text) == ["2018-11-06"]


def test_a_written_year_comes_first() -> None:
    assert days("Dates 2019 : 8 janvier 2020, 5 février") == ["2020-01-08", "2020-02-05"]


def test_a_past_tense_dates_the_whole_sentence_back() -> None:
    text = "Le comité s'est tenu le 11 décembre à Laon, puis le 20 décembre à Creil"
    assert days(text) == ["2017-12-11", "2017-12-20"]
    assert days(text + ". Prochaine date : le 20 novembre") == ["2017-12-11", "2017-12-20", "2018-11-20"]


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("Initialement annoncée le 6 novembre 2018, la visite aura lieu le 5 mars 2019", [("moved_from",), ()]),
        ("La visite initialement prévue le 6 novembre 2018 est reportée au mardi 5 mars 2019", [("moved_from",), ()]),
        ("La visite prévue initialement les 6-7 novembre 2018 est ajournée", [("moved_from",)]),
        ("La visite est prévue le 6 novembre 2018", [()]),
    ],
)
def test_a_day_that_was_given_up(text: str, flags: list[tuple[str, ...]]) -> None:
    assert [date.flags for date in read_dates(text).dates] == flags


def test_a_period_that_ends_before_it_begins_stays_open() -> None:
    result = read_dates("septembre 2022 à mars 2022")
    assert (result.dates, [seen.reason for seen in result.open]) == ((), ["impossible_period"])
