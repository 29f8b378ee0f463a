"""Gates: what a new file must pass before anybody sees it. The rules are data: `gates.toml`."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import duckdb

from warehouse.acceptances import Acceptance, Consent
from warehouse.keys import KEYS
from warehouse.load import append
from warehouse.rows import PUBLIC_TABLES
from warehouse.runs import RunRecord

_REMEMBERED = 5
_GOOD = ("published", "degraded")


@dataclass(frozen=True, slots=True)
class Gate:
    """A rule: `value` is one SQL number; it must be at most the bound, or at least when `at_least` is set.

    `refuse` keeps the file from being published; `degrade` publishes it and says so. A rule that is `relative`
    compares with what was published before.
    """

    rule: str
    meaning: str
    value: str
    bound: float
    severity: Literal["refuse", "degrade"]
    at_least: bool = False
    relative: bool = False

    def holds(self, value: float, bound: float) -> bool:
        """Tell whether a value keeps a bound; one that is no number keeps none."""
        return value >= bound if self.at_least else value <= bound


@dataclass(frozen=True, slots=True)
class GateResult:
    """What a gate found. `accepted` says who accepted a value that does not keep the bound; None: nobody did."""

    rule: str
    meaning: str
    severity: Literal["refuse", "degrade"]
    bound: float
    value: float
    passed: bool
    accepted: str | None = None

    @property
    def counts(self) -> bool:
        """Tell whether it makes a difference: it did not pass, and nobody accepted that."""
        return not self.passed and self.accepted is None


@dataclass(frozen=True, slots=True)
class Before:
    """What rules compare with: earlier runs, oldest first, what the last crawl counted, and what people accepted."""

    runs: Sequence[RunRecord] = ()
    facts: Mapping[str, float] = field(default_factory=dict)
    acceptances: Sequence[Acceptance] = ()


def say_gate(result: GateResult) -> str:
    """Say what a gate found: rule, value, bound and severity, what it demands, and who accepted it."""
    found = f"{result.rule}: found {result.value:g}, bound {result.bound:g} ({result.severity}): {result.meaning}"
    return f"{found}; {result.accepted}" if result.accepted else found


@cache
def load_gates() -> tuple[Gate, ...]:
    """Give all rules in the order of the file."""
    return tuple(Gate(**entry) for entry in _load()["gate"])


def check_gates(
    connection: duckdb.DuckDBPyConnection, gates: Sequence[Gate], counts: Mapping[str, int], before: Before
) -> list[GateResult]:
    """Give the result of each rule on the file that the connection has open; a value that is null passes no gate.

    `counts` are those of `count_new`. The tables that rules may ask besides those of the file are made here and are
    not kept.
    """
    if any("unproven" in gate.value for gate in gates):
        connection.execute(f"CREATE OR REPLACE TEMP TABLE unproven AS {_unproven()}")
    _make(connection, "new_counts (name VARCHAR, row_count DOUBLE)", list(counts.items()))
    _make(connection, "run_facts (name VARCHAR, value DOUBLE)", [*before.facts.items(), *_published_until(before.runs)])
    accepted = {one.rule: one for one in before.acceptances}
    results, laid_out = [], ""
    _lay_out_runs(connection, before.runs, laid_out)
    for gate in gates:
        told = accepted.get(gate.rule)
        since = told.run if told and gate.relative else ""
        if since != laid_out:
            _lay_out_runs(connection, before.runs, since)
            laid_out = since
        results.append(_check(connection, gate, None if gate.relative else told))
    return results


def read_gates(connection: duckdb.DuckDBPyConnection) -> list[GateResult]:
    """Give the gates that a file went through; one that an earlier version of the program made may lack a column."""
    result = connection.execute("SELECT * EXCLUDE (run_id) FROM gates ORDER BY rule")
    names = [str(column[0]) for column in result.description or ()]
    return [GateResult(**dict(zip(names, row, strict=True))) for row in result.fetchall()]


def accept(
    results: Sequence[GateResult], consent: Consent | None, run_id: str, moment: dt.datetime
) -> list[GateResult]:
    """Give the results with what a person accepts of this run marked as accepted."""
    return [_accept_one(result, consent, run_id, moment) for result in results]


def find_accepted(
    results: Sequence[GateResult], consent: Consent | None, run_id: str, moment: dt.datetime
) -> Iterator[Acceptance]:
    """Give what a person accepts of this run, and nobody before, as it is to be remembered. `moment` is aware."""
    for result in results:
        if consent is not None and result.rule in consent.rules and not result.passed:
            day = moment.astimezone(dt.UTC).date()
            one = Acceptance(result.rule, result.value, consent.why, consent.who, day, run_id)
            if result.accepted in (None, one.words):
                yield one


def count_new(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Count the rows of each public table, and under `table.column` the values of each watched column."""
    names = [*PUBLIC_TABLES, *_load()["fills"]]
    counted = [(name.partition(".")[2] or "*", name.partition(".")[0]) for name in names]
    question = ", ".join(f"(SELECT count({column}) FROM {table})" for column, table in counted)  # noqa: S608
    (counts,) = connection.execute(f"SELECT {question}").fetchall()
    return dict(zip(names, map(int, counts), strict=True))


