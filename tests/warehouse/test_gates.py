"""Every gate: data that fails it, data that just passes it; and what people are told of it and may do about it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
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
    session,
    territory,
    theme,
    venue,
    world,
)
from warehouse.acceptances import ACCEPTED, COLUMNS, Acceptance, Consent, append_acceptances, read_acceptances
from warehouse.build import BuildResult, RunFacts, build
from warehouse.errors import WarehouseError
from warehouse.gates import Before, GateResult, check_gates, count_new, load_gates
from warehouse.runs import RunRecord, read_runs
from warehouse.status import read_status

GATES = {gate.rule: gate for gate in load_gates()}
EVENTS = 24


def everyday_world() -> list[Told]:
    """Four and twenty events, each on its page with day, hours, hall, territory and theme; one has a brochure."""
    told = [document("plaquette.pdf", event("Programme"))]
    for number in range(EVENTS):
        hall = venue("Lens", f"Salle {number}", f"{number + 1} rue du Test", postcode="62300")
        one = event(
            f"Rencontre numéro {number} : habitat et santé",
            session(f"2024-03-{number + 1:02}", hall, ("09:00", "12:00")),
            territories=(territory("246200364"),),
            themes=(theme("sante", "label"),),
        )
        files = (attachment("plaquette.pdf"),) if number == 0 else ()
        told.append(page(100 + number, one, published_on="2024-02-01", attachments=files))
    return told


def emptied_world(hours: float) -> list[Told]:
    """The same pages, of which nobody can read the hall any more."""
    told = []
    for number, one in enumerate(everyday_world()[1:]):
        bare = event(one.reading.page.title, session(f"2024-03-{number + 1:02}", None, ("09:00", "12:00")))
        told.append(page(100 + number, bare, version="2", hours=hours, published_on="2024-02-01"))
    return told


def more(count: int) -> list[Told]:
    return [
        page(300 + n, event(f"Autre rencontre {n} sur l'école", session(f"2024-05-{n + 1:02}"))) for n in range(count)
    ]


PAST = page(400, event("Une journée d'autrefois", session("1921-11-30")))


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good")
    assert built(folder, *everyday_world()).failed_gates == ()
    return folder


@pytest.fixture(scope="module")
def file(good: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    copy = tmp_path_factory.mktemp("copy") / "copy.duckdb"
    shutil.copyfile(good / "warehouse.duckdb", copy)
    with duckdb.connect(str(copy)) as connection:
        yield connection


def check(
    connection: duckdb.DuckDBPyConnection, rule: str, *statements: str, before: Before | None = None
) -> GateResult:
    """The result of one rule on the good file with something done to it, which is undone."""
    connection.execute("BEGIN")
    try:
        for statement in statements:
            connection.execute(statement)
        (result,) = check_gates(connection, [GATES[rule]], count_new(connection), before or Before())
        return result
    finally:
        connection.execute("ROLLBACK")


ONE_EVENT = "event_id = 'event-100'"
ONE_SESSION = "session_id = 'session-100-2024-03-01'"
TWICE = "INSERT INTO {0} SELECT * FROM {0} ORDER BY ALL LIMIT {1}"

# rule: what fails it, with the value that is found; what just passes it
ABSOLUTE: dict[str, tuple[str, float, str]] = {
    "unique_keys": (TWICE.format("venues", 1), 1, TWICE.format("evidence", 1)),
    "whole_references": (
        "DELETE FROM venues WHERE name = 'Salle 1'",
        1,
        f"UPDATE sessions SET venue_id = NULL WHERE {ONE_SESSION}",
    ),
    "commune_codes_exist": (
        "UPDATE venues SET commune_code = '75056' WHERE name = 'Salle 1'",
        1,
        "UPDATE venues SET commune_code = NULL",
    ),
    "postcodes_fit": (
        "UPDATE venues SET postcode = '59000' WHERE name = 'Salle 1'",
        1,
        "UPDATE venues SET postcode = '62411' WHERE name = 'Salle 1'",  # a CEDEX of the same département
    ),
    "words_are_known": (
        f"UPDATE sessions SET status = 'maybe' WHERE {ONE_SESSION}",
        1,
        f"UPDATE sessions SET status = 'full', certainty = 1 WHERE {ONE_SESSION}",
    ),
    "day_has_evidence": (
        "DELETE FROM evidence WHERE table_name = 'sessions' AND field = 'day' AND row_id = 'session-100-2024-03-01'",
        1,
        "DELETE FROM evidence WHERE table_name = 'sessions' AND field <> 'day'",
    ),
    "links_have_evidence": (
        "DELETE FROM evidence WHERE table_name = 'event_themes' AND row_id = 'event-100/sante'",
        1,
        "DELETE FROM event_themes WHERE event_id = 'event-100'",
    ),
    "values_have_evidence": (
        f"UPDATE events SET audience = 'élus' WHERE {ONE_EVENT}",
        1,
        f"UPDATE events SET audience = '' WHERE {ONE_EVENT}",
    ),
    "nearly_all_values_have_evidence": (
        "DELETE FROM evidence WHERE field = 'street'",  # of 18 values of each event, and 3 of the brochure
        round(EVENTS / 435, 4),
        "DELETE FROM evidence WHERE field = 'street' AND row_id IN (SELECT venue_id FROM venues ORDER BY ALL LIMIT 9)",
    ),
    "evidence_has_capture": (
        "UPDATE evidence SET capture_digest = 'sha256:other' WHERE field = 'street' AND words = '' OR "
        "(table_name = 'sessions' AND field = 'day' AND row_id = 'session-100-2024-03-01')",
        1,
        "UPDATE evidence SET capture_digest = '', rule = 'correction' WHERE row_id = 'session-100-2024-03-01'",
    ),
    "days_in_order": (
        f"UPDATE sessions SET last_day = first_day - 1 WHERE {ONE_SESSION}",
        1,
        f"UPDATE sessions SET last_day = first_day WHERE {ONE_SESSION}",
    ),
    "days_in_bounds": (
        f"UPDATE sessions SET first_day = DATE '1989-12-31' WHERE {ONE_SESSION}",
        1,
        f"UPDATE sessions SET first_day = DATE '1990-01-01', last_day = DATE '2028-03-01' WHERE {ONE_SESSION}",
    ),
    "hours_in_order": (
        f"UPDATE sessions SET ends_at = '09:00' WHERE {ONE_SESSION}",
        1,
        f"UPDATE sessions SET ends_at = '09:01' WHERE {ONE_SESSION}",
    ),
    "stamps_in_bounds": (
        "UPDATE pages SET published_on = DATE '2025-03-03' WHERE page_id = 'node:100'",  # seen on 2025-03-01
        1,
        "UPDATE pages SET published_on = DATE '2025-03-02' WHERE page_id = 'node:100'",
    ),
    "events_hold_their_sessions": (
        f"UPDATE events SET session_count = 2 WHERE {ONE_EVENT}",
        1,
        f"UPDATE events SET session_count = 0 WHERE {ONE_EVENT};DELETE FROM sessions WHERE {ONE_EVENT}",
    ),
    "history_ends_today": (
        TWICE.format("event_themes_history", 2),
        2,
        "INSERT INTO event_themes_history SELECT * REPLACE (stood_from + INTERVAL 1 DAY AS stood_until) "
        "FROM event_themes_history",
    ),
    "history_in_order": (
        f"UPDATE events_history SET stood_until = stood_from WHERE {ONE_EVENT}",
        1,
        f"UPDATE events_history SET stood_until = stood_from + INTERVAL 1 SECOND WHERE {ONE_EVENT}",
    ),
    "sessions_have_days": (
        "UPDATE sessions SET day = NULL WHERE session_id > 'session-111'",
        round(11 / EVENTS, 4),
        "UPDATE sessions SET day = NULL WHERE session_id > 'session-112'",
    ),
}  # fmt: skip


@pytest.mark.parametrize("rule", ABSOLUTE)
def test_data_that_fails_a_rule_and_data_that_just_passes(file: duckdb.DuckDBPyConnection, rule: str) -> None:
    fails, value, passes = ABSOLUTE[rule]
    result = check(file, rule, fails)
    assert (result.passed, round(result.value, 4)) == (False, value)
    assert check(file, rule, *passes.split(";")).passed
    assert check(file, rule).passed


def published(run: str, counts: Mapping[str, int], until: str | None = None) -> RunRecord:
    return RunRecord(run, "irev run", START.isoformat(), "published", counts=counts, until=until)


def usual(file: duckdb.DuckDBPyConnection, runs: int = 5, **counts: int) -> Before:
    """Runs that counted what the good file holds, but for some names (`sessions__day` is `sessions.day`)."""
    told = {name.replace("__", "."): count for name, count in counts.items()}
    return Before([published(f"run-{number}", {**count_new(file), **told}) for number in range(runs)])


LESS_THAN_HALF = {
    "events_not_halved": ("events", 49, 48),
    "sessions_not_halved": ("sessions", 49, 48),
    "tables_not_halved": ("event_themes", 49, 48),
}


@pytest.mark.parametrize("rule", LESS_THAN_HALF)
def test_table_that_lost_more_than_half_of_its_rows_fails(file: duckdb.DuckDBPyConnection, rule: str) -> None:
    table, had, just = LESS_THAN_HALF[rule]
    assert round(check(file, rule, before=usual(file, **{table: had})).value, 4) == round(EVENTS / had, 4)
    assert not check(file, rule, before=usual(file, **{table: had})).passed
    assert check(file, rule, before=usual(file, **{table: just})).passed
    assert check(file, rule).passed  # the first run has nothing before it


def test_one_odd_run_among_five_is_outvoted(file: duckdb.DuckDBPyConnection) -> None:
    runs = usual(file).runs
    odd = published("odd", {**runs[0].counts, "events": 9999})
    assert check(file, "events_not_halved", before=Before([*runs[1:], odd])).passed


def test_pages_and_documents_vanish(file: duckdb.DuckDBPyConnection) -> None:
    assert not check(file, "pages_do_not_vanish", before=usual(file, pages=27)).passed  # 25 of 28
    assert check(file, "pages_do_not_vanish", before=usual(file, pages=26)).passed  # 25 of 27


def test_same_pages_tell_twice_as_much(file: duckdb.DuckDBPyConnection) -> None:
    rule, more = "pages_tell_no_more_than_before", TWICE.format("events", 20)
    assert check(file, rule, TWICE.format("events", 17), before=usual(file, events=20)).value == 41 / 20
    assert not check(file, rule, TWICE.format("events", 17), before=usual(file, events=20)).passed
    assert check(file, rule, TWICE.format("events", 16), before=usual(file, events=20)).passed
    assert check(file, rule, more, before=usual(file, events=20, pages=15)).passed  # the archive has grown as well
    assert check(file, rule, more, before=usual(file, events=19)).passed  # too few to say


@pytest.mark.parametrize(("rule", "kept"), [("fields_stay_filled", 16), ("fields_do_not_empty", 8)])
def test_column_that_empties_fails(file: duckdb.DuckDBPyConnection, rule: str, kept: int) -> None:
    def emptied(left: int) -> str:
        kept_rows = f"SELECT session_id FROM sessions ORDER BY ALL LIMIT {left}"
        return f"UPDATE sessions SET venue_id = NULL WHERE session_id NOT IN ({kept_rows})"

    assert check(file, rule, emptied(kept), before=usual(file)).passed
    failed = check(file, rule, emptied(kept - 1), before=usual(file))
    assert (failed.passed, round(failed.value, 4)) == (False, round((kept - 1) / EVENTS, 4))
    assert check(file, rule, emptied(0)).passed  # never filled before: not known to be wrong


def test_facts_that_stir_all_at_once_fail(file: duckdb.DuckDBPyConnection) -> None:
    def stirred(events: int) -> str:
        return f"""INSERT INTO changes SELECT 'look-x', 'sessions', session_id, 'venue_id', 'changed', 'factual',
            'venue changed', venue_id, NULL, TIMESTAMP '2025-03-05', TIMESTAMP '2025-03-05'
            FROM sessions ORDER BY session_id LIMIT {events}"""

    def until(moment: str) -> Before:
        return Before([published("run-1", {}, until=moment)])

    rule, before = "facts_do_not_stir", until("2025-03-04T02:00:00+00:00")
    assert check(file, rule, stirred(8), before=before).passed  # a third of 24
    failed = check(file, rule, stirred(9), before=before)
    assert (failed.passed, failed.value) == (False, 9 / EVENTS)
    assert check(file, rule, stirred(24), before=until("2025-03-05T00:00:00+00:00")).passed  # published already
    assert check(file, rule, stirred(24)).passed  # nothing is published


@pytest.mark.parametrize(
    ("rule", "of", "lacking"),
    [("listing_is_captured", "linked", "missing"), ("listings_are_read", "offered", "unread")],
)
def test_site_that_was_not_captured_whole_fails(
    file: duckdb.DuckDBPyConnection, rule: str, of: str, lacking: str
) -> None:
    assert check(file, rule, before=Before(facts={of: 100, lacking: 5})).passed
    failed = check(file, rule, before=Before(facts={of: 100, lacking: 6}))
    assert (failed.passed, failed.value, failed.severity) == (False, 0.06, "degrade")
    assert check(file, rule).passed  # files were imported, nothing was crawled


def test_every_rule_has_its_case() -> None:
    told = {
        *ABSOLUTE, *LESS_THAN_HALF, "pages_do_not_vanish", "pages_tell_no_more_than_before", "fields_stay_filled",
        "fields_do_not_empty", "facts_do_not_stir", "listing_is_captured", "listings_are_read",
    }  # fmt: skip
    assert told == set(GATES)


class TestWhatIsToldOfIt:
    """The way through a build is the same for all rules: two that refuse, one that degrades."""

    def test_refused_file_is_kept_and_told_and_the_last_good_one_stays(self, good: Path, tmp_path: Path) -> None:
        data = shutil.copytree(good, tmp_path / "data")
        before = (data / "warehouse.duckdb").read_bytes()
        result = built(data, *everyday_world(), PAST, run="run-2")
        (gate,) = result.failed_gates
        assert (result.outcome, gate.rule, gate.bound, gate.value) == ("refused", "days_in_bounds", 0.0, 1.0)
        assert (data / "warehouse.duckdb").read_bytes() == before
        assert result.refused_file == data / "refused" / "run-2.duckdb"
        with duckdb.connect(str(result.refused_file), read_only=True) as connection:
            question = "SELECT run_id, rule, bound, value, passed, accepted FROM gates WHERE NOT passed"
            assert connection.execute(question).fetchall() == [("run-2", "days_in_bounds", 0.0, 1.0, False, None)]
        told = [told for told in read_runs(data)[-1].gates if not told["passed"]]
        assert [(one["rule"], one["bound"], one["value"]) for one in told] == [("days_in_bounds", 0.0, 1.0)]

    def test_night_after_a_refusal_is_refused_again(self, good: Path, tmp_path: Path) -> None:
        """What stirred stays stirred until it is published: another quiet look does not let it through."""
        data = shutil.copytree(good, tmp_path / "data")
        moved = [one for one in emptied_world(24) if one.reading.source.media_type == "text/html"]
        first = built(data, *everyday_world(), *moved, run="run-2")
        rules = {gate.rule: gate.value for gate in first.failed_gates}
        assert rules["facts_do_not_stir"] > 0.9
        assert rules["fields_do_not_empty"] == 0
        quiet = [one.again(48) for one in moved]
        second = built(data, *everyday_world(), *quiet, run="run-3")
        assert (second.outcome, {gate.rule: gate.value for gate in second.failed_gates}) == ("refused", rules)


class TestAcceptance:
    def consent(self, *rules: str) -> Consent:
        return Consent(frozenset(rules), "they were found in an old brochure", "Camille")

    def build(self, data: Path, *told: Told, run: str, accept: Consent | None = None) -> BuildResult:
        sightings, readings = world(told)
        facts = RunFacts(run, START, "irev build", "code", consent=accept)
        return build(sightings, readings, KNOWLEDGE, data, facts)

    def test_what_a_person_accepts_is_published_and_remembered_with_reason_and_name(
        self, good: Path, tmp_path: Path
    ) -> None:
        data = shutil.copytree(good, tmp_path / "data")
        told = [*everyday_world(), PAST]
        assert self.build(data, *told, run="run-2").outcome == "refused"
        result = self.build(data, *told, run="run-3", accept=self.consent("days_in_bounds"))
        words = "accepted by Camille on 2025-03-01: they were found in an old brochure"
        assert (result.outcome, [gate.accepted for gate in result.failed_gates]) == ("published", [words])
        manifest = json.loads((data / "releases" / str(result.release) / "manifest.json").read_text(encoding="utf-8"))
        (kept,) = manifest["gates_not_passed"]
        assert (kept["rule"], kept["bound"], kept["value"], kept["accepted"]) == ("days_in_bounds", 0.0, 1.0, words)
        assert [gate.accepted for gate in read_status(data).gates if not gate.passed] == [words]
        assert [told["accepted"] for told in read_runs(data)[-1].gates if not told["passed"]] == [words]
        (line,) = read_acceptances(data / ACCEPTED)
        assert (line.rule, line.value, line.run) == ("days_in_bounds", 1.0, "run-3")
        # The next night it stands as accepted, and not one more.
        assert self.build(data, *told, *more(1), run="run-4").outcome == "published"
        worse = page(401, event("Avant-guerre", session("1935-02-01")))
        assert self.build(data, *told, *more(1), worse, run="run-5").outcome == "refused"

    def test_accepting_one_rule_does_not_publish_what_another_refuses(self, good: Path, tmp_path: Path) -> None:
        data = shutil.copytree(good, tmp_path / "data")
        half = everyday_world()[:6]
        result = self.build(data, *half, run="run-2", accept=self.consent("events_not_halved"))
        assert result.outcome == "refused"
        assert not (data / ACCEPTED).exists()

    def test_after_a_shrinking_that_was_accepted_later_runs_compare_with_it(self, good: Path, tmp_path: Path) -> None:
        data, half = shutil.copytree(good, tmp_path / "data"), everyday_world()[:6]
        rules = [gate.rule for gate in self.build(data, *half, run="run-2").failed_gates]
        assert "events_not_halved" in rules
        assert self.build(data, *half, run="run-3", accept=self.consent(*rules)).outcome == "published"
        assert self.build(data, *half, *more(1), run="run-4").outcome == "published"
        again = self.build(data, *half[:2], run="run-5")  # the bound is what it was
        assert {gate.rule: gate.bound for gate in again.failed_gates}["events_not_halved"] == 0.5

    def test_finding_of_a_published_file_can_be_accepted_later(self, tmp_path: Path) -> None:
        told = page(10, event("Santé et habitat", session("2022-03-24", venue("Paris", code="75056"))))
        assert self.build(tmp_path, told, run="run-1").outcome == "degraded"
        result = self.build(tmp_path, told, run="run-2", accept=self.consent("commune_codes_exist"))
        assert (result.outcome, [gate.rule for gate in result.failed_gates]) == ("nothing_new", ["commune_codes_exist"])
        assert self.build(tmp_path, told, *more(1), run="run-3").outcome == "published"

    def test_lines_stay_as_they_are_when_more_are_added(self, tmp_path: Path) -> None:
        path, day = tmp_path / ACCEPTED, START.date()
        one = Acceptance("a", 1 / 3, 'because "so", they said', "Camille", day, "run-1")
        other = Acceptance("b", 2.0, "x", "Dominique", day, "run-2")
        append_acceptances(path, [one])
        path.write_text(path.read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")  # an editor took the last end
        append_acceptances(path, [other])
        append_acceptances(path, [])
        assert read_acceptances(path) == (one, other)
        assert read_acceptances(tmp_path / "none.csv") == ()

    @pytest.mark.parametrize(
        ("lines", "said"),
        [
            ("rule,value\n", "must have the columns rule,value,why,who,when,run"),
            ("{}\na,1,x\n", "line 2: there must be 6 values"),
            ("{}\na,1,,me,2026-01-31,r\n", "line 2: rule, why and who must not be empty"),
            ("{}\na,much,x,me,2026-01-31,r\n", "line 2: value must be a number"),
            ("{}\na,1,x,me,yesterday,r\n", "when a day like 2026-01-31"),
        ],
    )
    def test_line_that_says_nothing_sensible_is_one_clear_error(self, tmp_path: Path, lines: str, said: str) -> None:
        path = tmp_path / ACCEPTED
        path.write_text(lines.format(",".join(COLUMNS)), encoding="utf-8")
        with pytest.raises(WarehouseError, match=said) as caught:
            read_acceptances(path)
        assert "\n" not in str(caught.value)
