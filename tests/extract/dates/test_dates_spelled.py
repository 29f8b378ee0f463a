"""Days and years in words, and numbers in words that are none."""

import datetime as dt

import pytest

from extract.dates import read_dates
from extract.dates.lexicon import MONTHS

UNITS = ["", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize"]
UNITS += ["quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"]


def in_words(number: int) -> str:
    """A number below sixty as French writes it."""
    if number < 20:
        return UNITS[number]
    ten = ["vingt", "trente", "quarante", "cinquante"][number // 10 - 2]
    return ten if number % 10 == 0 else f"{ten} et un" if number % 10 == 1 else f"{ten}-{UNITS[number % 10]}"


@pytest.mark.parametrize("number", range(2, 32))
def test_every_day_of_a_month(number: int) -> None:
    for month in (1, 9, 10):  # the months that have 31 days on both sides of September, which is abbreviated `sept`
        if (month, number) != (9, 31):
            text = f"rendez-vous le {in_words(number)} {MONTHS[month - 1]} deux mille {in_words(number + 10)}"
            [read] = read_dates(text).dates
            assert (read.first_day, read.year_from) == (dt.date(2010 + number, month, number), "written")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("les cinq et six juin 2019", [(5, 6)]),
        ("les sept, neuf et vingt et un juin 2019", [(7, 7), (9, 9), (21, 21)]),
        ("du douze au quatorze juin 2019", [(12, 14)]),
        ("les mardis quatre et vingt-cinq juin 2019", [(4, 4), (25, 25)]),
        ("LE VINGT-DEUX JUIN 2019", [(22, 22)]),
        ("Vingt juin deux mille dix-neuf", [(20, 20)]),
    ],
)
def test_lists_and_ranges(text: str, days: list[tuple[int, int]]) -> None:
    read = read_dates(text).dates
    assert [(date.first_day, date.last_day) for date in read] == [
        (dt.date(2019, 6, first), dt.date(2019, 6, last)) for first, last in days
    ]


@pytest.mark.parametrize(
    "text",
    [
        "le groupe « Neuf Mai »",
        "deux ateliers en mars, trois en mai",
        "cinquante mars",
        "les trois mille avril",
        "une dizaine, puis six",
    ],
)
def test_other_numbers_are_words(text: str) -> None:
    assert [date for date in read_dates(text, dt.date(2019, 1, 1)).dates if date.precision == "day"] == []


def test_where_points_to_the_words() -> None:
    text = "Atelier, le trois mai deux mille vingt-deux à Lens"
    [read] = read_dates(text).dates
    assert text[read.where.start : read.where.end] == "le trois mai deux mille vingt-deux"
