"""The town in what an entry is called, over its day and its house: `Balade à Flixecourt` / `15 octobre, mairie`.

Not where people leave the town of who writes for it (`Voyage à Bruges`), nor where it tells of somebody's town.
"""

from __future__ import annotations

import re
from typing import Final

from extract.document import Block
from extract.knowledge import Territory
from extract.places.gazetteer.mention import Mention
from extract.places.grammar.addresses import city_name, town_of
from extract.places.grammar.context import CALENDAR_DAY, DAY, MADE_THERE, MEETING_NOUN, SOMEBODY_THERE
from extract.places.page import Page
from extract.places.towns.titles import NO_MEETING

Town = tuple[str, Territory]

THEIRS: Final = re.compile(
    r"\b(?:comit[ée]s?|conseils?|celui|celle|ceux|celles|r[ée]unions?|groupes?|collectifs?|[ée]quipes?|clubs?|"
    r"commissions?|cellules?|instances?|ateliers?|assembl[ée]es?|antennes?|promotions?|r[ée]seaux?|sections?)\b"
    r"[^.;:!?,]{0,50}(?:\sde|d['’]|[àa])\s?$",
    re.IGNORECASE,
)
"""Those of a town who meet: `le conseil citoyen de`, `le comité local « Hauts de`, `celui de`."""
_LEAVES: Final = re.compile(
    r"(?<![^\W_])(?:voyages?|sorties?|excursions?|escapades?|(?:mini-?)?s[ée]jours?|week-?ends?|vir[ée]es?|croisi[èe]res?)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_AT: Final = re.compile(r"(?<![^\W_])[àÀ]\s$")
_OF: Final = re.compile(r"(?<![^\W_])(?:d[eu]\s|d['’])$", re.IGNORECASE)
_LONGEST_NAME: Final = 90
_LINES_UP: Final = 3
_KINDS: Final = ("heading", "paragraph", "lead", "item")


def town_of_entry_name(page: Page, position: int) -> Town | None:
    """The one town in the line above the day that a position is told with, where that line names a meeting there."""
    name = _name_above(page, position)
    inside = [m for m in page.mentions_in(name.start, name.end) if town_of(m.candidates)] if name is not None else []
    if name is None or len(inside) != 1 or not _is_met_in(page, name, inside[0]):
        return None
    commune = town_of(inside[0].candidates)
    words = page.document.text[inside[0].start : inside[0].end]
    return (city_name(words, commune), commune) if commune is not None else None


def _name_above(page: Page, position: int) -> Block | None:
    """The short line without a day right above the line of the day, at a position or few lines over it."""
    block = page.document.block_at(position)
    if block is None or block.kind not in _KINDS:
        return None
    index = page.document.index_of(block)
    lines = page.document.blocks[max(0, index - _LINES_UP) : index + 1]
    dated = False
    for line in reversed(lines):
        if line.kind not in _KINDS:
            return None
        if CALENDAR_DAY.search(page.document.text, line.start, line.end):
            dated = True
        elif dated or line.kind == "heading":
            return line if dated and _may_name(page, line) else None
    return None


def _may_name(page: Page, line: Block) -> bool:
    words = page.document.words_of(line)
    return len(words) <= _LONGEST_NAME and not words.endswith((".", ",", ";")) and DAY.search(words) is None


def _is_met_in(page: Page, name: Block, town: Mention) -> bool:
    """Whether people meet in a town by what an entry is called."""
    text, start, first = page.document.text, name.start, town.start
    if _LEAVES.search(text, start, name.end) or NO_MEETING.search(text, start, name.end):
        return False
    if SOMEBODY_THERE.search(text, start, first) or MADE_THERE.search(text, start, first):
        return False
    if THEIRS.search(text, start, first) or _AT.search(text, start, first):
        return True
    return _OF.search(text, start, first) is not None and MEETING_NOUN.search(text, start, first) is not None
