"""Boxes and columns that only tick how people meet: `Visio` over `oui` and `non`, `☑ présentiel ☐ distanciel`.

What a box or a cell leaves unticked is not said, and the head of such a column says nothing by itself.
"""

from __future__ import annotations

import re
from typing import Final

from extract.document import Block
from extract.matching.folding import fold
from extract.places.page import Page
from extract.tables import find_column, find_head_of

AFAR_HEAD: Final = re.compile(
    r"(?:(?:en|par|lien|acces|participation|suivi|egalement|aussi|possible) )*"
    r"(?:visio[\w -]*|a distance|distanciel|en ligne|ligne|webinaire|zoom|teams)\W*(?:possible\W*)?"
)
YES: Final = re.compile(r"oui|x|ok|possible|[✓✔☑☒●•■✅]\ufe0f?")
NO: Final = re.compile(r"non|neant|/|[–—✗✘❌☐□-]|impossible|sans|")
# Right before words that no tick stands beside.
_EMPTY_BOX: Final = re.compile(r"(?:[☐□▢❏❑]|\[\s?\])\s?$")


def is_unticked(text: str, start: int) -> bool:
    """Check for an empty box right before a position."""
    return _EMPTY_BOX.search(text, max(0, start - 4), start) is not None


def ticks_afar(page: Page, label: str, cell: Block) -> bool:
    """Check for a cell that ticks a column for those who take part from afar; `label` is the folded head."""
    return AFAR_HEAD.fullmatch(label) is not None and YES.fullmatch(_plain(page, cell)) is not None


def heads_ticks(page: Page, block: Block) -> bool:
    """Check for the head of a column that holds nothing but ticks."""
    if block.kind != "cell" or find_head_of(page.document, block) is not None:
        return False
    below = [_plain(page, cell) for cell in find_column(page.document, block)]
    ticked = [words for words in below if words]
    return bool(ticked) and all(YES.fullmatch(words) or NO.fullmatch(words) for words in ticked)


def _plain(page: Page, cell: Block) -> str:
    return fold(page.document.words_of(cell)).strip(" .")
