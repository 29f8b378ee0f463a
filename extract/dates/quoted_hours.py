"""Hours in what something is called: `« Après 16h30 »` is no hour at which it begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from extract.dates.expressions import Hours
from extract.dates.parsing import Expression

_QUOTED: Final = re.compile(r"«[^«»\n]{1,60}»|“[^“”\n]{1,60}”")

Found = list[tuple[Expression, int, int]]


def without_quoted_hours(found: Found, text: str) -> Found:
    """All that was found but the hours in short quotations that hold no day."""
    if "«" not in text and "“" not in text:
        return found
    starts = [expression.start for expression, _, _ in found]
    named: set[int] = set()
    for quoted in _QUOTED.finditer(text):
        inside = range(bisect_left(starts, quoted.start()), bisect_left(starts, quoted.end()))
        if all(isinstance(found[index][0], Hours) for index in inside):
            named.update(inside)
    return [item for index, item in enumerate(found) if index not in named]
