"""Hours told by those of another sitting: `la réunion suivante est calée au 12 décembre, mêmes horaires`."""

from __future__ import annotations

import re
from typing import Final

from extract.events.hours.hours_of_all import with_hours
from extract.events.parts import Parts
from extract.events.sittings import Sitting
from extract.matching.gates import compile_gated

_SAME: Final = compile_gated(
    r"m[êe]mes?\s(?:(?:jours?|lieux?|salles?|endroits?|adresse)(?:,|\set)\s(?:(?:[àa]\s(?:la|l['’])\s?|aux?\s)?m[êe]mes?\s)?)?"
    r"(?:horaires?|heures?|cr[ée]neaux?)(?![^\W_])",
    re.IGNORECASE,
)


def give_same_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings without hours whose sentence says that they are the same, with those of the sitting told before."""
    if not _SAME.may_match(parts.document.text) or not any(sitting.date.starts_at for sitting in sittings):
        return sittings
    return [_with_same(parts, sitting, sittings) for sitting in sittings]


def _with_same(parts: Parts, sitting: Sitting, sittings: list[Sitting]) -> Sitting:
    position = sitting.date.where.start
    if sitting.date.starts_at or not _SAME.search(parts.document.text, *parts.sentence_of(position)):
        return sitting
    told = [s.date for s in sittings if s.date.starts_at and s.date.where.start < position]
    before = max(told, key=lambda date: date.where.start, default=None)
    return with_hours(sitting, before.starts_at, before.ends_at) if before is not None else sitting
