"""Captures out of the WARC files of others into the archive: which are wanted, and in which form each is kept.

A response that nothing of ours repeats is kept as its gzip member lies in the other file, byte for byte: that is what
the other tool recorded, with its own record identifier and digests, and nothing has to be packed again. Where it has no
gzip member of its own, it is packed as it was. It is written anew, by our own rules, where its address would not stand
in a header as it is, or where its payload has not the digest it states.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

from extract.addresses import canonical_address
from pipelines.archive import Archive
from pipelines.clock import Clock
from pipelines.foreign_warc import WarcDamagedError, read_records
from pipelines.import_check import Checked, check, weigh
from pipelines.import_report import ImportNotes, Kept
from pipelines.index import Capture
from pipelines.later import Later
from pipelines.payload import digest_of
from pipelines.records import Exchange, Imported
from pipelines.sniff import find_media_type
from pipelines.wanted import Wanted
from pipelines.warc import FILE_NAME, Headers, Record, RecordError, format_date, parse_date
from pipelines.work_aside import Room, work_aside

_UNKNOWN = "application/octet-stream"
_CLOCKS_DIFFER = dt.timedelta(days=1)
_AHEAD = Room(most=2 * 1024 * 1024, large=128 * 1024)  # bytes of records that are on their way through the checks


class WarcImporter:
    """Takes the captures out of WARC and WACZ files. `hosts` (without `www.`) limits them; None takes all."""

    def __init__(self, archive: Archive, notes: ImportNotes, hosts: frozenset[str] | None, clock: Clock) -> None:
        self._archive = archive
        self._check = partial(check, latest=clock() + _CLOCKS_DIFFER)
        self._notes = notes
        self._later = Later()
        self._wanted = Wanted(hosts, notes.passed_over, notes.other_hosts)

    def take(self, path: Path, source: BinaryIO) -> Iterator[None]:
        """Keep the captures of a file that is open as `source`; yields after each. Raises OSError."""
        try:
            found = read_records(path, source, self._wanted)
            for checked in work_aside(found, self._check, weigh, _AHEAD):
                if isinstance(checked, RecordError):
                    self._notes.refuse(str(path), str(checked))
                else:
                    self._take_record(checked, str(path))
                yield
        except WarcDamagedError as problem:
            self._notes.refuse(str(path), str(problem))

    def take_later(self) -> None:
        """Keep the revisits that came before what they refer to, once all files were taken. Raises OSError."""
        for path, record in self._later.take_all():
            if not self._take_revisit(record, path):
                self._notes.refuse(
                    path, f"{record.fields['warc-target-uri']}: a revisit of something that is not kept here"
                )

    def _take_record(self, checked: Checked, path: str) -> None:
        if checked.record.kind == "revisit":
            if not self._take_revisit(checked.record, path):
                self._later.put(path, checked.record)
        else:
            take = self._take_response if checked.capture else self._take_resource
            kept, is_new = take(checked)
            self._notes.keep(Kept(path, *kept), is_new)

    def _take_response(self, checked: Checked) -> tuple[tuple[str, str, str], bool]:
        capture = checked.capture
        assert capture is not None  # noqa: S101 - it is a response
        kept = capture.canonical, capture.sha256, capture.media_type
        is_new = not self._archive.may_hold(capture.sha256)  # most content is; the other looks are for the rest
        if not is_new and self._archive.knows(capture.canonical, capture.date, capture.sha256):
            return kept, False
        if checked.packed is not None and (is_new or self._archive.original(capture) is None):
            self._archive.append_copy(checked.packed, capture)
        else:
            self._archive.append_response(_build_exchange(checked.record))
        return kept, True

    def _take_revisit(self, record: Record, path: str) -> bool:
        """Keep a revisit, or refuse it by name; False where what it refers to is not kept, or not yet."""
        try:
            exchange, original = _build_exchange(record), self._find_original(record)
        except RecordError as problem:
            self._notes.refuse(path, f"{record.fields['warc-target-uri']}: {problem}")
            return True
        if original is None:
            return False
        is_new = not self._archive.knows(exchange.canonical, exchange.seen_at, original.sha256)
        if is_new:
            self._archive.append_revisit(exchange, original)
        self._notes.keep(Kept(path, exchange.canonical, original.sha256, exchange.media_type), is_new)
        return True

    def _take_resource(self, checked: Checked) -> tuple[tuple[str, str, str], bool]:
        imported = _build_imported(checked.record)
        url = canonical_address(imported.address or "") or imported.url
        kept = url, digest_of(imported.content), imported.media_type
        return kept, self._archive.append_resource(imported) is not None

    def _find_original(self, record: Record) -> Capture | None:
        """Find the record that a revisit refers to, or None where it is not kept here. Raises `RecordError`."""
        found = self._archive.find_stated(record.fields.get("warc-payload-digest", ""))
        if found is None and "warc-refers-to-date" in record.fields:
            date = format_date(parse_date(record.fields["warc-refers-to-date"]))
            found = self._archive.named(f"{date} {record.fields.get('warc-refers-to-target-uri', '').strip('<>')}")
        return found


def _build_imported(record: Record) -> Imported:
    """Make of a resource record the file that it was. Raises `RecordError`."""
    url = record.fields["warc-target-uri"]
    file_name = unquote(record.fields.get(FILE_NAME.lower(), ""))
    return Imported(
        content=record.block,
        media_type=record.fields.get("content-type") or find_media_type(record.block, file_name) or _UNKNOWN,
        seen_at=parse_date(record.fields["warc-date"]),
        file_name=file_name,
        address=None if url.startswith("urn:") else url,
    )


def _build_exchange(record: Record) -> Exchange:
    """Make an exchange of a response or a revisit. Raises `RecordError`."""
    status: int
    headers: Headers
    if record.kind == "revisit" and not record.block:
        status, headers, body = 200, [], b""
    else:
        status, headers, body = record.http()
    return Exchange(record.fields["warc-target-uri"], status, headers, body, parse_date(record.fields["warc-date"]))
