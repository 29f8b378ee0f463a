"""What a page tells: one meeting in a sentence, its parts apart, a report, a series ... each with its sittings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Final

from tests.gold.slots.agendas import tell_agenda
from tests.gold.slots.around import tell_next, tell_twice, tell_with_birth, tell_with_former
from tests.gold.slots.beside import STATED, STATED_SLOTS, list_beside, tell_two_places
from tests.gold.slots.drafts import Bank, Draft, start_draft
from tests.gold.slots.items import tell_items
from tests.gold.slots.letters import tell_letter
from tests.gold.slots.modules import tell_modules
from tests.gold.slots.practical import tell_practical, tell_report_with_next
from tests.gold.slots.recurring import tell_recurrence
from tests.gold.slots.several import (
    tell_by_ordinal,
    tell_counted,
    tell_groups,
    tell_own_hours,
    tell_range,
    tell_same_day,
)
from tests.gold.slots.tables import tell_table, tell_table_of_events
from tests.gold.slots.towns import tell_town_lines, tell_town_prose, tell_town_table
from tests.gold.slots.wording import THEMES, fill, write_days

_LEADS: Final = (
    "Trois dates, trois villes :",
    "Le cycle se déroule en trois temps.",
    "Le calendrier :",
    "Au programme cette année :",
)
_RESULTS: Final = (
    "Les échanges ont porté sur les freins et les leviers.",
    "Trois expériences ont été présentées.",
    "Les participants ont travaillé en sous-groupes.",
)


def _range_or_start(draft: Draft) -> tuple[str, str]:
    """Hours as they stand beside the day, and which they are."""
    if draft.chance.random() < 0.75:
        return draft.say_hours("range"), "both"
    return draft.say_hours("start"), "start"


def tell_in_one(draft: Draft, slot: str = "one_day", mode: str = "in_person") -> None:
    """Day, hours and place in one sentence."""
    hours, told = _range_or_start(draft)
    place = draft.choose("place", draft.spots[0].in_a_sentence())
    draft.lines.append(draft.say(slot, D=draft.write_day(), H=hours, P=place))
    draft.add(0, draft.spots[0], mode, hours=told)


def tell_hybrid(draft: Draft) -> None:
    """A meeting in a place and on a screen."""
    tell_in_one(draft, "hybrid", "hybrid")


def tell_online(draft: Draft) -> None:
    """A meeting on a screen."""
    hours, told = _range_or_start(draft)
    draft.lines.append(draft.say("online", D=draft.write_day(), H=hours))
    draft.add(0, None, "online", hours=told)


def tell_apart(draft: Draft) -> None:
    """Day, hours and place in a sentence each, the last two in either order."""
    spot = draft.spots[0]
    place = draft.choose("place", spot.in_a_sentence())
    rest = [draft.say_hours("hours_of_one"), draft.say("place_apart", P=place, p0=spot.as_address())]
    draft.chance.shuffle(rest)
    parts = [draft.say("day_apart", D=draft.write_day()), *rest]
    draft.lines += draft.choose("joined", [parts, [" ".join(parts)]])
    draft.add(0, spot, "in_person")


def tell_by_fields(draft: Draft) -> None:
    """Labelled lines."""
    hours, spot = draft.say_hours("range"), draft.spots[0]
    slots = draft.noun.agree() | {"D": draft.write_day(), "H": hours, "p0": spot.as_address()}
    draft.lines += [fill(line, slots) for line in draft.pick("fields")]
    draft.add(0, spot, "in_person")


def tell_list_of_days(draft: Draft) -> None:
    """Three days of one place in one list, with hours that hold for all."""
    hours, spot = draft.say_hours("range"), draft.spots[0]
    listed = write_days(draft.days, weekday=draft.weekday, year=draft.year)
    place = draft.choose("place", spot.in_a_sentence())
    draft.lines.append(draft.say("list_of_days", L=listed, H=hours, P=place))
    for number in range(len(draft.days)):
        draft.add(number, spot, "in_person")


def tell_moved(draft: Draft) -> None:
    """A meeting that was put off from one day to another."""
    spot = draft.spots[0]
    place = draft.choose("place", spot.in_a_sentence())
    draft.lines.append(draft.say("moved", D=draft.write_day(), D2=draft.write_day(1), P=place))
    draft.add(0, spot, "in_person", hours="none", optional=True)
    draft.add(1, spot, "in_person", hours="none")


def tell_report(draft: Draft) -> None:
    """A meeting that took place."""
    spot = draft.spots[0]
    place = draft.choose("place", spot.in_a_sentence())
    draft.lines.append(draft.say("report", D=draft.write_day(), P=place, P1=spot.with_article))
    draft.lines.append(draft.chance.choice(_RESULTS))
    draft.title = draft.chance.choice([f"Retour sur : {draft.title}", f"{draft.title} : le compte rendu"])
    draft.add(0, spot, "in_person", hours="none")


def tell_series(draft: Draft) -> None:
    """Three sittings on a line each; their hours before all, after all, on each line, or nowhere."""
    where = draft.choose("hours of series", ("before", "after", "inline", "none"))
    way = draft.chance.randrange(7)
    line = draft.pick("line_of_series")
    lines = [draft.chance.choice(_LEADS)]
    for number, spot in enumerate(draft.spots):
        slots = {"D": draft.write_day(number), "P": spot.in_a_sentence()[way], "t": spot.town, "h": spot.house}
        slots |= {"ha": spot.at_house, "n": str(number + 1), "th": THEMES[(draft.start + number) % len(THEMES)]}
        told = f", {draft.say_hours('range')}" if where == "inline" else ""
        lines.append(f"- {fill(line, slots)}{told}")
        draft.add(number, spot, "in_person", hours="none" if where == "none" else "both")
    if where in ("before", "after"):
        lines.insert(0 if where == "before" else len(lines), draft.say_hours("hours_of_all"))
    draft.lines += lines


def tell_series_in_a_sentence(draft: Draft) -> None:
    """Three sittings in one sentence, in two cases of three with their hours behind it."""
    way = draft.chance.randrange(3)
    slots: dict[str, str] = {}
    hours = draft.choose("hours of series", ("both", "both", "none"))
    for number, spot in enumerate(draft.spots):
        told = (draft.write_day(number), spot.in_a_sentence()[way], spot.town, spot.house)
        slots |= {f"{name}{number + 1}": words for name, words in zip("DPth", told, strict=True)}
        draft.add(number, spot, "in_person", hours=hours)
    draft.lines.append(draft.say("series_in_a_sentence", **slots))
    if hours == "both":
        draft.lines.append(draft.say_hours("hours_of_all"))


_MEETINGS: Final[Mapping[str, Callable[[Draft], None]]] = {
    "one": tell_in_one,
    "hybrid": tell_hybrid,
    "online": tell_online,
    "apart": tell_apart,
    "fields": tell_by_fields,
    "list of days": tell_list_of_days,
    "series": tell_series,
    "two places": tell_two_places,
}
"""Meetings beside which anything may stand."""
KINDS: Final[Mapping[str, Callable[[Draft], None]]] = {
    "one": tell_in_one,
    "hybrid": tell_hybrid,
    "online": tell_online,
    "apart": tell_apart,
    "fields": tell_by_fields,
    "list of days": tell_list_of_days,
    "moved": tell_moved,
    "report": tell_report,
    "series": tell_series,
    "series in a sentence": tell_series_in_a_sentence,
    "agenda": tell_agenda,
    "modules": tell_modules,
    "table": tell_table,
    "table of events": tell_table_of_events,
    "letter": tell_letter,
    "series with hours": tell_own_hours,
    "series by ordinals": tell_by_ordinal,
    "groups": tell_groups,
    "day in two towns": tell_same_day,
    "day counted": tell_counted,
    "recurrence": tell_recurrence,
    "days on end": tell_range,
    "told twice": tell_twice,
    "former meeting": tell_with_former,
    "birth of a body": tell_with_birth,
    "next meeting": tell_next,
    **STATED,
    "items in sentences": tell_items,
    "towns by line": tell_town_lines,
    "towns in a paragraph": tell_town_prose,
    "towns in a table": tell_town_table,
    "practical block": tell_practical,
    "report with next": tell_report_with_next,
    **list_beside(_MEETINGS),
}


SLOTS: Final = {
    "one": "one_day",
    "hybrid": "hybrid",
    "online": "online",
    "apart": "day_apart",
    "fields": "fields",
    "list of days": "list_of_days",
    "moved": "moved",
    "report": "report",
    "series": "line_of_series",
    "series in a sentence": "series_in_a_sentence",
    "agenda": "agenda",
    "modules": "modules",
    "table": "head_theme",
    "table of events": "head_event",
    "letter": "letter_events",
    "series with hours": "series_own_hours",
    "series by ordinals": "by_ordinal",
    "groups": "groups",
    "day in two towns": "same_day_towns",
    "day counted": "days_counted",
    "recurrence": "recurrence",
    "days on end": "range_of_days",
    "told twice": "told_twice",
    "former meeting": "former",
    "birth of a body": "birth",
    "next meeting": "next_after_report",
    **STATED_SLOTS,
    "items in sentences": "item_events",
    "towns by line": "town_lines",
    "towns in a paragraph": "town_prose",
    "towns in a table": "town_notes",
    "practical block": "practical",
    "report with next": "report_next",
    **{kind: kind.removeprefix("beside ") for kind in list_beside(_MEETINGS)},
}
"""The phrases that a kind cannot do without: a bank without them has no page of that kind."""


def compose(seed: int, bank: Bank, kinds: Collection[str] = KINDS) -> Draft:
    """One page's draft, of one of some kinds, with what stands around what it tells."""
    draft = start_draft(seed, bank)
    draft.kind = draft.chance.choice([kind for kind in KINDS if kind in kinds and bank.get(SLOTS[kind])])
    KINDS[draft.kind](draft)
    if draft.is_whole:
        return draft
    around = [draft.chance.choice([*bank[slot], ""]) for slot in ("before", "after", "contact")]
    draft.lines = [line for line in (around[0], *draft.lines, *around[1:]) if line]
    return draft
