"""The state of the data folder for people: release, freshness, counts, gates, and how the last runs ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pipelines.logbook import RunRecord, read_records
from pipelines.settings import DataFolder
from pipelines.terminal import clean_line
from warehouse.status import Status, read_status

_RUNS = 5
_FIRST = ("pages", "documents", "cycles", "events", "sessions", "venues", "open_readings")


def show_status(data: DataFolder, now: dt.datetime) -> Iterator[str]:
    """Yield lines; `now` is aware. A folder without a warehouse is a state like any other."""
    for line in (*_show_warehouse(read_status(data.root), now), *_show_runs(read_records(data, _RUNS))):
        yield clean_line(line)


def _show_warehouse(status: Status, now: dt.datetime) -> Iterator[str]:
    if status.problem or status.freshest is None:
        yield status.problem or "the warehouse holds no capture"
        return
    age = now.astimezone(dt.UTC).replace(tzinfo=None) - status.freshest
    yield f"release    {status.release}"
    yield f"freshness  last look {status.freshest:%Y-%m-%d %H:%M} UTC, {say_age(age)} ago"
    yield "counts     " + ", ".join(f"{status.counts[name]} {name.replace('_', ' ')}" for name in _FIRST)
    failed = [gate for gate in status.gates if not gate.passed]
    yield f"gates      {len(status.gates) - len(failed)} of {len(status.gates)} passed"
    for gate in failed:
        yield f"           {gate.rule}: {gate.meaning}; found {gate.value:g}, bound {gate.bound:g}"


def _show_runs(records: list[RunRecord]) -> Iterator[str]:
    yield "last runs" if records else "no run yet: `irev import PATH` or `irev run`"
    for record in records:
        took = record.ended_at - record.started_at
        losses = f", {len(record.losses)} losses" if record.losses else ""
        reason = f": {record.error}" if record.error else ""
        started = record.started_at.astimezone(dt.UTC)
        yield (
            f"  {started:%Y-%m-%d %H:%M} UTC  {record.command:<6}  {record.outcome.value}"
            f" ({record.outcome.exit_code}) in {say_age(took)}{losses}{reason}"
        )


def say_age(age: dt.timedelta) -> str:
    """Say a length of time in the largest unit that fits: seconds, minutes, hours, days."""
    seconds = max(0, int(age.total_seconds()))
    for size, unit in ((86_400, "days"), (3_600, "h"), (60, "min")):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"
