from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from extract.records import SessionReading
from tests.warehouse.factory import event, page, related, session, venue
from warehouse.rows import Rows, Session

TITLE = "Mesure territoriale des discriminations"
HALL = venue("Béthune", "Hôtel communautaire", "100, avenue de Londres", postcode="62411")
LENS = venue("Lens", "Communauté d'agglomération", "6, rue Lavoisier", postcode="62300")


def held(*sessions: SessionReading) -> list[Session]:
    return related(page(10, event(TITLE, *sessions))).sessions


def two_sources(one: SessionReading, two: SessionReading) -> Rows:
    return related(page(10, event(TITLE, one)), page(11, event(TITLE, two)))


def test_days_and_venues_stay_tied() -> None:
    rows = related(
        page(10, event(TITLE, *(session(d, HALL) for d in ("2017-09-07", "2017-09-08")), session("2017-10-16", LENS)))
    )
    towns = {row.venue_id: row.city for row in rows.venues}
    assert [(str(s.day), towns[s.venue_id or ""]) for s in rows.sessions] == [
        ("2017-09-07", "Béthune"),
        ("2017-09-08", "Béthune"),
        ("2017-10-16", "Lens"),
    ]
    assert rows.sessions[0].session_id == "session-10-2017-09-07"


def test_run_of_days_is_unfolded_and_a_long_period_is_not() -> None:
    assert [str(s.day) for s in held(session("2024-10-14", last="2024-10-16"))] == [
        "2024-10-14",
        "2024-10-15",
        "2024-10-16",
    ]
    (period,) = held(session("2024-10-01", last="2024-12-20", precision="period"))
    assert (period.day, str(period.first_day), str(period.last_day)) == (None, "2024-10-01", "2024-12-20")
    assert period.session_id == "session-10-2024-10-01_2024-12-20"


def test_hours_of_one_source_complete_the_day_of_another() -> None:
    rows = two_sources(session("2021-11-30"), session("2021-11-30", venue("Lille"), ("09:00", "16:30")))
    (found,) = rows.sessions
    assert (found.starts_at, found.ends_at, found.mode) == ("09:00", "16:30", "in_person")
    words = {(row.field, row.url[-2:]) for row in rows.evidence if row.table_name == "sessions"}
    assert {("day", "10"), ("day", "11"), ("starts_at", "11")} <= words
    assert ("starts_at", "10") not in words


def test_sources_that_disagree_on_the_hour_leave_a_doubt() -> None:
    rows = two_sources(
        session("2021-11-30", None, ("09:00", "16:30"), certainty=0.9),
        session("2021-11-30", None, ("09:30", "17:00"), certainty=0.8),
    )
    (found,) = rows.sessions
    assert (found.starts_at, found.ends_at) == ("09:00", "16:30")
    assert [(row.rule, row.text) for row in rows.open_readings] == [("hours", "session-10-2021-11-30: 09:00 / 09:30")]


def test_morning_and_afternoon_of_one_day_are_two_sessions() -> None:
    found = held(session("2021-11-30", HALL, ("09:00", "12:00")), session("2021-11-30", LENS, ("14:00", "16:00")))
    assert [(s.session_id, s.starts_at) for s in found] == [
        ("session-10-2021-11-30", "09:00"),
        ("session-10-2021-11-30-2", "14:00"),
    ]


def test_day_named_twice_by_one_source_is_one_session() -> None:
    assert len(held(session("2021-11-30"), session("2021-11-30", None, ("09:00", None)), session("2021-11-30"))) == 1


def test_period_beside_days_that_it_does_not_hold_stays() -> None:
    found = held(session("2023-03-16"), session("2023-05-01", last="2023-05-31", precision="month"))
    assert [s.precision for s in found] == ["day", "month"]


def test_most_complete_venue_wins() -> None:
    rows = two_sources(session("2017-09-07", venue("Béthune")), session("2017-09-07", HALL))
    (found,) = rows.sessions
    (place,) = [row for row in rows.venues if row.venue_id == found.venue_id]
    assert (place.name, place.street, place.commune_code) == ("Hôtel communautaire", "100, avenue de Londres", "62119")


def test_a_page_that_knows_the_new_day_outweighs_one_that_only_calls_off() -> None:
    rows = two_sources(
        session("2021-11-30", status="cancelled", text="n'aura pas lieu"),
        session("2021-11-30", status="postponed", text="reportée"),
    )
    assert rows.sessions[0].status == "postponed"


def test_cancelled_outweighs_announced_and_reaches_the_event() -> None:
    rows = two_sources(session("2021-11-30"), session("2021-11-30", status="cancelled", text="annulée"))
    assert (rows.sessions[0].status, rows.events[0].status) == ("cancelled", "cancelled")
    assert {row.words for row in rows.evidence if row.field == "status"} == {"annulée"}


def test_one_postponed_session_does_not_postpone_the_event() -> None:
    rows = related(page(10, event(TITLE, session("2021-11-30"), session("2021-12-07", status="postponed"))))
    assert rows.events[0].status == "announced"


def test_online_session_has_a_mode_and_no_venue() -> None:
    (found,) = held(session("2021-11-30", venue(None, mode="online")))
    assert (found.venue_id, found.mode) == (None, "online")
    (unknown,) = held(session("2021-11-30"))
    assert unknown.mode == "unknown"


def test_flags_and_year_source_are_kept() -> None:
    (found,) = held(session("2021-11-30", flags=("weekday_mismatch",), year_from="published", certainty=0.5))
    assert (found.flags, found.year_from, found.certainty) == ("weekday_mismatch", "published", 0.5)


@given(st.lists(st.dates(dt.date(2015, 1, 1), dt.date(2025, 12, 31)), min_size=1, max_size=8))
def test_every_day_that_is_told_is_one_session(days: list[dt.date]) -> None:
    found = held(*(session(day.isoformat()) for day in days))
    assert [s.day for s in found] == sorted(set(days))
    assert len({s.session_id for s in found}) == len(found)
