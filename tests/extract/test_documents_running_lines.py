"""Sentences that run on over lines standing apart, days under the frame of a festival, closes that people come to."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_brochure, read_text, tell_sessions


def test_a_place_told_in_the_lines_that_run_on_to_a_day_is_its_own() -> None:
    reading = read_brochure(
        "# L'écho du réseau\n## Ce qui nous attend\nLe séminaire annuel des ateliers\n"
        "aura lieu à Saint-Omer, chapelle des Jésuites,\nrue du Lycée, le jeudi 29 mars 2018 de 9h à 16h30.\n"
        "Les inscriptions s'arrêteront le 22 mars.\nL'intervision des médiatrices est prévue à Béthune,\n"
        "au Pôle emploi solidaire, 58 rue de Lille,\nle jeudi 5 avril 2018 de 14h à 16h."
    )
    assert tell_sessions(reading) == ["2018-03-29 09:00-16:30 Saint-Omer", "2018-04-05 14:00-16:00 Béthune"]


def test_a_line_that_opens_with_its_day_runs_on_from_none() -> None:
    reading = read_brochure(
        "# Bulletin\n## Formations\nFormation laïcité\nmardi 5 juin 2018, 9h-17h\nà Creil, espace Matisse\n"
        "Formation médiation\njeudi 14 juin 2018, 9h-17h\nà Beauvais, salle Argentine"
    )
    assert tell_sessions(reading) == ["2018-06-05 09:00-17:00 Creil", "2018-06-14 09:00-17:00 Beauvais"]


@pytest.mark.parametrize("lead", ["Du 25 avril au 2 mai 2026", "Festival du 25 avril au 2 mai 2026, partout en ville"])
def test_days_told_one_by_one_stand_for_their_frame(lead: str) -> None:
    reading = read_text(
        f"Bien dans mon quartier\n\n{lead}\n\n"
        "Samedi 25 avril, Pierre-Rollin. De 10h à 17h, village sportif à Amiens.\n\n"
        "Mardi 28 avril, Étouvie. À 14h30, théâtre-forum à Amiens.\n\n"
        "Samedi 2 mai, Étouvie encore. À 9h, course solidaire à Amiens."
    )
    assert tell_sessions(reading) == [
        "2026-04-25 10:00-17:00 Amiens",
        "2026-04-28 14:30- Amiens",
        "2026-05-02 09:00- Amiens",
    ]


@pytest.mark.parametrize(
    ("close", "expected"),
    [
        ("Clôture et repas partagé, samedi 25 mai 2019, à partir de midi, jardin public à Abbeville.", "12:00-"),
        ("Clôture et remise des trophées, samedi 25 mai 2019, dès 18h, hôtel de ville d'Abbeville.", "18:00-"),
        ("Clôture et dépouillement des offres, samedi 25 mai 2019.", None),
    ],
)
def test_a_close_with_something_done_is_a_sitting(close: str, expected: str | None) -> None:
    reading = read_text(f"Les portes du quartier\n\nOuverture, vendredi 17 mai 2019, 18h30, Abbeville.\n{close}")
    assert [line.split()[1] for line in tell_sessions(reading)] == ["18:30-", *([expected] if expected else [])]


def test_an_end_that_people_celebrate_is_when_its_day_begins() -> None:
    reading = read_text(
        "Semaine de l'emploi\n\nDu lundi 22 au vendredi 26 septembre 2025, on va à la rencontre des habitants.\n\n"
        "Lundi 22 : Roubaix, Condition publique. Job dating de 9h30 à 12h30.\n\n"
        "Mardi 23 : Wattrelos, salle Salengro. Forum de l'alternance, de 13h30 à 17h.\n\n"
        "Vendredi 26 : Tourcoing, Maison des services. Clôture et remise des prix à 16h."
    )
    assert [line.split()[:2] for line in tell_sessions(reading)] == [
        ["2025-09-22", "09:30-12:30"],
        ["2025-09-23", "13:30-17:00"],
        ["2025-09-26", "16:00-"],
    ]
