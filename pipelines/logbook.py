"""The record of each run: one JSON file in `logs/`, written whether the run ended well or not."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from pipelines.outcomes import Outcome
from pipelines.settings import DataFolder


@dataclass(frozen=True, slots=True)
class RunRecord:
    """What a run did: counts by name, the losses it names, the gates that refused, the error if any."""

    run_id: str
    command: str
    started_at: dt.datetime
    ended_at: dt.datetime
    outcome: Outcome
    counts: Mapping[str, int] = field(default_factory=dict)
    losses: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    error: str | None = None
    trace: str | None = None


def name_run(command: str, started_at: dt.datetime) -> str:
    """Name a run by its start in UTC and its command: names sort in order of time."""
    return f"{started_at.astimezone(dt.UTC):%Y%m%dT%H%M%S.%f}Z-{command}"


def write_record(data: DataFolder, record: RunRecord) -> None:
    """Write the record as `logs/<run_id>.json`, aside and then renamed into place."""
    data.logs.mkdir(parents=True, exist_ok=True)
    path = data.logs / f"{record.run_id}.json"
    aside = path.with_suffix(".new")
    aside.write_text(json.dumps(_build_json(record), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    aside.replace(path)


def read_records(data: DataFolder, most: int) -> list[RunRecord]:
    """Read the latest records, newest first; files that are no record are passed over."""
    paths = sorted(data.logs.glob("*.json"), reverse=True) if data.logs.is_dir() else []
    found = (_parse_record(path) for path in paths)
    return list(islice((record for record in found if record is not None), most))


def _parse_record(path: Path) -> RunRecord | None:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
        return RunRecord(
            run_id=value["run_id"],
            command=value["command"],
            started_at=dt.datetime.fromisoformat(value["started_at"]),
            ended_at=dt.datetime.fromisoformat(value["ended_at"]),
            outcome=Outcome(value["outcome"]),
            counts=value["counts"],
            losses=tuple(value["losses"]),
            gates=tuple(value["gates"]),
            error=value["error"],
            trace=value["trace"],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _build_json(record: RunRecord) -> dict[str, Any]:
    return {
        "run_id": record.run_id,
        "command": record.command,
        "started_at": record.started_at.isoformat(),
        "ended_at": record.ended_at.isoformat(),
        "outcome": record.outcome.value,
        "exit_code": record.outcome.exit_code,
        "counts": dict(record.counts),
        "losses": list(record.losses),
        "gates": list(record.gates),
        "error": record.error,
        "trace": record.trace,
    }
