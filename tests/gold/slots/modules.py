"""Cycles whose sessions are entries over several lines: a heading, its day, hours, place, speakers and contents."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tests.gold.slots.agendas import (
    Entry,
    choose_days,
    fill_lines,
    make_entries,
    write_entry_day,
    write_hours,
    write_place,
)
from tests.gold.slots.drafts import Draft, ToldEvent
from tests.gold.slots.layout import DRESSES, lay_out
from tests.gold.slots.wording import THEMES

_ORDINALS: Final = ("première", "deuxième", "troisième", "quatrième", "cinquième")
_ROMAN: Final = ("I", "II", "III", "IV", "V")
_COUNTS: Final = {3: "trois", 4: "quatre", 5: "cinq"}
_PIECE: Final = re.compile(r"\[([^\[\]]*)\]")
_PLACE_SLOTS: Final = ("{P}", "{p0}", "{t}", "{h}")


def tell_modules(draft: Draft) -> None:
    """Three to five sessions of one cycle; hours and places are each one's own, or told once for all."""
    head, frame = draft.pick("module_heads"), draft.pick("modules")
    days = choose_days(draft, draft.chance.randrange(3, 6), months=3)
    titles = draft.chance.sample(list(draft.bank["module_titles"]), len(days))
    shares_hours = draft.choose("hours", ("own", "own", "shared")) == "shared"
    shares_place = draft.choose("places", ("own", "own", "shared")) == "shared"
    entries = make_entries(draft, titles, days, screens=False)
    entries = [
        replace(
            entry,
            start=draft.start if shares_hours else entry.start,
            end=draft.end if shares_hours else entry.end,
            spot=draft.spots[0] if shares_place else entry.spot,
        )
        for entry in entries
    ]
    draft.days = days
    theme = draft.chance.choice(THEMES)
    draft.title = draft.pick("cycle_titles").format(th=theme, k=_COUNTS[len(days)])
    lines = [_strip_shared(line, hours=shares_hours, place=shares_place) for line in frame]
    entered = _lay_modules(draft, entries, [f"## {head}", *filter(None, lines)])
    shared = [draft.say_hours("hours_of_all")] if shares_hours else []
    if shares_place:
        place = draft.choose("place", draft.spots[0].in_a_sentence())
        shared.append(draft.say("place_of_all", P=place, p0=draft.spots[0].as_address()))
    draft.lines += (
        [*shared, *entered] if draft.choose("shared", ("before", "after")) == "before" else [*entered, *shared]
    )
    draft.sittings += [entry.make_sitting() for entry in entries]
    draft.events.append(ToldEvent(draft.title, frozenset(days)))


def _strip_shared(line: str, *, hours: bool, place: bool) -> str:
    """A line without the pieces in brackets that only say again what is told for all sessions."""
    gone = ("{H}",) * hours + _PLACE_SLOTS * place
    kept = _PIECE.sub(lambda piece: "" if any(slot in piece[1] for slot in gone) else piece[1], line)
    return kept.strip(" |–·:,")


def _lay_modules(draft: Draft, entries: list[Entry], frame: list[str]) -> list[str]:
    """All sessions of a page, one like the other."""
    wordings = (draft.pick("range"), draft.pick("start"))
    way, way_of_days = draft.chance.randrange(7), draft.choose("days", ("full", "full", "full", "short", "figures"))
    dress, apart = draft.choose("dress", list(DRESSES)), draft.chance.random() < 0.6
    laid: list[str] = []
    for number, entry in enumerate(entries):
        slots = write_place(entry, way, "") | {"T": entry.title, "n": str(number + 1), "r": _ROMAN[number]}
        slots |= {"O": _ORDINALS[number].capitalize(), "c": draft.chance.choice(draft.bank["contents"])}
        slots |= {"D": write_entry_day(draft, entry.day, way_of_days), "s": draft.chance.choice(draft.bank["speakers"])}
        slots["H"] = write_hours(draft, entry, wordings)
        laid.append(lay_out(fill_lines(frame, slots), dress, number, apart=apart))
    return laid
