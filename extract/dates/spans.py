"""Small questions that every production asks of its tokens: their words, their year, what stands right after."""

from __future__ import annotations

import re
from typing import Final

from extract.dates.tokens import Tokens, is_short

_DELAY: Final = re.compile(r"d[ée]lai|carat|terme|jour|limite", re.IGNORECASE)


def span_of(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """The words of some tokens; a full stop at their end is the sentence's, but for an abbreviated month."""
    if last - first > 1 and _ends_sentence(tokens, last):
        last -= 1
    return tokens.starts[first], tokens.ends[last - 1]


def relative_after(tokens: Tokens, last: int) -> int:
    """The direction of a `dernier` or `prochain` right after the words, else 0 (`dernier délai` is none)."""
    codes = tokens.codes
    if codes[last : last + 1] != "r" or _ends_sentence(tokens, last):
        return 0
    if codes[last + 1 : last + 2] == "x" and _DELAY.match(tokens.text, tokens.starts[last + 1]):
        return 0
    return tokens.values[last]


def _ends_sentence(tokens: Tokens, last: int) -> bool:
    """Whether the full stop at the end of some tokens is the sentence's: `le 8 juin. Prochaine étape`."""
    return tokens.codes[last - 1] == "." and last > 1 and not is_short(tokens.words(last - 2))


def written_year(tokens: Tokens, first: int, last: int) -> int | None:
    """The first year written in some tokens, or None."""
    index = tokens.codes.find("y", first, last)
    return tokens.values[index] if index >= 0 else None
