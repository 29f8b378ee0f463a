"""Several sittings on one day: meetings in different towns, each told with its own hours.

`Mardi 14 mars, 10h : Lens, …` above `Mardi 14 mars, 14h30 : Liévin, …` are two sittings; so are the gardens of one day
that each open at their own hours: `Lomme : jardin du Marais, 14h-18h` under `Samedi 4 juin`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extract.dates.clock import write_clock
from extract.document import Block
from extract.events.days.day_plans import find_steps_of_plan
from extract.events.days.slots_of_day import part_by_slots
from extract.events.hours.programme import read_step
from extract.events.hours.row_hours import with_hours_of_row
from extract.events.parts import LooseHours, Parts, find_strayed_hours, standing_between
from extract.events.sittings import Sitting
from extract.events.venues.places_below import part_by_placed_lines, part_by_places_below
from extract.events.venues.two_towns import part_by_towns
from extract.records import DateReading

_FEWEST: Final = 2
_HOURS_IN_BRACKET: Final = re.compile(
    r"\((?:de )?(?P<h>\d{1,2})\s?[hH](?P<m>[0-5]\d)?\s?(?:-|–|à)\s?(?P<eh>\d{1,2})\s?[hH](?P<em>[0-5]\d)?(?!\d)"
)
_MARKS: Final = 6
"""Characters that may stand around a day on its line: `Le … :`."""
_BULLETS: Final = " >-–—•*·→"
_COLLECTIVE: Final = re.compile(
    r"(?<![^\W_])(?:semaines?|quinzaine|mois|festival|r[ée]unions|rencontres|ateliers|rendez-vous|permanences|animations|"
    r"balades|visites|s[ée]ances|caf[ée]s|projections|conf[ée]rences|d[ée]bats|f[êe]tes|agenda|calendrier|"
    r"portes[- ]ouvertes|p[ée]riple|tourn[ée]e|saison|temps forts)(?![^\W_])",
    re.IGNORECASE,
)
"""Titles of papers about several meetings."""
_GROUP_LINE: Final = re.compile(
    r"\W*(?:(?:le |1er |premier |2e |second |deuxi[èe]me )?(?:groupe|cr[ée]neau))(?![^\W_])[^\n.!?]{0,60}\d",
    re.IGNORECASE,
)
_BEGINS_WITH_HOUR: Final = re.compile(r"[\W_]*(?:de |à |dès )?\d{1,2}\s?(?:h|:\d)", re.IGNORECASE)


def part_days(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings, with those of one day in several towns told apart."""
    parted = [one for sitting in sittings for one in _by_mentions(parts, sitting)]
    days = [sitting for sitting in parted if sitting.is_day]
    if any(slots := [part_by_slots(parts, s) for s in parted]):
        return [one for sitting, own in zip(parted, slots, strict=True) for one in own or [sitting]]
    parted = [
        one for sitting in parted for one in (sitting.is_day and part_by_places_below(parts, sitting)) or [sitting]
    ]
    if len(parted) > len(days) == 1:
        return parted
    if len(days) == 1 == len(parted) and (days[0].date.starts_at is None or "\n" in days[0].date.text):
        told = part_by_towns(parts, days[0]) or _by_lines(parts, days[0]) or _by_groups(parts, days[0])
        end = len(parts.document.text)
        return told or _by_town_lines(parts, days[0], end) or _by_hour_lines(parts, days[0], end) or parted
    starts = sorted(date.where.start for sitting in parted for date in sitting.mentions)
    return [one for sitting in parted for one in _told_apart(parts, sitting, starts) or [sitting]]


def _told_apart(parts: Parts, sitting: Sitting, starts: list[int]) -> list[Sitting]:
    """The sittings that the lines below a day tell, up to the next day; none where they tell one meeting."""
    if sitting.is_day and (told := _by_brackets(parts, sitting) or part_by_towns(parts, sitting)):
        return told
    if not sitting.is_day or len(sitting.mentions) != 1:
        return []
    end = min((other for other in starts if other > sitting.date.where.start), default=len(parts.document.text))
    told = _by_town_lines(parts, sitting, end) or _by_hour_lines(parts, sitting, end)
    return told or (part_by_placed_lines(parts, sitting, end) if _stands_alone(parts, sitting.date) else [])


def _by_brackets(parts: Parts, sitting: Sitting) -> list[Sitting]:
    """One sitting for each place of the sentence of a day whose brackets tell its own hours; none else.

    `le 5 février à Oisemont (9h-12h, halle) et à Senarpont (14h-16h, mairie)`.
    """
    start, end = parts.sentence_of(sitting.date.where.start)
    days = {d.first_day for d in standing_between(parts.dates, start, end)}
    venues = standing_between(parts.venues, start, end)
    told = [(venue, hours) for venue in venues if venue.city and (hours := _HOURS_IN_BRACKET.search(venue.text))]
    if len(days) != 1 or len(told) < _FEWEST or len({venue.city for venue, _ in told}) < len(venues):
        return []
    found = []
    for venue, hours in told:
        date = replace(
            sitting.date,
            text=venue.text,
            where=venue.where,
            starts_at=write_clock(hours["h"], hours["m"]),
            ends_at=write_clock(hours["eh"], hours["em"]),
            flags=("hours_of_place",),
        )
        found.append(replace(sitting, date=date, mentions=(date,)))
    return found


