"""One document from the disk, read as a build would read it, without touching anything."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path

from extract.addresses import canonical_address
from extract.read import read_document
from extract.records import Reading
from pipelines.outcomes import InputError
from pipelines.reading import build_unread
from pipelines.workers import Limits, Rejection, call_with_limits
from warehouse.reference import load_knowledge


@dataclass(frozen=True, slots=True)
class _Job:
    """What the worker gets: bytes, not a path, so that it opens nothing."""

    content: bytes
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
    job = _Job(content, path.name, url, parse_moment(seen_at))
    outcome: Reading | Rejection = call_with_limits(_read_job, job, Limits())
    return outcome


def read_unread(path: Path, url: str | None, rejection: Rejection) -> Reading:
    """Build the reading of a file that a worker could not read: it names the reason and holds no fact."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return build_unread(canonical_address(url) if url else None, digest, None, rejection)


def parse_moment(text: str | None) -> dt.datetime | None:
    """Parse an ISO day or moment; UTC where it names no zone. Raises `InputError`."""
    if text is None:
        return None
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        raise InputError(f"{text!r} is no moment; write it like 2021-10-04 or 2021-10-04T10:50") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _read_job(job: _Job) -> Reading:
    return read_document(job.content, job.url, None, load_knowledge(), path=job.name, seen_at=job.seen_at)
