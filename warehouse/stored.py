"""What an earlier build told, by the published file: so that only new looks have to be replayed."""

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.errors import WarehouseError
from warehouse.reader import open_file
from warehouse.release import schema_digest


def read_told(path: Path) -> tuple[str, ...]:
    """Give the digests of the looks that a file holds; none where it has another schema or cannot be opened."""
    try:
        with open_file(path) as connection:
            if connection.execute("SELECT schema_digest FROM release").fetchall() != [(schema_digest(),)]:
                return ()
            looks = connection.execute("SELECT digest FROM looks ORDER BY moment").fetchall()
    except (WarehouseError, duckdb.Error):
        return ()
    return tuple(digest for (digest,) in looks)
