"""The log of runs, `logs/runs.jsonl`: one JSON object per run, appended; it outlives every warehouse file."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One run as the log has it. `started_at` is ISO with its zone; `gates` are empty where it did not come so far.

    `until` is the moment (ISO) of the last look at the site in the file that it made, None where it made none.
    """

    run_id: str
    command: str
    started_at: str
    outcome: str
    code_digest: str = ""
    release: str | None = None
    losses: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    gates: tuple[Mapping[str, Any], ...] = ()
    until: str | None = None

    @property
    def moment(self) -> dt.datetime:
        """Give the moment of the start in UTC, without a zone."""
        moment = dt.datetime.fromisoformat(self.started_at)
        return moment.astimezone(dt.UTC).replace(tzinfo=None) if moment.tzinfo else moment


def runs_path(data: Path) -> Path:
    """Give where the log stands."""
    return data / "logs" / "runs.jsonl"


def append_run(data: Path, record: RunRecord) -> None:
    """Append a run to the log, which is made when it is missing; a line that a crash cut short is closed first."""
    path = runs_path(data)
    path.parent.mkdir(parents=True, exist_ok=True)
    line = json.dumps(asdict(record), ensure_ascii=False).encode() + b"\n"
    with path.open("a+b") as file:
        if file.tell():
            file.seek(-1, os.SEEK_END)
            line = line if file.read(1) == b"\n" else b"\n" + line
        file.write(line)


def read_runs(data: Path) -> list[RunRecord]:
    """Give all runs of the log, oldest first; a line that a crash cut short is passed over."""
    path = runs_path(data)
    if not path.exists():
        return []
    records = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        record = _parse_record(line)
        if record is not None:
            records.append(record)
    return records


def _parse_record(line: str) -> RunRecord | None:
    try:
        value = json.loads(line)
        return RunRecord(**{**value, "gates": tuple(value.get("gates", ()))})
    except (ValueError, TypeError, AttributeError):
        return None
