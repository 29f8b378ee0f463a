"""Killed at random moments, on a full disk, on a clock that jumps: the next run makes it good, byte for byte.

Two hundred kills are `python -m bench.crashes`; here are a few of them on a small site, and every other way to break.
"""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import random
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bench.crashes import Site, digest_export, find_faults, finish, kill_after, prepare, start_run
from pipelines.archive import Archive
from pipelines.logbook import read_records
from pipelines.outcomes import Outcome
from pipelines.records import Exchange
from pipelines.run import RunContext, StageResult, run_stages
from pipelines.settings import DataFolder
from tests.faults.bad_server import BadServer, answer, page

ROOT = Path(__file__).parents[2]
SEED = 20260302
NUMBERS = range(1, 13)
NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
TEXT = "<html><h1>Rencontre numéro {0}</h1>"
TEXT += "<p>La rencontre aura lieu le {0} septembre 2025 de 9h30 à 16h30 à Lille.</p></html>"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with BadServer() as server:
        server.routes = {
            "/robots.txt": answer(200, "User-agent: *\n", kind="text/plain"),
            "/actualites-0": page("liste", *(f"/node/{number}" for number in NUMBERS)),
            **{f"/node/{number}": answer(200, TEXT.format(number)) for number in NUMBERS},
        }
        yield Site(server.proxy, {"start": ["/actualites-0"]})


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepare(tmp_path_factory.mktemp("scripts"))


@pytest.fixture(scope="module")
def undisturbed(site: Site, scripts: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    data = tmp_path_factory.mktemp("undisturbed") / "data"
    finish(scripts, data, site)
    digests = digest_export(data, data.parent / "export")
    assert "sessions.csv" in digests
    return digests


def test_a_run_that_may_not_write_or_is_killed_again_and_again_is_made_good_by_the_next(
    site: Site, scripts: Path, undisturbed: dict[str, str], tmp_path: Path
) -> None:
    """First no file may grow beyond 2 kB: what a full disk says while it crawls, without one. Then come the kills."""
    dice, data = random.Random(SEED), tmp_path / "data"
    process = start_run(scripts, data, site, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)))
    check_failure(process, data)
    failed = read_records(DataFolder(data), 99)
    killed = sum(
        kill_after(start_run(scripts, data, site), dice.uniform(0.3, 2.5), number % 2 == 0) for number in range(4)
    )
    assert killed >= 2
    finish(scripts, data, site)
    assert find_faults(data, tmp_path / "export", undisturbed) == []
    assert [record.error for record in failed if record.error is None or "without a word" in record.error] == []
    later = [record for record in read_records(DataFolder(data), 99) if record not in failed]
    assert all(record.error is None or "without a word" in record.error for record in later)


@contextmanager
def small_disk(folder: Path) -> Iterator[Callable[[str], str]]:
    """Mount a disk of 400 kB on a folder; what is given makes it larger. Skips where that is not allowed."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "irev-test", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a disk, and not everywhere")
    try:
        yield lambda size: str(subprocess.run(["mount", "-o", f"remount,size={size}", str(folder)], check=True))
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_fails_the_run_and_spoils_nothing(
    site: Site, scripts: Path, undisturbed: dict[str, str], tmp_path: Path
) -> None:
    """A real disk without room for the warehouse; with more room the next run makes it good."""
    with small_disk(tmp_path / "disk") as make_room:
        data = tmp_path / "disk" / "data"
        check_failure(start_run(scripts, data, site), data)
        assert len(list(Archive(data / "archive").captures())) > len(NUMBERS)  # what was fetched is kept
        make_room("100m")
        finish(scripts, data, site)
        assert find_faults(data, tmp_path / "export", undisturbed) == []


def check_failure(process: subprocess.Popen[str], data: Path) -> None:
    said, _ = process.communicate(timeout=120)
    assert process.returncode == Outcome.FAILED.exit_code, said
    assert "Traceback" not in said
    assert Archive(data / "archive").verify() == ()


def nothing(context: RunContext) -> StageResult:
    return StageResult(Outcome.PUBLISHED)


def test_a_record_that_cannot_be_written_is_said_by_the_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "x.json")

    monkeypatch.setattr("pipelines.run.write_record", fail)
    record, lines = run_stages(DataFolder(tmp_path), "run", [nothing], lambda: NOON)
    assert record.outcome is Outcome.FAILED
    assert lines == ["failed: the record of the run: x.json: No space left on device"]


def test_a_folder_that_cannot_be_written_is_a_failure_that_somebody_hears_of(tmp_path: Path) -> None:
    """The data folder stands where nothing can be made, for root as well: below a file."""
    (tmp_path / "file").write_text("x")
    environ = {
        **os.environ,
        "IREV_DATA": str(tmp_path / "file" / "data"),
        "IREV_CONTACT": "name@example.org",
        "IREV_ALERT_COMMAND": f"cat > {tmp_path}/told.json",
    }
    command = [str(Path(sys.executable).with_name("irev")), "run"]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (Outcome.FAILED.exit_code, "")
    assert done.stdout == f"failed: {tmp_path}/file/data: Not a directory\n"
    assert json.loads((tmp_path / "told.json").read_text())["outcome"] == "failed"


READ_ONLY_RUN = """
import datetime as dt, os, sys
from pathlib import Path
from pipelines.run import run_stages
from pipelines.settings import DataFolder
if os.geteuid() == 0:  # root may write everywhere: be nobody
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    run_stages(DataFolder(Path(sys.argv[1])), "run", [], lambda: dt.datetime(2026, 3, 2, tzinfo=dt.UTC))
except PermissionError as error:
    print("refused", Path(error.filename).name)
"""


def test_a_read_only_folder_is_one_error_and_is_left_as_it_was() -> None:
    with TemporaryDirectory() as parent:  # pytest's own folders are closed to others
        data = Path(parent) / "data"
        data.mkdir()
        Path(parent).chmod(0o755)
        data.chmod(0o555)
        command = [sys.executable, "-c", READ_ONLY_RUN, str(data)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
        assert done.stdout == "refused irev.lock\n", done.stderr
        assert list(data.iterdir()) == []


def exchange(moment: dt.datetime, body: bytes) -> Exchange:
    headers = [(b"Content-Type", b"text/html"), (b"ETag", b'"' + body + b'"')]
    return Exchange("https://irev.fr/a", 200, headers, body, moment)


def test_a_clock_that_jumps_back_and_ahead_leaves_a_valid_archive(tmp_path: Path) -> None:
    moments = [NOON, NOON - dt.timedelta(days=9000), NOON + dt.timedelta(days=9000), NOON + dt.timedelta(seconds=1)]
    for number, moment in enumerate(moments):
        with Archive(tmp_path) as archive:
            archive.append_response(exchange(moment, f"version {number}".encode()))
    archive = Archive(tmp_path)
    assert archive.verify() == ()
    seen = [sighting.seen_at for sighting in archive.sightings()]
    assert seen == sorted(moments)  # told in the order of the clock, kept in the order of writing
    assert [capture.date for capture in archive.captures()] == moments
    before = (tmp_path / "index.cdxj").read_bytes()
    with Archive(tmp_path) as archive:
        archive.rebuild_index()
    assert (tmp_path / "index.cdxj").read_bytes() == before
