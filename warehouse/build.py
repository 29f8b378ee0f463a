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
from warehouse.acceptances import ACCEPTED, Consent, append_acceptances, read_acceptances
from warehouse.answers import keep_answers
from warehouse.corrections import read_corrections
from warehouse.delta import compact_sums
from warehouse.gates import Before, GateResult, accept, check_gates, count_new, find_accepted, load_gates, read_gates
from warehouse.ledger import Ledger
from warehouse.load import append, copied_file, new_file
from warehouse.looks import Look
from warehouse.open_rows import Loss
from warehouse.publish import publish, published_path, scratch_path, set_aside
from warehouse.reader import open_file
from warehouse.release import Release, build_release
from warehouse.releases import keep_release
from warehouse.replay import Source, count_told, naive, replay
from warehouse.rows import PUBLIC_TABLES, CaptureRow
from warehouse.runs import RunRecord, append_run, read_runs
from warehouse.sightings import Sighting
from warehouse.slim import Library
from warehouse.stored import read_standing

CORRECTIONS: Final = "corrections.csv"

BuildOutcome = Literal["published", "nothing_new", "degraded", "refused"]


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What the warehouse is told of the run. `started_at` is aware; `rejections` are captures that were not read.

    `crawl` is what the last crawl counted, see `gates.toml`. `consent` is what a person accepts of the gates.
    """

    run_id: str
    started_at: dt.datetime
    command: str
    code_digest: str
    rejections: tuple[Loss, ...] = ()
    crawl: Mapping[str, float] = field(default_factory=dict)
    consent: Consent | None = None


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
    library = readings if isinstance(readings, Library) else Library(readings)
    source = Source(sightings, library, knowledge, run.rejections, run.code_digest, corrections)
    looks, (before, told) = source.find_looks(), read_standing(published_path(data))
    done = count_told(looks, told)
    if before and looks and done == len(looks):
        counts, notices = _read_standing(published_path(data))
        result = BuildResult("nothing_new", before.version, counts, losses=run.rejections, notices=notices)
        result = replace(result, failed_gates=_accept_published(data, run))
    else:
        result = _build_file(source, looks, done, before, data, run)
    append_run(data, _record(result, looks, run))
    return result


def _read_standing(path: Path) -> tuple[dict[str, int], tuple[str, ...]]:
    with open_file(path) as connection:
        return _count_rows(connection), tuple(_say_unused(connection))


def _count_rows(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    counts = count_new(connection)
    return {table: counts[table] for table in PUBLIC_TABLES}


def _say_unused(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    question = "SELECT what, old_value, new_value, problem FROM corrections WHERE problem IS NOT NULL ORDER BY ALL"
    for what, old, new, problem in connection.execute(question).fetchall():
        yield f"correction of {what} ({old or ''} → {new or ''}) unused: {problem}"


def _build_file(
    source: Source, looks: Sequence[Look], done: int, before: Release | None, data: Path, run: RunFacts
) -> BuildResult:
    """Tell a file beside the published one the looks that this one does not hold; publish it if it passes."""
    scratch, published = scratch_path(data), published_path(data)
    with copied_file(scratch, published) if done else new_file(scratch) as connection:
        replay(source, looks, Ledger(connection, source.knowledge), done)
        compact_sums(connection)
        release, notices = build_release(connection), tuple(_say_unused(connection))
        if release == before:
            counts = _count_rows(connection)
            result = BuildResult("nothing_new", release.version, counts, losses=run.rejections, notices=notices)
        else:
            keep_answers(connection)
            result = replace(_check(connection, release, before, data, run), notices=notices)
            _keep_books(connection, release, looks, result, data, run)
            captures = _read_captures(connection)
    if release == before:
        scratch.unlink()
        return result
    if result.outcome == "refused":
        return replace(result, refused_file=set_aside(data, run.run_id))
    if not result.refreshed:
        keep_release(data, release, run.code_digest, captures, scratch, result.failed_gates)
    publish(data)
    append_acceptances(data / ACCEPTED, find_accepted(result.failed_gates, run.consent, run.run_id, run.started_at))
    return result


def _check(
    connection: duckdb.DuckDBPyConnection, release: Release, before: Release | None, data: Path, run: RunFacts
) -> BuildResult:
    counts = count_new(connection)
    earlier = Before(read_runs(data) if before else (), run.crawl, read_acceptances(data / ACCEPTED))
    found = check_gates(connection, load_gates(), counts, earlier)
    gates = tuple(accept(found, run.consent, run.run_id, run.started_at))
    failed = tuple(gate for gate in gates if not gate.passed)
    if any(gate.counts and gate.severity == "refuse" for gate in failed):
        version = before.version if before else None
        return BuildResult("refused", version, counts, gates, run.rejections, failed_gates=failed)
    seen_again = _is_seen_again(release, before)
    outcome: BuildOutcome = "degraded" if any(gate.counts for gate in failed) or run.rejections else "published"
    outcome = "nothing_new" if seen_again else outcome
    return BuildResult(outcome, release.version, counts, gates, run.rejections, seen_again, None, failed)


def _read_captures(connection: duckdb.DuckDBPyConnection) -> list[CaptureRow]:
    rows = connection.execute("SELECT * FROM captures ORDER BY capture_digest, url").fetchall()
    return [CaptureRow._make(row) for row in rows]


def _accept_published(data: Path, run: RunFacts) -> tuple[GateResult, ...]:
    """Remember what a person accepts of the gates that the published file did not pass, and give these."""
    if run.consent is None:
        return ()
    with open_file(published_path(data)) as connection:
        publishers = connection.execute("SELECT DISTINCT run_id FROM gates").fetchall()
        found = read_gates(connection)
    publisher = str(publishers[0][0]) if publishers else run.run_id
    append_acceptances(data / ACCEPTED, find_accepted(found, run.consent, publisher, run.started_at))
    return tuple(gate for gate in accept(found, run.consent, publisher, run.started_at) if gate.accepted)


def _is_seen_again(release: Release, before: Release | None) -> bool:
    """Tell whether the published facts are the same and were only seen again."""
    return before is not None and (before.facts_digest, before.schema_digest) == (
        release.facts_digest,
        release.schema_digest,
    )


def _keep_books(
    connection: duckdb.DuckDBPyConnection,
    release: Release,
    looks: Sequence[Look],
    result: BuildResult,
    data: Path,
    run: RunFacts,
) -> None:
    """Fill in the tables of the runs: they belong to the file and never to what researchers export."""
    for table in ("release", "gates", "runs", "looks"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608
    append(connection, "looks", [_look_columns(look) for look in looks])
    append(connection, "release", [astuple(release)])
    append(connection, "gates", [(run.run_id, *_gate_columns(gate)) for gate in result.gates])
    records = [*read_runs(data), _record(result, looks, run)]
    append(
        connection,
        "runs",
        [(r.run_id, r.command, r.moment, r.outcome, r.code_digest, r.release, r.losses) for r in records],
    )


def _look_columns(look: Look) -> tuple[object, ...]:
    return naive(look.moment), naive(look.sightings[-1].seen_at), len(look.sightings), look.digest


def _gate_columns(gate: GateResult) -> tuple[object, ...]:
    return gate.rule, gate.meaning, gate.severity, gate.bound, gate.value, gate.passed, gate.accepted


def _record(result: BuildResult, looks: Sequence[Look], run: RunFacts) -> RunRecord:
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
        until=looks[-1].moment.isoformat() if looks else None,
    )
