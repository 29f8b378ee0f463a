"""Questions to the published warehouse: one read-only statement, or a named question; never anything else."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

import duckdb

from warehouse.errors import WarehouseError, one_line
from warehouse.reader import TIME_LIMIT, open_sealed, time_limit

Format = Literal["table", "csv", "json"]

_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_READING: Final = ("select", "with", "from", "values", "table", "describe", "show", "summarize")
_WRITING: Final = re.compile(r"\b(?:insert|update|delete|merge)\b", re.IGNORECASE)
_COMMENTS: Final = re.compile(r"\A(?:\s+|--[^\n]*(?:\n|\Z)|/\*.*?\*/|\()*", re.DOTALL)
_WIDEST_CELL: Final = 60

NAMED: Final[dict[str, str]] = {
    "cycles_by_territory_and_year": "Which cycles were held for or in which territory, year by year",
    "territories_that_hosted_a_cycle": "Territories that hosted a cycle, with the years",
    "cycles_by_theme_over_time": "Cycles and events on each theme, year by year",
    "territories_never_reached_by_a_theme": "For each theme, the EPCI and départements that no event on it reached",
    "editions_of_a_cycle": "The editions of each cycle across territories",
    "time_from_announcement_to_first_session": "Days between the announcement and the first session",
    "venues_by_use": "Venues, the most used first",
    "what_changed_last_month": "What changed on the site in the month before it was last seen",
    "coverage_by_epci_and_year": "Events and sessions for each EPCI of the region in each year, zero included",
    "what_deserves_review": "What most deserves a person's eye, worst first",
    "what_is_open": "What was seen and deliberately not decided",
    "cycle_territories": "Territories of each cycle: of its editions, and of earlier ones that are only named",
    "event_attachments": "Brochures, registration forms and other files of each event",
    "agenda": "All sessions in the order of time",
}
"""The named questions and what they answer; each is a view of the same name in the warehouse."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question: names of the columns, and rows of plain values."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def run_query(data: Path, question: str, output: Format = "table", *, seconds: float = TIME_LIMIT) -> str:
    """Answer a named question, or one statement of SQL that only reads, as text in the given format.

    Raises WarehouseError, with one line that says what to do, for everything that cannot be answered.
    """
    answer = ask(data, question, seconds=seconds)
    return {"table": _as_table, "csv": _as_csv, "json": _as_json}[output](answer)


def ask(data: Path, question: str, *, seconds: float = TIME_LIMIT) -> Answer:
    """Answer a named question, or one statement of SQL that only reads."""
    with open_sealed(data) as connection:
        statement = _find_statement(connection, question)
        try:
            with time_limit(connection, seconds):
                result = connection.execute(statement)
                columns = tuple(str(column[0]) for column in result.description or ())
                return Answer(columns, tuple(map(tuple, result.fetchall())))
        except duckdb.Error as error:
            raise WarehouseError(_explain_error(error)) from error


def _find_statement(connection: duckdb.DuckDBPyConnection, question: str) -> duckdb.Statement:
    """Give the one statement that a question stands for; refuse what does more than read."""
    text = question.strip().rstrip(";").strip()
    if _NAME.fullmatch(text) and text.lower().replace("-", "_") in NAMED:
        text = f"SELECT * FROM {text.lower().replace('-', '_')}"  # noqa: S608 one of our own names
    elif _NAME.fullmatch(text):
        raise WarehouseError(f"There is no question named {text}: `irev query` lists them.")
    try:
        statements = connection.extract_statements(text)
    except duckdb.Error as error:
        raise WarehouseError(_explain_error(error)) from error
    if not statements:
        raise WarehouseError("There is no question: give one statement of SQL or the name of a question.")
    if len(statements) > 1:
        raise WarehouseError(f"Ask one statement at a time: these are {len(statements)}.")
    if statements[0].type != duckdb.StatementType.SELECT or not _only_reads(text):
        first = (_COMMENTS.sub("", text).split() or [""])[0].upper()
        raise WarehouseError(
            f"Only questions are answered here (SELECT, WITH, DESCRIBE, SHOW, SUMMARIZE), not {first}."
        )
    return statements[0]


def _only_reads(text: str) -> bool:
    first = (_COMMENTS.sub("", text).split() or [""])[0].lower()
    word = re.match(r"[a-z]*", first)
    if word is None or word[0] not in _READING:
        return False
    bare = re.sub(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"", "''", text)
    return not (word[0] == "with" and _WRITING.search(bare))


def _explain_error(error: duckdb.Error) -> str:
    text = one_line(str(error))
    if isinstance(error, duckdb.PermissionException):
        return f"Questions reach nothing outside the warehouse: {text}"
    if isinstance(error, duckdb.OutOfMemoryException):
        return "The query needs more memory than it may have: ask for fewer rows or columns."
    return text


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return str(value)


def _text(value: Any) -> str:
    plain = _plain(value)
    if plain is None:
        return ""
    if isinstance(plain, bool):
        return "true" if plain else "false"
    return json.dumps(plain, ensure_ascii=False) if isinstance(plain, list | dict) else str(plain)


def _as_csv(answer: Answer) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([_text(value) for value in row] for row in answer.rows)
    return buffer.getvalue()


def _as_json(answer: Answer) -> str:
    rows = [dict(zip(answer.columns, map(_plain, row), strict=True)) for row in answer.rows]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _as_table(answer: Answer) -> str:
    cells = [[_cut(_text(value)) for value in row] for row in answer.rows]
    widths = [max([len(name), *(len(row[place]) for row in cells)]) for place, name in enumerate(answer.columns)]
    lines = [_line(answer.columns, widths), "  ".join("─" * width for width in widths)]
    lines += [_line(row, widths) for row in cells]
    count = len(answer.rows)
    return "\n".join([*lines, f"({count} row{'' if count == 1 else 's'})"]) + "\n"


def _line(values: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(value.ljust(width) for value, width in zip(values, widths, strict=True)).rstrip()


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _WIDEST_CELL else flat[: _WIDEST_CELL - 1] + "…"
