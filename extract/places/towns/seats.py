"""Towns that a page tells by what sits there: a préfecture in its seat, an agglomeration in the town it is named after.

`à la préfecture de région` beside `les délégués du Nord et du Pas-de-Calais` is in Lille, and `à l'Hôtel de ville`, on
a page that names no town but the `communauté d'agglomération du Pays de Laon`, in Laon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.knowledge import Territory
from extract.matching.folding import FoldedText, fold
from extract.places.gazetteer.automaton import Gazetteer, gazetteer_of
from extract.places.grammar.phrases import Parts
from extract.places.page import Page

Town = tuple[str, Territory]

STATE_HOUSE = re.compile(
    r"(?:salle [^,]{3,30}, )?(?:(?:h[ôo]tel de (?:la )?)?pr[ée]fecture(?P<region> de (?:la )?r[ée]gion)?|"
    r"h[ôo]tel du d[ée]partement|conseil d[ée]partemental|archives d[ée]partementales)",
    re.IGNORECASE,
)
# The house of a body, before its name: `au siège de`, `dans les locaux d'`.
OF_SEAT = re.compile(r"(?:si[èe]ge|locaux|bureaux)\s(?:de\s(?:la\s|l['’])?|du\s|d['’])$", re.IGNORECASE)
ROOM_LEAD = re.compile(r",\s|\s[–—-]\s|\s\(")
LONGEST_NAME = 60
REGION_HOUSE = re.compile(r"(?:si[èe]ge de (?:la )?r[ée]gion|conseil r[ée]gional|h[ôo]tel de (?:la )?r[ée]gion)", re.I)


def town_of_state(page: Page, name: str) -> Town | None:
    """The seat of the one département, or region, of a page, for its préfecture told without a town."""
    house, region = STATE_HOUSE.fullmatch(name), REGION_HOUSE.fullmatch(name)
    if house is None and region is None:
        return None
    gazetteer = gazetteer_of(page.knowledge)
    wide = region is not None or (house is not None and house["region"] is not None)
    seats = {t.seat_code for t in states(page, gazetteer, wide=wide)} - {None}
    seat = gazetteer.by_id.get(seats.pop() or "") if len(seats) == 1 else None
    return (seat.name, seat) if seat is not None else None


def town_of_body(page: Page, parts: Parts) -> Town | None:
    """The town that an agglomeration is called after which receives in its own house: `Amiens Métropole, salle 4`.

    That of a whole `Pays` may sit in any of its communes.
    """
    led = page.mentions_in(max(0, parts.start - LONGEST_NAME), parts.start)
    if led and ROOM_LEAD.fullmatch(page.document.text, led[-1].end, parts.start) is None:
        led = []  # else a room behind its body: `Valenciennes Métropole, salle A`
    for mention in (*led[-1:], *page.mentions_in(parts.start, parts.end)) if not parts.street else ():
        body = mention.territory
        head = page.document.text[parts.start : mention.start] if mention.start > parts.start else ""
        if body is None or body.kind != "epci" or "Pays" in body.name or (head and OF_SEAT.search(head) is None):
            continue
        towns = {town.territory_id: town for town in named_after(body, gazetteer_of(page.knowledge))}
        return next(((town.name, town) for town in towns.values()), None) if len(towns) == 1 else None
    return None


def states(page: Page, gazetteer: Gazetteer, *, wide: bool) -> Iterator[Territory]:
    """The départements that the page or its site names; `wide` asks for their regions, and those named themselves."""
    named = [m.territory for m in page.mentions if m.territory is not None]
    named = [t for t in named if t.kind in ("departement", "region")] or list(in_furniture(page, gazetteer))
    for territory in named:
        if territory.kind == "region" and wide:
            yield territory
        elif territory.kind == "departement":
            region = gazetteer.by_id.get(territory.parent_id or "")
            yield region if wide and region is not None else territory


def in_furniture(page: Page, gazetteer: Gazetteer) -> Iterator[Territory]:
    """The départements in the head and foot of the site (`Préfecture de l'Oise`)."""
    for block in page.document.blocks:
        words = page.document.words_of(block) if block.kind == "furniture" else ""
        if "fecture" not in words:
            continue
        for match in gazetteer.find_names(FoldedText.of(words)):
            yield from (t for t in match.form.territories if t.kind == "departement")


def towns_of_agglomerations(page: Page) -> Iterator[Town]:
    """The towns that the agglomerations of a page are named after."""
    gazetteer = gazetteer_of(page.knowledge)
    for mention in page.mentions:
        if mention.territory is not None and mention.territory.kind == "epci":
            yield from ((town.name, town) for town in named_after(mention.territory, gazetteer))


def named_after(epci: Territory, gazetteer: Gazetteer) -> Iterator[Territory]:
    """The communes of an agglomeration whose own name is a word of its name: `Amiens Métropole`, `Pays de Laon`."""
    for word in re.split(r"[\s'’()]+|(?<=[a-z])(?=[A-Z])", epci.name):  # `GrandSoissons` too
        stems = [word, *(word.removesuffix(end) for end in ("ois", "is") if word.endswith(end))]  # `Beauvaisis`
        for stem in stems if len(fold(word)) > 3 else ():
            yield from (t for t in gazetteer.named(stem) if t.kind == "commune" and t.parent_id == epci.territory_id)
