"""Building: relate, load a new file, check it, publish it; or say that there is nothing new, or refuse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, field, replace
from pathlib import Path
from typing import Final, Literal

import duckdb

from extract.knowledge import Knowledge
from extract.records import Reading
from warehouse.corrections import read_corrections
from warehouse.gates import GateResult, check_gates, count_new, lay_out_runs, load_gates
from warehouse.load import append, load_history, load_rows, new_file
from warehouse.looks import Look
from warehouse.open_rows import Loss
from warehouse.publish import publish, published_path, scratch_path, set_aside
from warehouse.release import Release, build_release, published_release
from warehouse.releases import keep_release
from warehouse.replay import Replayed, Source, naive, replay
from warehouse.rows import PUBLIC_TABLES, Correction, Rows
from warehouse.runs import RunRecord, append_run, read_runs
from warehouse.sightings import Sighting
from warehouse.stored import read_stored

CORRECTIONS: Final = "corrections.csv"

BuildOutcome = Literal["published", "nothing_new", "degraded", "refused"]


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What the warehouse is told of the run. `started_at` is aware; `rejections` are captures that were not read.

    `crawl` is what the last crawl counted: addresses `linked` on the site, and those `missing` from the archive.
    """

    run_id: str
    started_at: dt.datetime
    command: str
    code_digest: str
    rejections: tuple[Loss, ...] = ()
    crawl: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BuildResult:
    """How a build ended.

    `release` is the version that stands published now (None: there is none). `counts` are rows by table of what was
    built. `refreshed` tells that nothing new was found but facts were seen again: the file has their new moments.
    `refused_file` is where a refused file was kept.
    """

    outcome: BuildOutcome
    release: str | None
    counts: Mapping[str, int]
    gates: tuple[GateResult, ...] = ()
    losses: tuple[Loss, ...] = ()
    refreshed: bool = False
    refused_file: Path | None = None
    failed_gates: tuple[GateResult, ...] = field(default=())
    notices: tuple[str, ...] = ()


def build(
    sightings: Sequence[Sighting],
    readings: Mapping[tuple[str, str], Reading],
    knowledge: Knowledge,
    data: Path,
    run: RunFacts,
) -> BuildResult:
    """Build the warehouse under `data` from all sightings and readings, and log the run.

    `readings` are filed under (canonical address, digest). Nothing is written where the rows equal the published ones.
    Where a gate refuses, the published file stays and the new one is kept under `refused/`.
    """
    corrections = read_corrections(data / CORRECTIONS)
    source = Source(sightings, readings, knowledge, run.rejections, run.code_digest, corrections)
    told = replay(source, read_stored(published_path(data)))
    release, before = build_release(told.rows, told.history), published_release(published_path(data))
    notices = tuple(_say_unused(told.rows.corrections))
    if before == release:
        result = BuildResult(
            "nothing_new", release.version, count_rows(told.rows), losses=run.rejections, notices=notices
        )
    else:
        result = replace(_build_file(told, release, before, data, run), notices=notices)
    append_run(data, _record(result, run))
    return result


def _say_unused(rows: Sequence[Correction]) -> Iterator[str]:
    for row in rows:
        if row.problem is not None:
            yield f"correction of {row.what} ({row.old_value or ''} → {row.new_value or ''}) unused: {row.problem}"


def count_rows(rows: Rows) -> dict[str, int]:
    """Give the number of rows of each public table."""
    return {table: len(getattr(rows, table)) for table in PUBLIC_TABLES}


def _build_file(told: Replayed, release: Release, before: Release | None, data: Path, run: RunFacts) -> BuildResult:
    with new_file(scratch_path(data)) as connection:
        load_rows(connection, told.rows)
        load_history(connection, told.history)
        append(connection, "looks", [_look_columns(look) for look in told.looks])
        counts = count_new(connection)
        lay_out_runs(connection, read_runs(data) if before else (), counts, run.crawl)
        gates = tuple(check_gates(connection, load_gates()))
        failed = tuple(gate for gate in gates if not gate.passed)
        refused = any(gate.severity == "refuse" for gate in failed)
        seen_again = _is_seen_again(release, before)
        outcome: BuildOutcome = "degraded" if failed or run.rejections else "published"
        outcome = "refused" if refused else "nothing_new" if seen_again else outcome
        version = (before.version if before else None) if refused else release.version
        result = BuildResult(outcome, version, counts, gates, run.rejections, seen_again, None, failed)
        _keep_books(connection, release, result, data, run)
    if refused:
        kept = set_aside(data, run.run_id)
        return BuildResult("refused", version, counts, gates, run.rejections, refused_file=kept, failed_gates=failed)
    if not seen_again:
        keep_release(data, release, run.code_digest, told.rows.captures, scratch_path(data))
    publish(data)
    return result


def _is_seen_again(release: Release, before: Release | None) -> bool:
    """Tell whether the published facts are the same and were only seen again."""
    return before is not None and (before.facts_digest, before.schema_digest) == (
        release.facts_digest,
        release.schema_digest,
    )


def _keep_books(
    connection: duckdb.DuckDBPyConnection, release: Release, result: BuildResult, data: Path, run: RunFacts
) -> None:
    """Fill in the tables of the runs: they belong to the file and never to what researchers export."""
    append(connection, "release", [astuple(release)])
    append(connection, "gates", [(run.run_id, *_gate_columns(gate)) for gate in result.gates])
    records = [*read_runs(data), _record(result, run)]
    append(
        connection,
        "runs",
        [(r.run_id, r.command, r.moment, r.outcome, r.code_digest, r.release, r.losses) for r in records],
    )


def _look_columns(look: Look) -> tuple[object, ...]:
    return naive(look.moment), naive(look.sightings[-1].seen_at), len(look.sightings), look.digest


def _gate_columns(gate: GateResult) -> tuple[object, ...]:
    return gate.rule, gate.meaning, gate.severity, gate.bound, gate.value, gate.passed


def _record(result: BuildResult, run: RunFacts) -> RunRecord:
    return RunRecord(
        run_id=run.run_id,
        command=run.command,
        started_at=run.started_at.isoformat(),
        outcome=result.outcome,
        code_digest=run.code_digest,
        release=result.release,
        losses=len(run.rejections),
        counts=dict(result.counts),
        gates=tuple(asdict(gate) for gate in result.gates),
    )
