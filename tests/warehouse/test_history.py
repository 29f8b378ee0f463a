"""History: what the site said when, what each look changed, and that steps and one replay give the same."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.factory import (
    KNOWLEDGE,
    START,
    Told,
    attachment,
    built,
    document,
    event,
    page,
    replayed,
    session,
    territory,
    theme,
    venue,
    world,
)
from warehouse.build import RunFacts, build
from warehouse.looks import find_looks
from warehouse.replay import Source, count_told, find_telling
from warehouse.rows import PUBLIC_TABLES, Change
from warehouse.slim import Library
from warehouse.stored import read_standing

TITLE = "Mesure territoriale des discriminations"
DAY = 24


def at(hours: float) -> str:
    return (START + dt.timedelta(hours=hours)).replace(tzinfo=None).isoformat()


@pytest.mark.parametrize("days", [(24, 31), (24, 31, 24), (24, 31, 25)], ids=["two", "back", "three"])
def test_several_answers_in_one_second_are_one_state(tmp_path: Path, days: tuple[int, ...]) -> None:
    told = [page(10, event(TITLE, session(f"2026-03-{day}")), version=str(day)) for day in days]
    later = page(10, event(TITLE, session("2026-05-12")), version="later", hours=DAY)
    result = built(tmp_path, *told, later, page(20, event("Santé et habitat", session("2024-05-14"))))
    assert (result.outcome, result.failed_gates) == ("published", ())
    with duckdb.connect(str(tmp_path / "warehouse.duckdb"), read_only=True) as connection:
        ((versions,),) = connection.execute("SELECT count(*) FROM page_versions WHERE page_id = 'node:10'").fetchall()
        ((before,),) = connection.execute(
            f"SELECT count(*) FROM sessions_as_of('{at(1)}') WHERE event_id = 'event-10'"
        ).fetchall()
    assert (versions, before) == (len(set(days)) + 1, 1)


def three_states() -> list[Told]:
    """A day that moves, then a venue that changes; an edition that gives way to the next one; a file replaced."""
    hall, house = venue("Lille", "Salle des fêtes"), venue("Lens", "Maison de quartier")
    files = (attachment("p.pdf"),)
    return [
        page(10, event(TITLE, session("2026-03-24", hall, ("09:00", "12:00"))), attachments=files),
        page(
            10, event(TITLE, session("2026-03-31", hall, ("09:00", "12:00"))), version="2", hours=DAY, attachments=files
        ),
        page(
            10,
            event(TITLE, session("2026-03-31", house, ("09:00", "12:00"))),
            version="3",
            hours=2 * DAY,
            attachments=files,
        ),
        page(20, event("Santé et habitat", session("2024-05-14"), themes=(theme("sante"),))),
        page(20, event("Santé et habitat", session("2025-05-20"), themes=(theme("sante"),)), version="2", hours=DAY),
        page(30, event("Laïcité et jeunesse", session("2025-06-02"), territories=(territory("200093201"),))).again(DAY),
        document("p.pdf", event("Programme"), version="1"),
        document("p.pdf", event("Programme"), version="2", hours=2 * DAY),
    ]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("history")
    assert built(folder, *three_states()).outcome == "published"
    return folder


def ask(data: Path, question: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(data / "warehouse.duckdb"), read_only=True) as connection:
        return connection.execute(question).fetchall()


def told(changes: list[Change], *tables: str) -> list[tuple[str, str, str | None, str | None]]:
    """What was told of these tables: in words, nature, before and after."""
    return [(c.what, c.nature, c.before, c.after) for c in changes if c.table_name in tables and c.field]


class TestAsOf:
    def days(self, data: Path, moment: str) -> list[str]:
        question = f"SELECT CAST(day AS VARCHAR) FROM sessions_as_of('{moment}') WHERE event_id = 'event-10'"
        return [str(day) for (day,) in ask(data, question)]

    def test_each_moment_has_what_the_site_said_then(self, data: Path) -> None:
        assert self.days(data, at(-1)) == []
        assert self.days(data, at(0)) == self.days(data, at(DAY - 1)) == ["2026-03-24"]
        assert self.days(data, at(DAY)) == self.days(data, at(900)) == ["2026-03-31"]

    def test_tables_of_one_moment_belong_together(self, data: Path) -> None:
        question = """SELECT v.city FROM sessions_as_of('{0}') s JOIN venues_as_of('{0}') v USING (venue_id)
            WHERE s.event_id = 'event-10'"""
        towns = [ask(data, question.format(at(hours))) for hours in (0, DAY, 2 * DAY)]
        assert towns == [[("Lille",)], [("Lille",)], [("Lens",)]]

    def test_edition_that_gave_way_on_its_page_is_kept(self, data: Path) -> None:
        question = "SELECT CAST(first_day AS VARCHAR), stood_until FROM events_history WHERE event_id = 'event-20'"
        assert [day for day, _ in ask(data, question + " ORDER BY 1")] == ["2024-05-14", "2025-05-20"]

    @pytest.mark.parametrize("table", PUBLIC_TABLES)
    def test_today_is_the_last_state(self, data: Path, table: str) -> None:
        now = f"SELECT * FROM {table}_as_of('2100-01-01')"
        assert ask(data, f"({now}) EXCEPT ALL (FROM {table})") == []
        assert ask(data, f"(FROM {table}) EXCEPT ALL ({now})") == []

    def test_what_was_seen_last_is_not_known_before_it_was_seen(self, data: Path) -> None:
        assert ask(data, f"SELECT count(*) FROM captures_as_of('{at(5)}') WHERE last_seen > '{at(5)}'") == [(0,)]


class TestChanges:
    def changes(self, *items: Told) -> list[Change]:
        return replayed(*items).changes

    def test_moved_day_is_one_change_of_a_session(self) -> None:
        assert told(self.changes(*three_states()[:2]), "sessions") == [
            ("day moved", "factual", "2026-03-24", "2026-03-31")
        ]

    def test_changed_venue_and_replaced_file(self) -> None:
        changes = [c for c in self.changes(*three_states()) if c.run_id == "look-2025-03-03T02:00:00Z"]
        assert [what for what, *_ in told(changes, "sessions", "page_documents")] == ["file replaced", "venue changed"]
        assert [(c.change, c.what) for c in changes if c.table_name == "documents"] == [("added", "new file")]

    def test_cancelled(self) -> None:
        off = page(10, event(TITLE, session("2026-03-24", status="cancelled")), version="2", hours=DAY)
        found = told(self.changes(page(10, event(TITLE, session("2026-03-24"))), off), "sessions", "events")
        assert found == [("cancelled", "factual", "announced", "cancelled")] * 2

    def test_other_words_are_textual_and_other_bytes_cosmetic(self) -> None:
        first = page(10, event(TITLE, session("2026-03-24")), salt="counter 1")
        bytes_only = page(10, event(TITLE, session("2026-03-24")), salt="counter 2", hours=DAY)
        assert {(c.table_name, c.nature) for c in self.changes(first, bytes_only)} == {("captures", "cosmetic")}
        words = page(10, event(TITLE, session("2026-03-24"), audience="élus"), version="2", hours=DAY)
        assert {c.nature for c in self.changes(first, words)} == {"textual", "cosmetic"}

    def test_page_that_is_gone_is_a_fact_once_and_confirmed_later(self) -> None:
        first = page(10, event(TITLE, session("2026-03-24")))
        look = first.sightings[0]
        gone = [replace(look, status=404, digest=None, seen_at=START + dt.timedelta(days=n)) for n in (1, 2)]
        changes = self.changes(replace(first, sightings=(look, *gone)))
        assert [(c.what, c.nature) for c in changes if c.field == "state"] == [
            ("page gone", "factual"),
            ("page gone, confirmed", "cosmetic"),
        ]

    def test_failed_look_is_no_fact(self) -> None:
        first = page(10, event(TITLE, session("2026-03-24")))
        failed = replace(first.sightings[0], status=503, digest=None, seen_at=START + dt.timedelta(days=1))
        changes = self.changes(replace(first, sightings=(*first.sightings, failed)))
        assert {c.nature for c in changes} == {"cosmetic"}

    def test_renamed_term_stays_one_theme(self) -> None:
        before = theme("sante", "label", site_term=3694)
        after = replace(before, theme_id="term:3694", label="Santé pour tous", text="Santé pour tous")
        changes = self.changes(
            page(10, event(TITLE, session("2026-03-24"), themes=(before,))),
            page(10, event(TITLE, session("2026-03-24"), themes=(after,)), version="2", hours=DAY),
        )
        assert told(changes, "themes") == [("theme renamed", "textual", "Santé", "Santé pour tous")]
        assert "factual" not in {c.nature for c in changes}

    def test_territory_and_link_that_came_and_went_are_told(self) -> None:
        lille, lens = (territory(code) for code in ("200093201", "246200364"))
        meeting, day = event(TITLE, session("2026-03-24"), territories=(lille,)), session("2026-03-24")
        moved = event(TITLE, session("2026-03-24"), territories=(lens,))
        other = page(20, event(TITLE, day), hours=DAY)
        gone = page(20, event("Une tout autre rencontre", session("2027-01-05")), version="2", hours=2 * DAY)
        changes = self.changes(page(10, meeting), page(10, moved, version="2", hours=DAY), other, gone)

        def of(table: str) -> list[tuple[str, str, str]]:
            return sorted((c.what, c.nature, c.row_id) for c in changes if c.table_name == table and not c.field)

        assert of("event_territories") == [
            ("new", "factual", "event-10/246200364/target"),
            ("no longer there", "factual", "event-10/200093201/target"),
        ]
        assert [(what, nature) for what, nature, _ in of("event_links")] == [
            ("linked", "cosmetic"),
            ("no longer linked", "cosmetic"),
        ]
        assert {row_id.split("/")[0] for *_, row_id in of("event_links")} == {"event-10"}

    def test_first_look_has_nothing_before_it(self) -> None:
        assert self.changes(*[item for item in three_states() if item.sightings[0].seen_at == START][:3]) == []


class TestLooks:
    def test_two_crawls_close_together_are_two_looks(self) -> None:
        first, other = page(10, event(TITLE)), page(20, event(TITLE), hours=0.01)
        again = page(10, event(TITLE), version="2", hours=0.02)
        sightings, _ = world([first, other.again(0.03), first.again(0.015), again])
        assert [len(look.sightings) for look in find_looks(sightings)] == [3, 2]

    def test_what_failed_is_asked_again_in_the_same_look(self) -> None:
        told = page(10, event(TITLE))
        failed = replace(told.sightings[0], status=503, seen_at=START - dt.timedelta(seconds=5))
        assert len(find_looks([failed, *told.sightings])) == 1

    def test_look_that_shows_what_is_known_is_quiet(self) -> None:
        told = page(10, event(TITLE)).again(DAY)
        later = page(10, event(TITLE), version="2", hours=2 * DAY)
        sightings, _ = world([told, later])
        assert [look.quiet for look in find_looks(sightings)] == [False, True, False]

    def test_printed_form_seen_before_a_change_does_not_speak_against_it(self) -> None:
        web = page(10, event(TITLE, session("2026-03-24")), version="1")
        raw = f"{web.key[0].replace('irev.fr/', 'irev.fr/print/')}"
        printed = page(10, event(TITLE, session("2026-03-24")), version="1", salt="print", hours=0.001)
        printed = replace(printed, sightings=(replace(printed.sightings[0], raw_url=raw),))
        moved = page(10, event(TITLE, session("2026-03-31")), version="2", hours=DAY)
        assert [str(row.day) for row in replayed(web, printed, moved).sessions] == ["2026-03-31"]

    def test_printed_form_still_counts_when_only_the_page_is_looked_at_again(self) -> None:
        web = page(10, event(TITLE, session("2026-03-24")), version="1").again(5 * DAY)
        raw = f"{web.key[0].replace('irev.fr/', 'irev.fr/print/')}"
        printed = page(10, event(TITLE, session("2026-03-24", venue("Lens"))), version="1", salt="print", hours=0.001)
        printed = replace(printed, sightings=(replace(printed.sightings[0], raw_url=raw),))
        assert [row.city for row in replayed(web, printed).venues] == ["Lens"]


class TestStepByStep:
    def everything(self, data: Path) -> dict[str, list[tuple[object, ...]]]:
        tables = [*PUBLIC_TABLES, *(f"{t}_history" for t in PUBLIC_TABLES if t not in ("changes", "corrections"))]
        return {table: ask(data, f"SELECT * FROM {table} ORDER BY ALL") for table in (*tables, "looks")}

    def in_steps(self, data: Path, states: list[Told], *steps: float) -> None:
        for number, hours in enumerate(steps):
            known = [
                replace(item, sightings=seen)
                for item in states
                if (seen := tuple(s for s in item.sightings if s.seen_at <= START + dt.timedelta(hours=hours)))
            ]
            built(data, *known, run=f"run-{number}")

    def test_building_night_by_night_gives_what_one_build_gives(self, data: Path, tmp_path: Path) -> None:
        self.in_steps(tmp_path, three_states(), 0, DAY, 2 * DAY)
        assert self.everything(tmp_path) == self.everything(data)

    def test_an_old_page_that_turns_up_later_changes_history_from_its_day_on(self, data: Path, tmp_path: Path) -> None:
        built(tmp_path, *[item for item in three_states() if item.reading.page.node_id != 20])
        built(tmp_path, *three_states(), run="run-2")
        assert self.everything(tmp_path) == self.everything(data)

    def test_order_of_captures_is_nothing(self, data: Path, tmp_path: Path) -> None:
        sightings, readings = world(three_states())
        random.Random(3).shuffle(sightings)
        build(sightings, readings, KNOWLEDGE, tmp_path, RunFacts("x", START, "irev build", "code"))
        assert self.everything(tmp_path) == self.everything(data)

    def looks_to_tell(self, data: Path, code: str, *more: Told) -> list[int]:
        sightings, readings = world([*three_states(), *more])
        looks = Source(sightings, Library(readings), KNOWLEDGE, code=code).find_looks()
        return list(find_telling(looks, count_told(looks, read_standing(data / "warehouse.duckdb").looks)))

    def test_a_new_look_costs_one_pass_of_relating(self, data: Path) -> None:
        assert self.looks_to_tell(data, "code", page(40, event("Habitat", session("2026-01-05")), hours=9 * DAY)) == [3]

    def test_nothing_new_costs_none(self, data: Path) -> None:
        assert self.looks_to_tell(data, "code") == []

    def test_other_code_replays_everything(self, data: Path) -> None:
        assert self.looks_to_tell(data, "newer") == [0, 1, 2]
