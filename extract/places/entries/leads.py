"""How many lines above each day belong to it: as many as are alike above all days, the first one included.

Lines between two days are the end of one entry and the head of the next. Where they part is told by the edges of the
list: the first day has only its own lines above it, the last one only its own below. The lines that are cut right make
both edges look like what stands between the days; a single entry that is laid out differently outweighs no other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.places.entries.shapes import WORDS, Form, Shape, likeness

MOST_LINES: Final = 6
"""Lines above a day, at most."""
_CLEARLY: Final = 0.35
"""How much better a cut with lines above must fit than one without."""


def count_lead(before: Sequence[Form], gaps: Sequence[Sequence[Form]], behind: Sequence[Form]) -> tuple[int, float]:
    """How many lines above each day belong to it, and how well that fits (0 where nothing is alike).

    `before` are the lines above the first day, `gaps` those between one day and the next, `behind` those below the
    last day.
    """
    longest = min(MOST_LINES, len(before), max(map(len, gaps), default=0))
    fits = [_fit(before, gaps, behind, count) for count in range(longest + 1)]
    best = max(range(longest + 1), key=lambda count: (fits[count], -count))
    return (best, fits[best]) if fits[best] > fits[0] + _CLEARLY else (0, fits[0])


def _fit(before: Sequence[Form], gaps: Sequence[Sequence[Form]], behind: Sequence[Form], count: int) -> float:
    """How alike the edges of the list are to the lines between its days, in lines."""
    if not gaps:
        return 0.0
    heads = sum(_alike_above(before, gap, count) for gap in gaps)
    tails = sum(_alike_below(behind, gap, len(gap) - count) for gap in gaps)
    return (heads + tails) / len(gaps)


def _alike_above(before: Sequence[Form], gap: Sequence[Form], count: int) -> float:
    """How alike the lines above two days are; a line that counts its entry opens it, and words above it are no sign."""
    alike, opened = 0.0, False
    for back in range(1, min(count, len(gap)) + 1):
        one, other = before[-back], gap[-back]
        alike += 0.0 if opened and one[0] in WORDS else likeness(one, other)
        opened = opened or one[0] == other[0] == Shape.COUNTED
    return alike


def _alike_below(behind: Sequence[Form], gap: Sequence[Form], count: int) -> float:
    return sum(likeness(behind[index], gap[index]) for index in range(min(max(count, 0), len(behind))))
