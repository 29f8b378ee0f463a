"""Premises of an organiser: `à l'IREV`, `dans les locaux de l'IREV`, `dans ses locaux`, `dans ces mêmes locaux`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.knowledge import Knowledge, Organiser
from extract.matching.folding import fold, fold_span, may_hold
from extract.matching.gates import GateFamily, compile_gated
from extract.matching.leaping import compile_leaping
from extract.places.gazetteer.automaton import Gazetteer, gazetteer_of
from extract.places.grammar.addresses import STREET, City, find_cities
from extract.places.grammar.context import CALENDAR_DAY

POSSESSIVE = compile_gated(
    r"\b(?:dans|en|au sein de|au) (?:ses|nos|leurs|notre|son) (?:propres )?(?:locaux|murs|si[èe]ge)\b", re.IGNORECASE
)
SAME_PLACE = compile_gated(
    r"\b(?:(?:dans|sur|[àa]|au|en|[àa]ux) ?)?(?:(?:ces|les|le|la|l['’]|ce|cette) ?)?m[êe]mes? "
    r"(?:locaux|lieux?|murs|endroits?|salles?|site|adresse|b[âa]timent|amphi\w*)\b"
    r"(?! (?:que|qu['’])(?!\s?(?:pour\s|lors d[eu]\s|[àa]\s)?(?:l[ae]s?\s|l['’]|au\s)?"
    r"(?:s[ée]ances?|ateliers?|sessions?|modules?|journ[ée]es?|jours?|rencontres?|premi|deuxi|second|troisi|derni|pr[ée]c[ée]den)))|"
    r"\b(?:ibid(?:em)?|idem)\b",
    re.IGNORECASE,
)
OURS = re.compile(r"\b(?:nos|notre)\b", re.IGNORECASE)
# What leads to an address: a comma, or words before its number (`nos locaux du 5, place Haute`, `sis au 12 rue Basse`).
MARK = re.compile(
    r"\s*[,:(–—-]\s*|\s+(?:du|de la|(?:(?:qui se trouvent|sise?s?|situ[ée]e?s?),?\s)?au|sise?s?|situ[ée]e?s?)\s+(?=\d)",
    re.IGNORECASE,
)
ADDRESS_BEHIND = 150
# The address stands elsewhere on the page: `dans nos locaux (adresse ci-dessous)`.
ADDRESS_ELSEWHERE = re.compile(
    r"\s*[,:(–—-]?\s*(?:(?:voir|à)\s)?(?:notre |l['’])?(?:adresse|coordonn[ée]es|plan)\s(?:complète\s)?"
    r"(?:ci-(?:dessous|dessus|contre|apr[èe]s)|(?:en|au) (?:bas|pied|dos|verso|haut|t[êe]te|fin)|plus (?:bas|haut))",
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
    return compile_leaping(
        rf"\b(?:(?P<locaux>(?:dans |en |aux |au |les )+(?:locaux|si[èe]ge|bureaux|antenne)"
        r"(?: [a-zà-ÿ]+)? (?:de |du |de la |d))|"
        rf"[àa] |A |À |"
        rf"chez |au sein d[eu] ?|au )"
        rf"(?:l['’]|la |le |['’])?(?P<name>{choice})(?![\w-])",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class Names:
    """All names of some organisers: as written, folded, and who bears them (the first of several)."""

    organisers: tuple[Organiser, ...]
    written: tuple[str, ...]
    folded: tuple[str, ...]
    bearers: dict[str, Organiser]


_NAMES: list[Names] = []


def names_of(organisers: tuple[Organiser, ...]) -> Names:
    """Give all names of all organisers; kept for the last organisers asked for."""
    if not _NAMES or _NAMES[0].organisers is not organisers:
        written = tuple(name for organiser in organisers for name in organiser.names)
        bearers = {fold(name): organiser for organiser in reversed(organisers) for name in organiser.names}
        _NAMES[:] = [Names(organisers, written, tuple(map(fold, written)), bearers)]
    return _NAMES[0]


def find_premises(text: str, knowledge: Knowledge, start: int, end: int) -> Iterator[Premises]:
    """Find words that lead to somebody's premises in a span; whether an event is there is not decided here."""
    for match in SAME_PLACE.finditer(text, start, end):
        yield Premises(match.start(), match.end(), None, same=True)
    for match in POSSESSIVE.finditer(text, start, end):
        yield Premises(match.start(), match.end(), None)
    known = names_of(knowledge.organisers)
    if not may_hold(text, start, end, known.folded):
        return
    words = fold_span(text, start, end)
    names = tuple(name for name, folded in zip(known.written, known.folded, strict=True) if folded in words)
    for match in compiled(names).finditer(text, start, end) if names else ():
        organiser = organiser_named(match["name"], knowledge)
        yield Premises(match.start(), match.end(), organiser, locaux=match["locaux"] is not None)


