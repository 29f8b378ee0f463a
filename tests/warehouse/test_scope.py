"""A look that goes through part of the archive tells what one that goes through all of it tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import duckdb
import pytest

import warehouse.replay
from tests.warehouse.factory import KNOWLEDGE, START, Told, built, event, page, session, venue, world
from tests.warehouse.living_site import LivingSite
from warehouse import scope
from warehouse.keys import HISTORIC
from warehouse.ledger import Ledger
from warehouse.load import new_file
from warehouse.outline import Outline, build_outline
from warehouse.replay import Source, outline_look
from warehouse.sightings import Sighting
from warehouse.slim import Library

TABLES = [
    *HISTORIC, *(f"{table}_history" for table in HISTORIC), "changes", "parts", "venue_claims", "statements", "shown",
    "open_entries", "outline_sources", "outline_calm", "outline_terms", "outline_themes",
]  # fmt: skip


def rows_of(connection: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    return sorted(map(repr, connection.execute(f"FROM {table}").fetchall()))


class Twins:
    """Two files that are told the same looks: one by what each look bears on, the other by everything."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.files = [stack.enter_context(new_file(folder / f"{name}.duckdb")) for name in ("part", "all")]
        self.ledgers = [Ledger(connection, KNOWLEDGE) for connection in self.files]
        self.known: set[Sighting] = set()
        self.parts: list[bool] = []

    def tell(self, told: list[Told], moment: dt.datetime) -> None:
        sightings, readings = world(told)
        fresh = [sighting for sighting in sightings if sighting not in self.known]
        seen: dict[str, list[Sighting]] = {}
        for sighting in sightings:
            seen.setdefault(sighting.url, []).append(sighting)
        part = outline_look(Source(sightings, Library(readings), KNOWLEDGE), seen, fresh, self.ledgers[0])
        everything = build_outline(sightings, Library(readings), KNOWLEDGE, (), None)
        for ledger, outline in zip(self.ledgers, (part, everything), strict=True):
            ledger.tell(outline, moment.replace(tzinfo=None), changes=bool(self.known), fresh=fresh)
        self.parts.append(part.rest is not None)
        self.known.update(sightings)


@pytest.mark.parametrize("seed", [2])
def test_a_part_gives_what_everything_gives(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scope, "_MOST", 100.0)  # however much a look bears on
    site = LivingSite(seed)
    with ExitStack() as stack:
        twins = Twins(tmp_path, stack)
        for changes in (18, 1, 2):
            site.live(changes)
            moment = START + dt.timedelta(hours=site.hours)
            twins.tell(list(site.at(moment)), moment)
            for table in TABLES:
                assert rows_of(twins.files[0], table) == rows_of(twins.files[1], table), table
    assert twins.parts == [False, True, True]


NAMES = ["mobilité solidaire", "quartiers fertiles", "médiation numérique", "réussite éducative", "cuisine partagée"]


@pytest.fixture
def outlines(monkeypatch: pytest.MonkeyPatch) -> list[Outline]:
    """The outlines of all looks that are told."""
    made: list[Outline] = []

    def keep(*arguments: Any) -> Outline:
        made.append(outline_look(*arguments))
        return made[-1]

    monkeypatch.setattr(warehouse.replay, "outline_look", keep)
    return made


def pages() -> Iterator[Told]:
    hall = venue("Lille", "Salle des fêtes")
    for number in range(40):
        name = f"{NAMES[number % 5]} {number // 5 * 'x'}z"
        yield page(10 + number, event(f"Atelier {name}", session(f"2026-03-{1 + number % 28:02}", hall)))


def test_a_night_in_which_all_is_only_seen_again_goes_through_nothing(tmp_path: Path, outlines: list[Outline]) -> None:
    built(tmp_path, *pages())
    result = built(tmp_path, *(told.again(24) for told in pages()), run="run-2")
    assert (result.outcome, result.refreshed) == ("nothing_new", True)
    assert outlines[1].rest is not None
    assert (list(outlines[1].tellings), list(outlines[1].timeline.all_captures())) == ([], [])
    with duckdb.connect(str(tmp_path / "warehouse.duckdb"), read_only=True) as connection:
        moved = connection.execute("SELECT DISTINCT last_seen FROM sessions UNION SELECT last_seen FROM evidence")
        assert moved.fetchall() == [(dt.datetime(2025, 3, 2, 2, 0),)]


