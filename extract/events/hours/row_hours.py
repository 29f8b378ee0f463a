"""Hours of a table row that holds one day: from the first of its cells to the last, and none of another row.

`Mercredi 5 octobre | 10h-11h | 14h-15h30` lasts from 10h to 15h30.
"""

from __future__ import annotations

from dataclasses import replace

from extract.document import Block
from extract.duration_cells import is_duration
from extract.events.hours.programme import find_outer_hours, read_step
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.records import DateReading
from extract.tables import find_row


def give_row_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings with the hours of their rows, where several cells tell hours or those of another row strayed in."""
    return [_with_row_hours(parts, sitting) for sitting in sittings]


def _with_row_hours(parts: Parts, sitting: Sitting) -> Sitting:
    date = sitting.date
    given = with_hours_of_row(parts, date) if sitting.is_day else date
    if given is date:
        return sitting
    mentions = tuple(given if mention.where == date.where else mention for mention in sitting.mentions)
    return replace(sitting, date=given, mentions=mentions)


def with_hours_of_row(parts: Parts, date: DateReading) -> DateReading:
    """A day in a cell with the hours of its own row, at its own words; itself where its row tells no others."""
    first, day = parts.block_of(date.where.start), find_cell_of_day(parts, date)
    if first is None or first.kind != "cell" or day is None or (date.starts_at and "\n" not in date.text):
        return date
    cells = find_row(parts.document, day)
    near = standing_between(parts.dates, first.start, cells[-1].end) if cells else []
    others = {d.first_day for d in near if (cell := find_cell_of_day(parts, d)) is not None and cell.row == day.row}
    told = [cell for cell in cells if not is_duration(parts.document, cell)]
    steps = [step for cell in told if (step := read_step(parts.document.words_of(cell))) is not None]
    if len(others - {date.first_day}) or not (first.row != day.row or len(steps) > (date.starts_at is not None)):
        return date
    starts, ends = find_outer_hours(steps)
    given = replace(date, starts_at=starts, ends_at=ends, flags=(*date.flags, "hours_of_row"))
    if first.row != day.row:  # it stands in its own row, whatever hours were read before it
        start = max(day.start, date.where.start)
        words = parts.document.text[start : date.where.end]
        given = replace(given, text=words, where=parts.document.place(start, date.where.end))
    return given


def find_cell_of_day(parts: Parts, date: DateReading) -> Block | None:
    """The cell in which the day of a date stands: hours before it may stand in the row above."""
    position = date.where.start
    for line in date.text.split("\n"):
        block = parts.block_of(position)
        if block is not None and block.kind == "cell" and read_step(line) is None:
            return block
        position += len(line) + 1
    return None
