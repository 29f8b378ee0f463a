"""Towns that one sentence tells in turn with its days, by whatever verbs; and what such a sentence must not do."""

from __future__ import annotations

import pytest

from tests.extract.documents import Told, read_text, sessions_of

DAYS = ("2024-03-12", "2024-04-09", "2024-05-14")
TOWNS = ("Maubeuge", "Cambrai", "Soissons")

IN_TURN = (
    "La formation est organisée successivement à Maubeuge, Cambrai et Soissons, les 12 mars, 9 avril et 14 mai 2024.",
    "Maubeuge accueillera la première rencontre le 12 mars 2024, Cambrai la deuxième le 9 avril 2024 et Soissons la "
    "troisième le 14 mai 2024.",
    "Vous avez le choix entre Maubeuge le 12 mars 2024, Cambrai le 9 avril 2024 ou Soissons le 14 mai 2024.",
    "Trois étapes : Maubeuge, le 12 mars 2024 ; le 9 avril 2024, Cambrai ; le 14 mai 2024, Soissons.",
)


@pytest.mark.parametrize("sentence", IN_TURN)
def test_each_day_takes_the_town_told_in_turn_with_it(sentence: str) -> None:
    text = f"Ateliers entre parents\n\n{sentence}\nAssociation Ouverture, 5 rue Neuve, 62000 Arras\n"
    expected: list[Told] = [(day, None, None, town, "in_person") for day, town in zip(DAYS, TOWNS, strict=True)]
    assert sessions_of(read_text(text)) == expected


def test_the_town_of_somebody_is_not_that_of_a_day() -> None:
    reading = read_text(
        "Ateliers santé\n\nDeux ateliers à la mairie de Denain : le 12 mars 2024 avec Paul Petit, sociologue venu "
        "d'Amiens, et le 9 avril 2024 avec une élue de Laon.\n"
    )
    assert [session[3] for session in sessions_of(reading)] == ["Denain", "Denain"]


def test_a_meeting_on_a_screen_by_the_words_for_its_room() -> None:
    for words in ("en salle virtuelle", "sur la plateforme Livestorm", "sur écran"):
        reading = read_text(
            f"Aller vers\n\nOn se retrouve {words} le 12 mars 2024 de 9h à 11h.\n5 rue Neuve, 62000 Arras\n"
        )
        assert sessions_of(reading) == [("2024-03-12", "09:00", "11:00", None, "online")], words
