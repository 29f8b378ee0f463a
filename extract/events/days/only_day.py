"""The only day that a page could tell of a meeting is that of its meeting, however it is told.

A page that announces a meeting or reports on one tells its day. Where every day was set aside for the way in which its
sentence speaks of it (of a group that meets, of a paper on what was said, of those who came), and that was one day,
nothing else is left that the page could be about. A page whose title says that it looks back and that tells only of
days still to come has lost its own: that is the first day before its publication that was set aside so. What holds for
a page holds for each entry of one that has several.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extract.dates.lexicon import NAMES_WEEKDAY, lower_case
from extract.dates.things import opens_with_paper
from extract.events.page.kinds import is_report_by_title
from extract.events.page.titled_entries import cut_at_titles
from extract.events.parts import Parts, standing_between
from extract.records import DateReading

_WEAK: Final = ("named_in_passing", "paper_of_former_meeting", "former_meeting", "attribute")
"""Rules by which a day was set aside for the words of its sentence and nothing else."""
_FEWEST_ENTRIES: Final = 2
_LONGEST_TITLE: Final = 80
_LATE: Final = 120
"""Days after a meeting within which somebody reports on it."""
_TELLING: Final = ("announcement", "report")


def keep_only_day(parts: Parts) -> Parts:
    """The parts of a page, with its only day for that of its meeting where no other is one."""
    if parts.page.kind not in _TELLING:
        return parts
    if any(date.role == "event" for date in parts.dates):
        return _keep_days_of_entries(_keep_day_of_report(parts))
    # `Charte de proximité`, adopted by a committee on a day
    title = parts.document.title or parts.document.text[:_LONGEST_TITLE]
    is_paper = parts.page.kind == "announcement" and opens_with_paper(lower_case(title))
    weak = () if is_paper else _WEAK
    left = [date for date in parts.dates if date.precision == "day" and (date.rule in weak or _is_ceremony(date))]
    left = [date for date in left if not _is_long_before(parts, date)]
    if len({(date.first_day, date.last_day) for date in left}) != 1:
        return parts
    return replace(parts, dates=tuple(_as_event(date) if date in left else date for date in parts.dates))


def _is_long_before(parts: Parts, date: DateReading) -> bool:
    """Whether a page came out so long after a day that it is no news of it: `lancé lors du séminaire de 2011`."""
    published = parts.page.published_on
    return published is not None and (published - date.last_day).days > _LATE


def _keep_days_of_entries(parts: Parts) -> Parts:
    """The parts of a page of several entries, with the only day of each that says where or at what hour people meet.

    `La salle ouvrira ses portes le 9 mai. On se retrouve à Douai, salle Foch, à 14h.`
    """
    first = min(date.first_day for date in parts.dates if date.role == "event")
    weak = [d for d in parts.dates if d.rule in _WEAK and d.precision == "day" and _may_come(parts, d, first)]
    left: set[int] = set()
    told = 0
    for start, end in _find_entries(parts) if weak else ():
        own = [date for date in standing_between(parts.dates, start, end) if date.role == "event"]
        days = [date for date in weak if start <= date.where.start < end]
        told += bool(own)
        if len({date.first_day for date in days}) == 1 and not own:
            left |= {id(date) for date in days if _says_when_or_where(parts, date)}
    left = left if told >= _FEWEST_ENTRIES else set()
    return replace(parts, dates=tuple(_as_event(d) if id(d) in left else d for d in parts.dates)) if left else parts


def _may_come(parts: Parts, date: DateReading, first: dt.date) -> bool:
    """Whether a day lies before neither the publication of its page nor all other meetings of one without it."""
    return date.first_day >= (parts.page.published_on or first)


def _find_entries(parts: Parts) -> list[tuple[int, int]]:
    """The entries of a page: what stands below each heading, or in each paragraph of a text; none where it has none."""
    edges = [
        block.start
        for above, block in pairwise(parts.blocks)
        if block.kind == "heading" or (block.group is not None and block.group != above.group)
    ]
    if parts.blocks and parts.blocks[-1].group is None:
        edges += [start for _, start, *_ in cut_at_titles(parts, list(parts.blocks), list(parts.dates))]
        edges.sort()
    return list(pairwise([*edges, len(parts.document.text)])) if len(edges) >= _FEWEST_ENTRIES else []


def _says_when_or_where(parts: Parts, date: DateReading) -> bool:
    """Whether the paragraph of a day has hours apart from any day, or a place in a town or on a screen."""
    block = parts.block_of(date.where.start)
    if block is None:
        return False
    if any(block.start <= hours.start < block.end for hours in parts.loose_hours):
        return True
    return any(venue.city or venue.mode == "online" for venue in standing_between(parts.venues, block.start, block.end))


def _keep_day_of_report(parts: Parts) -> Parts:
    """The parts of a report by its title, with the first day set aside as its own where all others are to come.

    `Le mardi 18 octobre dernier, au théâtre, ils ont pris la parole.` … `La suite : mardi 31 janvier à 14h`.
    """
    published = parts.page.published_on
    if published is None or not is_report_by_title(parts.document):
        return parts
    if any(date.role == "event" and date.first_day <= published for date in parts.dates):
        return parts
    left = (d for d in parts.dates if d.precision == "day" and d.rule in _WEAK and d.last_day <= published)
    first = next((date for date in left if (published - date.last_day).days <= _LATE), None)
    if first is None or not _tells_of_people(parts, first):
        return parts
    return replace(parts, dates=tuple(_as_event(d) if d is first else d for d in parts.dates))


def _tells_of_people(parts: Parts, date: DateReading) -> bool:
    """Whether a day has its weekday, its hour or a place in its sentence, as one has on which people meet."""
    told = date.starts_at is not None or NAMES_WEEKDAY.search(date.text) is not None
    return told or bool(standing_between(parts.venues, *parts.sentence_of(date.where.start)))


def _is_ceremony(date: DateReading) -> bool:
    """Whether something is done on a day with its weekday and its hour: people come to it (`signature du contrat`)."""
    return date.rule == "of_thing" and date.starts_at is not None and NAMES_WEEKDAY.search(date.text) is not None


def _as_event(date: DateReading) -> DateReading:
    return replace(date, role="event", rule="only_day_left")
