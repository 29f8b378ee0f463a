"""The state of the data folder for people: release, freshness, counts, gates, and how the last runs ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain

from pipelines.completeness import say_account, say_differences
from pipelines.logbook import RunRecord, find_last_account, read_records
from pipelines.settings import DataFolder
from pipelines.terminal import clean_line
from pipelines.unfinished import find_unfinished
from warehouse.gates import say_gate
from warehouse.status import Status, read_status

_RUNS = 5
_MOST_LOSSES = 5
_CALENDAR_NOTICE = dt.timedelta(days=90)
_FIRST = ("pages", "documents", "cycles", "events", "sessions", "venues", "open_readings")


def show_status(data: DataFolder, now: dt.datetime) -> Iterator[str]:
    """Yield lines; `now` is aware. A folder without a warehouse is a state like any other."""
    records = read_records(data, _RUNS)
    unfinished = list(_show_unfinished(data, now))
    parts = (
        _show_warehouse(read_status(data.root), now),
        unfinished,
        () if unfinished and not records else _show_runs(records),
        _show_completeness(data),
        _show_calendar(data, now.date()),
    )
    for line in chain.from_iterable(parts):
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
        yield f"           {say_gate(gate)}"


def _show_unfinished(data: DataFolder, now: dt.datetime) -> Iterator[str]:
    """Show the run that is going on, and runs that died without a word."""
    for run in find_unfinished(data):
        started = run.started_at.astimezone(dt.UTC)
        age = say_age(now - run.started_at)
        if run.alive:
            yield f"running    {run.command} since {started:%Y-%m-%d %H:%M} UTC ({age}), process {run.owner.pid}"
        else:
            yield f"died       {run.command} of {started:%Y-%m-%d %H:%M} UTC: killed, or the machine stopped"


def _show_completeness(data: DataFolder) -> Iterator[str]:
    """Show the account of the last crawl, and its differences by name."""
    account = find_last_account(data)
    if account:
        yield "last crawl"
        yield from (f"  {line}" for line in say_account(account))
        yield from (f"  {line}" for line in say_differences(account))


def _show_calendar(data: DataFolder, today: dt.date) -> Iterator[str]:
    """Say in time that the school holidays that the site profile knows come to their end, and when they have."""
    with suppress(ValueError):
        last = dt.date.fromisoformat(str(find_last_account(data).get("holidays_known_until")))
        if today > last:
            yield f"calendar   ended on {last}: silence is judged without holidays; add years to the profile"
        elif today > last - _CALENDAR_NOTICE:
            yield f"calendar   school holidays are known until {last} only: add years to the profile"


def _show_runs(records: list[RunRecord]) -> Iterator[str]:
    yield "last runs" if records else "no run yet: `irev import PATH` or `irev run`"
    for number, record in enumerate(records):
        took = record.ended_at - record.started_at
        losses = f", {len(record.losses)} losses" if record.losses else ""
        reason = f": {record.error}" if record.error else ""
        started = record.started_at.astimezone(dt.UTC)
        yield (
            f"  {started:%Y-%m-%d %H:%M} UTC  {record.command:<6}  {record.outcome.value}"
            f" ({record.outcome.exit_code}) in {say_age(took)}{losses}{reason}"
        )
        yield from (f"    gate {gate}" for gate in record.gates)
        if number == 0:
            yield from (f"    lost {loss}" for loss in record.losses[:_MOST_LOSSES])
            if len(record.losses) > _MOST_LOSSES:
                yield f"    and {len(record.losses) - _MOST_LOSSES} more, all in logs/{record.run_id}.json"


def say_age(age: dt.timedelta) -> str:
    """Say a length of time in the largest unit that fits: seconds, minutes, hours, days."""
    seconds = max(0, int(age.total_seconds()))
    for size, unit in ((86_400, "days"), (3_600, "h"), (60, "min")):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"
