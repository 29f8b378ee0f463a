"""The day of the meeting that a page opens with: what its first paragraph looks back on is its news, not an aside.

`Cent dix participants, beaucoup de questions : retour sur la journée qui s'est tenue le 6 février 2025 à Soissons` and
`Cinquante personnes avaient fait le déplacement, le 17 mars, à la salle des fêtes` are told some weeks later. A first
paragraph that leads on from a former meeting (`Après la journée du 6 février, …`) tells of the next one.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from extract.document import Document
from extract.records import DateReading
from extract.sentences import find_sentence

_FRESH: Final = 60
"""Days within which a page tells of a meeting as its news."""
_RUNNING: Final = ("lead", "paragraph")
_SHORTEST: Final = 60
"""Characters of a paragraph; lines above it count its readers or name its rubric."""
_SET_ASIDE: Final = ("former_meeting", "paper_of_former_meeting", "before_announcement")
_LEADS_ON: Final = re.compile(
    r"(?<![^\W_])(?:apr[èe]s|suite|prolong\w+|depuis|comme|lors|dans la (?:foul[ée]e|continuit[ée])|"
    r"(?:a|avait|ont|avaient) (?:[ée]t[ée] )?(?:d[ée]cid|annonc|adopt|sign|vot|act|lanc|publi|prom|ouv|"
    r"vu le|cr[ée]|install|d[ée]marr)\w+|"
    r"(?:prochaine?|nouvelle|nouveau|deuxi[èe]me|seconde?)s?)(?![^\W_])",
    re.IGNORECASE,
)


def give_opening_news(document: Document, dates: list[DateReading], published: dt.date) -> list[DateReading]:
    """The dates, with the day of the meeting that the first paragraph tells of as that of an event.

    `published` is when the page was put up.
    """
    opening = next((b for b in document.blocks if b.kind in _RUNNING and b.end - b.start >= _SHORTEST), None)
    told = [d for d in dates if opening is not None and opening.start <= d.where.start < opening.end]
    days = [d for d in told if d.precision == "day"]
    if opening is None or len(days) != 1 or days[0].rule not in _SET_ASIDE:
        return dates
    if not 0 < (published - days[0].last_day).days <= _FRESH:
        return dates
    start, end = find_sentence(document.text, days[0].where.start, opening.start, opening.end)
    if _LEADS_ON.search(document.text, start, end) is not None:
        return dates
    return [replace(d, role="event", rule="news_of_opening") if d is days[0] else d for d in dates]
