"""Sittings told by a rule: a weekday, how often, its bounds, and the days that are left out or moved."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from extract.dates.calendar import every_weekday
from extract.dates.lexicon import MONTHS, WEEKDAYS
from tests.gold.slots.drafts import Draft, Sitting
from tests.gold.slots.wording import as_clock, fill, write_day

_RANKS: Final = ("premier", "deuxième", "troisième", "dernier")
_BEFORE_VOWEL: Final = re.compile(r"\b([dD])e (?=avril|août|octobre)")
_SATURDAY: Final = 5


def tell_recurrence(draft: Draft) -> None:
    """One rule with its hours and its place; a day that is moved may be read, the day it goes to must be."""
    way, phrase = draft.pick("recurrence")
    first = draft.days[0] - dt.timedelta(max(0, draft.days[0].weekday() - _SATURDAY))
    hours, spot = draft.say_hours("range"), draft.spots[0]
    slots = draft.noun.agree() | {"w": WEEKDAYS[first.weekday()], "H": hours}
    slots["P"] = draft.choose("place", spot.in_a_sentence())
    make = _tell_months if way == "monthly" else _tell_month if way == "in_month" else _tell_days
    days, more = make(draft, way, first)
    slots |= more
    left_out = days[len(days) // 2] if "{X}" in phrase or "{mx}" in phrase else None
    moved_to = left_out + dt.timedelta(1 if left_out.weekday() == _SATURDAY - 1 else 2) if left_out else None
    if left_out and moved_to:
        moved_to += dt.timedelta(1) if moved_to.weekday() > _SATURDAY else dt.timedelta(0)
        slots |= {"X": _write(draft, left_out), "Y": _write(draft, moved_to), "mx": MONTHS[left_out.month - 1]}
    words = _BEFORE_VOWEL.sub(r"\1'", fill(phrase, slots))
    draft.lines.append(words[0].upper() + words[1:])
    starts, ends = as_clock(draft.start), as_clock(draft.end)
    for day in (*days, *([moved_to] if moved_to and "{Y}" in phrase else [])):
        if day != left_out or "{Y}" in phrase:
            optional = day == left_out
            draft.sittings.append(Sitting(day, starts, ends, spot.town, "in_person", optional))
    draft.days = days


def _write(draft: Draft, day: dt.date) -> str:
    return write_day(day, weekday=draft.weekday, year=draft.year)


def _tell_days(draft: Draft, way: str, first: dt.date) -> tuple[list[dt.date], dict[str, str]]:
    """Every week or every other one from a first to a last day."""
    count = 3 if way == "counted" else draft.chance.choice((4, 5, 6, 7))
    days = [first + dt.timedelta(n * (14 if way == "fortnightly" else 7)) for n in range(count)]
    return days, {"D1": _write(draft, days[0]), "Dn": _write(draft, days[-1])}


def _tell_month(draft: Draft, _: str, first: dt.date) -> tuple[list[dt.date], dict[str, str]]:
    """Every such weekday of one month."""
    start = first.replace(day=1)
    end = (start + dt.timedelta(32)).replace(day=1) - dt.timedelta(1)
    month = MONTHS[first.month - 1] + (f" {first.year}" if draft.year else "")
    return list(every_weekday(start, end, first.weekday())), {"m": month}


def _tell_months(draft: Draft, _: str, first: dt.date) -> tuple[list[dt.date], dict[str, str]]:
    """The nth such weekday of four to eight months."""
    rank = draft.chance.randrange(len(_RANKS))
    month, days = first.replace(day=1), []
    for _number in range(draft.chance.choice((4, 5, 6, 8))):
        following = (month + dt.timedelta(32)).replace(day=1)
        every = list(every_weekday(month, following - dt.timedelta(1), first.weekday()))
        days.append(every[-1 if _RANKS[rank] == "dernier" else rank])
        month = following
    ends = [MONTHS[day.month - 1] for day in (days[0], days[-1])]
    if draft.year:
        ends[1] += f" {days[-1].year}"
        ends[0] += f" {days[0].year}" if days[0].year != days[-1].year else ""
    return days, {"r": _RANKS[rank], "m1": ends[0], "m2": ends[1]}
