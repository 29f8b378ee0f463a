"""The venue in the row of a table that a day stands in, or in the lines of its cell."""

from __future__ import annotations

from dataclasses import replace

from extract.document import Block
from extract.events.parts import Parts, standing_between
from extract.events.venues.page_venue import richness
from extract.records import DateReading, VenueReading
from extract.tables import find_table


def find_row_venue(parts: Parts, mentions: tuple[DateReading, ...], sessions: list[DateReading]) -> VenueReading | None:
    """The venue in the same row of a table: its town may stand in one cell and its name or street in another."""
    for date in mentions:
        block = parts.block_of(date.where.start)
        if block is None or block.kind != "cell" or block.row is None:
            continue
        cells = [b for b in parts.row_of(block) if b.kind == "cell"]
        found = [v for v in parts.venues if any(b.start <= v.where.start < b.end for b in cells)]
        screen = _remarked_screen(parts, block, cells, found)
        if screen is not None:
            return screen
        found = _told_as_places(found, block, cells) or found
        days = {d.first_day for d in sessions if any(b.start <= d.where.start < b.end for b in cells)}
        own = _standing_in(found, block) or _in_lines_of_cell(found, block, cells, sessions)
        if own:
            return max(own, key=richness)  # the cell of a day tells its place
        found = [v for v in found if not _stands_with_other_day(v, date, cells, sessions)]
        if len(days | {date.first_day}) > 1 and len(found) > 1:
            continue  # a table that lays the page out, not a row of one place
        if found:
            best = max(found, key=richness)
            town = next((v for v in found if v.city is not None), best)
            if best.city is None and town.city is None:
                town = _of_group(parts, block, sessions) or _of_cell_above(parts, block) or best
            if best.mode == "online":
                return best  # the other cells say for whom it is: `Dunkerque | Visioconférence`
            return best if best.city else replace(best, city=town.city, commune_code=town.commune_code)
        group = _of_group(parts, block, sessions) or _of_cell_above(parts, block)
        if group is not None:
            return group
    return None


def _stands_with_other_day(
    venue: VenueReading, date: DateReading, cells: list[Block], sessions: list[DateReading]
) -> bool:
    """Whether the cell of a place holds another day than one, and not this one: then it is where that one is."""
    cell = next(b for b in cells if b.start <= venue.where.start < b.end)
    days = {other.first_day for other in standing_between(sessions, cell.start, cell.end)}
    return bool(days) and date.first_day not in days


def is_of_other_row(parts: Parts, cell: Block, date: DateReading, sessions: list[DateReading]) -> bool:
    """Whether a cell stands in another row than a day, and that row has a day of its own, before or behind the cell."""
    own = parts.block_of(date.where.start)
    if own is None or own.kind != "cell" or cell.kind != "cell" or cell.row in (None, own.row):
        return False
    row = parts.row_of(cell)
    days = standing_between(sessions, row[0].start, row[-1].end) if row else []
    return any(other.first_day != date.first_day for other in days)


def _remarked_screen(parts: Parts, block: Block, cells: list[Block], found: list[VenueReading]) -> VenueReading | None:
    """The screen that a cell of its own tells of this row and not of all: `Lens | 12 mars | MJC | À distance`."""
    for screen in (venue for venue in found if venue.mode == "online"):
        cell = next(b for b in cells if b.start <= screen.where.start < b.end)
        words = parts.document.words_of(cell)
        for venue in found:
            words = words.replace(venue.text, "") if venue.mode == "online" else words
        table = find_table(parts.document, cell)
        if cell is block or table is None or any(map(str.isalpha, words)):
            continue
        told = [other for other in table.columns.get(cell.column or 0, []) if other.row != table.rows[0][0].row]
        if len(told) < len(table.rows) - 1 or len({parts.document.words_of(other) for other in told}) > 1:
            return screen
    return None


def _told_as_places(found: list[VenueReading], block: Block, cells: list[Block]) -> list[VenueReading]:
    """The places that the columns of a row tell, or the cell of its day: others are of who speaks, or what about."""
    own = [line for line in cells if line is block or (block.column is not None and line.column == block.column)]
    return [v for v in found if v.rule.startswith("row_") or any(b.start <= v.where.start < b.end for b in own)]


def _of_cell_above(parts: Parts, block: Block) -> VenueReading | None:
    """The place in the cell that reaches into the row of a day from a row above, where the row has none of its own."""
    table = find_table(parts.document, block)
    if table is None:
        return None
    own = {cell.column for cell in parts.row_of(block)}
    for column, cells in table.columns.items():
        above = [cell for cell in cells if cell.start < block.start]
        if column in own or not above:
            continue
        found = [v for v in standing_between(parts.venues, above[-1].start, above[-1].end) if v.city is not None]
        if len(found) == 1:
            return found[0]
    return None


def _of_group(parts: Parts, block: Block, sessions: list[DateReading]) -> VenueReading | None:
    """The one place in the row of a single cell that heads the rows of a day: `CHAUNY – Maison des services`."""
    table = find_table(parts.document, block)
    above = [row for row in table.rows if row[0].start < block.start and len(row) == 1] if table is not None else []
    if not above or len(parts.row_of(block)) == 1:
        return None
    head = above[-1][0]
    found = standing_between(parts.venues, head.start, head.end)
    towns = {venue.city for venue in found} - {None}
    return (
        max(found, key=richness) if len(towns) == 1 and not standing_between(sessions, head.start, head.end) else None
    )


def _in_lines_of_cell(
    venues: list[VenueReading], block: Block, cells: list[Block], sessions: list[DateReading]
) -> list[VenueReading]:
    """The one place in the lines of a cell that holds one day."""
    lines = [line for line in cells if line.column == block.column] if block.column is not None else []
    days = {d.first_day for line in lines for d in standing_between(sessions, line.start, line.end)}
    found = [venue for line in lines for venue in _standing_in(venues, line)]
    return found if len(days) == len(found) == 1 else []


def _standing_in(venues: list[VenueReading], line: Block) -> list[VenueReading]:
    """The venues with their town that begin in a line."""
    return [venue for venue in standing_between(venues, line.start, line.end) if venue.city is not None]
