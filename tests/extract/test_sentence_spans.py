"""Sentences of a block: where they begin and end, however often they are asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.sentences import find_sentence, find_sentences

CASES = {
    "two": ("Réunion à Lens. Venez nombreux !", ["Réunion à Lens.", "Venez nombreux !"]),
    "abbreviation": ("Avec M. Durand et Mme. Petit. Entrée libre.", ["Avec M. Durand et Mme. Petit.", "Entrée libre."]),
    "semicolon": ("le 4 mai à Arras; le 5 à Douai", ["le 4 mai à Arras;", "le 5 à Douai"]),
    "quoted": ("« C'est fini. » Le 4 mai, rien.", ["« C'est fini.", "» Le 4 mai, rien."]),
    "small letter": ("17 rue X. à Lens", ["17 rue X. à Lens"]),
    "empty": ("", []),
}


@pytest.mark.parametrize("name", CASES)
def test_sentences_of_a_block(name: str) -> None:
    text, expected = CASES[name]
    assert [text[start:end] for start, end in find_sentences(text, 0, len(text))] == expected


@given(st.lists(st.sampled_from([".", ";", " ", "»", "A", "ab", "M.", "\n", "1"]), max_size=14), st.integers(0, 20))
def test_a_sentence_holds_the_position_that_asks_for_it(pieces: list[str], position: int) -> None:
    text = "".join(pieces)
    position = min(position, len(text))
    start, end = find_sentence(text, position, 0, len(text))
    assert 0 <= start <= position
    assert end >= position or text[end:position].strip(" »\n") == ""
