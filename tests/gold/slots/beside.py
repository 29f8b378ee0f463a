"""Meetings with something beside them that is none: who writes, a desk's hours, deadlines, days of something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from tests.gold.slots.drafts import Draft
from tests.gold.slots.facts import Facts, choose_facts
from tests.gold.slots.wording import as_clock, fill, write_hour

_BEFORE, _AFTER = "before", "after"
_SIDES: Final = {
    "sender_head": (_BEFORE,),
    "sender_foot": (_AFTER,),
    "desk_hours": (_AFTER,),
    "people": (_BEFORE, _AFTER, _AFTER),
    "transport": (_AFTER,),
    "deadline": (_BEFORE, _AFTER, _AFTER),
    "money": (_AFTER,),
    "publication": (_BEFORE, _AFTER),
    "laws_editions": (_BEFORE, _AFTER),
    "periods": (_BEFORE, _AFTER),
}
"""Where the phrases of a slot stand on a page."""
_BREAK: Final = re.compile(r"(?<! )\|(?! )")


def tell_beside(draft: Draft, slot: str, tell: Mapping[str, Callable[[Draft], None]]) -> None:
    """A meeting told in one of the ways of `tell`, and a phrase of `slot` beside it, half the time a second one."""
    tell[draft.choose("base", list(tell))](draft)
    facts = choose_facts(draft)
    others = [name for name in _SIDES if name != slot]
    for name in (slot, *draft.chance.sample(others, draft.chance.randrange(2))):
        _put(draft, name, facts)
    draft.is_whole = True


def _put(draft: Draft, slot: str, facts: Facts) -> None:
    words = _BREAK.sub("\n", draft.say(slot, **facts.words))
    side = draft.chance.choice(_SIDES[slot])
    if slot == "deadline":
        draft.deadline = facts.deadline
    if side == _AFTER and any(line.startswith("## ") for line in draft.lines):
        draft.lines.append("## Contact" if slot == "sender_foot" else "## À savoir")
    last = draft.lines[-1]
    if side == _BEFORE:
        draft.lines.insert(0, words)
    elif (
        last.endswith((".", "!", "?")) and "\n" not in words and not last.startswith("- ") and draft.chance.randrange(2)
    ):
        draft.lines[-1] = f"{last} {words}"
    else:
        draft.lines.append(words)


def tell_with_deadline(draft: Draft) -> None:
    """The last day to sign up in the sentence of the meeting."""
    _tell(draft, "deadline_within")
    draft.add(0, draft.spots[0], "in_person")


def tell_state(draft: Draft, slot: str, status: str) -> None:
    """A meeting that is called off (it has no hours) or full."""
    _tell(draft, slot)
    draft.add(0, draft.spots[0], "in_person", hours="none" if status == "cancelled" else "both", status=status)


def tell_postponed(draft: Draft) -> None:
    """A meeting that was put off, with the hours of the new day."""
    _tell(draft, "postponed")
    draft.add(0, draft.spots[0], "in_person", hours="none", optional=True, status="postponed")
    draft.add(1, draft.spots[0], "in_person")


def tell_moved_place(draft: Draft) -> None:
    """A meeting that was moved to another town."""
    _tell(draft, "moved_place")
    draft.add(0, draft.spots[0], "in_person")


def tell_moved_online(draft: Draft) -> None:
    """A meeting that was moved to a screen."""
    _tell(draft, "moved_online")
    draft.add(0, None, "online")


def tell_parts_of_day(draft: Draft) -> None:
    """A day with the hours of its parts: arrival, meal, end."""
    draft.start, draft.end = draft.chance.choice((540, 570, 585)), draft.chance.choice((960, 990, 1020))
    minutes = {"a": draft.start - 30, "l": 720, "l2": draft.chance.choice((810, 840)), "k": draft.end + 30}
    _tell(draft, "day_parts", **{name: write_hour(told, draft.hour_style) for name, told in minutes.items()})
    welcome = as_clock(minutes["a"])
    draft.add(0, draft.spots[0], "in_person", starts_also=(welcome,))


def tell_in_premises(draft: Draft) -> None:
    """A meeting in the house of who writes, whose address stands below."""
    _tell(draft, "in_premises")
    draft.add(0, draft.spots[0], "in_person")
    slots = draft.noun.agree() | choose_facts(draft, draft.spots[0]).words
    draft.lines += _BREAK.split(fill(draft.pick("premises_foot"), slots))


def tell_two_places(draft: Draft) -> None:
    """Two days, each in a town of its own."""
    way = draft.chance.randrange(7)
    slots: dict[str, str] = {"H": draft.say_hours("range")}
    for number, spot in enumerate(draft.spots[:2], 1):
        slots |= {f"D{number}": draft.write_day(number - 1), f"P{number}": spot.in_a_sentence()[way]}
        slots |= {f"t{number}": spot.town, f"h{number}": spot.house, f"ha{number}": spot.at_house}
        draft.add(number - 1, spot, "in_person")
    draft.lines += _BREAK.split(draft.say("two_places", **slots))


def _tell(draft: Draft, slot: str, **slots: str) -> None:
    """One phrase of a slot with the day, hours and place of the first meeting, and what may stand beside it."""
    spot, other = draft.spots[:2]
    way = draft.chance.randrange(7)
    facts = choose_facts(draft)
    if slot == "deadline_within":
        draft.deadline = facts.deadline
    slots = facts.words | slots | {"D": draft.write_day(), "D2": draft.write_day(1), "H": draft.say_hours("range")}
    slots |= {"P": spot.in_a_sentence()[way], "P2": other.in_a_sentence()[way], "t": spot.town, "t2": other.town}
    slots |= {"s": write_hour(draft.start, draft.hour_style), "e": write_hour(draft.end, draft.hour_style)}
    draft.lines += _BREAK.split(draft.say(slot, **slots))
    draft.is_whole = True


STATED: Final[Mapping[str, Callable[[Draft], None]]] = {
    "deadline within": tell_with_deadline,
    "cancelled": partial(tell_state, slot="cancelled", status="cancelled"),
    "full": partial(tell_state, slot="full", status="full"),
    "postponed": tell_postponed,
    "moved place": tell_moved_place,
    "moved online": tell_moved_online,
    "parts of a day": tell_parts_of_day,
    "in the premises": tell_in_premises,
    "two places": tell_two_places,
}
"""Kinds of page that need no other."""
STATED_SLOTS: Final = {kind: kind.replace(" ", "_") for kind in STATED} | {
    "parts of a day": "day_parts",
    "in the premises": "in_premises",
}
"""The phrases that they cannot do without."""


def list_beside(tell: Mapping[str, Callable[[Draft], None]]) -> dict[str, Callable[[Draft], None]]:
    """A kind of page for each slot of what stands beside a meeting that is told in one of the ways of `tell`."""
    return {f"beside {slot}": partial(tell_beside, slot=slot, tell=tell) for slot in _SIDES}
