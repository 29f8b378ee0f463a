"""Which titles name one series: the key of the cycle of each telling, spellings and acronyms brought together."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from warehouse.doubts import Doubt
from warehouse.groups import Group
from warehouse.tellings import Telling
from warehouse.thresholds import CONTAINED_TOKENS, DOUBTFUL_CYCLE, NEAR_CYCLE, WIDEST_BLOCK
from warehouse.titles import acronym_of, acronym_of_part, fold, key_score, names_edition, title_key, without_edition

_CYCLE_WORDS: Final = ("cycle", "parcours")


@dataclass(frozen=True, slots=True)
class CycleName:
    """The cycle of a telling: `key` as written there, `series` as all spellings of it share, `rule` that tells."""

    key: str
    series: str
    title: str
    rule: str
    score: float = 100.0


def name_cycles(
    tellings: Sequence[Telling], given: Mapping[str, str] | None = None
) -> tuple[dict[str, CycleName], list[Doubt]]:
    """Give the cycle of each telling that has one, by the name of the telling, and the doubts on the way.

    `given` is the series of each key where it is known already; then there are no doubts.
    """
    stated: dict[str, tuple[str, str, str]] = {}
    for telling in tellings:
        statement = state_cycle_name(telling)
        if statement is not None:
            stated[telling.name] = statement
    series, doubts = _join_spellings(stated, tellings) if given is None else (given, [])
    known = {key: series[key] for key in series if is_telling_name(key)}
    names: dict[str, CycleName] = {}
    for telling in tellings:
        if telling.name in stated:
            key, title, rule = stated[telling.name]
            names[telling.name] = CycleName(key, series[key], title, rule, key_score(key, series[key]))
        elif found := _named_in_title(telling, known):
            names[telling.name] = CycleName(found, known[found], telling.event.title, "title_names_cycle")
    return names, doubts


def join_names(
    names: Mapping[str, CycleName],
    groups: Sequence[Group],
    tellings: Sequence[Telling],
    given: Mapping[str, str] | None = None,
) -> dict[str, CycleName]:
    """Join series that tellings of one event name, where one name is an acronym in the other or contained in it.

    `given` is what each series became, where it is known already.
    """
    if given is not None:
        return {name: replace(found, series=given.get(found.series, found.series)) for name, found in names.items()}
    order = {
        names[telling.name].series: place
        for place, telling in reversed([*enumerate(tellings)])
        if telling.name in names
    }
    series = {key: key for key in order}
    for group in groups:
        for left, right in find_named_twice(names, group, tellings):
            _union(series, left, right, _spelled_out_first(order, left, right))
    return {name: replace(found, series=_find(series, found.series)) for name, found in names.items()}


def find_named_twice(
    names: Mapping[str, CycleName], group: Group, tellings: Sequence[Telling]
) -> Iterator[tuple[str, str]]:
    """Give the pairs of series that the tellings of one event name and that are one."""
    told = [tellings[place] for place in group.members if not tellings[place].mention]
    yield from find_pairs_of_one(names[telling.name].series for telling in told if telling.name in names)


def find_pairs_of_one(series: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give the pairs of series, out of those that one event names, that are one."""
    for left, right in itertools.combinations(sorted(set(series)), 2):
        if acronym_of_part(left, right) or acronym_of_part(right, left) or _contained(left, right):
            yield left, right


def _spelled_out_first(order: Mapping[str, int], left: str, right: str) -> Mapping[str, int]:
    """Let the name in words stand for an acronym, whichever was first; all other names keep their order."""
    if len(left.split()) == 1 < len(right.split()) or len(right.split()) == 1 < len(left.split()):
        return {key: -len(key) for key in order}
    return order


def state_cycle_name(telling: Telling) -> tuple[str, str, str] | None:
    """Give key, title and rule of the cycle that a telling states; one of type cycle is a series by its own title."""
    event = telling.event
    if event.cycle:
        key = _without_places(title_key(event.cycle), telling)
        return (key, event.cycle.strip(), "stated_cycle") if key else None
    if fold(event.event_type).startswith(_CYCLE_WORDS):
        key = _without_places(telling.key, telling)
        return (key, event.title.strip(), "title_of_cycle") if key else None
    return _state_edition(telling)


def _state_edition(telling: Telling) -> tuple[str, str, str] | None:
    """Give the series of an event whose title says that it is an edition, and enough to know the others by."""
    title = telling.event.title
    if telling.mention or not names_edition(title):
        return None
    key = _without_places(telling.key, telling)
    return (key, without_edition(title), "edition") if len(key.split()) >= CONTAINED_TOKENS else None


def _without_places(key: str, telling: Telling) -> str:
    """Cut the event's own territories and towns off the end of a key: they name the edition, not the series."""
    words = key.split()
    places = {title_key(territory.text) for territory in telling.event.territories}
    places |= {title_key(territory.name) for territory in telling.event.territories}
    places |= {title_key(city) for city in telling.cities}
    cut = True
    while cut:
        cut = False
        for place in sorted(filter(None, places)):
            tail = place.split()
            if len(words) > len(tail) and words[-len(tail) :] == tail:
                words, cut = words[: -len(tail)], True
    return " ".join(words)


def _join_spellings(
    stated: Mapping[str, tuple[str, str, str]], tellings: Sequence[Telling]
) -> tuple[dict[str, str], list[Doubt]]:
    """Give the series of each key: the spelling of the earliest telling among those that are near."""
    first: dict[str, Telling] = {}
    for telling in tellings:
        if telling.name in stated:
            first.setdefault(stated[telling.name][0], telling)
    order = {key: place for place, key in enumerate(first)}
    series = {key: key for key in first}
    doubts = []
    for left, right in _pairs(first):
        score = key_score(left, right)
        acronym = acronym_of(left, right) or acronym_of(right, left)
        if acronym or (score >= NEAR_CYCLE and not _contained(left, right)):
            _union(series, left, right, order)
        elif score >= DOUBTFUL_CYCLE:
            reason = f"two cycles with titles alike ({score:.0f} of 100), not joined"
            doubts.append(Doubt(first[left], f"{left} / {right}", reason, "near_cycle_title"))
    return {key: _find(series, key) for key in series}, doubts


def is_telling_name(key: str) -> bool:
    """Check that a title which holds this key names the cycle: one word alone names none."""
    return len(key.split()) >= CONTAINED_TOKENS - 1


def stands_apart(key: str, others: Collection[str]) -> bool:
    """Check that a key is near to none of the others, so that none of them gets another series because of it."""
    words = set(key.split())
    near = [other for other in others if words & set(other.split())]
    if any(sum(word in other.split() for other in near) >= WIDEST_BLOCK for word in words):
        return False
    return not any(
        acronym_of(key, other) or acronym_of(other, key) or key_score(key, other) >= DOUBTFUL_CYCLE for other in near
    )


def _contained(left: str, right: str) -> bool:
    short, long = sorted((set(left.split()), set(right.split())), key=len)
    return short < long


def _pairs(keys: Iterable[str]) -> list[tuple[str, str]]:
    """Give the pairs of keys that share a word, and not one that many share: blocking instead of all pairs."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        for word in set(key.split()):
            by_word[word].append(key)
    pairs: set[tuple[str, str]] = set()
    for group in by_word.values():
        block = group[:WIDEST_BLOCK]
        for place, left in enumerate(block):
            pairs.update((left, right) if left < right else (right, left) for right in block[place + 1 :])
    return sorted(pairs)


def _find(series: dict[str, str], key: str) -> str:
    while series[key] != key:
        series[key] = series[series[key]]
        key = series[key]
    return key


def _union(series: dict[str, str], left: str, right: str, order: Mapping[str, int]) -> None:
    roots = sorted((_find(series, left), _find(series, right)), key=lambda key: order[key])
    series[roots[1]] = roots[0]


def _named_in_title(telling: Telling, known: Mapping[str, str]) -> str | None:
    """Give the longest known key of a cycle whose words stand in the title in one piece."""
    words = telling.key.split()
    for length in range(len(words), CONTAINED_TOKENS - 2, -1):
        for start in range(len(words) - length + 1):
            key = " ".join(words[start : start + length])
            if key in known:
                return key
    return None


def choose_title(titles: Iterable[str]) -> str:
    """Give the title that most tellings write; among equals one that begins with a capital, then by alphabet."""
    counts = Counter(titles)
    return min(counts, key=lambda title: (-counts[title], not title[:1].isupper(), title))
