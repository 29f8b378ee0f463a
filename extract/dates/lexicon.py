"""The words of French dates: months, weekdays, seasons, connectors, each as a one-letter token code.

The code letters are the alphabet of the grammar (`extract.dates.grammar`), which is written as regular expressions
over strings of codes. See `CODES` for what each letter stands for.
"""

from __future__ import annotations

import re
from typing import Final

from extract.plain_keys import unaccented

CODES: Final = {
    "w": "weekday",
    "W": "weekday in the plural",
    "n": "number that can be a day of the month",
    "N": "any other number, also one with a unit",
    "m": "month",
    "y": "year in four figures",
    "D": "whole numeric date",
    "P": "day and month in figures",
    "h": "hour",
    "H": "noon or midnight",
    "f": "half a day",
    "r": "last, next",
    "v": "beginning, middle, end",
    "s": "season",
    "S": "semester",
    "T": "quarter of a year",
    "o": "ordinal word",
    "i": "the word month",
    "k": "the -ci of ce mois-ci",
    "e": "and, then",
    "O": "or",
    "u": "to, until (au, jusqu'au)",
    "a": "à",
    "d": "du, de, des",
    "l": "le, la, les",
    "c": "ce, cette",
    "b": "between",
    "t": "each, all",
    "p": "preposition of time (en, dès, depuis, ...)",
    "": "a word that changes nothing (précises, environ)",
    "x": "any other word",
    ">": "end of a line",
    "#": "text that holds no date, passed over",
}

MONTHS: Final = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
WEEKDAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
WEEKDAY_NAME: Final = "|".join(WEEKDAYS)
"""The names of the weekdays as the alternatives of a pattern."""
NAMES_WEEKDAY: Final = re.compile(WEEKDAY_NAME, re.IGNORECASE)

_MONTH_SHORT: Final = {
    "janv": 1, "jan": 1, "févr": 2, "fév": 2, "mar": 3, "avr": 4, "juil": 7, "jul": 7, "sept": 9, "sep": 9, "oct": 10,
    "nov": 11, "déc": 12,
    "feb": 2, "apr": 4, "may": 5, "jun": 6, "aug": 8,  # the head of a mail: `Mon, 6 Feb 2023`
}  # fmt: skip
_WEEKDAY_SHORT: Final = {"lun": 0, "mar": 1, "mer": 2, "jeu": 3, "ven": 4, "vend": 4, "sam": 5, "dim": 6}
TWO_LETTERS: Final = {"lu": 0, "ma": 1, "me": 2, "je": 3, "ve": 4, "sa": 5, "di": 6}
"""Weekdays in two letters, read only before a day whose month is told: `me 6` under `SEPTEMBRE`."""
_SEASONS: Final = {"printemps": 1, "été": 2, "automne": 3, "hiver": 4, "rentrée": 5}
_ORDINALS: Final = {
    "premier": 1, "première": 1, "second": 2, "seconde": 2, "deuxième": 2, "troisième": 3, "quatrième": 4,
    "1ère": 1, "1re": 1, "2nd": 2, "2nde": 2, "2ème": 2, "2e": 2, "3ème": 3, "3e": 3, "4ème": 4, "4e": 4,
}  # fmt: skip
_PLAIN: Final = {
    "e": ("et", "puis", "&", "+"),
    "O": ("ou",),
    "u": ("au", "aux", "jusqu", "jusque", "→"),
    "a": ("à",),
    "d": ("du", "de", "des", "d"),
    "l": ("le", "la", "les", "l"),
    "c": ("ce", "cette", "cet"),
    "b": ("entre",),
    "t": ("tous", "toutes", "chaque"),
    "p": ("en", "dès", "depuis", "courant", "pour", "sur"),
    "i": ("mois",),
    "k": ("ci",),
    "S": ("semestre",),
    "T": ("trimestre",),
    "v": ("début", "mi", "fin", "milieu"),
    "f": ("matin", "matinée", "soir", "soirée"),
    "": ("précise", "précises", "environ", "pile", "tapantes"),
}
_RELATIVES: Final = {
    "dernier": -1, "derniers": -1, "dernière": -1, "dernières": -1, "passé": -1, "passés": -1, "écoulé": -1,
    "prochain": 1, "prochains": 1, "prochaine": 1, "prochaines": 1,
}  # fmt: skip
NUMBER_WORDS: Final = "$"
"""The code of a number in words until its neighbours are known (`extract.dates.spelled`)."""
_NUMBERS: Final = (
    "deux", "trois", "quatre", "cinq", "six", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze",
    "seize", "vingt", "trente", "quarante", "cinquante", "mille",
)  # fmt: skip


