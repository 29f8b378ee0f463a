"""A capture looked at again: the sentences around given spans, and the pages of a PDF with boxes drawn on them.

Runs in a worker with limits, because the bytes are as hostile as on the first day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.document import Document
from extract.formats import read_format
from pipelines.picture import Box, PictureRequest, draw_page

_LONGEST_SIDE = 200
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[\W\d]*[A-ZÀ-ÖØ-Þ])")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where to look: a span of the text, and for a PDF the page and the box."""

    start: int
    end: int
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a span with what stands before and after them in the same sentence. `label` names a field."""

    before: str
    words: str
    after: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """A capture and the spots to look at."""

    content: bytes
    media_type: str | None
    url: str | None
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen: one passage per spot, and one PNG per page that has a box."""

    passages: tuple[Passage, ...]
    pictures: dict[int, bytes]


def look_again(look: Look) -> Sight:
    """Read the capture again and give its passages and pictures."""
    document = read_format(look.content, look.media_type, look.url)
    boxes: dict[int, list[Box]] = {}
    for spot in look.spots:
        if spot.page is not None and spot.box is not None:
            boxes.setdefault(spot.page, []).extend(find_line_boxes(document, spot) or [spot.box])
    pictures = {
        page: draw_page(PictureRequest(look.content, page, tuple(dict.fromkeys(drawn))))
        for page, drawn in boxes.items()
    }
    return Sight(tuple(find_passage(document, spot.start, spot.end) for spot in look.spots), pictures)


def find_passage(document: Document, start: int, end: int) -> Passage:
    """Find the sentence around a span, no more than 200 characters to a side.

    Words that fill their block (a heading, a cell) come with the blocks beside it, set off by ` / `.
    """
    block, last = document.block_at(start), document.block_at(max(start, end - 1))
    if block is None or last is None or start == end:
        return Passage("", document.text[start:end], "")
    before = _SENTENCE_END.split(document.text[block.start : start])[-1]
    after = _SENTENCE_END.split(document.text[end : last.end])[0]
    if not (before.strip() or after.strip() or block.label):
        before = _set_off(document, document.blocks.index(block) - 1, "{} / ")
        after = _set_off(document, document.blocks.index(last) + 1, " / {}")
    return Passage(_cut_left(before), document.text[start:end], _cut_right(after), block.label)


def find_line_boxes(document: Document, spot: Spot) -> list[Box]:
    """Find a box for each line that the words of a spot fill on its page: closer than one box around them all."""
    lines: list[Box] = []
    for word in document.words:
        if word.page != spot.page or word.end <= spot.start or word.start >= spot.end:
            continue
        x0, top, x1, bottom = word.box
        last = lines[-1] if lines else None
        if last and last[1] < (top + bottom) / 2 < last[3]:
            lines[-1] = (min(last[0], x0), min(last[1], top), max(last[2], x1), max(last[3], bottom))
        else:
            lines.append(word.box)
    return lines


def _set_off(document: Document, index: int, form: str) -> str:
    """Give the sentence of a neighbouring block that touches the words, or nothing at the edge."""
    if not 0 <= index < len(document.blocks):
        return ""
    sentences = _SENTENCE_END.split(document.words_of(document.blocks[index]))
    return form.format(sentences[-1 if form.startswith("{") else 0])


def _cut_left(text: str) -> str:
    return text if len(text) <= _LONGEST_SIDE else f"…{text[-_LONGEST_SIDE:]}"


def _cut_right(text: str) -> str:
    return text if len(text) <= _LONGEST_SIDE else f"{text[:_LONGEST_SIDE]}…"
