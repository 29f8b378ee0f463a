"""Sentences of a text: the frame in which words govern one another. A sentence never crosses the end of a block."""

from __future__ import annotations

import re
from typing import Final

# Begins with its mark, so that the search leaps from mark to mark.
_END: Final = re.compile(r"[.!?…;](?:(?<=;)\s|(?<!;)(?:\s*[»”\")])?\s+(?=[A-ZÀ-ÖØ-Ü«“\"(0-9]))")
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:M|Mme|MM|Mr|Dr|Pr|St|Ste|av|bd|tél|cf|ex|art|n|janv|févr?|avr|juil|sept|oct|nov|déc)|\b[A-Z])\.\s*$",
    re.IGNORECASE,
)


def find_sentence(text: str, position: int, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence around a position, inside a block from `start` to `end`."""
    first, last = start, end
    for match in _END.finditer(text, start, end):
        if _ABBREVIATION.search(text[max(start, match.start() - 6) : match.start() + 1]):
            continue
        if match.end() <= position:
            first = match.end()
        else:
            last = match.start() + 1
            break
    return first, last


def find_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of all sentences of a block from `start` to `end`, in order."""
    spans: list[tuple[int, int]] = []
    at = start
    while at < end:
        first, last = find_sentence(text, at, at, end)
        spans.append((first, last))
        at = last
        while at < end and text[at].isspace():
            at += 1
    return spans
