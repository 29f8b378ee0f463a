"""Sentences of a text: the frame in which words govern one another. A sentence never crosses the end of a block."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Final

# Begins with its mark, so that the search leaps from mark to mark.
_END: Final = re.compile(r"[.!?…;](?:(?<=;)\s|(?<!;)(?:\s*[»”\")])?\s+(?=[A-ZÀ-ÖØ-Ü«“\"(0-9]))")
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:M|Mme|MM|Mr|Dr|Pr|St|Ste|av|bd|tél|cf|ex|art|n|janv|févr?|avr|juil|sept|oct|nov|déc|"
    r"(?<!la )(?:lun|mar|mer|jeu|ven|sam|dim))|(?<!\d\s)\b[A-Z])\.\s*$",
    re.IGNORECASE,
)
"""A letter alone is an initial, but for that of an hour (`de 13 h à 17 h. Pensez à vous inscrire`)."""


def find_sentence(text: str, position: int, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence around a position, inside a block from `start` to `end`."""
    marks, following = _find_ends(text, start, end)
    index = bisect_right(following, position)
    return following[index - 1] if index else start, marks[index] if index < len(marks) else end


@lru_cache(maxsize=128)
def _find_ends(text: str, start: int, end: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where sentences of a block end, and where those after them begin; kept, as a block is asked for day by day."""
    found = [
        (match.start() + 1, match.end())
        for match in _END.finditer(text, start, end)
        if not _ABBREVIATION.search(text[max(start, match.start() - 6) : match.start() + 1])
    ]
    return tuple(mark for mark, _ in found), tuple(after for _, after in found)


def find_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of all sentences of a block from `start` to `end`, in order."""
    spans: list[tuple[int, int]] = []
    at = start
    for mark in (*_find_ends(text, start, end)[0], end):
        if at < mark:
            spans.append((at, mark))
        at = mark
        while at < end and text[at].isspace():
            at += 1
    return spans
