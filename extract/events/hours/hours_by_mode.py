"""Hours told apart by kinds of sittings: `Les journées de 9h à 16h, la visio de 18h à 20h`, or those of half days."""

from __future__ import annotations

import re
from typing import Final

from extract.events.hours.half_hours import lead_of
from extract.events.hours.hours_of_all import is_half_day, with_hours
from extract.events.parts import LooseHours, Parts, standing_between
from extract.events.sittings import Sitting

_ONLINE: Final = re.compile(
    r"(?<![^\W_])(?:visio\w*(?:[- ]conf[ée]rences?)?|webinaires?|classes? virtuelles?|[àa] distance|distanciel\w*|"
    r"en ligne)(?![^\W_])[^.;,\n\d]{0,30}$",
    re.IGNORECASE,
)
_LEAD: Final = 60
_HALF_DAYS: Final = re.compile(
    r"(?:matin(?:[ée]e)?s?|apr[èe]s-midis?|demi-journ[ée]es?)\s?[(:,–-]*\s*(?:de\s)?$", re.IGNORECASE
)


def give_hours_by_mode(parts: Parts, ranges: list[LooseHours], sittings: list[Sitting]) -> list[Sitting]:
    """The sittings with the hours of their mode, where one range is said of those online and one of the others."""
    online = [hours for hours in ranges if _is_of_online(parts, hours)]
    told = [{(h.starts_at, h.ends_at) for h in ranges if (h in online) is remote} for remote in (False, True)]
    if len(told[0]) != 1 or len(told[1]) != 1:
        return sittings
    modes = [_is_online(parts, sitting) for sitting in sittings]
    return [with_hours(s, *next(iter(told[remote]))) for s, remote in zip(sittings, modes, strict=True)]


def _is_of_online(parts: Parts, hours: LooseHours) -> bool:
    start, _ = parts.sentence_of(hours.start)
    return _ONLINE.search(parts.document.text[max(start, hours.start - _LEAD) : hours.start]) is not None


def _is_online(parts: Parts, sitting: Sitting) -> bool:
    """Whether the line or the row of a day ends with a meeting online."""
    block = parts.block_of(sitting.date.where.start)
    in_table = block is not None and block.kind == "cell"
    lines = (parts.row_of(block) if in_table else ()) or (block,) if block is not None else ()
    venues = [v for line in lines for v in standing_between(parts.venues, line.start, line.end)]
    return bool(venues) and venues[-1].mode == "online"


def give_hours_of_halves(parts: Parts, ranges: list[LooseHours], sittings: list[Sitting]) -> list[Sitting]:
    """Whole and half days with the hours of either (`9h-17h (matinées : 9h-12h)`)."""
    halves = [h for h in ranges if _HALF_DAYS.search(lead_of(parts, h))]
    kinds = [h for h in ranges if h not in halves], halves
    if any(len({(h.starts_at, h.ends_at) for h in kind}) != 1 for kind in kinds):
        return sittings
    given = []
    for sitting in sittings:
        hours = kinds[is_half_day(parts, sitting)][0]
        given.append(with_hours(sitting, hours.starts_at, hours.ends_at))
    return given if any(is_half_day(parts, s) for s in sittings) else sittings
