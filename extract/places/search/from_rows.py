"""Venues of a table row: its town, name and street stand in cells of their own; no address leaves its row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.dates.lexicon import WEEKDAY_NAME
from extract.document import Block
from extract.matching.folding import fold
from extract.month_tables import holds_month_cell
from extract.places.gazetteer.mentions import VENUE_LABEL
from extract.places.grammar.addresses import town_of
from extract.places.grammar.context import CALENDAR_DAY, DAY, MEETING_NOUN
from extract.places.grammar.modes import ONLINE_NAME
from extract.places.grammar.names import STARTS_WITH_NOUN
from extract.places.grammar.phrases import Parts, parse_region
from extract.places.grammar.row_cells import (
    is_in_column_of_places,
    is_place_cell,
    merge,
    without_borne_towns,
    without_hours,
    without_things,
)
from extract.places.grammar.schedule import OPENING
from extract.places.page import Page
from extract.places.search.from_columns import is_read_by_columns
from extract.places.search.from_slots import is_place_list
from extract.places.search.ticks import AFAR_HEAD, ticks_afar
from extract.tables import LABEL_AND_VALUE, find_head_of, find_header, find_row, find_table

TOWN_LABEL = re.compile(r"villes?|communes?|sites?|antennes?|groupes?|territoires?|secteurs?|o[uù]( \?)?")
# Columns of people, and of bodies that only a column of places beside them keeps from being places themselves.
WHO_LABEL = re.compile(
    r"(?:(?:avec|par|nom des?) )?(?:(?:les?|nos|notre|l'|grande?s?) ?)*(?:intervenant\w*|interventions?|formateurs?|"
    r"formatrices?|animat\w+|contacts?|partenaires?|prestataires?|r[ée]f[ée]rent\w*|pilotes?|orat(?:eur|rice)s?|"
    r"invit[ée]e?s?|t[ée]moins?|t[ée]moignages?|conf[ée]renci\w+|expert\w*|artistes?|compagnies?|avec(?: qui)?|qui|par)"
    r"(?:[ (·.-].*)?"
)
MEETING_LABEL = re.compile(r"rendez[- ]vous")
NOT_WHERE = re.compile(
    rf"(?:{MEETING_LABEL.pattern}|structures?|organis\w+|porteurs?|associations?|inscriptions?|services?|"
    r"quoi|contenus?|activit[ée]s?|animations?|actions?|sujets?|[ée]v[ée]nements?|r[ée]unions?|quartiers?|publics?|"
    r"th[ée]mes?|th[ée]matiques?|intitul[ée]s?|objets?|modules?|formations?|ateliers?)(?: .*)?"
)
WHAT_AND_WHERE = re.compile(r"\s[–—-]\s|\s?:\s")
IN_BRACKET = re.compile(r"\s\((?P<place>[^()\n]{3,80})\)\W*$")
# The first cell of a row below the frame of a week: `Lundi`, `Mardi matin`.
WEEKDAY = re.compile(rf"\W*(?:{WEEKDAY_NAME})(?![^\W_])", re.IGNORECASE)
# A line that tells with whom, and no place: `Animé par Karim Petit, Lens`.
OF_OTHERS = re.compile(r"\W*(?:avec|par|[^\W\d_]+ée?s? (?:par|avec)|en (?:pr[ée]sence|partenariat))\s", re.IGNORECASE)
PIN = re.compile(r"[📍🏠📌]\ufe0f?\s*:?")


def rows(page: Page, block: Block) -> Iterator[Parts]:
    """Find the venue of a row that holds a day, or whose columns say that they hold places; once per row."""
    cells = row_of(page, block)
    if not cells and is_head_of_rows(page, block):
        yield from (
            replace(parts, rule=f"row_{parts.rule}") for parts in parse_region(page.region(block.start, block.end))
        )
    if not cells or cells[0].start != block.start:
        return
    yield from places_of_days(page, cells)
    if is_read_by_columns(page, block):
        return
    if len(cells) == LABEL_AND_VALUE and AFAR_HEAD.fullmatch(fold(page.document.words_of(cells[0])).strip(" :")):
        yield Parts(cells[0].start, cells[-1].end, ONLINE_NAME, mode="online", rule="mode_words_also")
        return
    header = label_of_row(page, cells) or header_of(page, block, len(cells))
    told = any(VENUE_LABEL.fullmatch(label) and not MEETING_LABEL.fullmatch(label) for label in header or ())
    whose = not told and any(WHO_LABEL.fullmatch(label) for label in header or ())  # the `Structure` of an `Invité`
    dated = any(DAY.search(page.document.words_of(cell)) for cell in cells)
    dated = (
        dated or holds_month_cell(page.document, cells) or WEEKDAY.match(page.document.words_of(cells[0])) is not None
    )
    found: list[Parts] = []
    for whole, label in zip(cells, header or [""] * len(cells), strict=True):
        if WHO_LABEL.fullmatch(label) or ((told or whose) and NOT_WHERE.fullmatch(label)):
            continue
        cell = without_hours(page, line_of_place(page, whole) if dated else whole)
        says_where = VENUE_LABEL.fullmatch(label) is not None and not tells_what(page, whole, label)
        says_where = says_where or (dated and TOWN_LABEL.fullmatch(label) is not None)
        says_where = says_where or (dated and not NOT_WHERE.fullmatch(label) and is_in_column_of_places(page, whole))
        if (says_where or dated) and is_place_cell(page, cell, says_where):
            read = parse_region(page.region(cell.start if says_where else place_start(page, cell), cell.end))
            only_town = told and TOWN_LABEL.fullmatch(label) and not VENUE_LABEL.fullmatch(label)
            found.extend(towns_of(read) if only_town else read)
        elif dated and (start := place_start(page, cell)) > cell.start:
            found.extend(parse_region(page.region(start, cell.end)))
    found = [parts for parts in without_things(page, without_borne_towns(found)) if not is_step(page, cells, parts)]
    merged = merge(found)
    places = [merged] if merged else found
    ticked = next((c for c, label in zip(cells, header or (), strict=False) if ticks_afar(page, label, c)), None)
    if ticked is not None:
        places = [replace(parts, mode="hybrid") for parts in places] or [screen_of(ticked)]
    yield from (replace(parts, rule=f"row_{parts.rule}") for parts in places)


def tells_what(page: Page, cell: Block, label: str) -> bool:
    """Check for a meeting under a label of places that is one of meetings as well: `Rendez-vous` over `Webinaire`."""
    return MEETING_LABEL.fullmatch(label) is not None and MEETING_NOUN.match(page.document.words_of(cell)) is not None


def places_of_days(page: Page, cells: list[Block]) -> Iterator[Parts]:
    """The places below the days of a row that holds several, each in its cell: `8 octobre` over `Roye, Le Tigre`."""
    text = page.document.text
    dated = [
        cell
        for cell in cells
        if "\n" in text[cell.start : cell.end] and CALENDAR_DAY.search(text, cell.start, cell.end)
    ]
    for cell in dated if len(dated) > 1 else ():
        start = cell.start
        for line in text[cell.start : cell.end].split("\n"):
            end = start + len(line)
            if CALENDAR_DAY.search(line) is None and is_place_list(page, start, end):
                yield from (replace(parts, rule=f"row_{parts.rule}") for parts in parse_region(page.region(start, end)))
            start = end + 1


def line_of_place(page: Page, cell: Block) -> Block:
    """The one line of a cell, below its first, that is nothing but a place (`Forum` over `Le Quai, Roye`), or it."""
    lines = []
    start = page.document.text.find("\n", cell.start, cell.end) + 1
    while start:
        after = page.document.text.find("\n", start, cell.end) + 1
        line = without_hours(page, cell._replace(start=start, end=after - 1 if after else cell.end))
        told = page.mentions_in(line.start, line.end) and not OF_OTHERS.match(page.document.text, line.start, line.end)
        if told and is_place_cell(page, line, says_where=False):
            lines.append(line)
        start = after
    return lines[0] if len(lines) == 1 else cell


def is_step(page: Page, cells: list[Block], parts: Parts) -> bool:
    """Check for what takes place at an hour of a programme: `14h | Forum des idées` names no house."""
    if parts.city or parts.street or parts.name is None or MEETING_NOUN.match(parts.name) is None:
        return False
    return not any(CALENDAR_DAY.search(page.document.words_of(cell)) for cell in cells)


def is_head_of_rows(page: Page, block: Block) -> bool:
    """Check for a row of one cell, a town alone or with a house, over a row with a day: `Hirson – Mairie`."""
    table = find_table(page.document, block)
    if table is None:
        return False
    below = next((row for row in table.rows if row[0].start > block.start), [])
    if len(below) <= 1 or not any(DAY.search(page.document.words_of(cell)) for cell in below):
        return False
    inside = page.mentions_in(block.start, block.end)
    alone = len(inside) == 1 and inside[0].end == block.end
    alone = (
        alone and OPENING.fullmatch(page.document.text, block.start, inside[0].start) is not None
    )  # `Groupe de Laon`
    town = town_of(inside[0].candidates) if inside else None
    return town is not None and (alone or is_place_list(page, block.start, block.end))


def screen_of(cell: Block) -> Parts:
    """The screen, for a row that ticks it and names no place."""
    return Parts(cell.start, cell.end, ONLINE_NAME, mode="online")


def towns_of(read: list[Parts]) -> list[Parts]:
    """What a column of towns or districts tells beside one of places: a town, and houses by their noun."""
    return [
        parts if parts.name and STARTS_WITH_NOUN.match(parts.name) else replace(parts, name=None)
        for parts in read
        if parts.city
    ]


def row_of(page: Page, block: Block) -> list[Block]:
    """The cells of the row of a table that a cell stands in, when they stand one after the other; else none."""
    return find_row(page.document, block)


def header_of(page: Page, block: Block, columns: int) -> list[str] | None:
    """The folded labels of the columns: the first row of the table, when it has as many cells and no day."""
    head = find_header(page.document, block, columns) or heads_of_cells(page, block)
    return [" ".join(fold(page.document.words_of(cell)).split()).strip(" :") for cell in head] or None


def heads_of_cells(page: Page, block: Block) -> list[Block]:
    """The heads over the cells of a row that a cell of a row above reaches into; none where a cell has no head."""
    cells = row_of(page, block)
    heads = [find_head_of(page.document, cell) for cell in cells]
    return [head for head in heads if head is not None] if all(heads) else []


def place_start(page: Page, cell: Block) -> int:
    """Where the place begins in a cell that tells what takes place and where: `Comité éditorial – IREV, Lille`.

    A bracket at its end with the town and its house tells where: `Groupe égalité (Chauny, pôle Gambetta)`.
    """
    bracket = IN_BRACKET.search(page.document.text, cell.start, cell.end)
    if bracket is not None and is_place_list(page, *bracket.span("place")):
        return bracket.start("place")
    marks = list(WHAT_AND_WHERE.finditer(page.document.text, cell.start, cell.end))
    what = page.document.text[cell.start : marks[-1].start()] if marks else ""
    if not what or STARTS_WITH_NOUN.match(what) or page.mentions_in(cell.start, marks[-1].start()):
        return cell.start
    return marks[-1].end() if is_place_list(page, marks[-1].end(), cell.end) else cell.start


def label_of_row(page: Page, cells: list[Block]) -> list[str] | None:
    """The folded label that the first of two cells gives the second (`Où | Stade couvert`), or None."""
    words = page.document.words_of(cells[0])
    if len(cells) == 2 and PIN.fullmatch(words):
        return ["", "lieu"]
    label = fold(words).strip(" :?")
    return ["", label] if len(cells) == 2 and VENUE_LABEL.fullmatch(label) else None
