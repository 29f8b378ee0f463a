"""Items that are made in another thread arrive as if they were not: in order, whole, with their errors."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from pipelines.read_ahead import read_ahead


@pytest.mark.parametrize("room", [1, 5, 1000])
@pytest.mark.parametrize("count", [0, 1, 500])
def test_items_come_in_their_order(count: int, room: int) -> None:
    assert list(read_ahead(range(count), lambda _: 1, room)) == list(range(count))


def test_no_more_is_made_ahead_than_there_is_room_for() -> None:
    made: list[int] = []

    def make() -> Iterator[int]:
        for number in range(100):
            made.append(number)
            yield number

    for taken, _ in enumerate(read_ahead(make(), lambda _: 10, 30)):
        # what waits (3), what was taken with this one (3 at most), and the one that waits for room
        assert len(made) <= taken + 1 + 3 + 3 + 1
    assert len(made) == 100


def test_an_error_comes_after_what_was_made_before_it() -> None:
    def make() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    taken = []
    with pytest.raises(ValueError, match="broken"):
        for item in read_ahead(make(), lambda _: 1, 10):
            taken.append(item)
    assert taken == [1]


def test_who_stops_taking_stops_the_making() -> None:
    before = threading.active_count()
    endless = read_ahead(iter(lambda: 1, 2), lambda _: 1, 3)
    assert next(endless) == 1
    assert threading.active_count() == before + 1
    endless.close()  # type: ignore[attr-defined] # it is a generator
    assert threading.active_count() == before
