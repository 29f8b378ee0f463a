"""One document from the disk, read as a build would read it, without touching anything."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path

from extract.addresses import canonical_address, node_id_of, page_id_of
from extract.records import OpenReading, PageFacts, Reading, Source
from pipelines.outcomes import InputError
from pipelines.sniff import find_media_type
from pipelines.workers import Limits, Named, Rejection, call_with_limits

_HEAD = 4096
_READ = Named("pipelines.read_job", "read_alone")


@dataclass(frozen=True, slots=True)
class Job:
    """What the worker gets: bytes, not a path, so that it opens nothing."""

    content: bytes
    media_type: str | None
    name: str
    url: str | None
    seen_at: dt.datetime | None


def read_file(path: Path, url: str | None = None, seen_at: str | None = None) -> Reading | Rejection:
    """Read one file in a worker with limits; a `Rejection` where the limits ended it.

    `seen_at` is an ISO day or moment, UTC where it names no zone. Raises `InputError` where the file, the address
    or the moment cannot be used.
    """
    if url is not None and canonical_address(url) is None:
        raise InputError(f"{url} is no web address; write it like https://irev.fr/node/233364")
    try:
        content = path.read_bytes()
    except IsADirectoryError:
        raise InputError(f"{path} is a folder; give one file, or use `irev import {path}`") from None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from None
    media_type = find_media_type(content[:_HEAD], path.name)
    job = Job(content, media_type, path.name, url, parse_moment(seen_at))
    outcome: Reading | Rejection = call_with_limits(_READ, job, Limits())
    return outcome


def build_unread(path: Path, url: str | None, rejection: Rejection) -> Reading:
    """Build the reading of a file that a worker could not read: its identity and the reason, no fact."""
    canonical = canonical_address(url) if url else None
    node_id = node_id_of(canonical) if canonical else None
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    page_id = page_id_of(canonical or f"urn:sha256:{digest}", node_id)
    return Reading(
        source=Source(path.name, url, digest, "application/octet-stream"),
        page=PageFacts(page_id, canonical, node_id, kind="document", title=""),
        open=(OpenReading("", rejection.reason, rule=f"unread_{rejection.cause}"),),
    )


def parse_moment(text: str | None) -> dt.datetime | None:
    """Parse an ISO day or moment; UTC where it names no zone. Raises `InputError`."""
    if text is None:
        return None
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        raise InputError(f"{text!r} is no moment; write it like 2021-10-04 or 2021-10-04T10:50") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
