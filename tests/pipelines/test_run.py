"""A run: the worst stage decides, every run leaves a record, a failure never goes unnamed."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipelines.archive_lock import ArchiveLocked
from pipelines.lock import LockHeldError, hold_lock
from pipelines.outcomes import InputError, Outcome
from pipelines.run import RunContext, Stage, StageResult, find_worst, run_stages
from pipelines.settings import DataFolder

NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)


def tick() -> Callable[[], dt.datetime]:
    moments = iter([NOON, NOON + dt.timedelta(seconds=90)])
    return lambda: next(moments)


def end_as(outcome: Outcome, **counts: int) -> Stage:
    return lambda context: StageResult(outcome, (f"{outcome} in {context.run_id}",), counts)


def break_down(context: RunContext) -> StageResult:
    raise ZeroDivisionError("division by zero\nsecond line")


def lack_rights(context: RunContext) -> StageResult:
    raise PermissionError(13, "Permission denied", "/some/folder")


def read_record(folder: Path) -> dict[str, Any]:
    (path,) = (folder / "logs").iterdir()
    record = json.loads(path.read_text(encoding="utf-8"))
    assert path.name == f"{record['run_id']}.json"
    assert isinstance(record, dict)
    return record


@pytest.mark.parametrize(
    ("outcomes", "worst", "exit_code"),
    [
        ([], Outcome.NOTHING_NEW, 0),
        ([Outcome.KEPT], Outcome.KEPT, 0),
        ([Outcome.KEPT, Outcome.NOTHING_NEW], Outcome.NOTHING_NEW, 0),
        ([Outcome.NOTHING_NEW, Outcome.PUBLISHED], Outcome.PUBLISHED, 0),
        ([Outcome.DEGRADED, Outcome.NOTHING_NEW], Outcome.DEGRADED, 3),
        ([Outcome.PUBLISHED, Outcome.REFUSED], Outcome.REFUSED, 4),
        ([Outcome.FAILED, Outcome.PUBLISHED], Outcome.FAILED, 5),
    ],
)
def test_the_worst_stage_decides(outcomes: list[Outcome], worst: Outcome, exit_code: int) -> None:
    assert find_worst(outcomes) is worst
    assert worst.exit_code == exit_code


def test_a_run_leaves_a_record_of_all_its_stages(tmp_path: Path) -> None:
    stages = [end_as(Outcome.PUBLISHED, kept=3), end_as(Outcome.DEGRADED, events=2)]
    record, lines = run_stages(DataFolder(tmp_path), "run", stages, tick())
    written = read_record(tmp_path)
    assert written["run_id"] == record.run_id == "20260302T120000.000000Z-run"
    assert written["outcome"] == "degraded"
    assert written["exit_code"] == 3
    assert written["counts"] == {"kept": 3, "events": 2}
    assert (written["started_at"], written["ended_at"]) == (
        "2026-03-02T12:00:00+00:00",
        "2026-03-02T12:01:30+00:00",
    )
    assert lines == [f"published in {record.run_id}", f"degraded in {record.run_id}"]


def test_a_failed_stage_is_named_and_the_next_one_runs(tmp_path: Path) -> None:
    stages = [break_down, end_as(Outcome.PUBLISHED, events=2)]
    record, lines = run_stages(DataFolder(tmp_path), "run", stages, tick())
    assert record.outcome is Outcome.FAILED
    assert lines[0] == "failed: ZeroDivisionError: division by zero"
    written = read_record(tmp_path)
    assert written["counts"] == {"events": 2}
    assert "break_down" in written["trace"]


def test_an_error_of_the_disk_names_the_path(tmp_path: Path) -> None:
    record, _ = run_stages(DataFolder(tmp_path), "build", [lack_rights], tick())
    assert record.error == "/some/folder: Permission denied"


def test_nothing_to_work_on_is_no_run(tmp_path: Path) -> None:
    def find_nothing(context: RunContext) -> StageResult:
        raise InputError("the archive is empty")

    with pytest.raises(InputError, match="empty"):
        run_stages(DataFolder(tmp_path), "build", [find_nothing], tick())
    assert not (tmp_path / "logs").exists()
    record, _ = run_stages(DataFolder(tmp_path), "run", [end_as(Outcome.PUBLISHED), find_nothing], tick())
    assert (record.outcome, record.error) == (Outcome.FAILED, "the archive is empty")


def test_an_archive_in_other_hands_is_no_failure(tmp_path: Path) -> None:
    """Whoever writes to the archive without `irev` (a crawl by hand) holds only the lock of the archive."""

    def find_it_locked(context: RunContext) -> StageResult:
        raise ArchiveLocked("process 7 is writing")

    with pytest.raises(ArchiveLocked):
        run_stages(DataFolder(tmp_path), "import", [find_it_locked], tick())
    assert not (tmp_path / "logs").exists()


def test_no_stage_starts_while_another_run_holds_the_folder(tmp_path: Path) -> None:
    def must_not_run(context: RunContext) -> StageResult:
        raise AssertionError(context)

    data = DataFolder(tmp_path)
    with hold_lock(data, "irev run", NOON), pytest.raises(LockHeldError):
        run_stages(data, "build", [must_not_run], tick())
    assert not data.logs.exists()
