"""Days set as a badge: the number over its month, or the month over the number, each on a line of its own.

Agendas of many sites are laid out so (`12` / `oct.`, `NOV` / `09`, with the weekday above or the year below). The lines
of a badge become one, the number before its month. A month that heads several numbers is a heading and no badge.
"""

from __future__ import annotations

import re
from typing import Final

from extract.formats.html_page import Page
from extract.formats.lines import Line, join

_NUMBER: Final = re.compile(
    r"(?:(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]*\.?\s)?(?:0?[1-9]|[12]\d|3[01]|1er)", re.IGNORECASE
)
_MONTH: Final = re.compile(
    r"(?:janv(?:ier)?|f[ée]vr?(?:ier)?|mars?|avr(?:il)?|mai|juin?|juil(?:let)?|ao[ûu]t?|sept?(?:embre)?|oct(?:obre)?|"
    r"nov(?:embre)?|d[ée]c(?:embre)?)\.?(?: (?:19|20)\d\d)?",
    re.IGNORECASE,
)
_DAY: Final = re.compile(rf"{_NUMBER.pattern}\s(?:{_MONTH.pattern})", re.IGNORECASE)
_WEEKDAY: Final = re.compile(r"(?:lun|mar|mer|jeu|ven|sam|dim)(?:\.|di|credi|dredi|edi|anche)?", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_LONGEST: Final = 15
_FIRSTS: Final = frozenset("0123456789lmjvsdLMJVSD")
"""What the number of a badge begins with: a figure, or the first letter of a weekday."""


def join_badges(page: Page) -> None:
    """Put the lines of each badge into one line, in place."""
    lines = page.lines
    verses = page.verses()
    short = [i for i in verses if len(lines[i].text) <= _LONGEST and lines[i].text[:1] in _FIRSTS]
    numbers = [index for index in short if _is(_NUMBER, lines[index])]
    whole = [index for index in short if index + 1 < len(lines) and _is(_DAY, lines[index])]
    if not (numbers or whole):
        return
    over = all(index and _is(_MONTH, lines[index - 1]) and lines[index].row is None for index in numbers)
    parts: list[list[Line]] = [[line] for line in lines]
    for index in numbers:
        if index + 1 < len(lines) and _is(_MONTH, lines[index + 1]) and _are_together(lines[index], lines[index + 1]):
            _put_together(parts, index, index + 1)
        elif over:
            _put_together(parts, index, index - 1)
    for index in whole:
        if _is(_YEAR, lines[index + 1]) and _are_together(lines[index], lines[index + 1]):
            parts[index], parts[index + 1] = [join(lines[index], lines[index + 1])], []
    if any(not part for part in parts):
        page.replace(dict(enumerate(parts)))


def may_be_of_badge(line: Line) -> bool:
    """Whether a line can be a part of a badge, if the lines around it are."""
    return any(_is(pattern, line) for pattern in (_NUMBER, _MONTH, _DAY, _WEEKDAY, _YEAR))


def _put_together(parts: list[list[Line]], number: int, month: int) -> None:
    """Join a number with its month, the weekday above them and the year below them; the others are left empty."""
    first, last = min(number, month), max(number, month)
    if not (parts[number] and parts[month]):
        return
    whole = join(parts[number][0], parts[month][0])
    if (
        last + 1 < len(parts)
        and parts[last + 1]
        and _is(_YEAR, parts[last + 1][0])
        and _are_together(whole, parts[last + 1][0])
    ):
        whole = join(whole, parts[last + 1][0])
        parts[last + 1] = []
    if first and parts[first - 1] and _is(_WEEKDAY, parts[first - 1][0]) and _are_together(parts[first - 1][0], whole):
        whole = join(parts[first - 1][0], whole)
        parts[first - 1] = []
    parts[number], parts[month] = [], []
    parts[first] = [whole]


def _is(pattern: re.Pattern[str], line: Line) -> bool:
    return len(line.text) <= _LONGEST and pattern.fullmatch(line.text) is not None


def _are_together(one: Line, other: Line) -> bool:
    """Whether two lines stand in no table, or in one cell of it."""
    return (one.row, one.column) == (other.row, other.column)
