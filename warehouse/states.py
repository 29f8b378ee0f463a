"""Three ways for a page to be absent, by named rules: gone, unlisted, unseen. Everything else is alive."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from warehouse.sightings import Sighting
from warehouse.thresholds import GONE_AFTER

PageState = Literal["alive", "gone", "unlisted", "unseen"]

_GONE: Final = frozenset({404, 410})


def find_state(looks: Sequence[Sighting]) -> PageState:
    """The state of a page from its sightings in the order of time; links are not looked at here.

    gone: the last looks, two or more, all answered 404 or 410. unseen: the last look failed in any other way, or said
    so only once. alive: the last look showed content or led elsewhere (a redirect).
    """
    refusals = 0
    for look in reversed(looks):
        if look.status not in _GONE:
            break
        refusals += 1
    if refusals >= GONE_AFTER:
        return "gone"
    failed = refusals == 1 or (bool(looks) and looks[-1].status >= 400)
    return "unseen" if failed else "alive"
