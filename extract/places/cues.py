"""What tells a place from the same letters in an ordinary word, a person's name or the name of a street."""

from __future__ import annotations

import re

from extract.knowledge import Territory
from extract.places.folding import fold
from extract.places.gazetteer import NameMatch, is_elsewhere
from extract.places.words import GIVEN_NAMES, HONORIFIC, ORDINARY, STREET_BEFORE

# A single-word name counts as known by itself from this number of inhabitants on, here and elsewhere in France.
KNOWN_HERE = 5000
KNOWN_ELSEWHERE = 20000
# How far before and after a name its cues are looked for, in characters.
REACH = 60

PLACE_BEFORE = re.compile(
    r"(?:^|[\s(«\"'’])(?:[àaÀA]|de|d['’]|du|des|en|vers|sur|dans|entre|ville|commune|mairie|quartiers?|territoires?|"
    r"agglom[ée]ration|secteur|pr[ée]fecture|d[ée]partement|r[ée]gion|bassin|l['’])\s*"
    r"(?:(?:de la|de l['’]|de|d['’]|du|la|le|les|l['’])\s*)?$",
)
POSTCODE_BEFORE = re.compile(r"(?<!\d)(\d{2}) ?\d{3},?\s+$")
NUMBER_AFTER = re.compile(r"\s?\(\s?(\d{2,3}|2[AB])(?:\d{3})?\s?\)")
COMPASS_BEFORE = re.compile(
    r"(?:\b(?:au|vers le|plein|grand|gare du|mer du|afrique du|am[ée]rique du|cor[ée]e du|europe du|pays du|"
    r"p[ôo]le|quartiers?|versant|rive|secteur|axe|entr[ée]e)|[A-ZÉ][\w-]+)[ -]$",
    re.IGNORECASE,
)
COMPASS_AFTER = re.compile(r"[ -]?(?:est|ouest|-)\b|\s(?:de la|du|de l['’]|des|de|d['’])\s?", re.IGNORECASE)
DEPARTEMENT_BEFORE = re.compile(
    r"(?:d[ée]partements?|pr[ée]f[eè]te?s?|pr[ée]fecture|d[ée]partemental\w*|ddtm|ddets|ddcs|caf|cpam|habitants)\s+"
    r"(?:du|de la|de l['’]|de)\s*$",
    re.IGNORECASE,
)


def names_a_person(text: str, start: int) -> bool:
    """Check whether a given name or a title of courtesy stands right before this position."""
    before = text[max(0, start - REACH) : start]
    if HONORIFIC.search(before):
        return True
    word = re.search(r"([^\W\d_][\w'’-]*)\s$", before)
    return bool(word and word[1][0].isupper() and fold(word[1]) in GIVEN_NAMES)


def names_a_street(text: str, start: int) -> bool:
    """Check whether the name is the name of a street (`rue de Lille`)."""
    return bool(STREET_BEFORE.search(text[max(0, start - REACH) : start]))


def has_place_cue(text: str, start: int, end: int) -> bool:
    """Check for words around a name that only places have: a preposition, a postcode, a département in brackets."""
    before = text[max(0, start - REACH) : start]
    if POSTCODE_BEFORE.search(before) or NUMBER_AFTER.match(text, end):
        return True
    return bool(PLACE_BEFORE.search(before))


def is_known(match: NameMatch) -> bool:
    """Check whether a name needs no cue: it is long, well known, and no ordinary word."""
    form = match.form
    if form.exact:
        return len(form.key) > 2
    if form.key in ORDINARY:
        return False
    plain = [word for word in form.key.split(" ") if word not in ("le", "la", "les", "l", "d", "de")]
    if len(plain) > 1:
        return True
    return any(is_well_known(t, bare=len(plain) == match.words) for t in form.territories)


def is_well_known(territory: Territory, bare: bool) -> bool:
    """Check whether a single-word name of this territory is known by itself; `bare`: it has no article."""
    if territory.kind in ("area", "epci"):
        return True
    if territory.kind in ("region", "arrondissement"):
        return territory.territory_id != "region:24"
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
