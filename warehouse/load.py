"""Loading: all rows in bulk into a new DuckDB file, closed, without a log beside it, that DuckDB 1.4 and later open."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import duckdb

from warehouse.answers import answers_schema, comment_answers
from warehouse.codebook import add_french
from warehouse.history_sql import history_schema

STORAGE_VERSION: Final = "v1.4.0"
"""The oldest DuckDB that opens the file: the current long-term version when this was written."""

CLOSED_WORLD: Final[dict[str, str | bool | int | float | list[str]]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
}
"""No extension is fetched or loaded behind our back, and no Python variable is taken for a table."""


@cache
def schema_text() -> str:
    """Give the statements that make all tables, views and comments."""
    folder = files("warehouse")
    schema, views = ((folder / name).read_text(encoding="utf-8") for name in ("schema.sql", "views.sql"))
    tables = add_french("\n".join((schema, history_schema(schema))))
    return "\n".join((tables, *answers_schema(), views))


_MEMORY: Final = "1500MB"
"""What the database may hold of the file while it is made; the rest waits on the disk beside it."""


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Make a new warehouse file with empty tables; on leaving it is checkpointed and closed.

    What stood at the path before, a stray log included, is removed: it must be a scratch path, never the published one.
    """
    _clear(path)
    if _EMPTY:
        path.write_bytes(_EMPTY[0])
    else:
        _make_tables(path)
        _EMPTY.append(path.read_bytes())
    with _attached(path, "") as connection:
        yield connection


_EMPTY: Final[list[bytes]] = []
"""A file with empty tables, once one was made in this process: its statements take longer than a small build."""


def _make_tables(path: Path) -> None:
    with _attached(path, f"(STORAGE_VERSION '{STORAGE_VERSION}')") as connection:
        connection.execute("BEGIN")  # one transaction: hundreds of comments, each on its own, would cost a second
        connection.execute(schema_text())
        comment_answers(connection)
        connection.execute("COMMIT")  # rows are not: DuckDB 2.0.0 joins what a transaction appended itself wrongly


@contextlib.contextmanager
def copied_file(path: Path, source: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Make a warehouse file that begins as a copy of another one, which stays as it is; else as `new_file`."""
    _clear(path)
    shutil.copyfile(source, path)
    with _attached(path, "") as connection:
        yield connection


def _clear(path: Path) -> None:
    for stale in (path, path.with_name(path.name + ".wal")):
        stale.unlink(missing_ok=True)
    shutil.rmtree(path.with_name(path.name + ".tmp"), ignore_errors=True)
    path.parent.mkdir(parents=True, exist_ok=True)


@contextlib.contextmanager
def _attached(path: Path, options: str) -> Iterator[duckdb.DuckDBPyConnection]:
    aside = path.with_name(path.name + ".tmp")
    config = {**CLOSED_WORLD, "memory_limit": _MEMORY, "temp_directory": str(aside), "checkpoint_threshold": "1GB"}
    try:
        with duckdb.connect(config=config) as connection:
            target = str(path).replace("'", "''")
            connection.execute(f"ATTACH '{target}' AS warehouse {options}")
            connection.execute("USE warehouse")  # views must not name the database: files are renamed
            yield connection
            connection.execute("CHECKPOINT warehouse")
            connection.execute("USE memory")
            connection.execute("DETACH warehouse")
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def append(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Sequence[object]]) -> None:
    """Append rows (as many values as the table has columns, in their order) to a table."""
    if rows:
        with connection.appender(table) as appender:
            appender.append_rows(rows)
