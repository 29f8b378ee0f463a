"""What tells a place from the same letters in an ordinary word, a person's name or the name of a street."""

from __future__ import annotations

import re
from typing import Final

from extract.knowledge import Territory
from extract.matching.folding import fold
from extract.matching.leaping import compile_leaping
from extract.places.gazetteer.automaton import ARTICLES, NameMatch, is_elsewhere
from extract.places.gazetteer.words import COMPOUNDS, GIVEN_NAMES, HONORIFIC, ORDINARY, STREET_BEFORE
from extract.places.grammar.names import PLACE_NOUN

# A single-word name counts as known by itself from this number of inhabitants on, here and elsewhere in France.
KNOWN_HERE = 5000
KNOWN_ELSEWHERE = 20000
# How far before and after a name its cues are looked for, in characters.
REACH, STREET_REACH = 60, 45
SPACES = (" ", "'", "’", "\n")

# What leads to a town. An article behind the preposition leads to a common noun (`à la Ville`, `du Port`).
TOWN_BEFORE = re.compile(
    r"(?:^|[\s(«\"'’])(?:[àÀA]|de|d['’]|vers|sur|entre|depuis|"
    r"(?:passe\w*|commen[çc]\w+|d[ée]but\w+|termin\w+|finir\w*|halte|escale|[ée]tape) par)\s*$|"
    r"\b(?:ville|commune|mairie|quartiers?|agglom[ée]ration|secteur|maire|habitants)\s(?:de |d['’])$",
    re.IGNORECASE,
)
# What leads to a town even when its name is an everyday word.
TOWN_ONLY_BEFORE = re.compile(
    r"(?:^|[\s(«\"])(?:à|À|A)\s*$|\b(?:villes?|communes?|mairie|maire|agglom[ée]ration)\s(?:de |d['’])$", re.IGNORECASE
)
# A house or a body of a town, before a name that is an everyday word (`au familistère de Guise`, `mairie du Quesnoy`).
HOUSE_BEFORE = compile_leaping(
    rf"\b(?:{PLACE_NOUN}|villes?|communes?)(?:\s[\w'’-]+){{0,4}}?\s(?:de\s|d['’])?$", re.IGNORECASE
)
AREA_BEFORE = re.compile(
    r"(?:^|[\s(«\"'’])(?:de|d['’]|du|des|en|vers|sur|dans|entre|territoires?|d[ée]partements?|r[ée]gion|bassin|"
    r"la|le|l['’]|"
    r"dans la|dans le)\s*(?:(?:de la|de l['’]|de|d['’]|du|la|le|les|l['’])\s*)?$",
    re.IGNORECASE,
)
QUARTER_BEFORE = re.compile(r"\b(?<!maison de )(?<!maisons de )quartiers?\s[«\"]?\s?$", re.IGNORECASE)
ONE_QUARTER_BEFORE = re.compile(r"\b(?<!de )quartier (?:de |du |d['’])$", re.IGNORECASE)
CALLED_QUARTERS = re.compile(
    r"(?:(?:,\s|\set\s)[A-ZÀ-Ý][\w'’-]+){0,3},\s(?:un|deux|trois|quatre|nos|les|ces|vos)\s(?:\w+\s)?quartiers?\b"
)
POSTCODE_BEFORE = compile_leaping(r"(?<!\d)(\d{2}) ?\d{3},?\s+$")
COUNTRIES: Final = (
    *("Allemagne", "Angleterre", "Belgique", "Canada", "Espagne", "Italie", "Luxembourg", "Pays-Bas", "Portugal"),
    *("Québec", "Royaume-Uni", "Suisse"),
)
# A town abroad is told with its country: `Mons (Belgique)`, `à Mons, en Belgique`.
COUNTRY_AFTER: Final = re.compile(rf"(?:\s?\(|,?\s(?:en|aux|au)\s)(?:{'|'.join(COUNTRIES)})\b")
NUMBER_AFTER = re.compile(r"\s?\(\s?(\d{2,3}|2[AB])(?:\d{3})?\s?\)")
COMPASS_BEFORE = re.compile(
    r"(?:\b(?:au|vers le|plein|grand|gare du|mer du|afrique du|am[ée]rique du|cor[ée]e du|europe du|pays du|"
    r"p[ôo]le|quartiers?|versant|rive|secteur|axe|entr[ée]e)|[A-ZÉ][\w-]+)[ -]$",
    re.IGNORECASE,
)
COMPASS_AFTER = re.compile(r"[ -]?(?:est|ouest|-)\b|\s(?:de la|du|de l['’]|des|de|d['’])\s?", re.IGNORECASE)
DEPARTEMENT_BEFORE = re.compile(
    r"(?:d[ée]partements?|pr[ée]f[eè]te?s?|pr[ée]fecture|d[ée]partemental\w*|ddtm|ddets|ddcs|caf|cpam|habitants)\s+"
    r"(?:du|de la|de l['’]|de)\s*$|"
    r"\b(?:professionnel\S*|acteurs?|[ée]lus?|associations?|agents?|communes?|villes?|territoires?|maires?|"
    r"conseils? citoyens?|structures?|bailleurs?)(?: [\w'’-]+){0,3} du\s$",
    re.IGNORECASE,
)
# Institutions that bear the name of an area: `l'université d'Artois`, `le musée de Picardie`.
INSTITUTION_BEFORE = re.compile(
    r"\b(?:universit[ée]|banque|caisse|cr[ée]dit|[ée]ditions|presses|journal|voix|courrier|lyc[ée]e|coll[èe]ge|iut|"
    r"th[ée][âa]tre|mus[ée]e|conservatoire|orchestre|acad[ée]mie|groupe|maison|radio|france (?:bleu|3|t[ée]l\w+))s?\s"
    r"(?:de la |de l['’]|du |de |d['’])?$",
    re.IGNORECASE,
)
HOUSE_OF = re.compile(
    r"\b(?:salle|espace|maison|centre|gymnase|[ée]cole|stade|parc|ferme|square|r[ée]sidence)s? (?:\w+ )?de $",
    re.IGNORECASE,
)
LAST_WORD = re.compile(r"([^\W\d_][\w'’-]*)\s$|(?<![\w-])([^\W\d_]\w+)-$")  # `Paul Machy`, `boulevard Paul-Machy`


