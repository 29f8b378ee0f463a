"""Pages that tell of several things what became of each: each is an event of its own, with its own state and place."""

from __future__ import annotations

import pytest

from extract.records import Reading
from tests.extract.documents import read_page, read_text


def told(reading: Reading) -> list[tuple[str, list[tuple[str, str, str | None]]]]:
    """Events by title, each with its sessions: day, state, town."""
    return [
        (
            event.title,
            [(s.first_day.isoformat(), s.status, s.venue.city if s.venue else None) for s in event.sessions],
        )
        for event in reading.events
    ]


def test_sentences_of_a_paragraph() -> None:
    body = (
        "<p>En raison de la situation sanitaire, l'atelier « Parentalité » du 26 mars 2020 est reporté au "
        "24 septembre 2020. La rencontre des conseils citoyens du 4 avril 2020 à Arras est annulée.</p>"
    )
    assert told(read_page("Nos rendez-vous annulés ou reportés", body)) == [
        ("Atelier « Parentalité »", [("2020-03-26", "postponed", None), ("2020-09-24", "announced", None)]),
        ("Rencontre des conseils citoyens", [("2020-04-04", "cancelled", "Arras")]),
    ]


def test_lines_that_end_with_what_became_of_them() -> None:
    text = (
        "Annulations et reports\n\nPlusieurs rencontres ne pourront se tenir aux dates prévues.\n\n"
        "Journée des adultes-relais, prévue le 2 avril 2020 à Amiens : reportée au 8 octobre 2020.\n"
        "Formation « Laïcité », 9 et 10 avril 2020 à Saint-Quentin : annulée.\n\nMis en ligne le 20 mars 2020"
    )
    assert told(read_text(text)) == [
        ("Journée des adultes-relais", [("2020-04-02", "postponed", "Amiens"), ("2020-10-08", "announced", "Amiens")]),
        ("Formation « Laïcité »", [(f"2020-04-{d}", "cancelled", "Saint-Quentin") for d in ("09", "10")]),
    ]


def test_two_things_of_one_sentence() -> None:
    text = (
        "Canicule : activités modifiées\n\nL'atelier cuisine du jeudi 27 juin 2019 est annulé et la fête de quartier "
        "du samedi 29 juin est reportée au samedi 6 juillet, place Jean-Jaurès à Avion.\n"
        "La visite du musée du 3 juillet est maintenue."
    )
    states = [(title, [(day, state) for day, state, _ in sessions]) for title, sessions in told(read_text(text))]
    assert states == [
        ("Atelier cuisine", [("2019-06-27", "cancelled")]),
        ("Fête de quartier", [("2019-06-29", "postponed"), ("2019-07-06", "announced")]),
        ("Visite du musée", [("2019-07-03", "announced")]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Formation des conseillers citoyens : report de la séance 2\n\nLa séance du 12 mars 2020 à Denain est annulée. "
        "Elle est reportée au 2 avril. La séance du 26 mars 2020 est maintenue, à Denain, de 18h à 20h.",
        "Atelier mémoire\n\nL'atelier du 5 mai 2021 est annulé. L'atelier du 12 mai 2021 est maintenu, à Lens, à 14h.",
    ],
)
def test_sittings_of_one_thing_stay_together(text: str) -> None:
    assert len(read_text(text).events) == 1
