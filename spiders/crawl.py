"""A crawl from Python: in a child process, with an outcome decided from what happened and not from an exit code."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pipelines.archive_lock import ArchiveLocked
from pipelines.clock import Clock, utc_now
from pipelines.current import find_current
from pipelines.settings import DataFolder
from spiders.profile import SiteProfile, require_contact

Progress = Callable[[int, str], None]
"""Told the number of requests so far and the address answered."""

Engine = Callable[[dict[str, Any], int, Progress | None], dict[str, Any]]
"""Does the crawl that a job asks for, its log written to a file descriptor; gives its last message, empty if it died.

The job and the message are those of `spiders.child`.
"""


@dataclass(frozen=True, slots=True)
class CrawlOutcome:
    """What a crawl came to.

    `requests` went to the network (robots.txt not counted), `answered` counts those that brought a page, a redirect or
    "unchanged", `statuses` all answers, `bytes` what they weighed with their heads, `new_records` and
    `revisits` what the archive made of them, `seen_lately` the pages not asked for because their rhythm said so.
    `delay` is the least number of seconds between two requests, after robots.txt was read.
    `refused` counts addresses never asked for and `errors` requests that failed, both by reason. `account` sets what
    the site offers against what the archive holds (see `spiders.ledger`), `silence` says that nothing new has come for
    too long, `left_over` counts addresses that the profile's own limit kept from being asked for. `finish_reason` is
    `finished`, `limit`, `shutdown`, `archive_failed`, `robots_unreachable`, `site_failing`, `memusage_exceeded` or
    `died`.
    """

    started_at: dt.datetime
    ended_at: dt.datetime
    finish_reason: str
    requests: int = 0
    answered: int = 0
    statuses: Mapping[int, int] = field(default_factory=dict)
    bytes: int = 0
    new_records: int = 0
    revisits: int = 0
    seen_lately: int = 0
    delay: float | None = None
    refused: Mapping[str, int] = field(default_factory=dict)
    errors: Mapping[str, int] = field(default_factory=dict)
    robots_problem: str | None = None
    account: Mapping[str, Any] = field(default_factory=dict)
    silence: str | None = None
    left_over: int = 0
    log: Path | None = None

    @property
    def problem(self) -> str | None:
        """Why the crawl failed, in one line; None where it ended in order and the site answered."""
        if self.finish_reason == "robots_unreachable":
            return f"the site could not be reached: robots.txt: {self.robots_problem or 'no answer'}"
        if self.finish_reason == "site_failing":
            return f"the site stopped answering: {self._say_errors()}; see {self.log}"
        if self.finish_reason not in ("finished", "limit"):
            return f"the crawl ended early ({self.finish_reason}); see {self.log}"
        if not self.requests and "robots" in self.refused:
            return "robots.txt forbids everything that the profile asks for"
        if self.requests and not self.answered:
            return f"the site could not be reached: {self._say_errors()}"
        if "callback" in self.errors:
            return f"{self.errors['callback']} pages could not be searched for links; see {self.log}"
        return self._say_same_answer()

    def _say_same_answer(self) -> str | None:
        same = self.account.get("same_answer", {})
        if not same.get("addresses"):
            return None
        return f"the site answers {same['addresses']} of {same['answered']} addresses with one and the same page"

    def _say_errors(self) -> str:
        return ", ".join(f"{name} ({count})" for name, count in sorted(self.errors.items())) or "no answer"


def crawl(
    data: Path,
    profile: SiteProfile,
    limit: int | None = None,
    contact: str | None = None,
    on_progress: Progress | None = None,
    clock: Clock = utc_now,
    engine: Engine | None = None,
) -> CrawlOutcome:
    """Crawl a site into the archive below `data`, `limit` requests at most, in a child process of its own.

    `engine` does it elsewhere than in a new process. Raises `ProfileError` where the contact is missing and
    `ArchiveLocked` while another process writes to the archive.
    """
    started_at = clock()
    folder = DataFolder(data)
    folder.logs.mkdir(parents=True, exist_ok=True)
    log = folder.logs / f"crawl-{started_at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}.log"
    job = {
        "data": str(data),
        "profile": profile.data,
        "source": profile.name,
        "contact": require_contact(profile, contact),
        "limit": limit,
        "current": sorted(find_current(data, started_at.date(), profile.plan.recent)),
    }
    with log.open("ab") as errors:
        final = (engine or run_child)(job, errors.fileno(), on_progress)
    failures = final.get("failures", [])
    if any(failure.startswith(ArchiveLocked.__name__) for failure in failures):
        raise ArchiveLocked(failures[0].partition(": ")[2])
    outcome = build_outcome(final.get("outcome", {}), failures, started_at, clock(), log)
    account = _with_calendar(final.get("account", {}), profile)
    asked_for_less = limit is not None and limit < profile.max_requests
    return replace(
        outcome,
        account=account,
        silence=_judge_silence(account, profile, started_at.date()),
        left_over=0 if asked_for_less or outcome.finish_reason != "limit" else _count_not_asked(account),
    )


def _with_calendar(account: Mapping[str, Any], profile: SiteProfile) -> Mapping[str, Any]:
    """Add up to when the profile knows school holidays, so that `irev status` can say when that ends."""
    known_until = profile.rhythm.known_until if profile.rhythm else None
    return {**account, "holidays_known_until": known_until.isoformat()} if account and known_until else account


def _judge_silence(account: Mapping[str, Any], profile: SiteProfile, today: dt.date) -> str | None:
    last_news = account.get("last_news")
    if profile.rhythm is None or last_news is None:
        return None
    return profile.rhythm.judge(dt.date.fromisoformat(last_news), today)


def _count_not_asked(account: Mapping[str, Any]) -> int:
    return sum(entry["reason"] in ("limit", "not_asked") for entry in account.get("differences", []))


def build_outcome(
    stats: Mapping[str, Any], failures: list[str], started_at: dt.datetime, ended_at: dt.datetime, log: Path | None
) -> CrawlOutcome:
    """Build the outcome from Scrapy's statistics. `failures` are errors that kept the crawl from running."""
    errors = _counts(stats, "irev/error/")
    if callbacks := sum(_counts(stats, "spider_exceptions/").values()):
        errors["callback"] = callbacks
    return CrawlOutcome(
        started_at=started_at,
        ended_at=ended_at,
        finish_reason=failures[0] if failures else str(stats.get("finish_reason", "died")),
        requests=int(stats.get("irev/requests", 0)),
        answered=int(stats.get("irev/answered", 0)),
        statuses={int(status): count for status, count in _counts(stats, "irev/status/").items()},
        bytes=int(stats.get("irev/bytes", 0)),
        new_records=int(stats.get("irev/new_records", 0)),
        revisits=int(stats.get("irev/revisits", 0)),
        seen_lately=int(stats.get("irev/seen_lately", 0)),
        delay=stats.get("irev/delay"),
        refused=_counts(stats, "irev/refused/"),
        errors=errors,
        robots_problem=stats.get("irev/robots_problem"),
        log=log,
    )


def run_child(job: dict[str, Any], log: int, on_progress: Progress | None) -> dict[str, Any]:
    """Run the child to its end and give its last message, empty where it died before giving one."""
    root = str(Path(__file__).resolve().parent.parent)
    paths = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH", "")]))
    final: dict[str, Any] = {}
    with subprocess.Popen(
        [sys.executable, "-m", "spiders.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        env={**os.environ, "PYTHONPATH": paths},
        text=True,
    ) as child:
        assert child.stdin is not None and child.stdout is not None  # noqa: S101 - both are pipes
        with suppress(BrokenPipeError):  # it died at once: its silence is the outcome
            child.stdin.write(json.dumps(job) + "\n")
            child.stdin.flush()  # left open: its end tells the child that we are gone
        for line in child.stdout:
            if not line.endswith("\n"):
                break  # killed in the middle of a word
            message = json.loads(line)
            if "outcome" in message:
                final = message
            elif on_progress is not None:
                on_progress(message["requests"], message["url"])
    return final


def _counts(stats: Mapping[str, Any], prefix: str) -> dict[str, int]:
    return {name.removeprefix(prefix): int(count) for name, count in sorted(stats.items()) if name.startswith(prefix)}
