"""Journeys: where they lead to is where people meet, not where they set off; the hour of the way home is an end."""

from __future__ import annotations

from tests.extract.documents import read_text, tell_sessions


def test_the_town_that_people_set_off_from_is_not_where_they_meet() -> None:
    text = (
        "Voyage d'étude à Lyon : inscrivez-vous\n\nUn voyage d'étude est organisé à Lyon les 12 et 13 octobre 2022.\n\n"
        "Départ de Lille-Europe le 12 octobre à 7h."
    )
    assert tell_sessions(read_text(text)) == ["2022-10-12 07:00- Lyon", "2022-10-13 - Lyon"]


def test_a_journey_leads_to_its_destination_and_ends_at_its_return() -> None:
    text = (
        "Voyage d'étude à Bruxelles\n\nDeux jours de visites, les 4 et 5 juin 2019. Rendez-vous le 4 juin à 8h gare de "
        "Lille-Flandres ; retour à Lille le 5 juin vers 19h."
    )
    assert tell_sessions(read_text(text)) == ["2019-06-04 08:00- Bruxelles", "2019-06-05 -19:00 Bruxelles"]


def test_a_walk_begins_where_people_meet() -> None:
    text = "Balade urbaine à Roubaix\n\nSamedi 10 juin 2023 à 14h. Rendez-vous parvis de la gare de Roubaix."
    (session,) = read_text(text).events[0].sessions
    assert session.venue is not None
    assert session.venue.name is not None
    assert "gare" in session.venue.name


def test_a_report_that_looks_back_on_a_town_is_no_way_home() -> None:
    text = "Retour sur la rencontre de Lens\n\nLa rencontre s'est tenue à Lens le 4 mars 2024, à 14h."
    assert tell_sessions(read_text(text)) == ["2024-03-04 14:00- Lens"]
