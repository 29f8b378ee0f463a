"""The revisit plan: which known addresses this run asks for again, and why.

Listings are asked for at each run; so is what is recent (new or changed lately) or current (by its own dates, an event
still ahead above all), and what gave no good answer last time. Everything else takes its turn within the rotation,
dead links and pages said to be gone twice running among it.
Knowing an item never ends the search: its links are followed all the same, out of the archive where it is not its turn.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from pipelines.looks import GONE, Look
from spiders.addresses import AddressClass
from spiders.fields import Fields, ProfileError

Due = Literal["new", "unanswered", "each_run", "recent", "current", "rotation", "clock", "not_due"]

_ANSWERS = frozenset({200, 301, 302, 303, 304, 307, 308})
_BROKEN = 500
_FIRST_CRAWL = dt.timedelta(days=2)
_SLACK = dt.timedelta(days=2)
"""An address takes its turn this long before the rotation ends: a night may fail, and the next run is a day away."""


@dataclass(frozen=True, slots=True)
class RevisitPlan:
    """How often what is asked for.

    `recent` is how long a new or changed page is asked for at each run, `rotation` the longest time between two looks
    at anything, `whole` the longest time for which a server's 304 is believed without seeing the content.
    """

    recent: dt.timedelta
    rotation: dt.timedelta
    whole: dt.timedelta


@dataclass(frozen=True, slots=True)
class Visits:
    """The plan for one run: what the archive knows, which addresses are current by their own dates, what time it is.

    What the very first crawl found is as old as the site, and not recent because it was new to us then.
    """

    plan: RevisitPlan
    looks: Mapping[str, Look]
    current: Collection[str]
    now: dt.datetime
    begun: dt.datetime | None = None

    def judge(self, canonical: str, found: AddressClass) -> Due:
        """Say why an address is to be asked for in this run, or `not_due`."""
        look = self.looks.get(canonical)
        if look is None:
            return "new"
        age = self.now - look.last_seen
        if look.status not in _ANSWERS and not _is_gone(look):
            return "unanswered"
        if found.revisit == dt.timedelta(0):
            return "each_run"
        if age < dt.timedelta(0):
            return "clock"  # seen in the future: the clock went back, so the age says nothing
        if age < found.revisit:
            return "not_due"
        if canonical in self.current:
            return "current"
        if self.now - look.changed_at < self.plan.recent and not self._was_there(look):
            return "recent"
        return "rotation" if age >= find_turn(canonical, look.last_seen.date(), self.plan.rotation) else "not_due"

    def wants_whole(self, canonical: str) -> bool:
        """Tell whether to ask without validators: a server may call a changed file unchanged, but not for ever."""
        look = self.looks.get(canonical)
        return look is not None and (look.whole_at is None or self.now - look.whole_at >= self.plan.whole)

    def wants_patience(self, canonical: str) -> bool:
        """Tell whether to try again at once where the server fails: not where this very page failed last time too."""
        look = self.looks.get(canonical)
        return look is None or look.status != _BROKEN

    def _was_there(self, look: Look) -> bool:
        return self.begun is not None and look.changed_at - self.begun < _FIRST_CRAWL


def _is_gone(look: Look) -> bool:
    """Tell a page that was said to be gone twice running, or a link that never led anywhere, from one that failed."""
    return look.status in GONE and (look.times_gone > 1 or look.whole_at is None)


def plan_visits(plan: RevisitPlan, looks: Mapping[str, Look], current: Collection[str], now: dt.datetime) -> Visits:
    """Make the plan for one run that begins `now` (aware)."""
    begun = min((look.first_seen for look in looks.values()), default=None)
    return Visits(plan, looks, current, now, begun)


def find_turn(canonical: str, last_seen: dt.date, rotation: dt.timedelta) -> dt.timedelta:
    """Find after how long an address takes its turn: between half of the rotation and all but two days of it.

    The share comes from the address and the day of the last look, so that what was seen in one night is not all asked
    for in another, and no two addresses keep step for long.
    """
    longest = max(rotation - _SLACK, rotation / 2)
    name = f"{last_seen} {canonical}".encode("utf-8", "surrogatepass")
    share = int.from_bytes(hashlib.sha256(name).digest()[:4], "big") / 2**32
    return longest * (0.5 + share / 2)


def parse_plan(reader: Fields) -> RevisitPlan:
    """Read the table `[plan]` of a profile. Raises `ProfileError`."""
    plan = RevisitPlan(
        reader.duration("recent", "45d"), reader.duration("rotation", "30d"), reader.duration("whole", "90d")
    )
    if plan.rotation <= dt.timedelta(0):
        raise ProfileError(f"{reader.source}: rotation must be longer than 0")
    return plan
