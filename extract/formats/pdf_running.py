"""Running headers, footers and page numbers: lines at the edges of the page that come again on other pages."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from extract.formats.pdf_lines import VisualLine, build_visual_lines
from extract.formats.pdf_words import PageWord
from extract.plain_keys import plain_key

_EDGE = 0.13  # of the height of the page
_MOST_LINES = 3
_AMONG = 0.5
_LARGE = 1.25
# Where the number of the page stands in a running line; other numbers are words of it.
_PAGE_NUMBER = re.compile(
    r"^\d{1,3}\b(?= ?[-–—|•·]| [^\W\d]{4})|(?<=[-–—|•· ])\d{1,3}$|(?<=page )\d{1,3}|\d{1,3}(?= ?(?:/|sur) ?\d{1,3}$)"
)
_MONTH = re.compile(
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)[.,]?", re.IGNORECASE
)
_NUMBER = re.compile(r"[-–—|•·]? ?(?:page|p\.)? ?(?:\d{1,4}|[ivx]{1,6})(?: ?(?:/|sur|of|de) ?\d{1,4})? ?[-–—|•·]?")


class Running(NamedTuple):
    """What comes again at the edges of a document's pages, and the usual size of its type."""

    keys: frozenset[str] = frozenset()
    usual: float = 10.0


def edge_lines(words: list[PageWord], height: float) -> list[VisualLine]:
    """The first and last printed lines that stand in the margins of a page."""
    edge = _EDGE * height
    top = build_visual_lines([word for word in words if word.bottom <= edge])[:_MOST_LINES]
    bottom = build_visual_lines([word for word in words if word.top >= height - edge])[-_MOST_LINES:]
    return top + bottom


def key_of(line: VisualLine, usual: float) -> str:
    """What a running line says, whatever the number in it; in large type (`Session 2`) the number counts."""
    text = plain_key(line.text())
    return text if line.size > _LARGE * usual else _PAGE_NUMBER.sub("#", text)


def running_keys(pages: list[list[VisualLine]], usual: float) -> frozenset[str]:
    """The keys that come again: on at least two pages, and on half of those looked at."""
    if len(pages) < 2:
        return frozenset()
    counts = Counter(key for lines in pages for key in {key_of(line, usual) for line in lines})
    return frozenset(key for key, count in counts.items() if count >= max(2, _AMONG * len(pages)) and key != "#")


def usual_size(words: list[PageWord]) -> float:
    """The type size of most characters, to half a point; 10 where there are none."""
    counts: dict[float, int] = {}
    for word in words:
        size = round(word.size * 2) / 2
        counts[size] = counts.get(size, 0) + len(word.text)
    return max(counts.items(), key=lambda item: item[1])[0] if counts else 10.0


def is_page_number(line: VisualLine) -> bool:
    """Whether a line in the margin is but the number of the page."""
    return _NUMBER.fullmatch(plain_key(line.text())) is not None


def _is_day(words: list[PageWord], line: VisualLine) -> bool:
    """Whether a number is that of a day, as posters set it: its month stands right below it."""
    below = [word for word in words if line.bottom - 1 <= word.top <= line.bottom + 2 * line.size]
    first = min(below, key=lambda word: (round(word.top), word.x0), default=None)
    return first is not None and _MONTH.fullmatch(plain_key(first.text)) is not None


def take_out(
    words: list[PageWord], height: float, running: Running, *, first: bool
) -> tuple[list[PageWord], list[VisualLine]]:
    """Part the words of a page from its running lines. Large type of the first page is its title, and stays."""
    found = []
    for line in edge_lines(words, height):
        if first and line.size > _LARGE * running.usual:
            continue
        if (is_page_number(line) and not _is_day(words, line)) or key_of(line, running.usual) in running.keys:
            found.append(line)
    if not found:
        return words, []
    gone = {id(word) for line in found for word in line.words}
    return [word for word in words if id(word) not in gone], found