def test_one_page_goes_through_what_it_may_be_tied_to(tmp_path: Path, outlines: list[Outline]) -> None:
    """A page with a title near to another one, on its day, brings that one's event; all others are left alone."""
    told = list(pages())
    built(tmp_path, *told)
    near = page(100, event("Atelier mobilité solidaire xz", session("2026-03-06")), hours=24)
    built(tmp_path, *told, near, run="run-2")
    assert outlines[1].rest is not None
    assert sorted(telling.source_id for telling in outlines[1].tellings) == ["node:100", "node:15"]
    assert list(outlines[1].drafts) == ["event-15"]


def test_an_event_of_a_cycle_leaves_the_events_of_other_cycles_alone(
    tmp_path: Path, outlines: list[Outline], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row of its cycle needs the cycle's other events; what these might be tied to is not gone through."""
    monkeypatch.setattr(scope, "_MOST", 0.5)
    cycles = ["Laïcité et citoyenneté", "Mémoire des lieux habités", "Plan santé mentale"]
    told = [
        page(10 + number, event(f"Rencontre {NAMES[number % 5]} {number * 'x'}z",
             session(f"2026-0{1 + number // 28}-{1 + number % 28:02}"), cycle=cycles[number % 3]))
        for number in range(60)
    ]  # fmt: skip
    # Two events with titles alike on one day, in different towns: weighed, and kept apart.
    told += [
        page(80 + number, event(title, session("2026-06-01", venue(town)), cycle=cycles[number]))
        for number, (title, town) in enumerate(
            [("Les acteurs du lien social", "Lille"), ("Acteurs du lien social", "Lens")]
        )
    ]
    built(tmp_path, *told)
    new = page(100, event("Rencontre au sujet des jardins", session("2026-07-01"), cycle=cycles[0]), hours=24)
    built(tmp_path, *told, new, run="run-2")
    assert outlines[1].rest is not None
    named = {draft.cycle.title for draft in outlines[1].drafts.values() if draft.cycle}
    assert named == {cycles[0]}
    with duckdb.connect(str(tmp_path / "warehouse.duckdb"), read_only=True) as connection:
        counts = connection.execute("SELECT title, event_count FROM cycles ORDER BY title").fetchall()
    assert counts == [(cycles[0], 22), (cycles[1], 21), (cycles[2], 20)]


def test_a_new_name_of_a_cycle_bears_on_titles_that_hold_it_and_on_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scope, "_MOST", 0.5)
    told = [
        *pages(),
        page(80, event("Journée mémoire et quartiers à Lens", session("2026-04-02"))),
        page(81, event("Atelier laïcité", session("2026-04-09"), cycle="Laïcité au quotidien")),
    ]
    new = page(100, event("Ouverture", session("2026-07-01"), cycle="Mémoire et quartiers"), hours=24)
    near = page(101, event("Suite", session("2026-07-08"), cycle="Mémoire et quatiers"), hours=48)
    with ExitStack() as stack:
        twins = Twins(tmp_path, stack)
        for hours, seen in ((0, told), (24, [*told, new]), (48, [*told, new, near])):
            twins.tell(seen, START + dt.timedelta(hours=hours))
            for table in TABLES:
                assert rows_of(twins.files[0], table) == rows_of(twins.files[1], table), table
        question = "SELECT c.title, count(*) FROM events JOIN cycles c USING (cycle_id) GROUP BY ALL ORDER BY ALL"
        assert twins.files[0].execute(question).fetchall() == [("Laïcité au quotidien", 1), ("Mémoire et quartiers", 3)]
    assert twins.parts == [False, True, False]  # a name near to another one turns the names of cycles
