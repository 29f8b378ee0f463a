"""Segments: words of one printed line without a wide gap between them, the bricks of columns and rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.formats.pdf_words import PageWord

_SEGMENT_GAP = 0.85  # of the type size: a wider gap between words may be a gutter
_SAME_LINE = 0.35  # of the type size


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

    @property
    def size(self) -> float:
        """The height of its largest type."""
        return max((word.size for word in self.words), default=0.0)


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
