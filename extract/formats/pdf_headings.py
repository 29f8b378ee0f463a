"""Lines of large type: which of them are one heading, and which each say something of their own.

A wrapped title has lines of the same large type, and so have the lines of a poster: its day, its hours, its house. A
line that is nothing but a day or hours, and one that is an address, stands by itself. Below the title's own size a line
that had room for the next word, where that word has a capital, ends what it says.
"""

from __future__ import annotations

import re

_MONTH = r"(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)"
# What says that a line holds a day with its month, or hours.
_TOLD = re.compile(
    rf"(?<![^\W\d_]){_MONTH}|\d{{1,2}}\s?h(?:eures?)?(?![^\W\d_])|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_WORD_OF_DAY = re.compile(
    rf"les?|du|aux?|de|des|à|et|dès|partir|jusqu|puis|(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)s?|{_MONTH}|"
    r"matin|apr[èe]s|midi|soir|heures?|h|er",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(
    r"(?:[,–/&>-]|(?<!\w)(?:le|les|la|du|au|aux|de|des|à|et|ou|en|dès|depuis|avant|jusqu['’]au|jusqu['’]à|pour|sur|dans|"
    r"avec|par|un|une|l['’]|d['’]))$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:et|à|au|aux|jusqu|puis|de|du|–|-|>|/|&)(?![^\W\d_])", re.IGNORECASE)
_CASED = re.compile(r"[a-zà-ÿ]")


def is_when(words: str) -> bool:
    """Whether a line is nothing but a day with its month, or hours."""
    return _TOLD.search(words) is not None and all(_WORD_OF_DAY.fullmatch(word) for word in _WORD.findall(words))


def leads_on(words: str) -> bool:
    """Whether a line breaks off behind a word that leads to the next one."""
    return _LEADS_ON.search(words) is not None


def are_parted(before: str, line: str, *, had_room: bool, in_title: bool) -> bool:
    """Whether a large line says something else than the one above it; `in_title`: both are in the largest type."""
    if leads_on(before) or _GOES_ON.match(line):
        return False
    if is_when(before) or (is_when(line) and not line[:1].islower()):
        return True
    return not in_title and had_room and line[:1].isupper() and _CASED.search(before) is not None
