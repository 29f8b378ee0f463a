"""A year told once, by the last day of a list in order: `21 janvier – Lens`, `29 avril – Douai`, `25 novembre 2025`.

Each of the two days opens a line, and those between them follow one another in the calendar: the whole list lies in the
year of its end. What a line tells behind its day may name others (`13 octobre : la loi du 5 juillet 2000`).
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from extract.dates.expressions import Day, Group, Unread
from extract.dates.parsing import Expression

_MOST_DAYS: Final = 24
_REACH: Final = 300
"""Characters from one day of the list to the next."""
_OPENS: Final = re.compile(r"(?:^|\n)[^\w\n]{0,6}(?:(?:les?|du)\s)?$", re.IGNORECASE)
_LONGEST_OPENING: Final = 12


def find_year_of_list_end(text: str, expressions: list[Expression], index: int) -> int | None:
    """The year that the last day of a list in order writes, for a day at `index` that opens a line; None elsewhere."""
    group = expressions[index]
    if not isinstance(group, Group) or not _opens_line(text, group):
        return None
    last, end = group.runs[-1].last, group.end
    for following in islice(expressions, index + 1, index + 1 + _MOST_DAYS):
        if isinstance(following, Unread):
            continue
        if not isinstance(following, Group) or following.start - end > _REACH:
            return None
        first, opens = following.runs[0].first, _opens_line(text, following)
        if not opens and (first.year is not None or not _is_before(last, first)):
            end = following.end  # no entry of the list, but in the words of one
            continue
        if not _is_before(last, first):
            return None
        if first.year is not None:
            return first.year
        last, end = following.runs[-1].last, following.end
    return None


def _opens_line(text: str, group: Group) -> bool:
    """Whether no word of its line stands before a day; hours above it may be read with it."""
    return _OPENS.search(text, max(0, group.start - _LONGEST_OPENING), group.start) is not None


def _is_before(day: Day, other: Day) -> bool:
    """Whether a day comes before another one in the calendar of one year."""
    if day.month is None or other.month is None:
        return False
    return (day.month, day.day) < (other.month, other.day)
