"""All rows of the warehouse out of all sightings and readings: a pure function, whatever order they come in.

Here all rows are held in memory: what a small archive and the tests ask for. `ledger.py` keeps the same rows in a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extract.knowledge import Knowledge
from warehouse.correct import settle_unknown
from warehouse.corrections import Corrections
from warehouse.make_rows import Made, make_rows
from warehouse.open_rows import Loss, number_open, open_of_doubts, open_of_losses
from warehouse.outline import Outline, build_outline
from warehouse.parts import seal_parts
from warehouse.reference_rows import build_territories, build_themes, cover
from warehouse.rows import PUBLIC_TABLES, OpenRow, Rows
from warehouse.shared_rows import build_shared, choose_evidence, find_days
from warehouse.sightings import Sighting
from warehouse.slim import Library
from warehouse.timeline import Readings


def relate(
    sightings: Iterable[Sighting],
    readings: Readings,
    knowledge: Knowledge,
    losses: Sequence[Loss] = (),
    corrections: Corrections | None = None,
) -> Rows:
    """Give the rows of all public tables, each table in the order of its key.

    `readings` are filed under (canonical address, digest). What is in `losses` could not be read: it is named among the
    open readings, and what the page said before stays current.
    """
    outline = build_outline(sightings, Library(readings), knowledge, losses, corrections)
    settle_unknown(outline.people)
    made = Made()
    for batch in make_rows(outline, [part for part, _ in seal_parts(outline)]):
        for table in PUBLIC_TABLES:
            getattr(made.rows, table).extend(getattr(batch.rows, table))
        made.claims += batch.claims
        made.statements += batch.statements
        made.opens += batch.opens
    rows = made.rows
    rows.open_readings = number_open([*(row for _, row in made.opens), *open_of_archive(outline)])
    shared = build_shared(outline, made.claims, find_days((r[1], *r[5:7]) for r in rows.events))
    rows.venues, rows.cycles = shared.venues, shared.cycles
    stated = choose_evidence(made.statements, shared.values)
    rows.evidence = sorted([*rows.evidence, *stated, *shared.evidence], key=lambda item: item[:6])
    rows.territories = build_territories(knowledge, cover((r[1], *r[-2:]) for r in rows.event_territories))
    spans = cover((r[1], *r[-2:]) for r in rows.event_themes)
    themes = (found for telling in outline.tellings for found in telling.event.themes)
    rows.themes = build_themes(knowledge, themes, spans, outline.terms)
    rows.corrections = outline.people.rows()
    return _in_order(rows)


def open_of_archive(outline: Outline) -> Iterator[OpenRow]:
    """Give what is open and belongs to no single part: doubts of grouping, and what could not be read."""
    yield from open_of_doubts([*outline.cycle_doubts, *outline.doubts])
    yield from open_of_losses(outline.timeline, outline.library, outline.losses)


def _in_order(rows: Rows) -> Rows:
    """Sort every table by its columns from the first on, empty values first; evidence is in order already."""
    for table in PUBLIC_TABLES:
        if table != "evidence":
            getattr(rows, table).sort(key=_order)
    return rows


def _order(row: tuple[object, ...]) -> tuple[tuple[bool, str], ...]:
    """Order by the first six columns: every key of a table lies within them."""
    return tuple((value is not None, str(value)) for value in row[:6])
