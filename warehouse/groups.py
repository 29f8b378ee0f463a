"""Groups of tellings that are one event: joined link by link, and never against their own days, places or sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from warehouse.compatible import Span, agree_on_days, agree_on_places
from warehouse.tellings import Telling
from warehouse.timeline import Key


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Why two tellings (by their place in the list) are one event. Lower ranks are stronger and come first.

    `order` breaks ties: higher scores first, then earlier anchors.
    """

    rank: int
    order: float = field(init=False)
    left: int
    right: int
    rule: str
    why: str
    score: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "order", -self.score)


@dataclass(slots=True)
class Group:
    """Tellings of one event, by their places in the list, with all their days, periods and towns.

    `told` are the readings that tell of it as their own, `mentioned` those that only name it.
    """

    members: list[int]
    days: set[dt.date]
    periods: set[Span]
    cities: frozenset[str]
    online: bool
    told: set[Key]
    mentioned: set[Key]
    links: list[Link] = field(default_factory=list)


class Groups:
    """A union-find over tellings whose unions may be refused."""

    def __init__(self, tellings: Sequence[Telling], apart: frozenset[int] = frozenset()) -> None:
        self._tellings = tellings
        self._apart = apart
        self._groups = [_single(place, telling) for place, telling in enumerate(tellings)]

    def of(self, place: int) -> Group:
        """Give the group that holds a telling."""
        return self._groups[place]

    def all(self) -> list[Group]:
        """Give all groups that were not dropped, in the order of their first members."""
        seen: dict[int, Group] = {id(group): group for group in self._groups if group.members}
        return sorted(seen.values(), key=lambda group: group.members[0])

    def join(self, link: Link, *, sure: bool = False) -> str | None:
        """Join the groups of the link; give None when they are one now, else the reason why they stay apart.

        A `sure` link overrules days and places, and never lets two events of one reading become one.
        """
        if self._apart & {link.left, link.right}:
            return "a person keeps them apart"
        left, right = self.of(link.left), self.of(link.right)
        if left is right:
            left.links.append(link)
            return None
        reason = self._objection(left, right, sure=sure)
        if reason is None:
            self._merge(left, right, link)
        return reason

    def _objection(self, left: Group, right: Group, *, sure: bool) -> str | None:
        # A page may name the days of an earlier edition one by one: its mentions, and only they, may become one event.
        twice = left.told & (right.told | right.mentioned) or right.told & left.mentioned
        if twice and (sure or not self._are_sittings_of_one(left, right, twice)):
            return "one source tells them as two events"
        if sure:
            return None
        if agree_on_days(left, right) == "conflict":
            return "their days exclude each other"
        if not agree_on_places(left, right):
            return "they meet in different towns"
        return None

    def _are_sittings_of_one(self, left: Group, right: Group, twice: set[Key]) -> bool:
        """Tell whether another source tells the days of both as one event: a report on one sitting names the next.

        What the sources that know both tell of them must be different days of it.
        """
        told = [self._days_told(group, twice) for group in (left, right)]
        whole = told[0] | told[1]
        if not all(told) or told[0] & told[1]:
            return False
        others = (self._tellings[place] for place in (*left.members, *right.members))
        return any(whole <= other.days for other in others if other.capture.key not in twice)

    def _days_told(self, group: Group, keys: set[Key]) -> set[dt.date]:
        """Give the days that these sources tell of a group."""
        told = (self._tellings[place] for place in group.members)
        return {day for telling in told if telling.capture.key in keys for day in telling.days}

    def _merge(self, left: Group, right: Group, link: Link) -> None:
        big, small = (left, right) if len(left.members) >= len(right.members) else (right, left)
        big.members = sorted([*big.members, *small.members])
        big.days |= small.days
        big.periods |= small.periods
        big.cities |= small.cities
        big.online |= small.online
        big.told |= small.told
        big.mentioned |= small.mentioned
        big.links += [*small.links, link]
        for place in small.members:
            self._groups[place] = big


def _single(place: int, telling: Telling) -> Group:
    return Group(
        [place],
        set(telling.days),
        set(telling.periods),
        telling.cities,
        telling.online,
        set() if telling.mention else {telling.capture.key},
        {telling.capture.key} if telling.mention else set(),
    )
