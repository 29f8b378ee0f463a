"""A run: stages under one lock, one outcome, one record, whatever happens.

A stage that fails does not stop the next one (what a broken crawl kept can still be built), but it decides how
the run ended.
"""

from __future__ import annotations

import datetime as dt
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pipelines.archive_lock import ArchiveLocked
from pipelines.clock import Clock
from pipelines.deadline import limit_time
from pipelines.lock import hold_lock
from pipelines.logbook import RunRecord, name_run, write_record
from pipelines.outcomes import InputError, Outcome
from pipelines.settings import DataFolder
from pipelines.unfinished import close_dead, remove_start, write_start

_GRACE = 3600.0  # seconds that a run may outlive its longest time before the next one ends it

# The worst outcome of the stages is the run's. What was only kept says nothing of what a build found in it.
_SEVERITY = (Outcome.KEPT, Outcome.NOTHING_NEW, Outcome.PUBLISHED, Outcome.DEGRADED, Outcome.REFUSED, Outcome.FAILED)


@dataclass(frozen=True, slots=True)
class StageResult:
    """What one stage came to. `lines` are for people; the rest goes into the record."""

    outcome: Outcome
    lines: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    losses: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    error: str | None = None
    trace: str | None = None
    account: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RunContext:
    """What each stage is told: the name of the run, the command, and when it began.

    `account` is the completeness account of the crawl that went before in the same run, empty where there was none.
    """

    run_id: str
    command: str
    started_at: dt.datetime
    account: Mapping[str, Any] = field(default_factory=dict)


Stage = Callable[[RunContext], StageResult]


def run_stages(
    data: DataFolder, command: str, stages: Sequence[Stage], clock: Clock, longest: float | None = None
) -> tuple[RunRecord, list[str]]:
    """Run the stages one after the other under the lock; give the record and the lines for people.

    A record is written at the start and again at the end, so that a run that dies in between is seen: the next one
    says so and writes down its end. `longest` (seconds) bounds the whole run, see `pipelines.deadline`. Raises
    `LockHeldError` where another run holds the folder, OSError where nothing can be written there, and,
    from the first stage, `InputError` or `ArchiveLocked`; then nothing was done and no record is written.
    """
    started_at = clock()
    context = RunContext(name_run(command, started_at), command, started_at)
    with hold_lock(data, f"irev {command}", started_at, longest and longest + _GRACE):
        dead = close_dead(data, started_at)
        write_start(data, context.run_id, command, started_at)
        with limit_time(longest, lambda: _write_late(data, context, longest or 0.0)):
            results = _run_all(stages, context, data)
        record = _build_record(context, results, max(clock(), started_at))
        try:
            write_record(data, record)
        except OSError as error:  # a full disk: the exit code still tells
            record = replace(record, outcome=Outcome.FAILED, error=describe_error(error))
            results.append(StageResult(Outcome.FAILED, (f"failed: the record of the run: {record.error}",)))
    lines = [f"the run {died.run_id} before this one failed: {died.error}" for died in dead]
    return record, [*lines, *(line for result in results for line in result.lines)]


def _run_all(stages: Sequence[Stage], context: RunContext, data: DataFolder) -> list[StageResult]:
    results: list[StageResult] = []
    try:
        for stage in stages:
            results.append(_run_stage(stage, context, is_first=not results))
            context = replace(context, account=results[-1].account or context.account)
    except (InputError, ArchiveLocked):
        remove_start(data, context.run_id)
        raise
    return results


def _build_record(context: RunContext, results: Sequence[StageResult], ended_at: dt.datetime) -> RunRecord:
    return RunRecord(
        run_id=context.run_id,
        command=context.command,
        started_at=context.started_at,
        ended_at=ended_at,
        outcome=find_worst(result.outcome for result in results),
        counts={name: count for result in results for name, count in result.counts.items()},
        losses=tuple(loss for result in results for loss in result.losses),
        gates=tuple(gate for result in results for gate in result.gates),
        error="; ".join(result.error for result in results if result.error) or None,
        trace="\n".join(result.trace for result in results if result.trace) or None,
        account=next((result.account for result in results if result.account), {}),
    )


def _write_late(data: DataFolder, context: RunContext, longest: float) -> None:
    error = f"it took longer than {longest / 3600:g} h and was ended"
    ended_at = context.started_at + dt.timedelta(seconds=longest)
    write_record(data, replace(_build_record(context, (), ended_at), outcome=Outcome.FAILED, error=error))


def find_worst(outcomes: Iterable[Outcome]) -> Outcome:
    """Find the outcome of a run among those of its stages; no stage found nothing new."""
    return max(outcomes, key=_SEVERITY.index, default=Outcome.NOTHING_NEW)


def describe_error(error: Exception) -> str:
    """Put an error on one line, in words for the person who runs the command."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    first_line = (str(error).splitlines() or [""])[0]
    return f"{type(error).__name__}: {first_line}".rstrip(": ")


def _run_stage(stage: Stage, context: RunContext, is_first: bool) -> StageResult:
    try:
        return stage(context)
    except (InputError, ArchiveLocked) as error:
        if is_first:
            raise
        return StageResult(Outcome.FAILED, (f"failed: {error}",), error=str(error))
    except Exception as error:  # the boundary: a scheduler needs a record and an exit code, not a trace
        reason = describe_error(error)
        return StageResult(Outcome.FAILED, (f"failed: {reason}",), error=reason, trace=traceback.format_exc())
