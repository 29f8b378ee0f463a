"""Export for researchers: a Frictionless Data Package, UTF-8, in a fixed order; one release gives the same bytes.

A cell of a CSV file that a spreadsheet would take for a formula gets an apostrophe before it; a cell that begins with
an apostrophe gets one too, so that taking one away gives the raw value back. JSON and Parquet hold raw values.
"""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Final, Literal

import duckdb

from warehouse.calendars import write_calendars
from warehouse.codebook import read_codebook
from warehouse.datapackage import write_descriptor
from warehouse.errors import WarehouseError, one_line
from warehouse.reader import open_for_export
from warehouse.rows import PUBLIC_TABLES

Form = Literal["csv", "parquet", "json"]

DEFECTS: Final = "known_defects"
CODEBOOK: Final = "codebook"
_BOM: Final = b"\xef\xbb\xbf"
_FORMULA: Final = "=+-@\t\r'＝＋－＠"
_WRITERS: Final = {"csv": "FORMAT csv, HEADER true", "parquet": "FORMAT parquet", "json": "FORMAT json, ARRAY true"}
_UNSURE: Final = 0.6

_DEFECTS_SQL: Final = f"""
SELECT 'left_open' AS defect, 'open_readings' AS table_name, open_id AS row_id, reason || ': ' || text AS what
FROM {{open_readings}}
UNION ALL SELECT 'unsure', 'sessions', session_id, 'certainty of the day ' || certainty || coalesce(', ' || flags, '')
FROM {{sessions}} WHERE certainty < {_UNSURE}
UNION ALL SELECT 'not_captured', 'page_documents', page_id || '/' || url, 'linked and never captured'
FROM {{page_documents}} WHERE document_id IS NULL
UNION ALL SELECT 'gate', 'gates', rule,
    meaning || ': found ' || value || ', bound ' || bound || coalesce('; ' || accepted, '')
FROM gates WHERE NOT passed
"""  # noqa: S608 our own tables


@dataclass(frozen=True, slots=True)
class Options:
    """How to export: the state of which moment (UTC, None: now), in which form, with a BOM for old spreadsheets."""

    as_of: dt.datetime | None = None
    form: Form = "csv"
    bom: bool = False


def export(data: Path, folder: Path, options: Options | None = None) -> dict[str, int]:
    """Write the package into the folder; give the number of rows of each public table.

    Days are ISO, moments `YYYY-MM-DDTHH:MM:SSZ` in UTC (local and without `Z` for `pages.modified_at`), empty cells are
    null. Files are made aside and moved into place. Raises WarehouseError with one line where that is not possible.
    """
    chosen = options or Options()
    with open_for_export(data) as connection, _made_aside(folder) as aside:
        counts = {table: _write_table(connection, table, aside, chosen) for table in PUBLIC_TABLES}
        source = _DEFECTS_SQL.format(**{table: _source(table, chosen) for table in PUBLIC_TABLES})
        counts_too = {DEFECTS: _write(connection, DEFECTS, f"({source})", aside, chosen)}
        counts_too[CODEBOOK] = _write_codebook(connection, aside, chosen)
        write_calendars(connection, {t: _source(t, chosen) for t in PUBLIC_TABLES}, aside)
        write_descriptor(connection, aside, {**counts, **counts_too}, chosen.form, chosen.as_of)
        _move(aside, folder)
    return counts


def parse_moment(text: str) -> dt.datetime:
    """Read a moment (`2026-01-31`, `2026-01-31T12:00:00+01:00`) as UTC. Raises WarehouseError."""
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise WarehouseError(f"{text} is no moment: write it like 2026-01-31 or 2026-01-31T12:00:00Z.") from error
    return moment.astimezone(dt.UTC).replace(tzinfo=None) if moment.tzinfo else moment


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


def _move(aside: Path, folder: Path) -> None:
    """Move all files into place; what an earlier export of another form left of the same names goes."""
    for name in (*PUBLIC_TABLES, DEFECTS, CODEBOOK):
        for form in _WRITERS:
            if not (aside / f"{name}.{form}").exists():
                (folder / f"{name}.{form}").unlink(missing_ok=True)
    for path in sorted(aside.rglob("*")):
        if path.is_file():
            target = folder / path.relative_to(aside)
            target.parent.mkdir(exist_ok=True)
            path.replace(target)


def _source(table: str, options: Options) -> str:
    return f"{table}_as_of('{options.as_of.isoformat()}')" if options.as_of else table


def _write_table(connection: duckdb.DuckDBPyConnection, table: str, aside: Path, options: Options) -> int:
    return _write(connection, table, _source(table, options), aside, options)


def _write(connection: duckdb.DuckDBPyConnection, name: str, source: str, aside: Path, options: Options) -> int:
    path = aside / f"{name}.{options.form}"
    target = str(path).replace("'", "''")
    described = connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()  # noqa: S608 our own tables
    columns = ", ".join(_column(str(row[0]), str(row[1]), options.form) for row in described)
    order = ", ".join(f's."{row[0]}" NULLS FIRST' for row in described)
    question = f"SELECT {columns} FROM {source} AS s ORDER BY {order}"  # noqa: S608
    result = connection.execute(f"COPY ({question}) TO '{target}' ({_WRITERS[options.form]})").fetchall()
    if options.bom and options.form == "csv":
        path.write_bytes(_BOM + path.read_bytes())
    return int(result[0][0])


def _column(name: str, kind: str, form: Form) -> str:
    if kind == "TIMESTAMP" and form != "parquet":
        zone = "" if name == "modified_at" else "Z"
        return f's."{name}".strftime(\'%Y-%m-%dT%H:%M:%S{zone}\') AS "{name}"'
    if kind == "VARCHAR" and form == "csv":
        marks = _FORMULA.replace("'", "''")
        return f"CASE WHEN contains('{marks}', s.\"{name}\"[1]) AND s.\"{name}\" <> '' " \
               f"THEN '''' || s.\"{name}\" ELSE s.\"{name}\" END AS \"{name}\""  # fmt: skip
    return f's."{name}"'


def _write_codebook(connection: duckdb.DuckDBPyConnection, aside: Path, options: Options) -> int:
    entries = read_codebook(connection, PUBLIC_TABLES)
    with (aside / f"{CODEBOOK}.csv").open("w", encoding="utf-8-sig" if options.bom else "utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("table_name", "column_name", "type", "english", "french"))
        writer.writerows(astuple(entry) for entry in entries)
    return len(entries)
