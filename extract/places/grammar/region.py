"""A stretch of text that is known to say where, and the venue that is read in it."""

from __future__ import annotations

from dataclasses import dataclass

from extract.knowledge import Knowledge, Territory
from extract.places.gazetteer.automaton import Gazetteer, gazetteer_of
from extract.places.gazetteer.mention import Mention
from extract.records import Mode


@dataclass(frozen=True, slots=True)
class Parts:
    """A venue as read from a phrase: the span of its words and its parts."""

    start: int
    end: int
    name: str | None = None
    street: str | None = None
    postcode: str | None = None
    city: str | None = None
    commune: Territory | None = None
    mode: Mode = "in_person"
    rule: str = "phrase"

    @property
    def is_empty(self) -> bool:
        """Check whether nothing was read but perhaps a mode."""
        return not (self.name or self.street or self.city)


@dataclass(frozen=True, slots=True)
class Region:
    """A span that is known to say where, with the mentions of places in it."""

    text: str
    start: int
    end: int
    mentions: list[Mention]
    knowledge: Knowledge
    host: str = ""

    @property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer of the knowledge."""
        return gazetteer_of(self.knowledge)
