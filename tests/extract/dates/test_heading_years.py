"""Years told by a line of their own above the days."""

from __future__ import annotations

import pytest

from extract.dates import read_dates


def days(text: str) -> list[str]:
    return [str(date.first_day) for date in read_dates(text).dates if date.precision == "day"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dates 2019 :\n8 janvier\n5 février, Creil", ["2019-01-08", "2019-02-05"]),
        ("Rencontres 2023 (sur inscription)\nLens : 8 juin", ["2023-06-08"]),
        ("2021\n8 juin : Laon", ["2021-06-08"]),
        ("Saison 2018-2019\nle 8 novembre\nle 8 mai", ["2018-11-08", "2019-05-08"]),
        ("Année scolaire 2018/2019\nle 8 novembre\nle 8 mai", ["2018-11-08", "2019-05-08"]),
        ("1er semestre 2020\nle 8 avril", ["2020-04-08"]),
        ("- Dates 2020\n- le 8 avril\n- jeudi 14 mai", ["2020-04-08", "2020-05-14"]),
    ],
)
def test_a_line_heads_the_days_below_it(text: str, expected: list[str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Contrat de ville 2015-2020\nle 8 avril",
        "Bilan 2019\nle 8 avril",
        "Retour sur le programme 2019\nle 8 avril",
        "1. Programmation 2019\n2. Appel à projets (clôture le 8 avril)",
        "- Plan de formation 2019\n- Questions diverses\nRéponse avant le 8 avril",
        "Les dates 2019 ont été revues par le comité\nle 8 avril",
        "1er semestre 2020\nle 8 octobre",
    ],
)
def test_other_lines_head_nothing(text: str) -> None:
    assert days(text) == []


def test_a_dated_day_comes_first() -> None:
    assert days("Dates 2019 :\n8 janvier 2021\n5 février") != ["2021-01-08", "2019-02-05"]


def test_a_line_may_say_for_whom_behind_its_year() -> None:
    assert days("Programme 2020 - agents de la métropole\nGroupe 1 : 14 janvier") == ["2020-01-14"]
