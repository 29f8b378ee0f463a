"""Cells that tell how long something lasts: `14 h` under `Volume horaire` is no hour of the day."""

from __future__ import annotations

import re
from typing import Final

from extract.document import Block, Document
from extract.tables import find_label_of_cell

_LABEL: Final = re.compile(
    r"(?:dur[ée]es?|volumes?|nombre d['’]heures|nb(?:re)?\.? (?:d['’])?heures|heures de formation|temps de formation|"
    r"charge horaire)(?![^\W_]).*",
    re.IGNORECASE,
)
_FROM_TO: Final = re.compile(r"\d\s?h(?:\s?\d\d)?\s?(?:-|–|—|à)\s?\d{1,2}\s?h", re.IGNORECASE)
_HOUR: Final = re.compile(r"\d{1,3}\s?h", re.IGNORECASE)


def find_durations(document: Document) -> tuple[tuple[int, int], ...]:
    """The spans of the cells of a document that their column or row labels as lengths."""
    return tuple((block.start, block.end) for block in document.blocks if is_duration(document, block))


def is_duration(document: Document, block: Block) -> bool:
    """Whether a block is a cell that tells how long; from one hour to another is when."""
    if block.kind != "cell" or not _HOUR.search(document.text, block.start, block.end):
        return False
    if _FROM_TO.search(document.text, block.start, block.end):
        return False
    return _LABEL.fullmatch(find_label_of_cell(document, block)) is not None
