"""Figures and what they are by themselves: a day, a year, an hour, a whole numeric date, a telephone number, an amount.

Each kind is one pattern; where two fit, the earlier one wins. A figure is cut out of the text by these patterns
(`FIGURE`) and told by the same ones (`parse_figure`).
"""

from __future__ import annotations

import re
from typing import Final

from extract.dates.initials import split_initials
from extract.dates.lexicon import Entry

_DOTTED: Final = r"(?:[01]?\d|2[0-3])\.[0-5]\d"
_COMPOSED: Final = {
    "phone": r"0\d(?:[ .-]?\d\d){4}(?!\d)",
    "iso": r"(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d)",
    "spaced": r"[0-3]?\d[ ]?[/.-][ ]?[01]?\d[ ]?[/.-][ ]?(?:19|20)\d\d(?!\d)",
    "numeric": r"(?<!\d-)[0-3]?\d(?:/[01]?\d/|\.[01]?\d\.|-[01]?\d-)(?:(?:19|20)\d\d|\d\d)(?![\d/])",
    "hour": (
        r"(?:[01]?\d|2[0-4])(?:"
        r"(?:[ ]?|:)[hH](?:(?i:eures?)\b|rs?\b)?"
        r"(?:(?:[ ]?|:)(?:[0-5][\doO]|[oO]{2})(?:[ ]?(?:mn|min(?:utes)?)\b)?(?!\d)"
        r"|[ ](?:et demie?|et quart|trente|quinze)(?![^\W_])|[ ]?½)?"
        r"(?:[ ](?:du (?:soir|matin)|de l['’]apr[èe]s-midi)(?![^\W_]))?"
        r"|:[0-5]\d(?::\d\d)?|\.[0-5]\d[ ]?[hH]"
        r")(?:(?=[àÀ][ ]?\d)|(?![^\W_]))(?![\d:])"
    ),
    "dotted": rf"{_DOTTED}[ ]?(?:à|a|-|–)[ ]?{_DOTTED}(?![\d.])",
    "dm": r"[0-3]?\d/[01]\d(?![\d/])(?![ ]?(?:ans?|[hH](?:eures?)?(?:[ ]?[0-5]\d)?)(?![^\W_]))",
}
_SIMPLE: Final = {
    "unit": r"\d++(?:[.,]\d++)?+[ ]?(?:€|%|euros?\b|ans?\b|m²|km\b|m2\b)",
    "ordinal": r"\d\d?[ ]?(?:ère|re|nde?|ème|e)(?![^\W_])",
    "day": r"(?:0?[1-9]|[12]\d|3[01])(?:[ ]?(?:er|ER|ier)(?![^\W_])\.?|(?!\d))",
    "year": r"(?:1[89]|20)\d\d(?!\d)",
    "number": r"\d+",
}
FIGURE: Final = rf"(?=\d{{1,4}}+[ ]?[/.:hH-]|0)(?:{'|'.join(_COMPOSED.values())})|{'|'.join(_SIMPLE.values())}"
"""Any figure, tried where a digit stands; the first look-ahead spares a plain number the seven composed kinds."""
# What follows begins with its own letters: among many alternatives `re` passes over such a one at a glance.
SERIAL: Final = r"[nN][ ]?[°º][ ]?\d[\d-]*|#\d[\d-]*"
PHONE_ABROAD: Final = r"\+33(?:[ .-]?\d\d){4}(?!\d)"
NOON_AND: Final = r"[mM](?:idi|(?<=M)IDI)[ ](?:trente|quinze|et demie?|et quart|moins le quart)"

_HOURS_IN_WORDS: Final = {
    "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
    "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "dix-sept": 17, "dix-huit": 18,
    "dix-neuf": 19, "vingt": 20, "vingt-et-une": 21, "vingt-deux": 22, "vingt-trois": 23,
}  # fmt: skip
_MINUTES_IN_WORDS: Final = {
    "quinze": 15, "et quart": 15, "trente": 30, "et demie": 30, "et demi": 30, "quarante-cinq": 45,
    "moins le quart": -15,
}  # fmt: skip
_HOURS: Final = "|".join(sorted(_HOURS_IN_WORDS, key=len, reverse=True))
_LATE_HOURS: Final = "|".join(word for word in _HOURS.split("|") if _HOURS_IN_WORDS[word] > 6)
_INITIALS: Final = "".join(dict.fromkeys(word[0] for word in _HOURS_IN_WORDS))


_FIRST_OF_DAY: Final = 6
"""Nobody meets before this hour: in words, a smaller one is of the afternoon."""


def _build_hour(hours: str) -> str:
    """An hour in words, without its initial."""
    rest = "|".join(f"(?<=[{letter}{letter.upper()}])(?i:{rest})" for letter, rest in split_initials(hours))
    minutes = rf"(?:[ ](?i:{'|'.join(_MINUTES_IN_WORDS)})(?![^\W_]))?"
    return rf"(?:{rest})[ ](?i:heures?)(?![^\W_]){minutes}"


