"""Draws a brochure as PDF from a text layout: the same words in the orders that real brochures have.

The text: `# title`, `## heading`, `| a | b |` a table row, `---col---` the second column, anything else a line of its
own (wrapped at the column's width). Layouts: `one-column`, `two-columns` (left column first in the content stream),
`two-columns-rows` (the stream goes row by row across both columns), `table`, `flyer` (centred).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
MARGIN = 50.0
GUTTER = 30.0
RUNNING_HEADER = "Centre de ressources politique de la ville"


@dataclass(frozen=True)
class Line:
    """One drawn line: its words, where it starts and how large it is (points from the lower left)."""

    text: str
    x: float
    y: float
    font: str
    size: float


def draw_brochure(text: str, layout: str) -> bytes:
    """The PDF of a brochure's text in one of the five layouts; the same text gives the same bytes."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(MARGIN, HEIGHT - 25, RUNNING_HEADER)
    rows = [row for row in text.splitlines() if row.strip()]
    if layout == "table":
        draw_table(canvas, rows)
    else:
        for line in order_lines(rows, layout):
            draw_line(canvas, line, centred=layout == "flyer")
    canvas.drawRightString(WIDTH - MARGIN, 25, "1")
    canvas.save()
    return buffer.getvalue()


def draw_line(canvas: Canvas, line: Line, *, centred: bool = False) -> None:
    """One line of text, centred on the page or at its own place."""
    canvas.setFont(line.font, line.size)
    if centred:
        canvas.drawCentredString(WIDTH / 2, line.y, line.text)
    else:
        canvas.drawString(line.x, line.y, line.text)


def style_row(row: str) -> tuple[str, str, float]:
    """Words, font and size of a row by its mark."""
    if row.startswith("## "):
        return row[3:], "Helvetica-Bold", 13.0
    if row.startswith("# "):
        return row[2:], "Helvetica-Bold", 17.0
    return row, "Helvetica", 10.5


def set_column(rows: Iterable[str], x: float, width: float, top: float) -> Iterator[Line]:
    """The lines of one column from `top` downwards, wrapped at `width`."""
    y = top
    for row in rows:
        words, font, size = style_row(row)
        y -= size * 0.7
        for text in simpleSplit(words, font, size, width):
            y -= size * 1.25
            yield Line(text, x, y, font, size)


def order_lines(rows: list[str], layout: str) -> list[Line]:
    """All lines of a brochure in the order in which the content stream holds them."""
    top = HEIGHT - 50
    if not layout.startswith("two-columns"):
        return list(set_column(rows, MARGIN, WIDTH - 2 * MARGIN, top))
    split = rows.index("---col---")
    width = (WIDTH - 2 * MARGIN - GUTTER) / 2
    title = list(set_column(rows[:1], MARGIN, WIDTH - 2 * MARGIN, top))
    below = title[-1].y - 10
    left = list(set_column(rows[1:split], MARGIN, width, below))
    right = list(set_column(rows[split + 1 :], MARGIN + width + GUTTER, width, below))
    if layout == "two-columns":
        return title + left + right
    return title + [line for pair in zip_longest(left, right) for line in pair if line]


def draw_table(canvas: Canvas, rows: list[str]) -> None:
    """A brochure whose `| a | b |` rows are a ruled table, the other rows text above and below it."""
    y = HEIGHT - 60
    for row in rows:
        if row.startswith("|"):
            cells = [cell.strip() for cell in row.strip("|").split("|")]
            width = (WIDTH - 2 * MARGIN) / len(cells)
            wrapped = [simpleSplit(cell, "Helvetica", 10, width - 8) for cell in cells]
            height = 12 + 12 * max(1, *map(len, wrapped))
            y -= height
            canvas.setFont("Helvetica", 10)
            for number, lines in enumerate(wrapped):
                canvas.rect(MARGIN + number * width, y, width, height)
                for position, line in enumerate(lines):
                    canvas.drawString(MARGIN + number * width + 4, y + height - 16 - 12 * position, line)
        else:
            words, font, size = style_row(row)
            y -= size * 2
            draw_line(canvas, Line(words, MARGIN, y, font, size))
