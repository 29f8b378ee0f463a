"""A page as lines, and the block elements that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extract.document import BlockKind
from extract.formats.lines import Line

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
    """The lines of a page in order, and the block elements that hold them, parents before children."""

    lines: list[Line] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    rows: int = 0

    def replace(self, parts: list[list[Line]]) -> None:
        """Put for each line the lines given for it (none, one or several); the places of elements move along."""
        moved = [0]
        for part in parts:
            moved.append(moved[-1] + len(part))
        for node in self.nodes:
            node.first, node.end = moved[node.first], moved[node.end]
        self.lines = [line for part in parts for line in part]

    def children(self) -> list[list[int]]:
        """The numbers of the block elements directly inside each block element."""
        inside: list[list[int]] = [[] for _ in self.nodes]
        for number, node in enumerate(self.nodes):
            if node.parent >= 0:
                inside[node.parent].append(number)
        return inside
