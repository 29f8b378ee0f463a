"""Hours of the day: `de 9h à 12h`, `9 à 12 h`, `jusqu'à 16h`; how long something lasts is no hour."""

from __future__ import annotations

import re
from typing import Final

from extract.dates.expressions import Hours
from extract.dates.spans import span_of
from extract.dates.tokens import Token, Tokens

_LASTS: Final = re.compile(
    r"(?:dur[ée]{1,2}s?|dure(?:ra)?|volume horaire|(?:formation|module|stage|parcours|cycle|atelier)s? d[e'’])"
    r"[\s:]*(?:totale)?[\s:]*(?:de|d['’])?\s*$",
    re.IGNORECASE,
)
_LONG: Final = re.compile(
    r"\s*(?:de |d['’])(?:formation|cours|travail|d[ée]bat|atelier|visio|pr[ée]sence)", re.IGNORECASE
)


def parse_hours(text: str, tokens: Tokens, first: int, last: int) -> Hours | None:
    """One or more hours as one range; None for what is no hour of the day."""
    hours = [_as_hour(token) for token in tokens.items[first:last] if token.code in "hHn"]
    start, end = span_of(tokens, first, last)
    if hours[0].value >= 24 * 60 or (len(hours) == 1 and _is_duration(text, start, end)):
        return None
    colon = all(":" in text[token.start : token.end] for token in hours)
    starts, ends = hours[0].value, hours[-1].value
    if len(hours) == 1 and tokens.codes[first] == "H":
        return None
    if len(hours) == 1 and tokens.codes[max(0, first - 2) : first] in ("ua", "uu"):
        return Hours(None, ends, start, end, colon)
    return Hours(starts, ends if ends > starts else None, start, end, colon, stops=len(hours))


def _as_hour(token: Token) -> Token:
    """`9 à 12h`: a bare number before an hour is an hour too."""
    return token._replace(value=token.value * 60) if token.code == "n" else token


def _is_duration(text: str, start: int, end: int) -> bool:
    """Whether an hour says how long, not when: `durée : 3h`, `7h de formation`."""
    return bool(_LASTS.search(text, max(0, start - 40), start) or _LONG.match(text, end))
