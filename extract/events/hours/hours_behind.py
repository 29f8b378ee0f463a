"""Hours behind their days: in the same paragraph, or at the head of the sentence behind a list of days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from extract.events.parts import LooseHours, Parts, standing_between
from extract.records import DateReading

_FEWEST: Final = 2
_COMES: Final = re.compile(
    r"\W*(?:rendez-vous|rdv|accueil|d[ée]part|d[ée]but|coup d['’]envoi|ouverture(?: des portes)?|[àa] partir de|d[èe]s)"
    r"(?:\s[^\W\d_]+){0,3}?\s(?:[àa]|d[èe]s|vers)?\s?",
    re.IGNORECASE,
)
_OPENS: Final = 12
"""Characters within which hours open a sentence."""


def find_hours_behind(parts: Parts, mentions: Iterable[DateReading]) -> LooseHours | None:
    """The only hours between a day and the next day of its paragraph (`les 7 et 8 mai. Ouvert de 9h à 12h`)."""
    for date in mentions:
        block = parts.block_of(date.where.start)
        if block is None or block.kind == "cell":
            continue
        later = standing_between(parts.dates, date.where.end, block.end)
        end = later[0].where.start if later else block.end
        hours = [h for h in parts.loose_hours if date.where.end <= h.start < end]
        hours = hours or _open_next_sentence(parts, date, block.end)
        if len(hours) == 1 and hours[0].ends_at:
            return hours[0]
        if hours and hours[0].starts_at and _leads(parts, date, hours[0]):
            return hours[0]
    return None


def _leads(parts: Parts, date: DateReading, hours: LooseHours) -> bool:
    """Whether the sentence behind that of a day opens with when people come: `… le 20 avril. Rendez-vous à 18h30`."""
    _, end = parts.sentence_of(date.where.start)
    start, _ = parts.sentence_of(hours.start)
    between = parts.document.text[end:start].strip()
    return not between and start >= end and _COMES.fullmatch(parts.document.text, start, hours.start) is not None


def _open_next_sentence(parts: Parts, date: DateReading, end: int) -> list[LooseHours]:
    """The hours at the head of the sentence behind several days (`le 3 à Lens et le 5 à Avion. De 9h à 17h`)."""
    sentence = parts.sentence_of(date.where.start)
    if len({d.first_day for d in standing_between(parts.dates, *sentence)}) < _FEWEST:
        return []
    return [h for h in parts.loose_hours if sentence[1] <= h.start < min(end, sentence[1] + _OPENS)]
