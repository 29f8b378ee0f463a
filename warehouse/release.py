"""What makes two releases equal: digests over rows, with and without the moments of last sight."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseError
from warehouse.history import History
from warehouse.keys import HISTORIC, MOVING
from warehouse.load import schema_text
from warehouse.reader import open_file
from warehouse.rows import PUBLIC_TABLES, Rows


@dataclass(frozen=True, slots=True)
class Release:
    """A state of the warehouse. `facts_digest` leaves out when facts were last seen; `content_digest` covers all rows.

    `version` is the last day on which anything was seen, and the first digits of the content digest.
    """

    version: str
    facts_digest: str
    content_digest: str
    schema_digest: str


def build_release(rows: Rows, history: History | None = None) -> Release:
    """Give the release that these rows and their history make: the same ones and one schema give the same release."""
    facts, content = hashlib.sha256(), hashlib.sha256()
    for table in PUBLIC_TABLES:
        table_rows = getattr(rows, table)
        for digest in (facts, content):
            digest.update(f"\x1d{table}\x1d".encode())
        if table_rows:
            moving = {place for place, name in enumerate(table_rows[0]._fields) if name in MOVING}
            for row in table_rows:
                content.update(_row_bytes(row))
                facts.update(_row_bytes([value for place, value in enumerate(row) if place not in moving]))
    for table in HISTORIC if history else ():
        for state in history.tables[table].ended if history else ():
            for digest in (facts, content):
                digest.update(_row_bytes(state))
    moments = [row.last_seen for row in rows.captures if row.last_seen is not None]
    day = max(moments).date().isoformat() if moments else "empty"
    return Release(f"{day}.{content.hexdigest()[:10]}", facts.hexdigest(), content.hexdigest(), schema_digest())


def schema_digest() -> str:
    """Give the digest of all tables, views and comments."""
    return hashlib.sha256(schema_text().encode()).hexdigest()


def _row_bytes(row: object) -> bytes:
    return json.dumps(row, ensure_ascii=False, default=str).encode() + b"\x1e"


def published_release(path: Path) -> Release | None:
    """Give the release that stands at a path; None when there is none or when it cannot be opened."""
    try:
        with open_file(path) as connection:
            question = "SELECT version, facts_digest, content_digest, schema_digest FROM release"
            rows = connection.execute(question).fetchall()
    except (WarehouseError, duckdb.Error):
        return None
    return Release(*rows[0]) if rows else None