def fold(word: str) -> str:
    """Lower case without accents: `Février` and `FEVRIER` are one word, and so is one with a long s."""
    return unaccented(word).replace("ſ", "s")


def lower_case(text: str) -> str:
    """Lower case, character for character, so that places stay where they are (one `İ` becomes two characters)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _build_words() -> dict[str, tuple[str, int]]:
    words: dict[str, tuple[str, int]] = {}
    for code, forms in _PLAIN.items():
        words.update({form: (code, index) for index, form in enumerate(forms)})
    words.update({form: ("o", value) for form, value in _ORDINALS.items()})
    words.update({form: ("r", value) for form, value in _RELATIVES.items()})
    words.update({form: ("s", value) for form, value in _SEASONS.items()})
    words.update(dict.fromkeys(_NUMBERS, (NUMBER_WORDS, 0)))
    words.update({"midi": ("H", 12 * 60), "minuit": ("H", 0)})
    words.update({form: ("w", value) for form, value in _WEEKDAY_SHORT.items()})
    words.update({form: ("m", value) for form, value in _MONTH_SHORT.items() if form != "mar"})
    words.update({day: ("w", index) for index, day in enumerate(WEEKDAYS)})
    words.update({day + "s": ("W", index) for index, day in enumerate(WEEKDAYS)})
    words.update({month: ("m", index + 1) for index, month in enumerate(MONTHS)})
    # Sources often drop accents. `a` alone is also the verb, which is harmless: it only ever joins two days.
    words.update({fold(word): value for word, value in list(words.items()) if fold(word) not in words})
    for word, value in list(words.items()):  # every way to write it, so that a look-up need not change the case
        words.setdefault(word.capitalize(), value)
        words.setdefault(word.upper(), value)
    return words


Entry = tuple[str, int]
"""A token code and its value: the month, weekday, day, minute of the day, ... that it stands for."""
WORDS: Final[dict[str, Entry]] = _build_words()
PUNCTUATION: Final = {
    ",": ",", ";": ",", "-": "-", "–": "-", "—": "-", "‑": "-", "−": "-", "/": "/", "&": "e", "+": "e", "→": "u",
    "(": "(", ")": ")", ":": ":", ".": ".", "!": ".", "?": ".", "·": ",", "•": ",",
    "|": "|", "_": "-", ">": "u", "›": "u", "➔": "u", "➜": "u", "⇒": "u",
    "«": '"', "»": '"', '"': '"', "\n": ">",
}  # fmt: skip
SHORT_WEEKDAYS: Final = frozenset(_WEEKDAY_SHORT)
SHORT_MONTHS: Final = frozenset(_MONTH_SHORT) | {fold(word) for word in _MONTH_SHORT}


_SHORTEST_MISSPELLED: Final = 4


def _misspellings(word: str) -> set[str]:
    """All forms of a word with one letter missing, too many or another one, or two neighbours exchanged."""
    dropped = {word[:i] + word[i + 1 :] for i in range(1, len(word))}
    doubled = {word[:i] + word[i] + word[i:] for i in range(len(word))}
    swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1)}
    if len(word) == _SHORTEST_MISSPELLED:
        return (doubled | swapped) - {word}  # `mas` and `jun` are words of their own
    if len(word) < 7:
        return (dropped | doubled | swapped) - {word}
    changed = {word[:i] + letter + word[i + 1 :] for i in range(len(word)) for letter in "abcdefghijklmnopqrstuvwxyz"}
    added = {word[:i] + letter + word[i:] for i in range(1, len(word)) for letter in "abcdefghijklmnopqrstuvwxyz"}
    return (dropped | doubled | swapped | changed | added) - {word}


def _build_misspelled() -> dict[str, int]:
    found: dict[str, set[int]] = {}
    for index, month in enumerate(MONTHS):
        if len(month) >= _SHORTEST_MISSPELLED:
            for form in _misspellings(fold(month)):
                found.setdefault(form, set()).add(index + 1)
    return {form: months.pop() for form, months in found.items() if len(months) == 1 and form not in WORDS}


MISSPELLED_MONTHS: Final = _build_misspelled()
