"""Building and publishing with real DuckDB files: the same bytes, one step, and never a broken reader."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from extract.knowledge import Knowledge
from extract.records import Evidence
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
    stand,
    territory,
    theme,
    venue,
    words,
    world,
)
from warehouse.build import RunFacts, build
from warehouse.export import export
from warehouse.gates import load_gates
from warehouse.open_rows import Loss
from warehouse.publish import publish, scratch_path
from warehouse.relate import relate
from warehouse.rows import PUBLIC_TABLES
from warehouse.runs import read_runs

CYCLE = "Initier et conduire des plans de lutte contre les discriminations"


def small_world() -> list[Told]:
    """Two editions, a follow-up that mentions one, a report, a brochure, a homonym and something open."""
    spring = session("2021-04-01", last="2021-04-30", precision="month")
    follow_up = event(
        "Journée d'approfondissement",
        session("2021-11-30", venue("Lille", "IREV"), ("09:00", "16:30")),
        cycle=CYCLE,
        territories=(territory("200093201"),),
        themes=(theme("laicite", "label"),),
    )
    mention = event(CYCLE, spring, key="1", relation="mentions", cycle=CYCLE, participants=21)
    first = event(f"Cycle : {CYCLE}", session("2021-04-08"), session("2021-04-15"), cycle=CYCLE, event_type="cycle")
    health = event("Santé mentale et quartiers", session("2022-03-24", venue("Lens")))
    report = event("Retour sur la journée « Santé mentale et quartiers »", session("2022-03-24"), relation="reports")
    told = [
        page(20, follow_up, mention, published_on="2021-09-29", attachments=(attachment("plaquette.pdf"),)),
        page(10, first),
        page(30, report, kind="report"),
        page(25, health, open=(opened("bientôt", "no day"),)),
        document("plaquette.pdf", event("Programme", session("2021-11-30"))),
    ]
    return [item.again(24) for item in told]


def exported(data: Path, folder: Path) -> dict[str, bytes]:
    export(data, folder)
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def ask(path: Path, question: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(question).fetchall()


def test_first_build_publishes_and_second_has_nothing_new(tmp_path: Path) -> None:
    first = built(tmp_path, *small_world())
    assert (first.outcome, first.failed_gates) == ("published", ())
    assert first.counts["events"] == 3
    published = tmp_path / "warehouse.duckdb"
    before, bytes_before = exported(tmp_path, tmp_path / "a"), published.read_bytes()
    second = built(tmp_path, *small_world(), run="run-2")
    assert (second.outcome, second.release) == ("nothing_new", first.release)
    assert published.read_bytes() == bytes_before
    assert exported(tmp_path, tmp_path / "b") == before
    assert [(run.run_id, run.outcome) for run in read_runs(tmp_path)] == [
        ("run-1", "published"),
        ("run-2", "nothing_new"),
    ]


def test_rebuild_from_nothing_gives_the_same_bytes(tmp_path: Path) -> None:
    stand(tmp_path / "one", *small_world()[:2])
    built(tmp_path / "one", *small_world(), run="run-2")
    sightings, readings = world(small_world())
    random.Random(5).shuffle(sightings)
    shuffled = dict(sorted(readings.items(), reverse=True))
    facts = RunFacts("another", START + dt.timedelta(days=9), "irev build --full", "other code")
    build(sightings, shuffled, KNOWLEDGE, tmp_path / "two", facts)
    one, two = exported(tmp_path / "one", tmp_path / "a"), exported(tmp_path / "two", tmp_path / "b")
    assert one == two
    assert set(one) > {f"{table}.csv" for table in PUBLIC_TABLES}


@pytest.mark.parametrize("seed", range(4))
def test_rows_do_not_depend_on_the_order_of_sightings_or_readings(seed: int) -> None:
    sightings, readings = world(small_world())
    expected = relate(sightings, readings, KNOWLEDGE)
    shuffler, items = random.Random(seed), list(readings.items())
    shuffler.shuffle(sightings)
    shuffler.shuffle(items)
    assert relate(sightings, dict(items), KNOWLEDGE) == expected


def test_seen_again_is_nothing_new_and_moves_only_the_last_sight(tmp_path: Path) -> None:
    stand(tmp_path, *small_world())
    before = ask(tmp_path / "warehouse.duckdb", "SELECT * EXCLUDE (last_seen) FROM sessions ORDER BY ALL")
    again = built(tmp_path, *(item.again(48) for item in small_world()), run="run-2")
    assert (again.outcome, again.refreshed) == ("nothing_new", True)
    assert ask(tmp_path / "warehouse.duckdb", "SELECT * EXCLUDE (last_seen) FROM sessions ORDER BY ALL") == before
    ((last,),) = ask(tmp_path / "warehouse.duckdb", "SELECT max(last_seen) FROM sessions")
    assert last == (START + dt.timedelta(hours=48)).replace(tzinfo=None)


def test_losses_are_named_and_degrade(tmp_path: Path) -> None:
    told = small_world()
    loss = Loss("https://irev.fr/x", "sha256:x", "encrypted")
    assert built(tmp_path, *told, losses=(loss,)).outcome == "degraded"
    assert read_runs(tmp_path)[-1].losses == 1


def test_published_file_is_closed_whole_and_opens_from_1_4_on(tmp_path: Path) -> None:
    built(tmp_path, *small_world())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["logs", "releases", "warehouse.duckdb"]
    with duckdb.connect(str(tmp_path / "warehouse.duckdb"), read_only=True) as connection:
        found = connection.execute("SELECT tags FROM duckdb_databases() WHERE database_name = 'warehouse'").fetchall()
    assert found[0][0]["storage_version"].startswith("v1.4.0")


def test_stray_log_of_an_older_file_is_not_replayed(tmp_path: Path) -> None:
    stand(tmp_path, *small_world()[:2])
    stray = tmp_path / "warehouse.duckdb.wal"
    stray.write_bytes(b"left by a program that was killed")
    built(tmp_path, *small_world(), run="run-2")
    assert not stray.exists()
    assert ask(tmp_path / "warehouse.duckdb", "SELECT count(*) FROM events") == [(3,)]


def test_renamed_copy_answers_its_views(tmp_path: Path) -> None:
    stand(tmp_path, *small_world())
    copy = tmp_path / "copy of 2025.duckdb"
    copy.write_bytes((tmp_path / "warehouse.duckdb").read_bytes())
    assert ask(copy, "SELECT count(*) FROM agenda") == [(4,)]


READER = """
import json, select, sys, duckdb
path, answers = sys.argv[1], []
print("ready", flush=True)
while not select.select([sys.stdin], [], [], 0.005)[0]:
    with duckdb.connect(path, read_only=True, config={"threads": 1}) as connection:
        answers.append(connection.execute(
            "SELECT (SELECT count(*) FROM sessions), (SELECT count(*) FROM agenda)").fetchall()[0])
