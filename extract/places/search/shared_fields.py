"""A field that tells several places, each of some sittings: `Espace Foch, Laon (modules 1 et 2) ; visioconférence`.

Its parts are set off by a semicolon, or behind the bracket that says which sittings a place is of. Each must tell its
town or that people meet at a distance: the lines of one address may be set off in the same way.
"""

from __future__ import annotations

import re
from typing import Final

from extract.places.grammar.phrases import Parts, parse_region
from extract.places.page import Page

_OF_SITTINGS: Final = (
    r"\((?:pour\s)?(?:l[ae]s?\s|l['’])?(?:(?:\w+\s){0,2}(?:premi|derni)[^()]{2,40}|"
    r"(?:jours?|journ[ée]es?|s[ée]ances?|sessions?|modules?|ateliers?|rencontres?|[ée]tapes?|dates?|matin|"
    r"apr[èe]s-midi|soir|deuxi[èe]me|seconde?|troisi[èe]me)(?![^\W_])[^()]{0,40})\)"
)
_FOR_SITTINGS: Final = (
    r"\spour\s(?:l[ae]s?\s|l['’])(?:(?:jours?|journ[ée]es?|s[ée]ances?|sessions?|modules?|ateliers?|rencontres?|[ée]tapes?)\s"
    r"(?:n\s?°\s?)?\d[^,;()\n]{0,20}|[^,;()\n]{0,20}(?:premi(?:er|[èe]re)|derni(?:er|[èe]re)|deuxi[èe]me|second|autre)[^,;()\n]{0,20}),\s"
)
_PART: Final = re.compile(
    rf";\s+|{_FOR_SITTINGS}|(?P<bracket>{_OF_SITTINGS})\s?(?:[,/]|[–—-]\s|(?:et|puis)\s)?\s?(?=\w)", re.IGNORECASE
)


def parse_shares(page: Page, start: int, end: int) -> list[Parts]:
    """Read the places of a field part by part, where each part tells where; else the field as a whole."""
    whole = page.region(start, end)
    cuts = [match.end() for match in _PART.finditer(page.document.text, start, end)]
    if not cuts:
        return parse_region(whole)
    spans = zip([start, *cuts], [*cuts, end], strict=True)
    parts = [parse_region(page.region(first, last)) for first, last in spans if last - first > 1]
    told = all(any(one.city or one.mode == "online" for one in of_part) for of_part in parts)
    return [one for of_part in parts for one in of_part] if told else parse_region(whole)