def names_a_quarter(before: str, match: NameMatch) -> bool:
    """Check for a quarter called as some village or a town elsewhere: `une visite du quartier de Moulins`."""
    if QUARTER_BEFORE.search(before):
        return True
    known = any((t.population or 0) >= KNOWN_HERE and not is_elsewhere(t) for t in match.form.territories)
    return not known and ONE_QUARTER_BEFORE.search(before) is not None


def are_called_quarters(text: str, match: NameMatch) -> bool:
    """Check for names that the words behind them call quarters: `Champagne et Montreuil, deux quartiers`."""
    return CALLED_QUARTERS.match(text, match.end) is not None


def names_a_person(text: str, start: int) -> bool:
    """Check whether a given name or a title of courtesy stands right before this position."""
    before = text[max(0, start - REACH) : start].rpartition("\n")[2]  # a name never goes on over a line
    if HONORIFIC.search(before):
        return True
    word = LAST_WORD.search(before, before.rfind(" ", 0, -1) + 1)
    name = (word[1] or word[2]) if word else ""
    return name[:1].isupper() and fold(name) in GIVEN_NAMES


# One of several houses of a body, told by its town: `dans notre résidence d'Arras`.
OWN_HOUSE = re.compile(r"\b(?:notre|nos|votre|sa|ses|leurs?)\s(?:\w+\s)?r[ée]sidences? (?:de |d['’])$", re.IGNORECASE)


def names_a_street(text: str, start: int) -> bool:
    """Check whether the name is the name of a street (`rue de Lille`); a street never goes on over a line."""
    if text[start - 1 : start] not in SPACES or not STREET_BEFORE.may_match(text, max(0, start - STREET_REACH), start):
        return False
    before = text[max(0, start - STREET_REACH) : start].rpartition("\n")[2]
    return bool(before and STREET_BEFORE.search(before) and not OWN_HOUSE.search(before))


