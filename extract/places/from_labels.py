"""Venues behind a label: a field `Lieu`, or `Lieu :`, `Où ?`, a pin inside a block."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from extract.document import Block
from extract.places.folding import fold
from extract.places.mentions import VENUE_LABEL
from extract.places.page import Page
from extract.places.phrases import Parts, parse_region

INLINE_LABEL = re.compile(
    r"(?:(?:(?<![^\s•|])(?:Lieux?(?:\s?\((?:x|s)\))?|Format (?:hybride|mixte|pr[ée]sentiel)|En pr[ée]sentiel|"
    r"Sur place)|"
    r"(?<![^\s•|])(?:LIEUX?|Adresse|Où))\s?(?:\?|:)|(?<![^\s•|])[📍🏠📌])\s*"
)
MARKS = ":?📍🏠📌"
# A label is followed by one place or a few, not by a page.
LONGEST, LINES = 400, 4
NEXT_LABEL = re.compile(
    r"\s(?:Dates?|Horaires?|Heures?|Public|Quand|Inscriptions?|Contacts?|Tarifs?|Programme|Organis\w+|Th[èe]mes?|"
    r"Intervenant\w*|Dur[ée]e|Animation)(?:\s?\(s\))?\s?[?:]|[📅🕐🕘🕑⏰📆✉☎📞📧]"
)


def end_of_field(page: Page, block: Block) -> int:
    """Where the lines of one field end: the lines right below under the same label are more of the same place."""
    text, end = page.document.text, block.end
    index = bisect_left(page.document.blocks, block.start, key=lambda b: b.start) + 1
    for line in page.document.blocks[index : index + LINES]:
        if line.label != block.label or text[end : line.start].strip():
            break
        end = line.end
    return end


def labelled(page: Page, block: Block) -> Iterator[Parts]:
    """Find venues in a field `Lieu`, `Adresse`, `Où ?`, or behind such a label inside a block."""
    text = page.document.text
    if block.label is not None and VENUE_LABEL.fullmatch(fold(block.label).strip()):
        end = end_of_field(page, block)
        for parts in parse_region(page.region(block.start, end)):
            yield replace(parts, rule=f"label_{parts.rule}")
        return
    if all(text.find(mark, block.start, block.end) < 0 for mark in MARKS):
        return
    for match in INLINE_LABEL.finditer(text, block.start, block.end):
        limit = min(block.end, match.end() + LONGEST)
        following = INLINE_LABEL.search(text, match.end(), limit)
        limit = following.start() if following else limit
        stop = NEXT_LABEL.search(text, match.end(), limit)
        full = re.compile(r"\.\s+(?=[A-ZÀ-Ý])").search(text, match.end(), stop.start() if stop else limit)
        end = full.start() if full else (stop.start() if stop else limit)
        for parts in parse_region(page.region(match.end(), end)):
            yield replace(parts, rule=f"inline_label_{parts.rule}")
