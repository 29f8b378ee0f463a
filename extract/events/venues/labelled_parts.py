"""Where each part of an event is, by the name of its days: `Tronc commun : Le Quai, Amiens`, `Évaluation : en visio`.

The days stand elsewhere beside the same names (`15 et 16 mai : tronc commun`).
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from extract.events.hours.sitting_features import Features, words_of
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.records import VenueReading

_LINES: Final = ("paragraph", "lead", "item", "field")
_FIRST_WORDS: Final = 4
_FEWEST: Final = 2


def find_venues_of_parts(parts: Parts, sittings: list[Sitting]) -> dict[int, VenueReading]:
    """The place of each sitting, by index, in the sentence that opens with the words of its day.

    None where only one part is told so, or two sentences speak of the same sitting.
    """
    if len(sittings) < _FEWEST or len(parts.venues) < _FEWEST or not all(sitting.is_day for sitting in sittings):
        return {}
    features: Features | None = None
    found: dict[frozenset[int], VenueReading] = {}
    for start, end in dict.fromkeys(_sentence_of(parts, venue) for venue in parts.venues):
        venues = standing_between(parts.venues, start, end)
        if len(venues) != 1 or standing_between(parts.dates, start, end):
            continue
        features = features or Features(parts, sittings)
        heads = features.heads
        named = [
            heads[word] for word in islice(words_of(parts.document.text[start:end]), _FIRST_WORDS) if word in heads
        ]
        if named and (of := frozenset.intersection(*named)):
            found.setdefault(of, venues[0])
    apart = sum(map(len, found)) == len(frozenset().union(*found))
    return {n: venue for of, venue in found.items() for n in of} if len(found) >= _FEWEST and apart else {}


def _sentence_of(parts: Parts, venue: VenueReading) -> tuple[int, int]:
    """The span of the sentence of a place, with the label of its line; of none where it is no line of text."""
    block = parts.block_of(venue.where.start)
    if block is None or block.kind not in _LINES:
        return 0, 0
    start, end = parts.sentence_of(venue.where.start)
    return (parts.line_of(block)[0] if start == block.start else start), end
