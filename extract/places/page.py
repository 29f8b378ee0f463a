"""What the search for venues looks at: the document, its mentions and sentences, and the spans cut out of it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from extract.document import Document
from extract.knowledge import Knowledge
from extract.places.gazetteer.clauses import EarlierClauses
from extract.places.gazetteer.mention import Mention
from extract.places.grammar.phrases import Region
from extract.places.grammar.sentences import Sentences


@dataclass(frozen=True, slots=True)
class Page:
    """What the search for venues looks at."""

    document: Document
    knowledge: Knowledge
    mentions: list[Mention]
    sentences: Sentences
    earlier: EarlierClauses
    host: str

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """The mentions of places that begin in a span."""
        starts = self.earlier.place_starts
        first = bisect_left(starts, start)
        return self.mentions[first : bisect_left(starts, end, lo=first)]

    def region(self, start: int, end: int) -> Region:
        """Give a span as a region, with the mentions of places in it."""
        return Region(self.document.text, start, end, self.mentions_in(start, end), self.knowledge, self.host)
