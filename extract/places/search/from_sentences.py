"""Venues that are a sentence of their own in a paragraph, as in `Préfecture de région, Lille. De 10h à 16h`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.document import Block
from extract.places.grammar.addresses import has_address
from extract.places.grammar.phrases import Parts
from extract.places.grammar.slot_pieces import build_parts, find_pieces
from extract.places.page import Page
from extract.places.search.from_slots import LONGEST_LINE

HOUSE_AND_TOWN = re.compile(r"[hx]r?t")


def place_sentences(page: Page, block: Block) -> Iterator[Parts]:
    """Find a sentence among others that is a house with its town and nothing else; an address is read elsewhere."""
    if block.kind not in ("paragraph", "lead") or block.label:
        return
    for start, end in page.sentences.within(block.start, block.end):
        whole = start == block.start and not page.document.text[end : block.end].strip()
        if whole or end - start > LONGEST_LINE or not page.mentions_in(start, end):
            continue
        if has_address(page.document.text, start, end):
            continue
        pieces = list(find_pieces(page, start, end))
        if HOUSE_AND_TOWN.fullmatch("".join(piece.letter for piece in pieces)):
            yield build_parts(pieces)
