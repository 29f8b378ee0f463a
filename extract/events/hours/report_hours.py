"""Hours on a page that tells of a meeting: those of that one, and of others only where they are said of several."""

from __future__ import annotations

import re
from typing import Final

from extract.events.hours.closing_hours import is_of_minutes
from extract.events.hours.hours_of_all import is_of_several
from extract.events.page.kinds import TOLD_IN_PAST
from extract.events.parts import LooseHours, Parts
from extract.events.sittings import Sitting, is_next

_AN_HOUR: Final = re.compile(r"(?:(?:de|[àa]|d[èe]s|entre)\s)?\d{1,2}\s?(?:h|heures?|:\d\d)", re.IGNORECASE)


def of_minutes_only(parts: Parts, sittings: list[Sitting], given: list[Sitting]) -> list[Sitting]:
    """On a report the hours of the page are those of the meeting that it tells of, and of none to come."""
    if parts.page.kind != "report" or _is_told_of_several(parts, given):
        return given
    to_come = _are_below_others(parts, sittings)
    return [
        after if is_of_minutes(parts, before, sittings) is not to_come else before
        for before, after in zip(sittings, given, strict=True)
    ]


def _are_below_others(parts: Parts, sittings: list[Sitting]) -> bool:
    """Whether hours stand right below the last of several days to come: they are of those, and not of the report."""
    coming = [sitting for sitting in sittings if not is_of_minutes(parts, sitting, sittings)]
    told = {sitting.date.where.start for sitting in coming}
    last = [sitting.date for sitting in coming if sitting.date.where.start == max(told)]
    return len(told) > 1 and any(date.starts_at is not None and "\n" in date.text for date in last)


def is_of_former(parts: Parts, hours: LooseHours, sitting: Sitting) -> bool:
    """Whether hours are those of a meeting that was, and the sitting is the next one."""
    past = TOLD_IN_PAST.search(parts.words(parts.sentence_of(hours.start))) is not None
    return past and is_next(parts, sitting)


def _is_told_of_several(parts: Parts, given: list[Sitting]) -> bool:
    """Whether the hours that all sittings have are said of several of them: `Comme les précédentes, ces journées …`."""
    times = {(s.date.starts_at, s.date.ends_at) for s in given}
    told = [h for h in (*parts.loose_hours, *_hours_of_periods(parts)) if (h.starts_at, h.ends_at) in times]
    return len(times) == 1 and any(
        is_of_several(parts, hours) and not TOLD_IN_PAST.search(parts.words(parts.sentence_of(hours.start)))
        for hours in told
    )


def _hours_of_periods(parts: Parts) -> list[LooseHours]:
    """The hours that were read with a month or a season, where they stand."""
    told = ((date, _AN_HOUR.search(date.text)) for date in parts.dates if date.precision != "day" and date.starts_at)
    return [
        LooseHours(d.starts_at, d.ends_at, d.where.start + h.start(), d.where.end) for d, h in told if h is not None
    ]
