"""Venues in the line above a day: `Visite 1 – La Station, Saint-Omer` over `Jeudi 6 octobre, de 10h à 15h`.

Such a line says what and where, the next one when. Its town is the last thing it says, set off from the rest; where the
lines of the day name a town themselves, that one counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.document import Block
from extract.places.elsewhere.affiliations import is_affiliation
from extract.places.elsewhere.workshops import is_workshop
from extract.places.gazetteer.mention import Mention
from extract.places.grammar.addresses import town_of
from extract.places.grammar.context import DAY, PEOPLE, is_passed
from extract.places.grammar.names import clean_name
from extract.places.grammar.phrases import Parts
from extract.places.grammar.slot_pieces import Piece, build_parts, find_pieces
from extract.places.page import Page
from extract.places.search.from_slots import is_proper
from extract.places.search.headlines import LONGEST_LINE, opens_with_day

SET_OFF = re.compile(r"(?:[,(|/:]|\s[–—-])\s*$")
ARTICLE = re.compile(r"(?:l[ea]s?\s|l['’])(?=[A-ZÀ-Ý])", re.IGNORECASE)


def heads(page: Page, block: Block) -> Iterator[Parts]:
    """Find the town that ends a line right above that of its day, with the house before it."""
    town = town_at_end(page, block)
    below = next_blocks(page, block)
    if town is None or not below or not opens_with_day(page, below[0]) or names_town(page, below):
        return
    pieces = list(find_pieces(page, block.start, block.end))
    if not pieces or pieces[-1].letter not in "tx":
        return
    last = [house, pieces[-1]] if (house := house_before(page, pieces)) else pieces[-1:]
    yield replace(build_parts(last), rule="head")


def town_at_end(page: Page, block: Block) -> Mention | None:
    """The town that ends a short line without a day, set off from what stands before it."""
    if block.kind in ("title", "cell", "field", "furniture") or block.end - block.start > LONGEST_LINE:
        return None
    words = page.document.words_of(block)
    mentions = page.mentions_in(block.start, block.end)
    if not mentions or DAY.search(words) or PEOPLE.search(words) or is_workshop(page, block):
        return None
    town = mentions[-1]
    ends = not page.document.text[town.end : block.end].strip(" .)")
    if not ends or town_of(town.candidates) is None or not SET_OFF.search(page.document.text, block.start, town.start):
        return None
    elsewhere = is_affiliation(page.document.text, block.start, town.start)
    return None if elsewhere or is_passed(page.document.text, block.start, town.start) else town


def next_blocks(page: Page, block: Block) -> list[Block]:
    """The lines that follow a line, up to the next one that heads a day itself."""
    blocks = page.document.blocks
    index = page.document.index_of(block) + 1
    following = [b for b in blocks[index : index + 4] if b.kind != "furniture"]
    for number, line in enumerate(following[1:], start=1):
        after = following[number + 1] if number + 1 < len(following) else None
        if line.kind == "heading" or (after is not None and opens_with_day(page, after)):
            return following[:number]
    return following


def names_town(page: Page, below: list[Block]) -> bool:
    """Check whether the lines of a day name a town themselves."""
    found = [m for m in page.mentions_in(below[0].start, below[-1].end) if town_of(m.candidates) is not None]
    return any(not is_passed(page.document.text, m.block.start, m.start) for m in found)


def house_before(page: Page, pieces: list[Piece]) -> Piece | None:
    """The house before the town that ends a line: by its noun, or a proper name that is a piece of its own."""
    piece = pieces[-2] if len(pieces) > 1 else None
    if piece is None or piece.letter in "hr":
        return piece
    if piece.letter != "w" or len(pieces) < 3 or not pieces[0].end < piece.start:
        return None
    article = ARTICLE.match(page.document.text, piece.start, piece.end)
    bare = replace(piece, start=article.end()) if article else piece
    name = clean_name(page.document.text[bare.start : piece.end])
    return replace(piece, letter="h", name=name) if name and is_proper(page, bare) else None
