"""Where people are around a meeting and not for it: where they sleep, set out, worked before or are away.

`Un minibus part de Lille (gare Lille-Flandres)`, `Possibilité d'hébergement à l'auberge de Lille`, `La formatrice a
longtemps travaillé au CHU de Lille`, `Rien jeudi : les animatrices sont en formation à Arras`. All but where somebody
is away counts where no other place is told.
"""

from __future__ import annotations

import re
from typing import Final

from extract.matching.gates import compile_gated
from extract.places.grammar.context import CALENDAR_DAY, MEETING_NOUN, PEOPLE, SOMEBODY_THERE, is_passed
from extract.places.grammar.phrases import Parts
from extract.places.page import Page

_REACH: Final = 110
_SLEEPS: Final = compile_gated(
    r"(?<![^\W_])(?:h[ée]bergements?|nuit[ée]e?s?|dormir|coucher|(?:se|vous) loger|"
    r"(?:repas|d[ée]jeuner|d[îi]ner|buffet)\s(?:sera|est|pris|servi|aura lieu|se prendra|libre|vous|compris)|"
    r"se garer|stationne(?:r|ments?)|parkings?)(?![^\W_])[^.;!?:]{0,60}$",
    re.IGNORECASE,
)
"""What people do in a town before or behind a meeting, or in its middle."""
_ABOUT: Final = re.compile(r"(?<![^\W_])(?:sur|autour d|th[èe]me|consacr|d[ée]di)[^.;!?:]{0,40}$", re.IGNORECASE)
_WORKED: Final = compile_gated(
    r"(?<![^\W_])(?:a|avait|ont)\s(?:[ée]t[ée]\s)?(?P<long>longtemps\s|d['’]abord\s|autrefois\s|auparavant\s|pr[ée]c[ée]demment\s|"
    r"(?:pendant|durant)\s[\w'’ ]{2,25}?\sans\s)?(?:travaill|exerc|enseign|[ée]tudi|v[ée]cu|grandi|dirig|d[ée]but|"
    r"offici|fait (?:ses|toute sa)|commenc[ée] sa|pass[ée] \w+ ans)\w*(?![^\W_])[^.;!?:]{0,60}$",
    re.IGNORECASE,
)
"""What somebody did in a town in other years."""
_AWAY: Final = compile_gated(
    r"(?<![^\W_])(?:est|sont|sera|seront)\s(?:tou(?:te)?s\s)?en\s(?:formation|cong[ée]s?|d[ée]placement|stage|mission|s[ée]minaire)\s"
    r"[^.;!?:]{0,30}$",
    re.IGNORECASE,
)
"""Why those who are told of are not there."""


def without_whereabouts(page: Page, ordered: list[Parts]) -> list[Parts]:
    """The places without those where people only sleep, worked or are away."""
    ordered = [parts for parts in ordered if not _is_away(page, parts)]
    kept = [parts for parts in ordered if not _is_beside(page, parts)]
    return kept if any(parts.mode != "online" for parts in kept) else ordered


def is_where_people_are_away(text: str, start: int, position: int) -> bool:
    """Whether the words of a sentence from `start` to a town say that those who would be met are away there."""
    away = _AWAY.search(text, max(start, position - _REACH), position)
    return away is not None and _tells_of_people(text, start, away.start())


def _is_away(page: Page, parts: Parts) -> bool:
    start, end = page.sentences.at(parts.start)
    text = page.document.text
    return is_where_people_are_away(text, start, parts.start) and not CALENDAR_DAY.search(text, start, end)


def _is_beside(page: Page, parts: Parts) -> bool:
    text = page.document.text
    if "label" in parts.rule or parts.rule == "title":
        return False
    start, end = page.sentences.at(parts.start)
    if CALENDAR_DAY.search(text, start, end):
        return False
    first = max(start, parts.start - _REACH)
    if parts.mode == "online":
        return False
    if is_passed(text, start, parts.start):
        return True
    sleeps = _SLEEPS.search(text, first, parts.start)
    if sleeps is not None:
        about = MEETING_NOUN.search(text, first, parts.start) or _ABOUT.search(text, first, sleeps.start())
        return about is None
    worked = _WORKED.search(text, first, parts.start)
    return worked is not None and (worked["long"] is not None or _tells_of_people(text, start, worked.start()))


def _tells_of_people(text: str, start: int, end: int) -> bool:
    """Whether somebody is told of between two positions: `la formatrice, Agnès Delcourt,`."""
    return PEOPLE.search(text, start, end) is not None or SOMEBODY_THERE.search(text, start, end) is not None
