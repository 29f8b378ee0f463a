"""What one page is made of while it is composed: its days, hours, places and habits, and the truth that they make."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

from tests.gold.slots.wording import NOUNS, THEMES, Noun, Spot, as_clock, choose_spots, fill, write_day, write_hour

Bank = Mapping[str, Sequence[Any]]
_T = TypeVar("_T")
_STARTS: Final = (540, 555, 570, 585, 600, 810, 840, 1080)
_MORNING, _LATER = (120, 150, 180, 390, 420), (90, 120, 150, 180)
_DAYS_APART: Final = (7, 14, 21, 28, 35)
_HOLIDAYS: Final = {(1, 1), (1, 5), (8, 5), (14, 7), (15, 8), (1, 11), (11, 11), (25, 12)}


def load_bank(path: Path) -> Bank:
    """The phrases of one bank, by what they tell."""
    bank: dict[str, list[Any]] = json.loads(path.read_text(encoding="utf-8"))
    return bank


@dataclass(frozen=True)
class Sitting:
    """A sitting as it must be read; hours are `HH:MM`."""

    day: dt.date
    starts_at: str | None
    ends_at: str | None
    city: str | None
    mode: str
    optional: bool = False
    status: str = "announced"
    starts_also: tuple[str, ...] = ()
    spot: Spot | None = None


@dataclass(frozen=True)
class ToldEvent:
    """What an event is called, and the days of its sittings."""

    title: str
    days: frozenset[dt.date]


@dataclass
class Draft:
    """What one page is made of while it is composed; `used` tells which phrase of each slot it has.

    `events` tell which days belong together, on pages where that is measured.
    `published` is the day of its publication where the kind of page does not decide it.
    A page that is whole gets nothing around what it tells.
    """

    bank: Bank
    chance: random.Random
    days: list[dt.date]
    spots: list[Spot]
    noun: Noun
    start: int
    end: int
    hour_style: int
    weekday: bool
    year: bool
    title: str = ""
    kind: str = ""
    lines: list[str] = field(default_factory=list)
    sittings: list[Sitting] = field(default_factory=list)
    events: list[ToldEvent] = field(default_factory=list)
    used: dict[str, int] = field(default_factory=dict)
    published: dt.date | None = None
    deadline: dt.date | None = None
    is_whole: bool = False

    def pick(self, slot: str) -> Any:
        """One phrase of a slot, by chance."""
        phrases = self.bank[slot]
        self.used[slot] = self.chance.randrange(len(phrases))
        return phrases[self.used[slot]]

    def choose(self, name: str, choices: Sequence[_T]) -> _T:
        """One of several ways that no bank holds, by chance."""
        self.used[name] = self.chance.randrange(len(choices))
        return choices[self.used[name]]

    def say(self, slot: str, **slots: str) -> str:
        """One phrase of a slot, filled."""
        return fill(self.pick(slot), self.noun.agree() | slots)

    def say_hours(self, slot: str) -> str:
        """A statement of both hours."""
        hours = {"s": write_hour(self.start, self.hour_style), "e": write_hour(self.end, self.hour_style)}
        return str(self.pick(slot).format_map(hours))

    def write_day(self, number: int = 0) -> str:
        """One of the days as this page writes them."""
        return write_day(self.days[number], weekday=self.weekday, year=self.year)

    def add(
        self,
        number: int,
        spot: Spot | None,
        mode: str,
        *,
        hours: str = "both",
        optional: bool = False,
        status: str = "announced",
        starts_also: tuple[str, ...] = (),
    ) -> None:
        """One sitting to be read; `hours` tells which of its hours stand on the page: `both`, `start` or `none`."""
        starts = None if hours == "none" else as_clock(self.start)
        ends = as_clock(self.end) if hours == "both" else None
        city = spot.town if spot else None
        day = self.days[number]
        self.sittings.append(Sitting(day, starts, ends, city, mode, optional, status, starts_also, spot))

    def add_at(self, day: dt.date, spot: Spot, *, optional: bool = False) -> None:
        """One sitting without hours, on a day of its own."""
        self.sittings.append(Sitting(day, None, None, spot.town, "in_person", optional))


def start_draft(seed: int, bank: Bank) -> Draft:
    """The days, hours, places and habits of one page; the same seed gives the same page."""
    chance = random.Random(seed)
    day = dt.date(chance.choice(range(2015, 2027)), 1, 1) + dt.timedelta(chance.randrange(365))
    day -= dt.timedelta(max(0, day.weekday() - 5))  # no Sunday
    days = [day]
    while len(days) < 3:
        days.append(days[-1] + dt.timedelta(chance.choice(_DAYS_APART)))
    days = [day + dt.timedelta(1) if (day.day, day.month) in _HOLIDAYS else day for day in days]
    start = chance.choice(_STARTS)
    draft = Draft(
        bank=bank,
        chance=chance,
        days=days,
        spots=choose_spots(chance),
        noun=Noun(*chance.choice(NOUNS)),
        start=start,
        end=start + chance.choice(_LATER if start > 600 else _MORNING),
        hour_style=chance.randrange(5),
        weekday=chance.random() < 0.75,
        year=chance.random() < 0.7,
    )
    theme = chance.choice(THEMES)
    noun = draft.noun.words
    un = draft.noun.agree()["un"]
    draft.title = chance.choice([f"{noun[0].upper()}{noun[1:]} : {theme}", theme, f"« {theme} » : {un} {noun}"])
    return draft
