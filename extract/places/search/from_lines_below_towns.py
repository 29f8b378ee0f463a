"""Venues of entries headed by their town: `ANZIN` / `Salle Jean-Dumaine` / `Repas partagé` / `samedi 18 novembre`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.document import Block
from extract.places.gazetteer.mention import Mention
from extract.places.grammar.context import DAY
from extract.places.grammar.phrases import Parts
from extract.places.grammar.slot_pieces import build_parts, find_pieces
from extract.places.page import Page

_LONGEST: Final = 70
_LINES: Final = 3
"""Lines below a house within which the day of its entry stands."""
_ORDERS: Final = ("th", "tr", "thr", "trh", "ths", "trs")


def houses_below_towns(page: Page, block: Block) -> Iterator[Parts]:
    """Find a line that is a house below a line that is its town, with the day of their entry right below."""
    if block.kind not in ("paragraph", "item", "lead") or block.label or block.end - block.start > _LONGEST:
        return
    above = _line_above(page, block)
    if above is None or page.mentions_in(block.start, block.end) or not _has_day_below(page, block):
        return
    mentions = page.mentions_in(above.start, above.end)
    if len(mentions) != 1 or page.document.words_of(above).strip(" []()*:.–—-") != _words_of(page, mentions[0]):
        return
    pieces = list(find_pieces(page, above.start, block.end))
    if "".join(piece.letter for piece in pieces) in _ORDERS:
        yield build_parts(pieces)


def _words_of(page: Page, mention: Mention) -> str:
    return page.document.text[mention.start : mention.end]


def _line_above(page: Page, block: Block) -> Block | None:
    index = page.document.index_of(block)
    above = page.document.blocks[index - 1] if index else None
    return above if above is not None and above.kind in ("paragraph", "heading", "item", "lead") else None


def _has_day_below(page: Page, block: Block) -> bool:
    """Whether one of the next lines holds a day."""
    index = page.document.index_of(block)
    below = page.document.blocks[index + 1 : index + 1 + _LINES]
    return any(other.kind != "furniture" and DAY.search(page.document.words_of(other)) for other in below)
