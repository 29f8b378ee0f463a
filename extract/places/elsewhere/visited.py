"""Towns of what is visited or shown on the way: `Une visite de la plateforme de mobilité de Chauny a complété le tout`.

A visit that its own line dates, or that is all that an entry tells, is where people meet; beside another place it is a
part of the programme.
"""

from __future__ import annotations

import re
from typing import Final

from extract.matching.gates import compile_gated
from extract.places.entries.layout import layout_of
from extract.places.grammar.context import DAY
from extract.places.grammar.phrases import Parts
from extract.places.page import Page

_THING: Final = compile_gated(
    r"\b(?:visites?|d[ée]couvertes?|pr[ée]sentations?|exemples?)\s(?:\w+[ée]e?s?\s)?"
    r"(?:de la|de l['’]|du|des|de|d['’])\s?"
    r"[^.;:!?,()\n]{0,70}(?:^|\s)(?:de\s|d['’]|du\s|[àa]\s)?$",
    re.IGNORECASE,
)
_FOLLOWS: Final = compile_gated(
    r"\b(?:ser(?:a|ont)\s(?:suivi|pr[ée]c[ée]d[ée]|prolong[ée])e?s?\s(?:de\s|d['’]|par\s)|se\sprolonger(?:a|ont)\s(?:par|avec)\s)"
    r"[^.;:!?\n]{0,90}$",
    re.IGNORECASE,
)
"""What comes before or after a meeting: `La séance du 30 mai sera suivie d'une visite de terrain à Hellemmes`."""
_REACH: Final = 120


def without_visited(page: Page, ordered: list[Parts]) -> list[Parts]:
    """The venues without the bare towns of what is visited, where another place is told for the same days.

    Nor is what follows a meeting where it is held, if that is told elsewhere on the page.
    """
    after = [parts for parts in ordered if _comes_after(page, parts)]
    if after and any(parts.city and parts.mode != "online" for parts in ordered if parts not in after):
        ordered = [parts for parts in ordered if parts not in after]
    shown = [parts for parts in ordered if _is_shown(page, parts)]
    if not shown:
        return ordered
    places = [parts for parts in ordered if parts not in shown and parts.city and parts.mode != "online"]
    told = [layout_of(page).around(place.start) for place in places]
    return [p for p in ordered if p not in shown or layout_of(page).around(p.start) not in told]


def _is_shown(page: Page, parts: Parts) -> bool:
    if parts.street or parts.name or not parts.city or "label" in parts.rule:
        return False
    start, end = page.sentences.at(parts.start)
    text = page.document.text
    if DAY.search(text, start, end):
        return False
    return _THING.search(text, max(start, parts.start - _REACH), parts.start) is not None


def _comes_after(page: Page, parts: Parts) -> bool:
    """Whether a place is that of what comes before or after the meeting that its sentence speaks of."""
    start, _ = page.sentences.at(parts.start)
    return _FOLLOWS.search(page.document.text, max(start, parts.start - _REACH), parts.start) is not None
