"""Opening the published warehouse: read-only, closed to the world, with limits on memory and time."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import duckdb

from warehouse.errors import WarehouseError, one_line
from warehouse.load import CLOSED_WORLD
from warehouse.publish import published_path

MEMORY_LIMIT: Final = "1GB"
TIME_LIMIT: Final = 30.0
"""Seconds; more than a hundred times what the named questions need on a million sessions."""

_SEALED: Final[dict[str, str | bool | int | float | list[str]]] = {
    **CLOSED_WORLD,
    "enable_external_access": "false",
    "memory_limit": MEMORY_LIMIT,
    "max_temp_directory_size": "0GB",
    "lock_configuration": "true",
}


@contextlib.contextmanager
def open_sealed(data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the published file so that nothing asked of it can read or write any other file, or change a setting.

    Raises WarehouseError where there is no warehouse yet or where it cannot be opened.
    """
    with open_file(published_path(data)) as connection:
        yield connection


@contextlib.contextmanager
def open_file(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a closed warehouse file in the same way, wherever it stands."""
    with _open(path, _SEALED) as connection:
        yield connection


@contextlib.contextmanager
def open_for_export(data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the published file read-only, for our own statements, which may write files elsewhere."""
    with _open(published_path(data), CLOSED_WORLD) as connection:
        yield connection


@contextlib.contextmanager
def _open(path: Path, config: dict[str, str | bool | int | float | list[str]]) -> Iterator[duckdb.DuckDBPyConnection]:
    if not path.exists():
        raise WarehouseError(f"There is no warehouse at {path} yet: run `irev build` first.")
    try:
        connection = duckdb.connect(str(path), read_only=True, config=dict(config))
    except duckdb.Error as error:
        raise WarehouseError(f"The warehouse at {path} cannot be opened: {one_line(str(error))}") from error
    with connection:
        yield connection


@contextlib.contextmanager
def time_limit(connection: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    """Interrupt what runs on the connection after this many seconds; then raise WarehouseError."""
    timer = threading.Timer(seconds, connection.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    except duckdb.InterruptException as error:
        raise WarehouseError(f"The query took longer than {seconds:g} s and was stopped: ask for less.") from error
    finally:
        timer.cancel()
