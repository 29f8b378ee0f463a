"""A page as lines, and the block elements that hold them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from extract.document import BlockKind
from extract.formats.lines import Line
from extract.formats.refrains import Refrain, SharedLine

Attributes = Mapping[str, str]


@dataclass(slots=True)
class Node:
    """A block element: its lines are `first` to `end` (exclusive). `parent` is a number of the same list."""

    tag: str
    parent: int
    kind: BlockKind
    level: int
    attributes: Attributes
    first: int
    end: int = 0
    row: int | None = None
    hidden: bool = False
    label: bool = False
    column: int | None = None
    """Of a table row: how many columns its cells so far take; of a cell and what is in it: the column it begins in."""


@dataclass(slots=True)
class Page:
    """The lines of a page in order, and the block elements that hold them, parents before children.

    `refrains` are the menus known from elsewhere, by the number of their element. The elements inside them are left
    out, since nobody finds anything in them; their lines are shared with other pages as long as they are in `shared`.
    """

    lines: list[Line] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    rows: int = 0
    refrains: dict[int, Refrain] = field(default_factory=dict)
    shared: list[int] = field(default_factory=list)

    def replace(self, parts: Mapping[int, list[Line]]) -> None:
        """Put for some lines, by number, those given for them (none or several); the places of elements move along."""
        numbers = sorted(parts)
        moved = list(accumulate((len(parts[number]) - 1 for number in numbers), initial=0))
        for node in self.nodes:
            node.first += moved[bisect_left(numbers, node.first)]
            node.end += moved[bisect_left(numbers, node.end)]
        lines: list[Line] = []
        at = 0
        for number in numbers:
            lines += self.lines[at:number]
            lines += parts[number]
            at = number + 1
        self.lines = lines + self.lines[at:]

    def children(self) -> list[list[int]]:
        """The numbers of the block elements directly inside each block element."""
        inside: list[list[int]] = [[] for _ in self.nodes]
        for number, node in enumerate(self.nodes):
            if node.parent >= 0:
                inside[node.parent].append(number)
        return inside

    def add_refrain(self, number: int, refrain: Refrain) -> None:
        """Add the lines of a refrain that stands in the element opened last."""
        self.refrains[number] = refrain
        self.shared.append(number)
        self.lines += refrain.aside if self.nodes[number].hidden else refrain.lines

    def entries_of(self, number: int) -> list[Node]:
        """The elements directly inside a refrain; they have no number."""
        first = self.nodes[number].first
        return [
            Node("li", number, "item", 0, {}, first + start, first + end)
            for start, end in (self.refrains[number].entries if number in self.refrains else ())
        ]

    def verses(self) -> list[int]:
        """The numbers of the lines that stand in no shared refrain."""
        found: list[int] = []
        at = 0
        for number in self.shared:
            found += range(at, self.nodes[number].first)
            at = self.nodes[number].end
        found += range(at, len(self.lines))
        return found

    def measure(self, of_line: Callable[[Line], int], of_refrain: Callable[[Refrain], Sequence[int]]) -> list[int]:
        """What is counted of each line; of those in shared refrains it is known."""
        counted: list[int] = []
        at = 0
        for number in self.shared:
            counted += map(of_line, self.lines[at : self.nodes[number].first])
            counted += of_refrain(self.refrains[number])
            at = self.nodes[number].end
        counted += map(of_line, self.lines[at:])
        return counted

    def set_aside(self, first: int, end: int, kept: Collection[int | None] = ()) -> None:
        """Make the lines from `first` to `end` furniture, but for those kept."""
        for number in self._shared_between(first, end):
            node = self.nodes[number]
            if node.first < first or node.end > end or any(i is not None and node.first <= i < node.end for i in kept):
                self.unshare(node.first, node.end)
                continue
            self._set_aside(first, node.first, kept)
            self.lines[node.first : node.end] = self.refrains[number].aside
            first = node.end
        self._set_aside(first, end, kept)

    def _set_aside(self, first: int, end: int, kept: Collection[int | None]) -> None:
        for i in range(first, end):
            if i not in kept:
                self.lines[i].kind = "furniture"

    def unshare(self, first: int, end: int) -> None:
        """Give the page lines of its own for all refrains that reach between `first` and `end`."""
        for number in self._shared_between(first, end):
            self.shared.remove(number)
            inside = slice(self.nodes[number].first, self.nodes[number].end)
            lines = self.lines[inside]
            self.lines[inside] = [line.copy(number) if isinstance(line, SharedLine) else line for line in lines]

    def unshare_what_is_read(self) -> None:
        """Give the page lines of its own for all refrains that were not set aside: the others are only furniture."""
        for number in tuple(self.shared):
            node = self.nodes[number]
            if self.lines[node.first] is not self.refrains[number].aside[0]:
                self.unshare(node.first, node.end)

    def _shared_between(self, first: int, end: int) -> list[int]:
        """The shared refrains that hold a line between `first` and `end`."""
        return [number for number in self.shared if self.nodes[number].first < end and self.nodes[number].end > first]
