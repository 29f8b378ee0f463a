"""Agendas: several things that have nothing to do with one another, each with its day, hours and place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from extract.dates.lexicon import MONTHS, WEEKDAYS
from tests.gold.slots.drafts import Draft, Sitting, ToldEvent
from tests.gold.slots.layout import DRESSES, Laid, lay_out
from tests.gold.slots.wording import Spot, as_clock, choose_spots, fill, write_day, write_hour

_SUNDAY: Final = 6
_HOURS: Final = ((540, 720), (570, 750), (600, 690), (840, 1020), (855, 960), (1080, 1200), (1110, 1230))
_FIXED: Final = {(1, 1), (1, 5), (8, 5), (14, 7), (15, 8), (1, 11), (11, 11), (25, 12)}
_TOWN_SLOTS: Final = ("{t}", "{h}")
_ONLINE: Final = ("en ligne", "en visioconférence", "sur Zoom")


@dataclass(frozen=True)
class Entry:
    """What one entry tells; minutes of the day, `end` None where it is not told, `spot` None on a screen."""

    title: str
    day: dt.date
    start: int
    end: int | None
    spot: Spot | None
    said: str = ""

    def make_sitting(self) -> Sitting:
        """The sitting as it must be read."""
        ends = None if self.end is None else as_clock(self.end)
        city, mode = (self.spot.town, "in_person") if self.spot else (None, "online")
        return Sitting(self.day, as_clock(self.start), ends, city, mode)


def choose_days(draft: Draft, count: int, *, months: int) -> list[dt.date]:
    """Days of one month or of several on end, in order, no Sundays and no holidays."""
    first = draft.days[0].replace(day=1)
    days: list[dt.date] = []
    for _ in range(months):
        following = (first + dt.timedelta(32)).replace(day=1)
        days += [first + dt.timedelta(n) for n in range((following - first).days)]
        first = following
    open_days = [day for day in days if day.weekday() != _SUNDAY and (day.day, day.month) not in _FIXED]
    return sorted(draft.chance.sample(open_days, count))


def make_entries(draft: Draft, titles: Sequence[str], days: Sequence[dt.date], *, screens: bool) -> list[Entry]:
    """An entry for each day; where `screens` may be, one in six is on one, and one page in four tells no ends."""
    spots = [spot for _ in range(3) for spot in choose_spots(draft.chance)]
    has_ends = draft.chance.random() < 0.75
    entries = []
    for title, day, spot in zip(titles, days, spots, strict=False):
        start, end = draft.chance.choice(_HOURS)
        on_screen = screens and draft.chance.random() < 1 / 6
        said = draft.chance.choice(draft.bank["entry_words"])
        entries.append(Entry(title, day, start, end if has_ends else None, None if on_screen else spot, said))
    return entries


def write_entry_day(draft: Draft, day: dt.date, way: str) -> str:
    """A day in one of the ways of agendas: `full`, `short` (`mar. 12 mars`), `figures`, or `bare` below its month."""
    if way == "figures":
        return day.strftime("%d/%m/%Y" if draft.year else "%d/%m")
    if way == "bare":
        return f"{WEEKDAYS[day.weekday()]} {'1er' if day.day == 1 else day.day}"
    if way == "short":
        return f"{WEEKDAYS[day.weekday()][:3]}. {write_day(day, weekday=False, year=draft.year)}"
    return write_day(day, weekday=draft.weekday, year=draft.year)


def write_hours(draft: Draft, entry: Entry, wordings: tuple[str, str]) -> str:
    """The hours of an entry, as its page words ranges and starts."""
    words = wordings[1] if entry.end is None else wordings[0]
    start, end = (write_hour(minutes or 0, draft.hour_style) for minutes in (entry.start, entry.end))
    return words.format(s=start, e=end)


def write_place(entry: Entry, way: int, screen: str) -> dict[str, str]:
    """The slots of a place: in a sentence, as an address, its town and its house."""
    if entry.spot is None:
        return {"P": screen, "p0": screen[0].upper() + screen[1:], "t": "", "h": ""}
    spot = entry.spot
    return {"P": spot.in_a_sentence()[way], "p0": spot.as_address(), "t": spot.town, "h": spot.house}


def fill_lines(lines: Sequence[str], slots: dict[str, str]) -> list[str]:
    """Lines filled, each with a capital at its head."""
    filled = [fill(line, slots) for line in lines]
    heads = ["## " if line.startswith("## ") else "" for line in filled]
    words = [line.removeprefix(head) for line, head in zip(filled, heads, strict=True)]
    return [head + line[:1].upper() + line[1:] for line, head in zip(words, heads, strict=True) if line]


def tell_agenda(draft: Draft) -> None:
    """Three to six things in one month, or under the headings of several."""
    frame: list[str] = draft.pick("agenda")
    by_month = draft.choose("headings", ("none", "none", "month", "month and year"))
    months = 1 if by_month == "none" else draft.chance.choice((2, 3))
    days = choose_days(draft, draft.chance.randrange(3, 7), months=months)
    titles = draft.chance.sample(list(draft.bank["event_titles"]), len(days))
    screens = not any(slot in line for line in frame for slot in _TOWN_SLOTS)
    entries = make_entries(draft, titles, days, screens=screens)
    draft.days = days
    _choose_title(draft, days[0], one_month=months == 1)
    if draft.chance.random() < 0.5:
        draft.lines.append(draft.say("agenda_leads"))
    ways = ["full", "full", "short", "figures"] + (["bare"] * 2 if by_month != "none" else [])
    way = draft.choose("days", ways)
    if way == "bare" and by_month == "month":
        draft.year = False  # only the page says of which year it is
    entered = lay_entries(draft, entries, frame, way)
    for (year, month), told in groupby(zip(days, entered, strict=True), lambda pair: (pair[0].year, pair[0].month)):
        if by_month != "none":
            words = MONTHS[month - 1].capitalize() + (f" {year}" if by_month == "month and year" else "")
            draft.lines.append(Laid(f"\n{words}", f"<h2>{words}</h2>", f"## {words}"))
        draft.lines += [words for _, words in told]
    for entry in entries:
        draft.sittings.append(entry.make_sitting())
        draft.events.append(ToldEvent(entry.title, frozenset({entry.day})))


def lay_entries(draft: Draft, entries: Sequence[Entry], frame: Sequence[str], way_of_days: str) -> list[Laid]:
    """All entries of a page, one like the other."""
    wordings = (draft.pick("range"), draft.pick("start"))
    way, screen = draft.chance.randrange(7), draft.chance.choice(_ONLINE)
    dress, apart = draft.choose("dress", list(DRESSES)), draft.chance.random() < 0.5
    laid = []
    for number, entry in enumerate(entries):
        slots = write_place(entry, way, screen) | {"T": entry.title, "x": entry.said}
        slots |= {"D": write_entry_day(draft, entry.day, way_of_days), "H": write_hours(draft, entry, wordings)}
        laid.append(lay_out(fill_lines(frame, slots), dress, number, apart=apart))
    return laid


def _choose_title(draft: Draft, day: dt.date, *, one_month: bool) -> None:
    """A title of an agenda; those that name the month only where all entries are of it."""
    titles = [title for title in draft.bank["agenda_titles"] if one_month or "{m}" not in title]
    month = MONTHS[day.month - 1] + (f" {day.year}" if draft.year else "")
    draft.title = draft.chance.choice(titles).replace("de {m}", f"d'{month}" if month[0] in "ao" else f"de {month}")
    draft.title = draft.title.replace("{m}", month)
