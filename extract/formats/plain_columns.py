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
    """The lines of a paragraph in order, in runs: lines as they stand, or the cells of rows laid out in columns.

    A cell that is empty in its row is the empty string, where marks or the columns of the first row show it.
    """
    for laid_out, run in groupby(zip(rows, _are_laid_out(rows), strict=True), key=lambda pair: pair[1]):
        lines = [row for row, _ in run]
        if laid_out and len(lines) >= _FEWEST_ROWS:
            yield [], _place_cells(lines)
        else:
            yield lines, []


def _are_laid_out(rows: list[str]) -> list[bool]:
    """Which lines are rows: those of three cells, and those beside them whose fewer cells stand in the same columns."""
    laid_out = [_count_cells(row) >= _FEWEST_CELLS for row in rows]
    if not any(laid_out):
        return laid_out
    for order in (range(1, len(rows)), range(len(rows) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for number in order:
            if not laid_out[number] and laid_out[number + step]:
                laid_out[number] = _fits(rows[number], rows[number + step])
    return laid_out


def _fits(row: str, neighbour: str) -> bool:
    """Whether a line of two cells has as many marks as its neighbour, or begins both where that begins cells."""
    if _count_cells(row) < _FEWEST_CELLS - 1:
        return False
    if any(_marks(row)) or any(_marks(neighbour)):
        return _marks(row) == _marks(neighbour)
    return _starts(row) <= _starts(neighbour)


def _marks(row: str) -> tuple[int, int]:
    """How many tabs and bars a line has."""
    return row.count("\t"), row.count("|")


def _starts(row: str) -> set[int]:
    """Where the cells of a line begin that blanks set apart."""
    return {len(row) - len(row.lstrip()), *(gap.end() for gap in _SPLIT.finditer(row.rstrip()) if gap.start())}


def _place_cells(lines: list[str]) -> list[Row]:
    """The cells of rows, each in its column: by their marks where no row has more of them than the first."""
    for mark in "\t|":
        head = [cell.strip() for cell in lines[0].split(mark)]
        if len(head) >= _FEWEST_CELLS and all(head):
            told = [tuple(cell.strip() for cell in line.split(mark)) for line in lines]
            return told if all(len(row) <= len(head) for row in told) else [_cells(line) for line in lines]
    columns = sorted(_starts(lines[0]))
    return [_by_columns(line, columns) for line in lines]


def _by_columns(line: str, columns: list[int]) -> Row:
    """The cells of a line that blanks set apart; with empty ones between where each begins below one of the first."""
    cells, starts = _cells(line), sorted(_starts(line))
    if len(cells) >= len(columns) or len(cells) != len(starts) or not set(starts) <= set(columns):
        return cells
    told = dict(zip(starts, cells, strict=True))
    return tuple(told.get(column, "") for column in columns)


def _cells(line: str) -> Row:
    return tuple(_SPLIT.split(line.strip()))


def _count_cells(line: str) -> int:
    """How many cells a line has; one where it cannot be a row."""
    if _GAP.search(line.strip()) is None or _FORM.search(line) or line.lstrip().startswith("|"):
        return 1
    return max(1, len(_cells(line)))
