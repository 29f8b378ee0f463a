"""The archive: every response as received, in WARC 1.1 files that are only ever appended to, with a CDXJ index.

`archive/irev-000001-20251122T004800Z.warc.gz` and so on: each writing session starts a file, and a new one follows
when it has grown to `roll_at` bytes. The same payload is kept once: seen again it becomes a `revisit` record (profile
identical-payload-digest; server-not-modified for a 304). Beside them lie `index.cdxj` (sorted, rebuildable from the
files alone) and `damaged/` with the bytes cut from a file whose writer was killed.

Reading needs no lock and sees whole records only, even while another process writes. Writing needs `with archive:`.
A record is in the file once `append_*` has returned, which survives any kill; the disk is made sure of (fsync) every 16
MB or half a minute and when the session ends, which survives a power cut.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Self

from pipelines.archive_lock import ArchiveLock
from pipelines.catalogue import Catalogue, Validators, is_robots_txt
from pipelines.catalogue_loading import INDEX_NAME, load_catalogue, rebuild_catalogue, warc_files
from pipelines.index import Capture, Place, index_member, put_at, refer_to, write_index
from pipelines.members import Damage, Member, MemberError, read_member, walk_members
from pipelines.payload import digest_of, has_digest, payload_of
from pipelines.records import (
    Exchange,
    Imported,
    NewRecord,
    build_request,
    build_resource,
    build_response,
    build_revisit,
)
from pipelines.warc import RecordError, pack_record, parse_record, states_payload
from pipelines.warc_file import WarcFile, repair_cut_ends
from warehouse.sightings import Sighting

ROLL_AT = 1024**3
"""Bytes after which a new WARC file is begun: the size that the WARC standard recommends."""


class ArchiveError(Exception):
    """The archive cannot give or take what was asked. The message is one line."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in the archive: in which file, at which byte, and what."""

    filename: str
    offset: int
    reason: str


