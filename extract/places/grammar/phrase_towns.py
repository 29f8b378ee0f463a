"""The town of one venue phrase that has no postcode: set off, led to by a preposition, in the name, or a seat."""

from __future__ import annotations

import re

from extract.knowledge import Territory
from extract.places.gazetteer.automaton import Gazetteer, is_elsewhere
from extract.places.gazetteer.cues import KNOWN_HERE, NUMBER_AFTER
from extract.places.gazetteer.mention import Mention
from extract.places.grammar.addresses import STREET, city_name, town_of
from extract.places.grammar.names import PLACE_NOUN
from extract.places.grammar.region import Region

# What a département has one of stands where its préfecture sits.
SEAT = re.compile(
    r"\b(?:(?<!sous-)pr[ée]fecture|h[ôo]tel du d[ée]partement|"
    r"archives d[ée]partementales) (?:du |de la |de l['’]|des |de |d['’])?$",
    re.IGNORECASE,
)
TOWN_LEAD = re.compile(
    r"(?:[,(]\s*)?(?:\b(?:[àaÀA]|sur|dans)\s+)?(?:\bla\s+)?(?:(?<!de )\b(?:ville|commune)\s+d(?:e\s+|['’]))?$",
    re.IGNORECASE,
)
OF_BODY = re.compile(r"\b(?:communaut[ée]|agglom[ée]ration|m[ée]tropole)\b", re.IGNORECASE)
OF_TOWN = re.compile(r"\s+(?:de|d['’])\s?$")
# A house that is called after a town: `Caserne Bouvines, Lille`.
BEARS_TOWN = re.compile(
    rf"\W*(?:(?:aux?|[àa] la|[àa] l['’]|dans (?:la|le|les|l['’]))\s?)?{PLACE_NOUN}\s"
    r"(?:(?:culturel|social|municipal|communal|paroissial|polyvalent|sportif|associatif|omnisports?|scolaire|primaire|"
    r"[ée]l[ée]mentaire|maternel)(?:le|e|ive)?s?\s|(?:de\s|des\s|d['’])[a-zà-ÿ]+\s){0,2}",
    re.IGNORECASE,
)
SAINT = re.compile(r"(?:Saint|Sainte|St|Ste)[ -]")
ROOM = re.compile(r"\b(?:salles?|salons?|amphi\w*|auditorium)\s$", re.IGNORECASE)
# Public rooms that a town owns: `salle polyvalente Notre-Dame de Fourmies` is in Fourmies.
TOWN_ROOM = re.compile(
    r"^\W*(?:(?:[àa] la|[àa] l['’]|au|en|(?:dans|devant|sur) (?:la|les?|l['’])|le|la|les|l['’])\s*)?(?:salle|salons?|"
    r"amphi\w*|auditorium|locaux|parvis|gare|iut|campus|ancien\w*|stade|piscine|cin[ée]ma|mus[ée]e|conservatoire|"
    r"kursaal|h[ôo]pital|hall|tribunal|rectorat|mission locale|foyer|ferme|citadelle|[ée]cole|abbaye|relais|base|"
    r"beffroi|chapelle|manufacture|fabrique|villa|pavillon|kiosque|cit[ée]|club|domaine|tiers[- ]lieu|[ée]glise|"
    r"ch[âa]teau|m[ée]diath[èe]que|mairie|"
    r"h[ôo]tel de ville|gymnase|"
    r"th[ée][âa]tre|centres?|si[èe]ge|communaut[ée]|h[ôo]tel d['’]agglom[ée]ration|biblioth[èe]que|maison|mjc|ccas|"
    r"palais|halle|lyc[ée]e|coll[èe]ge|sous-pr[ée]fecture|r[ée]sidence|"
    r"jardins?|serres?|verger|potager|ressourcerie|recyclerie|[ée]picerie|ludoth[èe]que|patinoire|hippodrome|"
    r"caserne|clinique|ehpad|cr[èe]che|grange|moulin|bourse du travail|temple|"
    r"espace|universit[ée])\b",
    re.IGNORECASE,
)


