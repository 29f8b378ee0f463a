"""Runs that were begun and have not ended: written down at the start, so that a run that dies is seen."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipelines.logbook import RunRecord, write_json, write_record
from pipelines.outcomes import Outcome
from pipelines.owner import Owner, build_owner, find_owner, is_alive, parse_owner
from pipelines.settings import DataFolder

RUNNING = "running"
_DIED = "it ended without a word: it was killed, or the machine stopped"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A run without an end: which, since when, whose, and whether that process still runs."""

    run_id: str
    command: str
    started_at: dt.datetime
    owner: Owner
    alive: bool
    path: Path


def write_start(data: DataFolder, run_id: str, command: str, started_at: dt.datetime) -> None:
    """Write down that a run begins. Raises OSError."""
    value = {
        "run_id": run_id,
        "command": command,
        "started_at": started_at.isoformat(),
        "outcome": RUNNING,
        **build_owner(find_owner()),
    }
    write_json(data.logs / f"{run_id}.json", value)


def remove_start(data: DataFolder, run_id: str) -> None:
    """Take back what `write_start` wrote: there was nothing to run on."""
    (data.logs / f"{run_id}.json").unlink(missing_ok=True)
    with suppress(OSError):  # other records live there
        data.logs.rmdir()


def find_unfinished(data: DataFolder) -> list[Unfinished]:
    """Find the runs without an end, the newest first."""
    paths = sorted(data.logs.glob("*.json"), reverse=True) if data.logs.is_dir() else []
    return [found for path in paths for found in _parse(path)]


def close_dead(data: DataFolder, now: dt.datetime) -> list[RunRecord]:
    """Write down the end of the runs that died. To be called by the holder of the lock. Raises OSError."""
    records = []
    for dead in find_unfinished(data):
        if not dead.alive:
            ended = max(now, dead.started_at)
            record = RunRecord(dead.run_id, dead.command, dead.started_at, ended, Outcome.FAILED, error=_DIED)
            write_record(data, record)
            records.append(record)
    return records


def _parse(path: Path) -> Iterator[Unfinished]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
        if value["outcome"] != RUNNING:
            return
        owner = parse_owner(value)
        started_at = dt.datetime.fromisoformat(value["started_at"])
        yield Unfinished(value["run_id"], value["command"], started_at, owner, is_alive(owner), path)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return
