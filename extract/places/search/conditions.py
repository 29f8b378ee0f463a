"""What a search for venues cannot do without in a block: asked once for each block, and not by each search again.

A condition only ever spares a search that would find nothing. What a search asks for beside it stays its own affair.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from extract.document import Block
from extract.matching.gates import GateFamily
from extract.places.grammar.addresses import NAMED_STREET, STREET
from extract.places.grammar.modes import ALSO_ONLINE, HYBRID, ONLINE
from extract.places.grammar.premises import may_tell_somebodys
from extract.places.grammar.screen_clues import SCREEN_CLUE
from extract.places.grammar.verbs import HELD_FIRST
from extract.places.page import Page
from extract.places.search.from_labels import MARKS
from extract.places.search.from_rooms import MEETINGS_AT
from extract.places.search.from_slots import LINES_ABOVE

Condition = Callable[[Page, Block], bool]

_DIGIT: Final = re.compile(r"\d")
_MARK: Final = re.compile(f"[{re.escape(MARKS)}]")
_STREETS: Final = GateFamily(STREET, NAMED_STREET)
_MODES: Final = GateFamily(HYBRID, ALSO_ONLINE, ONLINE, SCREEN_CLUE)
_MEETING: Final = GateFamily(HELD_FIRST, MEETINGS_AT)


def anything(page: Page, block: Block) -> bool:
    """Every block."""
    return True


def names_place(page: Page, block: Block) -> bool:
    """A place is named in it."""
    return bool(page.mentions_in(block.start, block.end))


def names_place_near(page: Page, block: Block) -> bool:
    """A place is named in it or in the lines above that may belong to it."""
    blocks = page.document.blocks
    above = blocks[max(0, page.document.index_of(block) - LINES_ABOVE)]
    return bool(page.mentions_in(above.start, block.end))


def is_cell(page: Page, block: Block) -> bool:
    """It stands in a table."""
    return block.kind == "cell"


def has_digit(page: Page, block: Block) -> bool:
    """A figure stands in it: there is no day, no hour and no postcode without one."""
    return _DIGIT.search(page.document.text, block.start, block.end) is not None


def is_labelled_or_marked(page: Page, block: Block) -> bool:
    """It has a label, or a mark that a label inside it would have."""
    return block.label is not None or _MARK.search(page.document.text, block.start, block.end) is not None


def may_tell_street(page: Page, block: Block) -> bool:
    """A word of a street stands in it."""
    return _STREETS.may_match(page.document.text, block.start, block.end)


def may_tell_premises(page: Page, block: Block) -> bool:
    """A word of premises or the name of an organiser stands in it."""
    return may_tell_somebodys(page.document.text, page.knowledge, block.start, block.end)


def may_lead_to_room(page: Page, block: Block) -> bool:
    """A day, an hour or a word of meeting stands in it."""
    return has_digit(page, block) or _MEETING.may_match(page.document.text, block.start, block.end)


def may_tell_how(page: Page, block: Block) -> bool:
    """It has a label, or a word that says how people meet."""
    return block.label is not None or _MODES.may_match(page.document.text, block.start, block.end)
