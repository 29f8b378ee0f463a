# ruff: noqa: S608 - all statements are made of our own names
"""When rows were last seen: moved in the database for all rows at once, out of the moments of their captures.

In an ordinary night every page is seen again and says what it said. No row is made again for that. For each part
(`parts.py`) `shown` names the captures that show its rows, and by identifier those rows that other captures show.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import duckdb

from warehouse.keys import KEYS, MOVING, columns_of
from warehouse.load import append
from warehouse.parts import Part
from warehouse.timeline import Key


class Shown(NamedTuple):
    """A capture that shows the rows of a part; with `row_id` (`table/identifier`) only that row.

    A row that no capture moves any more has an entry without a capture.
    """

    kind: str
    name: str
    row_id: str
    url: str | None
    capture_digest: str | None


def name_shown(
    part: Part, keys: frozenset[Key] | None, noted: Mapping[tuple[str, str], frozenset[Key]]
) -> Iterator[Shown]:
    """Give the captures that show a part (`keys`; None: those of its first row), then the rows that differ."""
    usual = keys if keys is not None else next(iter(noted.values()), frozenset())
    yield from (Shown(*part, "", *key) for key in sorted(usual))
    for (table, row_id), found in noted.items():
        if found != usual:
            yield from (Shown(*part, f"{table}/{row_id}", *key) for key in sorted(found))
            if not found:
                yield Shown(*part, f"{table}/{row_id}", None, None)


_PART_OF: Final = {
    **dict.fromkeys(
        ("events", "sessions", "event_territories", "event_themes", "event_sources", "event_links", "venue_claims"),
        ("event", "event_id"),
    ),
    **dict.fromkeys(("pages", "page_versions", "page_documents"), ("page", "page_id")),
    "documents": ("document", "document_id"),
}
"""Tables whose rows are those of parts: the kind of the part, and the column that names it."""

_CLAIM: Final = ("event_id", "venue_id", "name", "street", "postcode", "city", "commune_code", "mode")
_HIDDEN: Final = frozenset({"venue_claims", "statements", "open_entries"})


def find_moved(connection: duckdb.DuckDBPyConnection, seen: Sequence[tuple[str, str, dt.datetime | None]]) -> None:
    """Lay out in `moved` which captures of the file were seen again, and when last (UTC, without zone).

    `seen` are address, digest and last moment of captures.
    """
    connection.execute("CREATE TEMP TABLE seen_now (url VARCHAR, capture_digest VARCHAR, last_seen TIMESTAMP)")
    append(connection, "seen_now", seen)
    connection.execute("""CREATE TEMP TABLE moved AS
        SELECT url, capture_digest, max(n.last_seen) AS last_seen
        FROM seen_now n JOIN captures c USING (url, capture_digest) WHERE n.last_seen > c.last_seen GROUP BY ALL""")
    connection.execute("DROP TABLE seen_now")


def move_parts(connection: duckdb.DuckDBPyConnection) -> None:
    """Move the rows of captures and parts, and what parts say of shared rows."""
    if not _is_any_moved(connection):
        return
    for table in ("captures", "statements", "open_entries"):
        _move(connection, table, _by_capture())
    connection.execute("""CREATE TEMP TABLE moved_parts AS
        SELECT kind, name, max(last_seen) AS last_seen
        FROM shown JOIN moved USING (url, capture_digest) WHERE row_id = '' GROUP BY ALL""")
    for table in _PART_OF:
        _move(connection, table, _by_part(connection, table))
    connection.execute("DROP TABLE moved_parts")


def move_shared(connection: duckdb.DuckDBPyConnection) -> None:
    """Move the rows that follow from those of many parts, and end: forget what moved."""
    for table in ("open_readings", "evidence") if _is_any_moved(connection) else ():
        _move(connection, table, _by_capture())
    _move(connection, "venues", ("SELECT venue_id, max(last_seen) AS last_seen FROM venue_claims GROUP BY ALL", _VENUE))
    cycles = "SELECT cycle_id, max(last_seen) AS last_seen FROM events WHERE cycle_id IS NOT NULL GROUP BY ALL"
    _move(connection, "cycles", (cycles, "t.cycle_id = m.cycle_id"))
    connection.execute("DROP TABLE moved")


def _is_any_moved(connection: duckdb.DuckDBPyConnection) -> bool:
    return bool(connection.execute("SELECT 1 FROM moved LIMIT 1").fetchall())


_VENUE: Final = "t.venue_id = m.venue_id"


def _by_capture() -> tuple[str, str]:
    return "FROM moved", "t.url = m.url AND t.capture_digest = m.capture_digest"


def _by_part(connection: duckdb.DuckDBPyConnection, table: str) -> tuple[str, str]:
    """Give the last moment of each part and of each row that is shown by other captures, and how rows find theirs."""
    kind, column = _PART_OF[table]
    own = f"kind = '{kind}' AND starts_with(row_id, '{table}/')"
    ((others,),) = connection.execute(f"SELECT count(*) FROM shown WHERE {own}").fetchall()
    usual = f"SELECT name, '' AS row_id, last_seen FROM moved_parts WHERE kind = '{kind}'"
    if not others:
        return usual, f"t.{column} = m.name"
    connection.execute(f"""CREATE OR REPLACE TEMP TABLE shown_apart AS
        SELECT name, row_id, max(last_seen) AS last_seen
        FROM shown LEFT JOIN moved USING (url, capture_digest) WHERE {own} GROUP BY ALL""")
    apart = f"{_name(table)} IN (SELECT row_id FROM shown_apart)"
    found = f"{usual} UNION ALL FROM shown_apart WHERE last_seen IS NOT NULL"
    return found, f"t.{column} = m.name AND m.row_id = CASE WHEN {apart} THEN {_name(table)} ELSE '' END"


def _name(table: str) -> str:
    """Give the expression for the identifier of a row as `shown` has it."""
    columns = _CLAIM if table == "venue_claims" else KEYS[table]
    said = ", ".join(f"coalesce(CAST(t.{column} AS VARCHAR), '')" for column in columns)
    return f"concat_ws('/', '{table}', {said})"


def _move(connection: duckdb.DuckDBPyConnection, table: str, by: tuple[str, str]) -> None:
    """Move the rows of a table and those of its history that stand: `by` gives the moments and what joins them.

    Those of the history are the same rows: where none of the table moved, none of them does.
    """
    moments, joined = by
    moving = [column for column in columns_of(table) if column in MOVING] if table not in _HIDDEN else ["last_seen"]
    columns = ", ".join(f"{column} = m.last_seen" for column in moving)
    statement = f"UPDATE {{0}} AS t SET {columns} FROM ({moments}) m WHERE {joined} AND m.last_seen > t.last_seen"
    ((count,),) = connection.execute(statement.format(table)).fetchall()
    if count and table not in _HIDDEN:
        connection.execute(f"{statement} AND t.stood_until IS NULL".format(f"{table}_history"))
