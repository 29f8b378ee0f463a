"""Letters whose items are told in sentences, under headings of themes, towns, months or who proposes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from extract.dates.lexicon import MONTHS
from tests.gold.slots.agendas import Entry, choose_days, fill_lines, make_entries, write_entry_day, write_hours
from tests.gold.slots.drafts import Draft, ToldEvent
from tests.gold.slots.layout import Laid, lay_out
from tests.gold.slots.wording import TOWNS, Spot, fill, write_day

_DRESSES: Final = ("paragraphs", "paragraphs", "teasers", "cards", "rows", "linked items", "items")
_SECTIONS: Final = ("none", "themes", "towns", "months", "organisers")
Section = tuple[str, list[Entry]]


def tell_items(draft: Draft) -> None:
    """Three to five things to come, one in four on a screen, among items that hold none."""
    sections = draft.choose("sections", _SECTIONS)
    days = choose_days(draft, draft.chance.randrange(3, 6), months=3 if sections == "months" else 2)
    titles = draft.chance.sample(list(draft.bank["event_titles"]), len(days))
    entries = [
        replace(entry, spot=None) if draft.chance.random() < 0.25 else entry
        for entry in make_entries(draft, titles, days, screens=False)
    ]
    draft.days, draft.title = days, draft.pick("item_titles")
    wordings = (draft.pick("range"), draft.pick("start"))
    way, dress = draft.chance.randrange(7), draft.choose("dress", _DRESSES)
    shouts = draft.chance.random() < 0.5
    others = draft.chance.sample(list(draft.bank["item_silent"]), len(draft.bank["item_silent"]))
    number = 0
    for heading, told in _share_out(draft, entries, sections):
        if heading:
            plain = heading.upper() if shouts else heading
            draft.lines.append(Laid(f"\n{plain}", f"<h2>{heading}</h2>", f"## {heading}"))
        items = [_tell_item(draft, entry, wordings, way, in_town=sections == "towns") for entry in told]
        items += [_tell_other(draft, others.pop()) for _ in range(draft.chance.choice((0, 1, 1)))]
        draft.chance.shuffle(items)
        for item in items:
            draft.lines.append(lay_out(item, dress, number, apart=True))
            number += 1


def _share_out(draft: Draft, entries: Sequence[Entry], way: str) -> Iterator[Section]:
    """The entries under their headings; below that of a town all that people attend are in it."""
    if way == "none":
        yield "", list(entries)
    elif way == "months":
        for (year, month), told in groupby(entries, lambda entry: (entry.day.year, entry.day.month)):
            yield MONTHS[month - 1].capitalize() + (f" {year}" if draft.year else ""), list(told)
    else:
        parts = [list(entries[:2]), list(entries[2:])]
        towns = draft.chance.sample(list(TOWNS), 2)
        names = draft.chance.sample(list(draft.bank["item_organisers" if way == "organisers" else "item_themes"]), 2)
        for name, town, part in zip(names, towns, parts, strict=True):
            if way == "towns":
                yield town, [_move(entry, town) for entry in part]
            else:
                yield name.format(o=town), part


def _move(entry: Entry, town: str) -> Entry:
    return replace(entry, spot=replace(entry.spot, town=town)) if entry.spot else entry


def _tell_item(draft: Draft, entry: Entry, wordings: tuple[str, str], way: int, *, in_town: bool) -> list[str]:
    """The heading and the paragraphs of one item; below the heading of its town it tells the house only."""
    frame = draft.pick("item_events" if entry.spot else "item_online")
    slots = {"T": entry.title, "x": entry.said, "D": write_entry_day(draft, entry.day, "full")}
    slots |= {"H": write_hours(draft, entry, wordings)}
    if entry.spot:
        slots |= _write_house(entry.spot) if in_town else _write_place(entry.spot, way)
    draft.sittings.append(entry.make_sitting())
    draft.events.append(ToldEvent(entry.title, frozenset({entry.day})))
    return [f"## {entry.title}", *fill_lines(frame, slots)]


def _write_place(spot: Spot, way: int) -> dict[str, str]:
    place = spot.in_a_sentence()[way]
    return {"P": place, "P0": place[0].upper() + place[1:], "p0": spot.as_address()}


def _write_house(spot: Spot) -> dict[str, str]:
    house = spot.at_house
    named = spot.house[0].upper() + spot.house[1:]
    return {"P": house, "P0": house[0].upper() + house[1:], "p0": f"{named}, {spot.street}"}


def _tell_other(draft: Draft, frame: Sequence[str]) -> list[str]:
    """An item that holds no event."""
    deadline = write_day(draft.days[-1] + dt.timedelta(20), weekday=draft.weekday, year=draft.year)
    return [fill(line, {"D9": deadline, "t9": draft.chance.choice(list(TOWNS))}) for line in frame]
