"""What heads the lines of days, set off before them: `Groupe de Lille : 15 et 16 septembre`, `Ternois – 5 octobre`.

Lines whose heads are alike tell of things of one kind, each of its own: what one head says is said of no other line.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from extract.dates.lexicon import fold
from extract.document import Block
from extract.events.parts import Parts, standing_between
from extract.records import DateReading

_HEAD: Final = re.compile(r"\W*[^\W\d_]{2,}[^:–—|\n]{0,70}?\s?(?:[:–—|]|-\s)")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_LINES: Final = ("item", "paragraph", "field", "lead")


def find_head(parts: Parts, date: DateReading) -> tuple[int, int] | None:
    """The span of what is set off at the start of the line of a day, before all days; None where nothing is."""
    block = parts.block_of(date.where.start)
    if block is None or block.kind not in _LINES:
        return None
    start, end = parts.line_of(block)
    days = standing_between(parts.dates, start, end)
    head = _HEAD.match(parts.document.text, start, days[0].where.start if days else end)
    return head.span() if head is not None else None


def are_alike(parts: Parts, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two heads open with the same word (`Groupe`), or both name a territory (`Lens`, `Ternois`)."""
    if one == other:
        return False
    same = _first_word(parts, one) == _first_word(parts, other)
    return same or all(standing_between(parts.territories, *span) for span in (one, other))


_LAST: list[tuple[Parts, Counter[str], int]] = []


def is_one_of_several(parts: Parts, date: DateReading) -> bool:
    """Whether the line of a day has a head like that of the line of another day; counted once for the last page."""
    own = find_head(parts, date)
    if own is None:
        return False
    if not _LAST or _LAST[0][0] is not parts:
        heads = {head for d in parts.dates if d.role == "event" and (head := find_head(parts, d)) is not None}
        named = sum(bool(standing_between(parts.territories, *head)) for head in heads)
        _LAST[:] = [(parts, Counter(_first_word(parts, head) for head in heads), named)]
    _, words, named = _LAST[0]
    if words[_first_word(parts, own)] > 1:
        return True
    return named > 1 and bool(standing_between(parts.territories, *own))


def _first_word(parts: Parts, head: tuple[int, int]) -> str:
    word = _WORD.search(parts.document.text, *head)
    return fold(word.group()) if word is not None else ""


def heads_another_line(parts: Parts, position: int, block: Block | None, date: DateReading) -> bool:
    """Whether a position lies in the head of another line than that of a day, the two being alike."""
    own = find_head(parts, date)
    days = standing_between(parts.dates, block.start, block.end) if block is not None and own is not None else []
    head = find_head(parts, days[0]) if days else None
    if own is None or head is None or not head[0] <= position < head[1]:
        return False
    return are_alike(parts, own, head)
