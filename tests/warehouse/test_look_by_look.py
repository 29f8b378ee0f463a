"""The ledger: told look by look, it holds what relating everything at once gives; and it makes only what differs."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

import warehouse.ledger
from extract.records import EventReading
from tests.warehouse.factory import (
    KNOWLEDGE,
    START,
    Told,
    attachment,
    built,
    document,
    event,
    opened,
    page,
    session,
    territory,
    theme,
    venue,
    world,
)
from warehouse.delta import read_sums
from warehouse.keys import HISTORIC
from warehouse.ledger import DIRTY, Ledger
from warehouse.load import new_file
from warehouse.make_rows import Made, make_rows
from warehouse.outline import Outline, build_outline
from warehouse.relate import relate
from warehouse.slim import Library

TITLES = ["Santé et habitat", "Laïcité et jeunesse", "Laïcité et jeunesses", "Emploi des jeunes", "Culture et sport"]
CYCLES = [None, None, "Égalité-citoyenneté", "Egalité citoyenneté", "Plans de lutte contre les discriminations"]
TOWNS = ["Lille", "Lens", "Béthune", None]
CODES = ["200093201", "200072460", "59350"]
DAY = 24


class Site:
    """A small site that changes at random and can be asked for all that was seen of it so far."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.told: list[Told] = []
        self.hours = 0.0

    def live(self, changes: int) -> None:
        """Let a day pass on which some pages are new, changed, gone, or only looked at again."""
        for _ in range(changes):
            act = self.chance.choice([self.write, self.write, self.write, self.attach, self.look_again, self.remove])
            act(self.chance.randrange(1, 9))
            self.hours += 0.01
        self.hours += DAY

    def write(self, number: int) -> None:
        node = number if number < 7 else None
        events = [self.event(key) for key in range(self.chance.choice([1, 1, 2]))]
        kind = self.chance.choice(["announcement", "report"])
        self.told.append(
            page(
                node, *events, path=f"actualites-0/page-{number}", version=str(self.hours), hours=self.hours, kind=kind,
                links=(f"https://irev.fr/actualites-0/page-{self.chance.randrange(1, 9)}",),
                attachments=(attachment("p.pdf"),) if self.chance.random() < 0.4 else (),
                open=(opened("bientôt", "no day"),) if self.chance.random() < 0.3 else (),
            )
        )  # fmt: skip

    def event(self, key: int) -> EventReading:
        town = self.chance.choice(TOWNS)
        hall = venue(town, self.chance.choice(["Salle", None]), self.chance.choice(["1 rue A", None, "2 rue B"]))
        days = self.chance.sample(["2026-03-24", "2026-03-25", "2026-04-01", "2026-05-12"], self.chance.randrange(3))
        sessions = [session(day, hall if town else None) for day in days]
        if self.chance.random() < 0.2:
            sessions.append(session("2026-03-01", last="2026-03-31", precision="month"))
        found = replace(theme("sante", "label", site_term=9), text=self.chance.choice(["Santé", "Santé pour tous"]))
        found = replace(found, theme_id=self.chance.choice(["sante", "term:9"]))
        return event(
            self.chance.choice(TITLES), *sessions, key=str(key), cycle=self.chance.choice(CYCLES),
            relation=self.chance.choice(["announces", "announces", "reports", "mentions"]),
            territories=(territory(self.chance.choice(CODES)), territory(None, text="Petite-Synthe"))[: 1 + key],
            themes=(found,) if self.chance.random() < 0.5 else (theme("laicite"),),
        )  # fmt: skip

    def attach(self, number: int) -> None:
        events = (event("Programme", session("2026-03-24")),) if number % 2 else ()
        self.told.append(document("p.pdf", *events, version=str(number % 3), hours=self.hours))

    def look_again(self, number: int) -> None:
        if self.told:
            place = number % len(self.told)
            self.told[place] = self.told[place].again(self.hours)

    def remove(self, number: int) -> None:
        if self.told:
            place = number % len(self.told)
            gone = replace(
                self.told[place].sightings[-1], status=404, digest=None, kind="response",
                seen_at=START + dt.timedelta(hours=self.hours),
            )  # fmt: skip
            self.told[place] = replace(self.told[place], sightings=(*self.told[place].sightings, gone))

    def at(self, moment: dt.datetime) -> Iterator[Told]:
        """Give all that was seen until then."""
        for told in self.told:
            seen = tuple(sighting for sighting in told.sightings if sighting.seen_at <= moment)
            if seen and seen[0].digest is not None:
                yield replace(told, sightings=seen)


def rows_of(connection: duckdb.DuckDBPyConnection, table: str) -> list[tuple[Any, ...]]:
    return connection.execute(f"SELECT * FROM {table}").fetchall()


