"""Venues of tables that are read by columns: towns over columns of days, days over columns of places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extract.document import Block
from extract.matching.folding import fold
from extract.month_tables import holds_month_cell
from extract.places.gazetteer.mentions import VENUE_LABEL
from extract.places.grammar.addresses import STREET, city_name, town_of
from extract.places.grammar.context import CALENDAR_DAY
from extract.places.grammar.phrases import Parts, parse_region
from extract.places.grammar.row_cells import bears_town, is_place_cell, merge, place_behind_subject
from extract.places.page import Page
from extract.places.search.from_slots import is_place_list
from extract.places.towns.town_heads import GROUP_OF_TOWN
from extract.tables import Table, find_row, find_table, is_weekday

MORE_THAN_LABEL = 3
# A town with a bracket behind it is told whole: `Lens (mairie)`.
BRACKET = re.compile(
    r"\b(?:groupes?|promotions?|sessions?|secteurs?|zones?)\b[^()\n]*\((?P<inside>[^()]{3,90})\)", re.I
)
# The head of a column of those who meet afar: `En visio`, `Groupe à distance`, `Webinaires`.
AFAR = re.compile(
    r"\W*(?:(?:groupe|session|version|format)\s)?(?:(?:en\s|par\s|[àa]\s)?(?:visio\w*(?:[- ]conf[ée]rence)?|"
    r"distance|distanciel|ligne|virtuel)|webinaires?)\W*",
    re.IGNORECASE,
)
TOWN_LABEL = re.compile(r"villes?|communes?|adresses?")
# What leads to a place where people only set out: `Départ mairie de Wallers`.
SETS_OUT = re.compile(r"(?:d[ée]part|rendez-vous|rdv|rv|accueil)\s?(?::\s?|de\s|devant\s|[àa]\s)?", re.IGNORECASE)


def columns(page: Page, block: Block) -> Iterator[Parts]:
    """Find the towns over columns of days, and the places in columns of which a row tells the day; once per row."""
    cells = find_row(page.document, block)
    if not cells or cells[0].start != block.start:
        return
    table = find_table(page.document, block)
    if table is None:
        return
    days, towns, places = kind_of(page, table)
    if table.rows[0][0].start == cells[0].start:
        yield from towns
    if places and places[0].row == block.row:
        for cell in places:
            for parts in joined(parse_region(page.region(cell.start, cell.end))):
                yield in_town_of_head(page, table, cell, parts)
        return
    if days and block.row not in {day.row for day in days} and not (places and not says_where(page, cells[0])):
        over = days_over(days, block)
        for cell in cells:
            if any(day.column == cell.column and is_dated(page, day) for day in over):
                yield from places_in(page, cell)


def says_where(page: Page, label: Block) -> bool:
    """Check for a row that tells where by its label: beside it, a row of those who lead tells no place."""
    words = fold(page.document.words_of(label)).strip(" :?")
    return VENUE_LABEL.fullmatch(words) is not None or TOWN_LABEL.fullmatch(words) is not None


def in_town_of_head(page: Page, table: Table, cell: Block, parts: Parts) -> Parts:
    """A house without a town in the one that heads its column: `Groupe de Laon` over `Centre social Presles`."""
    head = next((other for other in table.rows[0] if other.column == cell.column), cell)
    inside = page.mentions_in(head.start, head.end) if head.row != cell.row else []
    town = town_of(inside[0].candidates) if len(inside) == 1 else None
    borne = parts.city is not None and bears_town(parts)
    if town is None or (parts.city and not borne) or parts.mode == "online" or is_dated(page, head):
        return parts
    return replace(parts, city=city_name(page.document.text[inside[0].start : inside[0].end], town), commune=town)


Kind = tuple[list[Block], list[Parts], list[Block]]
"""Of a table that is read by columns: its row of days, the towns over its days, the places below them."""
_LAST: list[tuple[Page, dict[int, Kind]]] = []


def kind_of(page: Page, table: Table) -> Kind:
    """How a table is read by columns; kept for the last page, as every row asks for it."""
    if not _LAST or _LAST[0][0] is not page:
        _LAST[:] = [(page, {})]
    known = _LAST[0][1]
    key = table.rows[0][0].start
    if key not in known:
        known[key] = row_of_days(page, table), list(towns_over_days(page, table)), places_below_days(page, table)
    return known[key]


def is_dated(page: Page, cell: Block) -> bool:
    """Check for a day in a cell, the number of one whose month its table tells once, or a weekday and nothing else."""
    found = CALENDAR_DAY.search(page.document.text, cell.start, cell.end)
    return found is not None or is_weekday(page.document, cell) or holds_month_cell(page.document, [cell])


def row_of_days(page: Page, table: Table) -> list[Block]:
    """The row of a table that holds days, where it holds two at least: each tells the day of its column.

    The weeks of a month are such rows one after another, each over the rows that tell of its days.
    """
    dated = [n for n, row in enumerate(table.rows) if any(is_dated(page, cell) for cell in row)]
    rows = [table.rows[n] for n in dated]
    apart = all(two - one > 1 for one, two in pairwise(dated))
    several = all(sum(is_dated(page, cell) for cell in row) > 1 for row in rows[: max(1, len(rows) - 1)])
    return [cell for row in rows for cell in row] if rows and apart and several else []


def days_over(days: list[Block], block: Block) -> list[Block]:
    """The row of days over a row: the last one above it, else the first of the table."""
    above = [day.row for day in days if (day.row or 0) < (block.row or 0)]
    row = max(above, key=lambda number: number or 0, default=days[0].row)
    return [day for day in days if day.row == row]


def is_read_by_columns(page: Page, block: Block) -> bool:
    """Check for a cell of a table with one row of days, or towns over days: no row of it is one place."""
    table = find_table(page.document, block)
    return table is not None and any(kind_of(page, table))


def places_below_days(page: Page, table: Table) -> list[Block]:
    """The cells of the row that says where (`Lieu | Lens | Arras`) in columns of days; none where fewer than two do."""
    for row in table.rows:
        if len(row) < MORE_THAN_LABEL or not VENUE_LABEL.fullmatch(fold(page.document.words_of(row[0])).strip(" :?")):
            continue
        dated = [c for c in row[1:] if any(is_dated(page, cell) for cell in table.columns.get(c.column or 0, []))]
        is_head = row is table.rows[0] and not any(is_place_cell(page, cell, says_where=False) for cell in dated)
        return dated if len(dated) > 1 and not is_head else []
    return []


def towns_over_days(page: Page, table: Table) -> Iterator[Parts]:
    """The towns, with their houses, that stand over columns of days; none where fewer than two do."""
    found: list[Parts] = []
    for cell in table.rows[0]:
        head = in_bracket(page, cell)
        screen = AFAR.fullmatch(page.document.words_of(head)) is not None
        told = screen or is_town(page, head) or has_address(page, head)
        below = table.columns[cell.column or 0][1:] if told else []
        if any(is_dated(page, other) for other in below):
            found.extend(parse_region(page.region(start_of_town(page, head), head.end)))
    if len(found) > 1:
        yield from (replace(parts, rule="row_head") for parts in found if parts.city or parts.mode == "online")


def start_of_town(page: Page, head: Block) -> int:
    """Where the town of a head begins that calls those who meet after it: `Groupe Lens`."""
    lead = GROUP_OF_TOWN.match(page.document.text, head.start, head.end)
    inside = page.mentions_in(head.start, head.end)
    return inside[0].start if lead is not None and inside and lead.end() == inside[0].start else head.start


def in_bracket(page: Page, cell: Block) -> Block:
    """What the bracket of a head holds that tells where its group meets (`Groupe 2 (Lens, mairie)`), else the head."""
    bracket = BRACKET.search(page.document.text, cell.start, cell.end)
    return cell._replace(start=bracket.start("inside"), end=bracket.end("inside")) if bracket else cell


def has_address(page: Page, cell: Block) -> bool:
    """Check for a street and a town in a head."""
    street = STREET.search(page.document.text, cell.start, cell.end)
    return street is not None and any(town_of(m.candidates) for m in page.mentions_in(cell.start, cell.end))


def is_town(page: Page, cell: Block) -> bool:
    """Check for a cell that is a town, or a town with a house beside it, and nothing else."""
    inside = page.mentions_in(cell.start, cell.end)
    alone = len(inside) == 1 and (inside[0].start, inside[0].end) == (start_of_town(page, cell), cell.end)
    return (alone and town_of(inside[0].candidates) is not None) or is_place_list(page, cell.start, cell.end)


def places_in(page: Page, cell: Block) -> Iterator[Parts]:
    """The places that fill lines of a cell under a day; lines that follow one another are one place."""
    run: list[Parts] = []
    for line in lines_of(page, cell):
        words = page.document.words_of(line)
        lead = SETS_OUT.match(words)
        place = line._replace(start=line.start + lead.end()) if lead else line
        if is_place_cell(page, place, says_where=False):
            run.extend(parse_region(page.region(place.start, place.end)))
            continue
        yield from joined(run)
        run = []
        start = place_behind_subject(page, line)
        yield from joined(parse_region(page.region(start, line.end)) if start is not None else [])
    yield from joined(run)


def lines_of(page: Page, cell: Block) -> list[Block]:
    """The blocks that a cell is made of."""
    first = page.document.index_of(cell)
    lines = page.document.blocks[first : first + 40]
    return [line for line in lines if line.start < cell.end]


def joined(run: list[Parts]) -> Iterator[Parts]:
    """The places of lines that follow one another, as one where they do not speak against it."""
    merged = merge(run)
    yield from (replace(parts, rule=f"row_{parts.rule}") for parts in ([merged] if merged else run))
