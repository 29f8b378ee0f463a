"""Towns that are told as the items of a list, and need no other cue: `Étape 2 : Gamaches`, `Deux lieux : Fruges ou …`.

The words before say that places follow, or count what takes place there; so even an everyday word is a town.
"""

from __future__ import annotations

import re
from typing import Final

from extract.document import Block
from extract.matching.gates import compile_gated
from extract.places.gazetteer.automaton import NameMatch
from extract.places.grammar.names import PLACE_NOUN

_NUMBER: Final = r"(?:\d{1,2}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|diff[ée]rents?)"
_PLACES: Final = (
    r"(?:lieux|sites|haltes|[ée]tapes|escales|arr[êe]ts|antennes|salles|temps|"
    r"points d[ei] (?:rencontre|rendez-vous|chute))"
)
PROMISED: Final = compile_gated(
    rf"\b(?:{_NUMBER}\s(?:[^\W\d_]+\s)?{_PLACES}|(?:{_NUMBER}\s)?(?:lieux|villes|communes|sites|dates)\sau choix|"
    r"au choix(?=\s?:)|"
    r"d[ée]centralis[ée]e?s|itin[ée]rante?s|d[ée]localis[ée]e?s|tournante?s)(?![^\W_])[^:.;!?\n]{0,40}?\s?:\s",
    re.IGNORECASE,
)
"""Words that promise the places behind their colon."""
_COUNTED: Final = re.compile(
    r"\b(?:[ée]tape|session|s[ée]ance|groupe|jour|journ[ée]e|date|module|halte|promotion|volet|rencontre|r[ée]union)\s"
    r"(?:n\s?[°o]\s?)?\d{1,2}\s?(?::|[–—-])\s$",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"\s?(?:$|[.;/|\n]|,\s)")
_HOUSE: Final = re.compile(
    rf"\s\((?:[àa] la |[àa] l['’]|aux? |la |le |l['’])?{PLACE_NOUN}[^()\n]{{0,60}}\)", re.IGNORECASE
)
_REACH: Final = 90


def is_item(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town behind such words, or with its house in brackets: `Marle (médiathèque)`."""
    if not text[match.start].isupper() or any(t.kind == "area" for t in match.form.territories):
        return False
    if _HOUSE.match(text, match.end, block.end):
        return True
    head = text[max(block.start, match.start - _REACH) : match.start]
    if not head.rstrip().endswith((":", "–", "—", "-")):
        return False
    if _COUNTED.search(head) and _ENDS.match(text, match.end, block.end):
        return True
    promises = list(PROMISED.finditer(head)) if head.endswith(": ") else []
    return bool(promises) and promises[-1].end() == len(head)
