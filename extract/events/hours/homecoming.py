"""Days whose hour is that of coming home: `Départ le 4 juin à 8h, retour le 5 juin vers 19h`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.events.parts import Parts
from extract.events.sittings import Sitting

_REACH: Final = 60
_HOME: Final = re.compile(
    r"(?<![^\W_])(?:retours?(?!\ssur)|rentr(?:ée|er|ons|era|erons)|reviendr\w+)"
    r"(?![^\W_])[^.;:!?\d]{0,40}$",
    re.IGNORECASE,
)


def end_at_homecoming(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings of several days; the last of them ends at the hour at which people are said to come back on it."""
    if len(sittings) < 2:
        return sittings
    last = max(sittings, key=lambda sitting: sitting.first)
    return [_end_at(parts, sitting) if sitting is last else sitting for sitting in sittings]


def _end_at(parts: Parts, sitting: Sitting) -> Sitting:
    date = sitting.date
    start = max(parts.sentence_of(date.where.start)[0], date.where.start - _REACH)
    if date.starts_at is None or date.ends_at is not None:
        return sitting
    if _HOME.search(parts.document.text, start, date.where.start) is None:
        return sitting
    return replace(sitting, date=replace(date, starts_at=None, ends_at=date.starts_at))
