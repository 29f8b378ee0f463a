"""Hours of the day: `de 9h à 12h`, `9 à 12 h`, `jusqu'à 16h`; how long something lasts is no hour."""

from __future__ import annotations

import re
from typing import Final

from extract.dates.expressions import Hours
from extract.dates.lexicon import MONTHS
from extract.dates.spans import span_of
from extract.dates.tokens import Tokens

_LASTS: Final = re.compile(
    r"(?:dur[ée]{1,2}s?|dure(?:ra)?|volume horaire|"
    r"(?<![^\W_])(?:formation|module|stage|parcours|cycle|atelier)s? d[e'’])"
    r"[\s:]*(?:totale)?[\s:]*(?:de|d['’])?\s*$|"
    r"(?<![^\W_])(?:module|bloc|formation|stage|unit[ée])s?\s?(?:n\s?°\s?)?\d{0,2}\s?\(\s?$|"
    r"(?<!premier )(?<!dernier )(?<!second )(?<!i[èe]me )(?<!i[èe]re )"
    r"(?:jours?|journ[ée]es?)(?:\s?\(\s?|,?\ssoit\s)$|(?<![^\W_])soit\s$",
    re.IGNORECASE,
)
_LASTING: Final = re.compile("dur|horaire|formation|module|stage|parcours|cycle|atelier|jour|bloc|unit|soit")
"""Words without which the words before an hour do not say that it is how long something lasts."""
_TURNS_AT: Final = re.compile(
    r"(?<![^\W_])(?:[àa](?: partir de)?|vers|pour|avant|d[èe]s|aux alentours de|autour de)\s\Z", re.IGNORECASE
)
_FROM: Final = re.compile(r"(?:partir de|d[èe]s)\s\Z", re.IGNORECASE)
_BEHIND_DAY: Final = re.compile(rf"(?:\d|[^\W\d_]di|{'|'.join(MONTHS)}),?\s(?:[àa]|vers|d[èe]s)\s\Z", re.IGNORECASE)
"""Right behind a day noon is when something begins, elsewhere it is when it ends (`jusqu'à midi`)."""
_EATS: Final = re.compile(
    r"(?:d[ée]jeun|repas|mang|buffet|restaur|cantine|collation|plateau|pique|pause|casse)[^.;\n]*\Z", re.IGNORECASE
)
_LONG: Final = re.compile(
    r"\s*(?:(?:de |d['’])(?:formation|cours|travail|d[ée]bat|atelier|visio|pr[ée]sence)|"
    r"(?:par\s|/\s?)(?:semaine|mois|jour|an(?:n[ée]e)?|trimestre|personne|[ée]l[èe]ve|stagiaire)s?(?![^\W_])|"
    r"(?:hebdomadaires?|mensuel(?:le)?s?|annuel(?:le)?s?|quotidien(?:ne)?s?|cons[ée]cutives?)(?![^\W_])|"
    r"(?:au total|en tout)(?![^\W_])|(?:sur|/)\s?24(?!\d))",
    re.IGNORECASE,
)
"""What makes hours a length behind them: `7h de formation`, `ouvert 24 h par semaine`, `15 h hebdomadaires`."""


_ONE_AND_RANGE: Final = 3
_TIMES_APART: Final = re.compile("[hH](?:,[dpa]*[hH])*(?:,?e[dpa]*|,a)[hH]")
"""Codes of hours at which something takes place anew: `deux visites, à 10h et à 14h`, `début à 9h30, à 12h30 repas`."""
_EARLIEST: Final = 7 * 60
_EVENING: Final = 17 * 60
_MIDNIGHT: Final = 24 * 60
_AROUND_NOON: Final = (11 * 60 + 30, 13 * 60)
_SETS_APART: Final = re.compile(r"\s?(?:[,:()]|de\s|entre\s)", re.IGNORECASE)
_SET_OFF: Final = re.compile(r"(?:\s[–—|-]|[,(])\s?$")
_ENDS_PIECE: Final = re.compile(r"\s?(?:$|[\n,;)|]|[–—-]\s)")
_OF_LENGTH: Final = re.compile(r"(?<!partir)(?<!compter)(?<!autour)(?<!alentours)\s(?:de|d['’])\s?$", re.IGNORECASE)
"""An hour of the night behind `de` alone is a length: `deux classes virtuelles de 2h`."""


