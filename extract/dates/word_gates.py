"""What the words around a date may say: one look at each of them tells which patterns can match there at all.

A date is asked of by dozens of patterns, nearly all in vain. But each of their matches holds one of a few words, which
are derived from the pattern itself (`extract.matching.gates`). What a word opens is found once and kept with the word,
as what a piece is (`extract.dates.tokens`); some words together open what each of them does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import ahocorasick

from extract.matching.gates import derive_words, fold_for_gates

_MOST_WORDS: Final = 50_000
"""Different words that are kept."""


class _Opened(dict[str, int]):
    """What each word opens, as bits; a word that is met for the first time is looked through and kept."""

    def __init__(self) -> None:
        super().__init__()
        self.always = 0
        self.bits = 0
        self.letters: dict[str, list[tuple[int, bool]]] = {}
        self.tests: list[tuple[int, Callable[[str], bool]]] = []
        self.automaton: ahocorasick.Automaton | None = None

    def next_bit(self) -> int:
        """A bit that nothing has yet; what was kept does not know it."""
        self.clear()
        self.automaton = None
        self.bits += 1
        return 1 << (self.bits - 1)

    def __missing__(self, word: str) -> int:
        found = 0
        folded = fold_for_gates(word)
        for last, (length, bits, inside) in (self.automaton or self.build()).iter(folded):
            at = last - length
            found |= inside if at >= 0 and folded[at].isalnum() else bits
        for bit, opens in self.tests:
            if opens(word):
                found |= bit
        if len(self) < _MOST_WORDS:
            self[word] = found
        return found

    def build(self) -> ahocorasick.Automaton:
        """The automaton of all letters that open something: how many they are, and what they open where."""
        self.automaton = ahocorasick.Automaton()
        for letters, opened in self.letters.items():
            everywhere = inside = 0
            for bit, begins in opened:
                everywhere |= bit
                inside |= 0 if begins else bit
            self.automaton.add_word(letters, (len(letters), everywhere, inside))
        self.automaton.make_automaton()
        return self.automaton


_OPENED: Final = _Opened()


def give_bit(*patterns: re.Pattern[str]) -> int:
    """A bit for some patterns: words in which one of them can match have it."""
    bit = _OPENED.next_bit()
    for pattern in patterns:
        words = derive_words(pattern)
        parts = [(max(letters.split(), key=len, default=""), letters, begins) for letters, begins in words]
        if not parts or not all(part for part, _, _ in parts):
            _OPENED.always |= bit  # a branch of it holds no letters that must stand there
            continue
        for part, letters, begins in parts:
            _OPENED.letters.setdefault(part, []).append((bit, begins and letters.startswith(part)))
    return bit


def give_bit_of(opens: Callable[[str], bool]) -> int:
    """A bit for what depends on one word in lower case, with the marks beside it."""
    bit = _OPENED.next_bit()
    _OPENED.tests.append((bit, opens))
    return bit


def look_through(lower: str) -> int:
    """The bits of all that can match in some words in lower case: without its bit a pattern need not be asked."""
    found = _OPENED.always
    for word in lower.split():
        found |= _OPENED[word]
    return found
