"""When each address was looked at, and what came of it: what a revisit plan is made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipelines.catalogue import is_robots_txt
from pipelines.index import Capture

GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Look:
    """All looks at one address in short. Moments are aware.

    `changed_at` is when its present content was first seen, `whole_at` when the server last sent all of it (a 304
    sends nothing), None where it never did. `status` is that of the last answer; `times_gone` counts the last answers
    running that said that there is nothing.
    """

    first_seen: dt.datetime
    last_seen: dt.datetime
    changed_at: dt.datetime
    whole_at: dt.datetime | None
    status: int
    sha256: str
    times_gone: int = 0


def find_looks(captures: Iterable[Capture]) -> dict[str, Look]:
    """Give the looks at each canonical address on the web, from captures in the order of seeing.

    Imported files are no looks at the site.
    """
    looks: dict[str, Look] = {}
    for capture in captures:
        if capture.kind != "resource" and not is_robots_txt(capture.url):
            looks[capture.canonical] = _look_again(looks.get(capture.canonical), capture)
    return looks


def _look_again(before: Look | None, capture: Capture) -> Look:
    whole_at = capture.date if capture.status == 200 else before.whole_at if before else None
    gone = (before.times_gone if before else 0) + 1 if capture.status in GONE else 0
    if before is None:
        return Look(capture.date, capture.date, capture.date, whole_at, capture.status, capture.sha256, gone)
    same = capture.sha256 == before.sha256 or capture.status not in (200, 304)
    return replace(
        before,
        last_seen=capture.date,
        changed_at=before.changed_at if same else capture.date,
        whole_at=whole_at,
        status=capture.status,
        sha256=before.sha256 if same else capture.sha256,
        times_gone=gone,
    )
