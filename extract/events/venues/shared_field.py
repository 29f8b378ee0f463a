"""Places of one field, each of some sittings: `Lieux : jours 1 et 2 à Amiens, jour 3 à Creil`, `Amiens puis Creil`.

What a part of the field says beside its place tells of which sittings it is: their numbers, ranks, months or days. A
part that says nothing is of those that are left; where none does, as many places as sittings are told in turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from extract.document import Block
from extract.events.hours.sitting_features import Features, words_of
from extract.events.parts import Parts, standing_between
from extract.events.scopes import find_words
from extract.events.sittings import Sitting
from extract.numbers import RANKS
from extract.records import VenueReading

_FEWEST: Final = 2
_LED: Final = re.compile(r"\W*(?:pour|groupe|promotion)\s(?P<whom>[^,;:(\n]{2,60})", re.IGNORECASE)
"""Whom a place is for, before it."""
_NTH: Final = re.compile(
    rf"(?<![^\W_])(?P<rank>{'|'.join(RANKS)})\s(?P<noun>jour|journ[ée]e|s[ée]ance|session|module|atelier|rencontre|[ée]tape|date|"
    r"soir[ée]e|matin[ée]e|regroupement)(?![^\W_])",
    re.IGNORECASE,
)
_OF_RUNS: Final = re.compile(r"s[ée]ance|session|module|atelier|rencontre|[ée]tape|regroupement", re.IGNORECASE)
"""One sitting by its rank, without an article: `1re journée, ESPE d'Amiens`."""


def find_venues_of_shares(parts: Parts, sittings: list[Sitting]) -> dict[int, VenueReading]:
    """The place of each sitting, by index, where a field tells several places; none where it does not say of which."""
    if len(sittings) < _FEWEST or not all(sitting.is_day for sitting in sittings):
        return {}
    labelled = [venue for venue in parts.venues if "label" in venue.rule and (venue.city or venue.mode == "online")]
    fields = [field for field in _fields(parts, labelled) if len({(v.city, v.mode) for v in field}) >= _FEWEST]
    return _share(parts, sittings, fields[0]) if len(fields) == 1 else {}


def _fields(parts: Parts, labelled: list[VenueReading]) -> list[list[VenueReading]]:
    """The places by the field that they stand in: a line, or lines of one label right below one another."""
    fields: list[list[VenueReading]] = []
    last: Block | None = None
    for venue in labelled:
        block = parts.block_of(venue.where.start)
        below = last is not None and block is not None and last.label is not None and block.label == last.label
        if fields and (block == last or (below and last is not None and parts.blocks_after(last.start, 1) == (block,))):
            fields[-1].append(venue)
        else:
            fields.append([venue])
        last = block
    return fields


def _share(parts: Parts, sittings: list[Sitting], venues: list[VenueReading]) -> dict[int, VenueReading]:
    told = [set(_named_in(parts, sittings, venue)) for venue in venues]
    if not any(told):
        return _in_turn(sittings, venues)
    left = set(range(len(sittings))) - set().union(*told)
    silent = [number for number, of in enumerate(told) if not of]
    if len(silent) > 1 or (silent and not left) or sum(map(len, told)) > len(set().union(*told)):
        return {}
    for number in silent:
        told[number] = left
    return {index: venue for venue, of in zip(venues, told, strict=True) for index in of}


def _in_turn(sittings: list[Sitting], venues: list[VenueReading]) -> dict[int, VenueReading]:
    """As many places as sittings, or as runs of days in a row, each in its turn; nothing where there are not."""
    if len(venues) == len(sittings):
        return dict(enumerate(venues))
    runs = [0]
    for one, other in pairwise(sittings):
        runs.append(runs[-1] + ((other.first - one.first).days > 1))
    return {n: venues[run] for n, run in enumerate(runs)} if runs[-1] + 1 == len(venues) else {}


def _of_rank(parts: Parts, sittings: list[Sitting], match: re.Match[str]) -> Iterable[int]:
    """The sitting of a rank, or all of the session of several days that it counts: `2nd module à Compiègne`."""
    rank = RANKS[match["rank"].lower()]
    runs = Features(parts, sittings).runs if _OF_RUNS.match(match["noun"]) else []
    if runs:
        return runs[rank] if rank < len(runs) else ()
    return (rank,) if rank < len(sittings) else ()


def _named_in(parts: Parts, sittings: list[Sitting], venue: VenueReading) -> Iterator[int]:
    """The sittings that the words of a place name, by index."""
    start, end = venue.where.start, venue.where.end
    for words in find_words(parts, sittings, start, end, bare=True):
        yield from words.sittings
    for match in _NTH.finditer(parts.document.text, start, end):
        yield from _of_rank(parts, sittings, match)
    days = [date for date in standing_between(parts.dates, start, end) if date.precision in ("day", "month")]
    yield from (
        n for n, sitting in enumerate(sittings) if any(d.first_day <= sitting.first <= d.last_day for d in days)
    )
    led = _LED.match(parts.document.text, start, end)
    if led is not None:  # `pour Lille, au siège ; pour Roubaix, rue de l'Ouest`
        heads = Features(parts, sittings).heads
        named = [heads[word] for word in words_of(led["whom"]) if word in heads]
        yield from frozenset.intersection(*named) if named else ()
