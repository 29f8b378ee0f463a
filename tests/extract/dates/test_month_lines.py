"""Days whose month stands on a line of its own above them, as agendas lay them out."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates import read_dates
from extract.dates.lexicon import MONTHS, WEEKDAYS
from extract.dates.month_lines import FLAG


def days(text: str, reference: str = "2021-01-01") -> list[tuple[str, str]]:
    """Days that lack their month, as (words, day)."""
    found = read_dates(text, dt.date.fromisoformat(reference)).dates
    return [(date.text, date.first_day.isoformat()) for date in found if FLAG in date.flags]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Novembre 2021\nMar. 9 – Lens\nVen. 26 : Arras", [("Mar. 9", "2021-11-09"), ("Ven. 26", "2021-11-26")]),
        ("MARS\nJeudi 4, 14h : atelier", [("Jeudi 4, 14h", "2021-03-04")]),
        ("Mois de juin 2023\n• Jeudi 1er – visite", [("Jeudi 1er", "2023-06-01")]),
        ("Mars 2022\nLundi 7\nAvril 2022\nLundi 4", [("Lundi 7", "2022-03-07"), ("Lundi 4", "2022-04-04")]),
        ("Mai 2024\nMardi 14 et jeudi 23 : bilan", [("Mardi 14 et jeudi 23", f"2024-05-{day}") for day in (14, 23)]),
        ("Mai 2024\nDu mardi 14 au jeudi 16 : stage", [("mardi 14 au jeudi 16", "2024-05-14")]),
    ],
)
def test_a_day_under_its_month(text: str, expected: list[tuple[str, str]]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mardi 9 – Lens\nNovembre 2021",  # the month stands below
        "Novembre 2021\n1. Ouverture\n2 – Ateliers\n12 personnes",  # numbers that are no days
        "Novembre 2021\nMardi, 14 participants",
        "Le mois de novembre 2021 à Lens\nMardi 9 : atelier",  # a sentence is no heading
        "Novembre 2021\nMardi 9 mars 2022",  # a day that has its month
        "Novembre 2021\nRendez-vous mardi 9",  # not at the head of its line
    ],
)
def test_no_day_under_a_month(text: str) -> None:
    assert days(text) == []


def test_a_weekday_that_does_not_fit_is_said() -> None:
    (date,) = (d for d in read_dates("Novembre 2021\nMercredi 9 – Lens").dates if FLAG in d.flags)
    assert (date.first_day.isoformat(), "weekday_mismatch" in date.flags) == ("2021-11-09", True)


@given(st.lists(st.dates(dt.date(2012, 1, 1), dt.date(2028, 12, 31)), min_size=1, max_size=8, unique=True))
def test_every_day_under_its_month_reads_as_with_its_month(given_days: list[dt.date]) -> None:
    lines: list[str] = []
    written: list[str] = []
    month = None
    for day in sorted(given_days):
        if (day.year, day.month) != month:
            month = (day.year, day.month)
            lines.append(f"{MONTHS[day.month - 1].capitalize()} {day.year}")
        head = f"{WEEKDAYS[day.weekday()].capitalize()} {day.day}"
        lines.append(f"{head} : réunion, 14h30")
        written.append(f"{head} {MONTHS[day.month - 1]} {day.year} : réunion, 14h30")
    found = [d for d in read_dates("\n".join(lines)).dates if FLAG in d.flags]
    same = read_dates("\n".join(written)).dates
    assert [(d.first_day, d.starts_at, d.role) for d in found] == [(d.first_day, d.starts_at, d.role) for d in same]
    text = "\n".join(lines)
    assert [text[d.where.start : d.where.end] for d in found] == [d.text for d in found]