def in_order(rows: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(map(tuple, rows), key=repr)


def test_no_table_with_a_history_is_forgotten() -> None:
    assert set(DIRTY) == set(HISTORIC)


@pytest.mark.parametrize("seed", range(2))
def test_look_by_look_the_ledger_holds_what_relating_everything_gives(seed: int, tmp_path: Path) -> None:
    site = Site(seed)
    with new_file(tmp_path / "w.duckdb") as connection:
        ledger = Ledger(connection, KNOWLEDGE)
        for changes in (6, 2, 1, 3, 1):
            site.live(changes)
            sightings, readings = world(site.at(START + dt.timedelta(hours=site.hours)))
            outline = build_outline(sightings, Library(readings), KNOWLEDGE, (), None)
            ledger.tell(outline, (START + dt.timedelta(hours=site.hours)).replace(tzinfo=None), changes=True)
            expected = relate(sightings, readings, KNOWLEDGE)
            for table in HISTORIC:
                assert in_order(rows_of(connection, table)) == in_order(getattr(expected, table)), table
                standing = connection.execute(
                    f"SELECT * EXCLUDE (stood_from, stood_until) FROM {table}_history WHERE stood_until IS NULL"
                ).fetchall()
                assert in_order(standing) == in_order(rows_of(connection, table)), table
        check_sums(connection, outline, tmp_path / "at_once.duckdb")


def check_sums(connection: duckdb.DuckDBPyConnection, outline: Outline, other: Path) -> None:
    """The sums that a release is told by: over today's rows those of a file told them at once; ended rows count too."""
    sums = read_sums(connection)
    with new_file(other) as at_once:
        Ledger(at_once, KNOWLEDGE).tell(outline, START.replace(tzinfo=None), changes=False)
        expected = read_sums(at_once)
    assert {table: sums[table][:2] for table in HISTORIC} == {table: expected[table][:2] for table in HISTORIC}
    question = "SELECT count(*) FROM {}_history WHERE stood_until IS NOT NULL"
    ended = {t for t in HISTORIC if connection.execute(question.format(t)).fetchall() != [(0,)]}
    assert {"events", "sessions", "pages", "evidence"} <= ended
    assert {table for table in HISTORIC if any(sums[table][2:])} == ended


@pytest.mark.parametrize("seed", [11])
def test_building_step_by_step_gives_what_one_build_of_everything_gives(seed: int, tmp_path: Path) -> None:
    site, moments = Site(seed), []
    for changes in (3, 1, 1):
        site.live(changes)
        moments.append(START + dt.timedelta(hours=site.hours))
    for number, moment in enumerate(moments):
        built(tmp_path / "steps", *site.at(moment), run=f"run-{number}")
    built(tmp_path / "once", *site.at(moments[-1]))
    tables = ["release", "changes", "corrections", "looks", *HISTORIC, *(f"{table}_history" for table in HISTORIC)]
    found = []
    for name in ("steps", "once"):
        path = str(tmp_path / name / "warehouse.duckdb")
        with duckdb.connect(path, read_only=True) as connection:
            found.append({table: in_order(rows_of(connection, table)) for table in tables})
            (storage,) = connection.execute("SELECT tags FROM duckdb_databases() WHERE NOT internal").fetchall()
            assert storage[0]["storage_version"].startswith("v1.4.0")
    assert found[0] == found[1]


def test_one_page_costs_one_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many unlike events, one new page makes only its own rows; a page that joins an event makes that one anew."""
    made: list[list[str]] = []

    def count(*arguments: Any) -> Iterator[Made]:
        for batch in make_rows(*arguments):
            made.append([row.event_id for row in batch.rows.events])
            yield batch

    monkeypatch.setattr(warehouse.ledger, "make_rows", count)
    hall = venue("Lille", "Salle des fêtes")
    told = [page(node, event(f"Atelier {word}", session("2026-03-24", hall))) for node, word in enumerate(NAMES, 10)]
    built(tmp_path, *told)
    built(tmp_path, *told, page(40, event("Tout autre chose", session("2026-03-24", hall)), hours=DAY), run="run-2")
    joined = page(41, event("Atelier mobilité solidaire", session("2026-03-24", hall)), hours=2 * DAY)
    built(tmp_path, *told, page(40, event("Tout autre chose", session("2026-03-24", hall)), hours=DAY), joined, run="3")
    assert [len(ids) for ids in made] == [len(NAMES), 1, 1]
    assert made[2] == ["event-10"]


NAMES = ["mobilité solidaire", "quartiers fertiles", "médiation numérique", "réussite éducative", "cuisine partagée"]
