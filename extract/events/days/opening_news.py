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

from extract.document import Block, Document
from extract.events.page.naming import find_event_type
from extract.events.stated.participants import tells_attendance
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
_MET: Final = re.compile(
    r"(?<![^\W_])(?:retrouv|r[ée]uni|rassembl|rencontr|accueil|particip|d[ée]plac|pr[ée]sent|assist|d[ée]roul|tenue?s?|tenait|"
    r"[ée]chang|visit|convi|invit)",
    re.IGNORECASE,
)
"""Words of those who met: the news may as well be that of a government, or of works."""

WAS_DONE: Final = re.compile(
    r",\s[^.;:!?]{3,90}?(?<![^\W_])(?:a|ont)\s[ée]t[ée]\s(?:[^\W\d_]+ment\s)?"
    r"(?!(?:accueilli|re[çc]u|organis|r[ée]uni|rassembl|convi|inaugur|c[ée]l[ée]br|f[êe]t)\w*)[^\W\d_]+(?:é|i|u|is|it)e?s?(?![^\W_])",
    re.IGNORECASE,
)
"""What was done on a day, in the passive: nobody says so of a meeting of his own."""


def give_opening_news(document: Document, dates: list[DateReading], published: dt.date) -> list[DateReading]:
    """The dates, with the day of the meeting that the first paragraph tells of as that of an event.

    So is the day of a section of its own that tells how many came (`C'était en février` over `Soixante personnes ont
    suivi, le 10 février, …`). `published` is when the page was put up.
    """
    return [
        replace(date, role="event", rule="news_of_opening") if _is_news(document, date, dates, published) else date
        for date in dates
    ]


def _is_news(document: Document, date: DateReading, dates: list[DateReading], published: dt.date) -> bool:
    """Whether a day that was set aside for its words is the only one of the first paragraph, or of such a section."""
    if date.rule not in _SET_ASIDE or date.precision != "day" or not 0 < (published - date.last_day).days <= _FRESH:
        return False
    block = document.block_at(date.where.start)
    if block is None or block.kind not in _RUNNING:
        return False
    if any(d is not date and d.precision == "day" and block.start <= d.where.start < block.end for d in dates):
        return False
    words = slice(*find_sentence(document.text, date.where.start, block.start, block.end))
    told = document.text[words]
    if date.starts_at is None and WAS_DONE.match(document.text, date.where.end, words.stop) is not None:
        return False
    if _LEADS_ON.search(told) is not None or not (find_event_type(told) or _MET.search(told) or tells_attendance(told)):
        return False
    opening = next((b for b in document.blocks if b.kind in _RUNNING and b.end - b.start >= _SHORTEST), None)
    return block == opening or (_opens_section(document, block) and tells_attendance(told))


def _opens_section(document: Document, block: Block) -> bool:
    index = document.index_of(block)
    return index > 0 and document.blocks[index - 1].kind == "heading"