_BY_WORDS = GateFamily(SAME_PLACE, POSSESSIVE)


def may_tell_somebodys(text: str, knowledge: Knowledge, start: int, end: int) -> bool:
    """Check whether words that lead to somebody's premises can stand in a span: False is certain."""
    return _BY_WORDS.may_match(text, start, end) or may_hold(text, start, end, names_of(knowledge.organisers).folded)


def tells_address(text: str, end: int, gazetteer: Gazetteer) -> bool:
    """Check for an address right behind the words of somebody's own premises: `dans nos locaux, 15 rue Haute, 62400 …`.

    The address tells where they are; whose they are need not be known.
    """
    if ADDRESS_ELSEWHERE.match(text, end):
        return True
    mark = MARK.match(text, end)
    if mark is None:
        return False
    if STREET.match(text, mark.end()):
        return True
    town = next(find_cities(text, gazetteer, end, end + ADDRESS_BEHIND), None) if ":" in mark[0] else None
    return town is not None and CALENDAR_DAY.search(text, end, town.start) is None


def organiser_named(name: str, knowledge: Knowledge) -> Organiser | None:
    """The organiser that bears a name, case and accents aside."""
    return names_of(knowledge.organisers).bearers.get(fold(name))


def town_of_writer(text: str, host: str, knowledge: Knowledge, premises: tuple[int, int]) -> City | None:
    """The town of the one address of a page, where `nos locaux` are those of who writes it and nobody known speaks.

    A letter, a leaflet or the site of somebody unknown has the address of who writes at its head or foot. `ses locaux`
    are those of whoever is named before.
    """
    start, end = premises
    if any(host in organiser.hosts for organiser in knowledge.organisers):
        return None
    if _named_before(text, start, knowledge) is not None and (not host or OURS.search(text, start, end) is None):
        return None
    cities = [city for city in find_cities(text, gazetteer_of(knowledge), 0, len(text)) if city.postcode]
    return cities[0] if len({city.name for city in cities}) == 1 else None


def owner_of(text: str, position: int, host: str, knowledge: Knowledge) -> Organiser | None:
    """Whose premises `ses locaux` are: of the organiser named last before, else of the site, if there is one."""
    named = _named_before(text, position, knowledge)
    if named is not None:
        return named
    by_host = next((o for o in knowledge.organisers if host in o.hosts), None)
    return by_host or (knowledge.organisers[0] if knowledge.organisers and not host else None)


def _named_before(text: str, position: int, knowledge: Knowledge) -> Organiser | None:
    """The organiser named last in the words before a position."""
    best: tuple[int, Organiser] | None = None
    window = fold_span(text, max(0, position - 600), position)
    for organiser in knowledge.organisers:
        for name in organiser.names:
            at = window.rfind(fold(name))
            if at >= 0 and (best is None or at > best[0]):
                best = (at, organiser)
    return best[1] if best is not None else None