def pick_town(
    region: Region, used: list[tuple[int, int]]
) -> tuple[tuple[str, Territory], tuple[int, int] | None] | None:
    """The town of a phrase without a postcode, and the span to cut out of the name with it.

    A town that ends a name without a preposition (`Sciences-Po Lille`) stays part of the name, and is no town at all
    where another one stands apart before it (`Abbeville | Espace culturel Saint-André`).
    """
    opening = opening_town(region)
    if opening is not None:
        return opening
    borne: tuple[tuple[str, Territory], None] | None = None
    for mention in reversed(without_far_towns(region)):
        number = NUMBER_AFTER.match(region.text, mention.end)
        commune = town_of(mention.candidates, number[1] if number else None)
        if commune is None or any(a <= mention.start < b for a, b in used):
            continue
        end = number.end() if number else mention.end
        written = region.text[mention.start : mention.end]
        head = region.text[region.start : mention.start]
        lead = TOWN_LEAD.search(head)
        found = (city_name(written, commune), commune)
        if (lead and lead[0].strip()) or not head.strip() or re.search(r"(?:[,(/\n–—:]|\s-)\s*$", head):
            return found, (region.start + lead.start() if lead else mention.start, end)
        if written.startswith(("du ", "des ")) and TOWN_ROOM.match(head):
            return found, (mention.start, end)  # `salle des fêtes du Quesnoy`, which is Le Quesnoy's
        of_town = OF_TOWN.search(head)
        if of_town and (TOWN_ROOM.match(head) or TOWN_ROOM.match(head[last_piece(head) :])):
            return found, (region.start + of_town.start(), end)
        if is_elsewhere(commune) and TOWN_ROOM.match(head):
            continue  # `salle Stains`: a room is rather called after a town of another region than in it
        if BEARS_TOWN.fullmatch(head) and (SAINT.match(written) or (ROOM.search(head) and is_small(commune))):
            continue  # `salles Saint-Nicolas`, `salle Pisseleu`: what a room is called
        borne = borne or (found, None)
        if not any(stands_apart(region, other) for other in region.mentions if other.start < mention.start):
            break
    return borne


def without_far_towns(region: Region) -> list[Mention]:
    """The mentions of a phrase; beside a town of the region without those far away, which something is called after."""
    towns = [(mention, town_of(mention.candidates)) for mention in region.mentions]
    if not any(town is not None and not is_elsewhere(town) for _, town in towns):
        return region.mentions
    return [
        mention
        for mention, town in towns
        if town is None or not is_elsewhere(town) or NUMBER_AFTER.match(region.text, mention.end)
    ]


def last_piece(head: str) -> int:
    """Where the last piece of some words begins, behind a comma or another mark."""
    marks = list(PIECE_MARK.finditer(head))
    return marks[-1].end() if marks else 0


def stands_apart(region: Region, mention: Mention) -> bool:
    """Check for a town that opens its phrase or a bracket in it, a mark behind it: `Abbeville, espace Saint-André`."""
    head = region.text[region.start : mention.start]
    return OPENS_PLACE.search(head) is not None and MARK_BEHIND.match(region.text, mention.end, region.end) is not None


def opening_town(region: Region) -> tuple[tuple[str, Territory], tuple[int, int]] | None:
    """The town that opens a phrase before the bracket with its house: `à Condé (château de Bailleul)`."""
    first = region.mentions[0] if len(region.mentions) > 1 else None
    commune = town_of(first.candidates) if first is not None else None
    if first is None or commune is None or HOUSE_IN_BRACKET.match(region.text, first.end, region.end) is None:
        return None
    if not re.fullmatch(r"\W*(?:[àaÀA]\s)?", region.text[region.start : first.start]):
        return None
    return (city_name(region.text[first.start : first.end], commune), commune), (region.start, first.end)


HOUSE_IN_BRACKET = re.compile(rf"\s?\((?:l[ae] |l['’]|les |aux? |[àa] la )?{PLACE_NOUN}", re.IGNORECASE)
OPENS_PLACE = re.compile(r"(?:^|\()\W*(?:[àaÀA]\s)?$")
PIECE_MARK = re.compile(r"[,(|:]\s?|\s[–—-]\s")
MARK_BEHIND = re.compile(r"\s?(?:[,:|(]|[–—-]\s)")


def is_small(commune: Territory) -> bool:
    """Check for a town that few have heard of."""
    return (commune.population or 0) < KNOWN_HERE


def seat_city(region: Region) -> tuple[str | None, Territory | None]:
    """The town where the préfecture of a named département sits, or that an agglomération is named after."""
    for mention in region.mentions:
        head = region.text[region.start : mention.start]
        for territory in mention.candidates:
            is_seat = territory.kind == "departement" and SEAT.search(head)
            seat = region.gazetteer.by_id.get(territory.seat_code or "") if is_seat else None
            if seat is not None:
                return seat.name, seat
            written = region.text[mention.start : mention.end]
            has_street = STREET.search(region.text, region.start, region.end) is not None
            capital = capital_of(
                territory, head.strip(" ,:–—-") or (written if has_street else ""), written, region.gazetteer
            )
            if capital is not None:
                return capital.name, capital
    return None, None


def capital_of(epci: Territory, head: str, written: str, gazetteer: Gazetteer) -> Territory | None:
    """The town in the name of an EPCI in whose own premises one meets (`au siège de la communauté urbaine d'Arras`)."""
    if epci.kind != "epci" or not (OF_BODY.search(head + written) and TOWN_ROOM.match(head)):
        return None
    name = re.split(r"\s(?:de |du |d['’])", f" {written}")[-1].strip()
    towns = [t for t in gazetteer.named(name) if t.kind == "commune" and t.parent_id == epci.territory_id]
    return towns[0] if len(towns) == 1 else None
