from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.warehouse.factory import attachment, built, event, page, session, territory, theme, venue
from warehouse.errors import WarehouseError
from warehouse.query import NAMED, ask, run_query

Ask = Callable[[str], list[tuple[object, ...]]]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two editions of one cycle, the second of which names Douai as an earlier one, and an open webinar."""
    folder = tmp_path_factory.mktemp("data")
    hall = venue("Béthune", "Hôtel communautaire", "100, avenue de Londres", postcode="62411")
    first = event(
        "Laïcité : première édition", session("2016-03-10", venue("Lille")), session("2016-03-11", venue("Lille")),
        cycle="Egalité-Citoyenneté", territories=(territory("200093201"), territory("59350", "venue")),
        themes=(theme("laicite"),), participants=12,
    )  # fmt: skip
    second = event(
        "Laïcité : le bassin minier", session("2017-09-07", hall),
        cycle="Égalité-citoyenneté", territories=(territory("200072460"), territory("200044618", "earlier_edition")),
        themes=(theme("laicite"),),
    )  # fmt: skip
    webinar = event("Santé et logement", session("2017-09-20", venue(None, mode="online")), themes=(theme("sante"),))
    built(
        folder,
        page(10, first, published_on="2016-02-01"),
        page(20, second, published_on="2017-08-08", attachments=(attachment("plaquette.pdf"),)),
        page(30, webinar),
    )
    return folder


@pytest.fixture
def answers(data: Path) -> Ask:
    return lambda question: list(ask(data, question).rows)


class TestNamedQuestions:
    def test_cycles_by_territory_and_year(self, answers: Ask) -> None:
        rows = [(r[0], r[2], r[4], r[5], r[6]) for r in answers("cycles_by_territory_and_year")]
        assert rows == [
            ("CA de Béthune-Bruay", 2017, 1, 1, "target"),
            ("Lille", 2016, 1, 2, "venue"),
            ("Métropole européenne de Lille", 2016, 1, 2, "target"),
        ]

    def test_each_town_of_an_event_counts_its_own_sessions(self, tmp_path: Path) -> None:
        towns = [session(d, venue(city)) for d, city in (("2016-01-28", "Lille"), ("2016-01-29", "Lille"))]
        towns.append(session("2016-02-22", venue("Douai")))
        where = [territory(code, "venue") for code in ("59350", "59178")] + [territory("200093201")]
        built(tmp_path, page(10, event("Laïcité", *towns, cycle="Laïcité et ville", territories=tuple(where))))
        rows = {(r[0], r[5]) for r in ask(tmp_path, "cycles_by_territory_and_year").rows}
        assert rows == {("Lille", 2), ("Douai", 1), ("Métropole européenne de Lille", 3)}

    def test_earlier_editions_are_told_apart(self, answers: Ask) -> None:
        rows = {(r[1], r[4], r[5], r[6]) for r in answers("territories-that-hosted-a-cycle")}
        assert ("Douaisis Agglo", None, 0, True) in rows
        assert ("Lille", "2016", 1, False) in rows
        assert answers("SELECT DISTINCT event_id, year FROM cycle_territories WHERE relation = 'earlier_edition'") == [
            (None, None)
        ]

    def test_themes_over_time(self, answers: Ask) -> None:
        rows = [(r[0], r[1], r[2], r[3]) for r in answers("cycles_by_theme_over_time")]
        assert rows == [("Laïcité", 2016, 1, 1), ("Laïcité", 2017, 1, 1), ("Santé", 2017, 0, 1)]

    def test_territories_never_reached(self, answers: Ask) -> None:
        rows = {(r[0], r[3]) for r in answers("territories_never_reached_by_a_theme")}
        assert ("Laïcité", "CA de Lens-Liévin") in rows
        assert ("Laïcité", "CA de Béthune-Bruay") not in rows
        assert ("Santé", "CA de Béthune-Bruay") in rows

    def test_editions_of_a_cycle(self, answers: Ask) -> None:
        rows = [(r[1], str(r[3]), r[5], r[6], r[7], r[8]) for r in answers("editions_of_a_cycle")]
        assert rows == [
            ("event-10", "2016-03-10", 2, 12, "Métropole européenne de Lille", "Lille"),
            ("event-20", "2017-09-07", 1, None, "CA de Béthune-Bruay", "Béthune"),
        ]

    def test_delay(self, answers: Ask) -> None:
        assert [(r[0], r[5]) for r in answers("time_from_announcement_to_first_session")] == [
            ("event-10", 38),
            ("event-20", 30),
        ]

    def test_venues_by_use(self, answers: Ask) -> None:
        assert [(r[1], r[4], r[5]) for r in answers("venues_by_use")] == [
            (None, "Lille", 2),
            ("Hôtel communautaire", "Béthune", 1),
        ]

    def test_attachments(self, answers: Ask) -> None:
        assert [(r[0], r[2]) for r in answers("event_attachments")] == [("event-20", "brochure")]

    @pytest.mark.parametrize("name", NAMED)
    def test_every_named_question_answers_in_every_format(self, data: Path, name: str) -> None:
        rows = json.loads(run_query(data, name, "json"))
        table = list(csv.reader(io.StringIO(run_query(data, name, "csv"))))
        assert len(table) == len(rows) + 1
        assert run_query(data, name).endswith(f"({len(rows)} row{'' if len(rows) == 1 else 's'})\n")


@pytest.mark.parametrize(
    "question",
    [
        "SELECT 1",
        "  select 1 ;",
        "-- a comment\nSELECT 1",
        "/* one */ (SELECT 1)",
        "WITH x AS (SELECT 'insert; delete' AS t) SELECT t FROM x",
        "FROM events",
        "DESCRIBE events",
        "SHOW TABLES",
        "SUMMARIZE sessions",
        "VALUES (1)",
    ],
)
def test_questions_are_answered(answers: Ask, question: str) -> None:
    assert answers(question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("COPY events TO '/tmp/stolen.csv'", "not COPY"),
        ("COPY (SELECT 1) TO 'x.csv'", "not COPY"),
        ("ATTACH 'other.duckdb'", "not ATTACH"),
        ("INSTALL httpfs", "not INSTALL"),
        ("LOAD icu", "not LOAD"),
        ("PRAGMA database_list", "not PRAGMA"),
        ("SET memory_limit = '100GB'", "not SET"),
        ("RESET memory_limit", "not RESET"),
        ("INSERT INTO events SELECT * FROM events", "not INSERT"),
        ("UPDATE events SET title = ''", "not UPDATE"),
        ("DROP TABLE events", "not DROP"),
        ("CREATE TEMP TABLE x (a INTEGER)", "not CREATE"),
        ("EXPORT DATABASE 'x'", "not EXPORT"),
        ("CALL pragma_version()", "not CALL"),
        ("EXPLAIN ANALYZE SELECT 1", "not EXPLAIN"),
        ("WITH x AS (DELETE FROM events RETURNING *) SELECT * FROM x", "not WITH"),
        ("SELECT 1; SELECT 2", "one statement at a time"),
        ("SELECT 1; COPY events TO 'x'", "one statement at a time"),
        ("SELECT * FROM read_csv('/etc/passwd')", "nothing outside the warehouse"),
        ("SELECT * FROM read_text('/etc/passwd')", "nothing outside the warehouse"),
        ("SELECT * FROM glob('/*')", "nothing outside the warehouse"),
        ("SELECT * FROM '/etc/passwd'", "does not exist"),
        ("SELECT * FROM duckdb_secrets()", "nothing outside the warehouse"),
        ("SELECT nothing FROM events", "nothing"),
        ("SELEC 1", "syntax error"),
        ("", "There is no question"),
        ("-- only a comment", "There is no question"),
        ("cycles_by_mood", "no question named cycles_by_mood"),
    ],
)
def test_everything_else_is_refused_in_one_clear_line(data: Path, question: str, says: str) -> None:
    with pytest.raises(WarehouseError) as caught:
        run_query(data, question)
    message = str(caught.value)
    assert says in message
    assert "\n" not in message
    assert "Traceback" not in message


def test_python_variables_are_no_tables(data: Path) -> None:
    stolen = [1, 2, 3]
    with pytest.raises(WarehouseError):
        run_query(data, "SELECT * FROM stolen")
    assert stolen


def test_endless_question_is_stopped(data: Path) -> None:
    with pytest.raises(WarehouseError, match="was stopped"):
        run_query(
            data, "SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range % 7 = b.range % 5", seconds=0.3
        )


def test_greedy_question_is_stopped(data: Path) -> None:
    greedy = "SELECT list(repeat('x', 100000) || a.range) FROM range(30000) a"
    with pytest.raises(WarehouseError, match="more memory"):
        run_query(data, greedy)


def test_missing_and_damaged_warehouses_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="run `irev build` first"):
        run_query(tmp_path, "SELECT 1")
    (tmp_path / "warehouse.duckdb").write_bytes(b"x" * 5000)
    with pytest.raises(WarehouseError, match="cannot be opened"):
        run_query(tmp_path, "SELECT 1")


def test_formats(data: Path) -> None:
    question = "SELECT DATE '2021-11-30' AS day, NULL AS nothing, true AS yes, 'a,\"b' AS text, [1, 2] AS list"
    assert run_query(data, question, "csv") == 'day,nothing,yes,text,list\n2021-11-30,,true,"a,""b","[1, 2]"\n'
    assert json.loads(run_query(data, question, "json")) == [
        {"day": "2021-11-30", "nothing": None, "yes": True, "text": 'a,"b', "list": [1, 2]}
    ]
    table = run_query(data, "SELECT 'a' AS short, repeat('x', 99) AS long").splitlines()
    assert table[0].startswith("short  long")
    assert table[2].endswith("x…")
    assert table[-1] == "(1 row)"
