"""A bad night after a good one, up to the published file: what is kept, said, asked again, published."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipelines.archive import Archive
from pipelines.outcomes import Outcome
from tests.faults.bad_server import BadServer, answer, markup
from tests.faults.certificates import build_context
from tests.faults.night_table import FAULTS, ONE, Fault
from tests.faults.nights import DAY, Morning, Night, Nights
from tests.faults.shared_nights import SHARED
from tests.faults.small_site import BROCHURE, NEWS, sound_routes

PROGRAMME_SESSIONS = [("2023-11-24", "09:00", "Lille"), ("2023-11-28", "09:00", "Lille")]
SOUND_SESSIONS = sorted([*PROGRAMME_SESSIONS, *((news.day, news.starts_at, news.city) for news in NEWS)])


@dataclass(frozen=True)
class World:
    """The shared processes, and the folder after a good night."""

    nights: Nights
    good: Path

    def live_through(self, fault: Fault, folder: Path) -> Morning:
        """Copy the good folder and run the bad night on it."""
        shutil.copytree(self.good, folder)
        night = Night(sound_routes())
        fault.spoil(night)
        with BadServer() as server:
            server.routes = night.routes
            return self.nights.run(folder, night, server, -fault.clock)

    def live_well(self, folder: Path) -> Morning:
        """Run a good night on a folder, a day later."""
        with BadServer() as server:
            server.routes = sound_routes()
            return self.nights.run(folder, Night(server.routes), server, -DAY)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    good = tmp_path_factory.mktemp("good") / "data"
    with Nights() as nights, BadServer() as server:
        server.routes = sound_routes()
        morning = nights.run(good, Night(server.routes), server, DAY)
        assert (morning.record.outcome, morning.sessions()) == (Outcome.PUBLISHED, SOUND_SESSIONS)
        yield World(nights, good)


def test_the_faults_are_many_and_end_in_every_way() -> None:
    names = [name for fault in (*SHARED, *FAULTS) for name in fault.name.split(" + ")]
    assert len(set(names)) == len(names) >= 60
    assert {fault.outcome for fault in FAULTS} == set(Outcome) - {Outcome.KEPT}


@pytest.mark.parametrize("fault", [*SHARED, *FAULTS], ids=lambda fault: fault.name)
def test_a_bad_night(fault: Fault, world: World, tmp_path: Path) -> None:
    data = tmp_path / "data"
    morning = world.live_through(fault, data)
    assert (morning.record.outcome, morning.missing_words(fault.said)) == (fault.outcome, [])
    assert {path: morning.kept(path) for path in fault.kept} == fault.kept
    assert {path: morning.asked.get(path, 0) for path in fault.asked} == fault.asked
    expected = [*(session for session in SOUND_SESSIONS if session not in fault.lost), *fault.found]
    assert morning.sessions() == sorted(expected)
    moved = fault.lost or fault.found
    assert moved or len(morning.changes()) == fault.moves
    check_order(morning, fault.outcome)
    if fault.outcome is Outcome.REFUSED:
        assert (data / "warehouse.duckdb").read_bytes() == (world.good / "warehouse.duckdb").read_bytes()
    if fault.name in HEALED:
        check_healed(world.live_well(data))


def check_healed(morning: Morning) -> None:
    """A good night after a bad one: nothing is lost, and every page is alive."""
    assert (morning.record.outcome.exit_code, morning.record.losses) == (0, ())
    assert morning.sessions() == SOUND_SESSIONS
    assert set(morning.states().values()) == {"alive"}


def check_order(morning: Morning, outcome: Outcome) -> None:
    """Whatever happened: a valid archive that holds all it held, a record with the exit code, nothing left behind."""
    archive = Archive(morning.data.archive)
    assert archive.verify() == ()
    assert [capture.status for capture in list(archive.captures())[: morning.kept_before]] == [
        200
    ] * morning.kept_before
    record = json.loads((morning.data.logs / f"{morning.record.run_id}.json").read_text(encoding="utf-8"))
    assert (record["outcome"], record["exit_code"]) == (outcome.value, outcome.exit_code)
    assert bool(record["losses"] or record["gates"] or record["error"]) == (outcome.exit_code != 0)
    assert "Traceback" not in morning.said
    assert not list(morning.data.root.glob("warehouse.new*"))
    assert not [target for target in morning.asked if not target.startswith(("/", "irev.test"))]


HEALED = [
    "not found with status 200", "all not found with status 200", "maintenance with status 200, never twice the same",
    "HTML under .pdf", "PDF for a page", "a wall before all pages", "redirects to a login", "listing empties",
    "redesign that loses all dates", "the clock goes back 400 days",
]  # fmt: skip


def test_all_that_heals_is_a_fault() -> None:
    assert set(HEALED) <= {fault.name for fault in FAULTS}


@pytest.mark.parametrize(("host", "until"), [("irev.test", 2021), ("autre.test", 2120)], ids=["expired", "of another"])
def test_a_certificate_that_proves_nothing(host: str, until: int, world: World, tmp_path: Path) -> None:
    shutil.copytree(world.good, tmp_path / "data")
    with BadServer() as server:
        server.routes = sound_routes()
        server.tunnel = build_context(tmp_path, host, until)
        night = Night(server.routes, {"origin": "https://irev.test"})
        morning = world.nights.run(tmp_path / "data", night, server, 0 * DAY)
    assert morning.record.outcome is Outcome.FAILED
    assert morning.missing_words(("the site could not be reached: robots.txt: certificate",)) == []
    assert morning.kept(ONE.path) == ()
    assert morning.sessions() == SOUND_SESSIONS
    check_order(morning, Outcome.FAILED)


def test_a_brochure_that_was_a_page_at_first_is_read_when_it_comes(world: World, tmp_path: Path) -> None:
    with BadServer() as server:
        server.routes = sound_routes() | {BROCHURE: answer(200, markup("Le fichier arrive bientôt"))}
        night = Night(server.routes)
        assert world.nights.run(tmp_path, night, server, DAY).sessions() == SOUND_SESSIONS[2:]
        server.routes |= sound_routes()
        morning = world.nights.run(tmp_path, night, server, 0 * DAY)
    assert (morning.record.outcome, morning.sessions()) == (Outcome.PUBLISHED, SOUND_SESSIONS)
