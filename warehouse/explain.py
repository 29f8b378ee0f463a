"""Why a value is what it is: the evidence of a row, down to the capture, the place in it and the words."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb
from rapidfuzz import process

from warehouse.errors import WarehouseError
from warehouse.reader import open_sealed

_TABLES: Final = {
    "events": "event_id",
    "sessions": "session_id",
    "venues": "venue_id",
    "cycles": "cycle_id",
    "pages": "page_id",
    "documents": "document_id",
}
_ABBREVIATED: Final = 12


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One piece of evidence with the value that it stands for.

    `place` has `start` and `end` (characters of the normalised text), for a PDF also `page` and `box`. `seen_at` is the
    first moment (UTC) at which `url` gave the bytes of `capture_digest`.
    """

    table: str
    row_id: str
    field: str
    value: str | None
    capture_digest: str
    url: str
    seen_at: dt.datetime | None
    place: dict[str, Any]
    words: str
    rule: str
    certainty: float


def explain(data: Path, row_id: str, field: str | None = None) -> list[EvidenceRow]:
    """Give the evidence of an event, session, venue, cycle, page or document, of one field or of all.

    An event comes with its territories and themes. The digest of a document may be cut to twelve digits and more.
    Raises WarehouseError where the identifier or the field is unknown, with those that are near.
    """
    with open_sealed(data) as connection:
        table, found = _find_row(connection, row_id)
        rows = list(_find_evidence(connection, table, found))
    if field is not None:
        fields = sorted({row.field for row in rows})
        rows = [row for row in rows if row.field == field]
        if not rows:
            known = ", ".join(fields) or "none"
            raise WarehouseError(f"{found} has no evidence for `{field}`; it has some for: {known}.")
    return rows


def _find_row(connection: duckdb.DuckDBPyConnection, row_id: str) -> tuple[str, str]:
    """Give the table of an identifier and the identifier in full."""
    for table, key in _TABLES.items():
        question = f"SELECT {key} FROM {table} WHERE {key} = $1"  # noqa: S608 our own tables
        if connection.execute(question, [row_id]).fetchall():
            return table, row_id
    digest = row_id if row_id.startswith("sha256:") else f"sha256:{row_id}"
    if len(digest) >= len("sha256:") + _ABBREVIATED:
        question = "SELECT document_id FROM documents WHERE starts_with(document_id, $1)"
        documents = connection.execute(question, [digest]).fetchall()
        if len(documents) == 1:
            return "documents", str(documents[0][0])
    raise WarehouseError(_unknown(row_id, find_near(connection, row_id)))


def find_near(connection: duckdb.DuckDBPyConnection, row_id: str, limit: int = 3) -> list[str]:
    """Give the identifiers that are nearest to one that is unknown."""
    known = [
        str(row[0])
        for table, key in _TABLES.items()
        for row in connection.execute(f"SELECT {key} FROM {table} ORDER BY {key}").fetchall()  # noqa: S608
    ]
    return [found for found, _, _ in process.extract(row_id, known, limit=limit, score_cutoff=60)]


def _unknown(row_id: str, near: list[str]) -> str:
    hint = f" Did you mean {', '.join(near)}?" if near else " `irev query agenda` lists sessions."
    return f"There is no row {row_id}.{hint}"


def _find_evidence(connection: duckdb.DuckDBPyConnection, table: str, row_id: str) -> Iterator[EvidenceRow]:
    tables = {"events": ("events", "event_territories", "event_themes"), "pages": ("pages", "page_documents")}
    question = """
        SELECT table_name, row_id, field, capture_digest, url, first_seen, place, words, rule, certainty FROM evidence
        WHERE list_contains($1, table_name) AND (row_id = $2 OR starts_with(row_id, $2 || '/'))
        ORDER BY table_name <> $3, table_name, row_id, field, certainty DESC, url, capture_digest, place
    """
    found = connection.execute(question, [list(tables.get(table, (table,))), row_id, table]).fetchall()
    values = _values(connection, table, row_id)
    for name, row, field, digest, url, seen_at, place, words, rule, certainty in found:
        value = values.get(field) if name == table else str(row).removeprefix(f"{row_id}/")
        yield EvidenceRow(name, row, field, value, digest, url, seen_at, json.loads(place), words, rule, certainty)


def _values(connection: duckdb.DuckDBPyConnection, table: str, row_id: str) -> dict[str, str | None]:
    result = connection.execute(f"SELECT * FROM {table} WHERE {_TABLES[table]} = $1", [row_id])  # noqa: S608
    names = [str(column[0]) for column in result.description or ()]
    rows = result.fetchall()
    return {name: None if value is None else str(value) for row in rows for name, value in zip(names, row, strict=True)}
