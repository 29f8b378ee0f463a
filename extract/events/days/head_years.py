"""What dates a day of a page that has no stamp: the days of meetings that it writes in full, and the year in its head.

What was done once for good (`créée le 7 octobre 1998`, `lancé par le comité du 6 mars 2015`) dates nothing else on the
page where anything is told better: another day in full, or the one year of the lines above its first table or list
(`Plan de formation 2023 du département`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from extract.dates.lexicon import MONTHS
from extract.document import Block, Document
from extract.records import DateReading

OLDEST_NEWS: Final = 1995
"""No page of a site is older: a day before this year is history that is told, and dates nothing else on the page."""
_TERM: Final = 1100
"""Days from an act to the end of the term that it sets."""
_MOST_LINES: Final = 5
_LONGEST: Final = 100
_HEADS: Final = ("title", "heading", "paragraph", "lead", "caption")
_YEAR: Final = re.compile(r"(?<![\d./-])(?:19|20)\d\d(?!\d|[./-]\d)")
# The end of a plan, of a budget, of history, or the last part of a day written in full.
_OTHERS: Final = re.compile(
    r"(?:19|20)\d\d\s?[-–/]\s?(?:19|20)?\d\d|"
    r"(?<![^\W_])(?:depuis|dès|avant|apr[èe]s|jusqu['’]en|horizon|quartiers?|loi|d[ée]cret|circulaire|arr[êe]t[ée]|"
    r"bilan|rapport|budget|vision|objectif|cr[ée]{2}e?s?(?: en)?|fond[ée]e?s?(?: en)?|sign[ée]e?s?(?: en)?|"
    r"n[ée]e?s?(?: en)?|appel [àa] (?:projets?|candidatures?)|contrats? de ville)\s[^\d\n]{0,40}(?:19|20)\d\d|"
    r"(?:janv|f[ée]vr|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c)[^\W\d_]{0,6}\.?\s(?:19|20)\d\d",
    re.IGNORECASE,
)
_SURE: Final = 0.95
"""Certainty of a day whose year stands beside it, and is not only that of its list."""
_DONE_FOR_GOOD: Final = frozenset(("founded", "cue:act", "cue:law"))


_MONTH_NAME: Final = "|".join(MONTHS)
_MONTH_OF_ISSUE: Final = re.compile(
    rf"^(?P<lead>[^\n]{{0,80}}?)(?<![^\W_])(?P<month>{_MONTH_NAME})(?:\s?(?:[-–/&]|et)\s?(?P<second>{_MONTH_NAME}))?\s"
    r"(?P<year>20\d\d)\W*$",
    re.IGNORECASE,
)
"""A line that ends with the month of what came out then: `Lettre du réseau – décembre 2021`."""
_IN_TEXT: Final = re.compile(
    rf"\d\W*$|(?<![^\W_])(?:depuis|d[èe]s|fin|d[ée]but|mi|avant|apr[èe]s|jusqu\w*|au|[àa]|{_MONTH_NAME})(?![^\W_])[^\n]{{0,12}}$",
    re.IGNORECASE,
)
"""What stands before the month of a day, or of a limit or a longer time."""


def find_month_of_issue(document: Document) -> dt.date | None:
    """The first day of the one month with its year that ends the title or a short line of the head; None of two."""
    heads = (document.words_of(block) for block in islice(_lines_of_head(document), _MOST_LINES))
    found = set()
    for words in (document.title, *heads):
        told = _MONTH_OF_ISSUE.match(words) if len(words) <= _LONGEST else None
        if told is not None and not _IN_TEXT.search(told["lead"]) and not _YEAR.search(told["lead"]):
            found.add(dt.date(int(told["year"]), MONTHS.index(told["month"].lower()) + 1, 1))
    return found.pop() if len(found) == 1 else None


def find_facts(written: Sequence[DateReading]) -> tuple[dt.date, ...]:
    """The days near which others are looked for, from those written in full: what was done for good comes last.

    Days of meetings come first: what is told besides (`depuis le 1er octobre 2019`) may lie years from them.
    """
    told = [d for d in written if d.role in ("event", "other", "past") and d.first_day.year >= OLDEST_NEWS]
    lasting = [d for d in told if d.rule not in _DONE_FOR_GOOD and not _is_end_of_term(d)]
    lasting = lasting or _newest_act(written, told)
    vague = all(d.precision in ("month", "season") for d in lasting)
    limits = () if not vague else tuple(sorted(d.last_day for d in written if d.role == "registration_deadline"))
    meetings = [d for d in lasting if d.role == "event" and d.precision == "day" and d.certainty >= _SURE]
    return limits or tuple(sorted(d.first_day for d in meetings or lasting or told))


def _is_end_of_term(date: DateReading) -> bool:
    """Whether a day is the end of a year until which something lasts: it lies years ahead of what is told with it."""
    alone = date.role == "other" and date.first_day == date.last_day
    return alone and (date.last_day.month, date.last_day.day) == (12, 31)


def _newest_act(written: Sequence[DateReading], told: list[DateReading]) -> list[DateReading]:
    """The newest law or circular of a page whose days told in full are ends of terms, where it lies near them."""
    ends = [d.first_day for d in told if _is_end_of_term(d)]
    acts = [d for d in written if d.role == "law" and any(0 < (end - d.first_day).days < _TERM for end in ends)]
    return [max(acts, key=lambda d: d.first_day)] if acts else []


def find_year_of_head(document: Document, written: Sequence[DateReading]) -> tuple[int, ...]:
    """The one year that the lines above the first table, list or dated line tell alone; nothing where they tell two.

    Asked only of a page without a stamp. A meeting whose day is told in full dates the others itself, and so does any
    day near that year.
    """
    if any(d.role == "event" for d in written):
        return ()
    dated = min((d.where.start for d in written), default=len(document.text))
    years: set[int] = set()
    for block in islice(_lines_of_head(document), _MOST_LINES):
        if block.start <= dated < block.end or block.kind not in _HEADS:
            break
        if block.end - block.start <= _LONGEST:
            years |= {int(year) for year in _YEAR.findall(_OTHERS.sub("", document.words_of(block)))}
    near = {d.first_day.year + shift for d in written if d.rule not in _DONE_FOR_GOOD for shift in (-1, 0, 1)}
    return tuple(years) if len(years) == 1 and not years & near else ()


def _lines_of_head(document: Document) -> Iterator[Block]:
    return (block for block in document.blocks if block.kind != "furniture")
