"""Meetings that are said to be moved to no day that is told: `La rencontre du 24 mars est reportée`."""

from __future__ import annotations

import re
from typing import Final

from extract.events.parts import Parts
from extract.matching.gates import compile_gated
from extract.records import DateReading

MOVED_AWAY: Final = compile_gated(
    r"(?<!se )(?<!s['’])(?:est|sont|a [ée]t[ée]|ont [ée]t[ée]|sera|seront),?\s(?:(?:quant [àa] )?\w+,?\s)?"
    r"(?:report|repouss|d[ée]cal|d[ée]plac|avanc)[ée]",
    re.IGNORECASE,
)
_MOVED_PARTICIPLE: Final = re.compile(rf"{MOVED_AWAY.pattern}\w*", re.IGNORECASE)
_ELSEWHERE_OR_LATER: Final = re.compile(
    r"\s(?:[àa]\s(?!une date|un autre|plus tard|la rentr[ée]e|l['’]automne|l['’][ée]t[ée])|au\s(?!mois|printemps|\d)|"
    r"dans\s|chez\s|vers\s|sur\s|en (?:ligne|visio|salle|mairie)|d['’]une (?:demi-)?heure|"
    r"de (?:\w+ )?(?:minutes|heures|quinze|trente|\d))",
    re.IGNORECASE,
)
"""What follows a move to another place or hour of the same day: `est déplacée à Arras`, `est décalée d'une heure`."""
_PLANNED: Final = re.compile(
    r"(?:pr[ée]vue?s?|programm[ée]e?s?|initiale?ment|annonc[ée]e?s?|qui devai\w+)\s[^.;]{0,40}$", re.IGNORECASE
)
NEXT_CLAUSE: Final = re.compile(
    r"[,;]\s(?:mais\s|et\s)?(?:une?|la|le|l['’]|nous|on|elles?|ils?|cel)(?![^\W_])", re.IGNORECASE
)


def is_moved_away(parts: Parts, date: DateReading, span: tuple[int, int]) -> bool:
    """Whether the meeting of a day is said to be moved, to no day that is told: `La rencontre du 24 mars est reportée`.

    Not where another subject begins behind the day (`Lors de la rencontre du 24 mars, la visite a été reportée`), nor
    where only the place or the hour changes.
    """
    text, after = parts.document.text, (date.where.end, span[1])
    moved = _MOVED_PARTICIPLE.search(text, *after) if MOVED_AWAY.may_match(text, *after) else None
    if moved is None:
        return False
    if _PLANNED.search(text[span[0] : date.where.start]):
        return True
    if NEXT_CLAUSE.search(text, date.where.end, moved.start()) is not None:
        return False
    return _ELSEWHERE_OR_LATER.match(text, moved.end(), span[1]) is None
