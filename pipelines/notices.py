"""Notices that claim success: a maintenance page served with status 200 in the place of many pages.

One and the same HTML at many addresses on one day is no content of any of them. To the build such captures are as if
the server had said 503: we failed to look. They stay in the archive like everything else.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from warehouse.sightings import Sighting

LEAST_ADDRESSES: Final = 5
"""Addresses with the same bytes on one day from which they are a notice; aliases of one node are two or three."""

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_UNAVAILABLE = 503


def find_notices(sightings: Sequence[Sighting]) -> frozenset[str]:
    """Find the digests of the notices among what was seen. Pure: it depends on nothing else."""
    addresses: defaultdict[tuple[str, dt.date], set[str]] = defaultdict(set)
    for seen in sightings:
        if seen.digest and seen.kind != "resource" and seen.status == 200 and seen.media_type in _HTML:
            addresses[seen.digest, seen.seen_at.astimezone(dt.UTC).date()].add(seen.url)
    return frozenset(digest for (digest, _), found in addresses.items() if len(found) >= LEAST_ADDRESSES)


def without_notices(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Give the sightings with each notice as what it is: a failure to look."""
    notices = find_notices(sightings)
    return [
        replace(seen, status=_UNAVAILABLE, digest=None, media_type=None, size=None) if seen.digest in notices else seen
        for seen in sightings
    ]
