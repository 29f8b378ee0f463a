"""The score: full marks for the truth itself, and each kind of error counted once and named."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from demo.matching import same_name, strip_name
from demo.score import QUERIES, fetch_rows, load_truth, score
from demo.witness import TrueEvent

TRUTH = load_truth()
Rows = dict[str, list[dict[str, Any]]]


def rows_of(event: TrueEvent) -> Rows:
    """The rows that a perfect warehouse would hold for this event."""
    rows: Rows = {name: [] for name in QUERIES}
    stated = {"registration_deadline": event.deadline, "stated_sessions": None, "participants": event.participants}
    named = {"event_id": event.id, "title": event.title, "event_type": event.type, "status": "announced"}
    rows["events"].append(named | stated | {"cycle": event.cycle})
    for kind, name in event.sources:
        node, url = (int(name), None) if kind == "page" else (None, f"http://irev.test/sites/default/files/{name}")
        rows["sources"].append({"event_id": event.id, "node_id": node, "canonical_url": None, "document_url": url})
    for number, session in enumerate(event.sessions):
        when = {"day": session.day, "first_day": session.first_day, "last_day": session.last_day}
        hours = {"starts_at": session.starts, "ends_at": session.ends, "precision": session.precision}
        where = {"name": None, "street": None, "city": session.city, "mode": session.mode or "in_person"}
        keys = {"session_id": f"{event.id}-{number}", "event_id": event.id, "status": session.status}
        rows["sessions"].append(keys | when | hours | where)
    for role, names in (("target", event.territories), ("earlier_edition", event.earlier)):
        rows["territories"] += [
            {"event_id": event.id, "role": role, "territory_id": None, "name": n.rstrip("?")} for n in names or ()
        ]
    rows["themes"] += [{"event_id": event.id, "origin": "label", "label": theme} for theme in event.themes]
    return rows


def perfect_rows() -> Rows:
    rows: Rows = {name: [] for name in QUERIES}
    for event in TRUTH.events:
        for name, found in rows_of(event).items():
            rows[name] += found
    rows["attachments"] = [
        {"node_id": a.page, "url": f"http://irev.test/files/{a.file}", "kind": a.kind} for a in TRUTH.attachments
    ]
    return rows


def session_of(rows: Rows, day: str) -> dict[str, Any]:
    return next(row for row in rows["sessions"] if str(row["day"]) == day)


def test_the_truth_itself_gets_full_marks() -> None:
    result = score(TRUTH, perfect_rows())
    assert [(m.name, m.errors) for m in result.measures if m.f1 < 1] == []
    assert result.false_days == ()
    assert result.measure("session days").expected >= 110
    assert min(m.expected for m in result.measures) >= 5


def test_nothing_found_is_no_recall_and_no_invention() -> None:
    result = score(TRUTH, {name: [] for name in QUERIES})
    assert (result.measure("events").recall, result.measure("events").given) == (0.0, 0)
    assert result.measure("session days").f1 == 0.0


def test_a_missed_session_is_named() -> None:
    rows = perfect_rows()
    rows["sessions"].remove(session_of(rows, "2020-03-12"))
    days = score(TRUTH, rows).measure("session days")
    assert (days.expected - days.right, days.given - days.right) == (1, 0)
    assert days.errors == ["missed 2020-03-12: pouvoir-dagir-2020"]


def test_an_invented_session_is_named_and_a_forbidden_day_too() -> None:
    rows = perfect_rows()
    invented = session_of(rows, "2021-11-30") | {
        "day": "2014-02-21",
        "first_day": "2014-02-21",
        "last_day": "2014-02-21",
    }
    rows["sessions"].append(invented)
    result = score(TRUTH, rows)
    days = result.measure("session days")
    assert (days.expected - days.right, days.given - days.right) == (0, 1)
    assert len(days.errors) == 1 and days.errors[0].startswith("made up 2014-02-21: ")
    assert len(result.false_days) == 1 and "2014-02-21 on node 235858 (a law)" in result.false_days[0]


def test_a_wrong_hour_costs_the_hour_and_not_the_day() -> None:
    rows = perfect_rows()
    session_of(rows, "2017-10-12")["starts_at"] = "09:00"
    result = score(TRUTH, rows)
    assert result.measure("session days").f1 == 1.0
    hours = result.measure("session days+hours")
    assert hours.errors == ["missed 2017-10-12 08:45-17:00: mons-2017", "made up 2017-10-12 09:00-17:00: mons-2017"]


def test_a_wrong_city_and_a_missing_one_differ() -> None:
    rows = perfect_rows()
    session_of(rows, "2022-10-04")["city"] = "Denain"
    session_of(rows, "2018-04-05")["city"] = None
    cities = score(TRUTH, rows).measure("session cities")
    assert (cities.expected - cities.right, cities.given - cities.right) == (2, 1)


def test_cities_are_compared_without_accents_and_ligatures() -> None:
    rows = perfect_rows()
    session_of(rows, "2017-10-12")["city"] = "MONS EN BAROEUL"
    assert score(TRUTH, rows).measure("session cities").f1 == 1.0


def test_a_duplicate_event_counts_as_made_up_with_its_sessions() -> None:
    rows = perfect_rows()
    twin = rows_of(next(e for e in TRUTH.events if e.id == "gusp-2025"))
    for name in ("events", "sources", "sessions"):
        rows[name] += [row | {"event_id": "twin"} for row in twin[name]]
    result = score(TRUTH, rows)
    assert result.measure("events").given - result.measure("events").right == 1
    assert result.measure("session days").given - result.measure("session days").right == 1


def test_an_event_may_be_split_where_the_truth_allows_it_only() -> None:
    def split(handle: str) -> Rows:
        rows = perfect_rows()
        moved = [row for row in rows["sessions"] if row["event_id"] == handle][1:]
        parts = rows_of(next(e for e in TRUTH.events if e.id == handle))
        for row in moved:
            row["event_id"] = "part"
        for name in ("events", "sources"):
            rows[name] += [row | {"event_id": "part"} for row in parts[name]]
        return rows

    assert score(TRUTH, split("conseils-citoyens-2018")).measure("events").f1 == 1.0
    assert score(TRUTH, split("lievin-2017")).measure("events").precision < 1.0


def test_events_of_one_group_may_be_merged() -> None:
    rows = perfect_rows()
    gone = {"bureau-2025", "assemblee-2025"}
    for row in rows["sessions"]:
        row["event_id"] = "seminaire-2025" if row["event_id"] in gone else row["event_id"]
    for name in ("events", "sources", "territories", "themes"):
        rows[name] = [row for row in rows[name] if row["event_id"] not in gone]
    result = score(TRUTH, rows)
    assert (result.measure("events").f1, result.measure("session days").f1) == (1.0, 1.0)


def test_homonyms_on_one_page_stay_apart() -> None:
    rows = perfect_rows()
    for row in rows["events"]:
        if row["event_id"].startswith("sante-mentale"):
            row["title"] = "Santé mentale et politique de la ville"
    assert score(TRUTH, rows).measure("events").f1 == 1.0


def test_territories_are_known_by_code_or_name_and_a_wrong_one_is_named() -> None:
    rows = perfect_rows()
    ours = [
        row for row in rows["territories"] if row["event_id"] == "ec-bassin-minier-2017" and row["role"] == "target"
    ]
    by_name = {row["name"]: row for row in ours}
    by_name["Lens-Liévin"].update(territory_id="246200364", name="CA de Lens - Liévin")
    by_name["Hénin-Carvin"].update(territory_id="59512", name="Roubaix")
    errors = score(TRUTH, rows).measure("target territories").errors
    assert errors == ["missed Hénin-Carvin: ec-bassin-minier-2017", "made up Roubaix: ec-bassin-minier-2017"]


def test_a_page_without_number_is_known_by_its_address() -> None:
    rows = perfect_rows()
    for row in rows["sources"]:
        if row["event_id"] == "sante-2016":
            row.update(
                node_id=None,
                canonical_url="https://www.irev.test/actualites-0/sante-et-contrat-de-ville-reservez-la-date",
            )
    assert score(TRUTH, rows).measure("events").f1 == 1.0


def test_optional_values_are_neither_right_nor_wrong() -> None:
    rows = perfect_rows()
    rows["sessions"] = [row for row in rows["sessions"] if row["precision"] == "day"]
    assert score(TRUTH, rows).measure("session days").f1 == 1.0


def test_rows_are_left_as_they_were_and_the_table_is_readable() -> None:
    rows = perfect_rows()
    before = copy.deepcopy(rows)
    table = score(TRUTH, rows).format_table()
    assert rows == before
    lines = table.splitlines()
    assert lines[0].split() == ["field", "right", "truth", "given", "precision", "recall", "F1"]
    assert lines[-1].split() == ["false", "days", "0"]


def test_the_queries_are_asked_by_name() -> None:
    asked: list[str] = []

    def answer(sql: str) -> list[dict[str, Any]]:
        asked.append(sql)
        return []

    rows = fetch_rows(answer)
    assert rows.keys() == QUERIES.keys()
    assert asked == list(QUERIES.values())


@pytest.mark.parametrize(
    ("left", "right"),
    [("CA de Lens - Liévin", "Lens-Liévin"), ("MONS EN BAROEUL", "Mons-en-Barœul"), ("L'Oise", "oise")],
)
def test_names_are_compared_by_their_telling_words(left: str, right: str) -> None:
    assert strip_name(left) == strip_name(right)


def test_other_names_hold_for_the_expected_name_only() -> None:
    names = {"Oise": ["60"]}
    assert same_name(names, "Oise", "60")
    assert not same_name(names, "Aisne", "60")
    assert not same_name(names, "Oise", None)
