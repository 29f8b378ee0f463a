"""The venue that the page tells for all its days, where nothing beside a day tells one."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import Final

from extract.dates.lexicon import MONTHS, WEEKDAYS, fold
from extract.document import Block
from extract.events.ordinals import without_numbered
from extract.events.parts import Parts, standing_between
from extract.events.venues.exceptions import end_of_rule, without_excepted
from extract.events.venues.section_venues import section_of
from extract.events.venues.told_apart import names_event
from extract.records import DateReading, VenueReading

_FEWEST_LINES: Final = 3
_FEWEST_WORDS: Final = 2
_OF_ALL: Final = re.compile(
    r"(?<![^\W_])(?:"
    r"(?:(?:toutes|tous) (?:les|nos)|chaque|chacune? des|l['’]ensemble des|[àa] chacune? des)\s(?:\w+\s){0,2}?"
    r"(?:ateliers?|s[ée]ances?|modules?|rencontres?|sessions?|journ[ée]es?|dates?|r[ée]unions?|rendez-vous|[ée]tapes?|"
    r"temps|cours)|"
    r"l['’]ensemble du (?:cycle|parcours|programme|stage)|[àa] chaque fois|lieu unique|tout se (?:passe|d[ée]roule)"
    r")(?![^\W_])",
    re.IGNORECASE,
)
"""What says that a place is that of all sittings: `Chaque séance se tient à la MJC`."""
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_NAME: Final = re.compile(r"[^\W\d_]{2,}")
_NO_NAME: Final = frozenset((*map(fold, (*WEEKDAYS, *MONTHS)), "le", "les", "la", "du", "au", "et", "puis", "ce"))


def find_venue_of_page(parts: Parts, sessions: list[DateReading]) -> tuple[VenueReading, str] | None:
    """The one place under a label, or told before any day, or of the whole page; with the name of the rule."""
    field = _of_field(parts, sessions)
    if field is not None:
        return field
    said = _only_label(parts, sessions)
    if said is not None:
        return said
    for choose in (_told_first, _unclaimed_of_two_ways, _without_former, _unclaimed):
        told = without_excepted(parts, without_numbered(parts, choose(parts, sessions), several=_has_days(sessions)))
        found = _of_page(told) or _of_page(_only_addresses(parts, told, sessions))
        if found is not None and not _is_screen_of_one(parts, found[0], sessions):
            return _town_alone(found) if found[1] == "only_town_of_page" and _has_days(sessions) else found
    return None


def _is_screen_of_one(parts: Parts, venue: VenueReading, sessions: list[DateReading]) -> bool:
    """Whether a screen is told beside one day of a page that has houses: `le comité du 4 juin, tenu en visio`."""
    if venue.mode != "online" or all(other.mode == "online" for other in parts.venues):
        return False
    return _has_days(sessions) and bool(standing_between(sessions, *parts.sentence_of(venue.where.start)))


_LAST: list[tuple[Parts, tuple[VenueReading, str] | None]] = []


def find_venue_of_all(parts: Parts) -> tuple[VenueReading, str] | None:
    """The one place whose sentence says of all sittings, or each, where they are; kept, as every sitting asks."""
    if not _LAST or _LAST[0][0] is not parts:
        _LAST[:] = [(parts, _said_of_all(parts))]
    return _LAST[0][1]


def _said_of_all(parts: Parts) -> tuple[VenueReading, str] | None:
    """The one place in sentences on all sittings that tell no day."""
    told = []
    for venue in parts.venues:
        start, end = parts.sentence_of(venue.where.start)
        if _OF_ALL.search(parts.document.text, start, end) and not standing_between(parts.dates, start, end):
            told.append(venue)
    told = list(without_excepted(parts, tuple(told)))
    return (told[0], "said_of_all") if len({(v.city, v.name) for v in told}) == 1 else None


def _has_days(sessions: list[DateReading]) -> bool:
    """Whether people meet on several days."""
    return len({date.first_day for date in sessions}) > 1


def _town_alone(found: tuple[VenueReading, str]) -> tuple[VenueReading, str]:
    """The town of several houses, of which none is told for a day that has none of its own."""
    return replace(found[0], name=None, street=None, postcode=None), found[1]


def _without_former(parts: Parts, sessions: list[DateReading]) -> tuple[VenueReading, ...]:
    """The venues of the page without those where a former meeting was: `la précédente, le 17 juin à Anzin`."""
    former = _former_sentences(parts, sessions)
    others = _rows_of_days(parts, sessions) | _heads_of_days(parts, sessions) | _items_of_others(parts, sessions)
    venues = tuple(v for v in parts.venues if not any(start <= v.where.start < end for start, end in others))
    return tuple(v for v in venues if not former or parts.sentence_of(v.where.start) not in former)


def _former_sentences(parts: Parts, sessions: list[DateReading]) -> set[tuple[int, int]]:
    """The sentences that tell of what was or of another month, and of none of the days on which people meet."""
    former = {parts.sentence_of(date.where.start) for date in parts.dates if date.role == "past"}
    months = [d for d in parts.dates if d.role == "event" and d.precision != "day"]
    months = [m for m in months if not any(m.first_day <= d.first_day <= m.last_day for d in sessions)]
    former |= {parts.sentence_of(month.where.start) for month in months}
    return former - {parts.sentence_of(date.where.start) for date in sessions}


def _unclaimed(parts: Parts, sessions: list[DateReading]) -> tuple[VenueReading, ...]:
    """The venues in no sentence with a day: of those that stand beside other days nothing is said of this one."""
    days = {parts.sentence_of(date.where.start) for date in sessions}
    return tuple(v for v in _without_former(parts, sessions) if parts.sentence_of(v.where.start) not in days)


def _unclaimed_of_two_ways(parts: Parts, sessions: list[DateReading]) -> tuple[VenueReading, ...]:
    """The places beside no day, where screens and houses are told and only those of one way stand beside days.

    `Les rencontres de la santé – Nancy, 29 et 30 novembre` below four webinars: Nancy is of its own days.
    """
    told = _without_former(parts, sessions) if _has_days(sessions) else ()
    left = _unclaimed(parts, sessions) if {venue.mode == "online" for venue in told} == {True, False} else ()
    return left if len({venue.mode == "online" for venue in left}) == 1 else ()


def _heads_of_days(parts: Parts, sessions: list[DateReading]) -> set[tuple[int, int]]:
    """The spans of the headings right above a day, two at least: what one says is said of its own day (`Webinaire`)."""
    lines = {block.start for date in sessions if (block := parts.block_of(date.where.start)) is not None}
    pairs = zip(parts.blocks, parts.blocks[1:], strict=False)
    heads = {(head.start, head.end) for head, line in pairs if head.kind == "heading" and line.start in lines}
    return heads if len(heads) > 1 else set()


def _items_of_others(parts: Parts, sessions: list[DateReading]) -> set[tuple[int, int]]:
    """The spans of items that tell of something else without its day: `un voyage d'étude à Bruxelles (automne)`."""
    dated = {block.start for d in sessions if (block := parts.block_of(d.where.start)) is not None}
    items = [block for block in parts.blocks if block.kind == "item"]
    if not any(item.start in dated for item in items):
        return set()
    others = (item for item in items if item.start not in dated)
    return {(o.start, o.end) for o in others if names_event(parts, o)}


def _rows_of_days(parts: Parts, sessions: list[DateReading]) -> set[tuple[int, int]]:
    """The spans of the rows of a table that each hold a day, two at least: a place in one is that of its own day.

    So is one behind the day of a line, where three lines at least hold a day; the first alone may tell that of all.
    Those lines tell what takes place, in some words or by a name of their own (`CA : 13/01, 18h` above `AG : 16/06`).
    """
    blocks = [block for date in sessions if (block := parts.block_of(date.where.start)) is not None]
    rows = (parts.row_of(block) for block in blocks if block.kind == "cell")
    spans = {(row[0].start, row[-1].end) for row in rows if row}
    heads = {block.start: _head_of(parts, block, sessions) for block in blocks}
    alone = {head for head in heads.values() if head and list(heads.values()).count(head) == 1}
    telling = {block.start for block in blocks if heads[block.start] in alone or _tells_more(parts, block)}
    told = ((parts.block_of(date.where.start), date) for date in sessions)
    running = {b.start: (d.where.start, b.end) for b, d in told if b is not None and b.start in telling}
    lines = sorted(running.values())
    own = any(standing_between(parts.venues, *line) for line in lines[1:])  # then the first tells its own as well
    lines = lines if own else lines[1:]
    return (spans if len(spans) > 1 else set()) | set(lines if len(running) >= _FEWEST_LINES else ())


def _head_of(parts: Parts, block: Block, sessions: list[DateReading]) -> str:
    """What a line of a day calls it before the day, folded: its label, or its first word."""
    if block.kind not in ("item", "paragraph"):
        return ""
    first = min((date.where.start for date in standing_between(sessions, block.start, block.end)), default=block.start)
    words = _NAME.findall(parts.document.text, block.start, first)
    return next((told for word in words if (told := fold(word)) not in _NO_NAME), "")


def _tells_more(parts: Parts, block: Block) -> bool:
    """Whether a line of running text tells more than its day: what takes place then, whatever its hours."""
    if block.kind not in ("item", "paragraph"):
        return False
    words = (word.lower() for word in _WORD.findall(parts.document.words_of(block)))
    told = (word for word in words if word not in WEEKDAYS and word not in MONTHS)
    return len(list(islice(told, _FEWEST_WORDS))) == _FEWEST_WORDS


def _told_first(parts: Parts, sessions: list[DateReading]) -> tuple[VenueReading, ...]:
    """The venues told before any day, in no sentence with one: where the page's days are unless they say otherwise."""
    first = min((date.where.start for date in sessions), default=0)
    before = [venue for venue in parts.venues if venue.where.end <= first and parts.block_of(venue.where.start)]
    former = _former_sentences(parts, sessions)
    before = [v for v in before if parts.sentence_of(v.where.start) not in former]
    return tuple(v for v in before if end_of_rule(parts, v.where.start) <= first)


