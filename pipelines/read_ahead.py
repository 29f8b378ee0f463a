"""Items made ahead of their use, in a thread: worth it where C code makes them and leaves the interpreter free."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item")

_HANDS = 8  # into so many parts the room is divided: each is handed over at once


def read_ahead(items: Iterable[Item], size_of: Callable[[Item], int], room: int) -> Iterator[Item]:
    """Give the items in their order while the next ones are made, up to `room` in the sum of their sizes.

    One item is made ahead whatever its size. Several are handed over at once, as each time costs more than a small item
    does. What `items` raises is raised here, in its place.
    """
    belt: _Belt[Item] = _Belt(items, size_of, room)
    try:
        yield from belt.take_all()
    finally:
        belt.stop()


class _Belt(Generic[Item]):
    """What stands between the thread that makes the items and the one that takes them."""

    def __init__(self, items: Iterable[Item], size_of: Callable[[Item], int], room: int) -> None:
        self._items = items
        self._size_of = size_of
        self._room = room
        self._least = room // _HANDS
        self._ready: deque[Item] = deque()
        self._size = 0
        self._is_over = False
        self._problem: BaseException | None = None
        self._change = threading.Condition()
        self._thread = threading.Thread(target=self._make, daemon=True)
        self._thread.start()

    def take_all(self) -> Iterator[Item]:
        """Give all items; whole batches are taken at once, so that the lock is rare."""
        while True:
            with self._change:
                self._change.wait_for(lambda: self._ready or self._is_over)
                batch, self._ready, self._size = self._ready, deque(), 0
                self._change.notify()
            if not batch:
                break
            while batch:
                yield batch.popleft()
        if self._problem:
            raise self._problem

    def stop(self) -> None:
        """Make no more items; returns when the thread has ended."""
        with self._change:
            self._is_over = True
            self._change.notify()
        self._thread.join()

    def _make(self) -> None:
        made: list[Item] = []
        size = 0
        try:
            for item in self._items:
                made.append(item)
                size += self._size_of(item)
                if size >= self._least:
                    if not self._hand_over(made, size):
                        return
                    made, size = [], 0
        except BaseException as problem:  # it is raised where the items are taken
            self._problem = problem
        finally:
            self._hand_over(made, size)
            with self._change:
                self._is_over = True
                self._change.notify()

    def _hand_over(self, made: list[Item], size: int) -> bool:
        """Wait for room and put items into it; tells whether anybody still takes them."""
        with self._change:
            self._change.wait_for(lambda: self._size < self._room or self._is_over)
            if self._is_over:
                return False
            self._ready.extend(made)
            self._size += size
            self._change.notify()
            return True
