"""The lines below a table of several days: what they say is said of all its days, and of the last row no more.

Without this the last day of a table has the place of the box below it, and the others have none.
"""

from __future__ import annotations

from typing import Final

from extract.document import Block
from extract.events.parts import Parts, standing_between
from extract.records import DateReading
from extract.tables import Table, find_table

_FEWEST: Final = 2


def lines_of_own(parts: Parts, date: DateReading, position: int, count: int) -> tuple[Block, ...]:
    """The next lines after a position that may speak of a day alone: of a table of several days those in the table."""
    lines = parts.blocks_after(position, count)
    table = _table_of_days(parts, date)
    return lines if table is None else tuple(line for line in lines if line.start < _end_of(table))


def lines_of_all(parts: Parts, date: DateReading, count: int) -> tuple[Block, ...]:
    """The next lines after the table of a day, where it holds several days and no place; else those after the day."""
    table = _table_of_days(parts, date)
    if table is None:
        return parts.blocks_after(date.where.start, count)
    if standing_between(parts.venues, table.rows[0][0].start, _end_of(table)):
        return ()
    return parts.blocks_after(table.rows[-1][-1].start, count)


def _table_of_days(parts: Parts, date: DateReading) -> Table | None:
    block = parts.block_of(date.where.start)
    table = find_table(parts.document, block) if block is not None else None
    if table is None:
        return None
    told = standing_between(parts.dates, table.rows[0][0].start, _end_of(table))
    days = {other.first_day for other in told if other.role == "event" and other.precision == "day"}
    return table if len(days) >= _FEWEST else None


def _end_of(table: Table) -> int:
    return table.rows[-1][-1].end
