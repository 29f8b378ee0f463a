"""Hours that the page says once for several days, on a line of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.events.parts import LooseHours, Parts
from extract.events.sittings import Sitting

_OPENING: Final = re.compile(
    r"(?:accueil|d[ée]but|rendez-vous|rdv|ouverture|[àa] partir de|dès|commence\w*|horaires?)[^.\n]{0,30}$",
    re.IGNORECASE,
)


_SAME: Final = re.compile(r"m[êe]mes? (?:horaires?|heures?|cr[ée]neaux?)", re.IGNORECASE)
_CLOSES: Final = re.compile(
    r"(?<![^\W_])(?:fin(?! de semaine)|cl[ôo]ture|départ|retour|levée)(?![^\W_])[^.;\n\d]{0,30}$", re.IGNORECASE
)


def give_page_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings with the hours that the page gives them together.

    Hours beside no day hold for all days when no day has hours of its own; hours on the line after the last day hold
    for the days above it, and `même horaire` for the days before it in its paragraph.
    """
    return _with_closing(parts, _with_starts(parts, _with_same_hours(parts, sittings)))


def _lead(parts: Parts, hours: LooseHours) -> str:
    """The words before some hours."""
    return parts.document.text[max(0, hours.start - 60) : hours.start]


def _with_same_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """Days told before `Même horaire (9h30-12h30)` in one paragraph, with these hours."""
    said = next((s for s in sittings if s.date.starts_at and _SAME.search(s.date.text)), None)
    if said is None:
        return sittings
    block = parts.block_of(said.date.where.start)
    return [
        _with_hours(s, said.date.starts_at, said.date.ends_at)
        if any(parts.block_of(date.where.start) is block for date in s.mentions)
        else s
        for s in sittings
    ]


def _with_closing(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The one day that has a start and no end, with the hour at which the page says that it closes (`Fin vers 17h`)."""
    ends = {h.starts_at for h in parts.loose_hours if not h.ends_at and _CLOSES.search(_lead(parts, h))}
    day = sittings[0].date if len(sittings) == 1 else None
    end = next(iter(ends)) if len(ends) == 1 else None
    if day is None or end is None or day.ends_at or not day.starts_at or end <= day.starts_at:
        return sittings
    return [replace(sittings[0], date=replace(day, ends_at=end, flags=(*day.flags, "end_of_page")))]


def _with_starts(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings with hours that are told once for all of them."""
    timed = [sitting for sitting in sittings if sitting.date.starts_at or sitting.date.ends_at]
    if len({(s.date.starts_at, s.date.ends_at) for s in timed}) == 1 and _is_shared(timed[0], sittings):
        given = [_with_hours(s, timed[0].date.starts_at, timed[0].date.ends_at) for s in sittings]
        return _with_ends(parts, given)
    if timed:
        return _with_ends(parts, sittings)
    ranges = [h for h in parts.loose_hours if h.starts_at and h.ends_at]
    hours = ranges or [h for h in parts.loose_hours if _OPENING.search(_lead(parts, h))]
    if len({(h.starts_at, h.ends_at) for h in hours}) != 1:
        return sittings
    return [_with_hours(s, hours[0].starts_at, hours[0].ends_at) for s in sittings]


def _with_ends(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """Days that all start at one hour, with the end that the page gives to that hour elsewhere (`de 10h30 à 12h`)."""
    if any(s.date.ends_at for s in sittings) or len({s.date.starts_at for s in sittings if s.date.starts_at}) != 1:
        return sittings
    start = next(s.date.starts_at for s in sittings if s.date.starts_at)
    ends = {h.ends_at for h in parts.loose_hours if h.starts_at == start and h.ends_at}
    if len(ends) != 1:
        return sittings
    end = ends.pop()
    return [
        replace(s, date=replace(s.date, ends_at=end, flags=(*s.date.flags, "end_of_page")))
        if s.date.starts_at == start
        else s
        for s in sittings
    ]


def _is_shared(timed: Sitting, sittings: list[Sitting]) -> bool:
    """Whether hours on a line of their own, after the last day or before the first, are meant for all days."""
    places = [date.where.start for s in sittings for date in s.mentions if "envelope" not in date.flags]
    return "\n" in timed.date.text and any(d.where.start in (min(places), max(places)) for d in timed.mentions)


def _with_hours(sitting: Sitting, starts_at: str | None, ends_at: str | None) -> Sitting:
    if not sitting.is_day or sitting.date.starts_at:
        return sitting
    flags = (*sitting.date.flags, "hours_of_page")
    return replace(sitting, date=replace(sitting.date, starts_at=starts_at, ends_at=ends_at, flags=flags))
