"""Text is cut into the same pieces whichever kinds of pieces are looked for in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.dates import cutting
from extract.dates.cutting import cut
from extract.dates.lexicon import lower_case

WORDS = st.sampled_from(
    ["midi", "Midi", "MIDI", "trente", "et demie", "après", "Après-midi", "ap", "la", "sur", "outre", "mer", "Mer",
     "mercredi", "mer.", "durée", "Durée :", "pendant", "environ", "3h", "2 heures", "à", "neuf", "heures", "dès", "n°",
     "Nº 12", "#4", "ainsi", "ainsi que", "Je", "VE.", "12", "12/10", "4 mai", "le", "19", "2021", "12,50 €", "1er",
     "3e", "05", "24/7", "+33 6 12 34 56 78", "9h-12h", "Paříž", "l'été", "«", "–", "_", "*", "d'environ", "2021-03-12"]
)  # fmt: skip
GAPS = st.sampled_from([" ", " ", " ", "", "-", ", ", ". ", "\n", "; ", " : ", "’"])


@given(st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=12))
def test_kinds_that_are_not_looked_for_would_not_have_been_found(words: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in words)
    assert cut(text, lower_case(text)) == cutting._compile(*[True] * len(cutting._TOGETHER)).split(text)


def test_words_that_are_one_piece_stay_together() -> None:
    assert cut("Boulogne-sur-mer", "boulogne-sur-mer")[1::2] == ["Boulogne", "-", "sur-mer"]
    assert cut("à midi trente", "à midi trente")[1::2] == ["à", "midi trente"]
    assert cut("Ve 12/10", "ve 12/10")[1::2] == ["Ve ", "12/10"]
