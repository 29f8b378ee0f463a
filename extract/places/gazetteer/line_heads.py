"""Towns called like everyday words, at the head of lines that other towns head as well: `Ham : mardi 4 mai`."""

from __future__ import annotations

import re

from extract.document import Block, Document
from extract.places.gazetteer.automaton import NameMatch

# What sets a town off at the head of its line.
MARK = re.compile(r"\s?(?:\(\d\d\)\s?)?(?P<mark>[:,|(]|[–—-](?=\s)|$)")
NEAR = 4


def keep_heads_of_lines(document: Document, matches: list[tuple[NameMatch, Block]], kept: list[bool]) -> None:
    """Accept a name that heads its line as the lines around it are headed by accepted towns, by the same mark."""
    heads = {
        document.index_of(block): (number, mark)
        for number, (match, block) in enumerate(matches)
        if match.start == block.start and block.kind != "title" and (mark := mark_behind(document, match, block))
    }
    numbers = sorted(heads)
    for place, index in enumerate(numbers):
        number, mark = heads[index]
        if kept[number] or not document.text[matches[number][0].start].isupper():
            continue
        around = [n for n in numbers[max(0, place - 1) : place + 2] if n != index and abs(n - index) <= NEAR]
        if any(kept[heads[n][0]] and heads[n][1] == mark for n in around):
            kept[number] = True


def mark_behind(document: Document, match: NameMatch, block: Block) -> str:
    """The mark right behind a name in its line; the end of the line counts as one, nothing else does."""
    found = MARK.match(document.text, match.end, block.end)
    return (found["mark"] or "$") if found else ""
