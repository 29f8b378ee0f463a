"""Days in a list of papers: `Pour aller plus loin` / `Rapport de la Commission du débat public, remis le 31 janvier`.

What a page recommends to read, to watch or to load down has its day, too: nobody meets on it. A meeting may stand in
such a list by its name, its hours or its weekday.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.dates.governors import is_of_noun
from extract.dates.lexicon import NAMES_WEEKDAY, lower_case
from extract.dates.things import opens_with_paper
from extract.document import Block, Document
from extract.events.page.naming import find_event_type
from extract.records import DateReading

_HEADS_PAPERS: Final = re.compile(
    r"\W*(?:(?:pour )?(?:en savoir (?:plus|\+)|aller plus loin|approfondir)|"
    r"[àa] (?:lire|relire|consulter|t[ée]l[ée]charger)(?: (?:aussi|[ée]galement))?|"
    r"(?:les |nos |quelques |autres )?(?:documents?|ressources?|r[ée]f[ée]rences?|bibliographie|publications?|"
    r"lectures?|textes?|sources?|documentation|liens|rapports?|[ée]tudes?)(?: (?!du |de la s)[^.:!?\d\n]{2,30})?)\W*",
    re.IGNORECASE,
)
_RUNNING: Final = ("item", "paragraph")
_CLOSED: Final = re.compile(r"[.!?]\s*$")
_LONGEST_LIST: Final = 15
_LONGEST_HEAD: Final = 50
_LONGEST_LINE: Final = 200


def set_listed_papers_aside(document: Document, dates: list[DateReading]) -> list[DateReading]:
    """The dates, those that lines of a list of papers give of the papers as others."""
    return [
        replace(date, role="other", rule="listed_paper")
        if date.role == "event" and _is_of_paper(document, date)
        else date
        for date in dates
    ]


def _is_of_paper(document: Document, date: DateReading) -> bool:
    """Whether a day has neither hours nor weekday and stands in a line that names a paper, or at least no meeting."""
    if date.starts_at is not None or date.first_day != date.last_day or NAMES_WEEKDAY.search(date.text):
        return False
    block = document.block_at(date.where.start)
    if block is None or not _is_line(document, block) or not _is_under_papers(document, block):
        return False
    words = document.words_of(block)
    if not find_event_type(words):
        return True
    before = lower_case(document.text[block.start : date.where.start])
    return opens_with_paper(lower_case(words)) and not is_of_noun(before)  # `Programme de la journée du 12 mars`


def _is_line(document: Document, block: Block) -> bool:
    """Whether a block is an item, or a short line that is no sentence."""
    if block.kind == "item":
        return True
    short = block.end - block.start <= _LONGEST_LINE
    return block.kind == "paragraph" and short and _CLOSED.search(document.words_of(block)) is None


def _is_under_papers(document: Document, block: Block) -> bool:
    """Whether the lines above lead up to a head of papers."""
    index = document.index_of(block)
    for above in reversed(document.blocks[max(0, index - _LONGEST_LIST) : index]):
        short = above.end - above.start <= _LONGEST_HEAD
        if short and above.kind in ("heading", "paragraph") and _HEADS_PAPERS.fullmatch(document.words_of(above)):
            return True
        if above.kind not in _RUNNING or not _is_line(document, above):
            return False
    return False
