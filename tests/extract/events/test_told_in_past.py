"""Days told in the past beside a meeting that is announced, and reports that name the next meeting."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, read_text, tell_sessions


@pytest.mark.parametrize(
    "words",
    [
        "La maison des projets a ouvert ses portes le 28 juillet 2011.",
        "Le 7 juin 2013 naissait le premier conseil citoyen de la ville.",
        "Vous étiez cinquante le 11 juillet 2018 : merci à vous !",
    ],
)
def test_what_was_long_before_the_meeting_is_none(words: str) -> None:
    meeting = "La rencontre du réseau se tient le 23 janvier 2020, de 13h30 à 15h30, à la mairie de Creil."
    assert tell_sessions(read_text(f"Rencontre du réseau\n\n{meeting}\n\n{words}\n")) == [
        "2020-01-23 13:30-15:30 Creil"
    ]


def test_what_a_page_tells_first_with_its_place_is_its_news() -> None:
    text = """La lettre du quartier

    Nous étions 63 au Portel, le 22 novembre 2018, pour la cinquième rencontre des animateurs.

    Prochaine rencontre : jeudi 17 janvier 2019, 9h30 - 12h, à Outreau.
    """
    assert tell_sessions(read_text(text)) == ["2018-11-22 - Le Portel", "2019-01-17 09:30-12:00 Outreau"]


@pytest.mark.parametrize(
    "words",
    [
        "Cinquante personnes avaient répondu présent à Creil le 6 février 2019.",
        "Bilan très positif pour le séminaire proposé à Creil le 6 février 2019.",
    ],
)
def test_a_report_that_names_the_next_meeting_tells_of_its_own(words: str) -> None:
    body = f"<p>{words} La prochaine rencontre est fixée au 27 mars 2019, à 18h, à Laon.</p>"
    told = tell_sessions(read_page("Retour sur le séminaire", body))
    assert told == ["2019-02-06 - Creil", "2019-03-27 18:00- Laon"]
