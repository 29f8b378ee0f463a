"""The grammar of one venue phrase: words that are known to say where, read into name, street, postcode, city."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.knowledge import Territory
from extract.matching.leaping import compile_leaping
from extract.places.gazetteer.cues import COUNTRIES, NUMBER_AFTER
from extract.places.gazetteer.place_lists import JOINER
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
from extract.places.grammar.phrase_towns import BEARS_TOWN, pick_town, seat_city
from extract.places.grammar.premises import find_premises, organiser_named, owner_of, tells_address
from extract.places.grammar.region import Parts, Region
from extract.records import Mode

__all__ = ["Parts", "Region"]

HALF_DAY = r"(?:le matin|l['’]apr[èe]s-midi|en (?:matin[ée]e|soir[ée]e)|dans la matin[ée]e|le soir)"
# What stands beside a name and is none: how to come, which floor, which zone.
BESIDE_NAME = re.compile(
    r"(?:parking|acc[èe]s|m[ée]tro|tram\w*|bus|ligne|arr[êe]t|station|entr[ée]e|\d+ ?(?:er|e|[èe]me) [ée]tage|"
    r"rez[- ]de[- ]chauss[ée]e|z\.?a\.?c?\.?$|z\.?i\.?$|zone|gratuit|libre|b[âa]t(?:iment|\.)? [A-Z0-9]$)",
    re.IGNORECASE,
)
# Where people come together outside: by itself it is the name of the place, with a street the place is there.
FOREGROUND = re.compile(r"(?:parvis|square)\b", re.IGNORECASE)
# Between premises and their street, a floor or a door may be told; between the street and its town a mark.
ADDRESS_MARK = re.compile(r"\s*[,(–—:-]\s*(?:[^,;:.()\n]{2,30}[,–-]\s)?")
TOWN_MARK = re.compile(r"\s*[,(–—-]?\s*(?:à\s)?")
# Where one goes in is no address: `(entrée par la rue des Écoles)`.
ENTRANCE = re.compile(
    r"\b(?:entr[ée]e|acc[èe]s|portail)s?\s(?:[^\W\d_]+\s)?(?:par\s|c[ôo]t[ée]\s)?(?:la\s|le\s|l['’])?$", re.IGNORECASE
)
ZONE = re.compile(r"(?:z\.?a\.?c?\.?e?|z\.?i\.?|zone|parc d['’]activit[ée]s?)\s", re.IGNORECASE)
POSTCODE_LAST = re.compile(r"\s?(?:,\s|\(|[–-]\s)(\d{5})\s?(?=\)|$|[\n,;.])")
POSTCODE_BEHIND = re.compile(r"\(\s?(\d{5})\s?\)$")
# What leads on to the rest of a street's name.
PART_OF_STREET = compile_leaping(rf"(?:de |d['’]|du |des |la |le |-|\b(?i:{RANKS}) )$")
# Between two towns of a list: what joins items, a bracket with days behind the first one included.
NEXT_TOWN = re.compile(
    rf"{JOINER.pattern}|\s*\([^)]*\)\s*(?:,|et|/|;|puis)?\s*(?:à\s+)?|\s+{HALF_DAY}{JOINER.pattern}", re.IGNORECASE
)
TO_THING = re.compile(r"\sà\s[A-ZÀ-ÝŒ][\w'’-]+(?=\s*(?:$|[\n,;(]|[–-]\s|\d{5}))")
# Where a sentence goes on behind a street: `place Foch et en direct sur internet`, `rue Haute que nous serons reçus`.
RUNS_ON = re.compile(
    r"\s(?:(?:et|ou|puis)\s(?:en|sur|à|par|aussi)|(?:en (?:direct|visio|ligne)|pour)|qu(?:e|i)|où|"
    r"(?:de|dès|vers|entre|à(?: partir de)?)\s\d{1,2}\s?[h:])(?![^\W_]).*$"
)
# The house of each town of a list: `Lens (Maison syndicale) et Avion (espace Ferrat)`.
HOUSE_IN_BRACKETS = re.compile(rf"\s?\((?P<name>{PLACE_NOUN}[^()\n]{{0,60}})\)", re.IGNORECASE)


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
    premises = Parts(found.start, end, name, None, None, city, commune, rule="premises")
    return with_address_told(region, found.end, premises)


def with_address_told(region: Region, end: int, premises: Parts) -> Parts:
    """Premises with the address that is told right behind them: `à l'IREV, 24 rue de Tournai, Lille`."""
    street = STREET.search(region.text, end, region.end)
    if street is None or ADDRESS_MARK.fullmatch(region.text, end, street.start("street")) is None:
        return premises
    city = next(find_cities(region.text, region.gazetteer, street.start("street"), region.end), None)
    last = town_in_street(region, street.start("street"), city.start if city else street.end("street"))
    last = min(last, street.end("street"))
    told = replace(
        premises, end=max(premises.end, last), street=tidy_street(region.text[street.start("street") : last])
    )
    if city is not None:
        return replace(told, end=city.end, postcode=city.postcode, city=city.name, commune=city.commune)
    behind = next((m for m in region.mentions if m.start >= last and town_of(m.candidates)), None)
    town = town_of(behind.candidates) if behind is not None else None
    if behind is None or town is None or TOWN_MARK.fullmatch(region.text, last, behind.start) is None:
        return told
    name = city_name(region.text[behind.start : behind.end], town)
    return replace(told, end=behind.end, city=name, commune=town)


def parse_one(region: Region, city: City | None) -> Parts | None:
    """Read one venue: cut out its street and its town, and the rest is its name."""
    text = region.text
    used: list[tuple[int, int]] = [box.span() for box in BOX.finditer(text, region.start, region.end)]
    street = STREET.search(text, region.start, region.end) or named_street(region)
    if street is None and city is not None:
        street = BARE_STREET.search(text, region.start, city.start)
    street_words = None
    if street is not None:
        end = street.end("street") if city is None else whole_name_end(region, street.end("street"), city)
        stop = town_in_street(region, street.start("street"), end)
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
    if name is None and street_words and FOREGROUND.match(street_words):
        name, street_words = street_words, None  # where people meet before a house or on a green
    if name and modes and not street_words and re.fullmatch(r"ateliers?(?: 100 ?%)?", name, re.IGNORECASE):
        name = None
    found_city, commune = (city.name, city.commune) if city else name_town
    if city is None and found_city is None:
        found_city, commune = seat_city(region)
    postcode = city.postcode if city else postcode_in(region, used)
    parts = at_home(Parts(region.start, region.end, name, street_words, postcode, found_city, commune), region)
    return with_mode(parts, [m.mode for m in modes], modes[0].name if modes else None)


def named_street(region: Region) -> re.Match[str] | None:
    """The street without a number of a phrase; of several no forecourt or zone (`parvis de la mairie, place Foch`)."""
    first = None
    for street in NAMED_STREET.finditer(region.text, region.start, region.end):
        if ENTRANCE.search(region.text, max(region.start, street.start() - 30), street.start()):
            continue
        first = first or street
        if not FOREGROUND.match(street["street"]) and not ZONE.match(street["street"]):
            return street
    return first


def postcode_in(region: Region, used: list[tuple[int, int]]) -> str | None:
    """The postcode in brackets behind the town of a street (`16, rue Courbet à Abbeville (80100)`), or that ends it."""
    for start, end in used:
        code = POSTCODE_BEHIND.search(region.text, start, end) or POSTCODE_LAST.match(region.text, end, region.end)
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


def whole_name_end(region: Region, end: int, city: City) -> int:
    """Where a street ends whose own name holds an `à`, before the postcode and town below it: `rue du Four à Chaux`."""
    rest = TO_THING.match(region.text, end, city.start)
    return rest.end() if rest and not any(m.start < rest.end() and m.end > end for m in region.mentions) else end


def tidy_street(words: str) -> str:
    """A street without what trails behind it, and without a comma inside its number (`7, bis rue`)."""
    words = RUNS_ON.sub("", words)
    words = re.sub(r"^(\d+) ?, ?(?=(?:bis|ter|quater)\b)", r"\1 ", words)
    return re.sub(r"\s[àa]$", "", re.sub(r"\s+", " ", words).strip(" ,.;–—-/"))


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
    # `Saint-Quentin (Aisne)`, `Mons (Belgique)` say which one is meant
    wide = (wide | {*COUNTRIES}) - towns if towns else set()
    names = [name for piece in pieces if (name := clean_name(piece)) and (name not in towns or len(pieces) == 1)]
    names = [name for name in names if name not in wide]
    names = [name for name in names if not BESIDE_NAME.match(name)] or names[:1]
    return ", ".join(dict.fromkeys(names)) or None
