"""Days that are each met in a way of their own, and days of a year ago beside those to come."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions


@pytest.mark.parametrize("joint", ["ou, en présentiel,", "ou en présentiel", "et"])
def test_a_screen_before_one_day_and_a_place_behind_another_are_each_of_one(joint: str) -> None:
    words = f"Une visite est proposée en visio le lundi 3 juin 2024 à 14h {joint} le mercredi 5 juin à 10h à Soissons."
    told = tell_sessions(read_page("Visite de la plateforme", f"<p>{words}</p>"))
    assert told == ["2024-06-03 14:00- ? online", "2024-06-05 10:00- Soissons"]


def test_what_was_last_year_is_of_the_year_before() -> None:
    words = "La journée aura lieu le 1er décembre 2016 à Amiens. L'an dernier, elle avait réuni à Lille, le 3 décembre,"
    reading = read_page("Les Rencontres", f"<p>{words} trois cents personnes.</p>")
    assert tell_sessions(reading) == ["2016-12-01 - Amiens"]
    assert [str(date.first_day) for date in reading.dates if date.role == "past"] == ["2015-12-03"]
