"""Hours told in the entry of one day are its own; how long something lasts, and when people eat, is no hour of it."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_text, tell_sessions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "FÊTE DES VOISINS\nQuartier du Pont de Pierre, Maubeuge\n\nvendredi 27 mai 2022\n"
            "à partir de 19h, place de la Concorde\nClôture des festivités à 23h\n\n"
            "Réunion des organisateurs\nmardi 10 mai à 18h, maison de quartier",
            ["18:00-", "19:00-23:00"],
        ),
        (
            "Marché de Noël solidaire\nSamedi 10 décembre 2022\nOuverture à 10h, salle Roger-Salengro, Denain\n"
            "On range les stands à 18h\n\nInstallation des bénévoles\nvendredi 9 décembre à 17h30, même salle",
            ["17:30-", "10:00-18:00"],
        ),
        (
            "Agenda du comité, Lens\n\n2 avril 2016 : nettoyage. On se retrouve à 9h au pont. Fin vers midi.\n"
            "23 avril 2016 : brocante, de 7h à 18h.\n19 mai 2016 : réunion publique avec M. le maire, 18h30, mairie.",
            ["09:00-12:00", "07:00-18:00", "18:30-"],
        ),
        (
            "Rencontres du réseau\n\nLundi 4 mai 2020 à 9h30, à Arras. La fin des rencontres est prévue chaque fois "
            "à 12h.\n\nJeudi 11 juin 2020 à 9h30, à Béthune.",
            ["09:30-12:00", "09:30-12:00"],
        ),
    ],
)
def test_an_hour_that_closes_one_day_closes_no_other(text: str, expected: list[str]) -> None:
    assert [line.split()[1] for line in tell_sessions(read_text(text))] == expected


@pytest.mark.parametrize(
    "length",
    [
        "La maison de Lens est ouverte 24 h par semaine, celle de Liévin 30 h.",
        "Guise est ouverte 12 h par semaine.",
        "La conseillère travaille 15 h hebdomadaires.",
        "Chaque élève est suivi 10 h/mois.",
        "Un numéro répond 24h/24.",
    ],
)
def test_how_long_something_lasts_in_a_week_is_no_hour(length: str) -> None:
    reading = read_text(f"Portes ouvertes\nLundi 9 octobre 2023, mairie de Lens\n{length}")
    assert tell_sessions(reading) == ["2023-10-09 - Lens"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Nous commencerons à 9h30 et déjeunerons ensemble vers 12h45 ; l'après-midi, jusqu'à 16 heures, "
            "sera réservé aux nouveaux venus.",
            "09:30-16:00",
        ),
        ("Démarrage à 9h15. Pause déjeuner à 12h15, puis ateliers jusqu'à 16h30.", "09:15-16:30"),
        ("On vous attend à 9 h. On mangera vers midi et demi ; puis travail en groupes jusqu'à 17 h.", "09:00-17:00"),
    ],
)
def test_people_go_on_behind_a_meal(words: str, expected: str) -> None:
    told = tell_sessions(read_text(f"Réunion du réseau\n\nLe jeudi 7 mars 2019, à Arras. {words}"))
    assert told == [f"2019-03-07 {expected} Arras"]
