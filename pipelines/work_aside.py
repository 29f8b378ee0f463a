"""Work done in a thread beside, in the order of its items: worth it where C code does most of it.

What a thread does in C (digests, unpacking) leaves the interpreter free for whoever makes the items and takes the
results. Items are handed over several at once: each time costs more than the work on a small one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_PARTS = 8  # of the room: each is handed over at once


def work_aside(
    items: Iterable[Item], work: Callable[[Item], Result], size_of: Callable[[Item], int], room: int
) -> Iterator[Result]:
    """Give what `work` makes of each item, in their order; meanwhile items are made, up to `room` in their sizes.

    One item is made ahead whatever its size. What `items` raises is raised here, after the results of all before it;
    what `work` raises, in the place of the results of its batch.
    """
    held: list[Exception] = []
    with ThreadPoolExecutor(1) as thread:
        belt = _Belt(thread, work, room)
        for item in _hold_back(items, held):
            yield from belt.put(item, size_of(item))
        yield from belt.clear()
    if held:
        raise held[0]


def _hold_back(items: Iterable[Item], held: list[Exception]) -> Iterator[Item]:
    try:
        yield from items
    except Exception as problem:  # it is raised when its turn comes
        held.append(problem)


class _Belt(Generic[Item, Result]):
    """Batches on their way: one that is being filled, and those that were handed over."""

    def __init__(self, thread: ThreadPoolExecutor, work: Callable[[Item], Result], room: int) -> None:
        self._thread = thread
        self._work = work
        self._room = room
        self._batch: list[Item] = []
        self._size = 0
        self._jobs: deque[tuple[Future[list[Result]], int]] = deque()
        self._waiting = 0

    def put(self, item: Item, size: int) -> Iterator[Result]:
        """Take an item, and give the results there is no more room for."""
        self._batch.append(item)
        self._size += size
        if self._size * _PARTS >= self._room:
            self._hand_over()
            while self._waiting > self._room:
                yield from self._take()

    def clear(self) -> Iterator[Result]:
        """Give the results of all that is left."""
        self._hand_over()
        while self._jobs:
            yield from self._take()

    def _hand_over(self) -> None:
        batch, work = self._batch, self._work
        self._jobs.append((self._thread.submit(lambda: [work(item) for item in batch]), self._size))
        self._waiting += self._size
        self._batch, self._size = [], 0

    def _take(self) -> Iterator[Result]:
        job, size = self._jobs.popleft()
        self._waiting -= size
        yield from job.result()
