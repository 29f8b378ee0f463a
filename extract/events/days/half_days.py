"""Tables with halves of days on one side and days on the other: every cell with a place is a sitting of its own.

The days may head the columns and the hours the rows (`Matin (9h-12h) | mairie de Lens | …`), or the other way round.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.events.days.columns import find_cells_of_day, find_day_columns
from extract.events.hours.programme import read_step
from extract.events.hours.row_hours import find_cell_of_day
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.tables import find_head_of, find_row, find_table

HalfDay = tuple[Block, tuple[str | None, str | None]]
"""A cell with a place, and the hours that its row or its column is labelled with."""
_FEWEST: Final = 2
_FIRST_FIGURE: Final = re.compile(r"\d")


def part_half_days(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings, with one for each place of a day whose table gives the halves of days their hours."""
    columns = find_day_columns(parts, sittings)
    dated = {block.column for block in columns}
    found: list[Sitting] = []
    for sitting in sittings:
        heads = [block for block, date in columns.items() if date.first_day == sitting.first and sitting.is_day]
        below = [cell for head in heads for cell in find_cells_of_day(parts, head, columns)]
        found += _by_cells(parts, sitting, below, dated) or _by_row(parts, sitting) or [sitting]
    return found


def _by_cells(parts: Parts, sitting: Sitting, cells: list[Block], dated: set[int | None]) -> list[Sitting]:
    """One sitting for each cell below a day with a place and the hours that head its row; none where two are alike."""
    halves = [(cell, hours) for cell in cells if (hours := _hours_of_row(parts, cell, dated)) is not None]
    told = _part(parts, sitting, halves)
    filled = [cell for cell in cells if any(map(str.isalnum, parts.document.words_of(cell)))]
    return told if len(told) >= _FEWEST or (told and len(filled) == 1) else []


def _by_row(parts: Parts, sitting: Sitting) -> list[Sitting]:
    """One sitting for each cell beside a day with a place and the hours that head its column; one where it is alone."""
    day = find_cell_of_day(parts, sitting.date) if sitting.is_day and len(sitting.mentions) == 1 else None
    halves: list[HalfDay] = []
    for cell in find_row(parts.document, day) if day is not None else []:
        head = find_head_of(parts.document, cell) if day is not None and cell.column != day.column else None
        hours = _hours_in(parts, head) if head is not None else None
        filled = any(map(str.isalnum, parts.document.words_of(cell)))
        halves += [(cell, hours)] if hours is not None and filled else []
    told = _part(parts, sitting, halves)
    untold = sitting.date.starts_at is None or "\n" in sitting.date.text
    alone = len(halves) == 1 and untold and _is_table_of_halves(parts, day)
    return told if len(told) >= _FEWEST or alone else []


def _is_table_of_halves(parts: Parts, day: Block | None) -> bool:
    """Whether several columns of the table of a day are headed by hours."""
    table = find_table(parts.document, day) if day is not None else None
    return table is not None and sum(_hours_in(parts, head) is not None for head in table.rows[0]) >= _FEWEST


def _part(parts: Parts, sitting: Sitting, halves: list[HalfDay]) -> list[Sitting]:
    """A sitting at the place of each cell that holds one, at its hours; each place once."""
    told: dict[object, Sitting] = {}
    for cell, (starts_at, ends_at) in halves:
        venues = standing_between(parts.venues, cell.start, cell.end)
        if not venues:
            continue
        where = venues[0].where
        flags = (*sitting.date.flags, "hours_of_column")
        text = parts.document.text[where.start : where.end]
        date = replace(sitting.date, text=text, where=where, starts_at=starts_at, ends_at=ends_at, flags=flags)
        key = (venues[0].name, venues[0].street, venues[0].city, starts_at)
        told.setdefault(key, replace(sitting, date=date, mentions=(date,)))
    return list(told.values())


def _hours_of_row(parts: Parts, cell: Block, dated: set[int | None]) -> tuple[str | None, str | None] | None:
    """The hours that the first cell of a row tells, where it stands in no column of a day; or None."""
    head = next(iter(find_row(parts.document, cell)), cell)
    return None if head.column in dated else _hours_in(parts, head)


def _hours_in(parts: Parts, head: Block) -> tuple[str | None, str | None] | None:
    """The hours that a label tells: `Matin (9h30-12h)`; None where it tells none."""
    words = parts.document.words_of(head)
    figure = _FIRST_FIGURE.search(words)
    return read_step(words[figure.start() :]) if figure is not None else None
