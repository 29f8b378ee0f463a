"""Corrections: applied at each build, kept as evidence of their own, refused or named where they say nothing."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.warehouse.factory import Told, built, event, page, session, stand, venue
from warehouse.build import BuildResult
from warehouse.errors import WarehouseError

HEAD = "what,from,to,why,who,when\n"
END = ",looked at the brochure,Camille,2026-01-31\n"


def two_pages() -> list[Told]:
    return [
        page(10, event("Santé mentale et quartiers", session("2022-03-24", venue("Lens")), cycle="Santé et ville")),
        page(20, event("Mémoire des habitants", session("2023-05-12", venue("Douai")), cycle="Mémoire et ville")),
    ]


def corrected(data: Path, *lines: str, told: list[Told] | None = None, run: str = "run-1") -> BuildResult:
    data.mkdir(exist_ok=True)
    (data / "corrections.csv").write_text(HEAD + "".join(line + END for line in lines), encoding="utf-8")
    return built(data, *(told or two_pages()), run=run)


def ask(data: Path, question: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(data / "warehouse.duckdb"), read_only=True) as connection:
        return connection.execute(question).fetchall()


def test_value_is_put_in_place_with_evidence_of_its_own(tmp_path: Path) -> None:
    result = corrected(tmp_path, "session-10-2022-03-24.day,2022-03-24,2022-03-25", "event-10.participants,,40")
    assert (result.outcome, result.notices) == ("published", ())
    assert ask(tmp_path, "SELECT CAST(day AS VARCHAR) FROM sessions WHERE event_id = 'event-10'") == [("2022-03-25",)]
    assert ask(tmp_path, "SELECT CAST(first_day AS VARCHAR), participants FROM events WHERE event_id = 'event-10'") == [
        ("2022-03-25", 40)
    ]
    assert ask(tmp_path, "SELECT row_id, field, words FROM evidence WHERE rule = 'correction' ORDER BY field") == [
        ("session-10-2022-03-24", "day", "Camille, 2026-01-31: looked at the brochure"),
        ("event-10", "participants", "Camille, 2026-01-31: looked at the brochure"),
    ]
    assert ask(tmp_path, "SELECT used, problem FROM corrections") == [(True, None)] * 2


def test_events_are_merged_and_keep_the_name_that_was_chosen(tmp_path: Path) -> None:
    corrected(tmp_path, "merge,event-10,event-20")
    assert ask(tmp_path, "SELECT event_id, session_count FROM events") == [("event-20", 2)]
    assert ask(tmp_path, "SELECT rule, why FROM event_links WHERE cycle_id IS NULL") == [
        ("correction", "Camille: looked at the brochure")
    ]


def test_telling_is_split_off(tmp_path: Path) -> None:
    told = [
        page(10, event("Santé mentale et quartiers", session("2022-03-24"))),
        page(20, event("Santé mentale et quartiers", session("2022-03-24"))),
    ]
    built(tmp_path, *told)
    assert ask(tmp_path, "SELECT count(*) FROM events") == [(1,)]
    assert corrected(tmp_path, "split,event-10,node:20#0", told=told, run="run-2").notices == ()
    assert ask(tmp_path, "SELECT event_id FROM events ORDER BY 1") == [("event-10",), ("event-20",)]


def test_cycles_are_merged_and_split(tmp_path: Path) -> None:
    stand(tmp_path, *two_pages())
    (first,), (second,) = ask(tmp_path, "SELECT cycle_id FROM cycles ORDER BY cycle_id")
    corrected(tmp_path, f"merge,{first},{second}", run="run-2")
    assert ask(tmp_path, "SELECT cycle_id, event_count FROM cycles") == [(second, 2)]
    corrected(tmp_path, f"split,{first},event-20", run="run-3")
    assert ask(tmp_path, "SELECT event_id, cycle_id FROM events ORDER BY 1") == [
        ("event-10", second),
        ("event-20", None),
    ]


def test_tellings_and_sessions_are_rejected(tmp_path: Path) -> None:
    corrected(tmp_path, "reject,node:10#0,", "reject,session-20-2023-05-12,")
    assert ask(tmp_path, "SELECT event_id, session_count FROM events") == [("event-20", 0)]


UNFIT = {
    "event-99.title,a,b": "there is no row event-99 in events",
    "event-10.audience,élus,habitants": "stale: event-10.audience is now empty, not élus",
    "event-10.title,Autre,Santé mentale et quartiers": "no longer needed",
    "merge,event-10,event-99": "there is no event event-99",
    "split,event-10,node:99#0": "there is no telling node:99#0",
    "reject,session-10-2022-03-25,": "no source tells of this now",
}


def test_lines_that_fit_no_more_change_nothing_and_are_named(tmp_path: Path) -> None:
    notices = corrected(tmp_path, *UNFIT).notices
    assert len(notices) == len(UNFIT)
    for line, says in UNFIT.items():
        what = line.split(",")[0]
        assert [says in notice for notice in notices if notice.startswith(f"correction of {what} ")] == [True]
    assert ask(tmp_path, "SELECT used FROM corrections") == [(False,)] * len(UNFIT)
    stand(tmp_path / "plain", *two_pages())
    for table in ("events", "sessions", "event_links"):
        assert ask(tmp_path, f"FROM {table} ORDER BY ALL") == ask(tmp_path / "plain", f"FROM {table} ORDER BY ALL")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b\n1,2\n", "must have the columns what,from,to,why,who,when"),
        (HEAD + "event-10.mood,,x" + END, "line 2: events have no column mood"),
        (HEAD + "event-10.first_seen,,x" + END, "no column first_seen that can be corrected"),
        (HEAD + "session-10-x.day,,soon" + END, "soon is no value of sessions.day"),
        (HEAD + "session-10-x.starts_at,,25:00" + END, "25:00 is no value of sessions.starts_at"),
        (HEAD + "event-10.title,a," + END, " is no value of events.title"),
        (HEAD + "mergee,a,b" + END, "what must be <row id>.<column>, merge, split, reject"),
        (HEAD + "merge,event-10," + END, "merge needs from and to"),
        (HEAD + "event-10.title,a,b,why,who,today\n", "when must be a day like 2026-01-31, not today"),
        (HEAD + "event-10.title,a,b,,who,2026-01-31\n", "what, why and who must not be empty"),
        (HEAD + "event-10.title,a\n", "line 2: there must be 6 values"),
        (HEAD + ("event-10.title,a,b" + END) * 2, "says twice"),
    ],
)
def test_line_that_says_nothing_sensible_keeps_the_build_from_starting(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "corrections.csv").write_text(text, encoding="utf-8")
    with pytest.raises(WarehouseError) as caught:
        built(tmp_path, *two_pages())
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "warehouse.duckdb").exists()


def test_order_of_lines_is_nothing_and_taking_one_out_undoes_it(tmp_path: Path) -> None:
    lines = ["event-10.audience,,élus", "event-10.participants,,12"]
    one = corrected(tmp_path / "a", *lines).release
    assert corrected(tmp_path / "b", *reversed(lines)).release == one
    stand(tmp_path / "c", *two_pages())
    corrected(tmp_path / "a", run="run-2")
    question = "SELECT version FROM release"
    assert ask(tmp_path / "a", question) == ask(tmp_path / "c", question) != [(one,)]


def test_review_lists_the_worst_first(tmp_path: Path) -> None:
    unsure = page(30, event("Habitat et santé", session("2024-05-13", certainty=0.5, flags=("weekday_mismatch",))))
    undated = page(40, event("Sport et mobilité"))
    lines = ["event-99.title,a,b", "event-10.participants,,12", "event-20.title,Autre,Mémoire des habitants"]
    corrected(tmp_path, *lines, told=[*two_pages(), unsure, undated])
    found = ask(tmp_path, "SELECT kind, weight FROM what_deserves_review")
    assert found == [("correction", 100), ("unsure_day", 70), ("event_without_day", 50), ("correction", 20)]
