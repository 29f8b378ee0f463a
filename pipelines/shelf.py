"""The shelf: all readings of a build at hand in a slim form, and in full from the cache when one is asked for.

Slim readings are kept in files of their own beside the cache, many in one, so that a build need not open the file of
every capture. They count only while the full reading has the size that it had then; they may be deleted at any time.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from extract.records import Reading
from pipelines.reading_cache import Entry, ReadingCache, load_records
from pipelines.workers import Rejection
from warehouse.slim import Slimmer
from warehouse.timeline import Key

_MOST_FILES: Final = 16
"""So many files of slim readings are written beside each other before they are made one."""

Kept = dict[str, tuple[int, Entry]]


class ReadingLostError(Exception):
    """A reading that was at hand cannot be had any more. The message is one line."""


class Shelf(Mapping[Key, Reading]):
    """Full readings, fetched from the cache one by one; `slims` has all of them in slim form.

    One that the cache lost meanwhile is read again. Raises `ReadingLostError` where that gives none.
    """

    def __init__(
        self, cache: ReadingCache, keys: Mapping[Key, str], slims: Mapping[Key, Reading], read: Callable[[Key], Entry]
    ) -> None:
        self._cache = cache
        self._keys = keys
        self._read = read
        self.slims = slims

    def __getitem__(self, key: Key) -> Reading:
        found = self._cache.find(self._keys[key])
        if isinstance(found, Reading):
            return found
        found = self._read(key)
        if isinstance(found, Rejection):
            raise ReadingLostError(f"{key[0]} could be read before and cannot be now: {found.reason}")
        self._cache.store(self._keys[key], found)
        return found

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class SlimStore:
    """Slim readings by the key of the cache, and what could not be read as it is."""

    def __init__(self, cache: ReadingCache) -> None:
        self._cache = cache
        self._folder = cache.folder / "slim"
        self._slimmer = Slimmer()
        self._kept: Kept = {}
        self._new: Kept = {}
        for path in self._files():
            self._kept.update(_load(path))

    def find(self, key: str) -> Entry | None:
        """Find the slim form of an entry that the cache still has."""
        size, entry = self._kept.get(key, (None, None))
        return entry if entry is not None and self._cache.size_of(key) == size else None

    def add(self, key: str, entry: Entry) -> Entry:
        """Keep the slim form of an entry of the cache; give it."""
        slim = self._slimmer.slim(entry) if isinstance(entry, Reading) else entry
        size = self._cache.size_of(key)
        if size is not None:
            self._kept[key] = self._new[key] = (size, slim)
        return slim

    def save(self) -> None:
        """Write what was added; where there are many files already, write all as one."""
        if not self._new:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        former = self._files()
        whole = len(former) >= _MOST_FILES
        number = int(former[-1].stem) + 1 if former else 0
        path = self._folder / f"{number:06}.slim"
        aside = path.with_suffix(".new")
        aside.write_bytes(pickle.dumps(self._kept if whole else self._new, protocol=5))
        aside.replace(path)
        for old in former if whole else ():
            old.unlink(missing_ok=True)
        self._new = {}

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("*.slim"))


def _load(path: Path) -> Kept:
    """Give what a file holds; nothing where it was cut off or scribbled over."""
    found = load_records(path)
    if not isinstance(found, dict):
        return {}
    return {
        key: value
        for key, value in found.items()
        if isinstance(key, str) and isinstance(value, tuple) and len(value) == 2
        and isinstance(value[0], int) and isinstance(value[1], (Reading, Rejection))
    }  # fmt: skip
