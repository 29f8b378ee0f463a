"""Judges venues and territories, of a bare phrase or of a whole page.

Towns compare without case, accents, hyphens and `St`; an address is street, postcode and town together; a venue's
name is right when the words of the one are all in the other. Territories compare by code, or by name where they
have none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from extract.records import TerritoryReading, VenueReading
from tests.gold.scores import Verdict, judge_sets
from tests.gold.truth import TruthTerritory, TruthVenue

DEPARTEMENTS = ("02", "59", "60", "62", "80")
SMALL_WORDS = {"a", "au", "aux", "d", "de", "des", "du", "l", "la", "le", "les", "en"}
STREET_WORDS = {
    "av": "avenue",
    "bd": "boulevard",
    "bld": "boulevard",
    "pl": "place",
    "r": "rue",
    "st": "saint",
    "ste": "sainte",
}


def fold(text: str | None) -> str:
    """Letters and digits of a name, lower case, without accents, `st` written out."""
    plain = (text or "").replace("’", "'").replace("œ", "oe").replace("Œ", "oe")
    plain = unicodedata.normalize("NFD", plain).encode("ascii", "ignore").decode().lower()
    return " ".join(STREET_WORDS.get(word, word) for word in re.findall(r"[a-z0-9]+", plain))


def is_same_name(expected: str | None, found: str | None) -> bool:
    """True when the words that matter of one name are all in the other."""
    one, other = (set(fold(name).split()) - SMALL_WORDS for name in (expected, found))
    return bool(one) and bool(other) and (one <= other or other <= one)


def name_city(venue: TruthVenue) -> str:
    """The town of an expected venue, all right spellings in one key."""
    return fold(venue.cities[0]) if venue.cities else ""


def map_cities(venues: Sequence[TruthVenue]) -> dict[str, str]:
    """From every right spelling of a town to its first one."""
    return {fold(city): fold(venue.cities[0]) for venue in venues for city in venue.cities}


def judge_venues(
    form: str, unit: str, expected: Sequence[TruthVenue], found: Sequence[VenueReading], text: str = ""
) -> Iterator[Verdict]:
    """Towns, full addresses, names and modes of the venues of a phrase or page."""
    spelled = map_cities(expected)
    due = {name_city(venue) for venue in expected if venue.cities and not venue.optional}
    spare = {name_city(venue) for venue in expected if venue.cities and venue.optional}
    cities = {spelled.get(fold(v.city), fold(v.city)) for v in found if v.city} - (spare - due)
    yield judge_sets("venue city", form, unit, due, cities, text)
    yield judge_addresses(form, unit, expected, found, text)
    yield from judge_names(form, unit, expected, found, text)
    modes = {venue.mode for venue in expected if not venue.optional}
    spare_modes = {venue.mode for venue in expected if venue.optional}
    read = {venue.mode for venue in found} - (spare_modes - modes)
    yield judge_sets("venue mode", form, unit, modes, read, text)


def judge_addresses(
    form: str, unit: str, expected: Sequence[TruthVenue], found: Sequence[VenueReading], text: str
) -> Verdict:
    """Street, postcode and town together, of venues whose street stands in the text."""
    spelled = map_cities(expected)
    due = {(fold(v.street), v.postcode, name_city(v)) for v in expected if v.street and not v.optional}
    spare = {(fold(v.street), v.postcode, name_city(v)) for v in expected if v.street and v.optional}
    read = {
        (fold(venue.street), venue.postcode, spelled.get(fold(venue.city), fold(venue.city)))
        for venue in found
        if venue.street
    }
    return judge_sets("full address", form, unit, due, set(read - spare), text)


def judge_names(
    form: str, unit: str, expected: Sequence[TruthVenue], found: Sequence[VenueReading], text: str
) -> Iterator[Verdict]:
    """The name of every expected venue that has one."""
    for venue in expected:
        if venue.name and not venue.optional:
            ok = any(is_same_name(venue.name, reading.name) for reading in found)
            detail = f"{text!r} expected {venue.name!r} read {[v.name for v in found]}"
            yield Verdict("venue name", form, unit, int(ok), 0, int(not ok), "" if ok else detail)


def key_territory(territory_id: str | None, kind: str, name: str) -> str:
    """What a territory is compared by: its code with its kind, or its name where it has no code."""
    if territory_id and not territory_id.startswith("area:"):
        level = "commune" if kind.startswith("commune") else kind
        return f"{level}:{territory_id.rsplit(':', 1)[-1]}"
    return f"name:{fold(name)}"


def is_of_region(key: str) -> bool:
    """False for a commune or département of another region: right or wrong, it is not asked for."""
    kind, _, code = key.partition(":")
    return kind not in ("commune", "departement") or code[:2] in DEPARTEMENTS


def judge_territories(
    form: str,
    unit: str,
    expected: Sequence[TruthTerritory],
    found: Sequence[TerritoryReading],
    text: str = "",
    *,
    with_roles: bool = True,
) -> Iterator[Verdict]:
    """The territories by code, and whether those that were found have their role; other regions do not count."""
    roles: dict[str, set[str]] = {}
    for territory in expected:
        roles.setdefault(key_territory(territory.territory_id, territory.kind, territory.name), set()).add(
            territory.role
        )
    due = {key_territory(t.territory_id, t.kind, t.name) for t in expected if not t.optional}
    read: dict[str, set[str]] = {}
    for reading in found:
        if reading.territory_id:
            key = key_territory(reading.territory_id, reading.kind, reading.name)
            read.setdefault(key, set()).add(reading.role)
    spare = set(roles) - due
    ours = {key for key in read if is_of_region(key)} | (due & set(read))
    yield judge_sets("territories", form, unit, due, ours - spare, text)
    for key in sorted(due & set(read)) if with_roles else ():
        ok = bool(roles[key] & read[key])
        detail = f"{text!r} {key} expected {sorted(roles[key])} read {sorted(read[key])}"
        yield Verdict("territory roles", form, unit, int(ok), int(not ok), int(not ok), "" if ok else detail)