def _by_hour_lines(parts: Parts, sitting: Sitting, end: int) -> list[Sitting]:
    """One sitting for each line below a day that opens with its hour and ends with a place of its own, or of a plan.

    The first only in a paper about several meetings: the steps of one meeting may go from house to house.
    """
    start = sitting.date.where.start
    if plan := find_steps_of_plan(parts, sitting.date):
        lines_of = (LooseHours(step.starts_at, step.ends_at, step.line.start, step.line.end) for step in plan)
        return [replace(sitting, date=d, mentions=(d,)) for d in (_at(parts, sitting, hours) for hours in lines_of)]
    if not (_COLLECTIVE.search(parts.document.title) and _stands_alone(parts, sitting.date)):
        return []
    found: dict[object, Sitting] = {}
    lines = parts.blocks_between(start, end)
    steps = [(block, step) for block in lines if (step := read_step(parts.document.words_of(block).lstrip(_BULLETS)))]
    for block, (starts_at, ends_at) in steps:
        venues = standing_between(parts.venues, block.start, block.end)
        if len(venues) != 1 or not (venues[0].name or venues[0].street):
            return []
        date = _at(parts, sitting, LooseHours(starts_at, ends_at, block.start, block.end))
        key = (venues[0].name, venues[0].street, venues[0].city)
        found.setdefault(key, replace(sitting, date=date, mentions=(date,)))
    return list(found.values()) if len(found) == len(steps) > 1 else []


def _by_town_lines(parts: Parts, sitting: Sitting, end: int) -> list[Sitting]:
    """One sitting for each line below a day that its town and hours open (`Creil, 18h30 : ciné-débat`); none else.

    The day stands alone on its line, or its line leads to them: `Le 17 octobre, trois villes nous accueillent :`.
    """
    start = sitting.date.where.start
    if not (_stands_alone(parts, sitting.date) or _leads_to_lines(parts, sitting.date)):
        return []
    strayed = find_strayed_hours(sitting.date)
    told = [*parts.loose_hours, *([strayed] if strayed else [])]
    found: list[Sitting] = []
    for block in parts.blocks_between(start, end):
        venues = standing_between(parts.venues, block.start, block.end)
        opens = bool(venues) and venues[0].city is not None and venues[0].where.start == block.start
        hours = [h for h in told if block.start <= h.start < block.end] if opens else []
        if hours:
            date = _at(parts, sitting, hours[0])
            found.append(replace(sitting, date=date, mentions=(date,)))
    return found if len(found) > 1 else []


def _stands_alone(parts: Parts, date: DateReading) -> bool:
    """Whether a day is a line of its own, as over a list of what takes place on it."""
    block = parts.block_of(date.where.start)
    first = date.text.partition("\n")[0]
    return block is not None and len(parts.document.words_of(block)) <= len(first) + _MARKS


def _leads_to_lines(parts: Parts, date: DateReading) -> bool:
    """Whether the line of a day ends with a colon."""
    block = parts.block_of(date.where.start)
    return block is not None and parts.ends_with_colon(block)


def _by_mentions(parts: Parts, sitting: Sitting) -> list[Sitting]:
    """One sitting for each town in whose lines the day is named with hours of its own, where there are several."""
    by_town: dict[str, list[DateReading]] = {}
    for date in (with_hours_of_row(parts, mention) for mention in sitting.mentions):
        town = _town_beside(parts, date) if date.starts_at else None
        if town is not None:
            by_town.setdefault(town, []).append(date)
    starts = {date.starts_at for dates in by_town.values() for date in dates[:1]}
    if not sitting.is_day or len(by_town) < 2 or len(starts) < len(by_town):
        return _by_entries(parts, sitting) or _by_rows(parts, sitting) or [sitting]
    told = sorted(by_town.values(), key=lambda dates: dates[0].starts_at or "")
    return [replace(sitting, date=dates[0], mentions=tuple(dates)) for dates in told]


def _by_entries(parts: Parts, sitting: Sitting) -> list[Sitting]:
    """One sitting for each line that is only the day and its own hour above a place; none where two are alike."""
    heads = [date for date in sitting.mentions if date.starts_at and _stands_alone(parts, date)]
    below = [parts.blocks_after(date.where.start, 1) for date in heads]
    told = [line and standing_between(parts.venues, line[0].start, line[0].end) for line in below]
    differ = len({date.starts_at for date in heads}) == len(heads) == len(sitting.mentions) > 1
    if not (sitting.is_day and differ and (all(told) or _are_slots(parts, heads))):
        return []
    entries = sorted(heads, key=lambda date: date.starts_at or "")
    return [replace(sitting, date=date, mentions=(date,)) for date in entries]


