"""Lines of large type: what is one heading, and what stands by itself; hours set in a column are no turned text."""

from __future__ import annotations

import pytest

from extract.formats.pdf_headings import are_parted, is_when
from extract.formats.pdf_words import PageWord, upright


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("SAMEDI 8 JUIN 2024", True),
        ("de 14h à 18h", True),
        ("14H30 > 17H", True),
        ("les 3, 4 et 5 mai", True),
        ("03/05/2021 - 9 h", True),
        ("Quartiers 2030", False),
        ("12 rue Haute", False),
        ("Le marché de mai", False),
    ],
)
def test_nothing_but_a_day_or_hours(words: str, expected: bool) -> None:
    assert is_when(words) is expected


@pytest.mark.parametrize(
    ("above", "below", "in_title", "expected"),
    [
        ("14H > 18H", "ESPACE FLANDRES", True, True),
        ("le mardi 4 juin à 9 h", "hôtel de ville, salle du conseil", False, True),
        ("Fête du quartier", "Samedi 8 juin 2024", True, True),
        ("du mardi 4 juin", "au jeudi 6 juin", True, False),
        ("Assises de la", "Participation", True, False),
        ("Habiter demain", "Rénover les quartiers", True, False),
        ("Salle Concorde", "Maison des associations", False, True),
        ("SALLE CONCORDE", "MAISON DES ASSOCIATIONS", False, False),
    ],
)
def test_large_lines_that_say_something_else(above: str, below: str, in_title: bool, expected: bool) -> None:
    assert are_parted(above, below, had_room=True, in_title=in_title) is expected


def row(y: float, *words: str) -> list[PageWord]:
    """Words of five points a letter on one line, three points between them."""
    placed, x = [], 50.0
    for text in words:
        placed.append(PageWord(text, x, y, x + 5 * len(text), y + 10, 10))
        x = placed[-1].x1 + 3
    return placed


def test_the_h_of_hours_in_a_column_is_no_turned_text() -> None:
    words = [word for n in range(6) for word in row(100 + 13 * n, f"1{n}", "h", "30", "Atelier")]
    assert upright(words) == (words, [])


def test_letters_one_under_the_other_are_turned_text() -> None:
    words = [word for n, letter in enumerate("PREFET") for word in row(100 + 10 * n, letter)]
    assert upright(words) == ([], words)
