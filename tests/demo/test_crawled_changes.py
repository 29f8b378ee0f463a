"""Three nights of the real line on three states of the replica: crawl over HTTP, build, and what the nights told."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import pytest

from demo.content import HERE, load_site
from demo.markup import address_of
from demo.server import serve_replica
from pipelines.build import build_stage
from pipelines.clock import utc_now
from pipelines.keeping import crawl_stage
from pipelines.logbook import RunRecord
from pipelines.outcomes import Outcome
from pipelines.progress import NoProgress
from pipelines.run import run_stages
from pipelines.settings import DataFolder
from spiders.crawl import crawl
from spiders.profile import SiteProfile, parse_profile, replica_profile
from tests.faults.crawls import Crawls
from warehouse.query import ask

TRUTH = [
    entry
    for entry in tomllib.loads((HERE / "truth" / "changes.toml").read_text(encoding="utf-8"))["change"]
    if "page" in entry
]
QUIET = (203988, 233364, 238455)  # pages that never change, to be left alone

Night = tuple[RunRecord, set[int], int]


def small_profile(proxy: str) -> SiteProfile:
    """The replica's profile, for the listing, the pages that change and a few that do not: a small, whole crawl."""
    pages = load_site(2).pages
    wanted = [address_of(pages[node]) for node in (*(entry["page"] for entry in TRUTH), *QUIET)]
    data = replica_profile(proxy).data
    rules = {"priority": 80, "revisit": "0"}
    return parse_profile(
        {
            **data,
            "start": ["/actualites-0", *(path for path in wanted if path != address_of(pages[238931]))],
            "class": [
                {**rules, "kind": "listing", "pager": True, "paths": ["^/actualites-0$"]},
                {**rules, "kind": "news", "paths": [f"^{re.escape(path)}$" for path in wanted]},
            ],
        },
        "three nights",
    )


def live_one_night(data: DataFolder, state: int, crawls: Crawls) -> Night:
    """What `irev run` does: the record, the pages whose facts changed since the night before, the captures made."""
    before = set(_factual(data)) if data.warehouse.exists() else set()
    with serve_replica(state) as replica:
        stages = [
            crawl_stage(lambda: crawl(data.root, small_profile(replica.proxy), engine=crawls.run), data),
            build_stage(data, False, NoProgress()),
        ]
        record, _ = run_stages(data, "run", stages, utc_now)
    told = set(_factual(data)) - before
    return record, {int(match[1]) for _, row in told if (match := re.match(r"(?:event-|session-|node:)(\d+)", row))}, \
        record.counts["new"]  # fmt: skip


def _factual(data: DataFolder) -> Iterator[tuple[str, str]]:
    question = """SELECT run_id, row_id FROM changes WHERE nature = 'factual'
        AND table_name IN ('events', 'sessions', 'pages', 'event_territories', 'event_themes')"""
    yield from ((str(run), str(row)) for run, row in ask(data.root, question).rows)


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> list[Night]:
    data = DataFolder(tmp_path_factory.mktemp("nights"))
    with Crawls() as crawls:
        return [live_one_night(data, state, crawls) for state in (1, 2, 3)]


def test_every_night_is_published(nights: list[Night]) -> None:
    assert [(record.outcome, record.losses, record.gates) for record, *_ in nights] == [(Outcome.PUBLISHED, (), ())] * 3


def test_second_night_tells_the_facts_that_changed_and_no_others(nights: list[Night]) -> None:
    assert nights[0][1] == set()
    assert nights[1][1] == {entry["page"] for entry in TRUTH if entry["nature"] == "factual"}


def test_night_after_the_redesign_tells_none_though_every_page_is_new(nights: list[Night]) -> None:
    _, told, captures = nights[2]
    assert told == set()
    assert captures > len(TRUTH)
