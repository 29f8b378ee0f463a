"""Several sittings told in running sentences: each with its hours, by ordinals, by groups, in two towns, counted."""

from __future__ import annotations

import datetime as dt
from typing import Final

from extract.dates.lexicon import WEEKDAYS
from tests.gold.slots.drafts import Draft, Sitting
from tests.gold.slots.wording import Spot, as_clock, fill, write_day, write_days, write_hour

_SUNDAY: Final = 6
_MORNINGS: Final = ((540, 660), (555, 720), (570, 690), (585, 735))
_AFTERNOONS: Final = ((810, 960), (840, 1020), (855, 975), (870, 990))
_EVENINGS: Final = ((1050, 1140), (1080, 1200), (1110, 1230))


def _say(draft: Draft, phrase: str, slots: dict[str, str]) -> str:
    """A phrase filled, with a capital at its head; articles melt with the preposition before them."""
    words = fill(phrase, draft.noun.agree() | slots).replace("à le ", "au ")
    return words[0].upper() + words[1:]


def _day(draft: Draft, day: dt.date) -> str:
    return write_day(day, weekday=draft.weekday, year=draft.year)


def _days(draft: Draft, days: list[dt.date]) -> str:
    return write_days(days, weekday=draft.weekday, year=draft.year)


def _place(draft: Draft, number: int, way: int) -> dict[str, str]:
    """The slots of one place: in a sentence, its town and its house."""
    spot = draft.spots[number]
    return dict(zip((f"P{number + 1}", f"t{number + 1}", f"h{number + 1}"), _told(spot, way), strict=True))


def _told(spot: Spot, way: int) -> tuple[str, str, str]:
    return spot.in_a_sentence()[way], spot.town, spot.house


def _places(draft: Draft) -> dict[str, str]:
    """The slots of all three places, told in one way."""
    way = draft.chance.randrange(7)
    return {name: words for number in range(3) for name, words in _place(draft, number, way).items()}


def _hours(draft: Draft, hours: tuple[int, int], wording: str) -> str:
    start, end = (write_hour(minutes, draft.hour_style) for minutes in hours)
    return wording.format(s=start, e=end)


def _unlike_hours(draft: Draft) -> list[tuple[int, int]]:
    """Three pairs of hours: in the morning, the afternoon and the evening."""
    return [draft.chance.choice(choices) for choices in (_MORNINGS, _AFTERNOONS, _EVENINGS)]


def _add(draft: Draft, day: dt.date, hours: tuple[int, int] | None, spot: Spot) -> None:
    starts, ends = map(as_clock, hours) if hours else (None, None)
    draft.sittings.append(Sitting(day, starts, ends, spot.town, "in_person"))


def _add_hours_of_all(draft: Draft) -> tuple[int, int] | None:
    """In one case of two a sentence with the hours of all sittings, as the page's next line."""
    if not draft.choose("hours of several", (True, False)):
        return None
    draft.lines.append(draft.say_hours("hours_of_all"))
    return draft.start, draft.end


def tell_own_hours(draft: Draft) -> None:
    """Three sittings in running text, each with its own hours and place."""
    wording, hours = draft.pick("range"), _unlike_hours(draft)
    draft.chance.shuffle(hours)
    slots = _places(draft) | {f"D{n + 1}": _day(draft, day) for n, day in enumerate(draft.days)}
    slots |= {f"H{n + 1}": _hours(draft, own, wording) for n, own in enumerate(hours)}
    draft.lines.append(_say(draft, draft.pick("series_own_hours"), slots))
    for day, own, spot in zip(draft.days, hours, draft.spots, strict=True):
        _add(draft, day, own, spot)


def tell_by_ordinal(draft: Draft) -> None:
    """Three days in one list, their places by what number each sitting has."""
    order, phrase = draft.pick("by_ordinal")
    slots = _places(draft) | {"L": _days(draft, draft.days)}
    draft.lines.append(_say(draft, phrase, slots))
    hours = _add_hours_of_all(draft)
    for day, number in zip(draft.days, order, strict=True):
        _add(draft, day, hours, draft.spots[int(number) - 1])


def tell_groups(draft: Draft) -> None:
    """Two groups with two days each."""
    wording = draft.pick("range")
    apart = draft.choose("days of a group", (1, 7))
    first, second = draft.days[0], draft.days[1] + dt.timedelta(7)
    first, second = (day - dt.timedelta(2) if day.weekday() > 3 else day for day in (first, second))
    days = [[day, day + dt.timedelta(apart)] for day in (first, second)]
    draft.days = [*days[0], *days[1]]
    phrase = draft.pick("groups")
    own = [draft.chance.choice(choices) for choices in (_MORNINGS, _AFTERNOONS)]
    slots = _places(draft) | {f"L{name}": _days(draft, told) for name, told in zip("AB", days, strict=True)}
    slots |= {f"H{name}": _hours(draft, told, wording) for name, told in zip("AB", own, strict=True)}
    draft.lines.append(_say(draft, phrase, slots))
    of_all = None if "{HA}" in phrase else _add_hours_of_all(draft)
    for told, hours, spot in zip(days, own, draft.spots, strict=False):
        for day in told:
            _add(draft, day, hours if "{HA}" in phrase else of_all, spot)


