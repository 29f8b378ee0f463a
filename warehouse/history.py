"""History: every state of every row, from the look that first showed it to the look that showed it no more.

One mechanism for all tables: the archive is replayed look by look, and the rows of one look are set against those of
the next. What stands in both goes on; what is gone is closed; what is new is opened. The tables of today are the last
state, so a row of today is an open row of history.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import compress
from typing import Any

from warehouse.keys import HISTORIC, MOVING, columns_of
from warehouse.rows import Rows

Row = Any
Facts = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What one look changed in one table: rows that are new as they stand, and rows that stand so no more."""

    opened: list[Row]
    closed: list[Row]


@dataclass(slots=True)
class TableHistory:
    """The rows of one table over time. `standing` maps what a row says to the row and the moment it stands from."""

    table: str
    standing: dict[Facts, tuple[Row, dt.datetime]] = field(default_factory=dict)
    ended: list[tuple[Row, dt.datetime, dt.datetime]] = field(default_factory=list)

    def advance(self, rows: Sequence[Row], moment: dt.datetime) -> Step:
        """Take in the state that the look of this moment (UTC, without zone) shows."""
        now = dict(_number(self.table, rows))
        step = Step([], [])
        for facts in [facts for facts in self.standing if facts not in now]:
            row, since = self.standing.pop(facts)
            step.closed.append(row)
            self.ended.append((row, since, moment))
        for facts, row in now.items():
            before = self.standing.get(facts)
            if before is None:
                step.opened.append(row)
            self.standing[facts] = (row, before[1] if before else moment)
        return step

    def rows(self) -> Iterator[tuple[object, ...]]:
        """Give all states with `stood_from` and `stood_until` (None: it still stands), former ones first."""
        for row, since, until in self.ended:
            yield (*row, since, until)
        for row, since in self.standing.values():
            yield (*row, since, None)

    def restore(self, states: Iterable[tuple[Row, dt.datetime, dt.datetime | None]]) -> None:
        """Take states (row, from, until) in place of what is here."""
        self.ended, standing = [], []
        for row, since, until in states:
            if until is None:
                standing.append((row, since))
            else:
                self.ended.append((row, since, until))
        numbered = _number(self.table, (row for row, _ in standing))
        self.standing = {facts: (row, since) for (facts, row), (_, since) in zip(numbered, standing, strict=True)}

    def rewind(self, moment: dt.datetime) -> None:
        """Forget the look of this moment and all after it.

        What stands again keeps the moment of last sight that it ended with, until the next state is taken in.
        """
        states = [*self.ended, *((row, since, None) for row, since in self.standing.values())]
        self.restore(
            (row, since, None if until is None or until >= moment else until)
            for row, since, until in states
            if since < moment
        )


class History:
    """The history of all public tables."""

    def __init__(self) -> None:
        self.tables = {table: TableHistory(table) for table in HISTORIC}

    def advance(self, rows: Rows, moment: dt.datetime) -> dict[str, Step]:
        """Take in the state of a look; give what it changed, table by table."""
        return {table: history.advance(getattr(rows, table), moment) for table, history in self.tables.items()}

    def rewind(self, moment: dt.datetime) -> None:
        """Go back to the state before the look of this moment."""
        for history in self.tables.values():
            history.rewind(moment)


def _number(table: str, rows: Iterable[Row]) -> Iterator[tuple[Facts, Row]]:
    """Give each row with what it says; equal ones are numbered."""
    selector = _selector(table)
    counts: dict[Facts, int] = {}
    for row in rows:
        facts = tuple(compress(row, selector))
        number = counts[facts] = counts.get(facts, 0) + 1
        yield ((*facts, number) if number > 1 else facts), row


@cache
def _selector(table: str) -> tuple[bool, ...]:
    return tuple(column not in MOVING for column in columns_of(table))
