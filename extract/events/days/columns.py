"""Tables that are read by columns: days over the hours and places of each, towns over their days.

A row of a table usually tells one sitting. Where the first row holds several days, it is the column below each that
tells its hours and where it is; where the first row holds towns, the days below a town are there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.events.hours.programme import find_outer_hours, read_close, read_step
from extract.events.hours.row_hours import find_cell_of_day
from extract.events.parts import LooseHours, Parts, find_strayed_hours, standing_between
from extract.events.sittings import Sitting
from extract.events.venues.page_venue import richness
from extract.records import DateReading, VenueReading
from extract.tables import find_column, find_head_of, find_row, find_table, is_weekday

_FEWEST: Final = 2
_NOTHING: Final = re.compile(
    r"\W*(?:f[ée]ri[ée]e?s?|ferm[ée]\w*|vacances(?: scolaires)?|rel[âa]che|n[ée]ant|aucune?|pas (?:de|d['’]).*)?\W*",
    re.IGNORECASE,
)
"""What a cell says below a day on which nothing takes place."""


def find_day_columns(parts: Parts, sittings: list[Sitting]) -> dict[Block, DateReading]:
    """The cells of the rows of days of a table, with their days; empty where it has no row with two at least.

    Several such rows are the weeks of a month: between two of them stands what takes place on the days of the first.
    """
    found: dict[Block, DateReading] = {}
    for date in (date for sitting in sittings for date in sitting.mentions):
        block = find_cell_of_day(parts, date)
        if block is not None and block.column is not None:
            found[block] = date
    rows: dict[int, dict[int | None, object]] = {}
    for block, date in found.items():
        rows.setdefault(block.row or 0, {})[block.column] = date.first_day
    runs = _runs_of(rows)
    full = [any(len(set(rows[row].values())) >= _FEWEST for row in run) for run in runs]
    return found if full and all(full[: max(1, len(full) - 1)]) else {}


def _runs_of(rows: Iterable[int]) -> list[list[int]]:
    """The numbers of rows that follow one another, together."""
    runs: list[list[int]] = []
    for row in sorted(rows):
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def find_cells_of_day(parts: Parts, head: Block, columns: dict[Block, DateReading]) -> list[Block]:
    """The cells of the column of a day, down to the next rows of days; of a table with one run of such rows all.

    Days that stand below one another share what their column tells.
    """
    runs = _runs_of({block.row or 0 for block in columns})
    dated = {row for run in runs for row in run}
    cells = [cell for cell in find_column(parts.document, head) if cell.row not in dated]
    if len(runs) <= 1:
        return cells
    number = next(n for n, run in enumerate(runs) if (head.row or 0) in run)
    end = runs[number + 1][0] if number + 1 < len(runs) else None
    first = runs[number][-1]
    return [cell for cell in cells if (cell.row or 0) > first and (end is None or (cell.row or 0) < end)]


def give_column_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings of days that head columns, with the hours told below them, from the first to the last."""
    columns = find_day_columns(parts, sittings)
    if not columns:
        return sittings
    strayed = [hours for date in columns.values() if (hours := find_strayed_hours(date)) is not None]
    told = sorted([*parts.loose_hours, *strayed], key=lambda hours: hours.start)
    by_cell: dict[Block, list[LooseHours]] = {}
    for block in columns:
        for cell in [block, *find_cells_of_day(parts, block, columns)]:
            inside = [h for h in told if cell.start <= h.start < cell.end]
            by_cell.setdefault(block, []).extend(_hours_of_lines(parts, cell) or inside)
    if not any(by_cell.values()):
        return sittings
    heads = ((s, _heads_of(parts, s, columns)) for s in sittings)
    return [_with_hours(s, [h for head in own for h in by_cell[head]]) if own else s for s, own in heads]


def _heads_of(parts: Parts, sitting: Sitting, columns: dict[Block, DateReading]) -> list[Block]:
    """The cells that head the columns of a day, among those of others that stand in the same cell (`18 et 19 mai`)."""
    cells = (find_cell_of_day(parts, date) for date in sitting.mentions)
    return list(dict.fromkeys(cell for cell in cells if cell is not None and cell in columns))