def _by_rows(parts: Parts, sitting: Sitting) -> list[Sitting]:
    """One sitting for each row of a table that tells the day with hours and a place of its own; else none."""
    dates = [with_hours_of_row(parts, mention) for mention in sitting.mentions]
    rows = [parts.row_of(block) if (block := parts.block_of(date.where.start)) is not None else () for date in dates]
    places = [_places_in(parts, row) for row in rows]
    hours = {(date.starts_at, date.ends_at) for date in dates if date.starts_at}
    told_once = len(hours) == len(set(places)) == len({row[0].start for row in rows if row}) == len(dates)
    if not sitting.is_day or len(dates) < _FEWEST or not told_once or not all(places):
        return []
    return [replace(sitting, date=date, mentions=(date,)) for date in sorted(dates, key=lambda d: d.starts_at or "")]


def _places_in(parts: Parts, row: tuple[Block, ...]) -> tuple[str, ...]:
    """The words of the places that the cells of a row tell."""
    return tuple(venue.text for cell in row for venue in standing_between(parts.venues, cell.start, cell.end))


def _are_slots(parts: Parts, heads: list[DateReading]) -> bool:
    """Whether the lines of a day follow one another, each with hours of its own: slots among which people choose."""
    later = all(one.ends_at and one.ends_at <= (after.starts_at or "") for one, after in pairwise(heads))
    return later and all(
        parts.blocks_after(one.where.start, 1)[:1] == (parts.block_of(other.where.start),)
        for one, other in pairwise(heads)
    )


def _town_beside(parts: Parts, date: DateReading) -> str | None:
    """The one town in the line or the row of a day."""
    block = parts.block_of(date.where.start)
    if block is None or (block.kind != "cell" and "\n" in date.text):
        return None
    lines = parts.row_of(block) or (block,)
    towns = {v.city for line in lines for v in standing_between(parts.venues, line.start, line.end) if v.city}
    return towns.pop() if len(towns) == 1 else None


def _by_lines(parts: Parts, sitting: Sitting) -> list[Sitting]:
    """One sitting for each line below the only day that tells its own town and hours; none where fewer than two do."""
    found: dict[str, LooseHours] = {}
    start = sitting.date.where.start
    strayed = find_strayed_hours(sitting.date)
    told = [*([strayed] if strayed else []), *parts.loose_hours]
    for block in parts.blocks:
        hours = _hours_of(parts, block, told) if block.start > start else None
        towns = {v.city for v in standing_between(parts.venues, block.start, block.end) if v.city}
        if hours is not None and len(towns) == 1:
            found.setdefault(towns.pop(), hours)
    if len(found) < 2:
        return []
    return [replace(sitting, date=date, mentions=(date,)) for date in (_at(parts, sitting, h) for h in found.values())]


def _by_groups(parts: Parts, sitting: Sitting) -> list[Sitting]:
    """One sitting for each line below the only day that opens with its group and tells its hours, one after another.

    People choose theirs: `Groupe du matin, 9h30 - 12h` / `Groupe de l'après-midi, 14h - 16h30`. None where two overlap.
    """
    below = [block for block in parts.blocks if block.start > sitting.date.where.start]
    lines = [block for block in below if _GROUP_LINE.match(parts.document.text, block.start, block.end)]
    hours = [found[0] for block in lines if len(found := _ranges_in(parts, block)) == 1]
    follow = all((one.ends_at or "") <= (after.starts_at or "") for one, after in pairwise(hours))
    if not follow or not _FEWEST <= len(hours) == len(lines):
        return []
    return [replace(sitting, date=date, mentions=(date,)) for date in (_at(parts, sitting, h) for h in hours)]


def _ranges_in(parts: Parts, block: Block) -> list[LooseHours]:
    """The hours in a line that tell from when to when."""
    return [h for h in parts.loose_hours if block.start <= h.start < block.end and h.starts_at and h.ends_at]


def _hours_of(parts: Parts, block: Block, told: list[LooseHours]) -> LooseHours | None:
    """The only range of hours in a line that is no step of a programme."""
    if block.kind == "title" or _BEGINS_WITH_HOUR.match(parts.document.text, block.start, block.end):
        return None
    hours = [h for h in told if block.start <= h.start < block.end or block.start < h.end <= block.end]
    return hours[0] if len(hours) == 1 and hours[0].ends_at else None


def _at(parts: Parts, sitting: Sitting, hours: LooseHours) -> DateReading:
    """The day of a sitting as it is told in another line, by its hours."""
    flags = (*sitting.date.flags, "hours_of_line")
    where, words = parts.document.place(hours.start, hours.end), parts.document.text[hours.start : hours.end]
    return replace(sitting.date, text=words, where=where, starts_at=hours.starts_at, ends_at=hours.ends_at, flags=flags)
