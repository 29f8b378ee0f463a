"""A mention: one name of the gazetteer that is a place where it stands, with what it can mean there."""

from __future__ import annotations

from dataclasses import dataclass

from extract.document import Block
from extract.knowledge import Territory


@dataclass(frozen=True, slots=True)
class Mention:
    """One place named in the text. `candidates` holds one territory when its meaning is decided."""

    start: int
    end: int
    candidates: tuple[Territory, ...]
    block: Block
    rule: str = "name"

    @property
    def territory(self) -> Territory | None:
        """The territory, when the words leave one only."""
        return self.candidates[0] if len(self.candidates) == 1 else None
