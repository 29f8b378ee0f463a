"""The places of groups that meet in parallel, each told once: `groupe A à Lille (MRES), groupe B à Douai`.

The days stand elsewhere under the same names (`Groupe A : 4 mars`, a heading, the head of a row or of a column). A
group is named by a letter, a number, a rank, a colour or a name of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from extract.dates.lexicon import fold
from extract.document import Block
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.events.venues.page_venue import richness
from extract.events.venues.town_left import as_venue_in_turn
from extract.matching.gates import compile_gated
from extract.numbers import RANKS
from extract.records import DateReading, VenueReading
from extract.tables import find_head_of

_NOUN: Final = (
    r"(?:(?:sous-)?groupe|promotion|promo|cohorte|[ée]quipe|vague|s[ée]rie|section|parcours|session|classe|formule)"
)
_OWN_NAME: Final = r"[A-ZÀ-Ý][\w'’-]+(?:\s(?:(?:de|du|des|la|le|et)\s|[dl]['’])?[A-ZÀ-Ý][\w'’-]+){0,2}"
_LABEL: Final = compile_gated(
    rf"(?<![^\W_])(?:(?P<rank>1er|2e|{'|'.join(RANKS)})\s{_NOUN}|"
    rf"{_NOUN}\s(?:n\s?°\s?)?[«“\"(]?\s?(?:(?P<count>\d|(?-i:[A-H]|I{{1,3}}|IV))(?!\s?h\d?|['’])|"
    r"(?P<colour>bleue?|verte?|rouge|jaune|orange|blanche?|noire?|violette?|rose|gris|grise|nord|sud|est|ouest|centre)|"
    rf"(?:de\s|d['’]|du\s)?(?P<name>(?-i:{_OWN_NAME})))|l[ae]\s(?P<bare>{'|'.join(RANKS)})(?!\s[^\W\d_]+\sd[eu']))(?![^\W_])",
    re.IGNORECASE,
)
_OF_GROUPS: Final = re.compile(r"(?<![^\W_])(?:groupes|promotions|promos|cohortes|[ée]quipes)(?![^\W_])", re.IGNORECASE)
"""What says that a rank alone is that of a group: `Deux groupes : le premier à Lens, le second à Douai`."""
_LEADS_TO_TOWN: Final = re.compile(r"\s?[»”\")]?\s?(?:[(:,–—-]\s?(?:[àÀ]\s)?|[àÀ]\s)")
_FIRSTS: Final = {"1er": "1", "2e": "2"}
_ROMAN: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_FEWEST: Final = 2
_MOST_ABOVE: Final = 12
"""Lines above a day among which the name of its group is looked for."""
_LONGEST_HEAD: Final = 60
_KINDS: Final = ("paragraph", "lead", "item", "field", "heading")


class _Label(NamedTuple):
    """Where a group is named, with what tells it from the others."""

    key: str
    start: int
    end: int


def find_venues_of_groups(parts: Parts, sittings: list[Sitting]) -> dict[int, VenueReading]:
    """The place of each sitting of a group, by index, where two groups at least have days and a place each."""
    if len(sittings) < _FEWEST or not _LABEL.may_match(parts.document.text):
        return {}
    labels = [label for block in parts.blocks for label in _labels_in(parts, *parts.line_of(block))]
    if len({label.key for label in labels}) < _FEWEST:
        return {}
    places = _find_places(parts, labels, [date for sitting in sittings for date in sitting.mentions])
    if len({(venue.city, venue.name) for venue in places.values()}) < _FEWEST:
        return {}
    of = {n: key for n, s in enumerate(sittings) if (key := _group_of(parts, s)) is not None and key in places}
    told = {n: places[key] for n, key in of.items() if not _tells_its_own(parts, sittings[n])}
    return told if len({of[n] for n in told}) >= _FEWEST else {}


def _labels_in(parts: Parts, start: int, end: int) -> list[_Label]:
    """The names of groups in a span, in order."""
    text = parts.document.text
    found = (m for m in _LABEL.finditer(text, start, end) if not m["bare"] or _OF_GROUPS.search(text, start, m.start()))
    return [_Label(_key_of(match), match.start(), match.end()) for match in found]


def _key_of(match: re.Match[str]) -> str:
    """What tells a group from the others: `2` for `groupe 2`, `second groupe` and `Groupe II`."""
    if match["rank"] or match["bare"]:
        rank = (match["rank"] or match["bare"]).lower()
        return _FIRSTS.get(rank) or str(RANKS[rank] + 1)
    key = fold(match["count"] or match["colour"] or match["name"])
    return _ROMAN.get(key, key)


def _find_places(parts: Parts, labels: list[_Label], days: list[DateReading]) -> dict[str, VenueReading]:
    """The one place of each group, told behind its name and before the next one, where no day stands; by its key."""
    found: dict[str, list[VenueReading]] = {}
    for number, label in enumerate(labels):
        block = parts.block_of(label.start) or parts.block_of(label.end)
        if block is None or block.kind not in _KINDS:
            continue
        following = labels[number + 1].start if number + 1 < len(labels) else block.end
        end = min(block.end, following)
        if not standing_between(days, label.start, end):
            venues = standing_between(parts.venues, label.start, end) or _town_behind(parts, label, end)
            found.setdefault(label.key, []).extend(venues)
    ones = {key: venues for key, venues in found.items() if len({venue.city for venue in venues}) == 1}
    return {key: max(venues, key=richness) for key, venues in ones.items()}


def _town_behind(parts: Parts, label: _Label, end: int) -> list[VenueReading]:
    """The town right behind the name of a group, where no place was read: `groupe Nord (Lens, chez les pompiers)`."""
    towns = [t for t in standing_between(parts.territories, label.end, end) if t.kind.startswith("commune")]
    led = towns and _LEADS_TO_TOWN.fullmatch(parts.document.text, label.end, towns[0].where.start)
    return [as_venue_in_turn(parts, towns[0])] if led else []


def _tells_its_own(parts: Parts, sitting: Sitting) -> bool:
    """Whether the line of a day tells a place."""
    blocks = (parts.block_of(date.where.start) for date in sitting.mentions)
    return any(standing_between(parts.venues, *parts.line_of(block)) for block in blocks if block is not None)


def _group_of(parts: Parts, sitting: Sitting) -> str | None:
    """The key of the group of a sitting: the one that the words, the cells or the lines before its days name."""
    keys = {key for date in sitting.mentions if (key := _group_of_day(parts, date)) is not None}
    return keys.pop() if len(keys) == 1 else None


def _group_of_day(parts: Parts, date: DateReading) -> str | None:
    block = parts.block_of(date.where.start)
    if block is None:
        return None
    if block.kind == "cell":
        return next(_groups_of_cell(parts, block), None)
    own = _labels_in(parts, parts.line_of(block)[0], date.where.start)
    return own[-1].key if own else _group_above(parts, block)


def _groups_of_cell(parts: Parts, block: Block) -> Iterator[str]:
    """The groups that the cell of a day, the others of its row or the head of its column name."""
    head = find_head_of(parts.document, block)
    for cell in (block, *parts.row_of(block), *((head,) if head is not None else ())):
        named = {label.key for label in _labels_in(parts, cell.start, cell.end)}
        if len(named) == 1:
            yield named.pop()


def _group_above(parts: Parts, block: Block) -> str | None:
    """The group that a heading over a day names, or a short line that stands above it under no other heading."""
    lowest: int | None = None
    above = [other for other in parts.blocks if other.start < block.start]
    for line in reversed(above[-_MOST_ABOVE:]):
        named = {label.key for label in _labels_in(parts, *parts.line_of(line))}
        heads = line.kind == "heading"
        if (
            len(named) == 1
            and line.end - line.start <= _LONGEST_HEAD
            and (lowest is None or (heads and line.level < lowest))
        ):
            return named.pop()
        if line.kind == "title":
            return None
        if heads:
            lowest = line.level if lowest is None else min(lowest, line.level)
    return None
