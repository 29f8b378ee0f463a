"""The judges of the gold see what is wrong: each error costs what it should, and right readings cost nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from extract.records import DateReading, Place, TerritoryReading, VenueReading
from tests.gold.brochures import draw_brochure
from tests.gold.judge_dates import is_year_written, judge_phrase
from tests.gold.judge_places import fold, is_same_name, judge_territories, judge_venues
from tests.gold.scores import Verdict, add_up, judge_sets
from tests.gold.truth import Phrase, TruthDate, TruthTerritory, TruthVenue, parse_phrase, parse_session

DAY = dt.date(2024, 5, 21)
NEXT = dt.date(2024, 5, 22)
WHERE = Place(0, 1)


def make_reading(first: dt.date = DAY, last: dt.date | None = None) -> DateReading:
    return DateReading("x", first, last or first, "09:00", "12:00", "day", "event", "written", 1.0, (), WHERE)


def make_phrase(*dates: TruthDate, text: str = "le 21 mai 2024 de 9h à 12h") -> Phrase:
    return Phrase("x", "form", text, None, (dates,), None, None)


TRUTH = TruthDate((DAY, DAY), ("09:00", "12:00"), "day", ("event",))


def wrong_fields(phrase: Phrase, *readings: DateReading, opened: int = 0) -> set[str]:
    return {verdict.field for verdict in judge_phrase(phrase, readings, opened) if not verdict.right}


def test_a_right_reading_is_right_everywhere() -> None:
    assert wrong_fields(make_phrase(TRUTH), make_reading()) == set()


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"first_day": NEXT, "last_day": NEXT}, {"days", "days, spans joined", "hours", "roles"}),
        ({"starts_at": "14:00"}, {"hours"}),
        ({"starts_at": None, "ends_at": None}, {"hours"}),
        ({"role": "law"}, {"roles"}),
        ({"precision": "month"}, {"days", "days, spans joined", "hours", "precision"}),
    ],
)
def test_each_error_costs_its_own_fields(change: dict[str, object], fields: set[str]) -> None:
    assert wrong_fields(make_phrase(TRUTH), replace(make_reading(), **change)) == fields  # type: ignore[arg-type]


def test_a_date_that_is_not_read_is_missed() -> None:
    assert wrong_fields(make_phrase(TRUTH)) == {"days", "days, spans joined", "hours", "roles"}


def test_two_readings_for_one_run_of_days_are_right_only_when_spans_are_joined() -> None:
    run = replace(TRUTH, span=(DAY, NEXT))
    wrong = wrong_fields(make_phrase(run), make_reading(DAY), make_reading(NEXT))
    assert "days" in wrong
    assert "days, spans joined" not in wrong


def test_a_day_where_none_stands_is_false_and_a_month_is_not() -> None:
    silent = make_phrase(text="salle 12")
    month = replace(make_reading(dt.date(2024, 5, 1), dt.date(2024, 5, 31)), precision="month")
    assert wrong_fields(silent, make_reading()) == {"false event days", "false days", "any date at all"}
    assert wrong_fields(silent, replace(make_reading(), role="law")) == {"false days", "any date at all"}
    assert wrong_fields(silent, month) == {"any date at all"}


def test_a_law_read_as_event_is_a_false_event_day() -> None:
    law = replace(TRUTH, roles=("law",))
    assert wrong_fields(make_phrase(law), make_reading()) == {"roles", "false event days (other roles)"}


def test_a_phrase_that_must_stay_open_may_not_be_read_and_should_be_named() -> None:
    phrase = replace(make_phrase(), must_stay_open=True)
    assert wrong_fields(phrase, opened=1) == set()
    assert wrong_fields(phrase) == {"said so"}
    assert wrong_fields(phrase, make_reading(), opened=1) == {"left open"}


def test_any_right_answer_will_do() -> None:
    row = {
        "id": "x1",
        "form": "relative",
        "text": "mardi prochain",
        "reference": "2024-05-15",
        "dates": [],
        "alternatives": [
            [
                {
                    "first_day": "2024-05-21",
                    "last_day": "2024-05-21",
                    "starts_at": "09:00",
                    "ends_at": "12:00",
                    "precision": "day",
                    "role": "event",
                }
            ]
        ],
    }
    assert wrong_fields(parse_phrase(row)) == set()
    assert wrong_fields(parse_phrase(row), make_reading()) == set()


def test_which_years_stand_in_the_words() -> None:
    assert is_year_written(TRUTH, "le 21 mai 2024")
    assert is_year_written(TRUTH, "le 21/05/24")
    assert not is_year_written(TRUTH, "le 21 mai à 24h")
    assert not is_year_written(TRUTH, "le 21 mai")


def test_precision_recall_and_f1_of_a_known_case() -> None:
    tally = add_up([judge_sets("f", "a", "1", {1, 2, 3}, {2, 3, 4, 5}), Verdict("f", "a", "2", 2, 0, 0)])
    assert (tally.units, tally.right, tally.hits, tally.false, tally.missed) == (2, 1, 4, 2, 1)
    assert tally.precision == pytest.approx(4 / 6)
    assert tally.recall == pytest.approx(4 / 5)
    assert tally.f1 == pytest.approx(8 / 11)


def test_names_compare_without_case_accents_and_hyphens() -> None:
    assert fold("St-Omer") == fold("SAINT OMER")
    assert fold("Mons-en-Barœul") == fold("Mons en Baroeul")
    assert is_same_name("Salle des fêtes", "la salle des fêtes")
    assert not is_same_name("Salle des fêtes", "Salle Jaurès")
    assert not is_same_name("Salle des fêtes", None)


def wrong_places(expected: TruthVenue, found: VenueReading | None) -> set[str]:
    verdicts = judge_venues("form", "x", (expected,), (found,) if found else ())
    return {verdict.field for verdict in verdicts if not verdict.right}


def test_each_part_of_a_venue_is_judged() -> None:
    truth = TruthVenue("Halle", "2, rue Haute", "59000", ("Lille",), "in_person")
    right = VenueReading("x", "La Halle", "2 rue Haute", "59000", "LILLE", None, "in_person", WHERE)
    assert wrong_places(truth, right) == set()
    assert wrong_places(truth, replace(right, city="Lens")) == {"venue city", "full address"}
    assert wrong_places(truth, replace(right, postcode=None)) == {"full address"}
    assert wrong_places(truth, replace(right, name=None)) == {"venue name"}
    assert wrong_places(truth, replace(right, mode="online")) == {"venue mode"}
    assert wrong_places(truth, None) == {"venue city", "full address", "venue name", "venue mode"}


def test_a_day_begins_with_the_welcome_or_with_what_the_truth_holds_as_well() -> None:
    row = {"first_day": "2024-05-21", "last_day": "2024-05-21", "starts_at": "09:00", "ends_at": "17:00"}
    session = parse_session({**row, "precision": "day", "city": None, "mode": "online", "status": "announced"})
    assert session.has_hours("09:00", "17:00")
    assert not session.has_hours("09:30", "17:00")
    either = replace(session, starts_also=("09:30",))
    assert either.has_hours("09:30", "17:00")
    assert not either.has_hours("09:30", "16:00")
    assert not either.has_hours(None, "17:00")


def test_territories_compare_by_code_and_only_those_of_the_region_count() -> None:
    truth = (TruthTerritory("59350", "commune", "Lille", "venue"),)
    lille = TerritoryReading("Lille", "59350", "Lille", "commune", "venue", WHERE)
    paris = TerritoryReading("Paris", "75056", "Paris", "commune", "mentioned", WHERE)
    lens = TerritoryReading("Lens", "62498", "Lens", "commune", "mentioned", WHERE)

    def wrong(*found: TerritoryReading) -> set[str]:
        return {v.field for v in judge_territories("form", "x", truth, found) if not v.right}

    assert wrong(lille, paris) == set()
    assert wrong(lille, lens) == {"territories"}
    assert wrong(replace(lille, role="target")) == {"territory roles"}
    assert wrong() == {"territories"}


@pytest.mark.parametrize("layout", ["one-column", "two-columns", "two-columns-rows", "flyer"])
def test_a_brochure_is_drawn_the_same_each_time_and_in_each_layout(layout: str) -> None:
    text = "# Titre\nA gauche\nEncore\n---col---\nA droite\nFin" if "two" in layout else "# Titre\nUne ligne"
    drawn = draw_brochure(text, layout)
    assert drawn.startswith(b"%PDF")
    assert drawn == draw_brochure(text, layout)
