"""What the archive holds, for look-ups: a table of the index lines in a private database that costs no memory.

The database is SQLite's temporary one: a file without a name, made for one session, that a kill leaves nothing of. So
there is no state beside the WARC files and their index, and nothing to lock, to repair or to back up. What is held in
memory is a cache of `_CACHE_KB`, whatever the number of captures.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from pipelines.index import Capture, canonical_of, format_line, parse_line, refer_to
from pipelines.payload import digest_of
from pipelines.seen_before import SeenBefore
from pipelines.warc import parse_date

_EMPTY = digest_of(b"")
_CACHE_KB = 8_000
_BATCH = 1_000
_FRESH = 250  # captures that go into the table together

# Texts are found by their hash, a number: the indexes are a tenth of the size, and what is found is compared in full.
_TABLE = """
    PRAGMA journal_mode = OFF;
    PRAGMA temp_store = FILE;
    PRAGMA cache_size = -{cache};
    CREATE TABLE captures (
        filename TEXT, begin INTEGER, end INTEGER, moment INTEGER, address INTEGER, content INTEGER, stated INTEGER,
        is_revisit INTEGER, line TEXT);
"""
_INDEXES = (
    "CREATE INDEX by_address ON captures (address, moment)",
    "CREATE INDEX by_content ON captures (content) WHERE NOT is_revisit",
    "CREATE INDEX by_stated ON captures (stated) WHERE NOT is_revisit",
)
_INSERT = "INSERT INTO captures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_WRITTEN = "ORDER BY filename, begin"
_SEEN = "ORDER BY moment, filename, begin"
_LAST_SEEN = "ORDER BY moment DESC, filename DESC, begin DESC"
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server may be asked with: its own `ETag` and `Last-Modified` of the version that we keep."""

    etag: str
    last_modified: str
    original: Capture


