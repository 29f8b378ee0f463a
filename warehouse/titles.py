"""Titles and names as keys: what makes two ways to write one title equal, near, or merely alike."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from warehouse.thresholds import CONTAINED_TOKENS

_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae", "ß": "ss"})
_WORD: Final = re.compile(r"[0-9a-z]+")
_QUOTED: Final = re.compile(r"«\s*([^«»]{3,}?)\s*»|“([^“”]{3,}?)”|\"([^\"]{3,}?)\"")
_ORDINAL: Final = re.compile(r"\d+(?:er|ere|re|e|eme|nd|nde|h|h\d+)?")

_STOP_WORDS: Final = """
a au aux avec ce ces cet cette d dans de des du elle en entre est et il ils je l la le les leur leurs mais n ne ni nos
notre nous on ou par pas plus pour puis qu que quel quelle quelles quels qui s sa se ses son sont sur un une vers vos
votre vous y
"""
_CALENDAR_WORDS: Final = """
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi
vendredi samedi dimanche matin matinee soir soiree midi heure jour
"""
_FORM_WORDS: Final = """
retour save the date inscription bulletin programme plaquette brochure synthese annonce invitation compte rendu acte
report reporte reportee annule annulee complet actualite agenda replay presentation affiche flyer depliant document
telecharger
"""
_EVENT_WORDS: Final = """
journee webinaire webinar seminaire cycle qualification formation action rencontre reseau regionale regional atelier
visio visioconference conference session module evenement reunion parcours edition approfondissement professionnelle
echange
"""
_ORDINAL_WORDS: Final = """
premier premiere deuxieme second seconde troisieme quatrieme cinquieme sixieme nouveau nouvelle dernier derniere
prochain prochaine
"""
_COMMON: Final = frozenset((_STOP_WORDS + _CALENDAR_WORDS + _FORM_WORDS + _EVENT_WORDS + _ORDINAL_WORDS).split())


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """The text in lower case without accents, with words of letters and digits separated by one space."""
    plain = unicodedata.normalize("NFKD", text.translate(_LIGATURES)).lower()
    return " ".join(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))


_RANKED: Final = (
    r"(?:\d{1,2}\s?(?:[eè]mes?|es?|[eè]re?|er|nde?)|premi[eè]re|deuxi[eè]me|seconde|troisi[eè]me|quatri[eè]me|cinqui[eè]me|"
    r"sixi[eè]me|septi[eè]me|huiti[eè]me|neuvi[eè]me|dixi[eè]me|nouvelle|derni[eè]re)"
)
_EDITION: Final = re.compile(
    rf"\W*(?:(?<=\w)\s*[:(,–—-]+\s*)?(?:la\s|une\s)?(?:(?<!\w){_RANKED}\s[ée]dition(?!\w)(?:\s(?:des?|du)(?:\sla)?(?!\w)|\sd['’])?|"
    r"(?<!\w)[ée]dition\s(?:19|20)\d\d)\)?",
    re.IGNORECASE,
)
_YEARS_AT_END: Final = re.compile(r"\W+(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d(?!\d)))?\W*$")


def names_edition(title: str) -> bool:
    """Whether a title says that it is of one edition of several: `deuxième édition`, `édition 2019`."""
    return _EDITION.search(title) is not None


def without_edition(title: str) -> str:
    """A title without the words that tell which edition it is of: that of the series."""
    bare = _YEARS_AT_END.sub("", _EDITION.sub(" ", title)).strip(" :–—-,")
    return bare[:1].upper() + bare[1:]


def _singular(word: str) -> str:
    if len(word) > 5 and word.endswith("aux"):
        return word[:-2] + "l"
    return word[:-1] if len(word) > 3 and word[-1] in "sx" and word[-2] not in "sx" else word


@lru_cache(maxsize=200_000)
def title_key(title: str) -> str:
    """The telling words of a title, in order and in the singular, separated by a space.

    Articles, calendar words, numbers, and the words that every announcement shares (`Retour sur la journée`, `cycle
    de qualification`) are no telling words. A title made of nothing else has an empty key.
    """
    telling = (word for word in fold(title).split() if word not in _COMMON and not _ORDINAL.fullmatch(word))
    return " ".join(word for word in map(_singular, telling) if word not in _COMMON)


@lru_cache(maxsize=200_000)
def quoted_keys(title: str) -> tuple[str, ...]:
    """The keys of what stands in quotation marks in the title, in order; empty ones are left out."""
    quotes = (next(group for group in match.groups() if group) for match in _QUOTED.finditer(title))
    return tuple(key for key in map(title_key, quotes) if key)


def title_keys(title: str) -> tuple[str, ...]:
    """The key of the whole title and those of its quotations: all that another title may be near to."""
    return tuple(dict.fromkeys((title_key(title), *quoted_keys(title))))


def title_score(left: str, right: str) -> float:
    """How near two titles are, 0-100: the best of their whole keys and of the keys of their quotations."""
    return best_score(title_keys(left), title_keys(right))


@lru_cache(maxsize=500_000)
def best_score(lefts: tuple[str, ...], rights: tuple[str, ...]) -> float:
    """The best score of any two keys, one from each side."""
    return max(key_score(left, right) for left in lefts for right in rights)


@lru_cache(maxsize=500_000)
def key_score(left: str, right: str) -> float:
    """How near two title keys are, 0-100; an empty key is near to nothing.

    A key that is wholly contained in the other one counts as 95 when it has three telling words or more, and as 90
    when it has two and lacks but one.
    """
    if not left or not right:
        return 0.0
    if left == right:
        return 100.0
    short, long = sorted((set(left.split()), set(right.split())), key=len)
    if short <= long and len(short) >= CONTAINED_TOKENS:
        return 95.0
    if short <= long and len(short) == CONTAINED_TOKENS - 1 == len(long) - 1:
        return 90.0
    return float(fuzz.token_sort_ratio(left, right))


def acronym_of(short: str, long: str) -> bool:
    """Whether two keys differ only in that `short` has an acronym where `long` has the words.

    The initials of the words must run through the acronym in order, its first and last letters included, and at
    most one of its letters may stay without a word: `PTLCD` stands for `plan lutte contre discrimination`.
    """
    few, many = short.split(), long.split()
    if len(many) < len(few) + 2:
        return False
    at = next((i for i, (a, b) in enumerate(zip(few, many, strict=False)) if a != b), min(len(few), len(many)))
    if at >= len(few) or few[at + 1 :] != many[len(many) - (len(few) - at - 1) :]:
        return False
    words = many[at : len(many) - (len(few) - at - 1)]
    return _spells(few[at], "".join(word[0] for word in words))


def acronym_of_part(short: str, long: str) -> bool:
    """Whether `short` is one word that spells a run of the words of `long`: `PTLCD` in `conduire plan lutte ...`."""
    words = long.split()
    if " " in short or short in words:
        return False
    initials = "".join(word[0] for word in words)
    runs = (initials[start:end] for start in range(len(words)) for end in range(start + 3, len(words) + 1))
    return any(_spells(short, run) for run in runs)


def _spells(acronym: str, initials: str) -> bool:
    if not 3 <= len(initials) <= len(acronym) <= len(initials) + 1:
        return False
    if (acronym[0], acronym[-1]) != (initials[0], initials[-1]):
        return False
    letters = iter(acronym)
    return all(letter in letters for letter in initials)
