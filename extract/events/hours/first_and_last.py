"""Two hours told apart from the days: when people come and when they leave, in whatever words.

`La séance est ouverte à 9h, levée à 12h`, `Premiers échanges à 9h, conclusion à 16h`, `Arrivée : 9h00. Départ : 12h00`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from extract.dates.clock import minutes_of
from extract.events.hours.closing_hours import closes
from extract.events.hours.kinds import kind_of
from extract.events.parts import LooseHours, Parts

_TWO: Final = 2
_SHORTEST: Final = 60
"""Minutes that a meeting lasts at least: what is nearer to the first hour comes next in its course."""
_LEAVE: Final = (
    r"(?<!second )(?<!nouveau )(?<!autre )d[ée]parts?|"
    r"sorties?|lib[ée]ration|fermeture|ferme(?:nt|ra|ront)?|dispersion|repart\w*|retours?|"
    r"(?:le |la |les )?derni[èe]re?s?|point final|final\w*|au revoir|fins?|conclusions?"
)
_LEAVE_BEFORE: Final = re.compile(rf"(?<![^\W_])(?:{_LEAVE})(?![^\W_])[^.;!?\n\d]{{0,30}}$", re.IGNORECASE)
_LEAVE_BEHIND: Final = re.compile(
    rf"\s?[,:–—-]?\s?(?:pour |de |c['’]est )?(?:l[ae] )?(?:{_LEAVE})(?![^\W_])", re.IGNORECASE
)
_OF_NEXT: Final = frozenset({"start", "arrival"})


def find_first_and_last(parts: Parts, told: Sequence[LooseHours] | None = None) -> tuple[str, str] | None:
    """The only two hours apart from the days, as `HH:MM`, where their line says of one that people part then.

    `told` are the hours to ask about, all that stand by themselves if None.
    """
    told = parts.loose_hours if told is None else told
    if len(told) != _TWO:
        return None
    first, last = told
    block = parts.block_of(first.start)
    if (
        block is None
        or parts.block_of(last.start) is not block
        or any(h.starts_at and h.ends_at for h in (first, last))
    ):
        return None
    ends = [closes(parts, hours) for hours in (first, last)]
    if ends == [False, False] and _parts_behind(parts, first, last):
        ends = [False, True]
    if sum(ends) != 1:
        return None
    opening, closing = (first, last) if ends[1] else (last, first)
    starts_at, ends_at = opening.starts_at, closing.starts_at or closing.ends_at
    return (starts_at, ends_at) if starts_at and ends_at and starts_at < ends_at else None


def _parts_behind(parts: Parts, first: LooseHours, last: LooseHours) -> bool:
    """Whether people leave at the second of two hours: at the first they came (`Arrivée : 9h. Départ : 12h`)."""
    if (
        not first.starts_at
        or not last.starts_at
        or minutes_of(last.starts_at) - minutes_of(first.starts_at) < _SHORTEST
    ):
        return False
    if kind_of(parts, last) in _OF_NEXT:
        return False
    text = parts.document.text
    return bool(_LEAVE_BEFORE.search(text, first.end, last.start) or _LEAVE_BEHIND.match(text, last.end))