_HALF_OF_DAY: Final = r"[ ](?i:du[ ](?:soir|matin)|de[ ]l['’]apr[èe]s-midi)(?![^\W_])"


_IN_WORDS: Final = _build_hour(_HOURS)
_OF_HALF_DAY: Final = _IN_WORDS + _HALF_OF_DAY
_NO_LENGTH: Final = r"(?<!urée : .)(?<!urées : .)(?<!tion : .)(?<!ume horaire : .)(?<!tal : .)(?<!mps : .)(?<!ule : .)"
"""A label of a length is none of an hour: `Durée : deux heures`."""
SPELLED_HOUR: Final = (
    rf"[{_INITIALS}{_INITIALS.upper()}](?<=[àÀes:,–] .)"  # what fails soonest first: this is asked of every word
    rf"(?:(?:(?<=[àÀès,:–] .)|(?<=[dD]e .)){_OF_HALF_DAY}|"
    rf"(?:(?<=[àÀ] .)|(?<=[dD]ès .)|(?<=[vV]ers .)|(?<=: .){_NO_LENGTH}){_IN_WORDS}(?![ ]d(?:e(?![^\W_])|['’]))|"
    rf"(?<=[,–] .){_build_hour(_LATE_HOURS)}(?=[ ]?[,.;)–-]|[ ](?:à|au|en|salle)[ ]|$)|"
    rf"(?<=[dD]e .)(?:(?<=artir de .){_IN_WORDS}|{_IN_WORDS}(?=[ ](?:à|jusqu)))|(?<=ntre .){_IN_WORDS}(?=[ ]et[ ]))"
)
"""An hour in words, after `à`, `dès`, `vers` or `à partir de`, behind a label, set off, or as the head of a range. With
the half of its day it is none but an hour: `six heures et demie du soir`.

Else words count how long something lasts.
"""

SPELLED_HEAD: Final = rf"[dD]e[ ](?i:{_LATE_HOURS})(?=[ ]à[ ](?i:{_HOURS})[ ](?i:heures)(?![^\W_]))"
"""The first hour of a range in words that are counted once: `de quatorze à dix-sept heures`.

Few hours are how long something lasts: `un atelier de deux à trois heures`.
"""

_LATER: Final = re.compile(r"du soir|midi$")
_BEHIND_HOUR: Final = re.compile(r"\sd(?:u|e)\s.*")
_PART: Final = re.compile(r"(?P<half>demie?|trente|½)|(?P<quarter>quart|quinze)")
DOTTED_HOUR: Final = re.compile(_DOTTED)
_KIND: Final = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in (_COMPOSED | _SIMPLE).items()))
_CODES: Final = {"iso": "D", "spaced": "D", "numeric": "D", "dm": "P", "dotted": "="}


def parse_figure(figure: str) -> Entry:
    """The token code of a figure and its value: a day, a year, an ordinal, minutes since midnight; else 0."""
    match = _KIND.fullmatch(figure)
    kind = match.lastgroup if match else None
    if kind == "day":
        return "n", int(figure[:2].strip("eEi "))
    if kind == "year":
        return "y", int(figure)
    if kind == "hour":
        return "h", parse_minutes(figure)
    if kind == "ordinal":
        return "o", int(figure[:2]) if figure[1:2].isdecimal() else int(figure[0])
    return _CODES.get(kind or "", "N"), 0


def parse_spelled_hour(words: str) -> int:
    """Minutes since midnight of an hour in lower-case words: `neuf heures trente` is 570, `une heure du soir` 780."""
    hour, _, behind = words.replace("heures", "heure").partition(" heure")
    minutes, late = _BEHIND_HOUR.sub("", behind), _LATER.search(behind) is not None
    number = _HOURS_IN_WORDS[hour]
    late = late or (number < _FIRST_OF_DAY and "matin" not in behind)  # `le goûter est à quatre heures`
    return 60 * (number + 12 * (late and number < 12)) + _MINUTES_IN_WORDS.get(minutes.strip(), 0)


def parse_spelled_head(words: str) -> int:
    """The hour of `SPELLED_HEAD` in lower-case words: `de quatorze` is 14."""
    return _HOURS_IN_WORDS[words.removeprefix("de ")]


def parse_minutes(words: str) -> int:
    """Minutes since midnight of an hour as written (`9h`, `14H30`, `9 h 05`, `17hOO`, `14:00`, `6 heures du soir`)."""
    figures = re.findall(r"\d+", re.sub(r"(?<=[\dhHoO])[oO]", "0", words))
    minutes = int(figures[1]) if len(figures) > 1 else _read_part(words)
    hour = int(figures[0]) % 24
    return (hour + 12 * (hour < 12 and _LATER.search(words) is not None)) * 60 + minutes


def _read_part(words: str) -> int:
    """The minutes of an hour that are told in words: `9h et demie`, `14 heures trente`."""
    part = _PART.search(words)
    return 0 if part is None else 30 if part["half"] else 15
