"""Days laid out as a schedule: each alone in a heading, or in lines or rows with their hours and their place.

A page that does so tells of meetings, whatever it calls them.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from extract.document import Block
from extract.events.hours.programme import read_step
from extract.events.parts import Parts, standing_between
from extract.records import DateReading
from extract.tables import find_column

_COUNTED: Final = re.compile(
    r"\W*(?:[^\W\d_]+(?:[- ][^\W\d_]+)?\s(?:n\s?[°o]\s?)?(?:\d{1,2}|[IVX]+|[A-H])\s?[:,–—|-]\s)?(?:les?\s)?"
)
_FEWEST: Final = 2
_LINES_BELOW: Final = 2
_MOST_BELOW, _LONGEST = 3, 90
_WEEKDAY: Final = re.compile(r"(?:le )?(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)", re.IGNORECASE)
_SPARE: Final = 12
"""Characters that a heading may hold besides its day, and still be nothing but a day."""


def is_schedule(parts: Parts, dates: list[DateReading]) -> bool:
    """Whether two of the days at least stand in headings of their own, or beside their hours or their place."""
    told = [date for date in dates if date.precision == "day"]
    days = {date.first_day for date in told if _is_laid_out(parts, date)}
    return len(days) >= _FEWEST or _fill_grid(parts, told)


def _fill_grid(parts: Parts, told: list[DateReading]) -> bool:
    """Whether days fill cells beside and below one another, as those of groups, schools or modules do."""
    blocks = (parts.block_of(date.where.start) for date in told)
    cells = {(block.row, block.column) for block in blocks if block is not None and block.kind == "cell"}
    rows = Counter(row for row, _ in cells)
    columns = Counter(column for _, column in cells if column is not None)
    several = [sum(number >= _FEWEST for number in counts.values()) for counts in (rows, columns)]
    return min(several) >= _FEWEST


def _is_laid_out(parts: Parts, date: DateReading) -> bool:
    block = parts.block_of(date.where.start)
    if block is None:
        return False
    if block.kind == "heading":
        return len(parts.document.words_of(block)) <= len(date.text.partition("\n")[0]) + _SPARE
    if block.kind in ("item", "paragraph") and (date.starts_at is not None or _opens_line(parts, block, date)):
        alone = len(parts.document.words_of(block)) <= len(date.text) + _SPARE
        if date.starts_at is not None and _WEEKDAY.match(date.text) and _opens_line(parts, block, date):
            return True  # `Lundi 7 juin à 13h30 – Les fonds de participation`
        around = any(v.where.start <= date.where.start < v.where.end for v in parts.venues)
        if around or (block.kind == "paragraph" and _has_town_below(parts, block)):
            return True
        return _has_place(parts, (block, *(parts.blocks_after(block.start, _LINES_BELOW) if alone else ())))
    if block.kind != "cell":
        return False
    cells = (*parts.row_of(block), *find_column(parts.document, block))
    return date.starts_at is not None or _has_place(parts, cells) or _has_hours(parts, cells)


def _has_town_below(parts: Parts, block: Block) -> bool:
    """Whether one of the short lines below that of a day, before the next day, says where with its town."""
    for line in (block, *parts.blocks_after(block.start, _MOST_BELOW)):
        days = standing_between(parts.dates, line.start, line.end)
        if line.kind != "paragraph" or line.end - line.start > _LONGEST or (line is not block and days):
            return False
        if line is not block and any(v.city for v in standing_between(parts.venues, line.start, line.end)):
            return True
    return False


def _opens_line(parts: Parts, block: Block, date: DateReading) -> bool:
    """Whether a day opens its line, or stands behind what counts it there: `Étape 2 : 4 et 5 novembre – Le Channel`."""
    return _COUNTED.fullmatch(parts.document.text, block.start, date.where.start) is not None


def _has_hours(parts: Parts, cells: tuple[Block, ...]) -> bool:
    """Whether several lines beside or below a day begin with their hour, as the steps of a programme do."""
    lines = [line for cell in cells for line in parts.document.words_of(cell).split("\n")]
    return sum(read_step(line) is not None for line in lines) >= _FEWEST


def _has_place(parts: Parts, cells: tuple[Block, ...]) -> bool:
    return any(standing_between(parts.venues, cell.start, cell.end) for cell in cells)
