"""Days of other events: those below a heading that says so (`Les autres rendez-vous du cycle`, `À noter aussi`).

Such a section stands beside an event that the page tells with its hours; the days in it have none, as the page only
points to them. Where no day outside of it is told so, the section is what the page is about.
"""

from __future__ import annotations

import re
from typing import Final

from extract.events.parts import Parts
from extract.plain_keys import plain_key
from extract.records import DateReading

_MEETINGS: Final = (
    r"(?:rendez-vous|rdv|evenements?|dates?|rencontres?|visites?|ateliers?|sessions?|etapes?|seances?|webinaires?|"
    r"journees?|soirees?|formations?|stages?|conferences?|manifestations?|animations?|actualites?|editions?)"
)
_OTHERS: Final = re.compile(
    rf"(?:(?:les|nos|vos|mes) )?autres {_MEETINGS}\b.{{0,40}}|"
    rf"(?:les |nos )?{_MEETINGS} (?:similaires?|associee?s?)(?: .{{0,30}})?|"
    r"(?:et|a noter|a voir|a lire|a decouvrir) (?:aussi|egalement)|egalement(?: a l'agenda)?"
)
"""What comes next in a network is a sitting of its own (`Prochaine rencontre`), and no heading of this kind."""


def find_days_of_others(parts: Parts, dates: list[DateReading]) -> list[DateReading]:
    """The days below a heading of other events, where a day outside of such a section is told with its hours."""
    below = [date for date in dates if _OTHERS.fullmatch(_heading_over(parts, date))]
    first = min((date.where.start for date in below), default=0)
    told = {date.first_day for date in dates if date not in below and date.starts_at and date.where.start < first}
    return [d for d in below if d.first_day not in told] if told and not any(d.starts_at for d in below) else []


def _heading_over(parts: Parts, date: DateReading) -> str:
    """The heading above the line of a day, in plain letters; empty where it stands in the heading or above all."""
    above = [block for block in parts.blocks if block.kind == "heading" and block.start <= date.where.start]
    if not above or date.where.start < above[-1].end:
        return ""
    return plain_key(parts.document.words_of(above[-1])).strip(" .:!…")
