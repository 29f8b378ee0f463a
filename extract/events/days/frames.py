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
    alone = {run[0].first_day for run in runs if len(run) == 1}  # a frame is of several days
    kept = []
    for run in runs:
        told = alone & {date.first_day for date in run} if any(run is frame for frame in frames) else set()
        kept += [date for date in run if date.first_day in told] if len(told) >= _FEWEST_TOLD else run
    return kept


def _is_frame(run: list[DateReading]) -> bool:
    """Whether the same words tell several days, each a week from the next, or two."""
    if len(run) < _FEWEST_OF_FRAME or any(d.precision != "day" or d.first_day != d.last_day for d in run):
        return False
    steps = {(b.first_day - a.first_day).days for a, b in pairwise(run)}
    return steps in ({_WEEK}, {2 * _WEEK})
