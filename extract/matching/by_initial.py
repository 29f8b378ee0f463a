r"""Long lists of words inside larger patterns, grouped by their first letters so that they are quick to fail.

The engine of `re` tries the words of `\b(?:journ[ée]es?|rencontres?|...)` one by one at the start of every word of a
text, and where case does not count it even goes into each of them. Written as `[jJ](?:...)|[rR](?:...)` the words of
other letters are passed over at once. What matches is the same, in the same order.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import Final

from extract.dates.initials import split_alternatives, split_initials

_DEPTH: Final = 2
"""How many first letters are asked for one by one."""
_BOUNDARY: Final = r"\b"
_ODD: Final = "ſıİ\u212a"
"""Characters that match a plain letter where case does not count."""


def by_initial(alternatives: str, depth: int = _DEPTH) -> str:
    """The same alternatives, for a pattern in which case does not count; they may hold no groups that capture.

    An alternative that does not begin with a letter keeps its place among the others.
    """
    runs = groupby(split_alternatives(alternatives), key=_begins_with_letter)
    return "|".join(_grouped(list(run), depth) if begin else "|".join(run) for begin, run in runs)


def words_by_initial(pattern: str) -> str:
    r"""The same pattern, where each of its alternatives begins with `\b` and a word.

    Raises ValueError where one does not.
    """
    alternatives = split_alternatives(pattern)
    if not all(alternative.startswith(_BOUNDARY) for alternative in alternatives):
        raise ValueError(f"not all alternatives begin a word: {pattern[:60]!r}")
    return rf"\b(?:{by_initial('|'.join(words.removeprefix(_BOUNDARY) for words in alternatives))})"


def _begins_with_letter(alternative: str) -> bool:
    try:
        return bool(list(split_initials(alternative)))
    except (ValueError, StopIteration):
        return False


def _grouped(alternatives: list[str], depth: int) -> str:
    """Alternatives with each first letter written once. Those of different letters exclude one another."""
    rests: dict[str, list[str]] = {}
    for alternative in alternatives:
        for letter, rest in split_initials(alternative):
            rests.setdefault(letter.lower(), []).append(rest)
    return "|".join(f"{_either_case(letter)}{_behind(found, depth - 1)}" for letter, found in rests.items())


def _behind(rests: list[str], depth: int) -> str:
    """What may follow a letter, as one group."""
    joined = "|".join(rests)
    return f"(?:{by_initial(joined, depth) if depth and len(rests) > 1 else joined})"


@cache
def _either_case(letter: str) -> str:
    """A letter in both cases, as a class that the engine looks up: it has no such class where case does not count."""
    forms = dict.fromkeys((letter, letter.upper(), *_ODD))
    same = [c for c in forms if len(c) == 1 and re.fullmatch(re.escape(letter), c, re.IGNORECASE)]
    return f"(?-i:[{''.join(map(re.escape, same))}])"
