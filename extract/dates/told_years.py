"""A year told before its days in the same sentence: `Calendrier 2021 – 2 février, 9 mars`, `En 2024, … les 16 janvier`.

A year is one of days only by the word it stands with: an event or a calendar (`Forum 2017`), or `en`, `pour l'année` at
the head of a clause. The year of a plan or a call (`Quartiers 2030`, `contrat de ville 2024-2030`) is none.
"""

from __future__ import annotations

import re
from typing import Final

from extract.dates.cues import is_event_word
from extract.dates.expressions import Group, Period, Unread
from extract.dates.lexicon import lower_case
from extract.dates.parsing import Expression
from extract.matching.leaping import compile_leaping

_MOST_STEPS: Final = 16
_REACH: Final = 120
"""Characters between the year and the first of its days, or between one day and the next."""
_STOP: Final = compile_leaping(r"\n|[.!?;]\s")
_HEAD: Final = re.compile(r"(?:^|[.!?;:(\n•–-]\s*)(?:en|pour|(?:pour |durant |pendant )?(?:l['’])?ann[ée]e)\s+$")
_CALENDAR: Final = re.compile(
    r"(?<![^\W_])(?:calendriers?|agendas?|plannings?|programme|programmation|dates?|saisons?|[ée]ditions?)"
    r"(?: (?:de l['’]ann[ée]e|pour))?\s+$"
)
_RECALLS: Final = re.compile(
    r"(?<![^\W_])(?:temps forts?|faits? marquants?|moments forts?|bilans?|r[ée]trospective|rappel|retour sur|actions?|"
    r"activit[ée]s|animations?|manifestations?|sorties?|projets?)"
    r"(?: [\w'’-]+){0,3}? (?:(?:de|en|pour) (?:l['’]ann[ée]e )?)?$"
)
"""What is told of a year before a colon: `les temps forts de 2025 : le carnaval du 8 mars`, `Projets 2026 :`."""
_COLON: Final = re.compile(r"\s?:(?!\d)")


def find_told_year(text: str, expressions: list[Expression], index: int) -> int | None:
    """The year told before the day at `index` in its own sentence, or None; another day with its year comes first."""
    end = expressions[index].start
    for position in range(index - 1, max(-1, index - _MOST_STEPS), -1):
        before = expressions[position]
        if end - before.end > _REACH or _STOP.search(text, before.end, end):
            return None
        if isinstance(before, Period) or (isinstance(before, Group) and before.year_from is not None):
            return None
        if isinstance(before, Unread) and before.reason == "year_only":
            return _read_told(text, before)
        end = before.start
    return None


def _read_told(text: str, year: Unread) -> int | None:
    """The year, where the word before it makes it the year of what follows."""
    words = text[year.start : year.end]
    if not words.isdecimal():
        return None
    lead = lower_case(text[max(0, year.start - 40) : year.start])
    if _RECALLS.search(lead) and _COLON.match(text, year.end):
        return int(words)
    if _HEAD.search(lead) or _CALENDAR.search(lead) or is_event_word(lead):
        return int(words)
    return None
