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

from extract.document import Block, Document
from extract.records import DateReading

OLDEST_NEWS: Final = 1995
"""No page of a site is older: a day before this year is history that is told, and dates nothing else on the page."""
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
_DONE_FOR_GOOD: Final = frozenset(("founded", "cue:act", "cue:law"))


def find_facts(written: Sequence[DateReading]) -> tuple[dt.date, ...]:
    """The days near which others are looked for, from those written in full: what was done for good comes last."""
    told = [d for d in written if d.role in ("event", "other", "past") and d.first_day.year >= OLDEST_NEWS]
    lasting = [d for d in told if d.rule not in _DONE_FOR_GOOD]
    limits = () if lasting else tuple(sorted(d.last_day for d in written if d.role == "registration_deadline"))
    return limits or tuple(sorted(d.first_day for d in lasting or told))


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
