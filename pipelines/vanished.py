"""Addresses that give no content any more, many in one night: the site has moved, or wants a login, or has lost them.

One page that is gone is an answer, and no loss. Many at once are seldom what an editor did, and somebody should look.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from warehouse.sightings import Sighting

LEAST_ADDRESSES: Final = 5
LEAST_SHARE: Final = 0.2
"""Of the addresses that gave content until this run and were asked for in it."""

_WORDS: Final = {404: "404 not found", 410: "410 gone", 301: "301 lead elsewhere", 302: "302 lead elsewhere"}


def say_vanished(sightings: Iterable[Sighting], since: dt.datetime) -> Iterator[str]:
    """Say in one line that many addresses, which gave content before `since`, gave none after; nothing if few did.

    Failures of the server (5xx) and refusals are counted where they happen, and not again here.
    """
    before, after = _split(sightings, since)
    asked = {url: seen for url, seen in after.items() if url in before and before[url].status == 200}
    lost = Counter(seen.status for seen in asked.values() if 300 <= seen.status < 400 or seen.status in (404, 410))
    lost.pop(304, None)
    count = lost.total()
    if count >= LEAST_ADDRESSES and count >= LEAST_SHARE * len(asked):
        told = ", ".join(f"{number} × {_WORDS.get(status, status)}" for status, number in sorted(lost.items()))
        yield f"{count} of {len(asked)} addresses that gave content until now give none any more: {told}"


def _split(sightings: Iterable[Sighting], since: dt.datetime) -> tuple[dict[str, Sighting], dict[str, Sighting]]:
    """Give the last sighting of each address before a moment, and from then on. Imported files are no looks."""
    last: defaultdict[bool, dict[str, Sighting]] = defaultdict(dict)
    for seen in sorted(sightings, key=lambda seen: seen.seen_at):
        if seen.kind != "resource":
            last[seen.seen_at >= since][seen.url] = seen
    return last[False], last[True]
