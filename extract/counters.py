"""Entries that count: `Module 1 : …`, `Module 2 : …`, or `1/ …`, `2/ …`, are the sittings of one event.

Whatever an entry is called that counts, what counts is the same word in all of them, and the numbers go up by one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extract.dates.lexicon import lower_case
from extract.numbers import RANKS

_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_FIGURE: Final = r"(?P<figure>\d{1,2}|[ivx]{1,4})"
_LEADS: Final = re.compile(
    rf"\W*(?:(?P<word>[^\W\d_]+)[ -]?(?:n\W{{0,2}}(?=\d))?)?{_FIGURE}\s?(?:[.:)\]–—-]|/(?!\d)|$)"
)
"""`Séance n° 2 : le budget`, `J2 – le budget`, `2/ Le budget`."""
_CLOSES: Final = re.compile(rf"\((?P<word>[^\W\d_]+)\s(?:n\W{{0,2}}(?=\d))?{_FIGURE}\)\W*$")
"""`Le budget (séance 2)`."""
_RANK: Final = re.compile(rf"\W*(?:l[ae]\s)?(?P<rank>{'|'.join(RANKS)})\s(?P<word>[^\W\d_]+)(?![^\W_])(?:\s?[.:–—-]|$)")
"""`Deuxième séance : le budget`."""
_HASHED: Final = re.compile(r"\s*#\s?(?P<figure>\d{1,2})(?!\d)")
"""`#2 Le budget`."""
_LAST: Final = re.compile(r"\W*(?:l[ae]\s)?derni(?:er|[èe]re)\s(?P<word>[^\W\d_]+)(?![^\W_])(?:\s?[.:–—-]|$)")
"""`Dernier soir : le budget`."""
_FEWEST: Final = 2


def read_counter(words: str) -> tuple[str, int] | None:
    """What an entry counts (`""` where it only numbers) and its number; None where it has none."""
    words = lower_case(words)
    hashed = _HASHED.match(words)
    if hashed is not None:
        return "", int(hashed["figure"])
    rank = _RANK.match(words)
    if rank is not None:
        return rank["word"], RANKS[rank["rank"]] + 1
    match = _LEADS.match(words) or _CLOSES.search(words)
    if match is None:
        return None
    figure = match["figure"]
    return match["word"] or "", int(figure) if figure.isdecimal() else _ROMAN.get(figure, 0)


def are_counted(entries: Sequence[str]) -> bool:
    """Whether entries (two at least) count one thing, in turn and one by one."""
    counters = [read_counter(words) for words in entries]
    last = _LAST.match(lower_case(entries[-1])) if len(entries) > _FEWEST else None
    before = counters[-2] if last is not None else None
    if last is not None and before is not None and before[0] == last["word"]:
        counters[-1] = (before[0], before[1] + 1)
    told = [counter for counter in counters if counter is not None]
    if len(told) < len(entries) or len(told) < _FEWEST or len({word for word, _ in told}) > 1:
        return False
    return all(after[1] == before[1] + 1 for before, after in pairwise(told))
