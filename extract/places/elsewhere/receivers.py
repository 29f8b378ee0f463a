"""To whom something is given, said or owed rather than where people meet: `confié à l'IREV`, `Merci à la MJC`."""

from __future__ import annotations

import re
from typing import Final

from extract.matching.leaping import compile_leaping

_GIVEN: Final = compile_leaping(
    r"\b(?:confi\w+|demand\w+|propos\w+|adh[ée]r\w+|permi\w+|permet\w*|donn\w+(?! rendez-vous)|"
    r"inscri\w+|adress\w+|envoy\w+|transm\w+|(?:re)?merci\w*|bravo|hommage|[dr]ev(?:ons|ient|iennent|iendr\w+)|doi(?:s|t|vent)|"
    r"ir(?:a|ont)|vers[ée]\w*|"
    r"gr[âa]ce|appel|li[ée]e?s?|rattach\w+|apparten\w+|appart(?:ient|iennent)|r[ée]pon\w+|contact\w*|renvoy\w+|retourn\w+|"
    r"particip\w+|commande\w*|mission\w*|appui|soutien|suite|face|quant|rapport|d[ée]l[ée]gu\w+|attribu\w+|accord\w+|"
    r"remis\w*|associ\w+|directeur|directrice|charg[ée]e? de mission|aupr[èe]s)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
_THANKED: Final = compile_leaping(
    r"(?<![^\W_])(?:(?:re)?merci\w*(?! d[e'’])|bravo|gr[âa]ce|hommage)(?![^\W_])[^.;:!?]*$", re.IGNORECASE
)
_REACH: Final = 70
_TO: Final = re.compile(r"(?:[àa]\s|aux?\s)", re.IGNORECASE)


def is_given(text: str, start: int, first: int) -> bool:
    """Whether the words of a sentence from `start` to a body that `first` begins say what is done to it."""
    return _GIVEN.search(text, max(start, first - _REACH), first) is not None


def is_received(text: str, start: int, first: int) -> bool:
    """Whether a house that `first` leads to with `à` is given something: the sentence is known to hold no day."""
    return _TO.match(text, first) is not None and is_given(text, start, first)


def is_thanked(text: str, start: int, first: int) -> bool:
    """Whether the sentence from `start` thanks those of a town that `first` begins, or what comes of them."""
    return _THANKED.search(text, start, first) is not None
