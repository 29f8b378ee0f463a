"""Territories that a document names, each with its code, its vintage and its role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.document import Document
from extract.knowledge import Knowledge, Territory
from extract.places.gazetteer.automaton import Gazetteer, gazetteer_of
from extract.places.gazetteer.mention import Mention
from extract.places.gazetteer.place_lists import lists_of
from extract.places.gazetteer.quarters import find_quarters
from extract.places.gazetteer.roles import Roles
from extract.places.venues import Survey, survey
from extract.records import OpenReading, TerritoryReading, TerritoryRole, VenueReading

# A commune that ended before this year is a quarter of its successor to those who write today.
QUARTER_BEFORE = 2000
CERTAIN, BY_LIST, SLIP, OPEN = 1.0, 0.9, 0.7, 0.5


def find_territories(
    document: Document, knowledge: Knowledge
) -> tuple[tuple[TerritoryReading, ...], tuple[OpenReading, ...]]:
    """Territories named in a document, in order, and those whose name several bear, as open readings.

    A reading that is open carries its `candidates` and no `territory_id`. Readings hold for all times:
    `at_year` gives the row that was valid in a year.
    """
    territories, _, still_open = find_places(document, knowledge)
    return territories, still_open


def find_places(
    document: Document, knowledge: Knowledge
) -> tuple[tuple[TerritoryReading, ...], tuple[VenueReading, ...], tuple[OpenReading, ...]]:
    """Territories, venues and open readings of a document."""
    found = survey(document, knowledge)
    readings = list(read_mentions(document, found))
    still_open = tuple(
        OpenReading(r.text, f"several territories bear this name: {', '.join(r.candidates)}", r.where, r.rule)
        for r in readings
        if r.territory_id is None and len(r.candidates) > 1
    )
    readings = with_towns_of_venues(found, without_borne_names(found, readings))
    return tuple(sorted([*readings, *towns_apart(document, found, readings)], key=start_of)), found.venues, still_open


def start_of(found: TerritoryReading) -> int:
    """Where a reading begins."""
    return found.where.start


def without_borne_names(found: Survey, readings: list[TerritoryReading]) -> list[TerritoryReading]:
    """The readings without names that the house of a venue in another town bears: `Hôtel de Guînes, Arras`."""
    named = [v for v in found.venues if v.name is not None and v.commune_code is not None]
    return [r for r in readings if not any(is_borne(r, venue) for venue in named)]


def is_borne(reading: TerritoryReading, venue: VenueReading) -> bool:
    """Check for a name inside that of a house which stands in another town."""
    inside = venue.where.start <= reading.where.start < venue.where.end
    borne = inside and (venue.name or "").find(reading.text) > 0  # one that the name begins with is the town itself
    return borne and reading.role != "target" and reading.territory_id != venue.commune_code


def with_towns_of_venues(found: Survey, readings: list[TerritoryReading]) -> list[TerritoryReading]:
    """The readings, where the town that a venue takes from elsewhere on the page is that of a venue there too.

    `Lille, dans les locaux de l'IREV`: the words of the venue hold no town, the one in its line is its town.
    """
    places = [v for v in found.venues if not v.rule.endswith("only_town_of_page")]
    open_towns = {v.commune_code for v in places} - {r.territory_id for r in readings if r.role == "venue"}
    told = list(readings)
    for code in sorted(code for code in open_towns if code is not None):
        starts = [v.where.start for v in places if v.commune_code == code]
        named = [n for n, r in enumerate(readings) if r.territory_id == code and r.role == "mentioned"]
        if named:
            near = min(named, key=lambda n: min(abs(readings[n].where.start - start) for start in starts))
            told[near] = replace(readings[near], role="venue", rule=f"{readings[near].rule}; town_of_venue")
    return told


def towns_apart(document: Document, found: Survey, readings: list[TerritoryReading]) -> Iterator[TerritoryReading]:
    """Towns of venues that stand in the head or foot of the site only, where their name stands first."""
    known = {reading.territory_id for reading in readings}
    for venue in found.venues:
        if venue.commune_code is None or venue.city is None or venue.commune_code in known:
            continue
        match = re.search(rf"(?<!\w){re.escape(venue.city)}(?!\w)", document.text, re.IGNORECASE)
        if match is not None:
            known.add(venue.commune_code)
            where = document.place(*match.span())
            yield TerritoryReading(
                match.group(), venue.commune_code, venue.city, "commune", "venue", where, rule="town_of_venue"
            )


def read_mentions(document: Document, found: Survey) -> Iterator[TerritoryReading]:
    """Readings of all mentions and neighbourhoods, in order."""
    mentions = found.mentions
    spans = [(v.where.start, v.where.end) for v in found.venues]
    roles = Roles(document, found.page.sentences, spans, found.page.earlier)
    readings = [
        reading(document, mention, *roles.of(group, mention))
        for group in lists_of(document.text, mentions)
        for mention in group
    ]
    taken = {position for m in mentions for position in range(m.start, m.end)}
    for start, end in find_quarters(document):
        if taken.isdisjoint(range(start, end)):
            words = document.text[start:end]
            where = document.place(start, end)
            role: TerritoryRole = "venue" if any(a <= start and end <= b for a, b in spans) else "mentioned"
            readings.append(TerritoryReading(words, None, words, "quarter", role, where, rule="after_quartier"))
    yield from sorted(readings, key=lambda r: r.where.start)


def reading(document: Document, mention: Mention, role: TerritoryRole, role_rule: str) -> TerritoryReading:
    """Build the reading of one mention."""
    words = document.text[mention.start : mention.end]
    where = document.place(mention.start, mention.end)
    rule = f"{mention.rule}; {role_rule}"
    territory = mention.territory
    if territory is None:
        first = mention.candidates[0]
        ids = tuple(sorted(t.territory_id for t in mention.candidates))
        return TerritoryReading(words, None, words, first.kind, role, where, candidates=ids, rule=rule, certainty=OPEN)
    if is_quarter_today(territory):
        parent = (territory.parent_id,) if territory.parent_id else ()
        return TerritoryReading(words, None, words, "quarter", role, where, candidates=parent, rule=rule)
    certainty = {"name": CERTAIN, "name_by_list": BY_LIST}.get(mention.rule, SLIP)
    return TerritoryReading(
        words,
        territory.territory_id,
        territory.name,
        territory.kind,
        role,
        where,
        vintage=territory.vintage,
        rule=rule,
        certainty=certainty,
    )


def is_quarter_today(territory: Territory) -> bool:
    """Check for a commune that was merged so long ago that its name is now the name of a quarter."""
    return territory.kind == "former_commune" and (territory.valid_until or 9999) < QUARTER_BEFORE


def at_year(found: TerritoryReading, year: int, knowledge: Knowledge) -> TerritoryReading:
    """Give the reading with the territory that bore these words in a year (a SIREN code may have changed).

    The reading itself comes back when its row was valid then, or when no other row bears its words.
    """
    gazetteer = gazetteer_of(knowledge)
    current = gazetteer.by_id.get(found.territory_id or "")
    if current is None or was_valid(current, year):
        return found
    for other in bearers(gazetteer, found, current):
        if other.kind == current.kind and was_valid(other, year):
            return TerritoryReading(
                found.text,
                other.territory_id,
                other.name,
                other.kind,
                found.role,
                found.where,
                vintage=other.vintage,
                rule=f"{found.rule}; valid_in_{year}",
                certainty=found.certainty,
            )
    return found


def bearers(gazetteer: Gazetteer, found: TerritoryReading, current: Territory) -> tuple[Territory, ...]:
    """All territories that bear the words of a reading or the name of its territory."""
    return gazetteer.named(found.text) + gazetteer.named(current.name)


def was_valid(territory: Territory, year: int) -> bool:
    """Check whether a territory existed in a year."""
    return (territory.valid_from or 0) <= year <= (territory.valid_until or 9999)
