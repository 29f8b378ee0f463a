"""Small questions that every production asks of its tokens: their words, their year, what stands right after."""

from __future__ import annotations

import re
from typing import Final

from extract.dates.tokens import Tokens, is_short

_DELAY: Final = re.compile(r"d[ée]lai", re.IGNORECASE)


def span_of(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """The words of some tokens; a full stop at their end is the sentence's, but for an abbreviated month."""
    if tokens.codes[last - 1] == "." and last - first > 1:
        month = tokens.items[last - 2]
        if not is_short(tokens.text[month.start : month.end]):
            last -= 1
    return tokens.items[first].start, tokens.items[last - 1].end


def relative_after(tokens: Tokens, last: int) -> int:
    """The direction of a `dernier` or `prochain` right after the words, else 0 (`dernier délai` is none)."""
    if last < len(tokens.items) and tokens.codes[last] == "r" and tokens.codes[last + 1 : last + 2] != "x":
        return tokens.items[last].value
    following = tokens.items[last + 1] if last + 1 < len(tokens.items) else None
    if following is not None and tokens.codes[last] == "r" and not _DELAY.match(tokens.text, following.start):
        return tokens.items[last].value
    return 0


def written_year(tokens: Tokens, first: int, last: int) -> int | None:
    """The first year written in some tokens, or None."""
    for token in tokens.items[first:last]:
        if token.code == "y":
            return token.value
    return None
