"""What makes two releases equal: digests over all rows, with and without the moments of last sight."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from warehouse.delta import read_sums, sum_moments, sum_rows
from warehouse.errors import WarehouseError
from warehouse.keys import HISTORIC
from warehouse.load import schema_text
from warehouse.reader import open_file
from warehouse.rows import PUBLIC_TABLES

_GROWING: Final = tuple(table for table in PUBLIC_TABLES if table not in HISTORIC)


@dataclass(frozen=True, slots=True)
class Release:
    """A state of the warehouse. `facts_digest` leaves out when facts were last seen; `content_digest` covers it too.

    Evidence was last seen when its capture was, and counts there. `version` is the last day on which anything was seen,
    and the first digits of the content digest.
    """

    version: str
    facts_digest: str
    content_digest: str
    schema_digest: str


def build_release(connection: duckdb.DuckDBPyConnection) -> Release:
    """Give the release that a file is: the same rows and history and one schema give the same release."""
    facts = [(table, *sums) for table, sums in read_sums(connection).items()]
    facts += [(table, *sum_rows(connection, table)) for table in _GROWING]
    moments = [(table, *sum_moments(connection, table)) for table in PUBLIC_TABLES if table != "evidence"]
    ((last,),) = connection.execute("SELECT max(last_seen) FROM captures").fetchall()
    day = last.date().isoformat() if last is not None else "empty"
    digest = _digest([*facts, *moments])
    return Release(f"{day}.{digest[:10]}", _digest(facts), digest, schema_digest())


def _digest(sums: Sequence[tuple[object, ...]]) -> str:
    return hashlib.sha256(repr(sums).encode()).hexdigest()


def schema_digest() -> str:
    """Give the digest of all tables, views and comments."""
    return hashlib.sha256(schema_text().encode()).hexdigest()


def read_release(connection: duckdb.DuckDBPyConnection) -> Release | None:
    """Give the release that an open file says it is; None where it says nothing."""
    question = "SELECT version, facts_digest, content_digest, schema_digest FROM release"
    rows = connection.execute(question).fetchall()
    return Release(*rows[0]) if rows else None


def published_release(path: Path) -> Release | None:
    """Give the release that stands at a path; None when there is none or when it cannot be opened."""
    try:
        with open_file(path) as connection:
            return read_release(connection)
    except (WarehouseError, duckdb.Error):
        return None
