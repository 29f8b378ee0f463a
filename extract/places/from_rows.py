"""Venues of a table row: its town, name and street stand in cells of their own; no address leaves its row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.document import Block
from extract.places.addresses import BARE_STREET, NAMED_STREET, STREET
from extract.places.context import DAY
from extract.places.folding import fold
from extract.places.from_slots import is_place_list
from extract.places.mentions import VENUE_LABEL
from extract.places.names import STARTS_WITH_NOUN
from extract.places.page import Page
from extract.places.phrases import Parts, parse_region
from extract.tables import find_header, find_row

TOWN_LABEL = re.compile(r"villes?|communes?|sites?|antennes?|groupes?|territoires?|secteurs?|o[uù]( \?)?")
# A house before its street: `Le Pharos, 3 rue Verte`, `La Station, place du 8 mai 1945`.
HOUSE_LEAD = r"[A-ZÀ-Ý][^,:.;\d]{2,50}(?:,|\s[–—-])\s"
HOUSE_AND_STREET = tuple(re.compile(HOUSE_LEAD + street.pattern) for street in (NAMED_STREET, STREET))
WHAT_AND_WHERE = re.compile(r"\s[–—-]\s|\s?:\s")
PIN = re.compile(r"[📍🏠📌]\ufe0f?\s*:?")
# A longer cell tells more than where.
LONGEST_CELL = 160


def rows(page: Page, block: Block) -> Iterator[Parts]:
    """Find the venue of a row that holds a day, or whose columns say that they hold places; once per row."""
    cells = row_of(page, block)
    if not cells or cells[0] is not block:
        return
    header = label_of_row(page, cells) or header_of(page, block, len(cells))
    dated = any(DAY.search(page.document.words_of(cell)) for cell in cells)
    found: list[Parts] = []
    for cell, label in zip(cells, header or [""] * len(cells), strict=True):
        says_where = VENUE_LABEL.fullmatch(label) is not None or (dated and TOWN_LABEL.fullmatch(label) is not None)
        if (says_where or dated) and is_place_cell(page, cell, says_where):
            found.extend(parse_region(page.region(cell.start if says_where else place_start(page, cell), cell.end)))
        elif dated and (start := place_start(page, cell)) > cell.start:
            found.extend(parse_region(page.region(start, cell.end)))
    merged = merge(found)
    yield from (replace(parts, rule=f"row_{parts.rule}") for parts in ([merged] if merged else found))


def row_of(page: Page, block: Block) -> list[Block]:
    """The cells of the row of a table that a cell stands in, when they stand one after the other; else none."""
    return find_row(page.document, block)


def header_of(page: Page, block: Block, columns: int) -> list[str] | None:
    """The folded labels of the columns: the first row of the table, when it has as many cells and no day."""
    head = find_header(page.document, block, columns)
    return [fold(page.document.words_of(cell)).strip(" :") for cell in head] or None


def place_start(page: Page, cell: Block) -> int:
    """Where the place begins in a cell that tells what takes place and where: `Comité éditorial – IREV, Lille`."""
    marks = list(WHAT_AND_WHERE.finditer(page.document.text, cell.start, cell.end))
    what = page.document.text[cell.start : marks[-1].start()] if marks else ""
    if not what or STARTS_WITH_NOUN.match(what) or page.region(cell.start, marks[-1].start()).mentions:
        return cell.start
    return marks[-1].end() if is_place_list(page, marks[-1].end(), cell.end) else cell.start


def label_of_row(page: Page, cells: list[Block]) -> list[str] | None:
    """The folded label that the first of two cells gives the second (`Où | Stade couvert`), or None."""
    words = page.document.words_of(cells[0])
    if len(cells) == 2 and PIN.fullmatch(words):
        return ["", "lieu"]
    label = fold(words).strip(" :?")
    return ["", label] if len(cells) == 2 and VENUE_LABEL.fullmatch(label) else None


def is_place_cell(page: Page, cell: Block, says_where: bool) -> bool:
    """Check for a cell that holds nothing but a place: under such a label, a town, a street, or a house by its noun."""
    words = page.document.words_of(cell).strip()
    if not words or len(words) > LONGEST_CELL or DAY.search(NAMED_STREET.sub("", words)):
        return False
    if says_where or STREET.match(words) or BARE_STREET.fullmatch(words) or STARTS_WITH_NOUN.match(words):
        return True
    if any(shape.fullmatch(words) for shape in HOUSE_AND_STREET) or is_place_list(page, cell.start, cell.end):
        return True
    inside = page.region(cell.start, cell.end).mentions
    if len(inside) != 1 or inside[0].end != cell.end:
        return False
    return bool(re.fullmatch(r"|[^,:.]{2,60}(?:,|\s[–—-]|\s/)\s", page.document.text[cell.start : inside[0].start]))


def merge(found: list[Parts]) -> Parts | None:
    """One venue out of the parts of a row; None when they name two towns, two streets, or nothing."""
    cities = {parts.city for parts in found if parts.city}
    streets = {parts.street for parts in found if parts.street}
    if len(found) < 2 or len(cities) > 1 or len(streets) > 1 or any(p.mode == "online" for p in found):
        return None
    town = next((p for p in found if p.city), found[0])
    names = dict.fromkeys(p.name for p in found if p.name)
    return replace(
        town,
        start=min(p.start for p in found),
        end=max(p.end for p in found),
        name=", ".join(names) or None,
        street=next(iter(streets), None),
        postcode=next((p.postcode for p in found if p.postcode), None),
        mode=max((p.mode for p in found), key=lambda mode: mode == "hybrid"),
    )
