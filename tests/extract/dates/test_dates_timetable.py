"""Hours and what the words around them make of them: a welcome, a start, an end, the same hours for several days."""

import pytest

from extract.dates import read_dates, scan_dates


def hours(text: str) -> list[tuple[str | None, str | None]]:
    return [(date.starts_at, date.ends_at) for date in read_dates(text).dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jeudi 6 juin 2024 : 8h45 accueil, 9h15 démarrage, 16h conclusion", ("09:15", "16:00")),
        ("Le 6 juin 2024, accueil des stagiaires à 8h45, début à 9h15, fin à 16h", ("09:15", "16:00")),
        ("Le 6 juin 2024 – 13 h 30 : émargement ; 14 h : introduction ; 17 h : mot de clôture", ("14:00", "17:00")),
        ("Le 6 juin 2024, accueil dès 8h45 puis travaux de 9h15 à 12h", ("09:15", "12:00")),
        ("Le 6 juin 2024, accueil à 8h45, fin à 16h", ("08:45", "16:00")),
        ("Le 6 juin 2024, accueil à 8h45, repas à 12h30", ("08:45", None)),
        ("Le 6 juin 2024 à 9h, accueil dès 8h30", ("09:00", None)),
        ("Le 6 juin 2024, 09:15 → 12:45", ("09:15", "12:45")),
        ("Le 6 juin 2024, 09:15 12:45", ("09:15", "12:45")),
    ],
)
def test_one_day(text: str, expected: tuple[str | None, str | None]) -> None:
    assert hours(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Début : le 5 mai 2022 à 10h ; fin : le 6 mai 2022 à 15h30", [("10:00", None), (None, "15:30")]),
        ("Début : 2022-05-05 10:00\nFin : 2022-05-05 15:30", [("10:00", "15:30")]),
        ("Réunion le 5 mai 2022 à 10h et le 6 mai 2022 à 15h30", [("10:00", None), ("15:30", None)]),
        (
            "Module 1 : 5 mai 2022 / Module 2 : 2 juin 2022 (de 9h à 12h à chaque fois)",
            [("09:00", "12:00"), ("09:00", "12:00")],
        ),
        ("Groupe A : 5 mai 2022 / Groupe B : 2 juin 2022 (de 9h à 12h)", [(None, None), ("09:00", "12:00")]),
        ("Laon et Creil, respectivement les 5 et 19 mai 2022 à 9h et 14h", [("09:00", None), ("14:00", None)]),
        (
            "respectivement les 5 et 6 mai 2022, de 9h à 12h et de 14h à 17h",
            [("09:00", "12:00"), ("14:00", "17:00")],
        ),
        ("respectivement les 5 et 19 mai 2022, de 9h à 12h", [("09:00", "12:00"), ("09:00", "12:00")]),
    ],
)
def test_several_days(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert hours(text) == expected


def test_one_sitting_told_by_its_two_ends_spans_both() -> None:
    text = "Début : 2022-05-05 10:00 / Fin : 2022-05-05 15:30"
    assert [date.text for date in read_dates(text).dates] == [text.removeprefix("Début : ")]


def test_the_same_hours_for_all_leave_each_day_its_own_words() -> None:
    text = "Module 1 : 5 mai 2022 / Module 2 : 2 juin 2022 (toujours de 9h à 12h)"
    assert read_dates(text).dates[0].text == "5 mai 2022"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les ateliers commencent à 10h et s'achèvent à 16h.", [(600, 960)]),
        ("Les séances débutent à 9h30 et finissent à 12h.", [(570, 720)]),
        ("Accueil à 9h, ouverture à 9h30", [(570, None)]),
        ("Accueil à 9h\nOuverture à 9h30", [(540, None), (570, None)]),
    ],
)
def test_hours_that_no_day_stands_beside(text: str, expected: list[tuple[int, int | None]]) -> None:
    assert [(loose.starts, loose.ends) for loose in scan_dates(text).loose_hours] == expected