class Catalogue:
    """The captures of an archive with the look-ups that writing and reading need.

    Every method raises OSError where the disk has no room for the database, and from then on.
    """

    def __init__(self, lines: Iterable[str] = ()) -> None:
        """Take in the lines of an index. Raises `IndexLineError`, UnicodeError where they are none."""
        self._base = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._fresh: list[Capture] = []
        self._failed: OSError | None = None
        self._contents = SeenBefore()
        try:
            self._base.executescript(_TABLE.format(cache=_CACHE_KB))
            self._base.execute("BEGIN")
            self._base.executemany(_INSERT, map(self._take_line, lines))
            for index in _INDEXES:
                self._base.execute(index)  # the transaction stays open: nobody else is there to see what is in it
        except sqlite3.Error as problem:
            raise _without_room(problem) from problem

    def __del__(self) -> None:
        self._base.close()

    def add(self, capture: Capture) -> None:
        """Take a capture in; it goes into the table with others, at the latest when something is looked up."""
        self._fresh.append(capture)
        self._contents.add(capture.sha256)
        if len(self._fresh) >= _FRESH:
            self._store()

    def resolve_revisits(self) -> None:
        """Give each revisit that lacks it the content digest, encoding, media type and size of what it refers to."""
        question = (
            "SELECT rowid, line FROM captures WHERE rowid > ? AND is_revisit AND content = ? ORDER BY rowid LIMIT ?"
        )
        last = 0
        while rows := list(self._rows(question, last, hash(""), _BATCH)):
            last = rows[-1][0]
            for number, line in rows:
                revisit = parse_line(line)
                if original := self.named(revisit.refers_to):
                    self._complete(number, refer_to(revisit, original))

    # All of them

    def written(self) -> Iterator[Capture]:
        """Give all captures in the order of writing."""
        return self._find(_WRITTEN)

    def seen(self) -> Iterator[Capture]:
        """Give all captures in the order of seeing; those of one moment in the order of writing."""
        return self._find(_SEEN)

    def lines(self) -> Iterator[str]:
        """Give the lines of the index, sorted."""
        return (line for (line,) in self._rows("SELECT line FROM captures ORDER BY line"))

    def ends(self) -> dict[str, int]:
        """Tell for each WARC file up to which byte it is known."""
        return dict(self._rows("SELECT filename, max(end) FROM captures GROUP BY filename"))

    def living_addresses(self) -> list[str]:
        """Give the web addresses that were asked for and whose last two answers do not both say that they are gone."""
        living = []
        for _, seen in groupby(
            self._find("ORDER BY address, moment, filename, begin"), key=lambda found: found.canonical
        ):
            answers = deque((capture for capture in seen if capture.kind != "resource"), maxlen=2)
            if answers and not is_robots_txt(answers[-1].url) and not _is_gone([one.status for one in answers]):
                living.append(answers[-1].canonical)
        return sorted(living)

    # One of them

    def may_hold(self, sha256: str) -> bool:
        """Tell at the cost of one look whether a record may hold this content; where not, none does."""
        question = "SELECT 1 FROM captures WHERE content = ? AND NOT is_revisit LIMIT 1"
        return sha256 in self._contents and any(self._rows(question, hash(sha256)))

    def holder(self, sha256: str) -> Capture | None:
        """Find the record that holds this content, whatever its encoding, else None."""
        return next(self._find_holders(sha256), None)

    def original(self, sha256: str, encoding: str, canonical: str) -> Capture | None:
        """Find the record that a new capture of this content may refer to as its original, else None.

        The content encoding must be the same, or a replay would decode the wrong bytes. An empty payload (redirects)
        says nothing, so there the address must be the same too.
        """
        same = self._find_at(canonical, _WRITTEN) if sha256 == _EMPTY else self._find_holders(sha256)
        wanted = sha256, encoding
        return next((one for one in same if (one.sha256, one.encoding) == wanted and one.kind != "revisit"), None)

    def named(self, name: str) -> Capture | None:
        """Find the record that a revisit calls `<date> <address>`, else None."""
        moment, _, url = name.partition(" ")
        seen = self._find_at(canonical_of(url), f"AND moment = ? {_WRITTEN}", _number(parse_date(moment)))
        return next((found for found in seen if found.kind != "revisit" and found.url == url), None)

    def find_stated(self, stated: str) -> Capture | None:
        """Find the record whose payload is stated to have this digest, else None."""
        found = self._find(f"WHERE stated = ? AND NOT is_revisit {_WRITTEN}", hash(stated))
        return next((capture for capture in found if capture.digest == stated), None)

    def latest(self, canonical: str) -> Capture | None:
        """Find the last capture of an address, else None."""
        return next(self._find_at(canonical, _LAST_SEEN), None)

    def knows(self, canonical: str, seen_at: dt.datetime, sha256: str) -> bool:
        """Tell whether this content was captured at this address at this very moment."""
        seen = self._find_at(canonical, "AND moment = ?", _number(seen_at))
        return any(found.sha256 == sha256 for found in seen)

    def validators(self, canonical: str) -> Validators | None:
        """Find what to ask the server with, or None where it gave nothing or the content is not here.

        What the last answer does not say again is taken from those before it that had the same content.
        """
        etag, modified, sha256 = "", "", None
        for capture in self._find_at(canonical, _LAST_SEEN):
            sha256 = capture.sha256 if sha256 is None else sha256
            if capture.kind == "resource" or capture.status not in (200, 304) or capture.sha256 != sha256:
                break
            etag, modified = etag or capture.etag, modified or capture.last_modified
            if etag and modified:
                break
        original = self.holder(sha256) if sha256 and (etag or modified) else None
        return Validators(etag, modified, original) if original else None

    # Within

    def _find_at(self, canonical: str, condition: str, *values: int) -> Iterator[Capture]:
        found = self._find(f"WHERE address = ? {condition}", hash(canonical), *values)
        return (capture for capture in found if capture.canonical == canonical)

    def _find_holders(self, sha256: str) -> Iterator[Capture]:
        found = self._find(f"WHERE content = ? AND NOT is_revisit {_WRITTEN}", hash(sha256))
        return (capture for capture in found if capture.sha256 == sha256)

    def _find(self, condition: str, *values: int) -> Iterator[Capture]:
        rows = self._rows(f"SELECT line FROM captures {condition}", *values)  # noqa: S608 - the conditions are ours
        return (parse_line(line) for (line,) in rows)

    def _rows(self, question: str, *values: int) -> Iterator[tuple[Any, ...]]:
        self._store()
        try:
            yield from self._base.execute(question, values)
        except sqlite3.Error as problem:
            raise _without_room(problem) from problem

    def _complete(self, number: int, capture: Capture) -> None:
        change = "UPDATE captures SET content = ?, line = ? WHERE rowid = ?"
        try:
            self._base.execute(change, (hash(capture.sha256), format_line(capture), number))
        except sqlite3.Error as problem:
            raise _without_room(problem) from problem

    def _take_line(self, line: str) -> tuple[str | int, ...]:
        capture = parse_line(line)
        self._contents.add(capture.sha256)
        return _build_row(capture, f"{line.rstrip()}\n")

    def _store(self) -> None:
        """Put what is fresh into the table: many rows at once cost half of what they cost one by one.

        Where that fails, it fails from then on: an index without some of the captures must not be written, for what
        stands in the files before its last line is taken to be in it.
        """
        if self._failed:
            raise self._failed
        if self._fresh:
            rows = (_build_row(capture, format_line(capture)) for capture in self._fresh)
            try:
                self._base.executemany(_INSERT, rows)
            except sqlite3.Error as problem:
                self._failed = _without_room(problem)
                raise self._failed from problem
            self._fresh = []


def is_robots_txt(url: str) -> bool:
    """Tell the crawl's own business from what it looks for."""
    return urlsplit(url).path == "/robots.txt"


def _build_row(capture: Capture, line: str) -> tuple[str | int, ...]:
    return (
        capture.filename,
        capture.offset,
        capture.offset + capture.length,
        _number(capture.date),
        hash(capture.canonical),
        hash(capture.sha256),
        hash(capture.digest),
        capture.kind == "revisit",
        line,
    )


def _number(moment: dt.datetime) -> int:
    """Write a moment as a number that sorts."""
    return (moment - _EPOCH) // _MICROSECOND


def _without_room(problem: sqlite3.Error) -> OSError:
    """Tell of a disk without room as every other part of the archive does."""
    return OSError(f"the look-up table of the archive: {problem}")


def _is_gone(answers: list[int]) -> bool:
    return len(answers) > 1 and all(status in (404, 410) for status in answers)
