"""Work done in a thread beside, in the order of its items: worth it for large items where C code does most of it.

What a thread does in C (digests, unpacking) leaves the interpreter free for whoever makes the items and takes the
results. But each hand-over of the interpreter costs about as much as the digest of a page, and there is one at each
call of C: so what is small is worked on here, in its turn.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, NamedTuple, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Room(NamedTuple):
    """How much may be on its way: `most` in the sizes of the items; one of `large` and more is worked on beside."""

    most: int
    large: int = 0


def work_aside(
    items: Iterable[Item], work: Callable[[Item], Result], size_of: Callable[[Item], int], room: Room
) -> Iterator[Result]:
    """Give what `work` makes of each item, in their order; meanwhile items are made, as far as there is room.

    One item is made ahead whatever its size. What `items` raises is raised here, after the results of all before it;
    what `work` raises, in the place of its result.
    """
    held: list[Exception] = []
    with ThreadPoolExecutor(1) as thread:
        belt = _Belt(thread, work, room)
        for item in _hold_back(items, held):
            size = size_of(item)
            if size < room.large and belt.is_empty():
                yield work(item)
            else:
                belt.put(item, size)
                yield from belt.take()
        yield from belt.clear()
    if held:
        raise held[0]


def _hold_back(items: Iterable[Item], held: list[Exception]) -> Iterator[Item]:
    try:
        yield from items
    except Exception as problem:  # it is raised when its turn comes
        held.append(problem)


class _Belt(Generic[Item, Result]):
    """Items on their way, in their order: some are worked on beside, and those behind them wait for their turn."""

    def __init__(self, thread: ThreadPoolExecutor, work: Callable[[Item], Result], room: Room) -> None:
        self._thread = thread
        self._work = work
        self._room = room
        self._jobs: deque[tuple[Future[Result] | None, Item, int]] = deque()
        self._waiting = 0

    def is_empty(self) -> bool:
        """Tell whether nothing is on its way."""
        return not self._jobs

    def put(self, item: Item, size: int) -> None:
        """Take an item, and begin with it where it is large."""
        job = self._thread.submit(self._work, item) if size >= self._room.large else None
        self._jobs.append((job, item, size))
        self._waiting += size

    def take(self) -> Iterator[Result]:
        """Give the results that nothing has to be waited for, and those there is no more room for."""
        while self._jobs and (self._waiting > self._room.most or self._is_ready()):
            yield self._take_first()

    def clear(self) -> Iterator[Result]:
        """Give the results of all that is left."""
        while self._jobs:
            yield self._take_first()

    def _is_ready(self) -> bool:
        job = self._jobs[0][0]
        return job is None or job.done()

    def _take_first(self) -> Result:
        job, item, size = self._jobs.popleft()
        self._waiting -= size
        return self._work(item) if job is None else job.result()
