# ruff: noqa: S608 - all statements are made of our own names
"""What one look changes in one table, done in the database: new rows are set against those that stand.

A row is the same row when all that it says is the same; when it was last seen is not part of that. Equal rows are
numbered. Every table has running sums of the digests of what its rows say: they tell two states apart, in whatever
order the rows stand, and cost only what changes. Moments of last sight move all at once, and are summed up at the end.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

import duckdb

from warehouse.keys import HISTORIC, KEYS, MOVING, columns_of, row_type_of
from warehouse.natures import SILENT

Row = Any

_SUMS: Final = ("facts_low", "facts_high", "ended_low", "ended_high")


@dataclass(frozen=True, slots=True)
class Step:
    """What one look changed in one table: rows that are new as they stand, and rows that stand so no more."""

    opened: list[Row]
    closed: list[Row]


def open_first(connection: duckdb.DuckDBPyConnection, table: str, moment: dt.datetime) -> None:
    """Let all rows of a table stand from the first look on: before it there was nothing."""
    statement = f"INSERT INTO {table}_history SELECT *, CAST(? AS TIMESTAMP), NULL FROM {table}"
    connection.execute(statement, [moment])
    _add_sums(connection, table, f"SELECT {_digests(table)} FROM {table}")


def take_in(connection: duckdb.DuckDBPyConnection, table: str, where: str, moment: dt.datetime) -> Step:
    """Put the rows of `new_<table>` in the place of those that stand and fulfil `where`; give what that changed.

    Rows of tables whose changes are not told are not given. Only what differs is written.
    """
    _compare(connection, table, where)
    columns = ", ".join(columns_of(table))
    step = Step([], [])
    if table not in SILENT:
        step = Step(
            _fetch(connection, table, f"SELECT {columns} FROM {_OPENED}"),
            _fetch(connection, table, f"SELECT {columns} FROM {_CLOSED}"),
        )
    _move_sums(connection, table, moment)
    _write(connection, table, columns, moment)
    for temporary in ("rows_before", "states_before", "rows_now", f"new_{table}"):
        connection.execute(f"DROP TABLE {temporary}")
    return step


_SAME: Final = "USING (row_digest, row_number)"
_OPENED: Final = f"rows_now ANTI JOIN states_before {_SAME}"
_CLOSED: Final = f"states_before ANTI JOIN rows_now {_SAME}"


def _compare(connection: duckdb.DuckDBPyConnection, table: str, where: str) -> None:
    """Lay out what stood, in its table and in its history, and what stands now.

    Each row has a digest of what it says, and a number among equal ones.
    """
    digest = f"md5_number({_said(table)}) AS row_digest"
    moving = ", ".join(_moving(table)) or "row_digest"
    number = f"row_number() OVER (PARTITION BY row_digest ORDER BY {moving}) AS row_number"
    standing = f"{table}_history WHERE stood_until IS NULL AND ({where})"
    laid_out = {
        "rows_before": f"SELECT rowid AS row_place, *, {digest} FROM {table} WHERE {where}",
        "states_before": f"SELECT rowid AS row_place, *, {digest} FROM {standing}",
        "rows_now": f"SELECT *, {digest} FROM new_{table}",
    }
    for name, question in laid_out.items():
        connection.execute(f"CREATE TEMP TABLE {name} AS SELECT *, {number} FROM ({question})")


def _write(connection: duckdb.DuckDBPyConnection, table: str, columns: str, moment: dt.datetime) -> None:
    history, moving = f"{table}_history", _moving(table)
    for target, before in ((table, "rows_before"), (history, "states_before")) if moving else ():
        moved = ", ".join(f"{column} = moved.{column}" for column in moving)
        other = " OR ".join(f"b.{column} IS DISTINCT FROM n.{column}" for column in moving)
        connection.execute(f"""UPDATE {target} SET {moved} FROM (
                SELECT b.row_place, n.* FROM {before} b JOIN rows_now n {_SAME} WHERE {other}) moved
            WHERE {target}.rowid = moved.row_place""")
    connection.execute(
        f"DELETE FROM {table} WHERE rowid IN (SELECT row_place FROM rows_before ANTI JOIN rows_now {_SAME})"
    )
    connection.execute(f"INSERT INTO {table} SELECT {columns} FROM {_OPENED}")
    ended = f"UPDATE {history} SET stood_until = CAST(? AS TIMESTAMP) WHERE rowid IN (SELECT row_place FROM {_CLOSED})"
    connection.execute(ended, [moment])
    begun = f"INSERT INTO {history} SELECT {columns}, CAST(? AS TIMESTAMP), NULL FROM {_OPENED}"
    connection.execute(begun, [moment])


def _moving(table: str) -> list[str]:
    return [column for column in columns_of(table) if column in MOVING]


def _fetch(connection: duckdb.DuckDBPyConnection, table: str, question: str) -> list[Row]:
    make = row_type_of(table)._make
    return [make(row) for row in connection.execute(f"{question} ORDER BY ALL").fetchall()]


def _said(table: str) -> str:
    """Give the expression for all that a row says, as text that no other row has."""
    said = ", ".join(f"{column} := {column}" for column in columns_of(table) if column not in MOVING)
    return f"CAST(to_json(struct_pack({said})) AS VARCHAR)"


def _moved(table: str) -> str:
    moving = ", ".join(f"{column} := {column}" for column in _moving(table))
    return f"CAST(to_json(struct_pack({moving})) AS VARCHAR)" if moving else "''"


def _digests(table: str) -> str:
    return f"{_said(table)} AS facts, NULL AS ended, 1 AS sign"


def _move_sums(connection: duckdb.DuckDBPyConnection, table: str, moment: dt.datetime) -> None:
    """Take what stood out of the sums, put in what stands, and add what ended."""
    ended = f"{_said(table)} || {_moved(table)} || CAST(stood_from AS VARCHAR) || ' {moment.isoformat()}'"
    _add_sums(
        connection,
        table,
        f"""SELECT {_digests(table)} FROM rows_now
        UNION ALL SELECT facts, ended, -1 FROM (SELECT {_digests(table)} FROM states_before)
        UNION ALL SELECT NULL, {ended}, 1 FROM {_CLOSED}""",
    )


def _add_sums(connection: duckdb.DuckDBPyConnection, table: str, digests: str) -> None:
    halves = {"low": "md5_number_lower", "high": "md5_number_upper"}
    sums = ", ".join(
        f"coalesce(sum(sign * CAST({halves[half]}({name}) AS HUGEINT)), 0)"
        for name, half in (column.split("_") for column in _SUMS)
    )
    connection.execute(f"INSERT INTO row_sums SELECT '{table}', {sums} FROM ({digests})")


def read_sums(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[int, ...]]:
    """Give the sums of each table that has a history: over what its rows say, and over what ended."""
    sums = ", ".join(f"CAST(sum({column}) AS HUGEINT)" for column in _SUMS)
    rows = connection.execute(f"SELECT table_name, {sums} FROM row_sums GROUP BY table_name").fetchall()
    found = {str(row[0]): tuple(int(value) for value in row[1:]) for row in rows}
    return {table: found.get(table, (0,) * len(_SUMS)) for table in HISTORIC}


def sum_rows(connection: duckdb.DuckDBPyConnection, table: str) -> tuple[int, ...]:
    """Give the sums of a table that has no history."""
    _add_sums(connection, table, f"SELECT {_digests(table)} FROM {table}")
    sums = ", ".join(f"CAST(sum({column}) AS HUGEINT)" for column in _SUMS)
    ((*found,),) = connection.execute(f"SELECT {sums} FROM row_sums WHERE table_name = '{table}'").fetchall()
    connection.execute(f"DELETE FROM row_sums WHERE table_name = '{table}'")
    return tuple(int(value) for value in found)


def sum_moments(connection: duckdb.DuckDBPyConnection, table: str) -> tuple[int, int]:
    """Give the sums of the digests of the keys of all rows with the moments at which these were last seen."""
    said = ", ".join(f"coalesce(CAST({column} AS VARCHAR), '')" for column in (*KEYS[table], *_moving(table)))
    digest = f"md5(concat_ws('|', {said}))"
    halves = (f"CAST('0x' || substr(digest, {start}, 16) AS UBIGINT)" for start in (1, 17))
    sums = ", ".join(f"coalesce(sum(CAST({half} AS HUGEINT)), 0)" for half in halves)
    ((low, high),) = connection.execute(f"SELECT {sums} FROM (SELECT {digest} AS digest FROM {table})").fetchall()
    return int(low), int(high)


def compact_sums(connection: duckdb.DuckDBPyConnection) -> None:
    """Keep one row for each table."""
    sums = read_sums(connection)
    connection.execute("DELETE FROM row_sums")
    marks = ", ".join("?" for _ in range(1 + len(_SUMS)))
    rows = [(table, *values) for table, values in sums.items() if any(values)]
    if rows:
        connection.executemany(f"INSERT INTO row_sums VALUES ({marks})", rows)
