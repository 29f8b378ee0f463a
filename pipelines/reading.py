"""From sightings to readings: each distinct (address, bytes) is read once, in workers with limits.

A reading is made with the first moment at which these bytes were seen at this address, so that it does not
change when they are seen again. What cannot be read is a `Loss` with its reason.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from extract.knowledge import Knowledge
from extract.records import Reading
from pipelines.archive import ArchiveError
from pipelines.progress import Progress
from pipelines.reading_cache import Entry, ReadingCache
from pipelines.shelf import Shelf, SlimStore
from pipelines.workers import Limits, Named, Rejection, WorkerPool, count_workers
from warehouse.open_rows import Loss
from warehouse.sightings import Sighting

# Whether a document is late or too big may depend on what else the machine did: tried again at each build.
_TRIED_AGAIN = frozenset({"time", "memory"})

_OK = 200
_PREPARE = Named("pipelines.read_job", "prepare_reading")  # a build that reads nothing imports no reader


class Captures(Protocol):
    """What reading needs of the archive: the decoded payload of a digest."""

    def read(self, digest: str) -> bytes:
        """Give the bytes. Raises `ArchiveError` where they cannot be had."""


@dataclass(frozen=True, slots=True)
class Readings:
    """All readings by (canonical address, digest), in that order, and what could not be read.

    Readings are fetched one by one when they are asked for. `fresh` counts what was read in this run, losses included.
    """

    by_capture: Shelf
    losses: tuple[Loss, ...]
    fresh: int


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to read."""

    url: str
    digest: str
    media_type: str | None
    seen_at: dt.datetime
    file_name: str | None

    @property
    def key(self) -> str:
        """What the reading depends on, but for the code and the reference data."""
        parts = (self.url, self.digest, self.media_type or "", self.seen_at.isoformat(), self.file_name or "")
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads what the cache does not hold, with one state of the reference data."""

    knowledge: Knowledge
    cache: ReadingCache
    progress: Progress
    limits: Limits = field(default_factory=Limits)

    def read(self, sightings: Iterable[Sighting], captures: Captures) -> Readings:
        """Give the readings of all sightings. What fails gives a `Loss`; it never stops the others."""
        slims = SlimStore(self.cache)
        entries = {task: _find_kept(self.cache, slims, task) for task in _find_tasks(sightings)}
        missing = [task for task, entry in entries.items() if entry is None]
        fresh = self.progress.track(self._read_all(missing, captures), len(missing), "reading")
        for task, entry in zip(missing, fresh, strict=True):
            self.cache.store(task.key, entry)
            entries[task] = slims.add(task.key, entry)
        slims.save()
        return self._gather(entries, len(missing), captures)

    def _gather(self, entries: Mapping[Task, Entry | None], fresh: int, captures: Captures) -> Readings:
        read = {(task.url, task.digest): task for task, entry in entries.items() if isinstance(entry, Reading)}
        slims = {(task.url, task.digest): entry for task, entry in entries.items() if isinstance(entry, Reading)}
        losses = [
            Loss(task.url, task.digest, entry.reason) for task, entry in entries.items() if isinstance(entry, Rejection)
        ]

        def read_again(key: tuple[str, str]) -> Entry:
            (entry,) = self._read_all([read[key]], captures)
            return entry

        shelf = Shelf(self.cache, {key: task.key for key, task in read.items()}, slims, read_again)
        return Readings(shelf, tuple(losses), fresh)

    def _read_all(self, tasks: Sequence[Task], captures: Captures) -> Iterator[Entry]:
        if not tasks:
            return
        count = min(count_workers(), len(tasks))
        with WorkerPool(_PREPARE, self.knowledge, count, self.limits) as pool:
            yield from pool.map(_load(captures, task) for task in tasks)


def _find_tasks(sightings: Iterable[Sighting]) -> list[Task]:
    """Each distinct (address, digest) with its first moment, in order of address and digest."""
    first: dict[tuple[str, str], Sighting] = {}
    for sighting in sightings:
        if sighting.status != _OK or sighting.digest is None:
            continue
        capture = (sighting.url, sighting.digest)
        if capture not in first or sighting.seen_at < first[capture].seen_at:
            first[capture] = sighting
    return [
        Task(url, digest, seen.media_type, seen.seen_at, seen.file_name)
        for (url, digest), seen in sorted(first.items())
    ]


def _find_kept(cache: ReadingCache, slims: SlimStore, task: Task) -> Entry | None:
    """Find what is kept of a task, in slim form; None where it has to be read (again)."""
    entry = slims.find(task.key)
    if entry is None:
        full = cache.find(task.key)
        entry = slims.add(task.key, full) if full is not None else None
    return None if isinstance(entry, Rejection) and entry.cause in _TRIED_AGAIN else entry


def _load(captures: Captures, task: Task) -> tuple[bytes | Rejection, Task]:
    try:
        return captures.read(task.digest), task
    except ArchiveError as error:
        return Rejection("error", f"the archive does not give its bytes: {error}"), task
