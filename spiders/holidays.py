"""French public holidays, computed: on them nobody publishes, in years that nobody has written down as well."""

from __future__ import annotations

import datetime as dt
from functools import cache

_FIXED = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
_AFTER_EASTER = (1, 39, 40, 50)
"""Easter Monday, Ascension and the Friday after it (schools and offices make a bridge), Whit Monday."""


def find_easter(year: int) -> dt.date:
    """Find Easter Sunday of a year by the Gregorian rule (Meeus, Jones, Butcher)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


@cache
def find_public_holidays(year: int) -> frozenset[dt.date]:
    """Find the public holidays of a year, and the Friday between Ascension and its weekend."""
    easter = find_easter(year)
    moving = (easter + dt.timedelta(days=days) for days in _AFTER_EASTER)
    return frozenset((*(dt.date(year, month, day) for month, day in _FIXED), *moving))
