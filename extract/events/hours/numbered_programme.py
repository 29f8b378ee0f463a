"""Programmes under lines that number the days told elsewhere: `Jour 1` over its hours, `Jour 2`.

The days stand together above; each part of the programme is headed by the number of its day, and says no date.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from extract.document import Block
from extract.events.hours.programme import Step, find_steps, with_programme
from extract.events.parts import Parts
from extract.events.sittings import Sitting

_FEWEST: Final = 2
"""Steps that a day has at least, or one that is a range."""


def give_numbered_programmes(parts: Parts, sittings: list[Sitting], lines: dict[int, Block]) -> list[Sitting]:
    """The sittings with the hours of the programme below their numbered line, where each of them has one.

    `lines` are the lines that number the sittings, by index from 0; there are none, or one for each sitting.
    """
    steps = find_steps(parts) if lines else []
    told = {(step.starts_at, step.ends_at) for step in steps}
    if not steps or any(s.date.starts_at and (s.date.starts_at, s.date.ends_at) not in told for s in sittings):
        return sittings
    starts = [lines[index].start for index in range(len(lines))]
    if starts != sorted(starts):
        return sittings
    dealt = [_between(steps, one, other) for one, other in pairwise([*starts, len(parts.document.text)])]
    if not all(len(own) >= _FEWEST or (own and own[0].ends_at) for own in dealt) or not all(map(_goes_up, dealt)):
        return sittings
    given = [
        with_programme(parts, _without_steps(s, own), own, alone=False) for s, own in zip(sittings, dealt, strict=True)
    ]
    return [replace(s, date=replace(s.date, flags=(*s.date.flags, "hours_of_numbered_line"))) for s in given]


def _without_steps(sitting: Sitting, own: list[Step]) -> Sitting:
    """The sitting without hours that are but a step below its day, unless one of its own steps is said to open it."""
    date = sitting.date
    opens = date.ends_at is None and date.starts_at in {step.starts_at for step in own}
    return sitting if opens else replace(sitting, date=replace(date, starts_at=None, ends_at=None))


def _between(steps: list[Step], start: int, end: int) -> list[Step]:
    """The steps between the line of a day and that of the next one."""
    return [step for step in steps if start < step.position < end]


def _goes_up(steps: list[Step]) -> bool:
    """Whether steps go up from hour to hour, as those of one day do."""
    hours = [step.starts_at for step in steps]
    return hours == sorted(hours)
