"""The place in the paragraph of a day, and the address of who writes, edits or prints beside it."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions

DAY = "Inscrivez le 9 juillet 2020 dans vos agendas. Début à 9h15. Lieu retenu : MJC, 3 rue Haute, 80100 Abbeville."


@pytest.mark.parametrize(
    "line",
    [
        "Conception : agence Papier Mâché, Denain",
        "Suivi administratif : Chantal Roger, 5 quai de la Marne, 59400 Cambrai",
        "Éditeur du site : Réseau Quartiers, 5 quai de la Marne, 59400 Cambrai",
    ],
)
def test_the_paragraph_of_a_day_is_nearer_than_the_line_below(line: str) -> None:
    assert tell_sessions(read_page("Le non-recours", f"<p>{DAY}</p><p>{line}</p>")) == ["2020-07-09 09:15- Abbeville"]


def test_the_house_in_the_sentence_before_a_day_is_its_own() -> None:
    body = "<p>Elle se tiendra à la MJC, 3 rue Haute, 60000 Beauvais. Elle est fixée au 21 mars 2015, à 9h45.</p>"
    foot = "<p>Conception : agence Papier Mâché, Cambrai</p>"
    assert tell_sessions(read_page("Alimentation", body + foot)) == ["2015-03-21 09:45- Beauvais"]


def test_a_body_at_the_head_of_a_page_is_who_writes() -> None:
    head = "<p>Fédération des acteurs, 5 quai de la Marne, 59100 Roubaix</p>"
    body = "<p>Date : lundi 5 avril 2021, de 10h à 17h. Modalité : à distance.</p>"
    assert tell_sessions(read_page("Les jeunes et le sport", head + body)) == ["2021-04-05 10:00-17:00 ? online"]


def test_a_day_that_opens_its_sentence_hangs_on_no_word_of_the_one_before() -> None:
    first = "Le 10 octobre 2017, nous serons à Lens, espace Mandela, de 18h jusqu'à 20h."
    second = "Le 14 novembre 2017, nous serons à Péronne, salle Aragon, de 18h jusqu'à 20h."
    assert tell_sessions(read_page("Séminaire", f"<p>{first} {second}</p>")) == [
        "2017-10-10 18:00-20:00 Lens",
        "2017-11-14 18:00-20:00 Péronne",
    ]
