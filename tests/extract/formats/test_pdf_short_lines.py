"""Short lines of brochures: centred ones, addresses, and a long last line beside an ended column keep their places."""

from __future__ import annotations

import pytest

from extract.document import Document
from extract.formats import read_format
from tests.gold.brochures import draw_brochure


def lines_of(text: str, layout: str) -> list[str]:
    document: Document = read_format(draw_brochure(text, layout), "application/pdf", None)
    return [document.words_of(block) for block in document.blocks if block.kind != "furniture"]


def test_centred_lines_are_no_paragraph() -> None:
    lines = lines_of("# Forum santé\nSamedi 9 avril 2016\n10h - 17h\nSaint-Amand-les-Eaux\nEntrée libre", "flyer")
    assert lines[-4:] == ["Samedi 9 avril 2016", "10h - 17h", "Saint-Amand-les-Eaux", "Entrée libre"]


def test_street_and_postcode_begin_lines_of_an_address() -> None:
    address = "Préfecture de région\n51, rue de la République\n80000 AMIENS"
    text = f"# Formation\n{address}\n---col---\nAccès\nPar la gare\nPar le bus\nÀ pied"
    assert lines_of(text, "two-columns")[2:5] == ["Préfecture de région", "51, rue de la République", "80000 AMIENS"]


def test_a_paragraph_that_wraps_before_a_number_goes_on() -> None:
    text = (
        "# Formation\nCette formation de deux journées est ouverte à tous les agents des communes et des bailleurs de "
        "la région, dans la limite de 25 places par journée, et elle se tiendra dans les locaux de la préfecture."
    )
    assert len(lines_of(text, "one-column")) == 3


def test_a_long_last_line_stays_in_its_column() -> None:
    left = "9 avril 2019\nMaison du projet, Calais\n14 mai 2019\nMairie de Creil, place François-Mitterrand"
    right = "Horaires\nDe 14h à 17h\nEntrée libre"
    lines = lines_of(f"# Les mardis\n{left}\n---col---\n{right}", "two-columns")
    assert lines.index("Mairie de Creil, place François-Mitterrand") == lines.index("14 mai 2019") + 1


def test_a_day_begins_a_line_of_its_own() -> None:
    agenda = "Jeudi 5 : Réunion des chefs de projet, Lille\nMardi 17 : Atelier santé mentale, Arras, 9h30"
    assert lines_of(f"# Agenda\n{agenda}\n---col---\nAccès\nPar la gare", "two-columns")[2:4] == agenda.split("\n")


@pytest.mark.parametrize("words", range(8))
def test_a_day_in_a_sentence_begins_none_wherever_the_line_breaks(words: int) -> None:
    sentence = f"La rencontre {'bien ' * words}annuelle des élus aura lieu le Jeudi 5 septembre à Lille, dans la salle."
    assert sentence in lines_of(f"# Invitation\n{sentence}\n---col---\nAccès\nGare", "two-columns")
