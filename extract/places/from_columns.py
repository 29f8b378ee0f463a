"""Venues of tables that are read by columns: towns over columns of days, days over columns of places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.document import Block
from extract.places.addresses import town_of
from extract.places.context import CALENDAR_DAY
from extract.places.from_slots import is_place_list
from extract.places.page import Page
from extract.places.phrases import Parts, parse_region
from extract.places.row_cells import is_place_cell, merge
from extract.tables import find_below, find_first_row, find_row

# What leads to a place where people only set out: `Départ mairie de Wallers`.
SETS_OUT = re.compile(r"(?:d[ée]part|rendez-vous|rdv|rv|accueil)\s?(?::\s?|de\s|devant\s|[àa]\s)?", re.IGNORECASE)


def columns(page: Page, block: Block) -> Iterator[Parts]:
    """Find the towns that head columns of days, and the places in columns that a day heads; once per row."""
    cells = find_row(page.document, block)
    if not cells or cells[0].start != block.start:
        return
    head = find_first_row(page.document, block)
    if head[:1] == cells[:1]:
        yield from towns_over_days(page, cells)
    elif has_day_columns(page, head):
        for cell in cells:
            if any(over.column == cell.column and is_dated(page, over) for over in head):
                yield from places_in(page, cell)


def is_dated(page: Page, cell: Block) -> bool:
    """Check for a day in a cell."""
    return CALENDAR_DAY.search(page.document.text, cell.start, cell.end) is not None


def has_day_columns(page: Page, head: list[Block]) -> bool:
    """Check for a first row whose cells hold days, two at least: the columns below them tell what takes place then."""
    return sum(is_dated(page, cell) for cell in head) > 1 and all(cell.column is not None for cell in head)


def is_read_by_columns(page: Page, block: Block) -> bool:
    """Check for a cell of a table whose first row holds days, or towns over days: no row of it is one place."""
    head = find_first_row(page.document, block)
    if not head or any(cell.column is None for cell in head):
        return False
    if head[0].row == block.row:
        return any(True for _ in towns_over_days(page, head))
    return has_day_columns(page, head) or any(True for _ in towns_over_days(page, head))


def towns_over_days(page: Page, head: list[Block]) -> Iterator[Parts]:
    """The towns, with their houses, that stand over columns of days; none where fewer than two do."""
    found: list[Parts] = []
    for cell in head:
        below = find_below(page.document, cell) if is_town(page, cell) else []
        if any(is_dated(page, under) for under in below):
            found.extend(parse_region(page.region(cell.start, cell.end)))
    if len(found) > 1:
        yield from (replace(parts, rule="row_head") for parts in found if parts.city)


def is_town(page: Page, cell: Block) -> bool:
    """Check for a cell that is a town, or a town with a house beside it, and nothing else."""
    inside = page.region(cell.start, cell.end).mentions
    alone = len(inside) == 1 and (inside[0].start, inside[0].end) == (cell.start, cell.end)
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
