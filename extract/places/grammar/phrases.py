"""The grammar of one venue phrase: words that are known to say where, read into name, street, postcode, city."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.knowledge import Knowledge, Territory
from extract.matching.leaping import compile_leaping
from extract.places.gazetteer.automaton import Gazetteer, gazetteer_of, is_elsewhere
from extract.places.gazetteer.cues import KNOWN_HERE, NUMBER_AFTER
from extract.places.gazetteer.mentions import JOINER, Mention
from extract.places.gazetteer.words import RANKS
from extract.places.grammar.addresses import (
    BARE_STREET,
    BOX,
    NAMED_STREET,
    STREET,
    City,
    city_name,
    find_cities,
    town_of,
)
from extract.places.grammar.modes import find_mode_words
from extract.places.grammar.names import PLACE_NOUN, clean_name, split_pieces
from extract.places.grammar.premises import find_premises, organiser_named, owner_of, tells_address
from extract.records import Mode

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
# What stands beside a name and is none: how to come, which floor, which zone.
BESIDE_NAME = re.compile(
    r"(?:parking|acc[èe]s|m[ée]tro|tram\w*|bus|ligne|arr[êe]t|station|entr[ée]e|\d+ ?(?:er|e|[èe]me) [ée]tage|"
    r"rez[- ]de[- ]chauss[ée]e|z\.?a\.?c?\.?$|z\.?i\.?$|zone|gratuit|libre|b[âa]t(?:iment|\.)? [A-Z0-9]$)",
    re.IGNORECASE,
)
POSTCODE_BEHIND = re.compile(r"\(\s?(\d{5})\s?\)$")
OF_BODY = re.compile(r"\b(?:communaut[ée]|agglom[ée]ration|m[ée]tropole)\b", re.IGNORECASE)
OF_TOWN = re.compile(r"\s+(?:de|d['’])\s?$")
# What leads on to the rest of a street's name.
PART_OF_STREET = compile_leaping(rf"(?:de |d['’]|du |des |la |le |-|\b(?i:{RANKS}) )$")
# A house that is called after a town: `Caserne Bouvines, Lille`.
BEARS_TOWN = re.compile(
    rf"\W*(?:(?:aux?|[àa] la|[àa] l['’]|dans (?:la|le|les|l['’]))\s?)?{PLACE_NOUN}\s"
    r"(?:(?:culturel|social|municipal|communal|paroissial|polyvalent|sportif|associatif|omnisports?|scolaire|primaire|"
    r"[ée]l[ée]mentaire|maternel)(?:le|e|ive)?s?\s|(?:de\s|des\s|d['’])[a-zà-ÿ]+\s){0,2}",
    re.IGNORECASE,
)
SAINT = re.compile(r"(?:Saint|Sainte|St|Ste)[ -]")
ROOM = re.compile(r"\b(?:salles?|salons?|amphi\w*|auditorium)\s$", re.IGNORECASE)
HALF_DAY = r"(?:le matin|l['’]apr[èe]s-midi|en (?:matin[ée]e|soir[ée]e)|dans la matin[ée]e|le soir)"
# Between two towns of a list: what joins items, a bracket with days behind the first one included.
NEXT_TOWN = re.compile(
    rf"{JOINER.pattern}|\s*\([^)]*\)\s*(?:,|et|/|;|puis)?\s*(?:à\s+)?|\s+{HALF_DAY}{JOINER.pattern}", re.IGNORECASE
)
# Where a sentence goes on behind a street: `place Foch et en direct sur internet`.
RUNS_ON = re.compile(
    r"\s(?:(?:et|ou|puis)\s(?:en|sur|à|par|aussi)|(?:en (?:direct|visio|ligne)|pour (?:les?|la|celles)))\b.*$"
)
# The house of each town of a list: `Lens (Maison syndicale) et Avion (espace Ferrat)`.
HOUSE_IN_BRACKETS = re.compile(rf"\s?\((?P<name>{PLACE_NOUN}[^()\n]{{2,60}})\)", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True)
class Parts:
    """A venue as read from a phrase: the span of its words and its parts."""

    start: int
    end: int
    name: str | None = None
    street: str | None = None
    postcode: str | None = None
    city: str | None = None
    commune: Territory | None = None
    mode: Mode = "in_person"
    rule: str = "phrase"

    @property
    def is_empty(self) -> bool:
        """Check whether nothing was read but perhaps a mode."""
        return not (self.name or self.street or self.city)


@dataclass(frozen=True, slots=True)
class Region:
    """A span that is known to say where, with the mentions of places in it."""

    text: str
    start: int
    end: int
    mentions: list[Mention]
    knowledge: Knowledge
    host: str = ""

    @property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer of the knowledge."""
        return gazetteer_of(self.knowledge)


