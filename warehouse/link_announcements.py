"""Two announcements of one day under different titles: one event, when day, kind, hours, place and title say so."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import product
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


class _Announced(NamedTuple):
    """An event that is announced, with the sites that tell of it and the telling words of its titles."""

    group: Group
    sites: frozenset[str]
    words: frozenset[str]


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
    of_less, of_more = defaultdict[int, list[_Fit]](list), defaultdict[int, list[_Fit]](list)
    for fit in fits:
        of_less[fit.less].append(fit)
        of_more[fit.more].append(fit)
    doubts = []
    for less, found in of_less.items():
        others = [fit for fit in found if groups.of(fit.more) is not groups.of(less)]
        free = [fit for fit in others if not fit.objection and not _has_rival(groups, fit, of_more[fit.more])]
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
    """Give the pairs of announced groups of which one tells all days of the other; of equals the later tells less.

    They come in the order of their first members, whatever the order in which a set gives its days.
    """
    announced = list(_find_announced(groups, tellings))
    alike: dict[tuple[str, str, dt.date], list[int]] = defaultdict(list)
    for place, one in enumerate(announced):
        for sign in product(one.sites, one.words, one.group.days):
            alike[sign].append(place)
    for place, less in enumerate(announced):
        signs = product(less.sites, less.words, (min(less.group.days),))
        for other in sorted({found for sign in signs for found in alike[sign] if found != place}):
            more = announced[other]
            within = less.group.days < more.group.days or (less.group.days == more.group.days and place > other)
            if within and not less.group.told & more.group.told:
                yield from _fit(tellings, less, more)


def _find_announced(groups: Groups, tellings: Sequence[Telling]) -> Iterator[_Announced]:
    """Give the groups with days that a source announces, in the order of their first members."""
    for group in groups.all():
        told = [tellings[place] for place in group.members]
        if group.days and any(telling.event.relation == "announces" for telling in told):
            words = frozenset(word for telling in told for word in telling.words)
            yield _Announced(group, frozenset(telling.site for telling in told), words)


def _fit(tellings: Sequence[Telling], one: _Announced, other: _Announced) -> Iterator[_Fit]:
    """Give the fit of two groups that share a word: with a common town, or with all words of one in the other."""
    less, more, shared = one.group, other.group, one.words & other.words
    town = less.cities & more.cities
    if (town or shared in (one.words, other.words)) and agree_on_places(less, more):
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


def _has_rival(groups: Groups, fit: _Fit, others: Sequence[_Fit]) -> bool:
    """Tell whether the same source tells of another event that fits as well: two workshops of one day."""
    told = groups.of(fit.less).told
    rivals = (other for other in others if other.less != fit.less and other.days & fit.days)
    return any(told & groups.of(rival.less).told for rival in rivals)


def _doubt(tellings: Sequence[Telling], less: int, others: Sequence[_Fit], reason: str) -> Doubt:
    names = " / ".join(tellings[fit.more].label for fit in others)
    text = f"{tellings[less].event.title} ({tellings[less].label}) / {names}"
    return Doubt(tellings[less], text, f"two announcements of one day, but {reason}, not joined", _RULE)