def parse_hours(tokens: Tokens, first: int, last: int) -> Hours | None:
    """One or more hours as one range; None for what is no hour of the day."""
    codes = tokens.codes
    indices = [first] if last - first == 1 else [index for index in range(first, last) if codes[index] in "hHn"]
    while len(indices) > 1 and _is_sum(tokens, indices):
        last = indices.pop() - 1
    start, end = span_of(tokens, first, last)
    if len(indices) == 1:
        return _parse_one(tokens, first, indices[0], start, end)
    if codes[first + 1] in "),/" and _is_duration(tokens.text, start, tokens.ends[first]):
        return parse_hours(tokens, indices[1], last)  # `2 jours (14 heures), de 9h à 17h`
    if codes[first + 1] == ")" and len(indices) == _ONE_AND_RANGE:
        return parse_hours(tokens, indices[1], last)  # `(accueil 8h45) de 9h à 12h30`
    if codes[first] == "H" and _names_half_day(tokens, first, indices):
        return parse_hours(tokens, indices[1], last)
    each = tuple([_minutes(tokens, index) for index in indices])
    starts, ends = each[0], each[-1]
    if codes[first] == "n" and starts >= each[1]:
        return parse_hours(tokens, indices[1], last)  # `26 mai 23 à 14h30`
    if starts >= 24 * 60:
        return None
    if _TIMES_APART.fullmatch(codes, first, last) and codes[max(0, first - 1) : first] not in ("b", "d"):
        ends = starts
    colon = all(":" in tokens.words(index) for index in indices)
    ends = _at_midnight(starts, ends, colon=colon)
    return Hours(starts, ends if ends > starts else None, start, end, colon, stops=len(indices), each=each)


def _at_midnight(starts: int, ends: int, *, colon: bool) -> int:
    """When hours end: at midnight their day is over. In figures alone only an evening does (no `10:00 - 00:00`)."""
    return _MIDNIGHT if ends == 0 and starts >= (_EVENING if colon else _EARLIEST) else ends


def _is_sum(tokens: Tokens, indices: list[int]) -> bool:
    """Whether the last of some hours, in a bracket, is how long they are: `9h-12h30 / 13h30-17h (7 heures)`."""
    last = indices[-1]
    if tokens.codes[last - 1] != "(" or tokens.codes[last + 1 : last + 2] != ")":
        return False
    return _minutes(tokens, last) <= _minutes(tokens, indices[-2])


def _names_half_day(tokens: Tokens, first: int, indices: list[int]) -> bool:
    """Whether noon is but the time of the day of the hours that follow it: `mardi 6 mai, midi, 12h30-13h30`."""
    text, end, following = tokens.text, tokens.ends[first], indices[1]
    if (
        _TURNS_AT.search(text, max(0, tokens.starts[first] - 20), tokens.starts[first])
        or tokens.codes[following] == "n"
    ):
        return False
    beside = _AROUND_NOON[0] <= _minutes(tokens, following) <= _AROUND_NOON[1]
    return beside and _SETS_APART.match(text, end, tokens.starts[following]) is not None


def _parse_one(tokens: Tokens, first: int, index: int, start: int, end: int) -> Hours | None:
    """One hour: when something begins, or ends (`jusqu'à 17h`); `index` is its token, `first` that of its words."""
    codes, text, minutes = tokens.codes, tokens.text, _minutes(tokens, index)
    if minutes >= 24 * 60 or _is_duration(text, start, end):
        return None
    if minutes < _EARLIEST and _is_length(text, start, end):
        return None
    begins = codes[first] != "H" or _begins_at_noon(text, start)
    if not begins and (
        _EATS.search(text, max(0, start - 45), start) or not _TURNS_AT.search(text, max(0, start - 20), start)
    ):
        return None  # noon is when people eat, unless something ends or begins then
    colon = ":" in tokens.words(index)
    if not begins or codes[max(0, first - 2) : first] in ("ua", "uu"):
        return Hours(None, minutes or _MIDNIGHT, start, end, colon)
    return Hours(minutes, None, start, end, colon)


def _begins_at_noon(text: str, start: int) -> bool:
    """Whether the words before noon make it when something begins: right behind a day, or `à partir de`."""
    lead = max(0, start - 20)
    return _FROM.search(text, lead, start) is not None or _BEHIND_DAY.search(text, lead, start) is not None


def _minutes(tokens: Tokens, index: int) -> int:
    """Minutes since midnight; in `9 à 12h` a bare number before an hour is an hour too."""
    return tokens.values[index] * (60 if tokens.codes[index] == "n" else 1)


def _is_length(text: str, start: int, end: int) -> bool:
    """Whether an hour of the night is how long something lasts: behind `de`, in brackets or set off (`Film - 1h10`)."""
    if ":" not in text[start:end] and _SET_OFF.search(text, max(0, start - 4), start) and _ENDS_PIECE.match(text, end):
        return True
    return _OF_LENGTH.search(text, max(0, start - 30), start) is not None or (
        text[max(0, start - 1) : start] + text[end : end + 1] == "()"
    )


def _is_duration(text: str, start: int, end: int) -> bool:
    """Whether an hour says how long, not when: `durée : 3h`, `7h de formation`."""
    before = text[max(0, start - 40) : start].lower()
    if _LASTING.search(before) and _LASTS.search(text, max(0, start - 40), start):
        return True
    return _LONG.match(text, end) is not None
