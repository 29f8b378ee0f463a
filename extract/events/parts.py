"""What the event rules work on: the document with all that was read out of it so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Protocol, TypeVar

from extract.dates import DateScan, clock
from extract.dates.grammar import HOURS_END
from extract.document import Block, Document
from extract.knowledge import Knowledge
from extract.records import (
    DateReading,
    Evidence,
    PageFacts,
    Place,
    TerritoryReading,
    ThemeReading,
    VenueReading,
)
from extract.sentences import find_sentence


@dataclass(frozen=True, slots=True)
class LooseHours:
    """Hours that no day stands beside, as `HH:MM`, with their span."""

    starts_at: str | None
    ends_at: str | None
    start: int
    end: int


def find_loose_hours(document: Document, scan: DateScan) -> tuple[LooseHours, ...]:
    """Hours of the scan that stand by themselves, in the blocks that are read."""
    found: list[LooseHours] = []
    for hours in scan.loose_hours:
        block = document.block_at(hours.start)
        if block is None or block.kind == "furniture":
            continue
        before = found[-1] if found else None
        loose = LooseHours(clock(hours.starts), clock(hours.ends), hours.start, hours.end)
        if (
            before is not None
            and before.ends_at is None
            and HOURS_END.fullmatch(document.text, before.end, hours.start)
        ):
            ends_at = loose.ends_at or loose.starts_at  # `nous terminerons par une réunion de 14h à 15h30`
            loose = LooseHours(before.starts_at, ends_at, before.start, hours.end)
            found.pop()
        found.append(loose)
    return tuple(found)


def find_strayed_hours(date: DateReading) -> LooseHours | None:
    """The hours that were read with a day over the end of its line; None where it has none there."""
    if "\n" not in date.text or not date.starts_at:
        return None
    start = date.where.start + date.text.rindex("\n") + 1
    return LooseHours(date.starts_at, date.ends_at, start, date.where.end)


class Standing(Protocol):
    """A reading that stands somewhere."""

    @property
    def where(self) -> Place:
        """Its place."""


S = TypeVar("S", bound=Standing)
_START = attrgetter("where.start")


def standing_between(readings: Sequence[S], start: int, end: int) -> list[S]:
    """The readings that begin between two positions; they must be in the order of the text."""
    first = bisect_left(readings, start, key=_START)
    last = bisect_left(readings, end, lo=first, key=_START)
    return list(readings[first:last])


@dataclass(frozen=True, slots=True)
class Parts:
    """A document and its readings, each kind in the order of the text.

    `blocks` are the blocks that are read, in order, without furniture; `strange_hours` are those of something else than
    a meeting. Blocks and sentences that were asked for once are kept by their position: nearly every rule asks for
    those of the same few days and venues.
    """

    document: Document
    page: PageFacts
    dates: tuple[DateReading, ...]
    venues: tuple[VenueReading, ...]
    territories: tuple[TerritoryReading, ...]
    themes: tuple[ThemeReading, ...]
    knowledge: Knowledge
    loose_hours: tuple[LooseHours, ...] = ()
    blocks: tuple[Block, ...] = field(default=())
    strange_hours: tuple[LooseHours, ...] = ()
    _block_of: dict[int, Block | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    _sentence_of: dict[int, tuple[int, int]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def blocks_after(self, position: int, count: int) -> tuple[Block, ...]:
        """The next blocks after the one around a position."""
        index = bisect_right(self.blocks, position, key=lambda block: block.start)
        return self.blocks[index : index + count] if index else ()

    def block_above(self, block: Block) -> Block | None:
        """The block right above one, or None above the first."""
        here = bisect_left(self.blocks, block.start, key=lambda other: other.start)
        return self.blocks[here - 1] if here else None

    def ends_with_colon(self, block: Block) -> bool:
        """Whether the words of a block lead to what stands below it."""
        return self.document.words_of(block).rstrip().endswith(":")

    def blocks_between(self, start: int, end: int) -> tuple[Block, ...]:
        """The blocks that begin behind one position and before another."""
        first = bisect_right(self.blocks, start, key=lambda block: block.start)
        return self.blocks[first : bisect_left(self.blocks, end, lo=first, key=lambda block: block.start)]

    def row_of(self, block: Block) -> tuple[Block, ...]:
        """The blocks of the same row of a table, this one among them; none where it stands in no row."""
        if block.row is None:
            return ()
        here = bisect_left(self.blocks, block.start, key=lambda other: other.start)
        first = last = here
        while first > 0 and self.blocks[first - 1].row == block.row:
            first -= 1
        while last < len(self.blocks) and self.blocks[last].row == block.row:
            last += 1
        return self.blocks[first:last]

    def block_of(self, position: int) -> Block | None:
        """The block around a position, or None between blocks."""
        known = self._block_of
        if position not in known:
            known[position] = self.document.block_at(position)
        return known[position]

    def line_of(self, block: Block) -> tuple[int, int]:
        """The span of a block with its label, in which a day may stand (`12 mars 2020 : Béthune, salle Foch`)."""
        if block.label is None:
            return block.start, block.end
        return self.document.text.rfind("\n", 0, block.start) + 1, block.end

    def sentence_of(self, position: int) -> tuple[int, int]:
        """The span of the sentence around a position."""
        known = self._sentence_of
        if position not in known:
            block = self.block_of(position)
            text = self.document.text
            known[position] = find_sentence(text, position, block.start, block.end) if block else (position, position)
        return known[position]

    def words(self, span: tuple[int, int]) -> str:
        """The words of a span."""
        return self.document.text[span[0] : span[1]]

    def evidence(self, name: str, start: int, end: int, rule: str, certainty: float = 1.0) -> Evidence:
        """Evidence for a field, with the words of a span."""
        return Evidence(name, self.document.text[start:end], self.document.place(start, end), rule, certainty)
