"""A town alone and a whole address in a town of the same agglomération: the address says where in it people meet.

`Journée régionale – Arras` above `Artois Expo, 50 avenue Roger-Salengro, 62223 Saint-Laurent-Blangy`.
"""

from __future__ import annotations

from extract.events.parts import Parts, standing_between
from extract.places.gazetteer.automaton import gazetteer_of
from extract.records import VenueReading


def refines(parts: Parts, town: VenueReading, address: VenueReading) -> bool:
    """Whether an address lies in a town of the agglomération of a bare town, and is not in that town itself."""
    if town.name or town.street or town.mode == "online" or not address.street or address.city == town.city:
        return False
    areas = [_area_of(parts, venue.commune_code) for venue in (town, address)]
    return areas[0] is not None and areas[0] == areas[1]


def is_refined_below(parts: Parts, town: VenueReading, address: VenueReading) -> bool:
    """Whether an address right below the line of a day and its bare town refines that town: no heading parts them.

    What ends as a sentence is running text, with the address of whoever writes at its foot.
    """
    block, own = parts.block_of(town.where.start), parts.block_of(address.where.start)
    if block is None or own is None or not refines(parts, town, address):
        return False
    if parts.document.words_of(block).rstrip().endswith((".", "!", "?")):
        return False
    housed = any(venue.street for venue in parts.venues if venue.city == town.city)
    return not housed and not any(line.kind == "heading" for line in parts.blocks_between(block.start, own.end))


def find_neighbour(parts: Parts, town: VenueReading) -> VenueReading | None:
    """The only whole address of a page with one day, where it refines a bare town; None where it is of something else.

    An address that a sentence with a day of its own tells is of that day.
    """
    days = {date.first_day for date in parts.dates if date.role == "event" and date.precision == "day"}
    if len(days) != 1:
        return None
    told = [v for v in parts.venues if v.street and v.city]
    if len({(v.street, v.city) for v in told}) != 1 or not told[0].name or not refines(parts, town, told[0]):
        return None
    dated = standing_between(parts.dates, *parts.sentence_of(told[0].where.start))
    return told[0] if not dated else None


def _area_of(parts: Parts, code: str | None) -> str | None:
    """The agglomération of a town of the region."""
    commune = gazetteer_of(parts.knowledge).by_id.get(code or "")
    area = commune.parent_id if commune is not None else None
    return area if area and not area.startswith("departement:") else None
