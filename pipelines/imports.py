"""Keep what is at hand: saved pages, PDF, print exports, office files, WARC and WACZ files, and folders of them.

Each file becomes a `resource` record with the address it says it comes from, or `urn:sha256:<hex>`; a WARC file gives
its captures with their own dates. The same bytes are kept once. What is refused is named, and the rest goes on.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from extract.addresses import canonical_address
from pipelines.archive import Archive
from pipelines.clock import Clock, utc_now
from pipelines.foreign_warc import WarcDamagedError, is_wacz, read_records, undo_chunks
from pipelines.index import Capture
from pipelines.origin import find_origin
from pipelines.payload import digest_of, payload_of
from pipelines.records import Exchange, Imported
from pipelines.settings import DataFolder
from pipelines.sniff import WARC, find_media_type
from pipelines.warc import FILE_NAME, Headers, Record, RecordError, format_date, parse_date

MOST_BYTES = 256 * 1024 * 1024
"""A larger file that is no WARC is refused: no page or brochure has this size."""

MOST_NAMED = 10_000
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file or a capture that is in the archive now: `url` is canonical, `digest` names the decoded content."""

    path: str
    url: str
    digest: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that was not kept, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import came to: newly kept, kept already, refused, and WARC captures of other hosts by host.

    `kept` and `already` name no more than `MOST_NAMED` captures of one WARC file; `more_kept` and `more_already` count
    the rest. `passed_over` counts records that are no captures, by kind.
    """

    kept: tuple[Kept, ...] = ()
    already: tuple[Kept, ...] = ()
    refused: tuple[Refused, ...] = ()
    other_hosts: Mapping[str, int] = field(default_factory=dict)
    more_kept: int = 0
    more_already: int = 0
    passed_over: Mapping[str, int] = field(default_factory=dict)


def import_paths(
    paths: Iterable[Path], data: Path, clock: Clock = utc_now, hosts: Collection[str] | None = None
) -> ImportReport:
    """Keep files, WARC files and all that folders hold, in the archive below `data`.

    `hosts` (without `www.`) limits what is taken out of WARC files; None takes all. Raises `ArchiveLocked` while
    another process writes to the archive, OSError where the archive itself cannot be written.
    """
    importer = _Importer(clock, frozenset(host.removeprefix("www.") for host in hosts) if hosts else None)
    with Archive(DataFolder(data).archive) as archive:
        for found in _walk(paths):
            if isinstance(found, Refused):
                importer.refused.append(found)
            else:
                importer.take(found, archive)
    return ImportReport(
        tuple(importer.kept),
        tuple(importer.already),
        tuple(importer.refused),
        dict(sorted(importer.other_hosts.items())),
        importer.more["kept"],
        importer.more["already"],
        dict(sorted(importer.passed_over.items())),
    )


def _walk(paths: Iterable[Path]) -> Iterator[Path | Refused]:
    """Give the files in the order of their names; hidden ones inside folders are passed over."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        problems: list[OSError] = []
        for folder, subfolders, names in os.walk(path, onerror=problems.append):
            subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
            yield from (Path(folder) / name for name in sorted(names) if not name.startswith("."))
        yield from (Refused(str(problem.filename), _say(problem)) for problem in problems)


