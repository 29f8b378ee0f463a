"""Venues that take people in: `la ville de Liévin accueillera la rencontre`, `reçus par la mission locale de Douai`.

One who hosts stands as the subject of a verb of hosting (`Le Manège, à Maubeuge, sert de cadre à …`), behind `par`
where the verb is passive, or behind a verb that says that people are moving there (`le forum retrouve la Halle aux
sucres, à Dunkerque`). A town that hosts tells its house behind the verb: `nous ouvre les portes de sa médiathèque`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.matching.gates import compile_gated
from extract.matching.leaping import compile_leaping
from extract.places.elsewhere.postal import POSTAL
from extract.places.gazetteer.mention import Mention
from extract.places.grammar.addresses import town_of
from extract.places.grammar.context import CALENDAR_DAY, DAY, MEETING_NOUN, MONTH
from extract.places.grammar.houses import name_behind
from extract.places.grammar.names import PLACE_NOUN, clean_name
from extract.places.grammar.phrases import Parts, parse_region
from extract.places.page import Page
from extract.places.search.hosting import HOST_VERB, TWO_HOSTS

# It is done by one: `accueillis par`, `dans les locaux prêtés par`.
PASSIVE: Final = compile_gated(
    r"\b(?:accueilli|reçu|h[ée]berg[ée]|abrit[ée]|pr[êe]t[ée]|convi[ée])e?s?\s(?:[^.;:!?]{0,40}?\s)?par\s",
    re.IGNORECASE,
)
# People are where the verb says: `aura pour cadre le Forum de Chauny`, `investit les Tanneries`.
FRAME: Final = compile_gated(
    r"\b(?:(?:a|ont|aura|auront|avait|avec)\spour\s(?:cadre|d[ée]cor|th[ée][âa]tre|[ée]crin)|"
    r"(?:a|ont|avons|avez)\s(?:[ée]t[ée]\s)?(?:retenu|choisi)e?s?|"
    r"(?:retrouv|rejoin[td]?(?!\w* (?:l['’][ée]quipe|les? rangs?|le r[ée]seau|le groupe|le collectif))|"
    r"investi|gagn|r[ée]int[èe]gr|quitt\w+\s[^.;:!?]{2,40}\spour)\w*)\s",
    re.IGNORECASE,
)
# Said of nothing but an event.
STRONG: Final = compile_leaping(
    r"\bpour\s(?:cadre|d[ée]cor|th[ée][âa]tre|[ée]crin)\b|\b(?:serons|serez|sommes) (?:accueilli|reçu)", re.I
)
HOUSE: Final = re.compile(
    r"(?:l['’][ée]quipes? (?=d))?(?:de (?=la |l['’]))?"
    r"(?:la |le |les |l['’]|du |des |de |un |une |sa |son |ses |leurs? |notre |nos |au |aux )?"
    rf"(?:(?:grande?|(?:tout\w* )?nouve(?:au|lle)|belle|vieille|ancien(?:ne)?)\s)?"
    rf"\b(?P<house>{PLACE_NOUN}[^,;:.()\n]{{0,60}})",
    re.IGNORECASE,
)
# A town or its body, as one who hosts: `la ville de Liévin`, `Noyon`.
BODY: Final = re.compile(
    r"(?:(?:la (?:ville|commune|municipalit[ée]|mairie)|le (?:village|bourg)|les villes?)\s(?:de\s|d['’]))?$",
    re.IGNORECASE,
)
# People of a town who host: `par nos homologues du Portel`.
HOMOLOGUES: Final = re.compile(
    r"(?:nos|les|des|l['’]|la|le)\s?(?:homologues|coll[èe]gues|amis|voisins|partenaires|[ée]quipes?|membres|[ée]lus|"
    r"b[ée]n[ée]voles|habitants)\s(?:[^\W\d_]+\s){0,3}?(?:de\s|d['’])?",
    re.IGNORECASE,
)
# One who takes people in, whatever he is called: `reçus par le garage solidaire d'Albert`.
ANYBODY: Final = re.compile(
    r"(?:l[ae]s?\s|l['’]|une?\s|des\s|nos\s|notre\s)[^\W\d_][^,;:.()\n\d]{2,60}\s(?:de\s|d['’]|du\s)", re.IGNORECASE
)
# Where the house of a town that hosts is told: `dans sa nouvelle Maison des services`, `les portes de son musée`.
IN_ITS_HOUSE: Final = re.compile(r"(?:\bdans|\bde|\b[àa]|\ben|^|disposition)\s$", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[.;:!?\n]|\s[–—]\s|\bque?\s|\bc['’](?:est|était|sera)\s", re.IGNORECASE)
_TO_VERB: Final = re.compile(
    rf"(?:\s\([^()]*\))?,?\s(?:(?:et|avec)\s(?:son|sa|ses)\s{PLACE_NOUN}[^,;:.()\n]{{0,40}}\s)?"
    r"(?:qui\s|y\s)?(?:nous\s|vous\s|les\s)?",
    re.IGNORECASE,
)
_END: Final = re.compile(r"[.;:!?\n]|\s(?:pour|afin|lors|qui|dont|o[ùu])\s|,\s(?=[a-zà-ÿ])(?!à )")
_NAME_END: Final = re.compile(
    r"\s(?:pour|afin|lors|qui|dont|o[ùu]|du \d|le \d|à partir|dès|à l['’]occasion)\b.*$", re.DOTALL
)
_PEOPLE: Final = compile_leaping(
    r"\b(?:nous|vous|participant\w*|stagiaires?|promotion|conseils? citoyens?)\b",
    re.IGNORECASE,
)
_MONTH: Final = compile_leaping(rf"\ben {MONTH}", re.IGNORECASE)
# An association of a town that lends its own rooms: `l'association Droit de cité d'`.
_OF_TOWN: Final = re.compile(r"(?:\bde|\bd['’]|\bdu)\s?$", re.IGNORECASE)
_REACH: Final = 110


def hosts(page: Page, block: Block) -> Iterator[Parts]:
    """Find houses and towns that take the people of an event in."""
    text = page.document.text
    if block.label or block.kind in ("title", "heading") or not may_host(text, block.start, block.end):
        return
    for start, end in page.sentences.within(block.start, block.end):
        if not may_host(text, start, end):
            continue
        if not any(words.search(text, start, end) for words in (DAY, STRONG, _MONTH, _PEOPLE, MEETING_NOUN)):
            continue
        for found in _in_sentence(page, block, start, end):
            if not page.earlier.hold(found.start) and not POSTAL.search(text, start, found.start):
                yield replace(found, rule=f"host_{found.rule}")


def may_host(text: str, start: int, end: int) -> bool:
    """Check whether a verb of hosting can stand in a span: False is certain."""
    return any(verb.may_match(text, start, end) for verb in (HOST_VERB, PASSIVE, FRAME))


def _in_sentence(page: Page, block: Block, start: int, end: int) -> Iterator[Parts]:
    text = page.document.text
    for verb in HOST_VERB.finditer(text, start, end):
        yield from _as_subject(page, start, verb.start(), verb.end(), end)
    for verb in PASSIVE.finditer(text, start, end):
        yield from _as_object(page, block, verb.end(), end, whoever=True)
    for verb in FRAME.finditer(text, start, end):
        yield from _as_object(page, block, verb.end(), end)


def _as_subject(page: Page, start: int, first: int, last: int, end: int) -> Iterator[Parts]:
    """One who hosts before its verb: a house with its town, or a town, with the house that it is said to open."""
    text = page.document.text
    clause = max([start, *(mark.end() for mark in _CLAUSE.finditer(text, max(start, first - _REACH), first))])
    town = _last_town(page, clause, first)
    if town is None or not _TO_VERB.fullmatch(text, town.end, first):
        return
    lead = BODY.search(text[clause : town.start])
    opening = text[clause : town.start - len(lead[0] if lead else "")].rpartition(",")[2].strip()
    if not opening or (lead is not None and lead[0]):
        yield from _of_town(page, town, last, end)
        return
    house = HOUSE.search(text, clause, town.start)
    proper = re.search(r"(?:^|\b(?:Le|La|Les|L['’]|le|la|les|l['’])\s?)(?=[A-ZÀ-Ý0-9])", text[clause : town.start])
    begins = house.start("house") if house else clause + proper.end() if proper else None
    named = (
        list(_places(page, begins, town.end)) if begins is not None and clean_name(text[begins : town.start]) else []
    )
    if any(TWO_HOSTS.search(parts.name or "") for parts in named):
        return
    yield from named or (_of_town(page, town, last, end) if _OF_TOWN.search(opening) else ())


def _of_town(page: Page, town: Mention, last: int, end: int) -> Iterator[Parts]:
    """A town that hosts, in the house that stands behind the verb where one does."""
    text = page.document.text
    commune = town_of(town.candidates)
    if commune is None:
        return
    for house in HOUSE.finditer(text, last, min(end, last + _REACH)):
        name = clean_name(_NAME_END.sub("", house["house"]))
        if name and IN_ITS_HOUSE.search(text[last : house.start()].rstrip() + " "):
            yield Parts(
                town.start, house.start("house") + len(house["house"]), name, city=commune.name, commune=commune
            )
            return
    yield Parts(town.start, town.end, city=commune.name, commune=commune, rule="town")


def _as_object(page: Page, block: Block, first: int, end: int, *, whoever: bool = False) -> Iterator[Parts]:
    """A house with its town, or a town, behind a verb that people are taken in by it, or `whoever` does that."""
    text = page.document.text
    stop = _END.search(text, first, min(end, first + _REACH))
    limit = stop.start() if stop else min(end, first + _REACH)
    day = CALENDAR_DAY.search(text, first, limit)  # behind its day the next place may be told: `puis à Berck`
    limit = day.start() if day else limit
    towns = [m for m in page.mentions_in(first, limit) if town_of(m.candidates)]
    if not towns:
        return
    opening = text[first : towns[0].start]
    body = BODY.fullmatch(opening) or HOMOLOGUES.fullmatch(opening)
    house = HOUSE.match(text, first, towns[0].start)
    named = whoever and ANYBODY.fullmatch(opening) is not None
    if named or body is not None or house is not None or re.match(r"(?:le |la |les |l['’])?[A-ZÀ-Ý]", opening):
        last = name_behind(page, block, towns[0].end) if body is not None else towns[0].end
        yield from _places(page, house.start("house") if house else first, last)


def _last_town(page: Page, start: int, end: int) -> Mention | None:
    """The last town of a span."""
    return next((m for m in reversed(page.mentions_in(start, end)) if town_of(m.candidates)), None)


def _places(page: Page, start: int, end: int) -> Iterator[Parts]:
    for parts in parse_region(page.region(start, end)):
        if parts.city:
            yield parts
