"""The town of a site, by its head and foot: the town whose body it is of, or its one address there.

Head and foot come again on every page of a site. What is named in a stretch of them is found once and remembered by
its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.knowledge import Territory
from extract.matching.folding import FoldedText
from extract.matching.gates import LONGEST_REMEMBERED, REMEMBERED
from extract.matching.leaping import compile_leaping
from extract.places.furniture import find_furniture
from extract.places.gazetteer.automaton import Gazetteer, gazetteer_of
from extract.places.grammar.addresses import city_name, find_cities, town_of
from extract.places.grammar.premises import names_of
from extract.places.page import Page
from extract.places.towns.house_feet import OPENS_WITH_HOUSE, towns_of_house

Town = tuple[str, Territory]

# A body of a town, right before its name; one that invites is the host.
BODY = compile_leaping(
    r"\b(?:villes?|mairie|maires?|commune|municipalit[ée]|ccas|centre communal d['’]action sociale|conseil municipal|"
    r"conseil citoyen)\s(?:de\s|d['’])?$",
    re.IGNORECASE,
)
NAMES_BODY = compile_leaping(BODY.pattern.removesuffix("$"), re.IGNORECASE)
# What a site says of itself in its head: `Le site des habitants, à Cambrai`.
MOTTO = re.compile(
    r"(?:le |la |l['’])?(?:site|blog|journal|gazette|portail|comit[ée]|association|collectif|centre|maison)\b"
    r"[^.:;\d]{0,60}?,?\s[àÀ]\s|(?:vivre|habiter|bouger|sortir|grandir|bienvenue|s['’]installer)\s[àÀ]\s",
    re.IGNORECASE,
)
# What a site is called that a body of a town speaks on: `Centre social Les Glycines – Albert`.
LOCAL_BODY = re.compile(
    r"(?:©\s?(?:\d{4}\s)?)?(?:centre (?:social|socio\w*)|maison (?:de quartier|pour tous|des? \w+)|mjc|"
    r"r[ée]gie de quartier|mission locale|m[ée]diath[èe]que|foyer rural|conseil citoyen|coll[èe]ge|lyc[ée]e|[ée]coles?|"
    r"ehpad|centre hospitalier|(?:cit[ée]|groupe|ensemble) scolaire|institution|ludoth[èe]que|cin[ée]ma|th[ée][âa]tre|"
    r"r[ée]sidence autonomie|foyer|cr[èe]che|conservatoire|accueil de loisirs|club de pr[ée]vention|"
    r"espace de vie sociale|jardins? (?:partag[ée]s?|solidaires?|familia\w+|ouvriers?|collectifs?)|tiers[- ]lieu|"
    r"ressourcerie|recyclerie|accorderie|caf[ée] (?:associatif|citoyen|solidaire)|[ée]picerie (?:sociale|solidaire)|"
    r"garage solidaire|atelier v[ée]lo|r[ée]sidence)\b"
    r"(?:[^.:;\d|]|(?<!\d)\d(?!\d)){0,60}?(?:\s[–—-]|,|\s\()\s?",
    re.IGNORECASE,
)
# An association that bears the name of its town: `Collectif Solidarités Compiègne`, `Secours populaire – Lens`.
NAMED_AFTER = re.compile(
    r"(?:collectif|association|comit[ée]|amicale|club|emma[üu]s|secours|restos|unis-cit[ée]|office|croix-rouge|ligue|"
    r"cidff|planning|[ée]picerie|ressourcerie|accorderie|universit[ée] populaire)\b(?:\s[\w'’-]+){0,4}?\s(?:[–—-]\s)?",
    re.IGNORECASE,
)
# A town hall that tells its address: the site is that of its town (`Mairie, place Foch, 62930 Wimereux`).
TOWN_HALL = re.compile(r"\W*(?:mairie|h[ôo]tel de ville)\s?[,:|•·–—-]", re.IGNORECASE)
# No town bears an article that is not its own: `Amicale des Tours`.
ARTICLE = re.compile(r"(?<![^\W_])(?:des|les|la|aux)\s$", re.IGNORECASE)
# What may stand behind its name: `Maison de quartier – Lille Sud`, `jardin partagé, Sin-le-Noble, à côté de Douai`.
SIDE_OF_TOWN = re.compile(
    r"(?:[ -](?:Nord|Sud|Est|Ouest|Centre|Ville|Plage))?(?: \(\d{2,5}\))?"
    r"(?:,? (?:à (?:c[ôo]t[ée]|deux pas)|pr[èe]s|aux portes|non loin) d[^\n|]{2,40})?[ .)]*(?:\s[–—|·•-]\s[^\n]*)?"
)
# A town that is a piece of its own in a line that something else opens: `Voisins du faubourg · Lille · 412 abonnés`.
PIECE_AHEAD = re.compile(r"[^\W\d_]{2}[»\")]?\s[–—|·•-]\s$")
ANY_MARK = re.compile(r"\s[–—|·•-]\s")
LONGEST_MARK = 8
PIECE_BEHIND = re.compile(r"(?: \(\d{2,5}\))?\s?(?:$|\.$|\s[–—|·•-]\s)")


@dataclass(frozen=True, slots=True)
class Told:
    """What a stretch of furniture tells: towns whose body the site bears, towns of its addresses, and its words."""

    named: tuple[Town, ...]
    addresses: tuple[Town, ...]
    words: frozenset[str]


_SITE: list[tuple[Page, list[Town]]] = []


def site_towns(page: Page) -> list[Town]:
    """The towns that the head and foot of a site tell; kept for the last page, as houses and sittings ask for them."""
    if not _SITE or _SITE[0][0] is not page:
        _SITE[:] = [(page, find_site_towns(page))]
    return _SITE[0][1]


def bears_its_town(page: Page) -> bool:
    """Whether a site is that of a town or of a body of it; an address alone says only where somebody works."""
    gazetteer = gazetteer_of(page.knowledge)
    told = (read_furniture(page.document.text[start:end], gazetteer) for start, end in find_furniture(page.document))
    return any(stretch.named for stretch in told) or bool(towns_of_house(page.document, gazetteer))


def find_site_towns(page: Page) -> list[Town]:
    """Towns whose body the site bears in its head or foot (`Ville de Grande-Synthe`), else of its one address there.

    The address of a known organiser is where it works, and it meets everywhere: it tells nothing.
    """
    text, gazetteer = page.document.text, gazetteer_of(page.knowledge)
    told = [read_furniture(text[start:end], gazetteer) for start, end in find_furniture(page.document)]
    named = [town for stretch in told for town in stretch.named] or towns_of_house(page.document, gazetteer)
    if named or is_organiser_site(page, told):
        return named
    return [town for stretch in told for town in stretch.addresses]


def is_organiser_site(page: Page, told: list[Told]) -> bool:
    """Whether the page stands on the site of an organiser, by its host or by the names in its head and foot."""
    if any(page.host in organiser.hosts for organiser in page.knowledge.organisers):
        return True
    names = names_of(page.knowledge.organisers).bearers
    return any(not stretch.words.isdisjoint(names) for stretch in told)


def read_furniture(words: str, gazetteer: Gazetteer) -> Told:
    """What a stretch of furniture tells."""
    return (_read if len(words) > LONGEST_REMEMBERED else _remembered)(words, gazetteer)


def _read(words: str, gazetteer: Gazetteer) -> Told:
    lines = words.split("\n")
    named = tuple(town for line in lines for town in towns_of_bodies(line, gazetteer))
    named = named or tuple(
        (city.name, city.commune)
        for line in lines
        if TOWN_HALL.match(line) or OPENS_WITH_HOUSE.match(line)
        for city in find_cities(line, gazetteer)
        if city.commune
    )
    cities = (city for line in lines for city in find_cities(line, gazetteer))
    addresses = tuple((city.name, city.commune) for city in cities if city.commune)
    addresses = addresses or tuple(town for line in lines for town in towns_set_off(line, gazetteer))
    return Told(named, addresses, frozenset(re.findall(r"[\w'’-]+", words.lower())))


_remembered = lru_cache(maxsize=REMEMBERED)(_read)


def towns_set_off(line: str, gazetteer: Gazetteer) -> Iterator[Town]:
    """The one town that is a piece of its own in a line, behind the name of who speaks."""
    if ANY_MARK.search(line) is None:
        return
    found = [
        (city_name(line[match.start : match.end], commune), commune)
        for match in gazetteer.find_names(FoldedText.of(line))
        if (commune := town_of(match.form.territories)) is not None and is_set_off(line, match.start, match.end)
    ]
    if len({commune.territory_id for _, commune in found}) == 1:
        yield found[0]


def is_set_off(line: str, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end` is a piece of its own in a line that a name opens."""
    return PIECE_AHEAD.search(line, max(0, start - LONGEST_MARK), start) is not None and bool(
        PIECE_BEHIND.match(line, end)
    )


def towns_of_bodies(line: str, gazetteer: Gazetteer) -> Iterator[Town]:
    """Towns whose body a line of the furniture names, or that it says the site is in."""
    motto = MOTTO.match(line) or LOCAL_BODY.match(line)
    named = NAMED_AFTER.match(line) is not None
    if motto is None and not named and not NAMES_BODY.search(line):
        return
    for match in gazetteer.find_names(FoldedText.of(line)):
        commune = town_of(match.form.territories)
        if ARTICLE.search(line, 0, match.start):
            continue
        told = motto is not None and match.start == motto.end() and SIDE_OF_TOWN.fullmatch(line, match.end)
        told = told or (
            named and NAMED_AFTER.fullmatch(line, 0, match.start) and SIDE_OF_TOWN.fullmatch(line, match.end)
        )
        if commune and (told or BODY.search(line[: match.start])):
            yield city_name(line[match.start : match.end], commune), commune
