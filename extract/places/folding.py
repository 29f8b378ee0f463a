"""Text folded for matching (case, accents, ligatures, St/Saint) with exact spans of the original kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import accumulate


def build_table() -> dict[int, str]:
    """One character in, one character out: lower case without accents; œ and æ wait for the words."""
    table = {}
    for code in range(0x21, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if len(base) == 1:
            table[code] = base
    return table | {ord("Œ"): "œ", ord("Æ"): "æ"}


TABLE = build_table()
WORD = re.compile(r"[0-9a-zœæ]+")
# Words that are written in several ways inside names of places.
SAME_WORD = {"st": "saint", "ste": "sainte", "lez": "les"}


def words_of(text: str) -> frozenset[str]:
    """Give a set of words written in one line after the other."""
    return frozenset(text.split())


def fold(text: str) -> str:
    """Fold case and accents; the result is as long as the text, so that spans stay true."""
    return text.translate(TABLE)


def fold_word(word: str) -> str:
    """Give the one spelling of an already folded word that all its spellings share."""
    if "œ" in word or "æ" in word:
        word = word.replace("œ", "oe").replace("æ", "ae")
    return SAME_WORD.get(word, word)


def key_of(name: str) -> str:
    """Key of a name: its folded words with one space between them."""
    return " ".join(fold_word(word) for word in WORD.findall(fold(name)))


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text as its folded words: `joined` has one space before and after each word.

    `starts` and `ends` are the spans of the words in the original text; `word_at` gives the number of the word
    that follows a space of `joined`.
    """

    text: str
    folded: str
    joined: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    word_at: dict[int, int]

    @classmethod
    def of(cls, text: str) -> FoldedText:
        """Fold a text."""
        folded = fold(text)
        spans = [match.span() for match in WORD.finditer(folded)]
        words = [fold_word(folded[start:end]) for start, end in spans]
        offsets = accumulate((len(word) + 1 for word in words), initial=0)
        return cls(
            text=text,
            folded=folded,
            joined=f" {' '.join(words)} ",
            starts=tuple(start for start, _ in spans),
            ends=tuple(end for _, end in spans),
            word_at={offset: index for index, offset in enumerate(offsets)},
        )
