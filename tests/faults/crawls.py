"""Crawls of a bad server, all in one child process: what each came to, and what the archive holds after it."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pipelines.archive import Archive
from pipelines.keeping import describe_crawl
from pipelines.run import StageResult
from spiders.crawl import CrawlOutcome, build_outcome
from spiders.profile import SiteProfile, parse_profile, replica_profile

ROOT = Path(__file__).parents[2]
NOON = dt.datetime(2025, 11, 22, 12, tzinfo=dt.UTC)
POLITENESS = {"delay": 0.0, "timeout": 15, "max_bytes": 2_000_000, "patience": 2, "failures_in_row": 50}


@dataclass(frozen=True)
class Crawled:
    """A crawl that has ended: its outcome, what the run says of it, and its data folder."""

    outcome: CrawlOutcome
    result: StageResult
    data: Path

    @property
    def archive(self) -> Archive:
        return Archive(self.data / "archive")

    def kept(self, path: str) -> list[int]:
        """The statuses kept of an address, in order."""
        captures = self.archive.captures()
        return [capture.status for capture in captures if capture.url == f"http://irev.test{path}"]

    def reasons(self) -> dict[str, str]:
        """How the account names its differences, by path."""
        differences = self.outcome.account["differences"]
        return {entry["address"].removeprefix("https://irev.test"): entry["reason"] for entry in differences}


class Crawls(AbstractContextManager["Crawls"]):
    """The child process that crawls; `crawl` may be called as often as one likes."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.in_process"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT,
        )  # fmt: skip
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def crawl(self, data: Path, profile: SiteProfile, before: Mapping[str, Any] | None = None) -> Crawled:
        """Crawl into a data folder; `before` is the account of the crawl before."""
        job: dict[str, Any] = {
            "data": str(data),
            "profile": profile.data,
            "source": "x",
            "contact": None,
            "limit": None,
            "current": [],
        }
        message = self.run(job)
        outcome = build_outcome(message["outcome"], message["failures"], NOON, NOON, None)
        outcome = replace(outcome, account=message["account"])
        return Crawled(outcome, describe_crawl(outcome, before), data)

    def run(self, job: dict[str, Any], log: int = -1, on_progress: object = None) -> dict[str, Any]:
        """Do one job and give its last message: an engine for `spiders.crawl.crawl`, which writes no log."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None and stdout is not None
        stdin.write(json.dumps(job) + "\n")
        stdin.flush()
        message: dict[str, Any] = json.loads(stdout.readline())
        return message


def bad_profile(proxy: str, **changes: Any) -> SiteProfile:
    """The profile of the real site on a bad server, impatient so that tests are short."""
    data = {**replica_profile(proxy).data, "start": ["/actualites-0"], "politeness": POLITENESS}
    return parse_profile({**data, **changes})