def parse_region(region: Region) -> list[Parts]:
    """Read all venues of a region: one, or one per address or per town of a list."""
    if premises := parse_premises(region):
        return [premises]
    cities = list(find_cities(region.text, region.gazetteer, region.start, region.end))
    if len(cities) > 1:
        return list(per_address(region, cities))
    towns = town_list(region)
    if len(towns) > 1 and not cities and not STREET.search(region.text, region.start, region.end):
        return towns
    parts = parse_one(region, cities[0] if cities else None)
    return [parts] if parts else []


def per_address(region: Region, cities: list[City]) -> Iterator[Parts]:
    """Split a region behind each postcode and town, and read each part."""
    start = region.start
    for city in cities:
        mentions = [m for m in region.mentions if start <= m.start < city.end]
        parts = parse_one(replace(region, start=start, end=city.end, mentions=mentions), city)
        if parts:
            yield parts
        start = city.end


def town_list(region: Region) -> list[Parts]:
    """Towns of a list (`Arras, Lille et Dunkerque`), each a venue of its own; empty when it is no list."""
    towns: list[Parts] = []
    number = NUMBER_AFTER.match(region.text, region.mentions[-1].end) if region.mentions else None
    for mention in region.mentions:
        commune = town_of(mention.candidates, number[1] if number else None)
        if commune is None or (not towns and BEARS_TOWN.fullmatch(region.text, region.start, mention.start)):
            return []
        if towns and not NEXT_TOWN.fullmatch(region.text[towns[-1].end : mention.start]):
            return []
        written = region.text[mention.start : mention.end]
        house = HOUSE_IN_BRACKETS.match(region.text, mention.end, region.end)
        name = clean_name(house["name"]) if house else None
        city = city_name(written, commune)
        towns.append(Parts(mention.start, mention.end, name, city=city, commune=commune, rule="towns"))
    return towns


def parse_premises(region: Region) -> Parts | None:
    """Read an organiser's premises, with the town that is named beside them or the organiser's own."""
    found = next(iter(find_premises(region.text, region.knowledge, region.start, region.end)), None)
    if found is None or found.same:
        return None
    if found.organiser is None and tells_address(region.text, found.end, region.gazetteer):
        return None
    organiser = found.organiser or owner_of(region.text, found.start, region.host, region.knowledge)
    city = organiser.city if organiser else None
    commune = region.gazetteer.by_id.get(organiser.commune_code or "") if organiser else None
    end = found.end
    for mention in region.mentions:
        near = region.text[found.end : mention.start]
        town = town_of(mention.candidates)
        if town and mention.start >= found.end and re.fullmatch(r"\s*(?:,|\(|–|-)?\s*(?:(?:[àa]|de)\s+|d['’])?", near):
            city, commune, end = town.name, town, mention.end
            break
    if organiser is None and city is None:
        return None
    name = organiser.name if organiser else None
    return Parts(found.start, end, name, None, None, city, commune, rule="premises")


def parse_one(region: Region, city: City | None) -> Parts | None:
    """Read one venue: cut out its street and its town, and the rest is its name."""
    text = region.text
    used: list[tuple[int, int]] = [box.span() for box in BOX.finditer(text, region.start, region.end)]
    street = STREET.search(text, region.start, region.end) or NAMED_STREET.search(text, region.start, region.end)
    if street is None and city is not None:
        street = BARE_STREET.search(text, region.start, city.start)
    street_words = None
    if street is not None:
        stop = town_in_street(region, street.start("street"), street.end("street"))
        street_words = tidy_street(text[street.start("street") : stop])
        used.append((street.start("street"), stop))
    town = None if city else pick_town(region, used)
    if city is not None:
        used.append((city.start, city.end))
    name_town: tuple[str | None, Territory | None] = (None, None)
    if town is not None:
        name_town, span = town
        used.append(span) if span else None
    modes = list(find_mode_words(text, region.start, region.end))
    used.extend((m.start, m.end) for m in modes)
    name = name_of(region, used)
    if name and modes and not street_words and re.fullmatch(r"ateliers?(?: 100 ?%)?", name, re.IGNORECASE):
        name = None
    found_city, commune = (city.name, city.commune) if city else name_town
    if city is None and found_city is None:
        found_city, commune = seat_city(region)
    postcode = city.postcode if city else postcode_in(region, used)
    parts = at_home(Parts(region.start, region.end, name, street_words, postcode, found_city, commune), region)
    return with_mode(parts, [m.mode for m in modes], modes[0].name if modes else None)


