"""Export for researchers: one CSV per public table, UTF-8, in a fixed order; the same release gives the same bytes."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseError, one_line
from warehouse.reader import open_for_export
from warehouse.rows import PUBLIC_TABLES


def export(data: Path, folder: Path) -> dict[str, int]:
    """Write one CSV per public table into the folder; give the number of rows of each table.

    Days are ISO, moments `YYYY-MM-DDTHH:MM:SSZ` in UTC (local and without `Z` for `pages.modified_at`), empty cells are
    null. Files are made aside and moved into place. Raises WarehouseError with one line where that is not possible.
    """
    with open_for_export(data) as connection, _made_aside(folder) as aside:
        counts = {table: _write(connection, table, aside / f"{table}.csv") for table in PUBLIC_TABLES}
        for table in PUBLIC_TABLES:
            (aside / f"{table}.csv").replace(folder / f"{table}.csv")
    return counts


@contextlib.contextmanager
def _made_aside(folder: Path) -> Iterator[Path]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".export-", dir=folder))
    except OSError as error:
        raise WarehouseError(f"Cannot write into {folder}: {error.strerror or error}. Give another folder.") from error
    try:
        yield aside
    except (OSError, duckdb.Error) as error:
        raise WarehouseError(f"The export into {folder} failed: {one_line(str(error))}") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _write(connection: duckdb.DuckDBPyConnection, table: str, path: Path) -> int:
    target = str(path).replace("'", "''")
    columns = ", ".join(_column(name, kind) for name, kind in _columns(connection, table))
    question = f"SELECT {columns} FROM {table} ORDER BY ALL NULLS FIRST"  # noqa: S608 our own tables
    ((count,),) = connection.execute(f"COPY ({question}) TO '{target}' (FORMAT csv, HEADER true)").fetchall()
    return int(count)


def _columns(connection: duckdb.DuckDBPyConnection, table: str) -> list[tuple[str, str]]:
    return [(str(row[0]), str(row[1])) for row in connection.execute(f"DESCRIBE {table}").fetchall()]


def _column(name: str, kind: str) -> str:
    if kind != "TIMESTAMP":
        return f'"{name}"'
    zone = "" if name == "modified_at" else "Z"
    return f'strftime("{name}", \'%Y-%m-%dT%H:%M:%S{zone}\') AS "{name}"'
