"""The parts of a postal address: numbered street, postcode with its city, CEDEX."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from extract.knowledge import Territory
from extract.matching.folding import FoldedText, key_of
from extract.matching.gates import compile_gated
from extract.matching.leaping import compile_leaping
from extract.places.gazetteer.automaton import Gazetteer
from extract.places.gazetteer.choose import in_departement, largest, still_valid
from extract.places.gazetteer.words import WAYS

MORE_DIGITS = r"\d{0,3}+(?:(?: ?, ?| ?)(?:bis|ter|quater)\b|(?<=\d) ?[A-D]\b)?"
NUMBER = rf"\d{MORE_DIGITS}"
# A street runs up to a separator, a bracket, a postcode, a box number, or the town.
# Things that are called by what they are for, before a postcode: `rue du Moulin à Tan, 62400 Béthune`.
THING_AT = (
    r"(?:(?<=moulin)|(?<=four)|(?<=bac)|(?<=pont)|(?<=puits)|(?<=champ)|(?<=halle)|(?<=port)|(?<=march[ée]))"
    r"\s[àÀ]\s[A-ZÀ-ÝŒ][\w'’-]+,?\s\d{2}\s?\d{3}\b"
)
STREET = compile_gated(
    # Begins with its digit and then looks back: so the search leaps from digit to digit.
    # A year is no number of a house: `le 16 juin 2018, parc du Marais`.
    # Nor is it the first of two: `Association loi 1901 - 12 rue Carnot`.
    r"(?P<street>(?!(?:19|20)\d\d ?[,–-])"
    # Nor are the two numbers of a pit, behind its noun: `Base 11/19, rue de Bourgogne`.
    r"(?!(?<=[^\W\d_] )\d{1,3}/\d{1,3} ?,)"
    # Nor is that of a mole or a hall before the number of the street: `Môle 1 - 9003 route du quai`.
    r"(?!(?<=[^\W\d_] )\d{1,2} [–-] \d{4} )"
    # Nor is that of a room or a hall: `à l'Enclos, salle 2, rue Foch`.
    r"(?!(?:(?<=salle )|(?<=hall )|(?<=bureau )|(?<=porte )|(?<=niveau )|(?<=b[âa]timent )|(?<=studio )|"
    r"(?<=amphi )|(?<=espace )|(?<=plateau )|(?<=base )|(?<=station ))\d{1,3} ?,)"
    rf"(?!0)\d(?<![\d/.,A-Za-z]\d){MORE_DIGITS}(?: ?(?:-|–|/|&|et|à) ?{NUMBER})? ?,? ?(?=[^\W\d_])"
    r"(?:(?:de la|de l['’]|du) ?(?=(?:rue|avenue|boulevard|place|quai|chemin|all[ée]e|square|impasse)\b))?"
    rf"(?:grande?(?:['’][- ]?|[- ])(?:place|rue)\b(?!\s(?:de|du|d['’]))|(?:{WAYS}|r\.)(?=[\s'’])"
    rf"(?:(?!\s\d{{2}}\s?\d{{3}}\b|\s(?:BP|CS|TSA|cedex)\b|\s[–—|/-]\s|\s(?-i:COMPLET|ANNUL[ÉE]+|REPORT[ÉE]+)|(?!{THING_AT})\s[àÀ]\s[A-ZÀ-ÝŒ]|"
    r"\s(?:de|dès|à)\s\d{1,2}\s?h|(?<=[^\W\d_]{3}(?-i:[a-zà-ÿ]))(?<!prof)(?<!capt)\.\s(?-i:[A-ZÀ-ÝŒ]))[^,;:()|\n\[•]){2,60}))",
    re.IGNORECASE,
)
# Houses called `cité` by what is done there: `Cité de la Musique`, `cité des métiers`.
HOUSE_CITY = (
    r"cit[ée]s? (?:de la |de l['’]|des |du )(?:musique|danse|m[ée]tiers?|congr[èe]s|sciences?|arts?|image|emploi|"
    r"entreprises?|dentelle|mode|mer|nature|num[ée]rique|gastronomie|artisanat|[ée]conomie|innovation|solidarit[ée])"
)
# What is called like a way and is part of a house, or one: `cour d'honneur`, `Mail-Scène culturelle`.
NO_WAY = r"cour (?:int[ée]rieure|d['’]honneur|arri[èe]re|couverte|carr[ée]e|basse|haute)|mail[ -]sc[èe]ne"
BARE_STREET = compile_gated(
    rf"(?P<street>\b(?!{HOUSE_CITY}|{NO_WAY})(?:{WAYS})[^\S\n]"
    rf"(?:(?!\s\d{{2}}\s?\d{{3}}\b|\s[–—|/-]\s)[^,;:()|\n\[•]){{2,60}})",
    re.IGNORECASE,
)
# A street without a number counts in running text when a town follows it.
NAMED_STREET = compile_gated(
    # The rarer ways are told by a mark before them, else they are part of a name: `maison de quartier Faubourg Sud`.
    rf"(?<!en )(?<!du )(?<![\w-])(?P<street>(?!(?i:{NO_WAY}))"
    r"(?!(?<=[^\W\d_]{2} )(?i:faubourg|mail|passage)\s)(?i:rue|"
    r"avenue|av\.|boulevard|bd\.?|place|quai|chemin|route|all[ée]e|"
    r"impasse|square|esplanade|parvis|mail|passage|placette|terre-plein|chauss[ée]e|rond[- ]?point|digue|faubourg|"
    r"ruelle|promenade|venelle|dr[èe]ve|sente|voyette|(?<=, )parc(?! d)|z\.?a\.?c?\.?|z\.?i\.?|"
    r"zone d['’]activit[ée]s|zone (?:artisanale|industrielle)|"
    r"parc d['’]activit[ée]s)\s(?:(?:du|de la|de l['’]|des|de|d['’])\s?)?(?:\d{1,2}[\s-]\w+|[A-ZÀ-ÝŒ])"
    r"(?:(?!\s\d{2}\s?\d{3}\b|\s[–—|/-]\s|\s[àÀ]\s[A-ZÀ-ÝŒ\d])[^,;:()|\n•.!?]){0,50}(?<!\s)|"
    r"(?:(?:[àÀ] )?l['’])?(?i:angle|croisement) (?i:de la|de l['’]|des|du|de) ?(?i:rues?|avenues?|boulevards?|places?) "
    r"[A-ZÀ-ÝŒ][^,;:()|\n•.!?]{2,60}(?<!\s)|[Gg]rand(?:['’][ -]?|[ -])[Pp]lace\b|"
    # Streets of every town, called by what stands there: set off behind, else they may be part of a sentence.
    r"(?i:rue|avenue|place|quai|chemin|all[ée]e|impasse|parvis|esplanade)\s(?:du|de la|de l['’]|des)\s?"
    r"(?:gare|march[ée]|mairie|[ée]glise|[ée]coles?|poste|r[ée]publique|paix|libert[ée]|victoire|halle|ch[âa]teau|"
    r"citadelle|h[ôo]pital|stade|moulin|pont|port|plage|fontaine|biblioth[èe]que|jardins?|lyc[ée]e|coll[èe]ge|piscine)"
    r"(?=\s?(?:$|[,;:()|\n]|[–-]\s|[àÀ]\s[A-ZÀ-ÝŒ])))"
)
FIVE_DIGITS = re.compile(r"\d\d\s?\d{3}")
POSTCODE_CITY = compile_leaping(
    r"(?<![\d.,/-])(?:F\s?-\s?)?(?P<code>\d{2}\s?\d{3})[\s,]+(?P<city>[A-ZÀ-ÝŒ][\w'’.-]*"
    r"(?:[ -](?:s/|ss/|(?:sur|sous|en|de|du|des|la|le|les|lès|lez|d['’]|l['’]|et|aux?)\b[ -]?)?(?:[dl]['’])?"
    r"[A-ZÀ-ÝŒ][\w'’.-]*){0,5})(?P<cedex>\s+cedex(?:\s*\d{1,2})?)?",
    re.IGNORECASE,
)
POSTCODE_LAST = compile_leaping(r"(?<=[\s,])(?P<code>\d{5})(?=\s?(?:$|[\n,;.)]))")
COUNTRY = re.compile(r"France\b", re.IGNORECASE)
CAPITALS_AT_END = re.compile(r"(?<![\w'’-])(?P<town>[A-ZÀ-ÝŒ][\w'’ -]{1,50}?),?\s*$")
CEDEX = re.compile(r"\s+cedex(?:\s*\d{1,2})?\b", re.IGNORECASE)
BOX = compile_leaping(r"\b(?:BP|B\.P\.|CS|TSA)\s?(?:n°\s?)?\d[\d ]{0,6}\b")


@dataclass(frozen=True, slots=True)
class City:
    """A town in an address: its span with the postcode, the official name where it is known, else as written."""

    start: int
    end: int
    name: str
    postcode: str | None
    commune: Territory | None


def find_cities(text: str, gazetteer: Gazetteer, start: int = 0, end: int | None = None) -> Iterator[City]:
    """Find every `62411 BETHUNE CEDEX`: the longest known name behind the postcode, else the capitalised words."""
    end = len(text) if end is None else end
    if not FIVE_DIGITS.search(text, start, end):
        return
    yield from postcodes_behind(text, gazetteer, start, end)
    for match in POSTCODE_CITY.finditer(text, start, end):
        if not match["city"][0].isupper():
            continue
        postcode = match["code"].replace(" ", "")
        if postcode[:2] > "98" or postcode[:2] == "00":
            continue
        if COUNTRY.match(match["city"]):
            end_of_country = match.start("city") + len("France")
            yield from islice(towns_before(text, start, match, end_of_country, gazetteer), 1)
            continue
        length, commune = known_city(match["city"], postcode, gazetteer)
        stop = match.start("city") + (length or written_length(match["city"]))
        written = text[match.start("city") : stop]
        cedex = CEDEX.match(text, stop)
        name = city_name(written, commune)
        yield City(match.start(), cedex.end() if cedex else stop, name, postcode, commune)


def postcodes_behind(text: str, gazetteer: Gazetteer, start: int, end: int) -> Iterator[City]:
    """Find every town with its postcode behind it at the end of a line (`Beauvais, 60000`)."""
    for match in POSTCODE_LAST.finditer(text, start, end):
        for town in towns_before(text, start, match, match.end(), gazetteer):
            if town.commune and match["code"] in town.commune.postcodes:
                yield town
                break


def towns_before(text: str, start: int, match: re.Match[str], end: int, gazetteer: Gazetteer) -> Iterator[City]:
    """The towns whose name ends right before a postcode, the longest name first; each reaches up to `end`."""
    postcode = match["code"].replace(" ", "")
    words = CAPITALS_AT_END.search(text, max(start, match.start() - 60), match.start())
    while words is not None:
        length, commune = known_city(words["town"], postcode, gazetteer)
        if commune is not None and length == len(words["town"]):
            yield City(words.start("town"), end, city_name(words["town"], commune), postcode, commune)
        words = CAPITALS_AT_END.search(text, words.start("town") + 1, match.start())


def has_address(text: str, start: int, end: int) -> bool:
    """Check for a street with its number, or five digits."""
    return STREET.search(text, start, end) is not None or FIVE_DIGITS.search(text, start, end) is not None


def known_city(words: str, postcode: str, gazetteer: Gazetteer) -> tuple[int, Territory | None]:
    """The commune that the first words name, in the département of the postcode, and how many characters name it."""
    folded = FoldedText.of(words)
    for count in range(len(folded.words), 0, -1):
        length = folded.span(0, count)[1]
        form = gazetteer.forms.get(key_of(words[:length]))
        here = [t for t in form.territories if t.kind.startswith("commune")] if form else []
        near = tuple(t for t in here if (t.departement or "")[:2] == postcode[:2])
        exact = tuple(t for t in near if postcode in t.postcodes)
        chosen = largest(still_valid(exact or near)) if near else ()
        if len(chosen) == 1:
            return length, chosen[0]
    return 0, None


def written_length(words: str) -> int:
    """How many characters of unknown capitalised words belong to a town: none behind CEDEX or a full stop."""
    stop = re.search(r"\s+cedex\b|\.\s|\s(?:T[ée]l|Le|La|De|Du|Les)\b(?!-)", words, re.IGNORECASE)
    return stop.start() if stop and stop.start() > 0 else len(words.rstrip(".'’-"))


def city_name(written: str, commune: Territory | None) -> str:
    """Official name of a commune; the words as written when they only differ by a ligature, or are not known."""
    if commune is None:
        return capitalised(written) if written.isupper() else written
    own_name = commune.name
    if written.replace("oe", "œ").replace("ae", "æ") == own_name:
        return written
    return own_name


def capitalised(words: str) -> str:
    """Words in capitals as a proper name: `VILLE-SOUS-BOIS` as `Ville-sous-Bois`."""
    small = {"sur", "sous", "en", "de", "du", "des", "la", "le", "les", "lès", "lez", "et", "aux", "au"}
    parts = re.split(r"([ -])", words.lower())
    return "".join(p if p in small and i else p.capitalize() for i, p in enumerate(parts))


def town_of(candidates: tuple[Territory, ...], departement: str | None = None) -> Territory | None:
    """The one commune among the meanings of a name, or None when it is no town or stays open."""
    towns = tuple(t for t in candidates if t.kind in ("commune", "commune_associee", "commune_deleguee"))
    if departement:
        towns = in_departement(towns, departement)
    return towns[0] if len(towns) == 1 else None
