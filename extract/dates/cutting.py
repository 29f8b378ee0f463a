"""Text to pieces: the words, figures and marks that tokens are made of.

Most text is cut into plain words, figures and marks. Some words are one piece together (`après-midi`, `à neuf heures`,
`n° 12`), and each of these kinds is looked for only in a stretch that holds the word it cannot do without: among many
alternatives `re` asks each of them at every piece.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from extract.dates.figures import FIGURE, NOON_AND, PHONE_ABROAD, SERIAL, SPELLED_HEAD, SPELLED_HOUR
from extract.matching.leaping import compile_leaping

_WORD: Final = r"[A-Za-zÀ-ÖØ-öø-ÿŒœ]++(?![^\W\d_])|[^\W\d_]+"  # the letters of French first: quicker to test
_MARK: Final = r"[,.;:()\n/-]|[^\s\w'’*+#°]"
_HALF_DAY: Final = r"[aA](?i:pr[eè]s|p)[- ](?i:midi)[^\W\d_]*"
_AS_WELL: Final = r"[aA](?i:insi que)(?![^\W\d_])"
# The sea is no Wednesday: `Boulogne-sur-Mer le 17 octobre`, `outre-mer, 3 mai`.
_SEA: Final = r"(?i:sur|outre|haute|pleine|bord de|la)[- ](?i:mer)(?![^\W\d_])(?!\.)"
# How long something lasts is no hour of the day: `Durée : 2 heures`, `pendant 3h`.
_DURATION: Final = (
    r"(?i:dur[ée]es?(?: (?:totale|pr[ée]vue|estim[ée]e|indicative))?|dur(?:er?|era|ent|ait)|pendant)[ ]?:?"
    r"(?i:[ ](?:de|d['’]environ|environ))*[ ]?\d{1,2}[ ]?(?i:h(?:eures?)?(?:[ ]?[0-5]\d)?+)(?![^\W_])"
    r"(?![ ]?[-–/à][ ]?\d)"
)
# Two letters are a weekday only before a day with its month: `Je 12/10`, `Sa. 4 mai`.
_TWO_LETTERS: Final = (
    r"(?:Lu|Ma|Me|Je|Ve|Sa|Di|LU|MA|ME|JE|VE|SA|DI|(?<=et )(?:lu|ma|me|je|ve|sa|di))\.?[ ]"
    r"(?=\d{1,2}(?:[/.]\d{1,2}(?!\d)|(?:(?:,|[ ]et)[ ](?:[LMJVSDlmjvsd][uaei]\.?[ ])?\d{1,2})*[ ]"
    r"(?i:janv|f[ée]v|mars|avr|mai|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c)))"
)
# A letter with its number counts sittings, quarters or rooms: `J2, le 13 octobre`.
_NUMBERED: Final = r"(?<![^\W_])[A-Z]\d{1,2}(?![\w/.:])"
# The mark of an abbreviated title ends no sentence: `avec M. le maire, 18h30`.
_TITLE: Final = r"(?:MM?|Mr|Dr|Pr)\.(?=[ ](?:[A-ZÀ-Ý]|l[ae][ ]|l['’]))"
# Each begins with what is rare, a capital or a whole word: so the search leaps from one to the next.
_MAY_BE_TOGETHER: Final = re.compile(r"[A-Z](?:\d|(?<=[LMJVSD])[uaeiUAEI]\.?[ ]\d)")
_MAY_BE_BEHIND: Final = re.compile(r"et (?:lu|ma|me|je|ve|sa|di)\.?[ ]\d")
# Figures that nothing but themselves can be, before the kinds that need a look at what follows them.
_PLAIN_DAY: Final = r"(?:[12]\d?|3[01]?|[4-9])(?=[ ](?:[jfsodJFSODMAN]|no|ma|av|ao|et)|,[ ])"
_PLAIN_YEAR: Final = r"(?:19|20)\d\d(?=[;)\n]|,[ ]|$)"
_PLAIN: Final = rf"{_WORD}|{_MARK}|(?=\d)(?:{_PLAIN_DAY}|{_PLAIN_YEAR}|{FIGURE})|{PHONE_ABROAD}|\n|[^\s'’*]"
_TOGETHER: Final = (
    f"{NOON_AND}|{_HALF_DAY}",
    _SEA,
    f"{_TWO_LETTERS}|{_NUMBERED}",
    f"{_DURATION}|{SPELLED_HEAD}|{SPELLED_HOUR}|{_AS_WELL}",
    SERIAL,
    _TITLE,
)
"""Kinds of several words, by the words that they cannot do without; no two begin alike, so their order is free."""


def cut(stretch: str, lower: str) -> list[str]:
    """A stretch of text as what is no token and each piece by turns; `lower` is the same stretch in lower case."""
    return _compile(
        "midi" in lower,
        "mer" in lower and lower.count("mer") > lower.count("mercredi"),
        _MAY_BE_TOGETHER.search(stretch) is not None or _MAY_BE_BEHIND.search(stretch) is not None,
        "dur" in lower or "pendant" in lower or " heure" in lower or "ainsi que" in lower,
        "°" in lower or "#" in lower or "º" in lower,
        "M. " in stretch or "r. " in stretch,
    ).split(stretch)


@cache
def _compile(*present: bool) -> re.Pattern[str]:
    """The pattern of all pieces with those of `_TOGETHER` that are present."""
    together = [pattern for pattern, there in zip(_TOGETHER, present, strict=True) if there]
    return compile_leaping(rf"(?=[^ '’*])({'|'.join([*together, _PLAIN])})")  # so that it leaps over what parts them
