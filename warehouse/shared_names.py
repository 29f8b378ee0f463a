"""What a whole archive shares: names of cycles, themes of numbered terms. A look that turns them bears on all of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from extract.knowledge import Knowledge
from warehouse.cycle_keys import is_telling_name, name_cycles, stands_apart, state_cycle_name
from warehouse.nearby import Nearby
from warehouse.notes import order_of
from warehouse.outline import Survey
from warehouse.reach import Reach, TooWideError
from warehouse.slim import Library
from warehouse.tellings import Telling
from warehouse.terms import Terms, find_known, numbered_themes
from warehouse.timeline import Key


class SharedNames:
    """Sees to it that a look leaves shared names as they are; raises `TooWideError` where it does not.

    `series` is the series of each key of a cycle, `joined` what each series became by the events that name it.
    """

    def __init__(self, nearby: Nearby, library: Library, knowledge: Knowledge) -> None:
        self._nearby = nearby
        self._library = library
        self._knowledge = knowledge
        self.series, self.joined = nearby.find_series()
        self._known = dict(self.series)

    def find_terms(self, urls: Collection[str], first: Mapping[Key, dt.datetime]) -> Terms:
        """Give the theme of each numbered term: it must be the same as before.

        `urls` are the addresses of what changed, `first` the captures there with when each was first seen.
        """
        before = {row[0]: row[1:] for row in self._nearby.find_terms(())}
        now = {row[0]: row[1:] for row in self._nearby.find_terms(urls)}
        for key, seen_at in first.items():
            for place, found in enumerate(numbered_themes(self._library[key])):
                number = int(found.site_term or 0)
                said = (found.theme_id, seen_at.astimezone(dt.UTC).replace(tzinfo=None), *key, place)
                if found.theme_id != f"term:{number}":
                    now[number] = min(now.get(number, said), said, key=lambda row: row[1:])
        known = find_known(self._knowledge)
        themes = [{**{number: row[0] for number, row in sorted(rows.items())}, **known} for rows in (before, now)]
        if themes[0] != themes[1]:
            raise TooWideError("a numbered term has another theme")
        return Terms(themes[1], {})

    def check_cycles(self, part: Reach, survey: Survey) -> None:
        """See to it that the names of cycles that were there are there, and lead to the same cycles as before.

        New ones join `series` where no known one is near; titles that hold one are taken into the part.
        """
        nearby, touched = self._nearby, part.sources_at(survey)
        changed = [telling for telling in survey.tellings if telling.source_id in touched]
        new = self._admit(part, changed)
        names, _ = name_cycles(changed, self.series)
        stated = {t.name: statement[0] for t in changed if (statement := state_cycle_name(t))}
        series = {name: found.series for name, found in names.items()}
        for column, values, told in (("stated", stated, self.series), ("series", series, self.joined)):
            before, now = nearby.find_firsts(column, ()), nearby.find_firsts(column, part.touched)
            for telling in changed:
                if telling.name in values and values[telling.name] not in new:
                    value, said = values[telling.name], (order_of(telling), telling.name)
                    now[value] = min(now.get(value, said), said)
            if before.keys() != now.keys():
                raise TooWideError("the names of cycles are others")
            if column == "stated" and nearby.has_cycle_doubts():
                firsts = {name for _, name in before.values()}
                if before != now or nearby.tells_any(part.touched, firsts):
                    raise TooWideError("the names of cycles are in doubt")
            in_order = sorted(before, key=lambda key: before[key]) == sorted(now, key=lambda key: now[key])
            if not in_order and any(name != value for name, value in told.items()):
                raise TooWideError("the names of cycles come in another order")

    def _admit(self, part: Reach, changed: Sequence[Telling]) -> set[str]:
        """Take up the names of cycles that nobody stated before; give them."""
        stated = {statement[0] for telling in changed if (statement := state_cycle_name(telling))}
        new = stated - self._known.keys()
        for key in sorted(new):
            if not stands_apart(key, (self._known.keys() | new) - {key}):
                raise TooWideError("a new name of a cycle is near to another one")
        self.series = self._known | {key: key for key in new}
        found = self._nearby.of_phrases([key for key in sorted(new) if is_telling_name(key)])
        part.forced |= found
        part.components |= found
        return new
