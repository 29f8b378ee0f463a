"""Whether a record of another tool is what it says: its digests, its address, its date, and what it would be here.

This is the costly part of an import, and most of it is C code: it is done in a thread beside (`pipelines/work_aside`).
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from pipelines.foreign_warc import Found
from pipelines.index import Capture, Place, build_capture, find_canonical
from pipelines.payload import has_digest
from pipelines.warc import (
    Record,
    RecordError,
    clean_address,
    pack_record,
    parse_date,
    parse_record,
    states_payload,
)

EARLIEST = dt.datetime(1990, 1, 1, tzinfo=dt.UTC)
"""There was no web before: what says that it was captured then had a clock that was wrong."""

_NOWHERE = Place("", 0, 0)
_ITEM = 1024  # what a record takes beside its bytes, about


class Checked(NamedTuple):
    """A record that is what it says.

    `capture` is the line of a response in our index, without a place. `packed` is a gzip member that holds it as it
    was, where nothing speaks against keeping it so.
    """

    record: Record
    capture: Capture | None
    packed: bytes | None


def check(found: Found | RecordError, latest: dt.datetime) -> Checked | RecordError:
    """Check a record, or say what is wrong with it; what was wrong already stays so.

    No capture can be later than `latest`: it would be the last word on its page for years.
    """
    if isinstance(found, RecordError):
        return found
    record, url = found.record, found.record.fields.get("warc-target-uri", "a record")
    if not has_digest(record.block, record.fields.get("warc-block-digest", "")):
        return RecordError(f"{url}: its bytes have another digest than stated")
    try:
        _check_place_in_history(record, latest)
        if record.kind != "response":
            return Checked(record, None, None)
        capture = build_capture(record, _NOWHERE)
        packed = _pack(found) if _may_copy(record, url) else None
    except RecordError as problem:
        return RecordError(f"{url}: {problem}")
    return Checked(record, capture, packed)


def weigh(found: Found | RecordError) -> int:
    """Tell how many bytes of memory a record takes."""
    size = 0 if isinstance(found, RecordError) else len(found.record.block) + len(found.packed or b"")
    return _ITEM + size


def _check_place_in_history(record: Record, latest: dt.datetime) -> None:
    """Look whether a record says of which address and of which moment it is. Raises `RecordError`."""
    url = record.fields.get("warc-target-uri", "")
    if find_canonical(url) is None and not url.startswith("urn:"):
        raise RecordError("no usable address")
    date = parse_date(record.fields.get("warc-date", ""))
    if not EARLIEST <= date <= latest:
        raise RecordError(
            f"captured on {date:%Y-%m-%d}? There was no web then"
            if date < latest
            else f"captured on {date:%Y-%m-%d}? That day is still to come"
        )


def _pack(found: Found) -> bytes | None:
    """Give the record as a gzip member, the one of its file where there is one; None where it cannot stay as it is."""
    if found.packed is not None or found.head is None:
        return found.packed
    data = b"".join((found.head, found.record.block, b"\r\n\r\n"))
    try:
        return pack_record(data) if parse_record(data) == found.record else None
    except RecordError:  # an older version of WARC, or lines that only warcio reads
        return None


def _may_copy(record: Record, url: str) -> bool:
    """Tell whether nothing in a response speaks against keeping it as it is. Raises `RecordError`."""
    return record.http()[0] != 304 and clean_address(url) == url and states_payload(record)
