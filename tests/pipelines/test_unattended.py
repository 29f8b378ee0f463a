"""A run that dies, hangs or outstays: seen by the next run and by `irev status`, and never in its way for ever."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.deadline import find_longest
from pipelines.lock import LockHeldError, hold_lock
from pipelines.logbook import RunRecord, read_records, write_record
from pipelines.outcomes import InputError, Outcome
from pipelines.owner import Owner, find_age, find_owner, is_alive, parse_owner
from pipelines.run import RunContext, StageResult, run_stages
from pipelines.settings import DataFolder
from pipelines.status import show_status
from pipelines.unfinished import close_dead, find_unfinished, write_start

ROOT = Path(__file__).parents[2]
NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)

HANGING_RUN = """
import datetime as dt, sys, time
from pathlib import Path
from pipelines.run import run_stages
from pipelines.settings import DataFolder
def hang(context):
    print("begun", flush=True)
    time.sleep(600)
longest = float(sys.argv[2]) if len(sys.argv) > 2 else None
run_stages(DataFolder(Path(sys.argv[1])), "run", [hang], lambda: dt.datetime(2026, 3, 2, 11, tzinfo=dt.UTC), longest)
"""


LISTINGS = {"/actualites": {"items": 9, "pages": 1, "last_page": 0, "missing_pages": []}}


def start_run(folder: Path, *longest: str) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", HANGING_RUN, str(folder), *longest]
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    return process


def succeed(context: RunContext) -> StageResult:
    return StageResult(Outcome.PUBLISHED)


def test_a_run_that_is_killed_is_seen_by_status_and_by_the_next_run(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    process = start_run(tmp_path)
    assert any(line.startswith("running    run since 2026-03-02 11:00") for line in show_status(data, NOON))
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert any(line.startswith("died       run of 2026-03-02 11:00") for line in show_status(data, NOON))
    record, lines = run_stages(data, "run", [succeed], lambda: NOON)
    assert record.outcome is Outcome.PUBLISHED
    assert lines[0].endswith("before this one failed: it ended without a word: it was killed, or the machine stopped")
    (newest, died) = read_records(data, 9)
    assert (newest.run_id, died.outcome) == (record.run_id, Outcome.FAILED)
    assert find_unfinished(data) == []
    assert not any("died " in line for line in show_status(data, NOON))


def test_a_run_that_takes_too_long_ends_itself_and_says_so(tmp_path: Path) -> None:
    process = start_run(tmp_path, "0.2")
    assert process.wait(timeout=30) == Outcome.FAILED.exit_code
    (record,) = read_records(DataFolder(tmp_path), 9)
    assert record.error is not None
    assert "took longer than" in record.error
    with hold_lock(DataFolder(tmp_path), "irev run", NOON):
        pass


def test_a_stopped_run_is_ended_by_the_next_one_once_it_is_too_old(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    process = start_run(tmp_path)
    process.send_signal(signal.SIGSTOP)  # neither its own deadline nor anything else reaches it
    with pytest.raises(LockHeldError, match=f"process {process.pid}"), hold_lock(data, "irev run", NOON, 3600):
        pass
    assert process.poll() is None
    with hold_lock(data, "irev run", NOON, longest=0.0):
        assert process.wait(timeout=30) == -signal.SIGKILL


def test_a_lock_text_of_another_boot_or_process_ends_nobody(tmp_path: Path) -> None:
    """The holder's name in the file is wrong (its number was used again): nobody is killed, nobody waits."""
    data = DataFolder(tmp_path)
    innocent = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    try:
        with hold_lock(data, "irev run", NOON):
            holder = json.loads(data.lock.read_text())
            data.lock.write_text(json.dumps({**holder, "pid": innocent.pid}))
            with pytest.raises(LockHeldError), hold_lock(data, "irev run", NOON, longest=0.0):
                pass
        assert innocent.poll() is None
    finally:
        innocent.kill()
        innocent.wait()


def test_a_process_is_more_than_its_number(tmp_path: Path) -> None:
    me = find_owner()
    assert me.pid == os.getpid()
    assert is_alive(me)
    assert find_age(me) > 0
    assert not is_alive(Owner(me.pid, "another-boot", me.started))
    assert not is_alive(Owner(me.pid, me.boot, "1"))
    assert parse_owner({"pid": 7}) == Owner(7, "", "")
    assert is_alive(Owner(os.getpid(), "", ""))  # a system without /proc: the number is all there is
    assert not is_alive(Owner(2**22 + 1, "", ""))
    assert find_owner(7, tmp_path) == Owner(7, "", "")


def test_a_clock_that_goes_back_between_two_runs_confuses_nobody(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    run_stages(data, "run", [succeed], lambda: NOON)
    moments = iter([NOON - dt.timedelta(days=400), NOON - dt.timedelta(days=500)])
    record, _ = run_stages(data, "run", [succeed], lambda: next(moments))
    assert record.ended_at >= record.started_at
    write_start(data, "20990101T000000.000000Z-run", "run", NOON + dt.timedelta(days=9999))
    assert close_dead(data, NOON) == []  # it is this very process, and alive


@pytest.mark.parametrize(("text", "seconds"), [("", 43_200.0), ("2", 7200.0), (" 0.5 ", 1800.0)])
def test_the_longest_time_is_a_setting(text: str, seconds: float) -> None:
    assert find_longest({"IREV_LONGEST": text}) == seconds


@pytest.mark.parametrize("text", ["-1", "0", "bientôt", "nan", "inf"])
def test_a_longest_time_that_is_none_is_one_line(text: str) -> None:
    with pytest.raises(InputError, match="IREV_LONGEST must be a number of hours"):
        find_longest({"IREV_LONGEST": text})


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (dt.date(2028, 5, 1), None),
        (
            dt.date(2028, 8, 1),
            "calendar   school holidays are known until 2028-08-31 only: add years to the profile",
        ),
        (dt.date(2028, 9, 1), "calendar   ended on 2028-08-31: silence is judged without holidays"),
    ],
)
def test_the_end_of_the_calendar_is_said_in_time(today: dt.date, words: str | None, tmp_path: Path) -> None:
    data, account = DataFolder(tmp_path), {"listings": LISTINGS, "holidays_known_until": "2028-08-31"}
    write_record(data, RunRecord("r-run", "run", NOON, NOON, Outcome.PUBLISHED, account=account))
    lines = [
        line
        for line in show_status(data, dt.datetime.combine(today, dt.time(9), dt.UTC))
        if line.startswith("calendar")
    ]
    assert [line[: len(words or "")] for line in lines] == ([words] if words else [])


def test_the_losses_of_the_last_run_are_named_by_the_status(tmp_path: Path) -> None:
    data, losses = DataFolder(tmp_path), tuple(f"loss {number}" for number in range(9))
    write_record(data, RunRecord("r-run", "run", NOON, NOON, Outcome.DEGRADED, losses=losses))
    lines = list(show_status(data, NOON))
    assert [line for line in lines if line.startswith("    lost ")] == [f"    lost loss {n}" for n in range(5)]
    assert lines[-1] == "    and 4 more, all in logs/r-run.json"