def _of_field(parts: Parts, sessions: list[DateReading]) -> tuple[VenueReading, str] | None:
    """The one place under a label that names no day of its own, where the others under labels do."""
    labelled = [venue for venue in parts.venues if venue.rule.startswith("label")]
    plain = [v for v in labelled if not standing_between(sessions, v.where.start - 1, v.where.end)]
    return (plain[0], "only_field") if len(plain) == 1 < len(labelled) else None


def _only_label(parts: Parts, sessions: list[DateReading]) -> tuple[VenueReading, str] | None:
    """The one place under a label of places that holds no day: what the page calls its place is that of its days.

    Not where the label stands among the lines of one of several days, or names another day itself.
    """
    labelled = [v for v in parts.venues if v.rule.startswith("label")]
    if len({(v.city, v.name) for v in labelled}) != 1:
        return None
    venue = labelled[0]
    span = section_of(parts, venue.where.start)
    inside = standing_between(sessions, *span) if span is not None else []
    of_one_day = len({d.first_day for d in inside}) == 1 and len({d.first_day for d in sessions}) > 1
    of_one_day = of_one_day and any(d.where.start > venue.where.end for d in sessions)  # not at the foot of all days
    if of_one_day or standing_between(sessions, *parts.sentence_of(venue.where.start)):
        return None
    return (venue, "label_of_page")


