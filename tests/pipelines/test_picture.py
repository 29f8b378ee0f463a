"""The picture of a PDF page: the box lies on the words, and hostile sizes stay small."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipelines.picture import PictureRequest, draw_page

A4 = (595.0, 842.0)


def make_pdf(size: tuple[float, float] = A4, pages: int = 1) -> bytes:
    """Make pages with a black square of 100 points, its top left corner 72 points from the page's."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size)
    for _ in range(pages):
        canvas.rect(72, size[1] - 172, 100, 100, fill=1)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def draw(content: bytes, page: int, *boxes: tuple[float, float, float, float]) -> Image.Image:
    return Image.open(io.BytesIO(draw_page(PictureRequest(content, page, boxes))))


def test_the_box_is_drawn_around_the_words_at_144_dots_per_inch() -> None:
    picture = draw(make_pdf(), 1, (72, 72, 172, 172))
    assert picture.size == (1190, 1684)
    assert picture.getpixel((70 * 2, 122 * 2)) == (204, 0, 0)  # the line, two points left of the square
    assert picture.getpixel((50 * 2, 122 * 2)) == (255, 255, 255)
    marked = picture.getpixel((122 * 2, 122 * 2))  # the black square under the marker: tinted, not hidden
    assert isinstance(marked, tuple)
    assert 40 < marked[0] < 130


def test_a_page_without_boxes_is_drawn_as_it_is() -> None:
    colours = draw(make_pdf(), 1).getcolors(maxcolors=10_000)
    assert {colour for _, colour in colours or []} >= {(0, 0, 0), (255, 255, 255)}


def test_a_page_of_four_metres_gives_a_picture_of_a_screen() -> None:
    assert max(draw(make_pdf((11_000.0, 800.0)), 1).size) <= 4000


@pytest.mark.parametrize("page", [0, 3])
def test_a_page_that_is_not_there_is_refused(page: int) -> None:
    with pytest.raises(ValueError, match=f"has 2 pages, not {page}"):
        draw(make_pdf(pages=2), page)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be opened"):
        draw(b"<html>404</html>", 1)
