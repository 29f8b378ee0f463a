"""Days under a heading that is about signing up: `Inscription` over `En ligne jusqu'au 5 novembre`."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import Final

from extract.document import Document
from extract.matching.leaping import compile_leaping
from extract.records import DateReading

_SIGNS_UP: Final = re.compile(
    r"(?<![^\W_])(?:inscri\w+|s['’]inscrire|candidat\w+|r[ée]serv\w+|d[ée]p[ôo]t\w*)(?![^\W_])", re.IGNORECASE
)
_UNTIL: Final = compile_leaping(
    r"(?:jusqu['’ ](?:au|à|en)|avant le|au plus tard le|d['’]ici (?:au|le))\s(?:[^\W\d_]+di\s)?$", re.IGNORECASE
)
_LEAD: Final = 30
_LONGEST_HEAD: Final = 60


def settle_deadlines(document: Document, dates: list[DateReading]) -> list[DateReading]:
    """The dates, those until which something is open under a heading about signing up as deadlines."""
    text = document.text
    until = [
        d
        for d in dates
        if d.role in ("other", "event")
        and d.starts_at is None
        and d.first_day == d.last_day
        and _UNTIL.search(text[max(0, d.where.start - _LEAD) : d.where.start])
    ]
    if not until:
        return dates
    heads = [b for b in document.blocks if b.kind == "heading"]
    starts = [b.start for b in heads]
    kept = []
    for date in dates:
        above = bisect_right(starts, date.where.start) - 1 if date in until else -1
        head = document.words_of(heads[above]) if above >= 0 else ""
        due = len(head) <= _LONGEST_HEAD and _SIGNS_UP.search(head) is not None
        kept.append(replace(date, role="registration_deadline", rule="heading_signs_up") if due else date)
    return kept
