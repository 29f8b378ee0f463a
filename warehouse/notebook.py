# ruff: noqa: S608 - all statements are made of our own names
"""The notes of an outline (`notes.py`) in the file: written, and put in the place of those of the look before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

import duckdb

from extract.knowledge import Knowledge
from extract.records import Place, ThemeReading
from warehouse.load import append
from warehouse.notes import note_calm, note_sources, note_tellings, note_terms, note_themes
from warehouse.outline import Outline
from warehouse.terms import Terms, name_labels

_BATCH: Final = 10_000
_NOWHERE: Final = Place(0, 0)
_NAMED_BY: Final = {
    "outline_tellings": "name",
    "outline_themes": "name",
    "outline_sources": "source_id",
    "outline_calm": "source_id",
    "outline_terms": "url",
}


def keep_notes(connection: duckdb.DuckDBPyConnection, outline: Outline, knowledge: Knowledge) -> None:
    """Put the notes of an outline in the place of those that stand: of all, or of what the outline is of."""
    former = outline.rest.former if outline.rest else None
    for table, column in _NAMED_BY.items():
        if former is None:
            connection.execute(f"DELETE FROM {table}")
        else:
            named = {"name": former.tellings, "source_id": former.touched, "url": former.urls}[column]
            question = f"DELETE FROM {table} WHERE {column} IN (SELECT unnest(CAST(? AS VARCHAR[])))"
            connection.execute(question, [sorted(named)])
    renewed, urls = (former.renewed, former.urls) if former else (None, None)
    vocabulary = frozenset(term.theme_id for term in knowledge.themes)
    for table, notes in (
        ("outline_tellings", note_tellings(outline)),
        ("outline_themes", note_themes(outline, vocabulary)),
        ("outline_sources", note_sources(outline, renewed)),
        ("outline_calm", note_calm(outline, renewed)),
        ("outline_terms", note_terms(outline, urls)),
    ):
        _append_all(connection, table, notes)


def _append_all(connection: duckdb.DuckDBPyConnection, table: str, notes: Iterator[tuple[object, ...]]) -> None:
    """Append notes batch by batch: those of a whole archive are never held together."""
    while batch := list(islice(notes, _BATCH)):
        append(connection, table, batch)


def read_terms(connection: duckdb.DuckDBPyConnection, terms: Terms) -> Terms:
    """Give the terms with the labels that the site gave them last, as `find_terms` finds them."""
    rows = connection.execute("""SELECT DISTINCT ON (number) number, label
        FROM outline_terms t JOIN captures c USING (url, capture_digest)
        ORDER BY number, c.last_seen DESC, url DESC, t.first_seen, capture_digest, place""").fetchall()
    return Terms(terms.themes, name_labels(terms.themes, {int(number): str(label) for number, label in rows}))


def read_themes(connection: duckdb.DuckDBPyConnection) -> list[ThemeReading]:
    """Give each theme of events once as the first telling has it, and once as the first that numbers it."""
    found = []
    for only in ("", "WHERE site_term IS NOT NULL"):
        rows = connection.execute(f"""SELECT DISTINCT ON (theme_id) theme_id, label, site_term
            FROM outline_themes {only} ORDER BY theme_id, place, number""").fetchall()
        found += [ThemeReading(row[0], row[1], "label", row[1], _NOWHERE, row[2]) for row in rows]
    return found
