"""Reading order from geometry: columns, bands and tables without rules, whatever order the page was written in.

Segments (runs of words on one line) are cut along gutters: vertical strips that many pairs of neighbours leave
white. Segments that cross a gutter (headings over the whole width) divide the page into bands; in each band the
left column is read before the right one. Rows of hours beside their subjects, and rows of short cells, stay rows.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from extract.formats.pdf_segments import Segment
from extract.formats.pdf_unruled import LEAST_GUTTER, Rows, find_cards, find_heads, find_rows, is_key, part_at_bridges

_DEEPEST = 12


class Region(NamedTuple):
    """A stretch of the page that is read line by line. `left`, `right` bound its column; `rows` are table rows."""

    segments: list[Segment]
    left: float
    right: float
    rows: Rows | None = None


def order_regions(segments: list[Segment], left: float, right: float) -> list[Region]:
    """Put the segments of a page into regions in reading order."""
    return _ordered(_down(segments), left, right, 0)


def _down(segments: list[Segment]) -> list[Segment]:
    return sorted(segments, key=lambda item: (item.top, item.x0))


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
    parts = part_at_bridges(band)
    if len(parts) > 1:
        return [region for part in parts for region in _ordered(part, left, right, depth + 1)]
    heads = find_heads(band)
    if (cards := find_cards([segment for segment in band if segment not in heads])) is not None:
        edges = [left, *(min(segment.x0 for segment in card) for card in cards[1:]), right]
        regions = [Region(_down(card), *sides) for card, sides in zip(cards, pairwise(edges), strict=True)]
        return [Region(heads, left, right), *regions] if heads else regions
    if (found := find_rows([segment for segment in band if segment not in heads])) is not None:
        before, rows, behind = found
        inside = [segment for row in rows for cell in row for segment in cell]
        start, end = min(s.x0 for s in inside), max(s.x1 for s in inside)
        above = [Region(heads, left, right)] if heads else []
        return [
            *above,
            *_ordered(_down(before), left, start, depth + 1),
            Region(inside, start if before else left, end if behind else right, rows),
            *_ordered(_down(behind), end, right, depth + 1),
        ]
    first = [segment for segment in band if segment.x1 <= gutter + 1]
    second = [segment for segment in band if segment.x1 > gutter + 1]
    if is_key(first, second, left, right):
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
        if end - start >= LEAST_GUTTER:
            edges += [(start + LEAST_GUTTER / 2, 1), (end - LEAST_GUTTER / 2 + 0.01, -1)]
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
