"""A report and the announcement of the same day: one event, when the day, the place and a word of the title say so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from warehouse.compatible import agree_on_places
from warehouse.doubts import Doubt
from warehouse.groups import Group, Groups, Link
from warehouse.tellings import Telling
from warehouse.thresholds import RARE_WORD

_REPORT = 9


def join_reports(
    groups: Groups, tellings: Sequence[Telling], elsewhere: Mapping[str, int], ties: list[tuple[int, int]]
) -> list[Doubt]:
    """Join each report that nothing announced yet to the only event announced by its site for its day.

    Both must share the town, or a word that few titles have. Where a shared word is all there is, or where several
    announcements fit, they stay apart and a doubt says so. `elsewhere` counts words in the titles of other events;
    `ties` takes up which events were set against each other.
    """
    rarity = _count_words(groups, tellings)
    rarity.update(elsewhere)
    announced: dict[object, dict[int, Group]] = defaultdict(dict)
    for group in groups.all():
        if "announces" in _relations(group, tellings):
            for day in group.days:
                announced[day][group.members[0]] = group
    doubts = []
    for group in groups.all():
        if group.days and _relations(group, tellings) == {"reports"}:
            fits = {first: found for day in sorted(group.days) for first, found in announced[day].items()}
            alike = list(_alike(tellings, group, fits.values()))
            ties += [(group.members[0], found.members[0]) for found in alike]
            doubts += list(_join(groups, tellings, group, alike, rarity))
    return doubts


def _join(
    groups: Groups, tellings: Sequence[Telling], report: Group, fits: Sequence[Group], rarity: Counter[str]
) -> Iterator[Doubt]:
    first = report.members[0]
    sure = [found for found in fits if _is_sure(tellings, report, found, rarity)]
    if len(sure) == 1:
        found = sure[0]
        shared = ", ".join(sorted(_words(report, tellings) & _words(found, tellings)))
        towns = ", ".join(sorted(report.cities & found.cities)) or "no other town"
        why = f"announced and reported by one site for one day; {towns}; both titles say: {shared}"
        groups.join(Link(_REPORT, found.members[0], first, "report_of_the_day", why, 50.0))
    elif fits:
        names = " / ".join(tellings[found.members[0]].label for found in fits)
        reason = "a report and an announcement of one day that share a word of the title, not joined"
        yield Doubt(tellings[first], f"{tellings[first].label} / {names}", reason, "report_of_the_day")


def _alike(tellings: Sequence[Telling], report: Group, found: Iterable[Group]) -> Iterator[Group]:
    """Give the announced groups of the same site that share a telling word and whose towns do not differ."""
    sites = {tellings[place].site for place in report.members}
    for group in found:
        same_site = sites & {tellings[place].site for place in group.members}
        if same_site and agree_on_places(report, group) and _words(report, tellings) & _words(group, tellings):
            yield group


def _is_sure(tellings: Sequence[Telling], report: Group, found: Group, rarity: Counter[str]) -> bool:
    shared = _words(report, tellings) & _words(found, tellings)
    return bool(report.cities & found.cities) or any(rarity[word] <= RARE_WORD for word in shared)


def _relations(group: Group, tellings: Sequence[Telling]) -> set[str]:
    return {tellings[place].event.relation for place in group.members}


def _words(group: Group, tellings: Sequence[Telling]) -> set[str]:
    return {word for place in group.members for word in tellings[place].key.split()}


def _count_words(groups: Groups, tellings: Sequence[Telling]) -> Counter[str]:
    """Count in the titles of how many events each word stands."""
    return Counter(word for group in groups.all() for word in _words(group, tellings))
