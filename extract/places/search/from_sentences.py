"""Venues that are a sentence of their own in a paragraph, as in `Préfecture de région, Lille. De 10h à 16h`.

Behind its day a town may come first (`21 octobre : la précarité énergétique. Creil, La Faïencerie.`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.document import Block
from extract.places.grammar.addresses import has_address
from extract.places.grammar.context import CALENDAR_DAY
from extract.places.grammar.phrases import Parts
from extract.places.grammar.slot_pieces import Piece, build_parts, find_pieces
from extract.places.page import Page
from extract.places.search.from_slots import LONGEST_LINE, as_house, is_title_of_house

HOUSE_AND_TOWN = re.compile(r"[hx]r?t")
TOWN_AND_HOUSE = re.compile(r"t[hr]r?s?")


def place_sentences(page: Page, block: Block) -> Iterator[Parts]:
    """Find a sentence among others that is a house and its town and nothing else; an address is read elsewhere."""
    if block.kind not in ("paragraph", "lead", "item") or block.label:
        return
    for start, end in page.sentences.within(block.start, block.end):
        whole = start == block.start and not page.document.text[end : block.end].strip()
        if whole or end - start > LONGEST_LINE or not page.mentions_in(start, end):
            continue
        if has_address(page.document.text, start, end):
            continue
        pieces = list(find_pieces(page, start, end))
        if CALENDAR_DAY.search(page.document.text, block.start, start):
            pieces = with_named_house(page, pieces)
        if HOUSE_AND_TOWN.fullmatch(letters := letters_of(pieces)) or TOWN_AND_HOUSE.fullmatch(letters):
            yield build_parts(pieces)


def letters_of(pieces: list[Piece]) -> str:
    """The letters of some pieces, in order."""
    return "".join(piece.letter for piece in pieces)


def with_named_house(page: Page, pieces: list[Piece]) -> list[Piece]:
    """A town and a few words with a capital behind it, as a town and its house: `Creil, La Faïencerie`."""
    named = letters_of(pieces) == "tw" and is_title_of_house(page, pieces[1])
    return [pieces[0], as_house(page, pieces[1])] if named else pieces