def tell_same_day(draft: Draft) -> None:
    """One day in two towns, in the morning and in the afternoon."""
    wording, phrase = draft.pick("range"), draft.pick("same_day_towns")
    own = _unlike_hours(draft)[:2]
    slots = _places(draft) | {"D": draft.write_day()}
    slots |= {f"H{n + 1}": _hours(draft, hours, wording) for n, hours in enumerate(own)}
    draft.lines.append(_say(draft, phrase, slots))
    for hours, spot in zip(own, draft.spots, strict=False):
        _add(draft, draft.days[0], hours if "{H1}" in phrase else None, spot)


def tell_counted(draft: Draft) -> None:
    """A day and another one that is counted from it: `le lendemain`, `huit jours plus tard`."""
    wording = draft.pick("range")
    shift, phrase = draft.pick("days_counted")
    day = draft.days[0]
    days = draft.chance.choice((2, 3, 5)) if shift == "w" else int(shift)
    while _SUNDAY in (day.weekday(), (day + dt.timedelta(days)).weekday()):
        day += dt.timedelta(1)
    second = day + dt.timedelta(days)
    draft.days = [day, second]
    own = _unlike_hours(draft)[:2]
    slots = _places(draft) | {"D": _day(draft, day), "W": WEEKDAYS[second.weekday()]}
    slots |= {f"H{n + 1}": _hours(draft, hours, wording) for n, hours in enumerate(own)}
    draft.lines.append(_say(draft, phrase, slots))
    hours = [own[0] if "{H1}" in phrase else None, own[1] if "{H2}" in phrase else None]
    hours[1] = hours[0] if "même h" in phrase or "mêmes h" in phrase else hours[1]
    for told, which, spot in zip(draft.days, hours, draft.spots, strict=False):
        _add(draft, told, which, spot)


def tell_range(draft: Draft) -> None:
    """Days on end: a range, two days with their hours, halves of days, or from an hour of one to one of another."""
    way, phrase = draft.pick("range_of_days")
    draft.hour_style %= 3  # `18 octobre - 09:00 au 19 octobre - 17:00` is how sites write the hours of each day
    wording, spot = draft.pick("range"), draft.spots[0]
    first = draft.days[0] - dt.timedelta(max(0, draft.days[0].weekday() - 3))
    days = [first + dt.timedelta(n) for n in range(3 if way == "R" else 2)]
    draft.days = days
    own = _unlike_hours(draft)[:2][:: draft.chance.choice((1, -1))]
    shared = (draft.start, draft.end)
    slots = {"R": _write_range(draft), "P": draft.choose("place", spot.in_a_sentence()), "p0": spot.as_address()}
    slots |= {"H": _hours(draft, shared, wording), "LL": _days(draft, days)}
    for number, day in enumerate(days[:2]):
        slots |= {f"D{number + 1}": _day(draft, day), f"w{number + 1}": WEEKDAYS[day.weekday()]}
        slots[f"H{number + 1}"] = _hours(draft, own[number], wording)
    slots |= dict(zip("se", (write_hour(m, draft.hour_style) for m in shared), strict=True))
    draft.lines.append(_say(draft, phrase, slots))
    for number, day in enumerate(days):
        hours = own[number] if way == "U" else shared if "{H}" in phrase else None
        _add(draft, day, hours, spot)
    if way == "E":
        ends = [(as_clock(draft.start), None), (None, as_clock(draft.end))]
        draft.sittings = [Sitting(d, s, e, spot.town, "in_person") for d, (s, e) in zip(days, ends, strict=True)]


def _write_range(draft: Draft) -> str:
    """Three days on end in one of the ways to write them."""
    first, last = draft.days[0], draft.days[-1]
    end = _day(draft, last)
    way = draft.choose("range", ("short", "long", "list", "inclusive"))
    if way == "list":
        return f"les {_days(draft, draft.days)}"
    if way == "long" or first.month != last.month:
        start = write_day(first, weekday=draft.weekday, year=False)
    else:
        start = " ".join(([WEEKDAYS[first.weekday()]] if draft.weekday else []) + [_number(first)])
    return f"du {start} au {end}" + (" inclus" if way == "inclusive" else "")


def _number(day: dt.date) -> str:
    return "1er" if day.day == 1 else str(day.day)
