"""A sitting on the screen that its page never calls so: by clues, weighed by how near they stand to the day.

A clue in the sentence of the day is nearer than any place outside of it; one in the lines below is nearer than the
address that a page ends with; elsewhere on the page it counts where no place is told at all.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise
from typing import Final

from extract.document import Block, Link
from extract.events.ordinals import number_of_line
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.events.venues.found import Found
from extract.places.grammar.modes import ONLINE_NAME, find_mode_words
from extract.places.grammar.screen_clues import Clue, find_screen_clues, is_room
from extract.records import DateReading, VenueReading

_OWN: Final = frozenset({"same_cell", "same_row", "same_column", "around_the_day", "same_sentence"})
"""Rules of places that stand with their day itself."""
_RULE: Final = "screen_left"
_CERTAINTY: Final = 0.5
_LINES: Final = 6
_MARK: Final = 2
"""Characters of the mark between two sentences, and of the space behind it."""
_LONGEST_BADGE: Final = 40
"""Characters of a badge above the title that says what kind of meeting it is (`WEBINAIRE GRATUIT`)."""


def find_screen(parts: Parts, sitting: Sitting, sessions: list[DateReading], found: Found) -> Found:
    """The screen on which a sitting takes place by a clue that outweighs the place found, or that place."""
    if found is not None and (found[0].mode != "in_person" or found[1] in _OWN):
        return found
    clues = _clues_of(parts.document.text, parts.document.links)
    clue = _beside(parts, sitting, sessions, clues) if clues else None
    if clue is None or not (clue.near or found is None or _is_outweighed(parts, sitting, clue, found[0])):
        clue = _on_page(parts, clues) if found is None or found[0].rule == "town_left" else None
    return found if clue is None else (_build(parts, clue), "screen_clue")


@lru_cache(maxsize=2)
def _clues_of(text: str, links: tuple[Link, ...]) -> tuple[Clue, ...]:
    """The clues of a page, links to a room among them; they are asked for by each of its sittings."""
    rooms = [Clue(link.start, link.end, near=False) for link in links if is_room(link.url)]
    return tuple(sorted([*find_screen_clues(text, 0, len(text)), *rooms]))


def _between(clues: tuple[Clue, ...], start: int, end: int) -> tuple[Clue, ...]:
    first = bisect_left(clues, start, key=lambda clue: clue.start)
    return clues[first : bisect_left(clues, end, key=lambda clue: clue.start)]


def _beside(parts: Parts, sitting: Sitting, sessions: list[DateReading], clues: tuple[Clue, ...]) -> Clue | None:
    """The clue in the sentence of a day, else the first one from there to the line of the next day."""
    for date in sitting.mentions:
        start, end = parts.sentence_of(date.where.start)
        own = _between(clues, start, end) or _between(clues, _start_of_lead(parts, start, sessions), start)
        if own:
            return own[0]._replace(near=True)
    far = tuple(clue for clue in clues if not clue.near)
    return next((clue for date in sitting.mentions if (clue := _below(parts, date, sessions, far))), None)


def _start_of_lead(parts: Parts, start: int, sessions: list[DateReading]) -> int:
    """Where the sentence before that of a day begins, if it leads to it: it stands in its line and tells no other day.

    `La troisième se vivra derrière un écran. Le 27 juin à 11h, nous vous présenterons …`.
    """
    block = parts.block_of(start)
    if block is None or block.start >= start:
        return start
    first, _ = parts.sentence_of(max(block.start, start - _MARK))
    return start if standing_between(sessions, first, start) else max(first, block.start)


def _below(parts: Parts, date: DateReading, sessions: list[DateReading], clues: tuple[Clue, ...]) -> Clue | None:
    """The first clue behind a day, in its block or in one of the next ones, up to the line of another day."""
    block = parts.block_of(date.where.start)
    lines = (block, *parts.blocks_after(date.where.start, _LINES)) if block is not None and clues else ()
    own = _number_of(parts, block) if block is not None else None
    for line in lines:
        number = number_of_line(parts, line) if own is not None else None
        if number not in (None, own):
            return None  # `Module 3 : lien envoyé la veille` below the row of the fourth
        if any(d.first_day != date.first_day for d in standing_between(sessions, *parts.line_of(line))):
            return None
        if found := _between(clues, max(line.start, date.where.end), line.end):
            return found[0]
    return None


def _number_of(parts: Parts, block: Block) -> int | None:
    """The number that begins the line of a day, or its row."""
    return number_of_line(parts, (parts.row_of(block) or (block,))[0])


def _is_outweighed(parts: Parts, sitting: Sitting, clue: Clue, place: VenueReading) -> bool:
    """Whether a place is but the address that stands in a line of its own behind the day and the clue, or a guess."""
    if place.rule == "town_left":
        return True
    block = parts.block_of(place.where.start)
    behind = sitting.date.where.end <= clue.start < place.where.start
    if block is None or place.rule.startswith("label") or not behind:
        return False
    return place.where.start == block.start and place.text[:1].isupper() and place.where.end >= block.end - 1


def _on_page(parts: Parts, clues: tuple[Clue, ...]) -> Clue | None:
    """The first clue of the page, where no place at all is told; or the badge above its title."""
    if any(venue.mode != "online" for venue in parts.venues):
        return None
    for block in parts.blocks if clues else ():  # those of one section where there are several
        for clue in _between(clues, block.start, block.end):
            if block.kind == "title" or not clue.near:
                return clue
    return _on_badge(parts)


def _on_badge(parts: Parts) -> Clue | None:
    """The words of a badge right above the title that say how people meet."""
    for badge, below in pairwise(parts.document.blocks):
        if below.kind != "title":
            continue
        if badge.kind != "furniture" or badge.end - badge.start > _LONGEST_BADGE:
            return None
        words = next(find_mode_words(parts.document.text, badge.start, badge.end), None)
        return Clue(words.start, words.end, near=True) if words is not None else None
    return None


def _build(parts: Parts, clue: Clue) -> VenueReading:
    where = parts.document.place(clue.start, clue.end)
    words = parts.document.text[clue.start : clue.end]
    return VenueReading(words, ONLINE_NAME, None, None, None, None, "online", where, _RULE, _CERTAINTY)
