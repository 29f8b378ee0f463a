"""The gold is sound (schema, calendar, identity), and the readers do not fall below their floors on it."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections import Counter
from functools import cache
from typing import Any

import jsonschema
import pytest

from extract.formats import read_format
from extract.read import read_document
from tests.extract.whole_reading import (
    count_sessions,
    find_misplaced,
    find_sessions_of_no_event_day,
    find_sessions_on_days_of_else,
)
from tests.gold.judge_sittings import load_sitting_titles
from tests.gold.measure import choose_figure, group_verdicts, judge_part, load_thresholds
from tests.gold.readings import read_part
from tests.gold.scores import Verdict, add_up, compute_f1_interval, compute_wilson
from tests.gold.truth import HERE, HIDDEN_PARTS, PAGE_PARTS, PHRASE_PARTS, load_pages, load_phrases, read_json_lines
from warehouse.reference import load_knowledge

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
WEEKDAY_WITH_DAYS = re.compile(rf"\b({'|'.join(WEEKDAYS)})s?[  ](\d{{1,2}}(?:(?:, | et )\d{{1,2}})*)\b(?![hH:])", re.I)


def iterate_rows() -> list[tuple[str, dict[str, Any]]]:
    phrases = [("phrase", row) for part in PHRASE_PARTS for row in read_json_lines(HERE / f"{part}.jsonl")]
    folders = PAGE_PARTS.values()
    pages = [("page", row) for folder in folders for row in read_json_lines(HERE / folder / "truth.jsonl")]
    return phrases + pages


@cache
def measure(part: str) -> dict[str, list[Verdict]]:
    return group_verdicts(list(judge_part(part, load_knowledge())), lambda verdict: verdict.field)


def test_every_row_keeps_the_schema() -> None:
    schema = json.loads((HERE / "schema.json").read_text(encoding="utf-8"))
    # One validator a kind: `jsonschema.validate` would check the schema itself again for every row.
    validators = {
        kind: jsonschema.Draft202012Validator({**schema["$defs"][kind], "$defs": schema["$defs"]})
        for kind in ("phrase", "page")
    }
    assert [
        (row["id"], error.message) for kind, row in iterate_rows() for error in validators[kind].iter_errors(row)
    ] == []


def test_stated_facts_are_those_of_events_of_the_gold() -> None:
    """Each line names an event of its page, once, and holds values of the right kinds."""
    events = {
        (row["id"], event["title"])
        for folder in PAGE_PARTS.values()
        for row in read_json_lines(HERE / folder / "truth.jsonl")
        for event in row["events"]
    }
    rows = [row for path in sorted(HERE.glob("stated_*.jsonl")) for row in read_json_lines(path)]
    named = [(row["id"], row["title"]) for row in rows]
    assert len(named) > 100
    assert set(named) <= events
    for row in rows:
        assert all(isinstance(row[key], int | None) for key in ("participants", "stated_sessions")), row["id"]
        assert all(names and all(names) for key in ("organisers", "partners") for names in row[key]), row["id"]
        assert row["registration_deadline"] is None or dt.date.fromisoformat(row["registration_deadline"])


def test_titles_of_sittings_are_those_of_pages_of_the_gold() -> None:
    """Each line names a page of its part, and at least one of its sittings on each of its days."""
    for part, folder in PAGE_PARTS.items():
        days = {
            row["id"]: {session["first_day"] for event in row["events"] for session in event["sessions"]}
            for row in read_json_lines(HERE / folder / "truth.jsonl")
        }
        titled = load_sitting_titles(part)
        assert all({sitting.first_day for sitting in told} <= days[page] for page, told in titled.items())
    assert min(len(load_sitting_titles(part)) for part in ("opened", "fresh")) >= 60


def test_identifiers_are_unique() -> None:
    counts = Counter(row["id"] for _, row in iterate_rows())
    assert [name for name, count in counts.items() if count > 1] == []


def fold_words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def test_no_held_out_phrase_stands_in_a_dev_part() -> None:
    seen = {fold_words(phrase.text) for part in ("dev", "composed_dev", "opened") for phrase in load_phrases(part)}
    held_out = [phrase for part in HIDDEN_PARTS for phrase in load_phrases(part)]
    shared = [phrase.id for phrase in held_out if fold_words(phrase.text) in seen]
    assert shared == []  # identifiers only: a failure must not print what is held out


def test_the_held_out_part_is_large_enough_to_mean_something() -> None:
    pages = load_pages("held_out")
    assert len(load_phrases("held_out")) >= 250
    assert len(pages) >= 30
    assert sum(page.media_type == "application/pdf" for page in pages) >= 3
    assert sum(len(page.sessions) for page in pages) >= 50


def find_weekday_errors(row: dict[str, Any], text: str) -> list[str]:
    """Weekdays written in a text that no day of its truth falls on, by the calendar."""
    answers = [*row["dates"], *(date for answer in row.get("alternatives", ()) for date in answer)]
    if not answers or any("weekday_mismatch" in date.get("flags", ()) for date in answers):
        return []
    days: set[tuple[str, int]] = set()
    for date in answers:
        first, last = (dt.date.fromisoformat(date[key]) for key in ("first_day", "last_day"))
        run = (first + dt.timedelta(n) for n in range(min((last - first).days, 31) + 1))
        days |= {(WEEKDAYS[day.weekday()], day.day) for day in (*run, last)}
    written = [(m[1].lower(), int(n)) for m in WEEKDAY_WITH_DAYS.finditer(text) for n in re.findall(r"\d+", m[2])]
    return [f"{row['id']}: {weekday} {day}" for weekday, day in written if (weekday, day) not in days]


def test_weekdays_in_the_truth_agree_with_the_calendar() -> None:
    phrases = [row for kind, row in iterate_rows() if kind == "phrase" and "dates" in row]
    assert [error for row in phrases for error in find_weekday_errors(row, row["text"])] == []


def test_weekdays_on_the_pages_agree_with_the_calendar() -> None:
    errors = []
    for folder in PAGE_PARTS.values():
        for row in read_json_lines(HERE / folder / "truth.jsonl"):
            encoding = "iso-8859-1" if row["form"] == "table_old" else "utf-8"
            source = (HERE / folder / row["file"]).read_text(encoding=encoding)
            errors += find_weekday_errors(row, re.sub(r"<[^>]+>|&nbsp;", " ", source))
    assert errors == []


def test_a_wrong_weekday_in_a_truth_would_be_seen() -> None:
    date = {"first_day": "2024-05-21", "last_day": "2024-05-21"}
    assert find_weekday_errors({"id": "x", "dates": [date]}, "le mercredi 21 mai") == ["x: mercredi 21"]
    assert find_weekday_errors({"id": "x", "dates": [date]}, "le mardi 21 mai") == []


def test_sessions_of_a_page_stand_on_dates_of_the_page() -> None:
    for part in PAGE_PARTS:
        for page in load_pages(part):
            spans = [date.span for date in page.dates]
            for session in page.sessions:
                assert any(a <= session.span[0] and session.span[1] <= b for a, b in spans), (page.id, session)


def test_false_days_stand_in_their_page() -> None:
    for folder in PAGE_PARTS.values():
        for row in read_json_lines(HERE / folder / "truth.jsonl"):
            encoding = "iso-8859-1" if row["form"] == "table_old" else "utf-8"
            source = (HERE / folder / row["file"]).read_text(encoding=encoding)
            assert all(html.unescape(words) in html.unescape(source) for words in row["false_days"]), row["id"]


def test_wilson_interval_of_a_known_share() -> None:
    low, high = compute_wilson(97, 100)  # textbook value of Wilson's score interval
    assert (round(low, 3), round(high, 3)) == (0.915, 0.990)


def test_bootstrap_interval_holds_the_figure_and_repeats() -> None:
    verdicts = [Verdict("f", "a", str(n), hits=1, false=n % 5 == 0, missed=0) for n in range(50)]
    low, high = compute_f1_interval(verdicts)
    figure = add_up(verdicts).f1
    assert figure is not None
    assert low < figure < high
    assert (low, high) == compute_f1_interval(verdicts)


FLOORS = [(part, field) for part in PHRASE_PARTS for field in load_thresholds().get(part, {})]


@pytest.mark.parametrize(("part", "field"), FLOORS)
def test_readers_stay_above_their_floor(part: str, field: str) -> None:
    value, _ = choose_figure(field, measure(part)[field])
    assert value is not None
    assert value >= load_thresholds()[part][field], f"{field} on {part}: {value:.3f}"


OPEN = ("composed_dev", "opened")
SAME_DAY: frozenset[str] = frozenset({"gd18", "hy09", "ja03"})
"""Pages whose day is also that until which one may register for another thing or hour: at noon for the evening."""


@pytest.mark.parametrize("part", OPEN)
class TestWholeReadings:
    """What holds for every reading of an open page, whatever its truth."""

    def test_every_place_points_to_its_words(self, part: str) -> None:
        told = (
            (page, reading, read_format(page.content, page.media_type, page.url)) for page, reading in read_part(part)
        )
        assert [(page.id, wrong) for page, reading, d in told if (wrong := find_misplaced(reading, d.text))] == []

    def test_the_same_bytes_give_the_same_reading(self, part: str) -> None:
        for page, reading in read_part(part)[::29]:
            assert reading == read_document(page.content, page.url, page.media_type, load_knowledge())

    def test_every_session_is_born_of_an_event_date(self, part: str) -> None:
        readings = read_part(part)
        assert sum(count_sessions(reading) > 0 for _, reading in readings) > len(readings) / 2  # else of nothing
        assert [(page.id, days) for page, r in readings if (days := find_sessions_of_no_event_day(r))] == []

    def test_no_day_of_a_law_a_deadline_or_a_stamp_is_a_session(self, part: str) -> None:
        wrong = {page.id for page, reading in read_part(part) if find_sessions_on_days_of_else(reading)}
        assert wrong <= SAME_DAY