def _of_page(venues: tuple[VenueReading, ...]) -> tuple[VenueReading, str] | None:
    if not venues:
        return None
    places = [v for v in venues if v.mode != "online"]
    cities = {v.city for v in places if v.city is not None}
    if len(cities) > 1:
        return None
    best = max(places or venues, key=richness)
    if places and len({v.name for v in places if v.name is not None}) > 1:
        return None if len(cities) != 1 else (best, "only_town_of_page")
    online = len(places) < len(venues) and bool(places)
    return (replace(best, mode="hybrid") if online and best.mode == "hybrid" else best), "only_venue_of_page"


def _only_addresses(
    parts: Parts, venues: tuple[VenueReading, ...], sessions: list[DateReading]
) -> tuple[VenueReading, ...]:
    """Of places in several towns those with their whole address, where none of them stands beside the one day.

    The others are only named: `Une soirée a aussi lieu au tribunal de Senlis`, `Nous accueillons aussi à Lens`.
    """
    full = tuple(venue for venue in venues if venue.street and venue.postcode)
    one_day = len({date.first_day for date in sessions}) == 1
    if not full or not one_day or len({venue.city for venue in full}) > 1:
        return ()
    dated = {parts.sentence_of(date.where.start) for date in sessions}
    return () if any(parts.sentence_of(venue.where.start) in dated for venue in venues) else full


def richness(venue: VenueReading) -> tuple[bool, bool, bool, bool, bool]:
    """How much a venue tells: of several the one that tells most is taken."""
    return (venue.street is not None, venue.name is not None, venue.postcode is not None, venue.city is not None,
            venue.mode == "hybrid")  # fmt: skip
