"""What an earlier build told, taken from the published file, so that only new looks have to be replayed."""

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.errors import WarehouseError
from warehouse.history import History
from warehouse.keys import HISTORIC, row_type_of
from warehouse.reader import open_file
from warehouse.release import schema_digest
from warehouse.replay import Stored
from warehouse.rows import Change


def read_stored(path: Path) -> Stored | None:
    """Read what a file holds of history; None where it has none, has another schema, or cannot be opened."""
    try:
        with open_file(path) as connection:
            if connection.execute("SELECT schema_digest FROM release").fetchall() != [(schema_digest(),)]:
                return None
            looks = connection.execute("SELECT digest, moment FROM looks ORDER BY moment").fetchall()
            rows = connection.execute("SELECT * FROM changes").fetchall()
            history = _read_history(connection)
    except (WarehouseError, duckdb.Error):
        return None
    digests, moments = tuple(digest for digest, _ in looks), tuple(moment for _, moment in looks)
    return Stored(digests, moments, history, [Change(*row) for row in rows])


def _read_history(connection: duckdb.DuckDBPyConnection) -> History:
    history = History()
    for table in HISTORIC:
        make = row_type_of(table)._make
        found = connection.execute(f"SELECT * FROM {table}_history ORDER BY rowid").fetchall()  # noqa: S608
        history.tables[table].restore((make(row[:-2]), row[-2], row[-1]) for row in found)
    return history
