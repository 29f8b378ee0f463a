"""What counts the entries of a page, and whether they count one thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.counters import are_counted, read_counter


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Module 1 : le cadre", ("module", 1)),
        ("Séance n° 2 – le budget", ("séance", 2)),
        ("J3 – bilan", ("j", 3)),
        ("4/ Agir", ("", 4)),
        ("5. Agir", ("", 5)),
        ("[6] Agir", ("", 6)),
        ("Acte II : agir", ("acte", 2)),
        ("Deuxième étape : agir", ("étape", 2)),
        ("Le budget (séance 3)", ("séance", 3)),
        ("Journée 2", ("journée", 2)),
        ("12 mars : le budget", None),
        ("12/03 : le budget", None),
        ("Atelier vélo", None),
        ("9h30 : accueil", None),
        ("La première fois que nous nous sommes vus", None),
    ],
)
def test_counters_are_read(words: str, expected: tuple[str, int] | None) -> None:
    assert read_counter(words) == expected


@given(st.sampled_from(["Module", "Volet", "Atelier", "Épisode"]), st.integers(1, 9), st.integers(2, 8))
def test_entries_that_go_up_by_one_are_counted(word: str, first: int, count: int) -> None:
    entries = [f"{word} {number} : thème {'abcdefgh'[number % 8]}" for number in range(first, first + count)]
    assert are_counted(entries)
    assert not are_counted(entries[:1])
    assert not are_counted([*entries, "Fête de fin d'année"])
    assert not are_counted([entries[-1], *entries[:-1]])


def test_entries_that_count_different_things_are_not() -> None:
    assert not are_counted(["Atelier 1 : agir", "Visite 2 : voir"])
