"""When it begins behind when the doors open: `Ouverture de la salle à 13h30, jeux à 14h30`.

Of two hours of one sentence the second is told as the beginning by whatever takes place then, and it is that of the
day told last before them.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from extract.dates.clock import waits_long
from extract.events.hours.closing_hours import closes
from extract.events.hours.hours_of_all import with_hours
from extract.events.parts import LooseHours, Parts
from extract.events.sittings import Sitting

_DOORS: Final = re.compile(
    r"\W*(?:(?:l['’])?ouverture (?:des portes|d[eu] (?:la |l['’])?(?:salle|guichet|b[âa]timent|th[ée][âa]tre|caisse))|"
    r"(?:les )?portes(?: ouvertes)?|(?:la salle|les portes) ouvr(?:e|ent|ira|iront)|accueil(?: du public)?)"
    r"(?![^\W_])[^\d.;:!?]{0,30}$",
    re.IGNORECASE,
)
_THEN: Final = re.compile(r"\s?(?:,|et|puis|;|–|-)\s[^\d.;:!?()]{2,40}\s(?:[àa]|d[èe]s)\s", re.IGNORECASE)
_FAR: Final = 160


def give_hours_behind_doors(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings without hours below which one sentence tells when the doors open, then what takes place when."""
    for doors, begins in pairwise(parts.loose_hours):
        if _tells_beginning(parts, doors, begins):
            own = _day_before(parts, sittings, doors.start)
            sittings = [with_hours(s, begins.starts_at, None) if s is own else s for s in sittings]
    return sittings


def _tells_beginning(parts: Parts, doors: LooseHours, begins: LooseHours) -> bool:
    if doors.ends_at or begins.ends_at or not doors.starts_at or not begins.starts_at or closes(parts, begins):
        return False
    if begins.starts_at <= doors.starts_at or waits_long(doors.starts_at, begins.starts_at):
        return False  # hours later people leave: `Accueil à 9h, départ à 11h`
    if _THEN.fullmatch(parts.document.text, doors.end, begins.start) is None:
        return False
    start, _ = parts.sentence_of(doors.start)
    return _DOORS.match(parts.document.text, start, doors.start) is not None


def _day_before(parts: Parts, sittings: list[Sitting], position: int) -> Sitting | None:
    """The one sitting told last before a position, near it, where no other day stands between."""
    told = [d for d in parts.dates if d.precision == "day" and d.where.end <= position]
    last = max(told, key=lambda date: date.where.end, default=None)
    if last is None or position - last.where.end > _FAR:
        return None
    own = [s for s in sittings if s.is_day and any(d.where.end == last.where.end for d in s.mentions)]
    return own[0] if len(own) == 1 else None
