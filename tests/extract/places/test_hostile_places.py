"""Pages that nobody wrote for a reader: endless sentences, runs of signs, random pieces. No crash, every span holds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.places import find_places
from extract.places.grammar.sentences import LONGEST, Sentences
from tests.extract.places.pages import page
from warehouse.reference import load_knowledge

KNOWLEDGE = load_knowledge()
PIECES = [
    "à la salle de la maison de ", "12 rue de la ", "59000 LILLE ", "Lille, ", "Lille (", "après avoir été ", "(((",
    "déjà été mis ", "à l'IREV ", "en ligne ", "4 mai ", "Saint-", "quartier De La ", "Le 4 mai à Lille ", "Nord ",
    "/ ", "– ", "Lieu : ", "Haumont/Louvroil/", "Monsieur Jean Lens ", "œ", "l'", "dans ces mêmes locaux ", "…", "\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25))
@settings(max_examples=200, deadline=None)
def test_random_pieces_never_break_the_reader(pieces: list[str]) -> None:
    document = page(*[line for line in "".join(pieces).split("\n") if line] or ["x"])
    territories, venues, _ = find_places(document, KNOWLEDGE)
    for text, where in [*((t.text, t.where) for t in territories), *((v.text, v.where) for v in venues)]:
        words = document.text[where.start : where.end]
        assert words
        assert text == words.replace("\n", " / ")


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece", ["…", "(((", "Lille, ", "59000 LILLE ", "Lieu : ", "12 rue de la ", "déjà été mis ", "Lille ("]
)
def test_a_piece_repeated_without_end_is_read_in_time(piece: str) -> None:
    document = page((piece * (20_000 // len(piece))).strip())
    territories, _, _ = find_places(document, KNOWLEDGE)
    assert bool(territories) == ("lille" in piece.lower())


def test_a_sentence_without_end_is_cut_and_nothing_is_lost() -> None:
    document = page("mot " * 2000)
    spans = Sentences(document).spans
    assert max(end - start for start, end in spans) <= LONGEST
    assert "".join(document.text[start:end] for start, end in spans) == document.text


def test_a_sentence_does_not_end_behind_an_abbreviation() -> None:
    document = page("Le 4 mai à St. Omer, M. Durand parle. Puis il part.")
    assert [document.text[start:end] for start, end in Sentences(document).spans] == [
        "Le 4 mai à St. Omer, M. Durand parle. ",
        "Puis il part.",
    ]
