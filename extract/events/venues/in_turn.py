"""Towns that a sentence tells in turn with its days: `le 4 mai, c'est Laon qui reçoit ; Hirson prend la suite le 11`.

Whatever verbs stand there: where a sentence names as many towns as days, and by twos each day has one town beside it,
the towns are those of the days. So it is where each is a list: `à Laon, Hirson et Creil, les 4, 11 et 18 mai`.
"""

from __future__ import annotations

import re
from operator import attrgetter
from typing import Final

from extract.events.parts import Parts, standing_between
from extract.events.venues.town_left import as_venue_in_turn
from extract.events.venues.town_weights import is_of_somebody
from extract.records import DateReading, TerritoryReading, VenueReading

_START: Final = attrgetter("where.start")
_JOINED: Final = re.compile(r"\s?(?:,|et|ou|&|,\s(?:et|ou))\s(?:les?\s)?(?:[^\W\d_]+di\s)?", re.IGNORECASE)
"""Between two days of one list."""
_FEWEST: Final = 2
_MOST: Final = 12
"""Days that anybody tells in turn in one sentence."""


def find_in_turn(parts: Parts, date: DateReading, sessions: list[DateReading]) -> VenueReading | None:
    """The place of a day in the town that its sentence tells in turn with it; None where they are not told so."""
    start, end = parts.sentence_of(date.where.start)
    town = find_town_in_turn(parts, date, sessions)
    return None if town is None else _in_town(parts, town, start, end)


def find_town_in_turn(parts: Parts, date: DateReading, sessions: list[DateReading]) -> TerritoryReading | None:
    """The town that the sentence of a day tells in turn with it; None where they are not told so."""
    start, end = parts.sentence_of(date.where.start)
    days = [d for d in standing_between(sessions, start, end) if d.precision == "day"]
    if date not in days or not _FEWEST <= len(days) <= _MOST:
        return None
    if any(d.role != "event" for d in standing_between(parts.dates, start, end) if d.precision == "day"):
        return None
    towns = find_towns_between(parts, start, end)
    if len(towns) < _FEWEST or len({town.territory_id for town in towns}) != len(towns):
        return None
    lists = find_lists(parts, days)
    if len(towns) == len(lists):  # the days of one list share their town: `les 4 et 11 à Laon, les 18 et 25 à Creil`
        paired = _by_twos([days[0] for days in lists], towns)
        return next((paired.get(days[0].where.start) for days in lists if date in days), None)
    return _in_order(date, days, towns) if len(towns) == len(days) else None


def find_lists(parts: Parts, days: list[DateReading]) -> list[list[DateReading]]:
    """The days by the lists that they stand in, each of which no more than `et` and commas join."""
    lists: list[list[DateReading]] = []
    for day in sorted(days, key=lambda d: (d.where.start, d.first_day)):
        last = lists[-1][-1] if lists else None
        joined = last is not None and (
            day.where.start < last.where.end
            or _JOINED.fullmatch(parts.document.text, last.where.end, day.where.start) is not None
        )
        if joined:
            lists[-1].append(day)
        else:
            lists.append([day])
    return lists


def _in_order(date: DateReading, days: list[DateReading], towns: list[TerritoryReading]) -> TerritoryReading | None:
    """The town of a day where all towns stand before all days or behind them: `à Laon et à Lens les 19 et 26 mars`."""
    starts = {d.where.start for d in days}
    if towns[-1].where.end > min(starts) and towns[0].where.start < max(d.where.end for d in days):
        return None if len(starts) < len(days) else _by_twos(days, towns).get(date.where.start)
    ordered = sorted(days, key=lambda d: (d.where.start, d.first_day))
    return {d.first_day: town for d, town in zip(ordered, towns, strict=True)}[date.first_day]


def find_town_at(parts: Parts, date: DateReading) -> VenueReading | None:
    """The place in the town by whose words a day is told, where it was told apart by its towns; else None."""
    if "hours_of_place" not in date.flags:
        return None
    start, end = parts.sentence_of(date.where.start)
    town = next((t for t in find_towns_between(parts, start, end) if t.where.start == date.where.start), None)
    return None if town is None else _in_town(parts, town, start, end)


def find_towns_between(parts: Parts, start: int, end: int) -> list[TerritoryReading]:
    """The communes that a sentence names, without those of people and of the names of streets and houses."""
    towns = [t for t in standing_between(parts.territories, start, end) if t.kind.startswith("commune")]
    return [t for t in towns[: 2 * _MOST] if not is_of_somebody(parts, t)]


def _by_twos(days: list[DateReading], towns: list[TerritoryReading]) -> dict[int, TerritoryReading]:
    """The town of each day by where the day starts; none where a day has two towns beside it, or no town."""
    told: list[DateReading | TerritoryReading] = sorted([*days, *towns], key=_START)
    paired: dict[int, TerritoryReading] = {}
    for first, second in zip(told[::2], told[1::2], strict=True):
        if isinstance(first, DateReading) and isinstance(second, TerritoryReading):
            paired[first.where.start] = second
        elif isinstance(first, TerritoryReading) and isinstance(second, DateReading):
            paired[second.where.start] = first
    if len(paired) == len(days):
        return paired
    last_day, last_town = days[-1].where.start, towns[-1].where.start
    apart = last_day < towns[0].where.start or last_town < days[0].where.start
    return {day.where.start: town for day, town in zip(days, towns, strict=True)} if apart else {}


def _in_town(parts: Parts, town: TerritoryReading, start: int, end: int) -> VenueReading:
    """The place that was read in a town of the sentence, else the town alone."""
    venues = standing_between(parts.venues, start, end)
    read = next((v for v in venues if v.where.start <= town.where.start < v.where.end), None)
    read = read or next((v for v in venues if v.commune_code == town.territory_id), None)
    return read if read is not None and read.city is not None else as_venue_in_turn(parts, town)
