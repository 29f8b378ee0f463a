"""Pairs of tellings whose titles are worth comparing: near titles of one day, one title or one cycle of one time.

Pairs come out one by one and are never held together: with a thousand tellings of a day there are millions of them.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations, product

from rapidfuzz import fuzz, process

from warehouse.cycle_keys import CycleName
from warehouse.tellings import Telling
from warehouse.thresholds import NEAR_TITLE

Pair = tuple[int, int]
Words = frozenset[str]


def find_pairs(tellings: Sequence[Telling], names: Mapping[str, CycleName]) -> Iterator[Pair]:
    """Give each pair that may have near titles and one time, by their places in the list, the lower one first.

    Tellings whose title identifies nothing have no pairs. A pair may come more than once.
    """
    places = [place for place, telling in enumerate(tellings) if telling.telling_title]
    for places_of_day in _by_day(tellings, places).values():
        if len(places_of_day) > 1:
            yield from _of_one_day(tellings, places_of_day)
    yield from _of_periods(tellings, places, names)


def _by_day(tellings: Sequence[Telling], places: Sequence[int]) -> dict[dt.date, list[int]]:
    found: dict[dt.date, list[int]] = defaultdict(list)
    for place in places:
        for day in tellings[place].days:
            found[day].append(place)
    return found


def _of_one_day(tellings: Sequence[Telling], places: Sequence[int]) -> Iterator[Pair]:
    """Give the pairs of a day whose titles are equal, contained in each other, or nearly the same letters."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place in places:
        for key in tellings[place].keys:
            if key:
                holders[" ".join(sorted(key.split()))].append(place)
    for left, right in _near(sorted(holders, key=lambda title: (len(title), title))):
        yield from (_pair(one, two) for one, two in product(holders[left], holders[right]) if one != two)
    for group in holders.values():
        yield from (_pair(one, two) for one, two in combinations(group, 2) if one != two)


def _near(titles: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give the pairs of different titles (words in order, shortest first) that share a word and are near."""
    lengths = [len(title) for title in titles]
    words = {title: frozenset(title.split()) for title in titles}
    longest = (200 - NEAR_TITLE) / NEAR_TITLE  # beyond this ratio of lengths no two titles are near
    for place, title in enumerate(titles):
        end = bisect_right(lengths, len(title) * longest)
        others = titles[place + 1 : end]
        for other, _, _ in process.extract(title, others, scorer=fuzz.ratio, score_cutoff=NEAR_TITLE, limit=None):
            if words[title] & words[other]:
                yield title, other
    yield from _contained(words)


def _contained(words: Mapping[str, Words]) -> Iterator[tuple[str, str]]:
    """Give the pairs of which one has all words of the other: looked up by the rarest word of the shorter one."""
    holders: dict[str, list[str]] = defaultdict(list)
    for title, found in words.items():
        for word in found:
            holders[word].append(title)
    for title, found in words.items():
        rarest = min(sorted(found), key=lambda word: len(holders[word]))
        for other in holders[rarest]:
            if len(found) < len(words[other]) and found <= words[other]:
                yield title, other


def _of_periods(tellings: Sequence[Telling], places: Sequence[int], names: Mapping[str, CycleName]) -> Iterator[Pair]:
    """Give the pairs of one title or of one series of which one side has a period."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for place in places:
        telling = tellings[place]
        for key in telling.keys:
            if key:
                groups["title", " ".join(sorted(key.split()))].append(place)
        if telling.name in names:
            groups["series", names[telling.name].series].append(place)
    for group in groups.values():
        for fuzzy in (place for place in group if tellings[place].periods):
            yield from (_pair(fuzzy, other) for other in group if other != fuzzy)


def _pair(one: int, two: int) -> Pair:
    return (one, two) if one < two else (two, one)
