"""Words without case and accents: the quick way by bytes gives what Unicode's own decomposition gives."""

from __future__ import annotations

import random
import unicodedata

from extract.plain_keys import plain_key, unaccented

LETTERS = [chr(code) for code in range(0x20, 0x180)] + list("’–…€Σςİıﬁẞ\u0301\u0327\u200bЖ漢")


def strip_slowly(text: str) -> str:
    """What a text without case and accents is, letter by letter."""
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def test_every_character_beside_an_accented_letter() -> None:
    for code in range(0x2_FFFF):
        text = f"é{chr(code)}"
        assert unaccented(text) == strip_slowly(text), hex(code)


def test_words_of_all_kinds_of_letters() -> None:
    chance = random.Random(3)
    for _ in range(5000):
        text = "".join(chance.choices(LETTERS, k=chance.randrange(12)))
        assert unaccented(text) == strip_slowly(text), ascii(text)


def test_a_key_has_no_mark_at_its_ends() -> None:
    assert plain_key(" Thématiques : ") == "thematiques"
    assert plain_key("À BIENTÔT !…") == "a bientot"
    assert plain_key("Œuvres d’été") == "œuvres d’ete"
