"""A stated fact with the words that state it, and the search for such words in the lines that tell of an event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from extract.matching.gates import GatedPattern

T = TypeVar("T")
Span = tuple[int, int]


class Found(NamedTuple, Generic[T]):
    """A value read from the words between two positions of the text, by a rule, with a certainty from 0 to 1."""

    value: T
    start: int
    end: int
    rule: str
    certainty: float = 0.9


def find_in_spans(pattern: GatedPattern, text: str, spans: Sequence[Span]) -> Iterator[tuple[re.Match[str], Span]]:
    """All matches of a pattern in some spans in the order of the text, each with its span; each span by itself.

    Where no word of the pattern stands between the first and the last of them, none is looked at.
    """
    if not spans or not pattern.may_match(text, spans[0][0], spans[-1][1]):
        return
    for span in spans:
        for match in pattern.finditer(text, *span):
            yield match, span


def is_in_spans(position: int, spans: Sequence[Span]) -> bool:
    """Whether a position is in one of some spans."""
    return any(start <= position < end for start, end in spans)
