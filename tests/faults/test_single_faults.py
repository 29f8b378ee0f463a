"""One address misbehaves in every way we know: what is kept, reported and retried, and that the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.bad_server import BadServer, answer, page
from tests.faults.crawls import POLITENESS, Crawls, bad_profile
from tests.faults.table import FAULTS, Fault

ROBOTS = answer(200, "User-agent: *\nDisallow:\n", kind="text/plain")


@pytest.fixture(scope="module")
def crawls() -> Iterator[Crawls]:
    with Crawls() as running:
        yield running


def test_the_faults_are_many_and_have_names_of_their_own() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 40


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_one_bad_address(fault: Fault, crawls: Crawls, tmp_path: Path) -> None:
    with BadServer() as server:
        server.routes = {
            "/robots.txt": ROBOTS,
            "/actualites-0": page("liste", fault.path, "/node/1"),
            fault.path: fault.behave,
            "/node/1": page("une bonne page"),
            "/node/8": answer(302, "", "Location: /node/7"),
            **{f"/etape/{step}": answer(302, "", f"Location: /etape/{step + 1}") for step in range(9)},
        }
        patience = 0.4 if fault.reason == "timeout" else 15  # seconds for an answer: short where none will come
        crawled = crawls.crawl(tmp_path, bad_profile(server.proxy, politeness={**POLITENESS, "timeout": patience}))
        asked = server.asked
    assert tuple(crawled.kept(fault.path)) == fault.kept
    assert crawled.reasons().get(fault.path) == fault.reason
    assert asked[fault.path] == fault.asked
    assert crawled.result.outcome is fault.outcome
    assert bool(crawled.result.losses) == (fault.outcome.value == "degraded")
    assert crawled.kept("/node/1") == [200]
    assert crawled.archive.verify() == ()
    assert not [target for target in asked if not target.startswith("/")]  # nothing else than the site was asked for
    assert crawled.outcome.finish_reason == "finished"
