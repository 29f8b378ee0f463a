"""Hours of programmes and newsletters: what ends behind a break, doors of a fair, times apart, hours of another day."""

import pytest

from extract.dates.reader import read_dates
from tests.extract.documents import read_text


def _sessions(text: str) -> set[tuple[str, str | None, str | None]]:
    events = read_text(text).events
    return {(f"{s.first_day:%d/%m}", s.starts_at, s.ends_at) for event in events for s in event.sessions}


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Atelier cuisine le 4 février 2025 à 10h, à Lens. Repas partagé à 12h30, fin à 14h.", ("10:00", "14:00")),
        ("Marche le 13 juin 2019 à 13h30, à Lens. Retour et goûter à 16h30, fin à 17h.", ("13:30", "17:00")),
        ("Visite du 6 mars 2025, départ à 9h, à Creil. Pause à 10h30, retour à 12h.", ("09:00", "12:00")),
    ],
)
def test_it_ends_behind_the_hour_of_a_meal(text: str, hours: tuple[str, str]) -> None:
    assert {told[1:] for told in _sessions(text)} == {hours}


@pytest.mark.parametrize("words", ["soirée de clôture", "fête de fin d'année", "concert de clôture"])
def test_what_is_called_after_an_end_begins(words: str) -> None:
    text = f"Semaine bleue à Denain\n\nLundi 6 mars 2023\n14h : ouverture\n\nVendredi 10 mars 2023\n18h : {words}"
    assert ("10/03", "18:00", None) in _sessions(text)


def test_a_fair_lasts_from_when_its_doors_open_until_they_shut() -> None:
    steps = "9h30 Ouverture des portes\n10h00 Conférence\n14h00 Ateliers\n16h30 Fermeture des portes"
    assert _sessions(f"Forum\n\nJeudi 18 octobre 2018, à Lille\n\n{steps}") == {("18/10", "09:30", "16:30")}
    steps = "9h30 Ouverture des portes\n10h00 Conférence\n14h00 Ateliers\n16h30 Clôture"
    assert _sessions(f"Forum\n\nJeudi 18 octobre 2018, à Lille\n\n{steps}") == {("18/10", "10:00", "16:30")}


def test_the_day_after_on_which_two_days_end_is_the_second() -> None:
    text = "Séminaire\n\nLes 22 et 23 juin 2023 à Lens : accueil le premier jour à 9h, fin le lendemain à 16h."
    assert {day for day, _, _ in _sessions(text)} == {"22/06", "23/06"}
    assert ("23/06", "09:00", "16:00") in _sessions(text)


def test_how_long_a_former_meeting_lasted_is_not_told_of_those_to_come() -> None:
    text = (
        "Restitution de l'étude\n\nL'étude a été restituée en public le 24 janvier 2019, à Avion.\n\n"
        "La soirée a duré de 18h à 20h30.\n\nDeux autres restitutions sont programmées :\n"
        "- le 7 février à 18h, à Saint-Quentin\n- le 12 février à 17h30, à Compiègne"
    )
    expected = {("24/01", "18:00", "20:30"), ("07/02", "18:00", None), ("12/02", "17:30", None)}
    assert _sessions(text) == expected


def test_the_end_of_one_day_is_not_that_of_the_next_sentence() -> None:
    text = (
        "Changement d'horaire\n\nL'atelier « Budget » du mardi 4 juin 2024 commencera à 14h30, à Soissons. "
        "La fin reste prévue à 17h.\n\nLa réunion du 11 juin 2024 est avancée à 9h, à Laon."
    )
    assert _sessions(text) == {("04/06", "14:30", "17:00"), ("11/06", "09:00", None)}


def test_one_square_of_a_town_is_not_that_of_every_house() -> None:
    text = (
        "Semaine de l'égalité à Denain\n\nMardi 7 mars 2023\n9h-12h : atelier, centre social Duclos\n\n"
        "Mercredi 8 mars 2023\n10h : marche, départ place Gambetta\n\nVendredi 10 mars 2023\n18h : débat, salle Baudin"
    )
    venues = {s.venue for event in read_text(text).events for s in event.sessions if s.venue and s.venue.name}
    assert {venue.street for venue in venues} == {None}


def test_hours_in_a_bracket_lead_to_the_days_of_their_sentence() -> None:
    text = "Ateliers du numérique\n\nTrois matinées (9h-12h) sont au programme : les 5, 12 et 26 novembre 2024."
    assert _sessions(text) == {(day, "09:00", "12:00") for day in ("05/11", "12/11", "26/11")}


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("le 12 avril 2013 : à 14h et à 18h", ("14:00", None)),
        ("Mardi 4 mars 2025, 10h et 14h", ("10:00", None)),
        ("Mardi 4 mars 2025, entre 10h et 14h", ("10:00", "14:00")),
        ("Mardi 4 mars 2025, de quatorze à dix-sept heures", ("14:00", "17:00")),
        ("Mardi 4 mars 2025, de dix-huit à vingt heures", ("18:00", "20:00")),
    ],
)
def test_two_times_are_no_range_and_a_range_in_words_is_one(text: str, hours: tuple[str, str | None]) -> None:
    date = read_dates(text).dates[0]
    assert (date.starts_at, date.ends_at) == hours


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Les inscriptions au cycle sont prolongées jusqu'au vendredi 13 octobre 2023.", "registration_deadline"),
        ("L'exposition, sur réservation, est prolongée jusqu'au 3 mars 2023.", "other"),
    ],
)
def test_signing_up_is_prolonged(text: str, role: str) -> None:
    assert read_dates(text).dates[0].role == role
