"""Columns of short statements: where nearly every printed line begins with a capital, each says something of its own.

In running text few lines begin so; in a box of practical information nearly all do. A line of such a column that begins
with a capital is no rest of the full line above it, unless that one breaks off or the line only ends a name.
"""

from __future__ import annotations

import re
from typing import Final

from extract.formats.pdf_headings import leads_on

_FEWEST: Final = 5
_NEARLY_ALL: Final = 0.8
_BEGINS: Final = re.compile(r"[\W_]*[A-ZÀ-ÝŒ0-9]")
# More than the rest of a name: a capital word alone, or one that a comma follows, may be that.
_SAYS: Final = re.compile(r"[A-ZÀ-ÝŒ][\w'’-]*\s(?:[\w'’-]+\s)*?[a-zà-ÿ]{2,}")


def find_statements(lines: list[str]) -> set[int]:
    """The numbers of the lines of a column that begin a statement, where nearly all of its lines do."""
    told = [line for line in lines if line.strip()]
    if len(told) < _FEWEST or sum(_BEGINS.match(line) is not None for line in told) < _NEARLY_ALL * len(told):
        return set()
    return {
        number
        for number in range(1, len(lines))
        if _SAYS.match(lines[number]) is not None and not leads_on(lines[number - 1].rstrip())
    }
