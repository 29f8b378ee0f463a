"""Two announcements of one day under different titles: one event, when day, kind, hours, place and title say so."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import permutations
from typing import Final, NamedTuple

from warehouse.compatible import agree_on_places
from warehouse.doubts import Doubt
from warehouse.groups import Group, Groups, Link
from warehouse.tellings import Telling, unfold_sessions
from warehouse.thresholds import TELLING_TOKENS
from warehouse.titles import fold

_ANNOUNCEMENT: Final = 10
_RULE: Final = "announced_twice"
_OF_MANY_KINDS: Final = ("", "evenement", "cycle", "parcours")
"""Kinds that say nothing of what a single sitting is: `Atelier` and `Événement`, the `Séance` of a `Cycle`."""


class _Fit(NamedTuple):
    """An announcement and one that tells all of its days: first members, days, what both have, what parts them."""

    less: int
    more: int
    days: frozenset[dt.date]
    common: str
    objection: str


def join_announcements(groups: Groups, tellings: Sequence[Telling], ties: list[tuple[int, int]]) -> list[Doubt]:
    """Join each announced event to the only other one of its site that tells all of its days too.

    Both must be of one kind, at one hour where both name one. In one town a word that both titles have is enough where
    they begin at one hour or share several days, else two words; without a common town all words of one title (two at
    least) must stand in the other. Where several fit, or anything is missing, they stay apart and a doubt says so.
    `ties` takes up which events were set against each other.
    """
    fits = list(_find_fits(groups, tellings))
    ties += [(fit.less, fit.more) for fit in fits]
    of_less: dict[int, list[_Fit]] = defaultdict(list)
    for fit in fits:
        of_less[fit.less].append(fit)
    doubts = []
    for less, found in sorted(of_less.items()):
        others = [fit for fit in found if groups.of(fit.more) is not groups.of(less)]
        free = [fit for fit in others if not fit.objection and not _has_rival(groups, fit, fits)]
        if len({groups.of(fit.more).members[0] for fit in free}) == 1:
            why = f"announced twice by one site for one day; {free[0].common}"
            pair = min(less, free[0].more), max(less, free[0].more)
            refused = groups.join(Link(_ANNOUNCEMENT, *pair, rule=_RULE, why=why, score=50.0))
        else:
            refused = others[0].objection or "several fit" if others else None
        if refused is not None:
            doubts.append(_doubt(tellings, less, others, refused))
    return doubts


def _find_fits(groups: Groups, tellings: Sequence[Telling]) -> Iterator[_Fit]:
    """Give the pairs of announced groups of which one tells all days of the other; of equals the later tells less."""
    of_day: dict[dt.date, dict[int, Group]] = defaultdict(dict)
    for group in groups.all():
        if group.days and any(tellings[place].event.relation == "announces" for place in group.members):
            for day in group.days:
                of_day[day][group.members[0]] = group
    seen: set[tuple[int, int]] = set()
    for found in of_day.values():
        for (one, less), (two, more) in permutations(found.items(), 2):
            within = less.days < more.days or (less.days == more.days and one > two)
            if within and (one, two) not in seen and not less.told & more.told:
                seen.add((one, two))
                yield from _fit(tellings, less, more)


def _fit(tellings: Sequence[Telling], less: Group, more: Group) -> Iterator[_Fit]:
    """Give the fit of two groups of one site: with a common word and town, or all words of one in the other."""
    same_site = _sites(less, tellings) & _sites(more, tellings)
    words = _words(less, tellings), _words(more, tellings)
    shared = words[0] & words[1]
    contained = bool(shared) and shared in words
    town = less.cities & more.cities
    if same_site and shared and (town or contained) and agree_on_places(less, more):
        objection = _objection(tellings, less, more, enough=len(shared) >= TELLING_TOKENS)
        common = f"{', '.join(sorted(town)) or 'no other town'}; both titles say: {', '.join(sorted(shared))}"
        yield _Fit(less.members[0], more.members[0], frozenset(less.days), common, objection)


def _objection(tellings: Sequence[Telling], less: Group, more: Group, *, enough: bool) -> str:
    """Say what tells two announcements of a day apart, if anything does; `enough` where their titles say the same."""
    kinds = [{fold(tellings[p].event.event_type or "") for p in group.members} for group in (less, more)]
    if not kinds[0] & kinds[1] and not any(kind in _OF_MANY_KINDS for found in kinds for kind in found):
        return "they are of different kinds"
    hours = [_hours(tellings, group, less.days) for group in (less, more)]
    if all(hours) and not hours[0] & hours[1]:
        return "they begin at different hours"
    in_one_town = bool(less.cities & more.cities)
    if enough or (in_one_town and (hours[0] & hours[1] or len(less.days) > 1)):
        return ""
    return "only a word of the titles is common to them"


def _hours(tellings: Sequence[Telling], group: Group, days: Collection[dt.date]) -> set[str]:
    """Give the hours at which a group begins on these days."""
    sessions = (
        (session, span) for place in group.members for session, span in unfold_sessions(tellings[place].event.sessions)
    )
    return {session.starts_at for session, span in sessions if session.starts_at and span[0] in days}


def _has_rival(groups: Groups, fit: _Fit, fits: Sequence[_Fit]) -> bool:
    """Tell whether the same source tells of another event that fits as well: two workshops of one day."""
    told = groups.of(fit.less).told
    rivals = (f for f in fits if f.more == fit.more and f.less != fit.less and f.days & fit.days)
    return any(told & groups.of(rival.less).told for rival in rivals)


def _sites(group: Group, tellings: Sequence[Telling]) -> set[str]:
    return {tellings[place].site for place in group.members}


def _words(group: Group, tellings: Sequence[Telling]) -> frozenset[str]:
    return frozenset(word for place in group.members for word in tellings[place].words)


def _doubt(tellings: Sequence[Telling], less: int, others: Sequence[_Fit], reason: str) -> Doubt:
    names = " / ".join(tellings[fit.more].label for fit in others)
    text = f"{tellings[less].event.title} ({tellings[less].label}) / {names}"
    return Doubt(tellings[less], text, f"two announcements of one day, but {reason}, not joined", _RULE)
