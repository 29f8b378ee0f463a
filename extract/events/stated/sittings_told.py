"""How many sittings a page says that an event has: `un cycle de quatre ateliers`, `trois dates au choix`.

A number that is that of the sittings read is one; any other counts only where the words say that it is a series.
"""

from __future__ import annotations

import re
from typing import Final

from extract.events.page.event_types import BEGINS_WITH_HOUR
from extract.events.parts import Parts
from extract.events.stated.found import Found, find_in_spans
from extract.matching.gates import compile_gated
from extract.numbers import NUMBER, parse_number

_SITTINGS: Final = compile_gated(
    rf"(?<![^\W_])(?P<count>{NUMBER})\s+(?:(?:nouve\w+|prochaine?s|courte?s|grande?s|autres|petite?s|belles)\s+)?(?:"
    r"(?:demi-)?journ[ée]es|sessions|s[ée]ances|modules|ateliers|rencontres|webinaires|temps(?= d|\s*:)|rendez-vous|"
    r"matin[ée]es|soir[ée]es|apr[èe]s-midi|dates|formations|r[ée]unions|visites|[ée]tapes|caf[ée]s|conf[ée]rences|"
    r"visioconf[ée]rences|visios|classes virtuelles|stages|jours|permanences|regroupements|sensibilisations|"
    r"(?:lun|mar|mercre|jeu|vendre|same)dis|week-ends)(?![^\W_])",
    re.IGNORECASE,
)
_SERIES: Final = re.compile(
    r"(?<![^\W_])(?:cycle|formation|parcours|s[ée]rie|programme|compos[ée]e?s?|d[ée]clin[ée]e?s?|articul[ée]e?s?|"
    r"structur[ée]e?s?|r[ée]parti\w*|organis\w+|propos\w+|lanc\w+|en|sur)(?![^\W_])[^.]{0,60}$",
    re.IGNORECASE,
)
_DONE: Final = re.compile(
    r"^[^.;\n]{0,60}?(?:ont rythm[ée]|parall[èe]le|au choix (?:l['’]|dans)|simultan)", re.IGNORECASE
)
_FIRST: Final = re.compile(r"(?:^|[\n.!?])\W*$")
_WITHIN_A_DAY: Final = re.compile(r"ateliers|temps|jours", re.IGNORECASE)
_LIST: Final = re.compile(r"\s*:")


def find_stated_sessions(parts: Parts, spans: list[tuple[int, int]], sittings: int) -> Found[int] | None:
    """The first number of sittings that the words tell, two at least; `sittings` are those that were read."""
    text = parts.document.text
    for match, (start, end) in find_in_spans(_SITTINGS, text, spans):
        count = parse_number(match["count"]) or 0
        if count < 2 or BEGINS_WITH_HOUR.match(text, start, end) or _DONE.match(text, match.end(), end):
            continue
        if count == sittings or _is_series(text, start, match):
            certainty = 0.95 if count == sittings else 0.8
            return Found(count, match.start(), match.end(), "stated_sessions", certainty)
    return None


def _is_series(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a number of sittings is said of a series: it opens its line, leads to a list, or says so."""
    before = text[max(start, match.start() - 120) : match.start()]
    if _FIRST.search(before) and not _WITHIN_A_DAY.search(match.group()):
        return True
    return _SERIES.search(before) is not None or _LIST.match(text, match.end()) is not None