class Archive:
    """The archive in a folder. Reading is open to all; `with archive:` takes the lock and allows appending."""

    def __init__(self, folder: Path, roll_at: int = ROLL_AT) -> None:
        self.folder = folder
        self._lock = ArchiveLock(folder)
        self._file = WarcFile(folder, roll_at)
        self._loaded: Catalogue | None = None
        self.repaired: list[str] = []

    def __enter__(self) -> Self:
        """Take the lock, cut off what a killed writer left unfinished, and bring the index up to date.

        Raises `ArchiveLocked` while another process writes, OSError where the folder cannot be written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        self._lock.acquire()
        try:
            self._loaded = load_catalogue(self.folder)
            self.repaired = repair_cut_ends(self.folder, self._loaded.ends())
        except BaseException:
            self._lock.release()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file, write the index, free the lock."""
        try:
            self._file.close()
            if warc_files(self.folder):
                write_index(self.folder / INDEX_NAME, self._catalogue.lines())
        finally:
            self._lock.release()

    # Reading

    def captures(self) -> Iterator[Capture]:
        """Give all captures in the order of writing."""
        return self._catalogue.written()

    def captures_seen(self) -> Iterator[Capture]:
        """Give all captures in the order of seeing; those of one moment in the order of writing."""
        return self._catalogue.seen()

    def sightings(self) -> Iterator[Sighting]:
        """Give what was seen, in the order of seeing. `robots.txt` is the crawl's own business and left out.

        Texts that repeat (addresses, digests) are one object: a list of all sightings holds each of them once.
        """
        texts: dict[str, str] = {}
        for capture in self._catalogue.seen():
            if not is_robots_txt(capture.url):
                yield _build_sighting(capture, texts)

    def read(self, digest: str) -> bytes:
        """Give the content named `sha256:<hex>`, content encoding removed. Raises `ArchiveError`."""
        capture = self._catalogue.holder(digest)
        if capture is None:
            raise ArchiveError(f"{digest} is not in {self.folder}")
        content = self._read_content(capture)
        if digest_of(content) != digest:
            raise ArchiveError(f"{capture.filename} is damaged at byte {capture.offset}: {digest} cannot be read")
        return content

    def holds(self, digest: str) -> bool:
        """Tell whether content of this name is kept."""
        return self._catalogue.holder(digest) is not None

    def may_hold(self, digest: str) -> bool:
        """Tell at little cost whether content of this name may be kept; where not, none is."""
        return self._catalogue.may_hold(digest)

    def holder(self, digest: str) -> Capture | None:
        """Find the record that holds this content, else None."""
        return self._catalogue.holder(digest)

    def named(self, name: str) -> Capture | None:
        """Find the record that a revisit calls so (`<date> <address>`), else None."""
        return self._catalogue.named(name)

    def original(self, capture: Capture) -> Capture | None:
        """Find the record that another one with the content of this capture may refer to, else None."""
        return self._catalogue.original(capture.sha256, capture.encoding, capture.canonical)

    def knows(self, canonical: str, seen_at: dt.datetime, digest: str) -> bool:
        """Tell whether this content was captured at this address at this very moment already."""
        return self._catalogue.knows(canonical, seen_at, digest)

    def find_stated(self, stated: str) -> Capture | None:
        """Find the record whose payload is stated to have this digest, else None."""
        return self._catalogue.find_stated(stated)

    def latest(self, canonical: str) -> Capture | None:
        """Find the last capture of an address, else None."""
        return self._catalogue.latest(canonical)

    def validators(self, canonical: str) -> Validators | None:
        """Find the server's own validators of the version we keep of this address, else None."""
        return self._catalogue.validators(canonical)

    def living_addresses(self) -> list[str]:
        """Give the addresses on the web that may still be there: asked for and not said to be gone twice running."""
        return self._catalogue.living_addresses()

    def verify(self) -> tuple[Problem, ...]:
        """Read every byte and name what is wrong: damaged members, false digests, an index that tells otherwise."""
        problems = [problem for path in warc_files(self.folder) for problem in _verify_file(path)]
        problems += _compare(self._catalogue.written(), rebuild_catalogue(self.folder).written())
        return tuple(problems)

    # Writing

    def append_response(self, exchange: Exchange) -> Capture:
        """Keep a response as received, or as a revisit where its content is kept already. Raises OSError.

        A 304 refers to the version whose validators were sent. Without such a version it is kept as a response.
        """
        self._require_lock()
        if exchange.status == 304:
            known = self._catalogue.validators(exchange.canonical)
            original = known.original if known else None
        else:
            payload = digest_of(payload_of(exchange.body, exchange.encoding))
            original = self._catalogue.original(payload, exchange.encoding, exchange.canonical)
        if original:
            return self.append_revisit(exchange, original)
        return self._append_pair(exchange, build_response(exchange), None)

    def append_revisit(self, exchange: Exchange, original: Capture) -> Capture:
        """Keep a response whose content the record `original` holds: its headers, and where to look. Raises OSError."""
        self._require_lock()
        return self._append_pair(exchange, build_revisit(exchange, original), original)

    def append_resource(self, imported: Imported) -> Capture | None:
        """Keep a local file, or give None where the same bytes are kept already. Raises OSError."""
        self._require_lock()
        if self.holds(digest_of(imported.content)):
            return None
        return self._append(b"", build_resource(imported).data, imported.seen_at, None)

    def append_copy(self, record: bytes, capture: Capture) -> Capture:
        """Keep a response of another tool as its own gzip member, byte for byte. Raises OSError.

        `capture` is its index line without a place. The caller has seen that the digests are true.
        """
        self._require_lock()
        offset = self._file.append(b"", record, capture.date)
        placed = put_at(capture, Place(self._file.name, offset, len(record)))
        self._catalogue.add(placed)
        return placed

    def rebuild_index(self) -> None:
        """Write the index anew from the WARC files alone. Raises OSError."""
        self._require_lock()
        self._loaded = rebuild_catalogue(self.folder)
        write_index(self.folder / INDEX_NAME, self._loaded.lines())

    # Within

    @property
    def _catalogue(self) -> Catalogue:
        if self._loaded is None:
            self._loaded = load_catalogue(self.folder)
        return self._loaded

    def _require_lock(self) -> None:
        if not self._lock.held:
            raise ArchiveError("the archive is open for reading only; write inside `with archive:`")

    def _append_pair(self, exchange: Exchange, record: NewRecord, original: Capture | None) -> Capture:
        request = build_request(exchange, record.record_id) if exchange.request_headers is not None else b""
        return self._append(request, record.data, exchange.seen_at, original)

    def _append(self, before: bytes, data: bytes, moment: dt.datetime, original: Capture | None) -> Capture:
        """Write a record, and index it from the very bytes that were packed: what a rebuild would read."""
        packed = pack_record(data)
        offset = self._file.append(before, packed, moment)
        capture = index_member(Member(offset, packed, data), self._file.name)
        if capture is None:
            raise ArchiveError(f"{self._file.name} holds what cannot be indexed at byte {offset}")
        capture = refer_to(capture, original) if original else capture
        self._catalogue.add(capture)
        return capture

    def _read_content(self, capture: Capture) -> bytes:
        try:
            with (self.folder / capture.filename).open("rb") as handle:
                handle.seek(capture.offset)
                record = parse_record(read_member(handle, capture.offset).data)
            body = record.block if record.kind == "resource" else record.http()[2]
        except (OSError, MemberError, RecordError) as problem:
            raise ArchiveError(f"{capture.filename} cannot be read at byte {capture.offset}: {problem}") from problem
        return payload_of(body, capture.encoding)


def _build_sighting(capture: Capture, texts: dict[str, str]) -> Sighting:
    def once(text: str) -> str:
        return texts.setdefault(text, text)

    return Sighting(
        url=once(capture.canonical),
        raw_url=once(capture.url),
        seen_at=capture.date,
        kind=capture.kind,
        status=capture.status,
        digest=once(capture.sha256) or None,
        media_type=once(capture.media_type) or None,
        size=capture.size if capture.sha256 else None,
        file_name=once(capture.file_name) or None,
    )


def _compare(indexed: Iterator[Capture], true: Iterator[Capture]) -> Iterator[Problem]:
    """Name the places of which the index says something else than the records; both come in the order of writing."""
    both = merge(indexed, true, key=lambda capture: capture.place)
    for (filename, offset), told in groupby(both, key=lambda capture: capture.place):
        lines = list(told)
        if len(lines) != 2 or lines[0] != lines[1]:
            yield Problem(filename, offset, "the index does not say what the record says")


def _verify_file(path: Path) -> Iterator[Problem]:
    for found in walk_members(path):
        if isinstance(found, Damage):
            yield Problem(path.name, found.offset, found.reason)
        elif reason := _fault_of(found):
            yield Problem(path.name, found.offset, reason)


def _fault_of(member: Member) -> str | None:
    """Say what is wrong with a whole member: no record, or a digest that its bytes do not have."""
    try:
        record = parse_record(member.data)
        stated = states_payload(record) if record.kind in ("response", "resource") else True
    except RecordError as problem:
        return str(problem)
    if not has_digest(record.block, record.fields.get("warc-block-digest", "")):
        return "the block has another digest than stated"
    return None if stated else "the payload has another digest than stated"
