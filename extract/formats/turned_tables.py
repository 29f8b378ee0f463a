"""Tables that are turned on their side: each row tells one thing of all sittings, and each column is a sitting.

`Date | 12 mars | 9 avril`, `Horaires | 9h-12h | 14h-17h`, `Lieu | Lens | Douai` is read as the same table with a row
for each sitting, below the labels that headed its rows: what reads rows then reads both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from extract.formats.lines import Line

_DAY: Final = re.compile(
    r"(?<!\d)(?:\d{1,2}|1er) (?:janv|f[ée]v|mars|avr|mai|jui|ao[ûu]t|sept|oct|nov|d[ée]c)|"
    r"(?<![\d/])\d{1,2}/\d{1,2}(?!\d)",
    re.IGNORECASE,
)
_LONGEST_LABEL: Final = 40
_FEWEST_DAYS: Final = 2
_FEWEST_ROWS: Final = 2
_MOST_ROWS: Final = 12

Row = list[Line]


def turn_tables(lines: list[Line]) -> list[Line]:
    """The lines, with the cells of turned tables in the order of the sittings; other lines stay where they are."""
    cells = (line for line in lines if line.kind == "cell" and line.column is not None)
    if sum(_DAY.search(line.text) is not None for line in cells) < _FEWEST_DAYS:
        return lines
    free = 2 + max(line.row or 0 for line in lines)
    turned: list[Line] = []
    for table in _cut_tables(lines):
        rows = [list(row) for _, row in groupby(table, key=lambda line: line.row)]
        if table[0].kind == "cell" and _is_turned(rows):
            told, free = _turn(rows, free)
            turned += told
        else:
            turned += table
    return turned


def _cut_tables(lines: list[Line]) -> Iterator[list[Line]]:
    """The lines in runs: the cells of one table (or of several without a line between them), or other lines."""
    for _, run in groupby(lines, key=lambda line: line.kind == "cell" and line.column is not None):
        yield list(run)


def _is_turned(rows: list[Row]) -> bool:
    """Whether one row alone holds days, one in each of its cells, and each row begins with a label."""
    if not _FEWEST_ROWS <= len(rows) <= _MOST_ROWS or any(type(line) is not Line for row in rows for line in row):
        return False
    heads = [row[0] for row in rows]
    if any(head.column != 0 or len(head.text) > _LONGEST_LABEL or _holds_figures(head.text) for head in heads):
        return False
    dated = [row for row in rows if any(_DAY.search(line.text) for line in row)]
    if len(dated) != 1:
        return False
    days = [_DAY.search(line.text) is not None for line in dated[0][1:]]
    columns = {line.column for line in dated[0][1:]}
    told = {line.column for row in rows for line in row[1:]}
    return len(days) >= _FEWEST_DAYS and all(days) and len(columns) == len(days) and told <= columns


def _holds_figures(words: str) -> bool:
    return any(letter.isdigit() for letter in words)


def _turn(rows: list[Row], free: int) -> tuple[list[Line], int]:
    """The cells of a table row by row as its columns were, numbered from a free number on, and the next free one."""
    columns = sorted({line.column or 0 for row in rows for line in row})
    numbers = {column: free + index for index, column in enumerate(columns)}
    placed = [(line.column or 0, position, line) for position, row in enumerate(rows) for line in row]
    placed.sort(key=lambda cell: cell[:2])
    for column, position, line in placed:
        line.row, line.column = numbers[column], position
    return [line for _, _, line in placed], free + len(columns) + 1