class _Importer:
    """Takes files one by one and remembers what became of each."""

    def __init__(self, clock: Clock, hosts: frozenset[str] | None) -> None:
        self._clock = clock
        self._hosts = hosts
        self.kept: list[Kept] = []
        self.already: list[Kept] = []
        self.refused: list[Refused] = []
        self.other_hosts: Counter[str] = Counter()
        self.passed_over: Counter[str] = Counter()
        self.more: Counter[str] = Counter()
        self._room = MOST_NAMED

    def take(self, path: Path, archive: Archive) -> None:
        try:
            with path.open("rb") as handle:
                head = handle.read(4096)
                size = os.fstat(handle.fileno()).st_size
                media_type = find_media_type(head, path.name)
                if media_type == WARC or (head.startswith(_ZIP) and is_wacz(path)):
                    self._take_warc(path, archive)
                    return
                reason = _refuse(size, media_type)
                if reason is None:
                    self._take_file(head + handle.read(), media_type or "", path, archive)
                    return
        except OSError as problem:
            reason = _say(problem)
        self.refused.append(Refused(str(path), reason))

    def _take_file(self, content: bytes, media_type: str, path: Path, archive: Archive) -> None:
        origin = find_origin(content, media_type)
        imported = Imported(content, media_type, self._clock(), path.name, origin)
        self._keep_resource(imported, str(path), archive)

    def _keep_resource(self, imported: Imported, path: str, archive: Archive) -> None:
        url = canonical_address(imported.address or "") or imported.url
        kept = Kept(path, url, digest_of(imported.content), imported.media_type)
        (self.kept if archive.append_resource(imported) else self.already).append(kept)

    def _take_warc(self, path: Path, archive: Archive) -> None:
        originals: dict[str, Capture] = {}
        self._room = MOST_NAMED
        try:
            for record in read_records(path, self.passed_over):
                if isinstance(record, RecordError):
                    self.refused.append(Refused(str(path), str(record)))
                elif self._is_wanted(record):
                    self._take_record(record, path, archive, originals)
        except WarcDamagedError as problem:
            self.refused.append(Refused(str(path), str(problem)))

    def _is_wanted(self, record: Record) -> bool:
        host = (urlsplit(record.fields["warc-target-uri"]).hostname or "").removeprefix("www.")
        if self._hosts is None or not host or host in self._hosts:
            return True
        self.other_hosts[host] += 1
        return False

    def _take_record(self, record: Record, path: Path, archive: Archive, originals: dict[str, Capture]) -> None:
        url = record.fields["warc-target-uri"]
        try:
            if record.kind == "resource":
                self._keep_resource(_build_imported(record), str(path), archive)
                return
            exchange, media_type = _build_exchange(record)
            original = _find_original(record, archive, originals)
        except (RecordError, KeyError) as problem:
            self.refused.append(Refused(str(path), f"{url}: {problem}"))
            return
        digest = original.sha256 if original else digest_of(payload_of(exchange.body, exchange.encoding))
        kept = Kept(str(path), exchange.canonical, digest, media_type)
        if archive.knows(exchange.canonical, exchange.seen_at, digest):
            self._note("already", self.already, kept)
        else:
            archive.append_revisit(exchange, original) if original else archive.append_response(exchange)
            self._note("kept", self.kept, kept)
        latest = archive.holder(digest)
        if latest and "warc-payload-digest" in record.fields:
            originals.setdefault(record.fields["warc-payload-digest"], latest)

    def _note(self, name: str, named: list[Kept], kept: Kept) -> None:
        """Name a capture of a WARC file, or only count it where it holds very many: memory stays bounded."""
        self._room -= 1
        if self._room >= 0:
            named.append(kept)
        else:
            self.more[name] += 1


def _build_imported(record: Record) -> Imported:
    """Make of a resource record the file that it was. Raises `RecordError`, KeyError."""
    url = record.fields["warc-target-uri"]
    return Imported(
        content=record.block,
        media_type=record.fields.get("content-type", "application/octet-stream"),
        seen_at=parse_date(record.fields["warc-date"]),
        file_name=unquote(record.fields.get(FILE_NAME.lower(), "")),
        address=None if url.startswith("urn:") else url,
    )


def _build_exchange(record: Record) -> tuple[Exchange, str]:
    """Make an exchange of a response or a revisit. Raises `RecordError`, KeyError."""
    status: int
    headers: Headers
    if record.kind == "revisit" and not record.block:
        status, headers, body = 200, [], b""
    else:
        status, headers, body = record.http()
    headers, body = undo_chunks(headers, body)
    seen_at = parse_date(record.fields["warc-date"])
    exchange = Exchange(record.fields["warc-target-uri"], status, headers, body, seen_at)
    return exchange, exchange.media_type


def _find_original(record: Record, archive: Archive, originals: Mapping[str, Capture]) -> Capture | None:
    """Find the record that a revisit refers to. Raises `RecordError` where it is not kept here."""
    if record.kind != "revisit":
        return None
    found = originals.get(record.fields.get("warc-payload-digest", ""))
    if found is None and "warc-refers-to-date" in record.fields:
        date = format_date(parse_date(record.fields["warc-refers-to-date"]))
        found = archive.named(f"{date} {record.fields.get('warc-refers-to-target-uri', '')}")
    if found is None:
        raise RecordError("a revisit of something that is not kept here")
    return found


def _refuse(size: int, media_type: str | None) -> str | None:
    """Say why a file is not taken, or None where it is."""
    if size == 0:
        return "the file is empty"
    if media_type is None:
        return "neither a page, nor a document, nor a WARC file"
    return f"larger than {MOST_BYTES // 1024**2} MB" if size > MOST_BYTES else None


def _say(problem: OSError) -> str:
    if isinstance(problem, FileNotFoundError):
        return "there is no such file"
    if isinstance(problem, PermissionError):
        return "no right to read it"
    return problem.strerror or str(problem)
