"""Answers kept in the file: named questions over very many rows, worked out when the file is made (`answers.sql`).

Their views read the kept answer, in the order in which it was written, so that any client has it at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

import duckdb

_NAMED: Final = re.compile(r"^-- (\w+)\n(.*?);\n", re.DOTALL | re.MULTILINE)


@cache
def load_answers() -> Mapping[str, str]:
    """Give the statement that answers each question, by its name."""
    text = (files("warehouse") / "answers.sql").read_text(encoding="utf-8")
    return {match[1]: match[2] for match in _NAMED.finditer(text)}


def answers_schema() -> Iterator[str]:
    """Yield the statements that make the tables of the answers, empty, with a comment that names the question."""
    for name, question in load_answers().items():
        yield f"CREATE TABLE answer_{name} AS {question} WITH NO DATA;"
        yield f"COMMENT ON TABLE answer_{name} IS 'The answer to the named question {name}, kept as the view gives it';"


def comment_answers(connection: duckdb.DuckDBPyConnection) -> None:
    """Let each column of an answer name its question."""
    question = "SELECT table_name, column_name FROM duckdb_columns() WHERE starts_with(table_name, 'answer_')"
    for table, column in connection.execute(question).fetchall():
        said = f"As the view {table.removeprefix('answer_')} gives it"
        connection.execute(f"COMMENT ON COLUMN {table}.{column} IS '{said}'")


def keep_answers(connection: duckdb.DuckDBPyConnection) -> None:
    """Work out all answers from the rows that stand now."""
    for name, question in load_answers().items():
        connection.execute(f"DELETE FROM answer_{name}")  # noqa: S608 our own names
        connection.execute(f"INSERT INTO answer_{name} {question}")
