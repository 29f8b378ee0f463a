"""Reading order from geometry: columns, bands and tables without rules, whatever order the page was written in.

Segments (runs of words on one line) are cut along gutters: vertical strips that many pairs of neighbours leave
white. Segments that cross a gutter (headings over the whole width) divide the page into bands; in each band the
left column is read before the right one. Rows of hours beside their subjects, and rows of short cells, stay rows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from extract.formats.pdf_words import PageWord

_SEGMENT_GAP = 0.85  # of the type size: a wider gap between words may be a gutter
_LEAST_GUTTER = 6.0  # points
_SAME_LINE = 0.35  # of the type size
_DEEPEST = 12
_KEY_WIDTH = 0.2  # of the band: a first column this narrow, aligned with the second, is a key to it
_ALIGNED = 0.7


@dataclass(slots=True)
class Segment:
    """Words of one line without a wide gap, or a ruled table (`table` is its number), with their box."""

    x0: float
    top: float
    x1: float
    bottom: float
    words: list[PageWord] = field(default_factory=list)
    table: int | None = None

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


class Region(NamedTuple):
    """A stretch of the page that is read line by line. `left`, `right` bound its column; `rows` are table rows."""

    segments: list[Segment]
    left: float
    right: float
    rows: list[list[list[Segment]]] | None = None


def build_segments(words: list[PageWord]) -> list[Segment]:
    """Bring words together into segments."""
    segments: list[Segment] = []
    for row in _rows_of_words(words):
        current: Segment | None = None
        for word in sorted(row, key=lambda item: (item.x0, item.x1)):
            if current is None or word.x0 - current.x1 > _SEGMENT_GAP * max(word.size, current.words[-1].size):
                current = Segment(word.x0, word.top, word.x1, word.bottom, [word])
                segments.append(current)
                continue
            current.words.append(word)
            current.x1 = max(current.x1, word.x1)
            current.top, current.bottom = min(current.top, word.top), max(current.bottom, word.bottom)
    return segments


def _rows_of_words(words: list[PageWord]) -> list[list[PageWord]]:
    """Words by the height of their middle."""
    rows: list[list[PageWord]] = []
    reference = 0.0
    for word in sorted(words, key=lambda item: item.middle):
        if rows and word.middle - reference <= _SAME_LINE * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
            reference = word.middle
    return rows


def order_regions(segments: list[Segment], left: float, right: float) -> list[Region]:
    """Put the segments of a page into regions in reading order."""
    return _ordered(sorted(segments, key=lambda item: (item.top, item.x0)), left, right, 0)


def _ordered(segments: list[Segment], left: float, right: float, depth: int) -> list[Region]:
    """Cut a stretch along its best gutter, if it has one."""
    if not segments:
        return []
    whole = [Region(segments, left, right)]
    gutter = _best_gutter(segments) if depth < _DEEPEST and len(segments) > 3 else None
    if gutter is None:
        return whole
    bands = _bands(segments, gutter)
    if not any(is_columns for _, is_columns in bands):
        return whole
    regions: list[Region] = []
    for band, is_columns in bands:
        if not is_columns:
            regions += (
                _ordered(band, left, right, depth + 1) if len(band) < len(segments) else [Region(band, left, right)]
            )
        else:
            regions += _read_columns(band, gutter, left, right, depth)
    return regions


def _read_columns(band: list[Segment], gutter: float, left: float, right: float, depth: int) -> list[Region]:
    """Read a band of columns: a table row by row, a key column with what it is the key to, else column by column."""
    rows = _table_rows(band)
    if rows:
        return [Region(band, left, right, rows)]
    first = [segment for segment in band if segment.x1 <= gutter + 1]
    second = [segment for segment in band if segment.x1 > gutter + 1]
    if _is_key(first, second, left, right):
        return [Region(band, left, right)]
    border = min(segment.x0 for segment in second)
    first_right = max(*(segment.x1 for segment in first), border - 20)
    return _ordered(first, left, first_right, depth + 1) + _ordered(second, border, right, depth + 1)


def _best_gutter(segments: list[Segment]) -> float | None:
    """The place of the white strip that most neighbours on a line leave between them, or None.

    It is the right edge of the strip: a line without a neighbour may end anywhere before the next column begins.
    """
    edges: list[tuple[float, int]] = []
    for start, end in _white_gaps(segments):
        if end - start >= _LEAST_GUTTER:
            edges += [(start + _LEAST_GUTTER / 2, 1), (end - _LEAST_GUTTER / 2 + 0.01, -1)]
    edges.sort()
    best, support, place, since = 0, 0, None, None
    for position, change in edges:
        if change < 0 and support == best and since is not None:
            place, since = max(since, position - 1.0), None
        support += change
        if support > best:
            best, since = support, position
    return place if best >= 2 else None


def _white_gaps(segments: list[Segment]) -> list[tuple[float, float]]:
    """The white between each segment and its nearest neighbour to the right that shares some height with it."""
    gaps = []
    ordered = sorted(segments, key=lambda item: item.x0)
    for index, segment in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.x0 < segment.x1:
                continue
            if min(segment.bottom, other.bottom) - max(segment.top, other.top) > 0.3 * (segment.bottom - segment.top):
                gaps.append((segment.x1, other.x0))
                break
    return gaps


def _bands(segments: list[Segment], gutter: float) -> list[tuple[list[Segment], bool]]:
    """Divide segments, from top to bottom, into bands of two columns and stretches across the gutter."""
    bands: list[tuple[list[Segment], bool]] = []
    run: list[Segment] = []
    for segment in segments:
        if segment.x0 < gutter - 1 and segment.x1 > gutter + 1:
            _close_band(bands, run, gutter)
            run = []
            _add_across(bands, [segment])
        else:
            run.append(segment)
    _close_band(bands, run, gutter)
    return bands


def _close_band(bands: list[tuple[list[Segment], bool]], run: list[Segment], gutter: float) -> None:
    """End a run between two crossing segments: columns if both sides hold lines side by side."""
    if not run:
        return
    first = [segment for segment in run if segment.x1 <= gutter + 1]
    second = [segment for segment in run if segment.x1 > gutter + 1]
    if first and second and len(run) >= 4 and _share_height(first, second):
        bands.append((run, True))
    else:
        _add_across(bands, run)


def _add_across(bands: list[tuple[list[Segment], bool]], run: list[Segment]) -> None:
    """Add segments to the stretch across before them, or begin one."""
    if bands and not bands[-1][1]:
        bands[-1][0].extend(run)
    else:
        bands.append((list(run), False))


def _share_height(first: list[Segment], second: list[Segment]) -> bool:
    """Whether two columns stand side by side and not one under the other."""
    top = max(min(s.top for s in first), min(s.top for s in second))
    bottom = min(max(s.bottom for s in first), max(s.bottom for s in second))
    heights = [max(s.bottom for s in side) - min(s.top for s in side) for side in (first, second)]
    return bottom - top > 0.3 * min(heights)


def _is_key(first: list[Segment], second: list[Segment], left: float, right: float) -> bool:
    """Whether the first column is a key to the second: narrow, few, and on the lines of the second (hours, bullets)."""
    width = max(segment.x1 for segment in first) - min(segment.x0 for segment in first)
    if width > _KEY_WIDTH * (right - left):
        return False
    aligned = sum(_has_on_line(second, segment) for segment in first)
    return aligned >= _ALIGNED * len(first)


def _has_on_line(column: list[Segment], segment: Segment) -> bool:
    """Whether a column has a segment on the same line."""
    limit = 0.4 * (segment.bottom - segment.top)
    return any(abs(other.middle - segment.middle) <= limit for other in column)


def _table_rows(band: list[Segment]) -> list[list[list[Segment]]] | None:
    """The rows of a table without rules: three or more columns of short cells whose first lines are aligned."""
    columns = _white_columns(band)
    if len(columns) < 3:
        return None
    first = columns[0]
    if len(first) < 2 or any(not column for column in columns):
        return None
    fills = []
    for column in columns:
        width = max(s.x1 for s in column) - min(s.x0 for s in column)
        fills += [(s.x1 - s.x0) / width for s in column if width > 0]
    others = [segment for column in columns[1:] for segment in column]
    aligned = sum(_has_on_line(first, segment) for segment in others)
    if aligned < _ALIGNED * len(others) or not fills or sum(fills) / len(fills) > 0.95:
        return None
    if max(len(segment.words) for segment in band) > 8 or _mean_words(band) > 4:
        return None
    return _group_rows(columns)


def _mean_words(band: list[Segment]) -> float:
    """How many words a segment has on average."""
    return sum(len(segment.words) for segment in band) / len(band)


def _white_columns(band: list[Segment]) -> list[list[Segment]]:
    """The segments by the columns that white strips from top to bottom leave."""
    columns: list[list[Segment]] = []
    edge = None
    for segment in sorted(band, key=lambda item: item.x0):
        if edge is None or segment.x0 - edge >= _LEAST_GUTTER:
            columns.append([])
            edge = segment.x1
        columns[-1].append(segment)
        edge = max(edge, segment.x1)
    return columns


def _group_rows(columns: list[list[Segment]]) -> list[list[list[Segment]]]:
    """The cells of each row: rows are parted by the wider white, or else begin with the lines of the first column."""
    starts = _row_starts(columns)
    rows: list[list[list[Segment]]] = [[[] for _ in columns] for _ in starts]
    for number, column in enumerate(columns):
        for segment in sorted(column, key=lambda item: item.top):
            slack = 0.5 * (segment.bottom - segment.top)
            row = max((k for k, start in enumerate(starts) if start <= segment.top + slack), default=0)
            rows[row][number].append(segment)
    return rows


def _row_starts(columns: list[list[Segment]]) -> list[float]:
    """The heights at which rows begin."""
    segments = sorted((segment for column in columns for segment in column), key=lambda item: item.top)
    inside = [
        after.top - before.bottom
        for column in columns
        for before, after in pairwise(sorted(column, key=lambda item: item.top))
    ]
    tight = min(inside, default=0.0) + 0.25 * (segments[0].bottom - segments[0].top)
    starts, bottom = [segments[0].top], segments[0].bottom
    for segment in segments[1:]:
        if segment.top - bottom > tight:
            starts.append(segment.top)
        bottom = max(bottom, segment.bottom)
    firsts = sorted(segment.top for segment in columns[0])
    return starts if len(starts) >= max(2, len(firsts) // 2) else firsts
