"""What is done on one day for good, right before the day: `créé le`, `signée en`, `annoncée par l'État le`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from extract.dates.initials import compile_vocabulary
from extract.dates.verb_families import find_verb
from extract.dates.word_gates import give_bit, give_bit_of

TO_COME: Final = re.compile(r"(?:sera|seront|[êe]tre|est pr[ée]vue?|initialement)\s+$|\bs['’]$")
_FOUNDING: Final = (
    r"cr[ée]{2}e?s?|fond[ée]e?s?|sign[ée]e?s?|adopt[ée]e?s?|promulgu[ée]e?s?|vot[ée]e?s?|n[ée]e?s?|"
    r"nomm[ée]e?s?|[ée]lue?s?|ouverte?s?(?<!portes.ouvertes)|inaugur[ée]e?s?|construite?s?|enregistr[ée]e?s?|"
    r"film[ée]e?s?|"
    r"tourn[ée]e?s?|diffus[ée]e?s?|approuv[ée]e?s?|valid[ée]e?s?|install[ée]e?s?|entr[ée]e?s? en vigueur|"
    r"d[ée]c[ée]d[ée]e?s?|arriv[ée]e?s?|d[ée]pos[ée]e?s?|transmise?s?|adress[ée]e?s?|sortie?s?|"
    r"sortie?s? en salles?|labellis[ée]e?s?|"
    r"modifi[ée]e?s?|r[ée]vis[ée]e?s?|amend[ée]e?s?|rectifi[ée]e?s?|remani[ée]e?s?|renouvel[ée]e?s?|agr[ée]{2}e?s?|"
    r"habilit[ée]e?s?|certifi[ée]e?s?|accr[ée]dit[ée]e?s?|d[ée]clar[ée]e?s?|"
    r"obtenu(?:e?s?)|annonc[ée]e?s?|d[ée]voil[ée]e?s?|"
    r"pr[ée]sent(?<=, pr.sent)[ée]e?s?|lanc(?<=, lanc)[ée]e?s?"
)
_FOUNDED: Final = compile_vocabulary({"founded": _FOUNDING}, after=r"\s+(?:officiellement\s+)?(?:le|en)?\s*$").pattern
_LAST_WORD: Final = compile_vocabulary(
    {
        "last": _FOUNDING.replace("entr[ée]e?s? en ", "")
        .replace("sortie?s? en ", "")
        .replace("(?<=, pr.sent)", "")
        .replace("(?<=, lanc)", "")
    },
    after="$",
).pattern
"""The last word of each of them, by itself."""
_OPENS_DONE: Final = re.compile(
    r"\W*(?:lanc|entam|engag|amorc|initi)[ée]e?s?\s(?:officiellement\s)?(?:(?:d[èe]s )?le|en)?\s*"
)
"""What opens a sentence on something that goes on: `Lancée le 18 mars à Laon, la concertation a réuni …`."""
_AFTER_PARTICIPLE: Final = ("le", "en", "officiellement")
_REACH_FOUNDED: Final = 80
_DECIDED: Final = re.compile(r"((?:adopt|vot|approuv|valid|promulgu|sign)[ée]e?s?), (?=(?:le )?$)")


_BY_AGENT: Final = re.compile(
    r"\s(?:par\s[^.;:,\d]{3,60}|(?:en|[àa] la|au|aupr[èe]s d[eu]\S*)\s(?:\w+ )?(?:(?:sous-)?"
    r"pr[ée]fecture|tribunal|greffe|registre|journal officiel|jo|rna|insee)(?![^\W_])[^.;:,\d]{0,40})$"
)
"""By whom something was done, or where it was put on record."""
_TOLD_BY: Final = re.compile(" par |fecture|tribunal|greffe|registre|journal| jo|rna|insee|fond|cré|cree|constitu| né")
"""Words without one of which neither is told."""
_BORN_AT: Final = re.compile(
    r"(?<![^\W_])((?:fond|cr[ée]|constitu)[ée]e?s?|n[ée]e?s?)\s(?:[àa]|aux?|en|dans|chez)\s[^.;:,\d]{2,40}$"
)
"""Where somebody or some body began: `L'association, fondée à Lens le`."""


_PUT_ON_RECORD: Final = re.compile(r"(?<![^\W_])(?:publi[ée]e?s?|parue?s?|inscrite?s?)\s+(?:le\s*)?$")


MAY_BE_DONE_BY: Final = give_bit_of(lambda word: _TOLD_BY.search(f" {word} ") is not None)


def was_done_by(before: str) -> bool:
    """Whether words tell by whom something was done for good (`annoncée par le président de la République le`)."""
    done = _BORN_AT.sub(r"\1 ", _BY_AGENT.sub(" ", before)) if _TOLD_BY.search(before) else ""
    return done not in ("", before) and (is_founding(done) or _PUT_ON_RECORD.search(done) is not None)


def is_founding(before: str) -> bool:
    """Whether words in lower case end with what is done on one day for good."""
    if _OPENS_DONE.fullmatch(before):
        return True
    word = _word_before(before)
    if word.endswith(","):
        before = _DECIDED.sub(r"\1 ", before)
        word = _word_before(before)
    if not word or not _ends_participle(word):
        return False
    founded = _FOUNDED.search(before, max(0, len(before) - _REACH_FOUNDED))
    if founded is None and not _is_decided(word):
        return False
    return not TO_COME.search(before[: founded.start() if founded is not None else before.rindex(word)])


def _word_before(before: str) -> str:
    """The last word before what may stand between a participle and its day; with all before it where that is all."""
    words = before.rsplit(None, 3)
    while words and words[-1] in _AFTER_PARTICIPLE:
        words.pop()
    return words[-1] if words else ""


@lru_cache(maxsize=8192)
def _ends_participle(word: str) -> bool:
    """Whether a word ends what is done on one day for good; each word is asked once."""
    return _LAST_WORD.search(word) is not None or _is_decided(word)


def _may_end_participle(word: str) -> bool:
    return _ends_participle(word) or (word.endswith(",") and _ends_participle(word.rstrip(",")))


MAY_FOUND: Final = give_bit_of(_may_end_participle) | give_bit(_OPENS_DONE)
"""A word that ends what is done on one day for good, a comma behind it or not, or opens a sentence on it."""


def _is_decided(word: str) -> bool:
    """Whether a word is what was decided: `paraphé`, `institué`."""
    verb = find_verb(word)
    return verb is not None and verb.family == "decide" and verb.shape == "participle"