print(json.dumps(answers))
"""


def test_readers_see_whole_files_during_publications(tmp_path: Path) -> None:
    """While one file is built, and while two take turns being published, each reader sees one of them whole."""
    stand(tmp_path, *small_world())
    old, new = tmp_path / "old", tmp_path / "new"
    shutil.copyfile(tmp_path / "warehouse.duckdb", old)
    command = [sys.executable, "-c", READER, str(tmp_path / "warehouse.duckdb")]
    reader = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert reader.stdout is not None
    assert reader.stdout.readline() == "ready\n"
    more = page(100, event("Rencontre", session("2024-03-01")))
    assert built(tmp_path, *small_world(), more, run="run-2").outcome == "published"
    shutil.copyfile(tmp_path / "warehouse.duckdb", new)
    for number in range(300):
        shutil.copyfile(new if number % 2 else old, scratch_path(tmp_path))
        publish(tmp_path)
    answers, errors = reader.communicate("stop\n", timeout=60)
    assert errors == ""
    assert {tuple(pair) for pair in json.loads(answers)} == {(4, 4), (5, 5)}


def test_open_reader_keeps_its_snapshot(tmp_path: Path) -> None:
    stand(tmp_path, *small_world()[:2])
    with duckdb.connect(str(tmp_path / "warehouse.duckdb"), read_only=True) as old:
        before = old.execute("SELECT count(*) FROM events").fetchall()
        assert built(tmp_path, *small_world(), run="run-2").outcome == "published"
        assert old.execute("SELECT count(*) FROM events").fetchall() == before == [(2,)]
    assert ask(tmp_path / "warehouse.duckdb", "SELECT count(*) FROM events") == [(3,)]


def test_halved_events_are_refused_and_the_last_good_file_stays(tmp_path: Path) -> None:
    stand(tmp_path, *small_world())
    (release,) = [path.name for path in (tmp_path / "releases").iterdir()]
    before = (tmp_path / "warehouse.duckdb").read_bytes()
    result = built(tmp_path, *small_world()[3:4], run="run-2")
    assert (result.outcome, result.release) == ("refused", release)
    assert [(g.rule, g.bound, round(g.value, 4)) for g in result.failed_gates] == [
        ("events_not_halved", 0.5, 0.3333),
        ("sessions_not_halved", 0.5, 0.25),
        ("pages_do_not_vanish", 0.9, 0.2),
        ("tables_not_halved", 0.5, 0.2),
    ]
    assert (tmp_path / "warehouse.duckdb").read_bytes() == before
    assert result.refused_file == tmp_path / "refused" / "run-2.duckdb"
    assert ask(tmp_path / "refused" / "run-2.duckdb", "SELECT count(*) FROM events") == [(1,)]
    assert read_runs(tmp_path)[-1].outcome == "refused"


def test_only_the_last_refused_files_are_kept(tmp_path: Path) -> None:
    stand(tmp_path, *small_world())
    (tmp_path / "refused").mkdir()
    for number in range(3):  # of the nights before
        refused = tmp_path / "refused" / f"refused-{number}.duckdb"
        refused.write_bytes(b"")
        os.utime(refused, (number, number))
    built(tmp_path, *small_world()[3:4], run="refused-3")
    kept = sorted(path.name for path in (tmp_path / "refused").iterdir())
    assert kept == ["refused-1.duckdb", "refused-2.duckdb", "refused-3.duckdb"]


class TestGates:
    def failed(self, data: Path, *told: Told) -> dict[str, tuple[str, float]]:
        result = built(data, *told)
        return {gate.rule: (result.outcome, gate.value) for gate in result.failed_gates}

    def test_value_without_evidence_degrades(self, tmp_path: Path) -> None:
        bare = replace(event("Santé et habitat", session("2022-03-24")), audience="élus")
        assert self.failed(tmp_path, page(10, bare)) == {"values_have_evidence": ("degraded", 1.0)}

    def test_title_and_kind_stand_on_the_title_of_the_page(self, tmp_path: Path) -> None:
        told = page(10, replace(event("Santé et habitat", session("2022-03-24")), evidence=()))
        bare = replace(told, reading=replace(told.reading, page=replace(told.reading.page, evidence=())))
        assert built(tmp_path, bare).outcome == "published"
        question = "SELECT DISTINCT field, words, rule FROM evidence WHERE table_name = 'events' ORDER BY field"
        assert ask(tmp_path / "warehouse.duckdb", question) == [
            ("event_type", "Santé et habitat", "title_of_the_page"),
            ("title", "Santé et habitat", "title_of_the_page"),
        ]

    def test_evidence_for_another_field_is_none(self, tmp_path: Path) -> None:
        item = Evidence("organiser", "élus", words("élus"), "r")
        bare = event("Santé et habitat", session("2022-03-24"), organiser="x")
        wrong = replace(bare, audience="élus", evidence=(*bare.evidence, item))
        assert "values_have_evidence" in self.failed(tmp_path, page(10, wrong))

    def test_unknown_territory_refuses(self, tmp_path: Path) -> None:
        told = event("Santé et habitat", session("2022-03-24"), territories=(territory("99999"),))
        assert self.failed(tmp_path, page(10, told)) == {"whole_references": ("refused", 1.0)}

    def test_unknown_commune_code_degrades(self, tmp_path: Path) -> None:
        told = event("Santé et habitat", session("2022-03-24", venue("Paris", code="75056")))
        assert self.failed(tmp_path, page(10, told)) == {"commune_codes_exist": ("degraded", 1.0)}

    @pytest.mark.parametrize("bad", ["1921-11-30", "2031-11-30"])
    def test_day_out_of_bounds_refuses(self, tmp_path: Path, bad: str) -> None:
        told = page(10, event("Santé et habitat", session(bad)))
        assert self.failed(tmp_path, told) == {"days_in_bounds": ("refused", 1.0)}

    def test_period_that_ends_before_it_begins_refuses(self, tmp_path: Path) -> None:
        backward = session("2022-05-01", last="2022-04-01", precision="month")
        assert "days_in_order" in self.failed(tmp_path, page(10, event("Santé et habitat", backward)))

    def test_gates_of_the_published_file_stand_in_it(self, tmp_path: Path) -> None:
        built(tmp_path, *small_world())
        found = ask(tmp_path / "warehouse.duckdb", "SELECT bool_and(passed), count(*) FROM gates")
        assert found == [(True, len(load_gates()))]


def test_empty_archive_gives_an_empty_warehouse(tmp_path: Path) -> None:
    result = build([], {}, Knowledge(), tmp_path, RunFacts("r", START, "irev build", "code"))
    assert (result.outcome, result.counts["pages"]) == ("published", 0)


def test_damaged_published_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "warehouse.duckdb").write_bytes(b"not a database")
    assert built(tmp_path, *small_world()).outcome == "published"
