"""Sentences of a block, as character spans of the document's text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from extract.document import Block, Document
from extract.matching.leaping import compile_leaping

END = compile_leaping(r"(?<![.!?…])[.!?…]+[»\")]?\s+(?=[«\"(A-ZÀ-Ý0-9])|\s[•●▪◦]\s")
ABBREVIATION = re.compile(
    r"(?:\b(?:St|Ste|Mme|MM?|Dr|Pr|av|bd|pl|cf|ex|no|art|bât|tél|"
    r"(?<!la )(?:lun|mar|mer|jeu|ven|sam|dim))|(?:^|[ (.])[A-Z])$",
    re.IGNORECASE,
)


LONGEST = 1200


class Sentences:
    """The sentences of a document without its furniture; a sentence never crosses a block."""

    def __init__(self, document: Document) -> None:
        """Split every block that is read."""
        self.spans: list[tuple[int, int]] = []
        for block in document.blocks:
            if block.kind != "furniture":
                self.spans.extend(split(document.text, block))
        self.starts = [start for start, _ in self.spans]

    def at(self, position: int) -> tuple[int, int]:
        """Give the span of the sentence that holds a position; an empty span where there is none."""
        index = bisect_right(self.starts, position) - 1
        if index < 0 or self.spans[index][1] < position:
            return position, position
        return self.spans[index]

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Give the spans of the sentences between two positions, in order, cut at them."""
        position = start
        while position < end:
            first, last = self.at(position)
            if last <= position:
                return
            yield max(first, start), min(last, end)
            position = last


def split(text: str, block: Block) -> list[tuple[int, int]]:
    """Split a block into the spans of its sentences; an endless one is cut where a word ends."""
    spans: list[tuple[int, int]] = []
    start = block.start
    for end in END.finditer(text, block.start, block.end):
        if text[end.start()] == "." and ABBREVIATION.search(text, max(block.start, end.start() - 6), end.start()):
            continue
        spans.extend(cut(text, start, end.end()))
        start = end.end()
    spans.extend(cut(text, start, block.end))
    return spans


def cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a span into pieces of `LONGEST` characters at most, so that no rule ever looks at a whole book."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        stop = space + 1 if space > 0 else start + LONGEST
        yield start, stop
        start = stop
    yield start, end
