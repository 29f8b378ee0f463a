"""What is done in a thread beside arrives as if it were not: in order, whole, with its errors."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from pipelines.work_aside import Room, work_aside


def double(number: int) -> int:
    return 2 * number


@pytest.mark.parametrize("most", [1, 5, 1000])
@pytest.mark.parametrize("large", [0, 4, 9])
@pytest.mark.parametrize("count", [0, 1, 500])
def test_results_come_in_the_order_of_their_items(count: int, large: int, most: int) -> None:
    found = work_aside(range(count), double, lambda number: number % 7, Room(most, large))
    assert list(found) == [2 * number for number in range(count)]


def test_no_more_is_made_ahead_than_there_is_room_for() -> None:
    made: list[int] = []

    def make() -> Iterator[int]:
        for number in range(100):
            made.append(number)
            yield number

    for taken, _ in enumerate(work_aside(make(), double, lambda _: 10, Room(30))):
        assert len(made) <= taken + 1 + 3  # this one, and what there is room for
    assert len(made) == 100


def test_the_work_is_done_beside_and_one_item_at_a_time() -> None:
    threads = set(work_aside(range(50), lambda _: threading.get_ident(), lambda _: 1, Room(10)))
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_what_is_small_is_worked_on_by_who_takes_it() -> None:
    found = list(work_aside(range(50), lambda _: threading.get_ident(), lambda number: number % 10, Room(20, large=5)))
    assert [number for number, thread in enumerate(found) if thread != threading.get_ident()] == [
        number for number in range(50) if number % 10 >= 5
    ]


def test_what_is_small_waits_for_nothing_that_is_large_behind_it() -> None:
    free = threading.Event()

    def work(number: int) -> int:
        assert number < 5 or free.wait(10)
        return number

    found = work_aside([1, 2, 9], work, lambda number: number, Room(20, large=5))
    assert [next(found), next(found)] == [1, 2]
    free.set()
    assert list(found) == [9]


def test_an_error_comes_after_the_results_of_what_was_made_before_it() -> None:
    def make() -> Iterator[int]:
        yield from range(5)
        raise ValueError("broken")

    taken = []
    with pytest.raises(ValueError, match="broken"):
        for result in work_aside(make(), double, lambda _: 1, Room(100)):
            taken.append(result)
    assert taken == [0, 2, 4, 6, 8]


@pytest.mark.parametrize("large", [0, 2])
def test_an_error_of_the_work_is_raised_in_the_place_of_its_result(large: int) -> None:
    found = work_aside([1, 0], lambda number: 1 // number, lambda _: 1, Room(100, large))
    assert next(found) == 1
    with pytest.raises(ZeroDivisionError):
        next(found)


def test_who_stops_taking_ends_the_thread() -> None:
    before = threading.active_count()
    endless = work_aside(iter(lambda: 1, 2), double, lambda _: 1, Room(3))
    assert next(endless) == 2
    assert threading.active_count() == before + 1
    endless.close()  # type: ignore[attr-defined] # it is a generator
    assert threading.active_count() == before
