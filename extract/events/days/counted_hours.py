"""Several sittings of one day that are counted before their hours: `deux départs au choix, 16 h ou 17 h 30`.

As many hours as are counted, each of them alone, are told in one clause behind what is held several times.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting

_COUNTS: Final = {"deux": 2, "trois": 3, "quatre": 4, "2": 2, "3": 3, "4": 4}
_HOUR: Final = r"\d{1,2}\s?h(?:eures?)?(?:\s?[0-5]\d)?(?!\d)"
_HELD_AGAIN: Final = re.compile(
    rf"(?<![^\W_])(?P<count>{'|'.join(_COUNTS)})\s(?:d[ée]parts|s[ée]ances|repr[ée]sentations|sessions|passages|tours|"
    r"services|visites|cr[ée]neaux)(?:\s(?:au choix|possibles|propos[ée]e?s))?\s?[,:(–-]?\s"
    rf"(?P<hours>(?:[àa]\s)?{_HOUR}(?:\s?(?:,|ou|et|puis)\s(?:[àa]\s)?{_HOUR})+)(?!\s?(?:-|–|à)\s?\d)",
    re.IGNORECASE,
)
_ONE: Final = re.compile(r"(?P<h>\d{1,2})\s?h(?:eures?)?(?:\s?(?P<m>[0-5]\d))?", re.IGNORECASE)


def part_by_counted_hours(parts: Parts, sitting: Sitting) -> list[Sitting]:
    """One sitting for each of the hours of a day that are counted as sittings; none where it counts none."""
    if not sitting.is_day or len(sitting.mentions) != 1:
        return []
    start, end = parts.sentence_of(sitting.date.where.start)
    block = parts.block_of(sitting.date.where.start)
    told = _HELD_AGAIN.search(parts.document.text, start, max(end, block.end if block is not None else end))
    if told is None or len({d.first_day for d in standing_between(parts.dates, start, max(end, told.end()))}) != 1:
        return []
    hours = [f"{int(one['h']):02}:{one['m'] or '00'}" for one in _ONE.finditer(told["hours"])]
    if len(hours) != _COUNTS[told["count"].lower()] or max(hours) >= "24":
        return []
    where = parts.document.place(*told.span())
    dates = [
        replace(sitting.date, text=told.group(), where=where, starts_at=hour, ends_at=None, flags=("hours_of_line",))
        for hour in hours
    ]
    return [replace(sitting, date=date, mentions=(date,)) for date in dates]
