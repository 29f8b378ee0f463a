"""A meeting told twice, one with a day of the past beside it, and a report that names the next one."""

from __future__ import annotations

import datetime as dt
import re

from tests.gold.slots.drafts import Draft
from tests.gold.slots.wording import fill, write_day, write_hour


def tell_twice(draft: Draft) -> None:
    """One meeting whose day stands in the lead and again further down."""
    spot = draft.spots[0]
    start, end = (write_hour(m, draft.hour_style) for m in (draft.start, draft.end))
    middle = write_hour((draft.start + draft.end) // 2 // 15 * 15, draft.hour_style)
    slots = draft.noun.agree() | {"D": draft.write_day(), "H": draft.say_hours("range"), "s": start, "e": end}
    slots |= {"m": middle, "p0": spot.as_address(), "P": draft.choose("place", spot.in_a_sentence())}
    for line in draft.pick("told_twice"):
        words = fill(line, slots).replace("à le ", "au ")
        draft.lines.append(words[0].upper() + words[1:])
    draft.add(0, spot, "in_person")


def tell_with_former(draft: Draft) -> None:
    """A meeting, and a former one in a sentence of its own, which may be read where it tells its place."""
    _tell_with(draft, "former", draft.chance.randrange(40, 420))


def tell_with_birth(draft: Draft) -> None:
    """A meeting, and the day on which a body or a law was born."""
    _tell_with(draft, "birth", draft.chance.randrange(200, 4000))


def _tell_with(draft: Draft, slot: str, days_before: int) -> None:
    spot, other = draft.spots[:2]
    past = draft.days[0] - dt.timedelta(days_before)
    place, elsewhere = (s.in_a_sentence()[draft.chance.randrange(7)] for s in (spot, other))
    meeting = draft.say("one_day", D=draft.write_day(), H=draft.say_hours("range"), P=place)
    told = write_day(past, weekday=draft.weekday and slot == "former", year=True)
    aside = draft.say(slot, B=told, Q=elsewhere, q=other.town)
    if re.search(r"\{[Qq]\}", draft.bank[slot][draft.used[slot]]) and slot == "former":
        draft.add_at(past, other, optional=True)
    lines = draft.choose("joined", ([meeting, aside], [aside, meeting], [f"{meeting} {aside}"], [f"{aside} {meeting}"]))
    draft.lines += lines
    draft.add(0, spot, "in_person")


def tell_next(draft: Draft) -> None:
    """A report and the day of the next meeting; under a title that announces, the former one may be read or not."""
    first, second = draft.spots[:2]
    draft.days[1] = draft.days[0] + dt.timedelta(draft.chance.choice((21, 28, 42)))
    draft.published = draft.days[0] + dt.timedelta(12)
    place = draft.choose("place", first.in_a_sentence())
    following = draft.choose("next place", second.in_a_sentence())
    hours = draft.say_hours("range")
    report = draft.say("report", D=draft.write_day(), P=place, P1=first.with_article)
    told = draft.say("next_after_report", D=draft.write_day(1), P=following, H=hours, t=second.town)
    draft.lines += draft.choose("joined", ([report, told], [f"{report} {told}"]))
    looks_back = draft.choose("title", (True, False))
    draft.title = f"Retour sur : {draft.title}" if looks_back else draft.title
    draft.add(0, first, "in_person", hours="none", optional=not looks_back)
    draft.add(1, second, "in_person")
