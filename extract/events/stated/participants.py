"""How many people took part, as a report tells it: `112 personnes ont suivi`, `a réuni une quarantaine d'élus`.

Round numbers (`une centaine`, `plus de 200`) are read as they stand, with less certainty. Numbers of places, and people
counted who did nothing on that day, are none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from extract.events.parts import Parts
from extract.events.stated.found import Found, find_in_spans
from extract.matching.gates import GatedPattern, compile_gated
from extract.numbers import NUMBER, parse_number

_DOZENS: Final = {
    **{"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40},
    **{"cinquantaine": 50, "soixantaine": 60, "centaine": 100},
}
_COUNT: Final = rf"(?:une |d['’]une )?(?:{'|'.join(_DOZENS)})|(?:\d{{1,2}} \d{{3}}|{NUMBER})"
PERSON: Final = (
    r"(?:participant|personne|stagiaire|professionnel|[ée]lu|agent|acteur|habitant|salari[ée]|b[ée]n[ée]vole|"
    r"d[ée]l[ée]gu[ée]|"
    r"partenaire|membre|inscrit|internaute|connect[ée]|soignant|chef|r[ée]f[ée]rent|jeune|parent|femme|homme|"
    r"enfant|adulte|m[èe]re|p[èe]re|[ée]l[èe]ve|famille|convive|locataire|riverain|volontaire|stagiaire|"
    r"[ée]tudiant|coll[ée]gien|lyc[ée]en|invit[ée]|repr[ée]sentant|cadre|m[ée]diat|marcheu|visiteu|curieu|"
    r"[^\W\d_]{3,}(?:eur|rice|euse|ien|ienne|iste|ant(?=e?s)))\w{0,4}"
)
"""A noun of people, as a pattern."""
_OF: Final = r"\s+(?:(?:de\s+|d['’]\s*)(?:jeunes\s+|nombreu\w+\s+)?)?"
_DID: Final = (
    r"(?:ont|avaient|[ée]taient|sont|se sont|s['’][ée]taient|avions|[ée]tions|avons|"
    r"[^\W\d_]{2,}(?:aient|[èe]rent|irent|urent))"
)
_MET: Final = (
    # `a réuni une soixantaine de personnes`, `réunissait 80 élus`
    (
        rf"(?:(?:a|ont|avons) (?:r[ée]uni|rassembl[ée]|accueilli|mobilis[ée]|compt[ée]|attir[ée]|touch[ée]|form[ée])|"
        rf"r[ée]unissai(?:t|ent)|rassemblai(?:t|ent)|merci aux)\s+(?:pr[èe]s de |plus d[e'’]\s?|environ |quelque )?"
        rf"(?P<count>{_COUNT}){_OF}{PERSON}",
        "gathered",
    ),
    # `nous étions une soixantaine`
    (
        rf"(?:ils|elles|nous|vous) (?:[ée]taient|[ée]tions|[ée]tiez|furent)\s+(?:pr[èe]s de |plus d[e'’]\s?|environ )?"
        rf"(?P<count>{_COUNT})(?![^\W_])",
        "we_were",
    ),
)
_COUNTED: Final = (
    # `112 personnes ont suivi`, `une trentaine de techniciens et d'élus ont participé`
    (rf"(?P<count>{_COUNT}){_OF}{PERSON}(?:[^.;:!?\n]{{0,120}}?)\s{_DID}(?![^\W_])", "took_part"),
    # `Présents : 17 personnes`
    (rf"pr[ée]sents?\s*:\s*(?P<count>{_COUNT}){_OF}(?:personne|participant)e?s?(?![^\W_])", "present"),
    (rf"(?P<count>{_COUNT}){_OF}participante?s?(?![^\W_])", "participants"),
)


def _compile(patterns: tuple[tuple[str, str], ...]) -> tuple[tuple[GatedPattern, str], ...]:
    return tuple(
        (compile_gated(rf"(?<![^\W_]){pattern}", re.IGNORECASE), f"participants_{rule}") for pattern, rule in patterns
    )


_WHO_MET: Final = _compile(_MET)
_TOLD: Final = (*_WHO_MET, *_compile(_COUNTED))
_ROUND: Final = re.compile(
    r"(?:pr[èe]s de|plus d[e'’]|environ|quelque|moins de|entre)\s*$|^\W*(?:pr[èe]s|plus|environ|quelque)", re.IGNORECASE
)
_IS_LIMIT: Final = re.compile(r"(?:jusqu['’]à|limit[ée]\w*|maximum|groupes? de|places?|jauge|[àa])\s*$", re.IGNORECASE)
_FULL: Final = re.compile(
    r"(?<![^\W_])(?:(?:salle|maison) (?:comble|pleine)|affich\w+ (?:complet|comble)|"
    r"[ée]tait (?:pleine|comble|bond[ée]e)|ouvert (?:ses|leurs) portes|r[ée]pondu pr[ée]sent)(?![^\W_])",
    re.IGNORECASE,
)
_MANY: Final = 3


def find_participants(parts: Parts, spans: list[tuple[int, int]], *, looks_back: bool) -> Found[int] | None:
    """The number of people who took part; where the page does not look back, only of those who are said to have met."""
    text = parts.document.text
    found = [
        first
        for pattern, rule in (_TOLD if looks_back else _WHO_MET)
        if (first := _find_first(pattern, rule, text, spans)) is not None
    ]
    return min(found, key=lambda one: one.start, default=None)


@lru_cache(maxsize=64)
def tells_attendance(sentence: str) -> bool:
    """Whether a sentence tells how many people came, or that a house was full."""
    spans = [(0, len(sentence))]
    return _FULL.search(sentence) is not None or any(_find_first(*one, sentence, spans) for one in _TOLD)


def _find_first(pattern: GatedPattern, rule: str, text: str, spans: list[tuple[int, int]]) -> Found[int] | None:
    """The first number of people that one pattern finds, no limit and no handful."""
    for match, (start, _) in find_in_spans(pattern, text, spans):
        count = _count(match["count"])
        before = text[max(start, match.start() - 24) : match.start("count")]
        if count is not None and count >= _MANY and not _IS_LIMIT.search(before):
            is_round = _ROUND.search(before) is not None or not match["count"][:1].isdigit()
            return Found(count, match.start(), match.end(), rule, 0.7 if is_round else 0.9)
    return None


def _count(words: str) -> int | None:
    """The number that words or figures stand for, a dozen and its like included."""
    plain = re.sub(r"^(?:d['’])?une? ", "", words.strip().lower())
    return _DOZENS.get(plain) or parse_number(plain.replace(" ", "") if plain[:1].isdigit() else plain)
