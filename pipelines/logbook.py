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

_ACCOUNTS_WITHIN = 100  # runs; builds and imports have none


@dataclass(frozen=True, slots=True)
class RunRecord:
    """What a run did: counts by name, the losses it names, the gates that refused, the error if any.

    `account` is the completeness account of its crawl (see `pipelines.completeness`), empty where there was none.
    """

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
    account: Mapping[str, Any] = field(default_factory=dict)


def name_run(command: str, started_at: dt.datetime) -> str:
    """Name a run by its start in UTC and its command: names sort in order of time."""
    return f"{started_at.astimezone(dt.UTC):%Y%m%dT%H%M%S.%f}Z-{command}"


def write_record(data: DataFolder, record: RunRecord) -> None:
    """Write the record as `logs/<run_id>.json`. Raises OSError."""
    write_json(data.logs / f"{record.run_id}.json", _build_json(record))


def write_json(path: Path, value: Mapping[str, Any]) -> None:
    """Write a JSON file aside and rename it into place, so that it is whole or not there. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".new")
    try:
        aside.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        aside.replace(path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise


def find_last_account(data: DataFolder) -> Mapping[str, Any]:
    """Find the completeness account of the last crawl that wrote one, empty where there is none."""
    records = read_records(data, _ACCOUNTS_WITHIN)
    return next((record.account for record in records if record.account.get("listings")), {})


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
            account=value.get("account") or {},
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
        "account": dict(record.account),
    }
