"""The state of a session of several days, told by its first day: `La session du 14 mai est complète`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.events.parts import Parts
from extract.events.sittings import Sitting
from extract.records import DateReading, SessionStatus

_REACH: Final = 200
"""Characters before a day within which the session that begins on it is named."""
_NAMES_SESSION: Final = re.compile(
    r"(?<![^\W_])(?:sessions?|formations?|stages?|modules?|groupes?|parcours|s[ée]jours?|cycles?|promotions?)\s"
    r"(?:du|des|de)\s(?:\w+di\s)?$",
    re.IGNORECASE,
)
"""What leads to a day that names the whole run; `la journée du 14 mai` is that day alone."""


def give_states_of_runs(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings, those of a run of days with the state that is told of the session by its first day."""
    told: dict[int, SessionStatus] = {}
    for sitting in sittings if any(s.status != "announced" for s in sittings) else ():
        if sitting.status != "announced" and any(_names_session(parts, date) for date in sitting.mentions):
            runs = (date for date in sitting.mentions if date.first_day == sitting.first < date.last_day)
            told |= dict.fromkeys(map(id, runs), sitting.status)
    return [_with_state(sitting, told) for sitting in sittings] if told else sittings


def _names_session(parts: Parts, date: DateReading) -> bool:
    """Whether words lead to a single day that name the session which begins on it."""
    start = max(parts.sentence_of(date.where.start)[0], date.where.start - _REACH)
    single = date.first_day == date.last_day
    return single and _NAMES_SESSION.search(parts.document.text, start, date.where.start) is not None


def _with_state(sitting: Sitting, told: dict[int, SessionStatus]) -> Sitting:
    """A sitting that is only announced, with the state of the run that it is a day of."""
    state = next((told[id(date)] for date in sitting.mentions if id(date) in told), sitting.status)
    return replace(sitting, status=state) if sitting.status == "announced" else sitting
