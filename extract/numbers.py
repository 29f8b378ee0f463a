"""French whole numbers in figures or words, up to 999: `86`, `dix-sept`, `cent vingt`, `quatre-vingt-trois`."""

from __future__ import annotations

import re
from typing import Final

UNITS: Final = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
    *("treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
"""The numbers up to nineteen, each at its own place."""
TENS: Final = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "quatre-vingt": 80}
_WORDS: Final = (
    r"(?:z[ée]ro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|"
    r"quarante|cinquante|soixante|cents?)"
)
ORDINALS: Final = (
    ("premier", "première", "1er", "1re", "1ère"),
    ("second", "seconde", "deuxième", "2e", "2nd", "2nde", "2ème"),
    ("troisième", "3e", "3ème"),
    ("quatrième", "4e", "4ème"),
    ("cinquième", "5e", "5ème"),
    ("sixième", "6e", "6ème"),
)
"""How the first, second, … of several is called, each rank at its own place."""
RANKS: Final = {word: rank for rank, words in enumerate(ORDINALS) for word in words}
"""The rank, from 0, of each of these words."""
NUMBER: Final = rf"(?:\d{{1,4}}|{_WORDS}(?:(?:-|\s+et\s+|-et-|\s+){_WORDS})*)"
"""A pattern for a number in figures or words, for use inside other patterns."""


def parse_number(words: str) -> int | None:
    """The number that some words or figures stand for, or None where they are no number."""
    words = words.strip().lower()
    if words.isdigit():
        return int(words)
    parts = re.split(r"[\s-]+", words.replace("zero", "zéro"))
    total = current = 0
    for word in parts:
        value = _value(word)
        if value is None:
            return None
        if word.startswith("cent"):
            total, current = total + max(current, 1) * 100, 0
        elif value == 20 and current == 4:
            current = 80
        else:
            current += value
    return total + current


def _value(word: str) -> int | None:
    if word == "et":
        return 0
    if word == "une":
        return 1
    if word in ("cent", "cents"):
        return 100
    if word in UNITS:
        return UNITS.index(word)
    return TENS.get(word.removesuffix("s") if word == "vingts" else word)
