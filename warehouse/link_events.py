"""From tellings to events: links are followed from the strongest down; what they leave open becomes a doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from warehouse.candidates import Names, find_links, tie_attached
from warehouse.compatible import agree_on_days, agree_on_places
from warehouse.doubts import Doubt
from warehouse.groups import Group, Groups, Link
from warehouse.link_announcements import join_announcements
from warehouse.link_reports import join_reports
from warehouse.tellings import Telling
from warehouse.thresholds import CONTAINED_TOKENS
from warehouse.timeline import Timeline
from warehouse.titles import key_score

_MENTION, _UNDATED = 7, 8

Tie = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Linked:
    """Events as groups of tellings, in the order of their anchors, and what could not be decided.

    `ties` are pairs of tellings (by their places) of which one may bear on the event of the other. `roots` give the
    first telling of the group of each, before reports were joined: titles are counted by these groups.
    """

    groups: list[Group]
    doubts: list[Doubt]
    ties: list[Tie]
    roots: dict[int, int]


def link_tellings(
    tellings: Sequence[Telling],
    timeline: Timeline,
    names: Names,
    apart: frozenset[int] = frozenset(),
    elsewhere: Mapping[str, int] | None = None,
) -> Linked:
    """Group the tellings (in the order of their anchors) into events; those in `apart` stay alone.

    `elsewhere` counts in the titles of how many events that are not among these each word stands.
    """
    groups = Groups(tellings, apart)
    doubts = []
    ties: list[Tie] = []
    for link in find_links(tellings, timeline, names):
        ties.append((link.left, link.right))
        reason = groups.join(link, sure=_is_sure(link, tellings))
        if reason is not None and link.rank in (2, 3):
            doubts.append(_doubt(tellings, link, reason))
    ties += tie_attached(tellings, timeline)
    _drop_superseded(groups, tellings)
    doubts += _join_mentions(groups, tellings, names, ties)
    doubts += _join_undated(groups, tellings, ties)
    doubts += join_announcements(groups, tellings, ties)
    roots = {place: group.members[0] for group in groups.all() for place in group.members}
    doubts += join_reports(groups, tellings, elsewhere or {}, ties)
    return Linked(groups.all(), doubts, ties, roots)


def _is_sure(link: Link, tellings: Sequence[Telling]) -> bool:
    """Tell whether a link holds whatever the days say: the main event of two current forms of one page."""
    left, right = tellings[link.left], tellings[link.right]
    current = not (left.witness.superseded or right.witness.superseded)
    return link.rule == "same_page" and current and left.event.key == "0"


def _drop_superseded(groups: Groups, tellings: Sequence[Telling]) -> None:
    """Take out what only a superseded version tells: it counts for the event of its page, or not at all."""
    for group in groups.all():
        if all(tellings[place].witness.superseded for place in group.members):
            group.members = []


def _join_mentions(groups: Groups, tellings: Sequence[Telling], names: Names, ties: list[Tie]) -> list[Doubt]:
    """Join each mention of an earlier edition to the one event of its cycle that its days fit."""
    series: dict[str, list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        if telling.name in names and groups.of(place).members:
            series[names[telling.name].series].append(place)
    doubts = []
    for places in series.values():
        doubts += list(_join_to_events(groups, tellings, places, ties))
        _join_to_each_other(groups, tellings, [place for place in places if tellings[place].mention], ties)
    return doubts


def _join_to_events(
    groups: Groups, tellings: Sequence[Telling], places: Sequence[int], ties: list[Tie]
) -> Iterator[Doubt]:
    events = [place for place in places if not tellings[place].mention]
    for mention in (place for place in places if tellings[place].mention):
        fits = _fitting(groups, tellings[mention], events)
        ties += [(place, mention) for place, _ in fits.values()]
        if len(fits) == 1:
            place, agreement = next(iter(fits.values()))
            score = key_score(tellings[place].key, tellings[mention].key)
            why = f"an earlier edition of one cycle; {agreement.replace('_', ' ')}"
            groups.join(Link(_MENTION, place, mention, "mention", why, score))
        elif len(fits) > 1:
            titles = " / ".join(tellings[place].label for place, _ in fits.values())
            reason = "several editions of the cycle fit this mention, not joined"
            yield Doubt(tellings[mention], f"{tellings[mention].label} / {titles}", reason, "ambiguous_mention")


def _fitting(groups: Groups, mention: Telling, events: Sequence[int]) -> dict[int, tuple[int, str]]:
    """Give the groups that a mention fits (by their first member): those of its very day, else of its period."""
    fits: dict[str, dict[int, tuple[int, str]]] = {"same_day": {}, "within": {}}
    for place in events:
        group = groups.of(place)
        agreement = agree_on_days(group, mention)
        if agreement in fits and agree_on_places(group, mention) and mention.capture.key not in group.told:
            fits[agreement].setdefault(group.members[0], (place, agreement))
    return fits["same_day"] or fits["within"]


def _join_to_each_other(groups: Groups, tellings: Sequence[Telling], mentions: Sequence[int], ties: list[Tie]) -> None:
    """Join mentions of one edition by several pages: one known day, or the very same period."""
    by_time: dict[object, int] = {}
    for place in mentions:
        telling = tellings[place]
        times: list[object] = [*sorted(telling.days), *telling.periods]
        for time in times:
            other = by_time.setdefault(time, place)
            if other != place and tellings[other].capture.key != telling.capture.key:
                ties.append((other, place))
                why = "two mentions of one edition of the cycle"
                groups.join(Link(_MENTION, other, place, "mention", why, 100.0))


def _join_undated(groups: Groups, tellings: Sequence[Telling], ties: list[Tie]) -> list[Doubt]:
    """Join a telling without any day to the only event of its very title; where several fit, say so."""
    namesakes: dict[str, list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        if len(telling.key.split()) >= CONTAINED_TOKENS and groups.of(place).members and not telling.mention:
            namesakes[telling.key].append(place)
    doubts = []
    for places in namesakes.values():
        found = {groups.of(place).members[0]: groups.of(place) for place in places}
        dated = [group for group in found.values() if group.days or group.periods]
        undated = [group for group in found.values() if not (group.days or group.periods)]
        ties += [(places[0], place) for place in places[1:]] if undated else []
        for group in undated:
            doubts += _join_namesake(groups, tellings, group, dated or undated[:1])
    return doubts


def _join_namesake(groups: Groups, tellings: Sequence[Telling], group: Group, targets: Sequence[Group]) -> list[Doubt]:
    first = group.members[0]
    others = [target for target in targets if target is not group and _same_site(target, group, tellings)]
    if len(others) == 1:
        why = "one title, no day on one side, and no other event of that title"
        link = Link(_UNDATED, others[0].members[0], first, "same_title_undated", why, 100.0)
        reason = groups.join(link)
        return [] if reason is None else [_doubt(tellings, link, reason)]
    if others:
        names = " / ".join(tellings[other.members[0]].label for other in others)
        reason = "no day here, and several events of this title, not joined"
        return [Doubt(tellings[first], f"{tellings[first].label} / {names}", reason, "ambiguous_title")]
    return []


def _same_site(left: Group, right: Group, tellings: Sequence[Telling]) -> bool:
    return bool({tellings[p].site for p in left.members} & {tellings[p].site for p in right.members})


def _doubt(tellings: Sequence[Telling], link: Link, reason: str) -> Doubt:
    left, right = tellings[link.left], tellings[link.right]
    text = f"{left.event.title} ({left.label}) / {right.event.title} ({right.label})"
    return Doubt(right, text, f"{link.why}, but {reason}", link.rule)
