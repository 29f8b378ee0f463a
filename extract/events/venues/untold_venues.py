"""Places that a page says are not known yet: `lieu à préciser` in the sentence of a day, its row or its bracket."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from extract.document import Block
from extract.events.parts import Parts, standing_between
from extract.places.grammar.untold import UNTOLD
from extract.records import DateReading

_BEHIND = re.compile(r"\s?\([^()\n]{3,60}\)")
_BRACKET = re.compile(r"\([^()\n]{3,60}\)")
_LINES: Final = 5


def is_untold(parts: Parts, date: DateReading, sessions: list[DateReading]) -> bool:
    """Whether the sentence of a day, its row or the lines below it say that its place is not known yet."""
    block = parts.block_of(date.where.start)
    sentence = parts.sentence_of(date.where.start)
    lines = [parts.words(sentence), *([_next_sentence(parts, block, sentence[1])] if block else ())]
    lines += [parts.document.words_of(cell) for cell in (parts.row_of(block) if block else ())]
    if len({d.first_day for d in sessions}) > 1:
        for below in parts.blocks_after(date.where.start, _LINES):
            if standing_between(sessions, below.start, below.end):
                break
            lines.append(f"{below.label or ''} {parts.document.words_of(below)}")
    return any(map(_says_untold, lines))


def is_untold_behind(parts: Parts, date: DateReading) -> bool:
    """Whether the bracket right behind a day says that its place is not known yet: `4 octobre (lieu à confirmer)`."""
    text, end = parts.document.text, date.where.end
    bracket = _BEHIND.match(text, end) or _BRACKET.search(text, date.where.start, end)  # the hours may stand behind it
    if bracket is None or not _says_untold(bracket[0]):
        return False
    return not standing_between(parts.venues, date.where.start, bracket.end())  # `à Abbeville (lieu à préciser)`


def _next_sentence(parts: Parts, block: Block, end: int) -> str:
    """The words of the sentence behind one, in the same block."""
    following = end + 1
    return parts.words(parts.sentence_of(following)) if following < block.end else ""


@lru_cache(maxsize=64)
def _says_untold(words: str) -> bool:
    """Whether a sentence or a line says so; it is asked about for each of its days."""
    return UNTOLD.search(words) is not None
