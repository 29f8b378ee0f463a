"""Where each sitting was, told in turn: `Le premier jour, à la mairie d'Anzin … Le second jour, place à Denain …`.

The days stand together elsewhere (`Les 12 et 13 septembre`). A sentence that opens with the ordinal of a sitting tells
of it, and so do those behind it, up to the next ordinal or the end of the paragraph.
"""

from __future__ import annotations

import itertools
import re
from typing import Final, NamedTuple

from extract.events.ordinals import end_of_told
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.matching.gates import compile_gated
from extract.numbers import ORDINALS, RANKS
from extract.records import VenueReading
from extract.sentences import find_sentences

ORDINAL: Final = rf"(?P<word>{'|'.join(RANKS)}|derni(?:er|[èe]re))"
SITTING_NOUN: Final = (
    r"(?:jours?|journ[ée]es?|matin[ée]es?|soir[ée]es?|s[ée]ances?|sessions?|ateliers?|rencontres?|[ée]tapes?|"
    r"rendez-vous|modules?|temps|regroupements?|visites?|volets?)"
)
_OPENS: Final = re.compile(
    rf"\W*(?:(?:lors|au cours) d(?:e\s|u\s))?(?:l[ae]\s)?(?P<word>{'|'.join(RANKS)})\s{SITTING_NOUN}(?![^\W_])",
    re.IGNORECASE,
)

_COUNTS: Final = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}
_SHARE: Final = compile_gated(
    rf"(?<![^\W_])(?:l[ae]s?)\s(?:(?P<count>{'|'.join(_COUNTS)})\s)?"
    r"(?:(?P<first>premi(?:er|[èe]re)s?)|suivante?s?|(?P<last>derni(?:er|[èe]re)(?P<several>s)?)|autres|"
    rf"(?P<nth>{'|'.join(word for words in ORDINALS[1:] for word in words)}))(?![^\W_])|"
    # A rank needs no article before its noun: `Premier jour à Lens, second jour à Creil`.
    rf"(?<![^\W_])(?P<rank>{'|'.join(RANKS)})\s{SITTING_NOUN}(?![^\W_])",
    re.IGNORECASE,
)
_SHARE_WORD: Final = compile_gated(
    "|".join(["premi(?:er|[èe]re)", "suivant", "derni(?:er|[èe]re)", "autres", *itertools.chain(*ORDINALS[1:])]),
    re.IGNORECASE,
)
"""What every share holds: asked before the sentences are."""


class _Told(NamedTuple):
    """What is told of one sitting: its number from 0 and the span of the sentences."""

    number: int
    start: int
    end: int


def number_of(ordinal: str, count: int) -> int:
    """The number from 0 of the sitting that a word of `ORDINAL` tells of `count`; it may be past the last of them."""
    return RANKS.get(ordinal.lower(), count - 1)


def find_venues_by_ordinal(parts: Parts, sittings: list[Sitting]) -> dict[int, VenueReading]:
    """The place in the sentences that tell of a sitting by its ordinal, by its index; none where one alone is so."""
    if len(sittings) < 2:
        return {}
    told = _find_told(parts, sittings)
    if len({one.number for one in told}) < 2:
        told = _find_shares(parts, sittings)
    if len({one.number for one in told}) < 2:
        return {}
    told = [one._replace(end=end_of_told(parts, sittings, one.start, one.end)) for one in told]
    found: dict[int, VenueReading] = {}
    for number in dict.fromkeys(one.number for one in told):
        venues = [v for one in told if one.number == number for v in standing_between(parts.venues, one.start, one.end)]
        afar = bool(venues) and all(venue.mode == "online" for venue in venues)
        if afar or len({venue.city for venue in venues if venue.city is not None}) == 1:
            found[number] = venues[0]
    return found


def _find_shares(parts: Parts, sittings: list[Sitting]) -> list[_Told]:
    """The stretches of a sentence that share out the sittings: `les deux premières à Creil, les suivantes à Méru`."""
    for block in parts.blocks:
        if block.kind not in ("paragraph", "lead", "item") or not _SHARE_WORD.may_match(
            parts.document.text, block.start, block.end
        ):
            continue
        for start, end in _find_whole_sentences(parts.document.text, block.start, block.end):
            shares = list(_SHARE.finditer(parts.document.text, start, end))
            if len(shares) < 2 or any(start <= d.where.start < end for s in sittings for d in s.mentions):
                continue
            ends = [share.start() for share in shares[1:]] + [end]
            spans = zip(shares, ends, strict=True)
            return [told for share, last in spans for told in _told_of(share, last, shares, len(sittings))]
    return []


def _find_whole_sentences(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """The sentences of a block, of which those that a semicolon parts are one."""
    spans: list[tuple[int, int]] = []
    for start, end in find_sentences(text, first, last):
        if spans and text[spans[-1][1] - 1] == ";":
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _told_of(share: re.Match[str], end: int, shares: list[re.Match[str]], count: int) -> list[_Told]:
    """What one share tells, for each of its sittings: the first ones, the last ones, or those that are left."""
    sizes = [_COUNTS.get((other["count"] or "").lower(), 1) for other in shares]
    if share["nth"] or share["rank"]:
        return [_Told(RANKS[(share["nth"] or share["rank"]).lower()], share.start(), end)]
    index = shares.index(share)
    first = sum(sizes[:index])
    if share["last"] and (share["count"] or not share["several"]):
        first = max(first, count - sizes[index])
    last = first + sizes[index] if share["count"] or share["first"] else count
    return [_Told(number, share.start(), end) for number in range(first, min(last, count))]


def _find_told(parts: Parts, sittings: list[Sitting]) -> list[_Told]:
    """The stretches that tell of one sitting each; none of them names a day of the event."""
    days = [date for sitting in sittings for date in sitting.mentions]
    told: list[_Told] = []
    for block in parts.blocks:
        if block.kind not in ("paragraph", "lead", "item"):
            continue
        spans = list(find_sentences(parts.document.text, block.start, block.end))
        heads = [(start, match) for start, end in spans if (match := _OPENS.match(parts.document.text, start, end))]
        ends = [start for start, _ in heads[1:]] + [block.end]
        for (start, match), end in zip(heads, ends, strict=False):
            if not any(start <= date.where.start < end for date in days):
                told.append(_Told(RANKS[match["word"].lower()], start, end))
    return told


def are_placed_by_rows(parts: Parts, sittings: list[Sitting]) -> bool:
    """Whether each sitting stands in a row of a table that holds its place: what is said in turn then adds no place."""
    rows = [v.where for v in parts.venues if v.rule.startswith("row_")]
    return bool(rows) and all(any(row.start <= s.date.where.start < row.end for row in rows) for s in sittings)
