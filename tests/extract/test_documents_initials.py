"""Sittings that initials number (`S1`, `M2`), rows that tell what and where, and days that are no edition."""

from __future__ import annotations

import pytest

from tests.extract.documents import draw_table, read_page, read_text, tell_sessions


def test_initials_number_the_sittings_of_an_exception() -> None:
    text = (
        "Séminaires\nS1. Histoire – vendredi 16 novembre 2018\nS2. Critiques – vendredi 14 décembre 2018\n"
        "S3. Participation – vendredi 25 janvier 2019\n"
        "Les séminaires ont lieu de 14h à 17h au pôle cathédrale, 10 placette Lafleur, amphi 2, à Amiens, sauf le S3 "
        "qui est délocalisé à Creil, à la Faïencerie, de 13h30 à 16h30.\n"
    )
    assert tell_sessions(read_text(text)) == [
        "2018-11-16 14:00-17:00 Amiens",
        "2018-12-14 14:00-17:00 Amiens",
        "2019-01-25 13:30-16:30 Creil",
    ]


def test_initials_share_out_hours_and_places() -> None:
    text = (
        "Cycle Jeunesse\nM1 – Cadre : vendredi 16 novembre 2018\nM2 – Outils : vendredi 14 décembre 2018\n"
        "M3 – Pratique : vendredi 25 janvier 2019\n"
        "M1 et M2 : 9h-12h, mairie de Lens. M3 : 14h-17h, en visioconférence.\n"
    )
    assert tell_sessions(read_text(text)) == [
        "2018-11-16 09:00-12:00 Lens",
        "2018-12-14 09:00-12:00 Lens",
        "2019-01-25 14:00-17:00 ? online",
    ]


def test_what_is_said_of_the_webinars_is_not_said_of_a_day() -> None:
    rows = (
        ("Date", "Horaires", "Rendez-vous"),
        ("15 janvier 2021", "11h-12h30", "Webinaire « Plan de relance »"),
        ("22 juin 2021", "9h30-16h30", "Journée d'échanges à la Ruche d'entreprises de Denain"),
        ("5 octobre 2021", "14h-17h", "Visite de l'Ecopole d'Amiens"),
    )
    body = draw_table(*rows) + "<p>Les webinaires se déroulent sur Zoom.</p>"
    assert tell_sessions(read_page("Webinaires et journées : le programme du réseau", body)) == [
        "2021-01-15 11:00-12:30 ? online",
        "2021-06-22 09:30-16:30 Denain",
        "2021-10-05 14:00-17:00 Amiens",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Validé par le comité de pilotage du 3 mars, le cycle comprend deux ateliers.",
        "Comme convenu lors du comité technique du 3 mars, un cycle de deux ateliers est lancé.",
        "Le cycle a été validé par les élus des communes le 3 mars et comprend deux ateliers.",
    ],
)
def test_the_day_on_which_others_decided_on_a_cycle_is_no_earlier_edition(sentence: str) -> None:
    text = (
        f"Cycle « Bien vieillir »\n{sentence}\n"
        "Atelier 1 : lundi 3 avril 2023 de 14h à 16h, salle Vauban à Saint-Omer\n"
        "Atelier 2 : mardi 25 avril 2023 de 14h à 16h, salle des fêtes d'Arques\n"
    )
    assert tell_sessions(read_text(text)) == ["2023-04-03 14:00-16:00 Saint-Omer", "2023-04-25 14:00-16:00 Arques"]
