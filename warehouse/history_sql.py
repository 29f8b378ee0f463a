"""The statements of history: a table of all states for each public table, and the macros that ask for a moment.

They follow from `schema.sql`, column by column with its comments, so that no table can be forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warehouse.keys import HISTORIC, columns_of
from warehouse.rows import PUBLIC_TABLES

_COMMENT: Final = re.compile(r"COMMENT ON (?:TABLE|COLUMN) ([a-z_.]+) IS '((?:[^']|'')*)';")
_GROWING: Final = {"changes": "first_seen", "corrections": "CAST(corrected_on AS TIMESTAMP)"}
_MEANINGS: Final = {
    "stood_from": "First moment (UTC) of the look from which on the row stood like this",
    "stood_until": "First moment (UTC) of the look that showed it otherwise or no more; null where it still stands",
}


def history_schema(schema: str) -> str:
    """Give the statements that make the tables of history and the macros; `schema` makes the public tables."""
    comments = dict(_COMMENT.findall(schema))
    return "\n".join(line for table in PUBLIC_TABLES for line in _statements(table, comments))


def _statements(table: str, comments: dict[str, str]) -> Iterator[str]:
    # Not `least(...)`: what was never seen has no moment, and stays so.
    seen = "CASE WHEN last_seen > CAST(moment AS TIMESTAMP) THEN CAST(moment AS TIMESTAMP) ELSE last_seen END"
    columns = [f"{seen} AS last_seen" if name == "last_seen" else name for name in columns_of(table)]
    select = f"SELECT {', '.join(columns)} FROM"
    if table not in HISTORIC:
        when = f"{_GROWING[table]} <= CAST(moment AS TIMESTAMP)"
        yield f"CREATE MACRO {table}_as_of(moment) AS TABLE {select} {table} WHERE {when};"
        return
    history = f"{table}_history"
    yield f"CREATE TABLE {history} AS SELECT *, first_seen AS stood_from, first_seen AS stood_until FROM {table};"  # noqa: S608
    yield f"COMMENT ON TABLE {history} IS 'All states over time of the rows of {table}: {comments[table]}';"
    for column in columns_of(table):
        yield f"COMMENT ON COLUMN {history}.{column} IS '{comments[f'{table}.{column}']}';"
    for column, meaning in _MEANINGS.items():
        yield f"COMMENT ON COLUMN {history}.{column} IS '{meaning}';"
    stood = (
        "stood_from <= CAST(moment AS TIMESTAMP) AND (stood_until IS NULL OR stood_until > CAST(moment AS TIMESTAMP))"
    )
    yield f"CREATE MACRO {table}_as_of(moment) AS TABLE {select} {history} WHERE {stood};"
