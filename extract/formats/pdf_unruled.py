"""Tables without rules, and columns that only look like one: told apart by who holds the days.

Lines of columns stand beside one another as the cells of a row do. A column that tells days and, below each of them,
what belongs to it (`Mardi 14 mars` over `Béthune, maison des jeunes`) stands by itself and is read to its end, whatever
stands beside it. A column of nothing but days, or of hours, is a key to the lines on its right.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise, takewhile
from typing import Final

from extract.formats.pdf_headings import is_when
from extract.formats.pdf_segments import Segment

LEAST_GUTTER: Final = 6.0
"""The narrowest white between two columns, in points."""
_KEY_WIDTH: Final = 0.2  # of the band: a first column this narrow, aligned with the second, is a key to it
_ALIGNED: Final = 0.7
_FEWEST_DAYS: Final = 2
_MOST_COLUMNS: Final = 8  # of a table that stands beside something else
_MOSTLY: Final = 0.7
_SAME_TYPE: Final = 0.15  # of the type size: what is larger than that is no cell but a heading
_LONGEST_FOOTER: Final = 4
_FAR: Final = 3  # of the type size: white that parts a footer from the columns above it
_MONTH: Final = r"(?:janv|f[ée]vr|mars|avr|mai|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c)"
_HOLDS_DAY: Final = re.compile(
    rf"(?:[0-3]?\d|1er)\.?\s?{_MONTH}|[0-3]?\d\s?[/.]\s?[01]?\d(?!\d)|(?:lun|mar|mercre|jeu|vendre|same)di\s(?:\d|1er)|"
    r"dimanche\s(?:\d|1er)",
    re.IGNORECASE,
)
_ONLY_NUMBERS: Final = re.compile(
    r"\W*(?:(?:lun|mar|mer|jeu|ven|sam|dim)(?:di|credi|dredi|edi|anche|\.)?\s)?(?:[0-3]?\d|1er)"
    rf"(?:\s?[/.]\s?[01]?\d(?:\s?[/.]\s?\d{{2,4}})?|(?:\s{_MONTH}\w*\.?)?(?:\s20\d\d)?)\W*",
    re.IGNORECASE,
)
_HOURS: Final = re.compile(r"[\W\d]*(?:(?:de|à|et|dès|heures?|h)[\W\d]*)+|\W*(?:20\d\d)?\W*", re.IGNORECASE)

Columns = list[list[Segment]]
Rows = list[list[list[Segment]]]


def find_rows(band: list[Segment]) -> tuple[list[Segment], Rows, list[Segment]] | None:
    """The rows of a table without rules, with what stands beside it on its left and on its right; None without one."""
    columns = white_columns(band)
    rows = _rows_of(columns)
    if rows:
        return [], rows, []
    dated = [is_of_days(column) for column in columns[:_MOST_COLUMNS]]
    for width in range(len(dated) - 1, 1, -1):
        for first in range(len(dated) - width + 1):
            inside = columns[first : first + width]
            if any(dated[first : first + width]) and (rows := _rows_of(inside)):
                before, behind = columns[:first], columns[first + width :]
                return [s for c in before for s in c], rows, [s for c in behind for s in c]
    return None


def find_heads(band: list[Segment]) -> list[Segment]:
    """The lines of larger type above a band, with nothing beside them: a title no longer than its first column."""
    lines = _down(band)
    usual = sorted(segment.size for segment in lines)[len(lines) // 2]
    above = list(takewhile(lambda segment: segment.size > (1 + _SAME_TYPE) * usual, lines))
    rest = lines[len(above) :]
    heights = _heights(lines)
    alone = all(_count_on_line(heights, segment) == 1 for segment in above)
    return above if rest and alone else []


def part_at_bridges(band: list[Segment]) -> list[list[Segment]]:
    """A band cut at its footers, and at the lines with nothing beside them that reach over two of three columns."""
    lines = _down(band)
    heights = _heights(lines)
    alone = {id(segment) for segment in lines if _count_on_line(heights, segment) == 1}
    columns = white_columns([segment for segment in lines if id(segment) not in alone])
    edges = [(min(s.x0 for s in column), max(s.x1 for s in column)) for column in columns]
    parts: list[list[Segment]] = [[]]
    since_bridge = False
    for number, segment in enumerate(lines):
        over = sum(segment.x0 < right and left < segment.x1 for left, right in edges)
        bridges = id(segment) in alone and over > 1 and len(edges) > _FEWEST_DAYS
        if parts[-1] and (bridges != since_bridge or _is_footer(lines, number, alone)):
            parts.append([])
        parts[-1].append(segment)
        since_bridge = bridges
    return parts


def _is_footer(lines: list[Segment], number: int, alone: set[int]) -> bool:
    """Whether the lines from one on stand far below all others, in smaller type and with nothing beside them."""
    above, below = lines[:number], lines[number:]
    if not above or len(below) > _LONGEST_FOOTER or any(id(segment) not in alone for segment in below):
        return False
    far = below[0].top - max(segment.bottom for segment in above) > _FAR * below[0].size
    return far and max(s.size for s in below) < (1 - _SAME_TYPE / 2) * min(s.size for s in above)


def is_key(first: list[Segment], second: list[Segment], left: float, right: float) -> bool:
    """Whether the first column is a key to the second: narrow, few, and on the lines of the second (hours, bullets)."""
    width = max(segment.x1 for segment in first) - min(segment.x0 for segment in first)
    if width > _KEY_WIDTH * (right - left) or stands_by_itself(first):
        return False
    heights = _heights(second)
    aligned = sum(_count_on_line(heights, segment) > 0 for segment in first)
    return aligned >= _ALIGNED * len(first)


def stands_by_itself(column: list[Segment]) -> bool:
    """Whether a column tells several days, each with lines of something else before the next."""
    kinds = [kind for segment in _down(column) if (kind := _kind_of(segment))]
    return sum(before == "day" and after == "other" for before, after in pairwise(kinds)) >= _FEWEST_DAYS


def find_cards(band: list[Segment]) -> Columns | None:
    """The columns of a band that each begin with their only day and go on with what takes place then; else None."""
    columns = white_columns(band)
    return columns if len(columns) > 1 and all(map(_is_card, columns)) else None


def _is_card(column: list[Segment]) -> bool:
    kinds = [kind for segment in _down(column) if (kind := _kind_of(segment))]
    return len(kinds) > 1 and kinds[0] == "day" and "day" not in kinds[1:]


def is_of_days(column: list[Segment]) -> bool:
    """Whether a column holds days and hardly anything else, below its head."""
    kinds = [kind for segment in _down(column) if (kind := _kind_of(segment))]
    days = kinds.count("day")
    return days >= _FEWEST_DAYS and days >= _MOSTLY * (len(kinds) - (kinds[0] == "other"))


def white_columns(band: list[Segment]) -> Columns:
    """The segments by the columns that white strips from top to bottom leave."""
    columns: Columns = []
    edge = None
    for segment in sorted(band, key=lambda item: item.x0):
        if edge is None or segment.x0 - edge >= LEAST_GUTTER:
            columns.append([])
            edge = segment.x1
        columns[-1].append(segment)
        edge = max(edge, segment.x1)
    return columns


def _rows_of(columns: Columns) -> Rows | None:
    """The rows of columns of short cells whose first lines are aligned: three or more, or two, one of them of days."""
    if any(segment.table is not None for column in columns for segment in column):
        return None
    if len(columns) > 1 and (stacked := _rows_of_stacks(columns)):
        return stacked
    dated = next((column for column in columns if is_of_days(column)), None)
    if len(columns) < (2 if dated else 3) or any(len(column) < 2 for column in columns[:1]):
        return None
    if any(map(stands_by_itself, columns)) and not _are_parted_by_days(columns):
        return None
    first = dated or columns[0]
    others = [segment for column in columns if column is not first for segment in column]
    heights = _heights(first)
    aligned = sum(_count_on_line(heights, segment) > 0 for segment in others)
    if dated is not None:
        return _group_rows(columns, _row_starts(columns, dated)) if _is_beside_days(columns, dated, aligned) else None
    if aligned < _ALIGNED * len(others) or not _is_ragged(columns):
        return None
    band = [segment for column in columns for segment in column]
    if max(len(segment.words) for segment in band) > 8 or sum(len(s.words) for s in band) / len(band) > 4:
        return None
    return _group_rows(columns, _row_starts(columns, first))


def _rows_of_stacks(columns: Columns) -> Rows | None:
    """The rows of days told over several lines (`15` / `sept.` / `2022`), parted by the wider white; else None."""
    starts = _white_starts(columns)
    if len(starts) < _FEWEST_DAYS:
        return None
    for column in columns:
        cells: list[list[Segment]] = [[] for _ in starts]
        for segment in _down(column):
            cells[_row_of(starts, segment)].append(segment)
        told = [" ".join(word.text for segment in cell for word in segment.words) for cell in cells]
        if max(map(len, cells)) > 1 and all(_ONLY_NUMBERS.fullmatch(text) and _HOLDS_DAY.search(text) for text in told):
            return _group_rows(columns, starts)
    return None


def _is_beside_days(columns: Columns, dated: list[Segment], aligned: int) -> bool:
    """Whether every day has something on its line, in type as large, and what is on no such line stands below one."""
    others = [segment for column in columns if column is not dated for segment in column]
    days = [segment for segment in dated if _kind_of(segment) == "day"]
    size = max(day.size for day in days)
    if any(segment.size > (1 + _SAME_TYPE) * size for segment in others):
        return False
    heights = _heights(others)
    partners = sum(_count_on_line(heights, day) > 0 for day in days)
    if partners < len(days):
        return len(_white_starts(columns)) in (len(days), len(days) + 1)
    return aligned >= _ALIGNED * len(others) or len(_white_starts(columns)) >= len(days)


def _is_ragged(columns: Columns) -> bool:
    """Whether the lines of the columns end at different places, as cells do and running text does not."""
    fills = []
    for column in columns:
        width = max(s.x1 for s in column) - min(s.x0 for s in column)
        fills += [(s.x1 - s.x0) / width for s in column if width > 0]
    return bool(fills) and sum(fills) / len(fills) <= 0.95


def _are_parted_by_days(columns: Columns) -> bool:
    """Whether wider white parts rows in each of which a column holds one day at most, and some more than one line."""
    starts = _white_starts(columns)
    if len(starts) < _FEWEST_DAYS:
        return False
    for column in columns:
        rows = [_row_of(starts, s) for s in column if _kind_of(s) == "day"]
        if len(rows) != len(set(rows)):
            return False
    return True


def _kind_of(segment: Segment) -> str:
    """What a line is: `day`, `other`, or nothing for hours and years, which go with either."""
    text = " ".join(word.text for word in segment.words)
    if _ONLY_NUMBERS.fullmatch(text) and _HOLDS_DAY.search(text):
        return "day"
    if is_when(text):
        return "day" if _HOLDS_DAY.search(text) else ""
    return "" if _HOURS.fullmatch(text) else "other"


def _down(column: list[Segment]) -> list[Segment]:
    """The lines of a column from top to bottom."""
    return sorted(column, key=lambda item: (item.top, item.x0))


def _heights(column: list[Segment]) -> list[float]:
    """The heights of the lines of a column, in order, to be asked what stands on a line."""
    return sorted(segment.middle for segment in column)


def _count_on_line(heights: list[float], segment: Segment) -> int:
    """How many of some lines stand at the height of one."""
    limit = 0.4 * (segment.bottom - segment.top)
    return bisect_right(heights, segment.middle + limit) - bisect_left(heights, segment.middle - limit)


def _group_rows(columns: Columns, starts: list[float]) -> Rows:
    """The cells of each row, by the heights at which rows begin."""
    rows: Rows = [[[] for _ in columns] for _ in starts]
    for number, column in enumerate(columns):
        for segment in _down(column):
            rows[_row_of(starts, segment)][number].append(segment)
    return rows


def _row_of(starts: list[float], segment: Segment) -> int:
    """The number of the row that a line stands in."""
    slack = 0.5 * (segment.bottom - segment.top)
    return max((k for k, start in enumerate(starts) if start <= segment.top + slack), default=0)


def _row_starts(columns: Columns, first: list[Segment]) -> list[float]:
    """The heights at which rows begin: where the wider white parts them, or else with the lines of one column."""
    starts = _white_starts(columns)
    firsts = sorted(segment.top for segment in first)
    return starts if len(starts) >= max(2, len(firsts) // 2) else firsts


def _white_starts(columns: Columns) -> list[float]:
    """The heights at which rows begin that the wider white parts."""
    segments = sorted((segment for column in columns for segment in column), key=lambda item: item.top)
    inside = [after.top - before.bottom for column in columns for before, after in pairwise(_down(column))]
    tight = min(inside, default=0.0) + 0.25 * (segments[0].bottom - segments[0].top)
    starts, bottom = [segments[0].top], segments[0].bottom
    for segment in segments[1:]:
        if segment.top - bottom > tight:
            starts.append(segment.top)
        bottom = max(bottom, segment.bottom)
    return starts
