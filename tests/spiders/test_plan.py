"""The revisit plan: nothing is older than the rotation, the load is even, what matters is asked for at each run."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from pipelines.index import Capture
from pipelines.looks import Look, find_looks
from spiders.addresses import AddressClass
from spiders.fields import Fields, ProfileError
from spiders.plan import RevisitPlan, find_turn, parse_plan, plan_visits

DAY = dt.timedelta(days=1)
NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
PLAN = RevisitPlan(recent=45 * DAY, rotation=30 * DAY, whole=90 * DAY)
PAGE = AddressClass("news", 80, dt.timedelta(hours=20))
LISTING = AddressClass("listing", 100, dt.timedelta(0))
OLD = "https://irev.fr/ancienne"
START = NOON - 400 * DAY


def look(seen: dt.timedelta, changed: dt.timedelta = 400 * DAY, status: int = 200) -> Look:
    """A look so long ago, at a page that changed so long ago."""
    return Look(START, NOON - seen, NOON - changed, NOON - seen, status, "sha256:00")


def judge(found: Look, kind: AddressClass = PAGE, current: tuple[str, ...] = ()) -> str:
    looks = {OLD: found, "https://irev.fr/first": Look(START, START, START, START, 200, "")}
    return plan_visits(PLAN, looks, current, NOON).judge(OLD, kind)


@pytest.mark.parametrize(
    ("found", "kind", "expected"),
    [
        (look(1 * DAY), PAGE, "not_due"),
        (look(29 * DAY), PAGE, "rotation"),
        (look(1 * DAY, changed=44 * DAY), PAGE, "recent"),
        (look(1 * DAY, changed=46 * DAY), PAGE, "not_due"),
        (
            look(dt.timedelta(hours=3), changed=1 * DAY),
            PAGE,
            "not_due",
        ),  # a run repeated the same day spares the server
        (look(dt.timedelta(minutes=1)), LISTING, "each_run"),
        (look(dt.timedelta(minutes=1), status=500), PAGE, "unanswered"),
        (look(dt.timedelta(minutes=1), status=404), PAGE, "unanswered"),
        (look(1 * DAY, status=301), PAGE, "not_due"),
        (look(-3 * DAY), PAGE, "clock"),  # seen in the future: the clock went back
    ],
)
def test_what_is_asked_for_and_why(found: Look, kind: AddressClass, expected: str) -> None:
    assert judge(found, kind) == expected


def gone(seen: dt.timedelta, times: int, alive_before: bool = True) -> Look:
    """A look so long ago at a page that was said to be gone so many times running."""
    return Look(START, NOON - seen, START, START if alive_before else None, 404, "a", times)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (gone(1 * DAY, 1), "unanswered"),  # said once, and once is a mistake
        (gone(1 * DAY, 2), "not_due"),
        (gone(29 * DAY, 2), "rotation"),
        (gone(1 * DAY, 1, alive_before=False), "not_due"),  # a dead link, as old as the site
        (gone(29 * DAY, 1, alive_before=False), "rotation"),
    ],
)
def test_what_is_gone_takes_its_turn_with_everything_else(found: Look, expected: str) -> None:
    assert judge(found) == expected


def test_a_dead_link_that_is_new_is_asked_for_at_each_run() -> None:
    """Its page may only be late."""
    new = Look(NOON - 3 * DAY, NOON - DAY, NOON - 3 * DAY, None, 404, "a", 3)
    assert judge(new) == "recent"


def test_only_a_page_that_failed_before_is_given_up_at_once() -> None:
    looks = {"broken": look(DAY, status=500), "busy": look(DAY, status=503), "well": look(DAY)}
    visits = plan_visits(PLAN, looks, (), NOON)
    assert [visits.wants_patience(name) for name in ("broken", "busy", "well", "new")] == [False, True, True, True]


def test_a_page_with_an_event_ahead_is_asked_for_at_each_run() -> None:
    assert judge(look(1 * DAY), current=(OLD,)) == "current"
    assert plan_visits(PLAN, {}, (), NOON).judge(OLD, PAGE) == "new"


def test_what_the_first_crawl_found_is_not_recent_for_being_new_to_us() -> None:
    first = NOON - 10 * DAY
    looks = {OLD: Look(first, NOON - DAY, first, first, 200, "a")}
    assert plan_visits(PLAN, looks, (), NOON).judge(OLD, PAGE) == "not_due"
    later = first + 5 * DAY
    looks["https://irev.fr/new"] = Look(later, NOON - DAY, later, later, 200, "b")
    assert plan_visits(PLAN, looks, (), NOON).judge("https://irev.fr/new", PAGE) == "recent"


def test_in_a_year_of_nights_nothing_waits_longer_than_the_rotation_and_the_load_is_even() -> None:
    addresses = [f"https://irev.fr/page-{number}" for number in range(600)]
    seen = dict.fromkeys(addresses, START)
    load: Counter[int] = Counter()
    for night in range(1, 366):
        now = START + night * DAY + dt.timedelta(minutes=night * 7 % 40)  # the timer is never quite on time
        if night % 9 == 0:
            continue  # a night without a run
        looks = {address: Look(START, moment, START, moment, 200, "") for address, moment in seen.items()}
        visits = plan_visits(PLAN, looks, (), now)
        for address in addresses:
            assert now - seen[address] <= 30 * DAY
            if visits.judge(address, PAGE) == "rotation":
                seen[address] = now
                load[night] += 1
    steady = [count for night, count in load.items() if night > 60]
    assert max(steady) < 2.5 * sum(steady) / len(steady)


def test_turns_lie_between_half_of_the_rotation_and_two_days_before_its_end() -> None:
    turns = [find_turn(f"https://irev.fr/{number}", START.date(), 30 * DAY) for number in range(500)]
    assert 14 * DAY <= min(turns) < 15 * DAY
    assert 27 * DAY < max(turns) < 28 * DAY


def test_a_server_that_says_unchanged_is_not_believed_for_ever() -> None:
    long_ago = Look(START, NOON - DAY, START, NOON - 91 * DAY, 304, "")
    lately = Look(START, NOON - DAY, START, NOON - 89 * DAY, 304, "")
    visits = plan_visits(PLAN, {"a": long_ago, "b": lately}, (), NOON)
    assert (visits.wants_whole("a"), visits.wants_whole("b"), visits.wants_whole("c")) == (True, False, False)


def test_a_plan_is_read_from_the_profile() -> None:
    assert parse_plan(Fields({}, "x")) == PLAN
    assert parse_plan(Fields({"rotation": "10d"}, "x")).rotation == 10 * DAY
    with pytest.raises(ProfileError, match="rotation must be longer"):
        parse_plan(Fields({"rotation": "0"}, "x"))


def capture(day: int, status: int = 200, sha: str = "a", kind: str = "response") -> Capture:
    return Capture(OLD, START + day * DAY, kind, status, "", "f", day, 1, sha256=sha)  # type: ignore[arg-type]


def test_looks_tell_when_a_page_changed_and_when_it_was_last_sent() -> None:
    seen = [
        capture(0),
        capture(1, 304, kind="revisit"),
        capture(2, sha="b"),
        capture(3, 304, "b", "revisit"),
        capture(4, 500, "x"),
    ]
    (found,) = find_looks(seen).values()
    assert (found.first_seen, found.last_seen) == (START, START + 4 * DAY)
    assert (found.changed_at, found.whole_at, found.status) == (START + 2 * DAY, START + 2 * DAY, 500)


@pytest.mark.parametrize(
    ("answers", "times"),
    [((404,), 1), ((200, 404, 410), 2), ((404, 404, 200), 0), ((404, 500), 0), ((410, 200, 404), 1)],
)
def test_looks_count_how_often_running_a_page_was_said_to_be_gone(answers: tuple[int, ...], times: int) -> None:
    (found,) = find_looks([capture(day, status) for day, status in enumerate(answers)]).values()
    assert found.times_gone == times


def test_imported_files_and_robots_txt_are_no_looks() -> None:
    robots = Capture("https://irev.fr/robots.txt", START, "response", 200, "", "f", 0, 1)
    assert find_looks([capture(0, kind="resource"), robots]) == {}
