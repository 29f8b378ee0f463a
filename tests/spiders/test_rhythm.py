"""Silence is counted in publishing days, so that August and the holidays raise no alarm."""

from __future__ import annotations

import datetime as dt

import pytest

from spiders.fields import Fields, ProfileError
from spiders.holidays import find_easter
from spiders.profile import load_profile
from spiders.rhythm import Rhythm, parse_rhythm

WINTER, SPRING = (dt.date(2026, 2, 14), dt.date(2026, 3, 1)), (dt.date(2026, 4, 11), dt.date(2026, 4, 26))
RHYTHM = Rhythm(5, (WINTER, SPRING), frozenset({8}))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-03-02", True),  # a Monday
        ("2026-03-07", False),  # a Saturday
        ("2026-02-18", False),  # winter holidays
        ("2026-08-12", False),  # August
        ("2030-12-24", False),  # Christmas, in a year that nobody has written down
        ("2031-01-03", False),
        ("2031-01-06", True),
        ("2026-04-06", False),  # Easter Monday
        ("2026-05-14", False),  # Ascension
        ("2026-05-15", False),  # and its bridge
        ("2026-05-25", False),  # Whit Monday
        ("2030-07-14", False),
        ("2030-11-11", False),
        ("2030-11-12", True),
    ],
)
def test_a_day_on_which_something_may_be_published(day: str, expected: bool) -> None:
    assert RHYTHM.is_publishing_day(dt.date.fromisoformat(day)) is expected


def test_silence_is_judged_by_working_days() -> None:
    friday = dt.date(2026, 2, 13)
    assert RHYTHM.judge(friday, dt.date(2026, 3, 6)) is None  # two weeks of holidays and five days
    assert RHYTHM.judge(friday, dt.date(2026, 3, 9)) == (
        "nothing new since 2026-02-13: 6 publishing days, 5 are usual at most"
    )
    assert RHYTHM.count_silence(friday, friday) == RHYTHM.count_silence(friday, friday - dt.timedelta(days=9)) == 0


@pytest.mark.parametrize(
    "sunday",
    ["1999-04-04", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2025-04-20", "2026-04-05", "2038-04-25"],
)
def test_easter(sunday: str) -> None:
    day = dt.date.fromisoformat(sunday)
    assert find_easter(day.year) == day


def test_after_the_last_known_holiday_each_judgement_says_so() -> None:
    assert RHYTHM.known_until == dt.date(2026, 4, 26)
    said = RHYTHM.judge(dt.date(2026, 6, 1), dt.date(2026, 7, 1))
    assert said is not None
    assert said.endswith("5 are usual at most (school holidays after 2026-04-26 are not known, and not taken off)")
    assert Rhythm(5).known_until is None


def test_the_calendar_of_the_real_profile_is_that_of_zone_b() -> None:
    """Days of the official calendars 2024-2028: the last day of school, and the day it begins again."""
    rhythm = load_profile().rhythm
    assert rhythm is not None
    periods = {(first.isoformat(), last.isoformat()) for first, last in rhythm.quiet}
    assert {("2025-10-18", "2025-11-02"), ("2026-02-14", "2026-03-01"), ("2027-02-20", "2027-03-07")} <= periods
    assert {("2027-10-23", "2027-11-07"), ("2028-02-05", "2028-02-20"), ("2028-04-08", "2028-04-23")} <= periods
    assert all(first.weekday() == 5 for first, _ in rhythm.quiet if (first.month, first.year) != (7, 2028))
    assert rhythm.known_until == dt.date(2028, 8, 31)


def test_a_year_of_silence_is_not_hidden_by_holidays() -> None:
    assert RHYTHM.count_silence(dt.date(2025, 1, 6), dt.date(2026, 1, 6)) > 200


def test_the_rhythm_of_the_real_profile() -> None:
    rhythm = load_profile().rhythm
    assert rhythm is not None
    assert rhythm.judge(dt.date(2026, 7, 3), dt.date(2026, 9, 11)) is None  # the summer
    assert rhythm.judge(dt.date(2026, 9, 4), dt.date(2026, 10, 16)) is not None


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"quiet": ["2026-01-01"]}, "quiet periods are like"),
        ({"quiet": ["2026-02-01/2026-01-01"]}, "ends before it begins"),
        ({"quiet_months": [13]}, "numbers from 1 to 12"),
        ({"silence": 0}, "silence must be a number from 1"),
    ],
)
def test_a_rhythm_that_cannot_be_is_one_line(table: dict[str, object], words: str) -> None:
    with pytest.raises(ProfileError, match=words):
        parse_rhythm(Fields(table, "x"))
