"""What the archive holds, in memory: built from the index, completed from the ends of the WARC files.

The index on disk is only a cache. What a killed writer left unindexed is read from the files; an index that is
missing, unreadable, or older than its files is rebuilt from them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from pipelines.index import Capture, IndexLineError, index_member, read_index, resolve_revisits
from pipelines.members import Damage, walk_members
from pipelines.payload import digest_of

INDEX_NAME = "index.cdxj"
_EMPTY = digest_of(b"")


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server may be asked with: its own `ETag` and `Last-Modified` of the version that we keep."""

    etag: str
    last_modified: str
    original: Capture


class Catalogue:
    """The captures of an archive with the look-ups that writing and reading need."""

    def __init__(self, captures: Iterable[Capture] = ()) -> None:
        self.captures: list[Capture] = []
        self._holders: dict[tuple[str, str, str], Capture] = {}
        self._by_digest: dict[str, Capture] = {}
        self._by_name: dict[str, Capture] = {}
        self._latest: dict[str, Capture] = {}
        self._validators: dict[str, Validators] = {}
        self._moments: set[tuple[str, dt.datetime, str]] = set()
        for capture in sorted(captures, key=lambda capture: capture.place):
            self.add(capture)

    def add(self, capture: Capture) -> None:
        """Take a capture in. Captures come in the order of writing."""
        self.captures.append(capture)
        self._moments.add((capture.canonical, capture.date, capture.sha256))
        if capture.kind != "revisit":
            self._holders.setdefault(_holder_key(capture.sha256, capture.encoding, capture.canonical), capture)
            self._by_digest.setdefault(capture.sha256, capture)
            self._by_name.setdefault(capture.name, capture)
        latest = self._latest.get(capture.canonical)
        if latest is None or latest.date <= capture.date:
            self._latest[capture.canonical] = capture
            self._remember_validators(capture)

    def holder(self, sha256: str) -> Capture | None:
        """Find the record that holds this content, whatever its encoding, else None."""
        return self._by_digest.get(sha256)

    def named(self, name: str) -> Capture | None:
        """Find the record that a revisit calls `<date> <address>`, else None."""
        return self._by_name.get(name)

    def original(self, sha256: str, encoding: str, canonical: str) -> Capture | None:
        """Find the record that a new capture of this content may refer to as its original, else None.

        The content encoding must be the same, or a replay would decode the wrong bytes. An empty payload (redirects)
        says nothing, so there the address must be the same too.
        """
        return self._holders.get(_holder_key(sha256, encoding, canonical))

    def latest(self, canonical: str) -> Capture | None:
        """Find the last capture of an address, else None."""
        return self._latest.get(canonical)

    def validators(self, canonical: str) -> Validators | None:
        """Find what to ask the server with, or None where it gave nothing or the content is not here."""
        return self._validators.get(canonical)

    def knows(self, canonical: str, seen_at: dt.datetime, sha256: str) -> bool:
        """Tell whether this content was captured at this address at this very moment."""
        return (canonical, seen_at, sha256) in self._moments

    def living_addresses(self) -> list[str]:
        """Give the web addresses that were asked for and whose last two answers do not both say that they are gone."""
        answers: dict[str, list[int]] = {}
        for capture in sorted(self.captures, key=lambda capture: capture.date):
            if capture.kind != "resource" and not is_robots_txt(capture.url):
                answers.setdefault(capture.canonical, []).append(capture.status)
        return sorted(address for address, seen in answers.items() if not _is_gone(seen[-2:]))

    def _remember_validators(self, capture: Capture) -> None:
        before = self._validators.pop(capture.canonical, None)
        original = self._by_digest.get(capture.sha256)
        if capture.kind == "resource" or capture.status not in (200, 304) or original is None:
            return
        same = before is not None and before.original.sha256 == capture.sha256
        etag = capture.etag or (before.etag if before and same else "")
        modified = capture.last_modified or (before.last_modified if before and same else "")
        if etag or modified:
            self._validators[capture.canonical] = Validators(etag, modified, original)


def load_catalogue(folder: Path) -> Catalogue:
    """Read all that the archive in this folder holds. Changes nothing on disk. Raises OSError."""
    sizes = {path.name: path.stat().st_size for path in warc_files(folder)}
    known = _read_fitting_index(folder / INDEX_NAME, sizes)
    ends: dict[str, int] = {}
    for capture in known:
        ends[capture.filename] = max(ends.get(capture.filename, 0), capture.offset + capture.length)
    fresh = [
        capture
        for name in sizes
        if ends.get(name, 0) < sizes[name]
        for capture in index_file(folder / name, ends.get(name, 0))
    ]
    return Catalogue(resolve_revisits([*known, *fresh]) if fresh else known)


def rebuild_catalogue(folder: Path) -> Catalogue:
    """Read all that the archive holds from its WARC files alone. Raises OSError."""
    captures = [capture for path in warc_files(folder) for capture in index_file(path)]
    return Catalogue(resolve_revisits(captures))


def index_file(path: Path, start: int = 0) -> Iterator[Capture]:
    """Give the captures of a WARC file from `start` on; what is damaged is passed over. Raises OSError."""
    for found in walk_members(path, start):
        capture = None if isinstance(found, Damage) else index_member(found, path.name)
        if capture is not None:
            yield capture


def warc_files(folder: Path) -> list[Path]:
    """Give the WARC files of the archive in the order of writing."""
    return sorted(folder.glob("*.warc.gz"))


def _read_fitting_index(path: Path, sizes: dict[str, int]) -> list[Capture]:
    """Read the index, or nothing where it is missing, unreadable, or speaks of what the files do not hold."""
    try:
        captures = list(read_index(path))
    except (FileNotFoundError, IndexLineError, UnicodeDecodeError):
        return []
    fits = all(capture.offset + capture.length <= sizes.get(capture.filename, -1) for capture in captures)
    return captures if fits else []


def is_robots_txt(url: str) -> bool:
    """Tell the crawl's own business from what it looks for."""
    return urlsplit(url).path == "/robots.txt"


def _is_gone(answers: list[int]) -> bool:
    return len(answers) > 1 and all(status in (404, 410) for status in answers)


def _holder_key(sha256: str, encoding: str, canonical: str) -> tuple[str, str, str]:
    return sha256, encoding, canonical if sha256 == _EMPTY else ""
