"""Towns called like everyday words, at the head of lines that other towns head as well: `Ham : mardi 4 mai`."""

from __future__ import annotations

import re

from extract.document import Block, Document
from extract.places.gazetteer.automaton import NameMatch

# What sets a town off at the head of its line.
MARK = re.compile(r"\s?(?:\(\d\d\)\s?)?(?P<mark>[:,|(]|[–—-](?=\s)|$)")
# What counts the entries of a list before their towns: `Étape 3.`, `Session n° 2 –`, `J1 :`.
COUNT = re.compile(r"\W{0,3}[^\W\d_]{0,12}\s?(?:n\s?°\s?)?\d{1,2}\s?[.:)–—-]\s?")
# What a line is marked with: a pin, an arrow, a tick.
PIN = re.compile(r"[^\w\s]{1,3}\s?")
NEAR, LONGEST_COUNT, FEWEST_COUNTED = 4, 24, 3


def keep_heads_of_lines(document: Document, matches: list[tuple[NameMatch, Block]], kept: list[bool]) -> None:
    """Accept a name that heads its line as the lines around it are headed by accepted towns, by the same mark."""
    heads = {
        document.index_of(block): (number, mark)
        for number, (match, block) in enumerate(matches)
        if is_head(document, match, block) and (mark := mark_behind(document, match, block))
    }
    numbers = sorted(heads)
    for place, index in enumerate(numbers):
        number, mark = heads[index]
        if kept[number] or not document.text[matches[number][0].start].isupper():
            continue
        around = [n for n in numbers[max(0, place - 1) : place + 2] if n != index and abs(n - index) <= NEAR]
        if any(kept[heads[n][0]] and heads[n][1] == mark for n in around):
            kept[number] = True
    counted = {block.start for block in document.blocks if block.kind == "heading" and is_counted(document, block)}
    towns = [n for n, mark in heads.values() if mark == "$" and matches[n][1].start in counted]
    if len(towns) == len(counted) >= FEWEST_COUNTED:  # `1. Chaulnes`, `2. Ham`: each of them heads what is told there
        for number in towns:
            kept[number] = True


def is_counted(document: Document, block: Block) -> bool:
    """Whether a line begins with the count of its entry."""
    return COUNT.match(document.text, block.start, min(block.end, block.start + LONGEST_COUNT)) is not None


def is_head(document: Document, match: NameMatch, block: Block) -> bool:
    """Whether a name heads its line, by itself or behind the count of its entry."""
    if block.kind == "title":
        return False
    near = match.start - block.start <= LONGEST_COUNT
    counted = near and COUNT.fullmatch(document.text, block.start, match.start) is not None
    return counted or is_at_head(document.text, match.start, block)


def is_at_head(text: str, start: int, block: Block) -> bool:
    """Whether a position opens its line, with nothing but a pin or another mark before it (`📍 Ham`)."""
    return start == block.start or (start - block.start <= NEAR and PIN.fullmatch(text, block.start, start) is not None)


def mark_behind(document: Document, match: NameMatch, block: Block) -> str:
    """The mark right behind a name in its line; the end of the line counts as one, nothing else does."""
    found = MARK.match(document.text, match.end, block.end)
    return (found["mark"] or "$") if found else ""
