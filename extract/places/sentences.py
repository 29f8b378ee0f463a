"""Sentences of a block, as character spans of the document's text."""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.document import Block, Document

END = re.compile(r"[.!?…]+[»\")]?\s+(?=[«\"(A-ZÀ-Ý0-9])|\s[•●▪◦]\s")
ABBREVIATION = re.compile(
    r"(?:\b(?:St|Ste|Mme|MM?|Dr|Pr|av|bd|pl|cf|ex|no|art|bât|tél)|(?:^|[ (.])[A-Z])$", re.IGNORECASE
)


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


def split(text: str, block: Block) -> list[tuple[int, int]]:
    """Split a block into the spans of its sentences."""
    spans = []
    start = block.start
    for end in END.finditer(text, block.start, block.end):
        if text[end.start()] == "." and ABBREVIATION.search(text, max(block.start, end.start() - 6), end.start()):
            continue
        spans.append((start, end.end()))
        start = end.end()
    spans.append((start, block.end))
    return spans
