"""Gates: what a new file must pass before anybody sees it. The rules are data: `gates.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import duckdb

from warehouse.rows import PUBLIC_TABLES
from warehouse.runs import RunRecord

_REMEMBERED = 5
_GOOD = ("published", "degraded")


@dataclass(frozen=True, slots=True)
class Gate:
    """A rule: `value` is one SQL number; it must be at most the bound, or at least when `at_least` is set.

    `refuse` keeps the file from being published; `degrade` publishes it and says so.
    """

    rule: str
    meaning: str
    value: str
    bound: float
    severity: Literal["refuse", "degrade"]
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class GateResult:
    """What a gate found."""

    rule: str
    meaning: str
    severity: Literal["refuse", "degrade"]
    bound: float
    value: float
    passed: bool


def say_gate(result: GateResult) -> str:
    """Say what a gate found: rule, value, bound and severity, and what it demands."""
    return f"{result.rule}: found {result.value:g}, bound {result.bound:g} ({result.severity}): {result.meaning}"


@cache
def load_gates() -> tuple[Gate, ...]:
    """Give all rules in the order of the file."""
    return tuple(Gate(**entry) for entry in _load()["gate"])


def check_gates(connection: duckdb.DuckDBPyConnection, gates: Sequence[Gate]) -> list[GateResult]:
    """Give the result of each rule on the file that the connection has open; a value that is null passes no gate."""
    results = []
    for gate in gates:
        # An open result owns its connection in DuckDB 2.0: fetch all, though it is one row.
        ((found,),) = connection.execute(f"SELECT CAST({gate.value} AS DOUBLE)").fetchall()
        value = float("nan") if found is None else float(found)
        passed = value >= gate.bound if gate.at_least else value <= gate.bound
        results.append(GateResult(gate.rule, gate.meaning, gate.severity, gate.bound, value, passed))
    return results


def count_new(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Count the rows of each public table, and under `table.column` the values of each watched column."""
    names = [*PUBLIC_TABLES, *_load()["fills"]]
    counted = [(name.partition(".")[2] or "*", name.partition(".")[0]) for name in names]
    question = ", ".join(f"(SELECT count({column}) FROM {table})" for column, table in counted)  # noqa: S608
    (counts,) = connection.execute(f"SELECT {question}").fetchall()
    return dict(zip(names, map(int, counts), strict=True))


def lay_out_runs(
    connection: duckdb.DuckDBPyConnection,
    runs: Sequence[RunRecord],
    counts: Mapping[str, int],
    facts: Mapping[str, float],
) -> None:
    """Make the tables that rules ask for earlier runs, the new counts and the crawl's facts; they are not kept."""
    good = [run for run in runs if run.outcome in _GOOD][-_REMEMBERED:]
    earlier = [
        (run.run_id, age, name, count)
        for age, run in enumerate(reversed(good), start=1)
        for name, count in run.counts.items()
    ]
    _make(connection, "run_counts (run_id VARCHAR, age INTEGER, name VARCHAR, row_count DOUBLE)", earlier)
    _make(connection, "new_counts (name VARCHAR, row_count DOUBLE)", list(counts.items()))
    _make(connection, "run_facts (name VARCHAR, value DOUBLE)", list(facts.items()))


def _make(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Sequence[object]]) -> None:
    connection.execute(f"CREATE TEMP TABLE {table}")
    if rows:
        marks = ", ".join("?" for _ in rows[0])
        connection.executemany(f"INSERT INTO {table.partition(' ')[0]} VALUES ({marks})", rows)  # noqa: S608


@cache
def _load() -> dict[str, list[Any]]:
    return tomllib.loads((files("warehouse") / "gates.toml").read_text(encoding="utf-8"))
