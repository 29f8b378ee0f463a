"""The hours and the town of a sitting are proved by the words that say them, wherever they stand."""

from __future__ import annotations

import pytest

from extract.events.hours.proof import tells_hour
from extract.records import Evidence
from tests.extract.documents import read_text


def proofs(text: str) -> list[list[tuple[str, str, str]]]:
    """For each sitting its hours: side, words (of one line), rule."""
    (event,) = read_text(text).events
    return [[_told(item) for item in session.evidence if item.field.endswith("s_at")] for session in event.sessions]


def _told(item: Evidence) -> tuple[str, str, str]:
    return item.field, " ".join(item.words.split()), item.rule


def test_hours_beside_a_day_are_proved_by_its_own_words() -> None:
    ((start, end),) = proofs("Atelier santé\n\nMardi 5 mars 2024 de 9h30 à 12h, à Lens.")
    assert start == ("starts_at", "Mardi 5 mars 2024 de 9h30 à 12h", "hours")
    assert end == ("ends_at", "Mardi 5 mars 2024 de 9h30 à 12h", "hours")


def test_hours_of_all_days_are_proved_by_their_own_line() -> None:
    text = "Cycle habitat\n\nDates : 5 mars, 12 mars et 2 avril 2024\n\nLieu : Lens\n\nOn vient de 9h30 à 12h30."
    found = proofs(text)
    assert len(found) == 3
    for start, end in found:
        assert (start[0], end[0]) == ("starts_at", "ends_at")
        assert "9h30 à 12h30" in start[1] and "mars" not in start[1] and start[2] == "hours_apart"
        assert end[1:] == start[1:]


def test_start_and_end_told_apart_have_each_their_words() -> None:
    text = "Forum des associations\n\nSamedi 7 septembre 2024 à Creil.\n\nOuverture à 10 heures.\n\nFermeture à 17h."
    ((start, end),) = proofs(text)
    assert "10 heures" in start[1]
    assert "17h" in end[1]


def test_of_two_places_that_say_one_hour_the_nearer_proves_it() -> None:
    text = (
        "Deux rencontres\n\nLundi 4 mars 2024, à Lens.\n\nUne conteuse attend les enfants de 9h à 12h.\n\n"
        "Mardi 12 mars 2024, à Arras.\n\nUn comédien attend les enfants de 9h à 12h."
    )
    read = read_text(text)
    sessions = [session for event in read.events for session in event.sessions]
    places = [next(e.where.start for e in s.evidence if e.field == "starts_at") for s in sessions]
    assert len(places) == 2
    assert places[0] < sessions[1].date.where.start <= places[1]


def test_a_town_that_its_place_does_not_name_is_proved_by_the_nearest_words_that_do() -> None:
    text = (
        "Ville de Saint-Quentin\n\nConseil de quartier\n\nLe conseil se réunit mardi 5 mars 2024 à 18h au Palais de "
        "Fervaques.\n\nContact : mairie de Saint-Quentin"
    )
    ((session,),) = [event.sessions for event in read_text(text).events]
    assert session.venue is not None
    assert session.venue.city == "Saint-Quentin"
    proofs_of_place = [item for item in session.evidence if item.field in ("venue", "venue_id")]
    assert any("Fervaques" in item.words for item in proofs_of_place)
    assert any("Saint-Quentin" in item.words for item in proofs_of_place)


def test_a_place_that_names_its_town_needs_no_other_words() -> None:
    ((session,),) = [event.sessions for event in read_text("Atelier\n\nMardi 5 mars 2024 à 18h à Lens.").events]
    assert [item.field for item in session.evidence] == ["day", "starts_at", "venue_id"]


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("de 9h à 12h", "09:00"),
        ("de 9 à 12 heures", "09:00"),
        ("10-12h", "10:00"),
        ("9 h 30", "09:30"),
        ("09:30", "09:30"),
        ("neuf heures et demie", "09:30"),
        ("à midi", "12:00"),
        ("midi et demi", "12:30"),
        ("à minuit", "00:00"),
        ("2h de l'après-midi", "14:00"),
        ("17hOO", "17:00"),
        ("dix-huit heures quinze", "18:15"),
    ],
)
def test_words_that_tell_an_hour(words: str, hour: str) -> None:
    assert tells_hour(words, hour)


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("le 9 mars", "09:00"),
        ("9-10 mars", "09:00"),
        ("9h30", "09:00"),
        ("19h", "09:00"),
        ("9h", "09:30"),
        ("", "09:00"),
    ],
)
def test_words_that_do_not(words: str, hour: str) -> None:
    assert not tells_hour(words, hour)
