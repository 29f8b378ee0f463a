"""`irev demo`, as a newcomer meets it: what it shows, and that the commands it names can be typed."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
IREV = Path(sys.executable).with_name("irev")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """What the demo prints, run where no proxy and no name server can be reached from."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    environment = {"PATH": os.environ["PATH"], "HTTP_PROXY": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9"}
    done = subprocess.run(
        [IREV, "demo", "--folder", folder], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    yield done.stdout


def test_it_shows_cycles_by_territory_and_year(shown: str) -> None:
    table = shown[shown.index("Sessions of each cycle by territory and year") :]
    heading, *lines = table.splitlines()
    years = [int(year) for year in re.findall(r"\b20\d\d\b", heading)]
    assert years == sorted(set(years))
    cycle = next(index for index, line in enumerate(lines) if line.startswith("Égalité-citoyenneté"))
    rows = [line for line in lines[cycle + 1 : cycle + 20] if line.startswith("  ")]
    bethune = next(line for line in rows if line.startswith("  Béthune "))
    counts = dict(zip(years, bethune.split()[1:], strict=True))
    assert counts[2017] == "2"  # two of the four days were there, and never the envelope of forty-one
    assert set(counts.values()) == {"2", "·"}


def test_it_scores_itself_against_the_truth(shown: str) -> None:
    told = " ".join(shown[shown.index("Against the truth") : shown.index("Next, type:")].split())
    scores = {name.strip(): float(score) for name, score in re.findall(r"([a-z+ ]+) (\d\.\d\d)", told)}
    assert {"events", "session days", "attachments"} <= set(scores)
    assert all(0 < score <= 1 for score in scores.values())


def test_the_three_commands_it_names_can_be_typed(shown: str) -> None:
    commands = [line.strip() for line in shown[shown.index("Next, type:") :].splitlines()[1:]]
    assert len(commands) == 3
    assert [shlex.split(command)[2] for command in commands] == ["query", "explain", "export"]
    for command in commands:
        environment = {"PATH": os.environ["PATH"]}
        done = subprocess.run(["/bin/sh", "-c", command], cwd=ROOT, env=environment, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout
