"""A year told by a line of its own above its days: `Sessions 2022 :` over a list, `Saison 2024-2025` under the title.

A line heads what is below it where it is short, holds no day, and ends with its year. A school year (`2024-2025`) gives
its autumn to the first year and the rest to the second; a period (`1er semestre 2022`) heads the days of its months.
A line that looks back (`Bilan du programme 2018`) heads nothing, and an item of a list heads no other item of it.
"""

from __future__ import annotations

import re
from typing import Final

from extract.dates.cues import is_event_word
from extract.dates.expressions import Group, Period, Unread
from extract.dates.lexicon import lower_case
from extract.dates.parsing import Expression

_MOST_STEPS: Final = 40
_REACH: Final = 1800
_LONGEST_LINE: Final = 90
_RENTREE: Final = 8
"""The month from which days of a school year lie in its first year."""
_BEHIND: Final = re.compile(r"[^\w\n]*(?:\([^()\n]{0,50}\)|[–—-]\s[^\n\d]{3,70})?[^\w\n]*(?=\n|$)")
_SCHOOL_YEAR: Final = re.compile(r"(?P<first>20\d\d)\s?[-–/]\s?(?P<last>(?:20)?\d\d)")
_LEAD: Final = re.compile(
    r"(?:^|\n)[^\w\n]*$|(?<![^\W_])(?:calendriers?|agendas?|plannings?|programmes?|programmation|dates?|saisons?|"
    r"[ée]ditions?|ann[ée]es?(?: scolaires?| universitaires?)?|rentr[ée]e|plan de formation|offre de formation|"
    r"catalogue|tourn[ée]e|rendez-vous|(?<![^\n])projets|perspectives|manifestations|festivit[ée]s)"
    r"(?: [\w'’-]+){0,6}?[ :–—-]+$"
)
_LOOKS_BACK: Final = re.compile(
    r"(?<![^\W_])(?:bilans?|comptes?[ -]rendus?|rapports?|retours?|r[ée]trospectives?|rappels?|[ée]valuations?|"
    r"r[ée]sultats?|cl[ôo]ture)(?![^\W_])"
)
_MARK: Final = re.compile(
    r"[ \t]*(?:(?P<number>\d{1,2}|[a-z])[.)/]|(?P<bullet>[-–—•*▪→]))[ \t]+"
    r"(?P<day>(?:(?:les?|du)\s)?(?:[^\W\d_]{3,8}\.?\s)?\d)?"
)


def find_heading_year(text: str, expressions: list[Expression], index: int, month: int) -> int | None:
    """The year that a line above the day at `index` tells for its month (1 to 12), or None; a dated day comes first."""
    line = text.rfind("\n", 0, expressions[index].start)
    for position in range(index - 1, max(-1, index - _MOST_STEPS), -1):
        before = expressions[position]
        if line - before.end > _REACH:
            return None
        if isinstance(before, Group) and before.year_from is not None:
            return None
        if before.end > line or not _heads(text, before, expressions, position):
            continue
        year = _year_of(text, before, expressions, position, month)
        if year is not None:
            return year
    return None


def _heads(text: str, year: Expression, expressions: list[Expression], position: int) -> bool:
    """Whether a line is short, ends behind this year and holds no day."""
    start = text.rfind("\n", 0, year.start) + 1
    if year.end - start > _LONGEST_LINE or not _BEHIND.match(text, year.end):
        return False
    if _LOOKS_BACK.search(lower_case(text[start : year.start])) or _is_one_item(text, start, year.end):
        return False
    if "," in text[start : year.start] and text.startswith(".", year.end):
        return False  # `Au menu : tour de table, attentes, choix des thèmes de l'année 2014.` heads nothing
    beside = expressions[max(0, position - 3) : position]
    return not any(isinstance(other, Group) and other.start >= start for other in beside)


def _is_one_item(text: str, start: int, end: int) -> bool:
    """Whether a line is an item of a list whose next one, in the line behind, is no day of it."""
    here, behind = _MARK.match(text, start), _MARK.match(text, text.find("\n", end) + 1)
    if here is None or behind is None or here["bullet"] != behind["bullet"]:
        return False
    return behind["day"] is None


def _year_of(text: str, year: Expression, expressions: list[Expression], position: int, month: int) -> int | None:
    if isinstance(year, Period):
        inside = year.first_month <= month <= year.last_month
        return year.year if inside and year.precision != "month" else None
    if not isinstance(year, Unread) or year.reason != "year_only":
        return None
    start = year.start
    before = expressions[position - 1] if position else None
    if isinstance(before, Unread) and re.fullmatch(r"\s?[-–/]\s?", text[before.end : start]):
        start = before.start
    lead = lower_case(text[max(0, start - 80) : start])
    if not (_LEAD.search(lead) or is_event_word(lead)):
        return None
    words = text[start : year.end]
    return int(words) if words.isdecimal() else _school_year(words, month)


def _school_year(words: str, month: int) -> int | None:
    span = _SCHOOL_YEAR.fullmatch(words)
    if span is None or (int(span["first"]) + 1) % 100 != int(span["last"]) % 100:
        return None
    return int(span["first"]) + (month < _RENTREE)
