"""Hours that end a sentence of several days and places: `le 3 mars à Lens et le 5 avril à Douai, de 9h à 12h`.

They stand beside the last day only. Set off from it by a mark, or said of all (`dans les deux cas`), a range that ends
the sentence is told of all its days, where no other hour stands in it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from extract.events.hours.hours_of_all import with_hours
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting

_HOUR: Final = r"\d{1,2}\s?(?:[hH]|:|heures)"
_FIRST_HOUR: Final = re.compile(rf"{_HOUR}|\d{{1,2}}(?=\s?(?:-|–|à|et)\s?{_HOUR})")
_SET_OFF: Final = re.compile(r"(?:[,;:(–-])\s*(?:toujours\s|chaque fois\s)?(?:de\s|entre\s|d[èe]s\s)?$", re.IGNORECASE)
_OF_ALL: Final = re.compile(
    r"[\s,(]*(?:(?:dans|pour|[àa]|lors de)\s)?(?:(?:tous|toutes)\s)?(?:les|chaque|chacune?)"
    r"(?:\s(?:deux|trois|quatre|cinq|six))?(?:\s(?:cas|fois|villes?|lieux|dates?|jours?|s[ée]ances?|sites?|[ée]tapes?))?"
    r"[\s)!.]*$",
    re.IGNORECASE,
)
_FEWEST: Final = 2


def share_hours_at_end(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The days without hours of a sentence, with the range that ends it behind its last day."""
    timed = [s for s in sittings if s.date.starts_at and s.date.ends_at and len(s.mentions) == 1 and s.is_day]
    if not timed or len(timed) == len(sittings):
        return sittings
    for last in timed:
        start, end = parts.sentence_of(last.date.where.start)
        beside = [s for s in sittings if any(start <= d.where.start < end for d in s.mentions)]
        if len(beside) >= _FEWEST and _are_shared(parts, last, beside, end):
            given = {id(s) for s in beside}
            hours = last.date.starts_at, last.date.ends_at
            sittings = [with_hours(s, *hours) if id(s) in given else s for s in sittings]
    return sittings


def _are_shared(parts: Parts, last: Sitting, beside: list[Sitting], end: int) -> bool:
    """Whether the hours of the last of some sittings of one sentence are told of all of them."""
    date, text = last.date, parts.document.text
    others = [s for s in beside if s is not last]
    if any(s.date.starts_at or len(s.mentions) != 1 or s.date.where.start >= date.where.start for s in others):
        return False
    if any(s.status != "announced" for s in beside):
        return False
    first = _FIRST_HOUR.search(date.text)
    if first is None or "\n" in date.text:
        return False
    if _OF_ALL.match(text, date.where.end, end):
        return True
    is_set_off = _SET_OFF.search(date.text, 0, first.start()) is not None
    if not is_set_off or text[date.where.end : end].strip(" .!)"):
        return False
    edges = [*(s.date.where.start for s in others), date.where.start, date.where.start + first.start()]
    venues = standing_between(parts.venues, parts.sentence_of(date.where.start)[0], edges[-1])
    return all(any(v.where.start < high and v.where.end > low for v in venues) for low, high in pairwise(edges))
