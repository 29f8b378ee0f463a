"""Hours on the line above a list of days: `Cafés des parents (de 14h à 16h)` / `lundi 13 avril` / `lundi 4 mai`.

They are read with the first day, whose words then begin on the line above it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.events.parts import LooseHours, Parts
from extract.records import DateReading

_HOURS_FIRST: Final = re.compile(r"\W*(?:(?:de|[àa]|d[èe]s|entre)\s)?\d{1,2}\s?[hH:]")


def at_its_line(date: DateReading) -> DateReading:
    """A date whose hours stand on the line above, at the line of its day: `de 9h à 12h :` / `Mardi 10 mai – Lens`."""
    first, _, rest = date.text.partition("\n")
    if not rest or "\n" in rest or not _HOURS_FIRST.match(first):
        return date
    start = date.where.start + len(first) + 1
    return replace(date, text=rest, where=replace(date.where, start=start))


def find_hours_above(date: DateReading) -> LooseHours | None:
    """The hours of a date that stand on the line above its day; None where they stand beside it."""
    own = at_its_line(date)
    return None if own is date else LooseHours(date.starts_at, date.ends_at, date.where.start, own.where.start - 1)


def share_hours_above(parts: Parts, dates: list[DateReading]) -> list[DateReading]:
    """The dates of a list at their own lines; those of the lines below a day with hours above it take them as well."""
    given: list[DateReading] = []
    above: DateReading | None = None
    for date in dates:
        own = at_its_line(date)
        if own is not date:
            above = own
        elif above is None or date.starts_at or not _goes_on(parts, given[-1], own):
            above = None
        else:
            own = replace(own, starts_at=above.starts_at, ends_at=above.ends_at, flags=(*own.flags, "hours_of_page"))
        given.append(own)
    return given


def _goes_on(parts: Parts, before: DateReading, date: DateReading) -> bool:
    """Whether the line of a day follows that of the day before it."""
    line, following = parts.block_of(before.where.start), parts.blocks_after(before.where.start, 1)
    return line is not None and bool(following) and following[0] == parts.block_of(date.where.start)
