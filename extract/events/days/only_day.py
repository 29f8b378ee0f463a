"""The only day that a page could tell of a meeting is that of its meeting, however it is told.

A page that announces a meeting or reports on one tells its day. Where every day was set aside for the way in which its
sentence speaks of it (of a group that meets, of a paper on what was said, of those who came), and that was one day,
nothing else is left that the page could be about. A page whose title says that it looks back and that tells only of
days still to come has lost its own: that is the first day before its publication that was set aside so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.dates.lexicon import NAMES_WEEKDAY
from extract.events.page.kinds import is_report_by_title
from extract.events.parts import Parts, standing_between
from extract.records import DateReading

_WEAK: Final = ("named_in_passing", "paper_of_former_meeting", "former_meeting", "attribute")
"""Rules by which a day was set aside for the words of its sentence and nothing else."""
_LATE: Final = 120
"""Days after a meeting within which somebody reports on it."""
_TELLING: Final = ("announcement", "report")


def keep_only_day(parts: Parts) -> Parts:
    """The parts of a page, with its only day for that of its meeting where no other is one."""
    if parts.page.kind not in _TELLING:
        return parts
    if any(date.role == "event" for date in parts.dates):
        return _keep_day_of_report(parts)
    left = [date for date in parts.dates if date.precision == "day" and (date.rule in _WEAK or _is_ceremony(date))]
    if len({(date.first_day, date.last_day) for date in left}) != 1:
        return parts
    return replace(parts, dates=tuple(_as_event(date) if date in left else date for date in parts.dates))


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
