"""The codebook: what each table and column means, in English and in French, as the comments in the file say it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import duckdb

COMMENT: Final = re.compile(r"COMMENT ON (TABLE|COLUMN) ([a-z_.]+) IS '((?:[^']|'')*)';")
BETWEEN: Final = " / "
"""What stands between the English and the French half of a comment."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One column of a table, or with `column` empty the table itself; `kind` is its type in DuckDB."""

    table: str
    column: str
    kind: str
    english: str
    french: str


def add_french(schema: str) -> str:
    """Give the statements of the schema with the French half in each comment; unknown names keep the English one."""

    def translate(match: re.Match[str]) -> str:
        kind, name, english = match.groups()
        french = find_french(name)
        both = f"{english}{BETWEEN}{french.replace(chr(39), chr(39) * 2)}" if french else english
        return f"COMMENT ON {kind} {name} IS '{both}';"

    return COMMENT.sub(translate, schema)


def find_french(name: str) -> str:
    """Give what a table (`events`) or a column (`events.title`) means in French; empty where nobody has said it."""
    table, _, column = name.partition(".")
    words = _load_french()
    plain = table.removesuffix("_history")
    if not column:
        former = table != plain and plain in words["tables"]
        return f"Tous les états dans le temps de {plain}" if former else words["tables"].get(table, "")
    return words.get(plain, {}).get(column) or words["columns"].get(column, "")


def read_codebook(connection: duckdb.DuckDBPyConnection, tables: tuple[str, ...]) -> list[Entry]:
    """Read the codebook of these tables out of a warehouse file, each table before its columns."""
    entries = []
    for table in tables:
        question = "SELECT comment FROM duckdb_tables() WHERE table_name = ?"
        ((comment,),) = connection.execute(question, [table]).fetchall()
        entries.append(_split(table, "", "", comment))
        question = """SELECT column_name, data_type, comment FROM duckdb_columns()
            WHERE table_name = ? ORDER BY column_index"""
        for column, kind, said in connection.execute(question, [table]).fetchall():
            entries.append(_split(table, column, kind, said))
    return entries


def _split(table: str, column: str, kind: str, comment: str | None) -> Entry:
    english, _, french = (comment or "").partition(BETWEEN)
    return Entry(table, column, kind, english, french)


@cache
def _load_french() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((files("warehouse") / "codebook_fr.toml").read_text(encoding="utf-8"))
