"""Tables that stand in plain text, and lines of a paragraph that are no wrapped sentence."""

from __future__ import annotations

import pytest

from extract.document import Document
from extract.formats import read_format
from extract.formats.pdf_addresses import goes_on_with

TABLES = [
    "Jour\tVille\tSalle\n4 mai\tDouai\tMJC\n11 mai\tHam\tmairie",
    "Jour | Ville | Salle\n4 mai | Douai | MJC\n11 mai | Ham | mairie",
    "  Jour     Ville   Salle\n  4 mai    Douai   MJC\n  11 mai   Ham     mairie",
]


def read(text: str) -> Document:
    return read_format(text.encode(), "text/plain", None)


@pytest.mark.parametrize("text", TABLES)
def test_rows_that_fall_into_as_many_cells_are_a_table(text: str) -> None:
    document = read(f"Bonjour à toutes et à tous,\n\n{text}\n\nÀ bientôt.")
    cells = [(b.row, b.column, document.words_of(b)) for b in document.blocks if b.kind == "cell"]
    assert [words for _, _, words in cells] == [
        "Jour",
        "Ville",
        "Salle",
        "4 mai",
        "Douai",
        "MJC",
        "11 mai",
        "Ham",
        "mairie",
    ]
    assert [column for _, column, _ in cells] == [0, 1, 2] * 3
    assert len({row for row, _, _ in cells}) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Accès | Espace Flandre | Bus 30",
        "Nom   ........   Prénom   ........\nVille   ........   Courriel   ........",
        "Marie  Dubois  présidente\nvous attend nombreux",
    ],
)
def test_other_rows_are_none(text: str) -> None:
    assert all(block.kind != "cell" for block in read(text).blocks)


@pytest.mark.parametrize(
    "rows",
    [
        (
            "Étape 1 – Hénin-Beaumont : maison des associations du centre-ville",
            "Étape 2 – Noyelles-Godault : salle Jacques-Brel, rue de Verdun",
        ),
        (
            "Renseignements : Marie Dubois, service culture, mairie annexe du Mont",
            "Lieu du stage : salle des mariages de l'hôtel de ville de Somain",
        ),
    ],
)
def test_lines_with_a_count_or_a_label_are_not_joined(rows: tuple[str, str]) -> None:
    assert len([block for block in read("\n".join(rows)).blocks if block.kind != "furniture"]) == 2


@pytest.mark.parametrize(
    ("before", "line", "goes_on"),
    [
        ("Foyer rural, 3 rue du Bois, 62130", "Hernicourt", True),
        ("Pôle culturel, 118 avenue Roger", "Salengro, 62220 Carvin", True),
        ("Pôle culturel, 118 avenue Foch", "62220 Carvin", False),
        ("Maison Schuman", "Carvin, 14 rue Foch", False),
    ],
)
def test_an_address_that_its_line_breaks_goes_on(before: str, line: str, goes_on: bool) -> None:
    assert goes_on_with(before, line) is goes_on


def test_a_line_with_room_for_the_next_word_is_no_wrapped_one() -> None:
    address = "Fédération des acteurs de quartier, 3 quai de la Marne, 02100 Saint-Quentin"
    sentence = "La journée d'étude est calée au samedi 23 mai 2020, à 9h00, à la ferme des Templiers à Grande-Synthe."
    document = read(f"Habiter la ville\n\n{address}\n{sentence}\n")
    assert [document.words_of(block) for block in document.blocks][-2:] == [address, sentence]
