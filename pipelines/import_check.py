"""Whether a record of another tool is what it says: its digests, its address, its date, and what it would be here.

This is the costly part of an import, and most of it is C code: it is done in a thread beside (`pipelines/work_aside`).
"""

from __future__ import annotations

from typing import NamedTuple

from pipelines.foreign_warc import Found
from pipelines.index import Capture, Place, build_capture, find_canonical
from pipelines.payload import has_digest
from pipelines.warc import Record, RecordError, clean_address, states_payload

_NOWHERE = Place("", 0, 0)
_ITEM = 1024  # what a record takes beside its bytes, about


class Checked(NamedTuple):
    """A record that is what it says.

    `capture` is the line of a response in our index, without a place. `packed` is the gzip member that holds it, where
    nothing speaks against keeping it as it is.
    """

    record: Record
    capture: Capture | None
    packed: bytes | None


def check(found: Found | RecordError) -> Checked | RecordError:
    """Check a record, or say what is wrong with it; what was wrong already stays so."""
    if isinstance(found, RecordError):
        return found
    record, url = found.record, found.record.fields.get("warc-target-uri", "a record")
    if not has_digest(record.block, record.fields.get("warc-block-digest", "")):
        return RecordError(f"{url}: its bytes have another digest than stated")
    if find_canonical(url) is None and not url.startswith("urn:"):
        return RecordError(f"{url}: no usable address")
    if record.kind != "response":
        return Checked(record, None, None)
    try:
        capture = build_capture(record, _NOWHERE)
        is_copied = found.packed is not None and _may_copy(record, url)
    except (RecordError, KeyError) as problem:
        return RecordError(f"{url}: {problem}")
    return Checked(record, capture, found.packed if is_copied else None)


def weigh(found: Found | RecordError) -> int:
    """Tell how many bytes of memory a record takes."""
    size = 0 if isinstance(found, RecordError) else len(found.record.block) + len(found.packed or b"")
    return _ITEM + size


def _may_copy(record: Record, url: str) -> bool:
    """Tell whether nothing in a response speaks against keeping it as it is. Raises `RecordError`."""
    return record.http()[0] != 304 and clean_address(url) == url and states_payload(record)
