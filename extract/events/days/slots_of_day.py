"""Slots of one day among which people choose: `Deux groupes : 10h et 14h`, `séances à 10h30, 14h et 16h`.

They are counted or told in the plural, and each begins at an hour of its own: a sitting each.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extract.dates.clock import write_clock
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting

_HOUR: Final = r"\d{1,2}\s?(?:h(?:eures?)?(?![^\W\d_])|:(?=\d))\s?(?:[0-5]\d(?!\d))?"
_SPAN: Final = rf"(?:de\s|d[èe]s\s|[àa]\s)?{_HOUR}(?:\s?(?:-|–|[àa])\s?{_HOUR})?"
_SLOTS: Final = re.compile(
    r"(?<![^\W_])(?:(?:deux|trois|quatre|cinq|six|plusieurs|au choix,?|[2-6])\s"
    r"(?:groupes|s[ée]ances|cr[ée]neaux|sessions|d[ée]parts|repr[ée]sentations|services|visites|projections|passages|"
    r"tours|rendez-vous|horaires|ateliers)|"
    r"s[ée]ances|cr[ée]neaux|d[ée]parts|repr[ée]sentations|projections|visites(?:\sguid[ée]es)?)"
    rf"(?:\s(?!entre\s)[^\W\d_]{{2,15}}){{0,2}}\s?[:(,–-]?\s(?P<told>{_SPAN}(?:\s?(?:,|/|et|ou|puis)\s?{_SPAN}){{1,5}})(?!\s?[-–]\s?\d)",
    re.IGNORECASE,
)
_EACH: Final = re.compile(
    r"(?P<h>\d{1,2})\s?(?:h(?:eures?)?|:)\s?(?P<m>[0-5]\d)?"
    r"(?:\s?(?:-|–|[àa])\s?(?P<eh>\d{1,2})\s?(?:h(?:eures?)?|:)\s?(?P<em>[0-5]\d)?)?",
    re.IGNORECASE,
)
_LATEST: Final = 24


def part_by_slots(parts: Parts, sitting: Sitting) -> list[Sitting]:
    """One sitting for each slot that the line of the only day of a sitting tells; none where it tells no slots."""
    block = parts.block_of(sitting.date.where.start)
    if block is None or not sitting.is_day or len(sitting.mentions) != 1:
        return []
    days = {d.first_day for d in standing_between(parts.dates, block.start, block.end) if d.precision == "day"}
    told = _SLOTS.search(parts.document.text, block.start, block.end) if len(days) == 1 else None
    slots = list(_EACH.finditer(parts.document.text, *told.span("told"))) if told is not None else []
    starts = [write_clock(slot["h"], slot["m"]) for slot in slots if int(slot["h"]) < _LATEST]
    if len(starts) < len(slots) or not all(one < other for one, other in pairwise(starts)):
        return []
    found = []
    for slot, starts_at in zip(slots, starts, strict=True):
        date = replace(
            sitting.date,
            starts_at=starts_at,
            ends_at=write_clock(slot["eh"], slot["em"]) if slot["eh"] else None,
            flags=(*sitting.date.flags, "hours_of_line"),
        )
        found.append(replace(sitting, date=date))
    return found
