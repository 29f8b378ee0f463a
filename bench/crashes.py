"""SIGKILL at random moments of crawl and build, and whether the next run makes all of it good.

python -m bench.crashes [KILLS] [SEED]      200 kills by default, ten to a folder; about ten minutes

The site is the replica. All clocks of the crawl stand still (a `sitecustomize` of the child processes), so that the
export of a run that was killed ten times must equal, byte for byte, that of a run that nobody disturbed. One table is
left out of this: `changes` tells what each look at the site brought, and a crawl that was cut is a look of its own.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from demo.server import serve_replica
from pipelines.archive import Archive
from pipelines.logbook import read_records
from pipelines.settings import DataFolder
from pipelines.unfinished import find_unfinished
from warehouse.export import export

ROOT = Path(__file__).resolve().parent.parent
KILLS_TO_A_FOLDER = 10
PART = {  # a part of the replica: short runs, so that kills fall into the crawl and into the build alike
    "start": ["/actualites-0"],
    "documents": {"suffixes": ["pdf"], "revisit": "0"},
    "class": [
        {"kind": "listing", "revisit": "0", "paths": ["^/actualites-0$"], "pager": True},
        {"kind": "news", "revisit": "0", "paths": ["^/actualites-0/[d-l]"]},
    ],
}

STILL_CLOCK = """
import datetime, pipelines.clock
pipelines.clock.utc_now = lambda: datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.timezone.utc)
"""
RUN = """
import datetime as dt, json, sys
from pathlib import Path
from pipelines.build import build_stage
from pipelines.keeping import crawl_stage
from pipelines.progress import NoProgress
from pipelines.run import run_stages
from pipelines.settings import DataFolder
from spiders.crawl import crawl
from spiders.profile import parse_profile, replica_profile
if __name__ == "__main__":
    data, proxy, changes = DataFolder(Path(sys.argv[1])), sys.argv[2], json.loads(sys.argv[3])
    profile = parse_profile({**replica_profile(proxy).data, **changes}, "part")
    stages = [crawl_stage(lambda: crawl(data.root, profile), data), build_stage(data, False, NoProgress())]
    record, lines = run_stages(data, "run", stages, lambda: dt.datetime.now(dt.timezone.utc))
    print(*lines, sep=chr(10))
    sys.exit(record.outcome.exit_code)
"""


@dataclass(frozen=True)
class Site:
    """A running site: the proxy that leads to it, and what its profile has other than that of the replica."""

    proxy: str
    changes: Mapping[str, Any]


def prepare(folder: Path) -> Path:
    """Write the scripts that the runs need; give the folder to put on their path."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sitecustomize.py").write_text(STILL_CLOCK, encoding="utf-8")
    (folder / "killed_run.py").write_text(RUN, encoding="utf-8")
    return folder


def start_run(scripts: Path, data: Path, site: Site, **options: Any) -> subprocess.Popen[str]:
    """Start a run in a process group of its own."""
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join([str(scripts), str(ROOT)])}
    arguments = [sys.executable, str(scripts / "killed_run.py"), str(data), site.proxy, json.dumps(site.changes)]
    process: subprocess.Popen[str] = subprocess.Popen(
        arguments, env=environ, cwd=data.parent, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options,
    )  # fmt: skip
    return process


def kill_after(process: subprocess.Popen[str], seconds: float, whole_group: bool) -> bool:
    """Kill a run after so many seconds, with all its children or without; tell whether it was still running."""
    try:
        process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL) if whole_group else process.kill()
        process.wait()
        return True
    return False


def finish(scripts: Path, data: Path, site: Site) -> str:
    """Run to the end; give what it said. Raises AssertionError where it failed."""
    process = start_run(scripts, data, site)
    said, _ = process.communicate(timeout=300)
    assert process.returncode in (0, 3), said  # noqa: S101 - the replica has one page of status 500: degraded
    return said


def digest_export(data: Path, aside: Path) -> dict[str, str]:
    """Export what is published; give the digest of each table."""
    export(data, aside)
    tables = [path for path in sorted(aside.glob("*.csv")) if path.name != "changes.csv"]
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in tables}


def find_faults(data: Path, aside: Path, undisturbed: dict[str, str]) -> list[str]:
    """Say what is wrong with a folder whose last run came to its end; empty where nothing is."""
    archive = Archive(data / "archive")
    faults = [f"{problem.filename}: {problem.reason}" for problem in archive.verify()]
    responses = [capture.canonical for capture in archive.captures() if capture.kind == "response"]
    faults += [f"kept twice: {address}" for address in {a for a in responses if responses.count(a) > 1}]
    found = digest_export(data, aside)
    faults += [f"{name} differs" for name in undisturbed if found.get(name) != undisturbed[name]]
    faults += [f"run left open: {run.run_id}" for run in find_unfinished(DataFolder(data))]
    faults += [f"left behind: {path.name}" for path in data.glob("warehouse.new*")]
    return faults


def main(arguments: list[str]) -> int:
    """Kill, repair, compare, and print what came of it."""
    kills, seed = (int(value) for value in (arguments + ["200", "1"][len(arguments) :]))
    dice, killed, faults, died = random.Random(seed), 0, [], 0  # noqa: S311 - chance, not secrets
    with tempfile.TemporaryDirectory() as folder, serve_replica() as replica:
        site, scripts = Site(replica.proxy, PART), prepare(Path(folder) / "scripts")
        begun = time.monotonic()
        finish(scripts, Path(folder) / "undisturbed", site)
        length = time.monotonic() - begun
        undisturbed = digest_export(Path(folder) / "undisturbed", Path(folder) / "export")
        number = 0
        while killed < kills:
            number += 1
            data = Path(folder) / f"data-{number}"
            for _ in range(min(KILLS_TO_A_FOLDER, kills - killed)):
                process = start_run(scripts, data, site)
                killed += kill_after(process, dice.uniform(0.1, length), dice.random() < 0.5)
            finish(scripts, data, site)
            died += sum(record.error is not None for record in read_records(DataFolder(data), 99))
            found = find_faults(data, Path(folder) / f"export-{number}", undisturbed)
            faults += [f"folder {number}: {fault}" for fault in found]
            sys.stdout.write(f"{killed} kills, {number} folders, {len(faults)} faults\n")
            sys.stdout.flush()
    sys.stdout.write(
        "\n".join([*faults, f"{killed} kills of runs of {length:.1f} s, {died} seen by the next run"]) + "\n"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
