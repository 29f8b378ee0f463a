"""Premises of an organiser: `à l'IREV`, `dans les locaux de l'IREV`, `dans ses locaux`, `dans ces mêmes locaux`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.knowledge import Knowledge, Organiser
from extract.places.folding import fold, fold_span

POSSESSIVE = re.compile(
    r"\b(?:dans|en|au sein de|au) (?:ses|nos|leurs|notre|son) (?:propres )?(?:locaux|murs|si[èe]ge)\b", re.IGNORECASE
)
SAME_PLACE = re.compile(
    r"\b(?:(?:dans|sur|[àa]|au|en|[àa]ux) ?)?(?:(?:ces|les|le|la|l['’]|ce|cette) ?)?m[êe]mes? "
    r"(?:locaux|lieux?|murs|endroits?|salles?|site|adresse|b[âa]timent|amphi\w*)\b(?! (?:que|qu['’]))|"
    r"\b(?:ibid(?:em)?|idem)\b",
    re.IGNORECASE,
)
# One of these stands in every such word: a cheap look before the careful one.
HINTS = ("locaux", "lieu", "endroit", "siege", "murs", "meme", "ibid", "idem")
# What is done to somebody rather than at their place: `confié à l'IREV`.
DATIVE = re.compile(
    r"\b(?:confi\w+|demand\w+|propos\w+|adh[ée]r\w+|permi\w+|permet\w*|donn\w+|inscri\w+|adress\w+|envoy\w+|transm\w+|"
    r"merci|gr[âa]ce|appel|li[ée]e?s?|rattach\w+|apparten\w+|r[ée]pon\w+|contact\w*|renvoy\w+|retourn\w+|particip\w+|"
    r"commande\w*|mission\w*|appui|soutien|suite|face|quant|rapport|d[ée]l[ée]gu\w+|attribu\w+|accord\w+|remis\w*|"
    r"associ\w+|directeur|directrice|charg[ée]e? de mission|aupr[èe]s)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Premises:
    """Words that point to premises. `organiser` is None for `ses locaux`; `same` points to the last venue named.

    `locaux` is set when the words say premises and not only the name of the body.
    """

    start: int
    end: int
    organiser: Organiser | None
    same: bool = False
    locaux: bool = True


@lru_cache(maxsize=64)
def compiled(names: tuple[str, ...]) -> re.Pattern[str]:
    """Pattern over all names of all organisers, behind the words that lead to a place."""
    choice = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?P<locaux>(?:dans |en |aux |au |les )+(?:locaux|si[èe]ge) (?:de |du |de la |d))|[àa] |A |À |"
        rf"chez |au sein d[eu] ?|au )"
        rf"(?:l['’]|la |le |['’])?(?P<name>{choice})(?![\w-])",
        re.IGNORECASE,
    )


_NAMES: list[tuple[tuple[Organiser, ...], tuple[tuple[str, str], ...]]] = []


def folded_names(organisers: tuple[Organiser, ...]) -> tuple[tuple[str, str], ...]:
    """Give all names of all organisers, each with its folded form; kept for the last organisers asked for."""
    if not _NAMES or _NAMES[0][0] is not organisers:
        _NAMES[:] = [(organisers, tuple((name, fold(name)) for o in organisers for name in o.names))]
    return _NAMES[0][1]


def find_premises(text: str, knowledge: Knowledge, start: int, end: int) -> Iterator[Premises]:
    """Find words that lead to somebody's premises in a span; whether an event is there is not decided here."""
    words = fold_span(text, start, end)
    if any(hint in words for hint in HINTS):
        for match in SAME_PLACE.finditer(text, start, end):
            yield Premises(match.start(), match.end(), None, same=True)
        for match in POSSESSIVE.finditer(text, start, end):
            yield Premises(match.start(), match.end(), None)
    names = tuple(name for name, folded in folded_names(knowledge.organisers) if folded in words)
    for match in compiled(names).finditer(text, start, end) if names else ():
        organiser = organiser_named(match["name"], knowledge)
        yield Premises(match.start(), match.end(), organiser, locaux=match["locaux"] is not None)


def organiser_named(name: str, knowledge: Knowledge) -> Organiser | None:
    """The organiser that bears a name, case and accents aside."""
    key = fold(name)
    return next((o for o in knowledge.organisers if any(fold(n) == key for n in o.names)), None)


def owner_of(text: str, position: int, host: str, knowledge: Knowledge) -> Organiser | None:
    """Whose premises `ses locaux` are: of the organiser named last before, else of the site, else of the first."""
    best: tuple[int, Organiser] | None = None
    window = fold_span(text, max(0, position - 600), position)
    for organiser in knowledge.organisers:
        for name in organiser.names:
            at = window.rfind(fold(name))
            if at >= 0 and (best is None or at > best[0]):
                best = (at, organiser)
    if best is not None:
        return best[1]
    by_host = next((o for o in knowledge.organisers if host in o.hosts), None)
    return by_host or (knowledge.organisers[0] if knowledge.organisers else None)
