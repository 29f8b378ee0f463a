"""Workshops inside a programme: the towns in brackets behind their subject are those they tell of.

`Atelier 2 : le numérique (Denain)` below `14h00 Ateliers en parallèle` is held where the whole meeting is.
"""

from __future__ import annotations

import re
from typing import Final

from extract.document import Block
from extract.places.page import Page

WORKSHOP: Final = re.compile(
    r"\W*(?:ateliers?|tables? rondes?|t[ée]moignages?|interventions?|exp[ée]riences?|stands?)\b[^()]*\([^()]*\)\W*$",
    re.IGNORECASE,
)
STEP: Final = re.compile(r"\W*(?:[àa]|de|d[èe]s)?\s?(?:[01]?\d|2[0-3])\s?[hH:](?:\s?[0-5]\d)?(?!\d)")
LINES_UP: Final = 6


def is_workshop(page: Page, block: Block) -> bool:
    """Check for a workshop with words in brackets, on one of the lines below an hour of a programme."""
    words = page.document.words_of(block)
    if not WORKSHOP.match(words) or re.search(r"\d\s?h|\d\s+[a-zéû]{3,9}\b", words):
        return False
    blocks = page.document.blocks
    index = page.document.index_of(block)
    return any(STEP.match(page.document.words_of(line)) for line in blocks[max(0, index - LINES_UP) : index])
