"""Hours told behind the day of another meeting are its own: `La prochaine est le 20 septembre. On commence à 14h`.

A page that tells of several meetings may tell the hours of one of them in the sentences behind its day. They are no
hours of the page where that one is told as the next, lies ahead of one that was, or is what their sentence goes on with
(`Une restitution aura lieu le 24 mars. Elle débutera à 18h.`).
"""

from __future__ import annotations

import re
from typing import Final

from extract.document import Block
from extract.events.hours.hours_of_all import is_of_all, is_of_several
from extract.events.page.kinds import TOLD_IN_PAST
from extract.events.parts import LooseHours, Parts, standing_between
from extract.events.sittings import Sitting, is_next

_RUNNING: Final = ("paragraph", "lead", "item")
_FEWEST: Final = 2
_SHORTEST_TEXT: Final = 100
"""Characters of a paragraph that tells more than a day and its hours, at least."""
_STOP: Final = re.compile(r"[^\W\d_]{3,}\s?[.!?…:]\s(?=[^\W\d_])")
_GOES_ON: Final = re.compile(
    r"\W*(?:elle|il|celle-ci|celui-ci|cette (?:derni[èe]re )?[^\W\d_]+|ce (?:dernier )?[^\W\d_]+)(?![^\W_])",
    re.IGNORECASE,
)
"""What goes on with the one meeting of the sentence before."""


def find_own_hours(parts: Parts, sittings: list[Sitting]) -> dict[int, tuple[LooseHours, ...]]:
    """The hours behind the day of another meeting, in its paragraph, by the index of its sitting."""
    if len(sittings) < _FEWEST or not parts.loose_hours:
        return {}
    days = sorted((mention.where.end, index) for index, s in enumerate(sittings) for mention in s.mentions)
    owned: dict[int, list[LooseHours]] = {}
    for hours in parts.loose_hours:
        before = [(end, index) for end, index in days if end <= hours.start]
        if before and _is_own(parts, hours, sittings, before[-1][1]):
            owned.setdefault(before[-1][1], []).append(hours)
    return {index: tuple(hours) for index, hours in owned.items()}


def _is_own(parts: Parts, hours: LooseHours, sittings: list[Sitting], index: int) -> bool:
    sitting = sittings[index]
    date = sitting.mentions[-1]
    block = parts.block_of(hours.start)
    same = block is not None and block.kind in _RUNNING and block is parts.block_of(date.where.start)
    if (
        not same
        or len(sitting.mentions) != 1
        or date.starts_at is not None
        or is_of_several(parts, hours)
        or is_of_all(parts, hours)
    ):
        return False
    told = parts.sentence_of(date.where.start)
    if len({s.first for s in sittings if standing_between(s.mentions, *told)}) != 1:
        return False
    ahead = is_next(parts, sitting) or _lies_ahead(parts, sitting, sittings) or _goes_on(parts, hours, told)
    return ahead or _is_in_own_text(parts, hours, sittings, index)


def _is_in_own_text(parts: Parts, hours: LooseHours, sittings: list[Sitting], index: int) -> bool:
    """Whether each day has a paragraph of sentences to itself, and some hours stand in that of one of them."""
    own = [{parts.block_of(mention.where.start) for mention in s.mentions} for s in sittings]
    others = set().union(*(blocks for n, blocks in enumerate(own) if n != index))
    block = parts.block_of(hours.start)
    return block not in others and all(
        line is not None and line.kind in _RUNNING and _tells_sentences(parts, line) for line in {block, *others}
    )


def _tells_sentences(parts: Parts, block: Block) -> bool:
    words = parts.document.words_of(block)
    return len(words) >= _SHORTEST_TEXT and _STOP.search(words) is not None


def _lies_ahead(parts: Parts, sitting: Sitting, sittings: list[Sitting]) -> bool:
    """Whether the sentence of an earlier day looks back, and that of this one does not."""
    earlier = [other for other in sittings if other.first < sitting.first]
    return not _looks_back(parts, sitting) and any(_looks_back(parts, other) for other in earlier)


def _looks_back(parts: Parts, sitting: Sitting) -> bool:
    spans = (parts.sentence_of(mention.where.start) for mention in sitting.mentions)
    return any(TOLD_IN_PAST.search(parts.words(span)) is not None for span in spans)


def _goes_on(parts: Parts, hours: LooseHours, told: tuple[int, int]) -> bool:
    """Whether the sentence of some hours stands right behind that of the day and goes on with its one meeting."""
    start, _ = parts.sentence_of(hours.start)
    text = parts.document.text
    return start >= told[1] and not text[told[1] : start].strip() and _GOES_ON.match(text, start) is not None
