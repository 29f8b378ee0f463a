# ruff: noqa: S608 - all statements are made of our own names
"""What one look changes in one table, done in the database: new rows are set against those that stand.

A row is the same row when all that it says is the same; when it was last seen is not part of that. Equal rows are
numbered. Every table has running sums of the digests of what its rows say: they tell two states apart, in whatever
order the rows stand, and cost only what changes. Moments of last sight move all at once, and are summed up at the end.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final, Literal

import duckdb

from warehouse.keys import HISTORIC, KEYS, MOVING, columns_of, row_type_of
from warehouse.load import append
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
    if _count(connection, statement, moment):
        _add_sums(connection, table, "facts", f"SELECT {_said(table)} AS said, 1 AS sign FROM {table}")


def take_in(connection: duckdb.DuckDBPyConnection, table: str, where: str, moment: dt.datetime) -> Step:
    """Put the rows of `new_<table>` in the place of those that stand and fulfil `where`; give what that changed.

    Rows of tables whose changes are not told are not given. Only what differs is asked for and written: in a small
    build nearly all time goes into preparing statements.
    """
    now = _lay_out(connection, "rows_now", table, f"SELECT * FROM new_{table}")
    before = _lay_out(connection, "rows_before", table, f"SELECT rowid AS row_place, * FROM {table} WHERE {where}")
    opened = _keep_apart(connection, "rows_opened", "rows_now", "rows_before") if now else 0
    closed = _keep_apart(connection, "rows_closed", "rows_before", "rows_now") if before else 0
    moved = _move(connection, table, table, "rows_before") if now and before else 0
    step = Step(
        _fetch(connection, table, "rows_opened") if opened else [],
        _fetch(connection, table, "rows_closed") if closed else [],
    )
    if moved or closed:
        _end(connection, table, where, moment)
    if closed:
        connection.execute(f"DELETE FROM {table} WHERE rowid IN (SELECT row_place FROM rows_closed)")
        _add_sums(connection, table, "facts", f"SELECT {_said(table)} AS said, -1 AS sign FROM rows_closed")
    if opened:
        _begin(connection, table, moment)
    for temporary in ("rows_now", "rows_before", "rows_opened", "rows_closed", f"new_{table}"):
        connection.execute(f"DROP TABLE IF EXISTS {temporary}")
    return step


_SAME: Final = "USING (row_digest, row_number)"


def _lay_out(connection: duckdb.DuckDBPyConnection, name: str, table: str, question: str) -> int:
    """Keep rows under a name, with a digest of what each says and a number among equal ones; count them."""
    moving = ", ".join(_moving(table)) or "row_digest"
    return _count(
        connection,
        f"""CREATE TEMP TABLE {name} AS
        SELECT *, row_number() OVER (PARTITION BY row_digest ORDER BY {moving}) AS row_number
        FROM (SELECT *, md5_number({_said(table)}) AS row_digest FROM ({question}))""",
    )


def _keep_apart(connection: duckdb.DuckDBPyConnection, name: str, rows: str, others: str) -> int:
    """Keep the rows that are not among others under a name; count them."""
    return _count(connection, f"CREATE TEMP TABLE {name} AS FROM {rows} ANTI JOIN {others} {_SAME}")


def _move(connection: duckdb.DuckDBPyConnection, table: str, target: str, before: str) -> int:
    """Let rows that say the same have the moments that they have now; count those that had others."""
    moving = _moving(table)
    if not moving:
        return 0
    moved = ", ".join(f"{column} = moved.{column}" for column in moving)
    other = " OR ".join(f"b.{column} IS DISTINCT FROM n.{column}" for column in moving)
    return _count(
        connection,
        f"""UPDATE {target} SET {moved} FROM (
            SELECT b.row_place, n.* FROM {before} b JOIN rows_now n {_SAME} WHERE {other}) moved
        WHERE {target}.rowid = moved.row_place""",
    )


def _end(connection: duckdb.DuckDBPyConnection, table: str, where: str, moment: dt.datetime) -> None:
    """Move the rows of the history that stand, and end those that stand no more. They are those of the table."""
    history = f"{table}_history"
    standing = f"SELECT rowid AS row_place, * FROM {history} WHERE stood_until IS NULL AND ({where})"
    _lay_out(connection, "states_before", table, standing)
    _move(connection, table, history, "states_before")
    gone = f"FROM states_before ANTI JOIN rows_now {_SAME}"
    ended = f"UPDATE {history} SET stood_until = CAST(? AS TIMESTAMP) WHERE rowid IN (SELECT row_place {gone})"
    if _count(connection, ended, moment):
        said = f"{_said(table)} || {_moved(table)} || CAST(stood_from AS VARCHAR) || ' {moment.isoformat()}'"
        _add_sums(connection, table, "ended", f"SELECT {said} AS said, 1 AS sign {gone}")
    connection.execute("DROP TABLE states_before")


def _begin(connection: duckdb.DuckDBPyConnection, table: str, moment: dt.datetime) -> None:
    columns = ", ".join(columns_of(table))
    connection.execute(f"INSERT INTO {table} SELECT {columns} FROM rows_opened")
    begun = f"INSERT INTO {table}_history SELECT {columns}, CAST(? AS TIMESTAMP), NULL FROM rows_opened"
    connection.execute(begun, [moment])
    _add_sums(connection, table, "facts", f"SELECT {_said(table)} AS said, 1 AS sign FROM rows_opened")


def _count(connection: duckdb.DuckDBPyConnection, statement: str, *values: object) -> int:
    """Run a statement that writes; give how many rows it wrote."""
    ((count,),) = connection.execute(statement, list(values)).fetchall()
    return int(count)


def _moving(table: str) -> list[str]:
    return [column for column in columns_of(table) if column in MOVING]


def _fetch(connection: duckdb.DuckDBPyConnection, table: str, rows: str) -> list[Row]:
    """Give rows in order, if the changes of their table are told."""
    if table in SILENT:
        return []
    make, columns = row_type_of(table)._make, ", ".join(columns_of(table))
    return [make(row) for row in connection.execute(f"SELECT {columns} FROM {rows} ORDER BY ALL").fetchall()]


def _said(table: str) -> str:
    """Give the expression for all that a row says, as text that no other row has."""
    said = ", ".join(f"{column} := {column}" for column in columns_of(table) if column not in MOVING)
    return f"CAST(to_json(struct_pack({said})) AS VARCHAR)"


def _moved(table: str) -> str:
    moving = ", ".join(f"{column} := {column}" for column in _moving(table))
    return f"CAST(to_json(struct_pack({moving})) AS VARCHAR)" if moving else "''"


def _add_sums(connection: duckdb.DuckDBPyConnection, table: str, kind: Literal["facts", "ended"], said: str) -> None:
    """Add digests to the sums of a table: of what its rows say, or of what ended. `said` gives texts with a sign."""
    low, high = (f"coalesce(sum(sign * CAST(md5_number_{half}(said) AS HUGEINT)), 0)" for half in ("lower", "upper"))
    sums = f"{low}, {high}, 0, 0" if kind == "facts" else f"0, 0, {low}, {high}"
    connection.execute(f"INSERT INTO row_sums SELECT '{table}', {sums} FROM ({said})")


def read_sums(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[int, ...]]:
    """Give the sums of each table that has a history: over what its rows say, and over what ended."""
    sums = ", ".join(f"CAST(sum({column}) AS HUGEINT)" for column in _SUMS)
    rows = connection.execute(f"SELECT table_name, {sums} FROM row_sums GROUP BY table_name").fetchall()
    found = {str(row[0]): tuple(int(value) for value in row[1:]) for row in rows}
    return {table: found.get(table, (0,) * len(_SUMS)) for table in HISTORIC}


def sum_rows(connection: duckdb.DuckDBPyConnection, table: str) -> tuple[int, ...]:
    """Give the sums of a table that has no history."""
    _add_sums(connection, table, "facts", f"SELECT {_said(table)} AS said, 1 AS sign FROM {table}")
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
    append(connection, "row_sums", [(table, *values) for table, values in sums.items() if any(values)])
