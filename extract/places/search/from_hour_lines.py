"""Venues of the lines below a day that each tell hours and where: `Noyon – de 14h à 17h – Le Chevalet, place Briand`.

The day stands once, above them; town, house and street stand on either side of the hours, in any order that a list
knows. Hours part such a line as a comma does, and say nothing of where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extract.document import Block
from extract.matching.leaping import compile_leaping
from extract.places.grammar.context import CALENDAR_DAY
from extract.places.grammar.phrases import Parts
from extract.places.grammar.slot_pieces import Piece, build_parts, find_pieces
from extract.places.page import Page
from extract.places.search.from_lines import VERB
from extract.places.search.from_slots import as_house, is_title_of_house
from extract.places.search.headlines import BEFORE_DAY

HOUR: Final = r"(?<!\d)\d{1,2}\s?(?:h(?:eures?)?(?![^\W\d_])|:)\s?(?:[0-5]\d)?"
HOURS: Final = compile_leaping(
    rf"(?:(?:de|à|dès|dés|vers|entre|à partir de)\s)?{HOUR}(?:\s?(?:-|–|—|à|et|/|>)\s?{HOUR})?", re.IGNORECASE
)
ORDER: Final = re.compile(r"(?:(?P<a>t)(?:w?(?P<b>[hrx]{1,2}s?|s))|w?(?P<c>[hrx]{1,2}s?t)|w?(?P<d>[hr]?xr?s?))w{0,2}")
LONGEST_LINE: Final = 180
LINES_BACK: Final = 12


def hour_lines(page: Page, block: Block) -> Iterator[Parts]:
    """Find the venue of a line with hours, a town and a house or street, below a line that is a day."""
    text = page.document.text
    if block.kind not in ("paragraph", "item", "lead") or block.label or block.end - block.start > LONGEST_LINE:
        return
    if not page.mentions_in(block.start, block.end) or VERB.search(text, block.start, block.end):
        return
    if CALENDAR_DAY.search(text, block.start, block.end) or HOURS.search(text, block.start, block.end) is None:
        return
    pieces = [piece for piece in find_pieces(page, block.start, block.end) if not is_hours(page, piece)]
    pieces = [as_house(page, p) if is_behind_town(page, pieces, n) else p for n, p in enumerate(pieces)]
    order = ORDER.fullmatch("".join(piece.letter for piece in pieces))
    if order is not None and is_below_day(page, block):
        kept = [piece for piece in pieces if piece.letter != "w"]
        yield build_parts(kept)


def is_hours(page: Page, piece: Piece) -> bool:
    """Check for a piece that is hours and nothing else."""
    return HOURS.fullmatch(page.document.text[piece.start : piece.end].strip(" .")) is not None


def is_behind_town(page: Page, pieces: list[Piece], number: int) -> bool:
    """Check for a few words with a capital right behind the town that can be the name of a house."""
    return number == 1 and [p.letter for p in pieces[:2]] == ["t", "w"] and is_title_of_house(page, pieces[1])


def is_below_day(page: Page, block: Block) -> bool:
    """Check for a line that is a day above a line, with other lines of hours at most between them."""
    blocks = page.document.blocks
    index = page.document.index_of(block)
    for above in reversed(blocks[max(0, index - LINES_BACK) : index]):
        if above.kind == "furniture":
            continue
        words = page.document.words_of(above)
        day = CALENDAR_DAY.search(words)
        if day is not None:
            return words.endswith(":") or BEFORE_DAY.fullmatch(words[: day.start()]) is not None
        if above.kind == "heading" or HOURS.search(page.document.text, above.start, above.end) is None:
            return False
    return False
