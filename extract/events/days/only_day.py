"""The only day that a page could tell of a meeting is that of its meeting, however it is told.

A page that announces a meeting or reports on one tells its day. Where every day was set aside for the way in which its
sentence speaks of it (of a group that meets, of a paper on what was said, of those who came), and that was one day,
nothing else is left that the page could be about.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.dates.lexicon import NAMES_WEEKDAY
from extract.events.parts import Parts
from extract.records import DateReading

_WEAK: Final = ("named_in_passing", "paper_of_former_meeting", "former_meeting", "attribute")
"""Rules by which a day was set aside for the words of its sentence and nothing else."""
_TELLING: Final = ("announcement", "report")


def keep_only_day(parts: Parts) -> Parts:
    """The parts of a page, with its only day for that of its meeting where no other is one."""
    if parts.page.kind not in _TELLING or any(date.role == "event" for date in parts.dates):
        return parts
    left = [date for date in parts.dates if date.precision == "day" and (date.rule in _WEAK or _is_ceremony(date))]
    if len({(date.first_day, date.last_day) for date in left}) != 1:
        return parts
    return replace(parts, dates=tuple(_as_event(date) if date in left else date for date in parts.dates))


def _is_ceremony(date: DateReading) -> bool:
    """Whether something is done on a day with its weekday and its hour: people come to it (`signature du contrat`)."""
    return date.rule == "of_thing" and date.starts_at is not None and NAMES_WEEKDAY.search(date.text) is not None


def _as_event(date: DateReading) -> DateReading:
    return replace(date, role="event", rule="only_day_left")
