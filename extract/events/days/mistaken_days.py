"""Days that a page takes back as a mistake of its own: they were never those of a meeting.

`Une erreur s'est glissée dans notre message : la réunion n'a pas lieu le 12 juin mais le 19 juin`. Without such words
the old day is that of a meeting that was moved.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.events.parts import Parts, standing_between
from extract.events.states.exchanged import is_exchanged
from extract.matching.gates import compile_gated
from extract.records import DateReading

_MISTAKE: Final = compile_gated(
    r"(?<![^\W_])(?:errat(?:um|a)|rectificati(?:f|on)s?|correctifs?|coquilles?|mea culpa|(?:il )?fallait lire|"
    r"(?:il )?faut(?: donc)? lire|erreurs? (?:de (?:date|jour|frappe|notre part|ma part)|s['’](?:est|[ée]tait) "
    r"gliss[ée]e?s?)|(?:annonc|indiqu|imprim|[ée]crit|communiqu|not)\w* par erreur|nous sommes tromp[ée]s|"
    r"me suis tromp[ée]e?)(?![^\W_])",
    re.IGNORECASE,
)


def take_back_mistakes(parts: Parts) -> Parts:
    """The parts of a page, with the days that it takes back for others of their sentence as no event's."""
    if _MISTAKE.search(parts.document.text) is None:
        return parts
    return replace(parts, dates=tuple(_taken_back(parts, date) for date in parts.dates))


def _taken_back(parts: Parts, date: DateReading) -> DateReading:
    if date.role != "event" or date.precision != "day":
        return date
    beside = standing_between(parts.dates, *parts.sentence_of(date.where.start))
    beside = [other for other in beside if other.role == "event"]
    return replace(date, role="other", rule="told_by_mistake") if is_exchanged(parts, date, beside) else date
