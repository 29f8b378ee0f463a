"""Identifiers: derived from keys of the source, never from row order, so that a rebuild gives the same ones.

| row | made from | example |
|---|---|---|
| page | node id where the site tells it, else canonical address | `node:233364`, `url:https://...` |
| document | digest of its bytes | `sha256:9f86...` |
| event | its anchor (lowest node id, then address, then document) and the key there | `event-233364` |
| session | its event, its day or period, and a counter from the second one on | `session-233364-2017-09-07` |
| cycle | the key of its title, as its anchor event writes it | `cycle-egalite-citoyennete` |
| venue | its street and city, else its name and city, else its city | `venue-4b1f0c9e21` |

The anchor is a page that announces or reports the event; one that only mentions it counts when there is no other.
So an identifier changes only when the site changes what it is made from: an address gets a node id, or an older
page about the same event turns up. Main events (key `0`) carry no key; others do (`event-235858-1`).
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

_LONGEST_SLUG: Final = 60
_NODE: Final = re.compile(r"node:(\d+)")


def short_digest(*parts: str, length: int = 10) -> str:
    """The first hexadecimal digits of the SHA-256 of the parts, kept apart by a unit separator."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:length]


def source_slug(source_id: str) -> str:
    """A page or document as part of an identifier: the node id, else `u` or `d` and ten digits of a digest."""
    node = _NODE.fullmatch(source_id)
    if node:
        return node[1]
    return ("u" if source_id.startswith("url:") else "d") + short_digest(source_id)


def event_id(source_id: str, key: str) -> str:
    """The identifier of the event that this source tells under this key."""
    tail = "" if key == "0" else "-" + re.sub(r"[^0-9A-Za-z]+", ".", key)
    return f"event-{source_slug(source_id)}{tail}"


def session_id(event: str, first_day: str, last_day: str, ordinal: int) -> str:
    """The identifier of a sitting: ISO days; `ordinal` counts from 1 the sittings of one event with the same days."""
    span = first_day if first_day == last_day else f"{first_day}_{last_day}"
    tail = "" if ordinal == 1 else f"-{ordinal}"
    return f"session-{event.removeprefix('event-')}-{span}{tail}"


def cycle_id(key: str, homonym: str = "") -> str:
    """The identifier of a cycle: its key as a slug; long keys are cut and closed by a digest.

    `homonym` tells cycles of one key apart (their organiser); it is empty for all others.
    """
    slug = key.replace(" ", "-")
    if len(slug) > _LONGEST_SLUG:
        slug = f"{slug[:_LONGEST_SLUG].rstrip('-')}-{short_digest(key, length=6)}"
    return f"cycle-{slug}" + (f"-{short_digest(homonym, length=6)}" if homonym else "")


def venue_id(city: str, street: str, name: str) -> str:
    """The identifier of a venue: what is known best of it, as keys; the name counts only without a street."""
    return f"venue-{short_digest(city, street, '' if street else name)}"