def postcode_in(region: Region, used: list[tuple[int, int]]) -> str | None:
    """The postcode in brackets behind the town of a street: `16, rue Courbet à Abbeville (80100)`."""
    for start, end in used:
        code = POSTCODE_BEHIND.search(region.text, start, end)
        if code:
            return code[1]
    return None


def at_home(parts: Parts, region: Region) -> Parts:
    """Give an organiser's premises their town when only its name stands there (`Lieu : IREV`)."""
    organiser = organiser_named(parts.name, region.knowledge) if parts.name and not parts.city else None
    if organiser is None or not organiser.city:
        return parts
    commune = region.gazetteer.by_id.get(organiser.commune_code or "")
    return replace(parts, name=organiser.name, city=organiser.city, commune=commune)


def with_mode(parts: Parts, modes: list[Mode], online_name: str | None) -> Parts | None:
    """Set the mode: online when nothing but online words was read, hybrid when a place was read as well."""
    if parts.is_empty:
        if online_name is None:
            return None
        mode: Mode = "hybrid" if "hybrid" in modes else "online"
        return replace(parts, name=online_name, mode=mode, rule="mode_words")
    return replace(parts, mode="hybrid") if modes else parts


def town_in_street(region: Region, start: int, end: int) -> int:
    """Where a street really ends: before a town that follows it without a separator (`4 rue X Lille`)."""
    stop = re.search(r"\s+(?:[–—-]|/|[àa]$)\s*$|\s+$", region.text[start:end])
    end = start + stop.start() if stop else end
    for mention in region.mentions:
        last = start < mention.start and mention.end <= end and not region.text[mention.end : end].strip(" .")
        lead = region.text[start : mention.start]
        part_of_name = PART_OF_STREET.search(lead) or len(lead.split()) < 3
        if last and not part_of_name and town_of(mention.candidates):
            return start + len(lead.rstrip(" ,-–"))
    return end


def tidy_street(words: str) -> str:
    """A street without what trails behind it, and without a comma inside its number (`7, bis rue`)."""
    words = RUNS_ON.sub("", words)
    words = re.sub(r"^(\d+) ?, ?(?=(?:bis|ter|quater)\b)", r"\1 ", words)
    return re.sub(r"\s[àa]$", "", re.sub(r"\s+", " ", words).strip(" ,.;–—-/"))


def pick_town(
    region: Region, used: list[tuple[int, int]]
) -> tuple[tuple[str, Territory], tuple[int, int] | None] | None:
    """The town of a phrase without a postcode, and the span to cut out of the name with it.

    A town that ends a name without a preposition (`Sciences-Po Lille`) stays part of the name, and is no town at all
    where another one opens the phrase or is set off in it (`Abbeville | Espace culturel Saint-André`).
    """
    opening = opening_town(region)
    if opening is not None:
        return opening
    borne: tuple[tuple[str, Territory], None] | None = None
    for mention in reversed(region.mentions):
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
        if OF_TOWN.search(head) and TOWN_ROOM.match(head):
            return found, (region.start + OF_TOWN.search(head).start(), end)  # type: ignore[union-attr]
        if is_elsewhere(commune) and TOWN_ROOM.match(head):
            continue  # `salle Stains`: a room is rather called after a town of another region than in it
        if BEARS_TOWN.fullmatch(head) and (SAINT.match(written) or (ROOM.search(head) and is_small(commune))):
            continue  # `salles Saint-Nicolas`, `salle Pisseleu`: what a room is called
        borne = borne or (found, None)
        if SET_APART.match(region.text, region.start) is None:
            break
    return borne


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
SET_APART = re.compile(r"[^\W\d_][^\W\d_ '’-]+(?:[ '’-][^\W\d_]+)*\s?(?:\||\s[–—]\s)")
"""A first word or name that is set apart from what follows by a bar or a dash."""


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


def name_of(region: Region, used: list[tuple[int, int]]) -> str | None:
    """What is left of a phrase once street and town are cut out, as a name; several parts joined by commas."""
    pieces: list[str] = []
    position = region.start
    for start, end in sorted(used):
        if start > position:
            pieces.extend(split_pieces(region.text[position:start]))
        position = max(position, end)
    pieces.extend(split_pieces(region.text[position : region.end]))
    towns = {region.text[m.start : m.end] for m in region.mentions if town_of(m.candidates)}
    wide = {region.text[m.start : m.end] for m in region.mentions if any(t.kind == "departement" for t in m.candidates)}
    wide = wide - towns if towns else set()  # `Saint-Quentin (Aisne)` says which one is meant
    names = [name for piece in pieces if (name := clean_name(piece)) and (name not in towns or len(pieces) == 1)]
    names = [name for name in names if name not in wide]
    names = [name for name in names if not BESIDE_NAME.match(name)] or names[:1]
    return ", ".join(dict.fromkeys(names)) or None
