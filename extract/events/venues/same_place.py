"""Places told by those of another sitting: `la séance suivante, même lieu`, `au même endroit que l'atelier 1`.

The words are read as the place named last before them, which in minutes or in a list of many places may be that of
anything. Meant is the place of the sitting told before, or of the one that they name.
"""

from __future__ import annotations

import re
from typing import Final

from extract.dates.lexicon import fold
from extract.events.parts import Parts, standing_between
from extract.events.scopes import find_named
from extract.events.sittings import Sitting, is_next
from extract.events.venues.found import Found
from extract.places.grammar.context import MEETING_NOUN
from extract.records import VenueReading

_THAN: Final = re.compile(r"\s(?:(?:que|qu['’])\s?)?(?:pour\s|lors d[eu]\s)?", re.IGNORECASE)
_REACH: Final = 40
"""How far behind such words the sitting that they point to is named."""


def settle_same_places(parts: Parts, sittings: list[Sitting], found: list[Found]) -> list[Found]:
    """The venues of the sittings, those that only point to another one's as the venue of that one."""
    settled = list(found)
    for index, one in enumerate(found):
        if one is None or not one[0].rule.startswith("same_place"):
            continue
        pointed = _pointed_to(parts, sittings, one[0])
        told = [n for n, other in enumerate(found) if other and not other[0].rule.startswith("same_place")]
        before = [n for n in told if _start(sittings[n]) < one[0].where.start and n != index]
        before = [n for n in before if not _is_online(found[n])] or before  # `même adresse` behind two webinars
        of_kind = _of_its_kind(parts, sittings, index, before)
        # minutes tell first of their own meeting: the next one is held where that was
        choose = min if parts.page.kind == "report" and is_next(parts, sittings[index]) and not of_kind else max
        told_before = _in_town_named(parts, found, before, one[0]) or of_kind or before
        meant = pointed if pointed in told else choose(told_before, key=lambda n: _start(sittings[n]), default=None)
        if meant is not None and (other := found[meant]) is not None:
            settled[index] = (other[0], "place_of_another_sitting")
    return settled


def _in_town_named(parts: Parts, found: list[Found], before: list[int], venue: VenueReading) -> list[int]:
    """The sittings in the town that the sentence of such words names: `à Lens de nouveau, au même endroit`."""
    named = standing_between(parts.territories, *parts.sentence_of(venue.where.start))
    towns = {town.territory_id for town in named if town.kind.startswith("commune")}
    return [n for n in before if (other := found[n]) is not None and other[0].commune_code in towns]


def _of_its_kind(parts: Parts, sittings: list[Sitting], index: int, before: list[int]) -> list[int]:
    """The sittings called by the noun of one, where others are not (`Réunion du 6`, `Prochaine réunion`)."""
    noun = _noun_of(parts, sittings[index])
    alike = [n for n in before if noun and _noun_of(parts, sittings[n]) == noun]
    return alike if len(alike) < len(before) else []


def _noun_of(parts: Parts, sitting: Sitting) -> str | None:
    """What the words before the day of a sitting call it, folded and in the singular; None where they do not."""
    start = _start(sitting)
    nouns = list(MEETING_NOUN.finditer(parts.document.text, max(parts.sentence_of(start)[0], start - _REACH), start))
    return fold(nouns[-1].group()).rstrip("s") if nouns else None


def _pointed_to(parts: Parts, sittings: list[Sitting], venue: VenueReading) -> int | None:
    """The one sitting that stands behind `même lieu que`, or `idem`; None where none does."""
    _, end = parts.sentence_of(venue.where.start)
    behind = _THAN.match(parts.document.text, venue.where.end, end)
    if behind is None:
        return None
    named = find_named(parts, sittings, behind.end(), min(end, behind.end() + _REACH))
    return next(iter(named)) if len(named) == 1 else None


def _is_online(found: Found) -> bool:
    return found is not None and found[0].mode == "online"


def _start(sitting: Sitting) -> int:
    return min(date.where.start for date in sitting.mentions)
