"""The documents about the schema and the named questions, made from what a warehouse file says of itself."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from typing import Any, Final

import duckdb

from warehouse.codebook import BETWEEN, read_codebook
from warehouse.query import NAMED
from warehouse.rows import PUBLIC_TABLES

_LINES: Final = (
    ("cycles", "||--o{", "events", "holds"),
    ("events", "||--o{", "sessions", "sits in"),
    ("venues", "|o--o{", "sessions", "hosts"),
    ("events", "||--o{", "event_territories", "is for"),
    ("territories", "||--o{", "event_territories", "is named by"),
    ("events", "||--o{", "event_themes", "is about"),
    ("themes", "||--o{", "event_themes", "is told by"),
    ("events", "||--o{", "event_sources", "is told by"),
    ("events", "||--o{", "event_links", "is joined by"),
    ("pages", "|o--o{", "event_sources", "tells"),
    ("documents", "|o--o{", "event_sources", "tells"),
    ("pages", "||--o{", "page_versions", "has said"),
    ("pages", "||--o{", "page_documents", "links"),
    ("documents", "|o--o{", "page_documents", "is linked as"),
    ("pages", "|o--o{", "captures", "was seen as"),
    ("documents", "|o--o{", "captures", "was seen as"),
    ("captures", "||--o{", "evidence", "shows"),
    ("captures", "|o--o{", "open_readings", "leaves open"),
    ("corrections", "|o--o{", "evidence", "states"),
)
_SHOWN: Final = 3
_WIDEST: Final = 60


def describe_schema(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Yield the lines of `docs/schema.md`: the entities, and each table with its grain, columns and an example row."""
    yield "# The tables"
    yield ""
    yield "Made from the comments in the file; `tests/warehouse/test_documents.py` keeps it true. The example is a"
    yield "small world made for it. Every table has a macro `<table>_as_of(moment)`:"
    yield "`FROM sessions_as_of('2026-01-31')` is what the site said then. All states over time stand in"
    yield "`<table>_history`, from `stood_from` to `stood_until`; `changes` and `corrections` only grow and have none."
    yield ""
    yield "```mermaid"
    yield "erDiagram"
    yield from (f'    {left} {line} {right} : "{words}"' for left, line, right, words in _LINES)
    yield "```"
    for table in PUBLIC_TABLES:
        yield from _describe_table(connection, table)


def _describe_table(connection: duckdb.DuckDBPyConnection, table: str) -> Iterator[str]:
    entries = read_codebook(connection, (table,))
    found = connection.execute(f"SELECT * FROM {table} ORDER BY ALL LIMIT 1").fetchall()  # noqa: S608 our own tables
    example: Sequence[Any] = found[0] if found else [None] * (len(entries) - 1)
    yield ""
    yield f"## {table}"
    yield f"{entries[0].english}."
    yield ""
    yield "| column | type | meaning | example |"
    yield "|---|---|---|---|"
    for entry, value in zip(entries[1:], example, strict=True):
        yield f"| `{entry.column}` | {entry.kind} | {_cell(entry.english)} | {_cell(_text(value))} |"


def describe_questions(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Yield the lines of `docs/questions.md`: each named question, its meaning, and how its answer begins."""
    yield "# The named questions"
    yield ""
    yield "Plain views in the warehouse: `irev query NAME`, or `FROM NAME` in any client. The answers are those of"
    yield "the replica in its three states (`demo/`): the first rows of each, and a digest of all rows in any order."
    yield "`tests/warehouse/test_replica_changes.py` keeps this page true to the letter, and writes it with"
    yield "`IREV_WRITE_DOCS=1` in the environment."
    for name in NAMED:
        yield from _describe_question(connection, name)


def _describe_question(connection: duckdb.DuckDBPyConnection, name: str) -> Iterator[str]:
    question = "SELECT comment FROM duckdb_views() WHERE view_name = ?"
    ((comment,),) = connection.execute(question, [name]).fetchall()
    english, _, french = str(comment).partition(BETWEEN)
    yield ""
    yield f"## {name}"
    yield f"{english}."
    yield f"*{french}.*"
    yield ""
    result = connection.execute(f"SELECT * FROM {name}")  # noqa: S608 our own views
    columns = [str(column[0]) for column in result.description or ()]
    rows = result.fetchall()
    yield f"| {' | '.join(columns)} |"
    yield "|" + "---|" * len(columns)
    for row in rows[:_SHOWN]:
        yield f"| {' | '.join(_cell(_text(value)) for value in row)} |"
    yield ""
    yield f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}, {_digest(rows)}."


def _digest(rows: Sequence[Sequence[object]]) -> str:
    """Give the first digits of a digest over all values of all rows, in whatever order the rows come."""
    lines = sorted("\x1f".join("\x00" if value is None else _text(value) for value in row) for row in rows)
    return hashlib.sha256("\x1e".join(lines).encode()).hexdigest()[:10]


def _text(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return "" if value is None else str(value)


def _cell(text: str) -> str:
    flat = " ".join(text.replace("|", "\\|").split())
    return flat if len(flat) <= _WIDEST * 4 else f"{flat[: _WIDEST * 4 - 1]}…"