def without_empty_days(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings without the days of a calendar below which nothing stands, where something stands below others."""
    columns = find_day_columns(parts, sittings)
    filled = {
        date.first_day
        for block, date in columns.items()
        if not all(
            _NOTHING.fullmatch(parts.document.words_of(cell)) for cell in find_cells_of_day(parts, block, columns)
        )
    }
    told = {date.first_day for date in columns.values()}
    if len(filled) < _FEWEST:
        return sittings
    return [s for s in sittings if s.first in filled or s.first not in told or _is_told_apart(s, columns)]


def _is_told_apart(sitting: Sitting, columns: dict[Block, DateReading]) -> bool:
    """Whether a day is told outside of the table as well."""
    return any(date not in columns.values() for date in sitting.mentions)


def _hours_of_lines(parts: Parts, cell: Block) -> list[LooseHours]:
    """The hours that the lines of a cell begin with."""
    lines = parts.document.words_of(cell).split("\n")
    steps = [(step, read_close(line)) for line in lines if (step := read_step(line)) is not None]
    return [LooseHours(step[0], step[1] or close, cell.start, cell.end) for step, close in steps]


def _with_hours(sitting: Sitting, hours: list[LooseHours]) -> Sitting:
    """A sitting with the hours of its column: those beside its day stay, others that strayed there go."""
    date = sitting.date
    if date.starts_at and "\n" not in date.text:
        return sitting
    starts, ends = find_outer_hours([(told.starts_at, told.ends_at) for told in hours])
    return replace(sitting, date=replace(date, starts_at=starts, ends_at=ends, flags=(*date.flags, "hours_of_column")))


def find_column_venue(parts: Parts, mentions: tuple[DateReading, ...]) -> VenueReading | None:
    """The place that stands over a day in its column, or the one in the column of a row of days; else None."""
    for date in mentions:
        block = parts.block_of(date.where.start)
        if block is None or block.kind != "cell" or block.column is None:
            continue
        head = find_head_of(parts.document, block)
        over = _standing_in(parts, head) if head is not None else []
        if over and (over[0].city is not None or over[0].mode == "online"):
            return over[0]
        dated = {cell.column for cell in find_row(parts.document, block) if _holds_day(parts, cell)}
        if block.column in dated and len(dated) >= _FEWEST:
            near = [v for line in _down_to_next_day(parts, block) for v in _standing_in(parts, line)]
            if (joined := _join(near) or _join(_in_rows_of_places(parts, block))) is not None:
                return joined
    return None


def _in_rows_of_places(parts: Parts, block: Block) -> list[VenueReading]:
    """The places of the column of a day in rows that tell no day, and a place of another column as well.

    `Lieu | Lens, MJC | Creil, espace Buhl` below or above days, of which one may tell a place of its own.
    """
    table = find_table(parts.document, block)
    found: list[VenueReading] = []
    for row in table.rows if table is not None else []:
        told = {cell.column: venues for cell in row if (venues := _standing_in(parts, cell))}
        if len(told) >= _FEWEST and block.column in told and not any(_holds_day(parts, cell) for cell in row):
            found += told[block.column]
    return found


def _down_to_next_day(parts: Parts, head: Block) -> list[Block]:
    """The cells of the column of a day, without those of another day below it."""
    cells = find_column(parts.document, head)
    dated = [cell.row or 0 for cell in cells if _holds_day(parts, cell)]
    end = min((row for row in dated if row > (head.row or 0)), default=None)
    if not dated or any(abs(row - (head.row or 0)) == 1 for row in dated):
        return cells  # days below one another share what their column tells
    return [cell for cell in cells if (cell.row or 0) > (head.row or 0) and (end is None or (cell.row or 0) < end)]


def _join(near: list[VenueReading]) -> VenueReading | None:
    """The one place of a column: all its cells say the same, or one its town and another its house."""
    cities = {(venue.city, venue.commune_code) for venue in near if venue.city}
    names = {(venue.name, venue.street) for venue in near if venue.name or venue.street}
    if not near or len(cities) > 1 or len(names) > 1:
        return None
    fullest = max(near, key=richness)
    city, code = next(iter(cities), (None, None))
    return fullest if fullest.city or city is None else replace(fullest, city=city, commune_code=code)


def _holds_day(parts: Parts, cell: Block) -> bool:
    """Whether a day begins in a cell, or it is a weekday of the week that is told above."""
    return is_weekday(parts.document, cell) or any(
        date.precision == "day" for date in standing_between(parts.dates, cell.start, cell.end)
    )


def _standing_in(parts: Parts, line: Block) -> list[VenueReading]:
    """The venues that begin in a line."""
    return standing_between(parts.venues, line.start, line.end)
