"""Places in the names of bodies, people, stations and streets: `Artois Expo`, `CEMÉA Picardie`, `un Lensois sur deux`.

Bodies are called after the territory they work in, without any word that leads to it; who is called so is no territory
of an event. A former region lives on in such names only.
"""

from __future__ import annotations

import re
from typing import Final

from extract.places.gazetteer.automaton import NameMatch
from extract.places.gazetteer.words import WAYS

_WIDE: Final = ("region", "area", "departement")
_LED: Final = re.compile(
    r"(?<![^\W_])(?:de|du|des|en|la|le|les|dans|sur|vers|pour|d[ée]partements?|r[ée]gion)\s$|['’]\s?$", re.IGNORECASE
)
_UNIVERSITY: Final = re.compile(r"(?<![^\W_])universit[ée]s? (?:de (?:la )?|d['’])?$", re.IGNORECASE)
_NOT_OF_NAME: Final = re.compile(
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|"
    r"septembre|octobre|novembre|d[ée]cembre|salle|mairie|[àa]u?|le|la|les)(?![^\W_])",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(r"[ -](?=(?:[A-ZÀ-Ý][a-zà-ÿ'’]|[Hh]abitat(?![^\W_])|[Ll]ogements?(?![^\W_])))")
_ACRONYM_BEFORE: Final = re.compile(
    r"(?<![^\W_])(?:[A-ZÀ-Ý]{3,}|(?-i:Soliha|Insee|Carsat|Cerema|Apels|Uriopss|Urhaj|Unafo|Val|Promotion Sant[ée])|"
    r"(?:R[ée]seau|Ressources|Mission|Collectif|Union|Relais)\s[A-ZÀ-Ý][\w'’-]+)\s$"
)
_IN_CAPITALS: Final = re.compile(r"[A-ZÀ-Ý]{2,}")
_PAYS: Final = re.compile(
    r"(?<![^\W_])(?:soutiens?|concours|appui|partenari\w+|partenaires?|financ\w+|aide|subvention\w*)(?![^\W_])"
    r"[^.;!?\n]{0,90}$",
    re.IGNORECASE,
)
_INHABITANTS: Final = re.compile(
    r"(?<![^\W_])(?:les|des|aux|ces|nos|vos|quelques|certains|plusieurs|deux|trois|dix|vingt|cent|mille|\d+|jeunes|"
    r"chers)\s$",
    re.IGNORECASE,
)
_ONE_IN: Final = re.compile(r"\s(?:sur|qui)(?![^\W_])")
_IN_STREET: Final = re.compile(rf"(?<![^\W_])(?:{WAYS})\s[^,;:()\n]{{0,40}}(?<!-à)(?<=[\w'’])-$", re.IGNORECASE)
_SAINT_HOUSE: Final = re.compile(
    r"(?<![^\W_])(?:espace|centre|salle|[ée]cole|coll[èe]ge|lyc[ée]e|h[ôo]pital|[ée]glise|foyer|institut\w*|r[ée]sidence|"
    r"th[ée][âa]tre|cin[ée]ma|gymnase|stade|arr[êe]t|parc|clinique|abbaye|maison)\s"
    r"(?:(?:culturel|social|sportif|associatif|polyvalente?|paroissiale?|priv[ée]e?|scolaire)\s)?$",
    re.IGNORECASE,
)
_MANSION: Final = re.compile(r"(?<![^\W_])h[ôo]tel (?:de |d['’])$", re.IGNORECASE)
_STUDIES: Final = re.compile(
    r"(?<![^\W_])(?:universi\w+|cherch\w+|professeure?s?|sociologues?|g[ée]ographes?|[ée]tudiante?s?|iut|doctor\w+|"
    r"ma[îi]tres?(?:ses?)? de conf[ée]rences?|laboratoires?)(?![^\W_])[^.;!?\n]{0,40}$",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"\s[1-8](?=\s*(?:[,;.)]|$|\n|\s(?:et|à|-)\s|\s[a-zé]{3,}))")
_REACH: Final = 100


def is_in_name(text: str, match: NameMatch) -> bool:
    """Check for a place that is but a part of what somebody, a station, a street or a house is called."""
    before = text[max(0, match.start - _REACH) : match.start].rpartition("\n")[2]
    if all(t.kind in _WIDE for t in match.form.territories):
        return is_of_body(text, match, before) or are_inhabitants(text, match, before)
    return is_of_house(text, match, before)


def is_of_body(text: str, match: NameMatch, before: str) -> bool:
    """Check for a wide territory that a body is called after: `Pas-de-Calais Habitat`, `CNFPT Nord-Pas-de-Calais`."""
    if match.form.key.startswith("flandre") and re.search(r"(?<![^\W_])Lille[ -]$", before):
        return True  # the station
    gone = all(t.kind == "region" and t.valid_until is not None for t in match.form.territories)
    if gone and (_UNIVERSITY.search(before) or _PAYS.search(before)):
        return True
    goes_on = _GOES_ON.match(text, match.end)
    if goes_on and _NOT_OF_NAME.match(text, goes_on.end()) is None and _LED.search(before) is None:
        return text[match.end] == " " or gone
    current = any(t.kind in ("region", "departement") and t.valid_until is None for t in match.form.territories)
    loud = _IN_CAPITALS.match(text, match.start)
    return not current and not loud and _ACRONYM_BEFORE.search(before) is not None


def are_inhabitants(text: str, match: NameMatch, before: str) -> bool:
    """Check for the people of an area, who are called as it is: `les Compiégnois`, `un Lensois sur deux`."""
    if match.words > 1 or not text[match.start : match.end].endswith(("ois", "ais")):
        return False
    one = re.search(r"(?<![^\W_])une?\s$", before, re.IGNORECASE) and _ONE_IN.match(text, match.end)
    return bool(one) or _INHABITANTS.search(before) is not None


def is_of_house(text: str, match: NameMatch, before: str) -> bool:
    """Check for a town in the name of a street, a house or a university: `rue Jules-de-Vicq`, `Espace Saint-André`."""
    if before.endswith("-") and _IN_STREET.search(before):
        return True
    if _STUDIES.search(before) and _NUMBERED.match(text, match.end):
        return True  # `une chercheuse de Lille 3`
    if match.form.key in ("rue", "la rue") and re.search(r"grande?['’]?\s?$", before, re.IGNORECASE):
        return True
    if _MANSION.search(before) and all(t.kind.startswith("commune") for t in match.form.territories):
        return True
    saint = match.form.key.startswith(("saint ", "sainte ")) and match.words == len(("saint", "name"))
    return saint and _SAINT_HOUSE.search(before) is not None
