"""Tables that a plain text lays out by blanks: neighbouring lines of several pieces, set apart by blanks, tabs or bars.

`04/10/2018   9h30 - 12h   SISSONNE   foyer rural` tells day, hours, town and house in four cells, as the line below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

# Two blanks behind a full stop are a typist's habit, and no gap between columns.
_GAP: Final = re.compile(r"(?<![.!?;,]) {2}|[ \u00a0]{3,}|[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]+\|[ \u00a0]+")
# Blanks to fill in, boxes to tick: a form that is laid out in columns has no rows.
_SPLIT: Final = re.compile(rf"(?:{_GAP.pattern})[ \t\u00a0]*")
_FORM: Final = re.compile(r"[._…]{4,}|\[ ?[xX]? ?\]|[☐☑□]|:\s*$|: {3,}")
_FEWEST_CELLS: Final = 3
_FEWEST_ROWS: Final = 2

Row = tuple[str, ...]


def find_columns(rows: list[str]) -> Iterator[tuple[list[str], list[Row]]]:
    """The lines of a paragraph in order, in runs: lines as they stand, or the cells of rows laid out in columns."""
    for laid_out, run in groupby(rows, key=lambda row: _count_cells(row) >= _FEWEST_CELLS):
        lines = list(run)
        if laid_out and len(lines) >= _FEWEST_ROWS:
            yield [], [_cells(line) for line in lines]
        else:
            yield lines, []


def _cells(line: str) -> Row:
    return tuple(_SPLIT.split(line.strip()))


def _count_cells(line: str) -> int:
    """How many cells a line has; one where it cannot be a row."""
    if _GAP.search(line.strip()) is None or _FORM.search(line) or line.lstrip().startswith("|"):
        return 1
    return max(1, len(_cells(line)))
