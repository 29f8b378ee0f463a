"""The page of a PDF as a picture, with boxes drawn where the evidence stands."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageDraw

Box = tuple[float, float, float, float]

_SCALE = 2.0  # 144 dots per inch: small print of a brochure can be read
_MOST_PIXELS = 4000  # on the longer side; a page may claim to be four metres high
_MARGIN = 2.0  # points between the words and the line around them
_LINE = (204, 0, 0, 255)
_FILL = (255, 220, 0, 90)


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """A page (from 1) of a PDF, and what to draw on it: (x0, top, x1, bottom) in points from the top left."""

    content: bytes
    page: int
    boxes: tuple[Box, ...]


def draw_page(request: PictureRequest) -> bytes:
    """Draw the page as PNG. Raises ValueError where the PDF has no such page or cannot be opened."""
    image, scale = _render(request.content, request.page)
    overlay = Image.new("RGBA", image.size)
    pen = ImageDraw.Draw(overlay)
    for box in request.boxes:
        pen.rectangle(_scale_box(box, scale), fill=_FILL, outline=_LINE, width=max(2, round(scale)))
    picture = Image.alpha_composite(image.convert("RGBA"), overlay).convert("RGB")
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


def _render(content: bytes, number: int) -> tuple[Image.Image, float]:
    """Render a page; give the picture and its pixels per point."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise ValueError(f"the PDF cannot be opened: {error}") from None
    try:
        if not 1 <= number <= len(document):
            raise ValueError(f"the PDF has {len(document)} pages, not {number}")
        page = document[number - 1]
        scale = min(_SCALE, _MOST_PIXELS / max(page.get_size()))
        picture: Image.Image = page.render(scale=scale).to_pil()
        return picture, scale
    finally:
        document.close()


def _scale_box(box: Sequence[float], scale: float) -> list[float]:
    x0, top, x1, bottom = box
    grown = (x0 - _MARGIN, top - _MARGIN, x1 + _MARGIN, bottom + _MARGIN)
    return [value * scale for value in grown]