def has_place_cue(text: str, match: NameMatch) -> bool:
    """Check for words around a name that only places have: a preposition, a postcode, a number in brackets."""
    before = text[max(0, match.start - REACH) : match.start]
    if POSTCODE_BEFORE.search(before) or NUMBER_AFTER.match(text, match.end):
        return True
    if any(t.kind in ("departement", "region", "area", "epci") for t in match.form.territories):
        return bool(AREA_BEFORE.search(before))
    article, _, rest = match.form.key.partition(" ")
    if article in ("au", "aux") and rest not in ORDINARY:
        return True
    if article in ("du", "des") or match.form.key in ORDINARY:
        return is_behind_house(text, match, before)
    cue = TOWN_ONLY_BEFORE if match.form.key in ORDINARY else TOWN_BEFORE
    return bool(cue.search(before))


def is_behind_house(text: str, match: NameMatch, before: str) -> bool:
    """Check for a town that a house or its body leads to: behind `de` with a capital, or with its own article."""
    if TOWN_ONLY_BEFORE.search(before):
        return True
    house = HOUSE_BEFORE.search(before)
    own = text[match.start : match.end].split(" ")
    led = before.endswith(("de ", "d'", "d’")) or own[0].lower() in ("du", "des")
    return bool(house and led and own[-1][:1].isupper() and text[match.end : match.end + 1] != "-")


def is_known(match: NameMatch) -> bool:
    """Check whether a name needs no cue: it is long, well known, and no ordinary word."""
    form = match.form
    if form.short:
        return False
    if form.exact:
        return len(form.key) > 2
    words = form.key.split(" ")
    plain = [word for word in words if word not in (*ARTICLES, "d", "de")]
    if len(plain) == 1 and plain[0] in ORDINARY:
        return False
    if len(plain) > 1 and not (words[0] in ("saint", "sainte") and len(words) == 2):
        return True
    return any(is_well_known(t, bare=len(plain) == len(words)) for t in form.territories)


def is_well_known(territory: Territory, bare: bool) -> bool:
    """Check whether a single-word name of this territory is known by itself; `bare`: it has no article."""
    if territory.kind in ("area", "epci", "region", "arrondissement"):
        return True
    elsewhere = is_elsewhere(territory)
    threshold = KNOWN_ELSEWHERE if elsewhere else KNOWN_HERE
    return (territory.population or 0) >= threshold and (bare or not elsewhere)


def is_compass(text: str, start: int, end: int) -> bool:
    """Check whether `Nord` is a direction (`au nord de`, `Gare du Nord`, `Nord-Est`)."""
    before = text[max(0, start - REACH) : start]
    if re.search(r"\b(?:du|le|dans le|et le|et du)\s$", before, re.IGNORECASE) and not re.search(
        r"\b(?:gare|mer|afrique|am[ée]rique|cor[ée]e|europe|pays|quartiers?|versant) du\s$", before, re.IGNORECASE
    ):
        return bool(re.match(r"[ -](?:est|ouest)\b", text[end : end + 8], re.IGNORECASE))
    return bool(COMPASS_BEFORE.search(before) or COMPASS_AFTER.match(text, end))


def is_called_so(text: str, match: NameMatch, before: str) -> bool:
    """Check for a place with its article in small letters behind a house, no known town: `salle de la Neuville`."""
    if not text.startswith(("la ", "le ", "les "), match.start) or not HOUSE_OF.search(before):
        return False
    return all((t.population or 0) < KNOWN_HERE for t in match.form.territories)


# A room or a house right before a name of two: `salle Vermand-Fayet`.
ROOM_BEFORE = re.compile(rf"\b{PLACE_NOUN}\s(?:[^\W\d_][\w'’]*-)?$", re.IGNORECASE)


def is_half_of_room(text: str, match: NameMatch) -> bool:
    """Check for a little known name that is half of what a room is called: `salle Vermand-Fayet`."""
    joined = text[match.start - 1 : match.start] == "-" or re.match(r"-[A-ZÀ-Ý]", text[match.end : match.end + 2])
    if not joined or is_known(match):
        return False
    return ROOM_BEFORE.search(text[max(0, match.start - REACH) : match.start]) is not None


def is_end_of_compound(text: str, match: NameMatch) -> bool:
    """Check for the second half of a compound name (`centre social Marlière-Croix Rouge`)."""
    return match.form.key in COMPOUNDS and re.search(r"\w-$", text[max(0, match.start - 2) : match.start]) is not None
