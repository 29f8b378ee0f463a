"""The runbook tells the truth: every command in `docs/operations.md` is run, in its order, against the replica."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from demo.server import serve_replica
from pipelines.outcomes import Outcome
from spiders.profile import replica_profile
from tests.spiders.test_crawl import build_toml

ROOT = Path(__file__).resolve().parents[1]
GUIDE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)

# A part of the replica, so that this is short: its listing and what stands there under two letters.
PART = {
    "start": ["/actualites-0"],
    "documents": {"suffixes": ["pdf"], "revisit": "0"},
    "class": [
        {"kind": "listing", "revisit": "0", "paths": ["^/actualites-0$"], "pager": True},
        {"kind": "news", "revisit": "0", "paths": ["^/actualites-0/[ef]"]},
    ],
}
# A degraded run is published too.
GOOD = f'run() {{ "$@" && code=0 || code=$?; [ $code -eq 0 ] || [ $code -eq {Outcome.DEGRADED.exit_code} ]; }}\n'


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with serve_replica() as replica, (tmp_path / "history.warc.gz").open("wb") as handle:
        part = {**replica_profile(replica.proxy).data, **PART}
        (tmp_path / "site.toml").write_text(build_toml(part), encoding="utf-8")
        writer = WARCWriter(handle, gzip=True)
        http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        body = io.BytesIO(b"<html><h1>Une page ancienne</h1></html>")
        fields = {"WARC-Date": "2014-05-06T07:08:09Z"}
        url = "http://irev.test/node/1"
        writer.write_record(
            writer.create_warc_record(url, "response", body, http_headers=http, warc_headers_dict=fields)
        )
        handle.flush()
        yield tmp_path


def test_every_command_of_the_runbook_works(folder: Path) -> None:
    assert len(BLOCKS) >= 9
    commands = "".join(BLOCKS)
    script = GOOD + re.sub(r"^((?:IREV_DATA=\S+ )?)irev ", r"\1run irev ", commands, flags=re.MULTILINE)
    environ = {
        **{name: value for name, value in os.environ.items() if not name.startswith("IREV_")},
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "IREV_SITE": str(folder / "site.toml"),
    }
    done = subprocess.run(
        ["bash", "-eux", "-c", script], cwd=folder, env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert (folder / "units" / "irev.timer").is_file()
    assert (folder / "restored" / "warehouse.duckdb").is_file()
    assert (folder / "dataset" / "sessions.csv").is_file()
    assert "Traceback" not in done.stdout + done.stderr


def test_every_outcome_is_explained_with_its_exit_code() -> None:
    rows = dict(re.findall(r"^\| ([a-z ]+) \| (\d+) \|", GUIDE, re.MULTILINE))
    published = {outcome.value: str(outcome.exit_code) for outcome in Outcome if outcome is not Outcome.KEPT}
    assert {name: rows.get(name) for name in published} == published
    assert (rows["bad input"], rows["locked"]) == ("2", "75")


def test_every_variable_is_named() -> None:
    read = set()
    for path in (ROOT / "pipelines").glob("*.py"):
        read |= set(re.findall(r'"(IREV_[A-Z_]+)"', path.read_text(encoding="utf-8")))
    named = set(re.findall(r"IREV_[A-Z_]+", GUIDE))
    assert "IREV_DATA" in read
    assert read - named <= {"IREV_SITE"}
