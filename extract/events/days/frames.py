"""Weekdays of a month that frame days told one by one: `Les jeudis de janvier` over `le 14 janvier`, `le 21 janvier`.

Said by themselves they are every such day. Where the page goes on to tell some of them, the others hold nothing.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import Final

from extract.records import DateReading

_FEWEST_OF_FRAME, _FEWEST_TOLD = 3, 2
_WEEK: Final = 7


def without_untold_of_frames(dates: list[DateReading]) -> list[DateReading]:
    """The dates, in the order of the text, without those of a frame of weekdays that its page does not tell."""
    runs = [list(run) for _, run in groupby(dates, key=lambda date: (date.where.start, date.where.end))]
    frames = [run for run in runs if _is_frame(run)]
    if not frames:
        return dates
    kept = []
    for run in runs:
        days = {date.first_day for date in run}
        told = {d.first_day for other in runs if other is not run and len(other) == 1 for d in other} & days
        framed = any(run is frame for frame in frames) and len(told) >= _FEWEST_TOLD
        kept += [date for date in run if date.first_day in told] if framed else run
    return kept


def _is_frame(run: list[DateReading]) -> bool:
    """Whether the same words tell several days a week apart."""
    if len(run) < _FEWEST_OF_FRAME or any(d.precision != "day" or d.first_day != d.last_day for d in run):
        return False
    return all((b.first_day - a.first_day).days == _WEEK for a, b in pairwise(run))
