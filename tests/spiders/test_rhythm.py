"""Silence is counted in publishing days, so that August and the holidays raise no alarm."""

from __future__ import annotations

import datetime as dt

import pytest

from spiders.fields import Fields, ProfileError
from spiders.profile import load_profile
from spiders.rhythm import Rhythm, parse_rhythm

RHYTHM = Rhythm(5, ((dt.date(2026, 2, 14), dt.date(2026, 3, 1)),), frozenset({8}))


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
