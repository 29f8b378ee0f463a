"""Hours of a table row: from the first of its cells to the last, and none of another row.

`Mercredi 5 octobre | 10h-11h | 14h-15h30` lasts from 10h to 15h30. In a row of several days a cell of nothing but hours
is that of all of them, and a cell of hours that goes down over several rows is that of each.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.duration_cells import is_duration
from extract.events.hours.programme import find_outer_hours, read_step
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.records import DateReading
from extract.tables import find_head_of, find_row, find_table

_ONLY_HOURS: Final = re.compile(
    r"[\W\d]*(?:(?:de|[àa]|au|et|puis|d[èe]s|entre|jusqu|partir|vers|heures?|h|min(?:utes)?|matin|apr[èe]s|midi|soir)"
    r"(?![^\W\d_])[\W\d]*)*",
    re.IGNORECASE,
)
_HEAD_OF_ENDS: Final = re.compile(
    r"\W*(?:heures?|horaires?)?\W*(?:de |d['’])?(?:la )?"
    r"(?:[àa]|au|fin|jusqu\w*|cl[ôo]tur\w+|d[ée]part|sortie|fermeture|retour|lev[ée]e|s['’]ach[èe]ve|termin\w+|arr[êe]t)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_HEAD_OF_STARTS: Final = re.compile(
    r"\W*(?:heures?|horaires?)?\W*(?:de |d['’])?(?:la )?(?:de|du|d[ée]but|d[èe]s|commenc\w+|d[ée]marrage|ouverture)"
    r"(?![^\W_])",
    re.IGNORECASE,
)

_BARE_HOUR: Final = re.compile(r"\W*(?:\d{1,2}\s?(?:h(?:eures?)?|:)\s?(?:\d\d)?|midi)\W*", re.IGNORECASE)


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
    if others - {date.first_day}:
        alone = _lines_of_hours(parts, day, near)
        return _with_steps(parts, date, day, alone) if len(alone) == 1 or first.row != day.row else date
    own = [cell for cell in told if read_step(parts.document.words_of(cell)) is not None]
    own = own or _line_of_range(parts, date, day)
    merged = [] if own else _cells_from_above(parts, day, cells)
    last = parts.block_of(date.where.end - 1)
    strayed = last is not None and last.row != day.row  # its words go on into the row below, for hours of that row
    few = len(own) <= (date.starts_at is not None and not strayed) and not _goes_on(parts, date, own)
    if first.row == day.row and not merged and few:
        return date
    return _with_steps(parts, date, day, own or merged)


def _line_of_range(parts: Parts, date: DateReading, day: Block) -> list[Block]:
    """The one line of a row that is nothing but hours from one to another, or the only such hours that it tells."""
    lines = [line for line in parts.row_of(day) if _is_of_hours(parts, line)]
    step = read_step(parts.document.words_of(lines[0])) if len(lines) == 1 and not date.starts_at else None
    if step is not None and step[1] is not None:
        return lines
    row = () if lines or date.starts_at else parts.row_of(day)
    told = [h for h in parts.loose_hours if row and row[0].start <= h.start < row[-1].end]
    alone = len(told) == 1 and told[0].starts_at is not None and told[0].ends_at is not None
    return [day._replace(start=told[0].start, end=told[0].end)] if alone else []


def _goes_on(parts: Parts, date: DateReading, own: list[Block]) -> bool:
    """Whether the cell in which the words of a day end tells an end that they do not: its lines are narrow."""
    if date.ends_at or not own or not own[0].start < date.where.end <= own[0].end:
        return False
    step = read_step(parts.document.words_of(own[0]))
    return step is not None and step[0] == date.starts_at and step[1] is not None


def _with_steps(parts: Parts, date: DateReading, day: Block, told: list[Block]) -> DateReading:
    """A day with the hours of some cells, and with those alone."""
    starts, ends = _tell_by_heads(parts, told) or find_outer_hours(_read_steps(parts, told))
    given = replace(date, starts_at=starts, ends_at=ends, flags=(*date.flags, "hours_of_row"))
    first = parts.block_of(date.where.start)
    if first is not None and first.row != day.row:  # it stands in its own row, whatever hours were read before it
        start = max(day.start, date.where.start)
        words = parts.document.text[start : date.where.end]
        given = replace(given, text=words, where=parts.document.place(start, date.where.end))
    elif given.where.end > day.end and (last := parts.block_of(given.where.end - 1)) and last.row != day.row:
        words = parts.document.text[given.where.start : day.end]
        given = replace(given, text=words, where=parts.document.place(given.where.start, day.end))
    return given


def _read_steps(parts: Parts, told: list[Block]) -> list[tuple[str, str | None]]:
    return [step for cell in told if (step := read_step(parts.document.words_of(cell))) is not None]


def _tell_by_heads(parts: Parts, told: list[Block]) -> tuple[str, str] | None:
    """When a row begins and ends, where columns tell each (`De | à`, `Accueil | Début | Fin`); else None."""
    starts_at = ends_at = None
    for cell in told:
        above = find_head_of(parts.document, cell)
        head = parts.document.words_of(above) if above is not None else ""
        step = read_step(parts.document.words_of(cell))
        if step is None or not _BARE_HOUR.fullmatch(parts.document.words_of(cell)):
            return None
        if _HEAD_OF_ENDS.match(head):
            ends_at = step[0]
        elif starts_at is None or _HEAD_OF_STARTS.match(head):
            starts_at = step[0]
    return (starts_at, ends_at) if starts_at and ends_at and starts_at < ends_at else None


def _is_of_hours(parts: Parts, cell: Block) -> bool:
    """Whether a cell holds hours and nothing else."""
    words = parts.document.words_of(cell)
    return _ONLY_HOURS.fullmatch(words) is not None and read_step(words) is not None


def _lines_of_hours(parts: Parts, day: Block, dates: list[DateReading]) -> list[Block]:
    """The lines of nothing but hours in a row of several days, outside of the columns in which these stand."""
    dated = {cell.column for date in dates if (cell := find_cell_of_day(parts, date)) is not None}
    return [line for line in parts.row_of(day) if line.column not in dated and _is_of_hours(parts, line)]


def _cells_from_above(parts: Parts, day: Block, cells: list[Block]) -> list[Block]:
    """The cell of hours that goes down to a row: the row has no cell in the column in which those above tell hours."""
    below = parts.blocks_after(day.start, 1)
    if below and below[0].row != day.row and read_step(parts.document.words_of(below[0])) is not None:
        return []  # it heads the steps of its programme in the rows below it
    table = find_table(parts.document, day)
    own = {cell.column for cell in cells}
    found = []
    for column, all_cells in (table.columns if table is not None else {}).items():
        above = [cell for cell in all_cells if (cell.row or 0) < (day.row or 0)]
        if column not in own and above and _is_of_hours(parts, above[-1]):
            found.append(above[-1])
    return found if len(found) == 1 else []


def find_cell_of_day(parts: Parts, date: DateReading) -> Block | None:
    """The cell in which the day of a date stands: hours before it may stand in the row above."""
    position = date.where.start
    for line in date.text.split("\n"):
        block = parts.block_of(position)
        if block is not None and block.kind == "cell" and read_step(line) is None:
            return block
        position += len(line) + 1
    return None
