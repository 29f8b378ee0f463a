"""What stands beside a meeting: another house, days of something else, the hours of a desk."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from tests.gold.slots.drafts import Draft
from tests.gold.slots.wording import HOUSES, STREETS, TOWNS, Spot, write_day, write_hour

_OPENING, _CLOSING = (510, 540, 555), (990, 1020, 1050)
_LAST_HOURS: Final = (720, 1020, 1080)
_LEAVING: Final = (405, 435, 450)


@dataclass(frozen=True)
class Facts:
    """Facts beside a meeting: `words` fill the slots, `deadline` is the last day to sign up."""

    words: dict[str, str]
    deadline: dt.date


def choose_facts(draft: Draft, spot: Spot | None = None) -> Facts:
    """Facts of one page; the house is `spot`, or another than those of its meetings."""
    chance, first, last = draft.chance, draft.days[0], draft.days[-1]
    deadline = first - dt.timedelta(chance.randrange(5, 20))
    days = {
        "x": deadline,
        "x2": deadline + dt.timedelta(3),
        "b": first - dt.timedelta(chance.randrange(40, 100)),
        "z": last + dt.timedelta(chance.randrange(10, 60)),
        "z2": last + dt.timedelta(67),
    }
    words = {name: write_day(day, weekday=draft.weekday, year=draft.year) for name, day in days.items()}
    former = first - dt.timedelta(chance.randrange(300, 2500))
    words |= {"y": write_day(former, weekday=False, year=True), "yy": str(former.year)}
    hours = {"h1": _OPENING, "h2": _CLOSING, "hx": _LAST_HOURS, "k": _LEAVING}
    words |= {name: write_hour(chance.choice(choices), draft.hour_style) for name, choices in hours.items()}
    return Facts(words | _write_spot(spot or _choose_other(draft)), deadline)


def _choose_other(draft: Draft) -> Spot:
    """A place where no meeting of the page is held."""
    taken = {value for spot in draft.spots for value in (spot.town, spot.house, spot.street)}
    house, preposition = draft.chance.choice([pair for pair in HOUSES if pair[0] not in taken])
    street = draft.chance.choice([street for street in STREETS if street not in taken])
    return Spot(house, preposition, street, draft.chance.choice([town for town in TOWNS if town not in taken]))


def _write_spot(spot: Spot) -> dict[str, str]:
    return {
        "oa": f"{spot.street}, {TOWNS[spot.town]} {spot.town}",
        "oh": spot.at_house,
        "oH": spot.house[0].upper() + spot.house[1:],
        "os": spot.street,
        "oc": TOWNS[spot.town],
        "ot": spot.town,
    }
