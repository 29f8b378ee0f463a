"""Newsletters of a few items, of which some hold no event."""

from __future__ import annotations

import datetime as dt

from extract.dates.lexicon import MONTHS
from tests.gold.slots.agendas import choose_days, fill_lines, make_entries, write_entry_day, write_hours, write_place
from tests.gold.slots.drafts import Draft, ToldEvent
from tests.gold.slots.layout import lay_out
from tests.gold.slots.wording import write_day

_DRESSES = ("paragraphs", "paragraphs", "teasers", "cards", "rows", "linked items")


def tell_letter(draft: Draft) -> None:
    """One to three things to come among one or two that are none, in any order."""
    days = choose_days(draft, draft.chance.randrange(1, 4), months=2)
    titles = draft.chance.sample(list(draft.bank["event_titles"]), len(days))
    entries = make_entries(draft, titles, days, screens=True)
    draft.days = days
    issue = days[0] - dt.timedelta(30)
    month = f"{MONTHS[issue.month - 1]} {issue.year}"
    draft.title = draft.pick("letter_titles").format(n=draft.chance.randrange(3, 60), m=month)
    wordings, way = (draft.pick("range"), draft.pick("start")), draft.chance.randrange(7)
    items: list[list[str]] = []
    for entry in entries:
        slots = write_place(entry, way, "en visioconférence") | {"T": entry.title, "x": entry.said}
        slots |= {"D": write_entry_day(draft, entry.day, "full"), "H": write_hours(draft, entry, wordings)}
        items.append(["## {T}".format_map(slots), *fill_lines(draft.pick("letter_events"), slots)])
        draft.sittings.append(entry.make_sitting())
        draft.events.append(ToldEvent(entry.title, frozenset({entry.day})))
    deadline = write_day(days[-1] + dt.timedelta(20), weekday=draft.weekday, year=draft.year)
    others = draft.chance.sample(list(draft.bank["letter_others"]), draft.chance.randrange(1, 3))
    items += [fill_lines(other, {"D9": deadline}) for other in others]
    draft.chance.shuffle(items)
    dress = draft.choose("dress", _DRESSES)
    draft.lines += [lay_out(item, dress, number, apart=True) for number, item in enumerate(items)]
