"""The lock on the data folder: one holder, named to others, freed by its end however it comes."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.lock import LockHeldError, hold_lock
from pipelines.settings import DataFolder

NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)

HOLDER = """
import datetime as dt, pathlib, sys, time
from pipelines.lock import hold_lock
from pipelines.settings import DataFolder
eleven = dt.datetime(2026, 3, 2, 11, 0, tzinfo=dt.UTC)
with hold_lock(DataFolder(pathlib.Path(sys.argv[1])), "irev run", eleven):
    print("held", flush=True)
    time.sleep(600)
"""


def start_holder(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_run_is_refused_and_told_who_holds_the_folder(tmp_path: Path) -> None:
    holder = start_holder(tmp_path)
    try:
        with pytest.raises(LockHeldError) as refusal, hold_lock(DataFolder(tmp_path), "irev build", NOON):
            pass
    finally:
        holder.kill()
        holder.wait()
    message = str(refusal.value)
    assert "`irev run`" in message
    assert f"process {holder.pid}" in message
    assert "60 min" in message
    assert "\n" not in message


def test_the_kernel_frees_the_lock_of_a_killed_run(tmp_path: Path) -> None:
    holder = start_holder(tmp_path)
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    with hold_lock(DataFolder(tmp_path), "irev build", NOON):
        assert "irev build" in (tmp_path / "irev.lock").read_text()


def test_a_damaged_name_does_not_hide_the_refusal(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    with hold_lock(data, "irev build", NOON):
        data.lock.write_text("{")
        with pytest.raises(LockHeldError, match="Another run holds"), hold_lock(data, "irev run", NOON):
            pass


def test_the_folder_is_made_and_the_lock_can_be_taken_again(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "new" / "data")
    for _ in range(2):
        with hold_lock(data, "irev build", NOON):
            assert data.lock.exists()


@pytest.mark.parametrize(("minutes", "words"), [(0, "for 0 s"), (2, "for 2 min"), (180, "for 3 h")])
def test_the_age_is_said_in_a_unit_people_use(tmp_path: Path, minutes: int, words: str) -> None:
    data = DataFolder(tmp_path)
    later = NOON + dt.timedelta(minutes=minutes)
    first, second = hold_lock(data, "irev run", NOON), hold_lock(data, "irev build", later)
    with first, pytest.raises(LockHeldError, match=words), second:
        pass
