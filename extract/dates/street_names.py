"""Days that are only the name of a street, a building or a stop: `rue du 8 mai 1945`, `arrêt 11 novembre`."""

from __future__ import annotations

import re
from typing import Final

from extract.dates.settings import Setting
from extract.dates.word_gates import give_bit
from extract.matching.leaping import compile_leaping

_STREET: Final = (
    r"rues?|avenues?|av\.?|boulevards?|bd\.?|places?|squares?|quais?|all[ée]es?|impasses?|stade|lyc[ée]e|coll[èe]ge|"
    r"[ée]coles?|salle|r[ée]sidence|cit[ée]|pont|chauss[ée]e|cours|parvis|groupe scolaire|esplanade|m[ée]tro|station|"
    r"arr[êe]ts?"
)
_STREET_BEFORE: Final = compile_leaping(rf"(?<![^\W_])(?:{_STREET})\s+(?:[a-zéè]+\s+)?(?:du|des|de la|de)\s*$")
_REACH: Final = 40
_OF_WORDS: Final = ("du", "des", "de", "de la")
_STOP_MARKS: Final = ' :«"“'
_STOPS: Final = ("arrêt", "arret", "arrêts", "station", "terminus", "bus", "tram", "tramway", "métro")
_STOP_BEFORE: Final = re.compile(
    r"(?<![^\W_])(?:arr[êe]ts?|stations?|terminus)\s+(?:de (?:bus|tram\w*|m[ée]tro)\s+)?(?::\s*)?[«\"“]?\s*$"
)
"""A stop of a bus or tramway, which is often named after a day (`arrêt 8 mai 1945`)."""
_HYPHENATED: Final = re.compile(r"(?:1er|\d{1,2})-[A-ZÀ-Ý][^\W\d_]{2,8}(?!-20)")
"""A day written as names are: `le centre social du 14-Juillet`, `la cité du 8-Mai-1945`."""
MAY_NAME_STREET: Final = give_bit(_STREET_BEFORE, _STOP_BEFORE)


def is_written_as_name(setting: Setting, words: str) -> bool:
    """Whether a day, `words`, is written with hyphens and a capital as names are: `l'école du 14-Juillet`."""
    return "-" in words and _HYPHENATED.match(words) is not None and setting.lower.endswith(" du ")


def is_street_name(setting: Setting, words: str) -> bool:
    """Whether a day, `words`, is only the name of a street, a building or a stop (`rue du 8 mai 1945`)."""
    lower = setting.lower
    if lower.rstrip().endswith(_OF_WORDS):
        return _STREET_BEFORE.search(lower) is not None
    ends = words[:1].isdecimal() and lower.rstrip(_STOP_MARKS).endswith(_STOPS)
    return ends and _STOP_BEFORE.search(lower) is not None


def stands_in_street_name(text: str, start: int) -> bool:
    """Whether the words before a position make a day there the name of a street (`rue du` 11 novembre)."""
    if text[start - 1 : start] != " ":
        return False
    lower = text[max(0, start - _REACH) : start].lower()
    return lower.rstrip().endswith(_OF_WORDS) and _STREET_BEFORE.search(lower) is not None
