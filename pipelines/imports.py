"""Keep what is at hand: saved pages, PDF, print exports, office files, WARC and WACZ files, and folders of them.

Each file becomes a `resource` record with the address it says it comes from, or `urn:sha256:<hex>`; a WARC file gives
its captures with their own dates. The same bytes are kept once. What is refused is named, and the rest goes on.
"""

from __future__ import annotations

import io
import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from extract.addresses import canonical_address
from pipelines.archive import Archive
from pipelines.clock import Clock, utc_now
from pipelines.foreign_warc import is_wacz
from pipelines.import_report import ImportNotes, ImportReport, Kept, Refused
from pipelines.import_warc import WarcImporter
from pipelines.origin import find_origin
from pipelines.payload import digest_of
from pipelines.progress import NoProgress, Progress
from pipelines.records import Imported
from pipelines.settings import DataFolder
from pipelines.sniff import WARC, find_media_type, is_arc

MOST_BYTES = 256 * 1024 * 1024
"""A larger file that is no WARC is refused: no page or brochure has this size."""

_STEP = 1_000_000  # bytes between two steps of the progress
_ARC = "an ARC file, older than WARC: `warcio recompress OLD.arc.gz NEW.warc.gz` makes one of it that can be imported"
_ZIP = b"PK\x03\x04"


def import_paths(
    paths: Iterable[Path],
    data: Path,
    clock: Clock = utc_now,
    hosts: Collection[str] | None = None,
    progress: Progress | None = None,
) -> ImportReport:
    """Keep files, WARC files and all that folders hold, in the archive below `data`.

    `data` itself is passed over where a folder holds it: its logs and tables are no pages.

    `hosts` (without `www.`) limits what is taken out of WARC files; None takes all. An import that was interrupted
    may be repeated: what is kept already is counted and not kept again. Raises `ArchiveLocked` while another process
    writes to the archive, OSError where the archive itself cannot be written.
    """
    notes = ImportNotes()
    wanted = frozenset(host.removeprefix("www.") for host in hosts) if hosts else None
    files = []
    for found in _walk(paths, data.resolve()):
        if isinstance(found, Refused):
            notes.refuse(found.path, found.reason)
        else:
            files.append(found)
    with Archive(DataFolder(data).archive) as archive:
        importer = _Importer(archive, notes, WarcImporter(archive, notes, wanted, clock), clock)
        total = sum(map(_size_of, files)) // _STEP
        for _ in (progress or NoProgress()).track(importer.take_all(files, total), total, "importing, MB"):
            pass
    return notes.build_report()


def _walk(paths: Iterable[Path], own: Path) -> Iterator[Path | Refused]:
    """Give the files in the order of their names; inside folders hidden ones and `own` are passed over."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        if path.resolve() == own:
            yield Refused(str(path), "the data folder itself: what it keeps is kept already")
            continue
        problems: list[OSError] = []
        for folder, subfolders, names in os.walk(path, onerror=problems.append):
            subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
            subfolders[:] = [name for name in subfolders if Path(folder, name).resolve() != own]
            yield from (Path(folder) / name for name in sorted(names) if not name.startswith("."))
        yield from (Refused(str(problem.filename), _say(problem)) for problem in problems)


class _UnreadableError(Exception):
    """A file at hand cannot be read; the message says why. The archive's own troubles are another matter."""


class _CountedFile(io.FileIO):
    """A file at hand, which knows how many bytes were read of it. Raises `_UnreadableError` in the place of OSError."""

    def __init__(self, path: Path) -> None:
        if path.exists() and not path.is_file():
            raise _UnreadableError("not a file")  # a pipe without a writer would be waited for without end
        try:
            super().__init__(path, "rb")
        except OSError as problem:
            raise _UnreadableError(_say(problem)) from problem
        self.count = 0

    def readinto(self, buffer: Any) -> int | None:
        try:
            read: int | None = super().readinto(buffer)
        except OSError as problem:
            raise _UnreadableError(_say(problem)) from problem
        self.count += read or 0
        return read


class _Importer:
    """Takes files one by one and notes what became of each."""

    def __init__(self, archive: Archive, notes: ImportNotes, warcs: WarcImporter, clock: Clock) -> None:
        self._archive = archive
        self._notes = notes
        self._warcs = warcs
        self._clock = clock
        self._read = 0

    def take_all(self, files: Iterable[Path], total: int) -> Iterator[None]:
        """Take the files; yields each time that `_STEP` more bytes were read, `total` times at most."""
        told = 0
        for path in files:
            for read in self._take(path):
                while told < min(total, read // _STEP):
                    told += 1
                    yield
        self._warcs.take_later()

    def _take(self, path: Path) -> Iterator[int]:
        """Take a file; yields now and then how many bytes were read of all files."""
        try:
            with _CountedFile(path) as raw:
                for _ in self._take_open(path, io.BufferedReader(raw)):
                    yield self._read + raw.count
                self._read += raw.count
        except _UnreadableError as problem:
            self._notes.refuse(str(path), str(problem))
        yield self._read

    def _take_open(self, path: Path, source: io.BufferedReader) -> Iterator[None]:
        head = source.read(4096)
        size = os.fstat(source.fileno()).st_size
        media_type = find_media_type(head, path.name)
        if media_type == WARC or (head.startswith(_ZIP) and is_wacz(path)):
            source.seek(0)
            yield from self._warcs.take(path, source)
        elif is_arc(head):
            self._notes.refuse(str(path), _ARC)
        elif reason := _refuse(size, media_type):
            self._notes.refuse(str(path), reason)
        else:
            self._take_file(head + source.read(), media_type or "", path)

    def _take_file(self, content: bytes, media_type: str, path: Path) -> None:
        origin = find_origin(content, media_type)
        imported = Imported(content, media_type, self._clock(), path.name, origin)
        url = canonical_address(imported.address or "") or imported.url
        is_new = self._archive.append_resource(imported) is not None
        self._notes.keep(Kept(str(path), url, digest_of(content), media_type), is_new)


def _refuse(size: int, media_type: str | None) -> str | None:
    """Say why a file is not taken, or None where it is."""
    if size == 0:
        return "the file is empty"
    if media_type is None:
        return "neither a page, nor a document, nor a WARC file"
    return f"larger than {MOST_BYTES // 1024**2} MB" if size > MOST_BYTES else None


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # taking it will say why


def _say(problem: OSError) -> str:
    if isinstance(problem, FileNotFoundError):
        return "there is no such file"
    if isinstance(problem, PermissionError):
        return "no right to read it"
    return problem.strerror or str(problem)
