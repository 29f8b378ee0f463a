from __future__ import annotations

import datetime as dt
from pathlib import Path

from tests.warehouse.factory import built, event, page, session
from warehouse.runs import RunRecord, append_run, read_runs, runs_path
from warehouse.status import read_status


def test_status_of_a_published_warehouse(tmp_path: Path) -> None:
    told = page(10, event("Santé et habitat", session("2022-03-24"))).again(24)
    result = built(tmp_path, told)
    status = read_status(tmp_path)
    assert (status.release, status.last_outcome, status.problem) == (result.release, "published", None)
    assert (status.counts["events"], status.counts["sessions"]) == (1, 1)
    assert status.freshest == dt.datetime(2025, 3, 2, 2, 0)
    assert all(gate.passed for gate in status.gates)
    assert "days_in_bounds" in {gate.rule for gate in status.gates}


def test_status_before_the_first_build_says_what_to_do(tmp_path: Path) -> None:
    status = read_status(tmp_path)
    assert (status.release, status.runs, status.counts) == (None, (), {})
    assert status.problem is not None
    assert "irev build" in status.problem


def test_runs_come_latest_first_and_failed_ones_count(tmp_path: Path) -> None:
    built(tmp_path, page(10, event("Santé et habitat", session("2022-03-24"))))
    append_run(tmp_path, RunRecord("run-2", "irev run", "2025-03-02T04:00:00+02:00", "failed"))
    status = read_status(tmp_path, runs=1)
    assert [run.run_id for run in status.runs] == ["run-2"]
    assert status.last_outcome == "failed"
    assert status.runs[0].moment == dt.datetime(2025, 3, 2, 2, 0)


def test_line_cut_by_a_crash_is_passed_over(tmp_path: Path) -> None:
    append_run(tmp_path, RunRecord("run-1", "irev run", "2025-03-02T02:00:00+00:00", "published"))
    with runs_path(tmp_path).open("a", encoding="utf-8") as file:
        file.write('{"run_id": "run-2", "comm')
    assert [run.run_id for run in read_runs(tmp_path)] == ["run-1"]
    append_run(tmp_path, RunRecord("run-3", "irev run", "2025-03-03T02:00:00+00:00", "published"))
    assert [run.run_id for run in read_runs(tmp_path)] == ["run-1", "run-3"]
