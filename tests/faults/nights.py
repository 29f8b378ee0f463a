"""Two nights: a good one, and one on which something goes wrong. Each is a whole run, crawl and build, under its lock.

The good night is done once and its folder copied for each bad one; the crawls share a process, and so do the readers.
The gazetteer holds only the towns of the small site and what they lie in: half of a build is to copy it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from unittest.mock import patch

import duckdb

from extract.knowledge import Knowledge
from pipelines import build, reading
from pipelines.archive import Archive
from pipelines.build import build_stage
from pipelines.keeping import crawl_stage
from pipelines.logbook import RunRecord
from pipelines.progress import NoProgress
from pipelines.run import run_stages
from pipelines.settings import DataFolder
from pipelines.workers import Limits, WorkerPool
from spiders.crawl import crawl
from spiders.profile import SiteProfile, parse_profile
from tests.faults.bad_server import BadServer, Behaviour
from tests.faults.crawls import POLITENESS, Crawls, bad_profile
from tests.faults.small_site import NEWS
from warehouse.reference import load_knowledge

DAY = dt.timedelta(days=1)
SESSIONS = """
    SELECT CAST(s.day AS VARCHAR), s.starts_at, v.city
    FROM sessions s LEFT JOIN venues v USING (venue_id) ORDER BY ALL"""


@dataclass
class Night:
    """What a bad night may change: the routes of the server and the profile of the site."""

    routes: dict[str, Behaviour]
    profile: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Morning:
    """What is found after a run."""

    data: DataFolder
    record: RunRecord
    lines: list[str]
    asked: dict[str, int]
    kept_before: int

    def kept(self, path: str) -> tuple[int, ...]:
        """Give the statuses kept of an address in this night, in order."""
        captures = list(Archive(self.data.archive).captures())[self.kept_before :]
        return tuple(capture.status for capture in captures if capture.url.endswith(f"irev.test{path}"))

    @property
    def said(self) -> str:
        """Give all that people are told, on the terminal and in the record."""
        path = self.data.logs / f"{self.record.run_id}.json"
        return "\n".join([*self.lines, *self.record.losses, *self.record.gates, path.read_text(encoding="utf-8")])

    def missing_words(self, words: Iterable[str]) -> list[str]:
        """Give those of the words that people are not told."""
        said = self.said
        return [expected for expected in words if expected not in said]

    def ask(self, question: str) -> list[tuple[Any, ...]]:
        """Ask the published file."""
        with duckdb.connect(self.data.warehouse, read_only=True) as connection:
            return connection.execute(question).fetchall()

    def sessions(self) -> list[tuple[Any, ...]]:
        """Give day, hour and town of all sessions published."""
        return self.ask(SESSIONS)

    def changes(self, nature: str = "factual") -> list[tuple[Any, ...]]:
        """Give the published changes of a nature."""
        return self.ask(f"SELECT table_name, row_id, change FROM changes WHERE nature = '{nature}'")

    def states(self) -> dict[str, str]:
        """Give the state of each page by its path."""
        rows = self.ask("SELECT canonical_url, state FROM pages")
        return {url.removeprefix("https://irev.test"): state for url, state in rows}


class Nights(AbstractContextManager["Nights"]):
    """The processes that crawl and read; `run` may be called as often as one likes."""

    def __init__(self) -> None:
        self._crawls = Crawls()
        self._pool: WorkerPool | None = None

    def __enter__(self) -> Self:
        self._crawls.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._crawls.__exit__(kind, error, trace)
        if self._pool is not None:
            self._pool.__exit__()

    def open_pool(
        self, prepare: Callable[[Any], Callable[[Any], Any]], setup: Knowledge, _: int, limits: Limits
    ) -> Any:
        """Stand in for `WorkerPool`: the same workers, started once and for all runs."""
        if self._pool is None:
            self._pool = WorkerPool(prepare, setup, 1, limits)
        return _Lent(self._pool)

    def run(self, data: Path, night: Night, server: BadServer, age: dt.timedelta) -> Morning:
        """Run as `irev run` does, as if it were so long ago."""
        folder = DataFolder(data)
        profile = build_profile(server.proxy, night.profile)
        before = len(list(Archive(folder.archive).captures())) if folder.archive.is_dir() else 0

        def clock() -> dt.datetime:
            return dt.datetime.now(dt.UTC) - age

        def engine(job: dict[str, Any], log: int, tell: object) -> dict[str, Any]:
            return self._crawls.run({**job, "hours": -age / dt.timedelta(hours=1)})

        def do_crawl() -> Any:
            return crawl(data, profile, clock=clock, engine=engine)

        stages = [crawl_stage(do_crawl, folder), build_stage(folder, False, NoProgress())]
        with patch.object(reading, "WorkerPool", self.open_pool), patch.object(build, "load_knowledge", know_towns):
            record, lines = run_stages(folder, "run", stages, clock)
        return Morning(folder, record, lines, dict(server.asked), before)


@cache
def know_towns() -> Knowledge:
    """Give the reference data with the towns of the small site alone, and what they lie in."""
    knowledge = load_knowledge()
    by_id = {territory.territory_id: territory for territory in knowledge.territories}
    kept = {territory.territory_id for territory in by_id.values() if territory.name in {news.city for news in NEWS}}
    while more := {str(by_id[one].parent_id) for one in kept if by_id[one].parent_id} - kept:
        kept |= more
    return replace(knowledge, territories=tuple(found for found in knowledge.territories if found.territory_id in kept))


def build_profile(proxy: str, changes: dict[str, Any]) -> SiteProfile:
    """Build the profile of a night; what is None in `changes` is left out, what is a table is completed."""
    data = {**bad_profile(proxy).data, **changes}
    data["politeness"] = {**POLITENESS, **changes.get("politeness", {})}
    if not data["local"]:
        data["politeness"] |= {"delay": 1.0, "contact": "name@example.org"}
    return parse_profile({name: value for name, value in data.items() if value is not None})


class _Lent(AbstractContextManager[WorkerPool]):
    """A pool that is not closed by who uses it."""

    def __init__(self, pool: WorkerPool) -> None:
        self._pool = pool

    def __enter__(self) -> WorkerPool:
        return self._pool

    def __exit__(self, *_: object) -> None:
        return None