def _accept_one(result: GateResult, consent: Consent | None, run_id: str, moment: dt.datetime) -> GateResult:
    words = [one.words for one in find_accepted([result], consent, run_id, moment)]
    return replace(result, accepted=words[0]) if words else result


def _check(connection: duckdb.DuckDBPyConnection, gate: Gate, told: Acceptance | None) -> GateResult:
    # An open result owns its connection in DuckDB 2.0: fetch all, though it is one row.
    ((found,),) = connection.execute(f"SELECT CAST({gate.value} AS DOUBLE)").fetchall()
    value = float("nan") if found is None else float(found)
    passed = gate.holds(value, gate.bound)
    accepted = told.words if told and not passed and gate.holds(value, told.value) else None
    return GateResult(gate.rule, gate.meaning, gate.severity, gate.bound, value, passed, accepted)


def _lay_out_runs(connection: duckdb.DuckDBPyConnection, runs: Sequence[RunRecord], since: str) -> None:
    """Make the tables of earlier runs: the last few that published, from the run `since` on where that is known."""
    good = [run for run in runs if run.outcome in _GOOD]
    first = next((place for place, run in enumerate(good) if run.run_id == since), 0)
    last = list(reversed(good[first:]))[:_REMEMBERED]
    rows = [(run.run_id, age, name, count) for age, run in enumerate(last, 1) for name, count in run.counts.items()]
    _make(connection, "run_counts (run_id VARCHAR, age INTEGER, name VARCHAR, row_count DOUBLE)", rows)
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE usual_counts AS "
        "SELECT name, median(row_count) AS row_count FROM run_counts GROUP BY name"
    )


def _published_until(runs: Sequence[RunRecord]) -> Iterator[tuple[str, float]]:
    """Give the moment of the last look that is published, in seconds; nothing where no run says it."""
    moments = [run.until for run in runs if run.until and run.outcome in (*_GOOD, "nothing_new")]
    if moments:
        yield "published_until", dt.datetime.fromisoformat(moments[-1]).timestamp()


@cache
def _unproven() -> str:
    """Give the statement that finds values without evidence."""
    return " UNION ALL ".join(_unproven_in(*name.split(".")) for name in _load()["evidenced"])


def _unproven_in(table: str, column: str) -> str:
    (key,) = KEYS[table]
    return (
        f"SELECT '{table}' AS table_name, {key} AS row_id, '{column}' AS field FROM {table} "  # noqa: S608 our own
        f"WHERE {column} IS NOT NULL AND CAST({column} AS VARCHAR) <> '' AND {key} NOT IN "
        f"(SELECT row_id FROM evidence WHERE table_name = '{table}' AND field = '{column}')"
    )


def _make(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Sequence[object]]) -> None:
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {table}")
    append(connection, table.partition(" ")[0], rows)


@cache
def _load() -> dict[str, list[Any]]:
    return tomllib.loads((files("warehouse") / "gates.toml").read_text(encoding="utf-8"))
