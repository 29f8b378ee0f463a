"""What people correct: `corrections.csv`, one line for each correction (what, from, to, why, who, when).

| what | from | to |
|---|---|---|
| `<row id>.<column>` | the value that the machine read | the value to put in its place; empty for none |
| `merge` | an event or a cycle | the event or cycle that it is |
| `split` | an event | the telling (`node:30#0`, see `event_sources`) to be an event of its own |
| `split` | a cycle | the event to be taken out of it |
| `reject` | a telling, or a session | (empty) |

A line that does not fit the site any more changes nothing and is named: unknown identifier, other value than `from`, or
no longer needed. A line that says nothing sensible keeps the build from starting.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from warehouse.by_hand import read_by_hand
from warehouse.errors import WarehouseError
from warehouse.ids import short_digest
from warehouse.keys import columns_of
from warehouse.rows import Correction

COLUMNS: Final = ("what", "from", "to", "why", "who", "when")
VERBS: Final = ("merge", "split", "reject")
TABLES: Final = {
    "event-": "events",
    "session-": "sessions",
    "venue-": "venues",
    "cycle-": "cycles",
    "node:": "pages",
    "url:": "pages",
    "sha256:": "documents",
}
_DERIVED: Final = frozenset({"first_seen", "last_seen", "event_count", "session_count", "versions"})


@dataclass(frozen=True, slots=True)
class Line:
    """One correction. `verb` is merge, split, reject, or empty for a value of `row_id` and `column` in `table`."""

    what: str
    old: str
    new: str
    why: str
    who: str
    when: dt.date
    verb: str = ""
    table: str = ""
    row_id: str = ""
    column: str = ""

    @property
    def correction_id(self) -> str:
        """Give the identifier: it stays when lines move in the file."""
        return f"correction-{short_digest(self.what, self.old, self.new)}"


class Corrections:
    """The lines of one build, and what became of each: applied (None), or why it was not."""

    def __init__(self, lines: Sequence[Line] = ()) -> None:
        self.lines = tuple(lines)
        self._fates: dict[str, str | None] = {}
        self._seen: dict[str, tuple[dt.datetime | None, dt.datetime | None]] = {}

    @property
    def digest(self) -> str:
        """Identify the lines, for what was told with others must be told again."""
        return hashlib.sha256(repr(self.lines).encode()).hexdigest()

    def of(self, verb: str) -> Iterator[Line]:
        """Give the lines of one verb, in the order of the file."""
        return (line for line in self.lines if line.verb == verb)

    def settle(
        self, line: Line, problem: str | None, seen: tuple[dt.datetime | None, dt.datetime | None] = (None, None)
    ) -> None:
        """Note what became of a line (None: applied), and when what it corrects was seen."""
        self._fates[line.correction_id] = problem
        self._seen[line.correction_id] = seen

    def rows(self) -> list[Correction]:
        """Give the rows of the table, in the order of their identifiers."""
        found = [
            Correction(
                line.correction_id,
                line.what,
                line.old or None,
                line.new or None,
                line.why,
                line.who,
                line.when,
                self._fates.get(line.correction_id, "unknown") is None,
                self._fates.get(line.correction_id, "nothing of that name is known"),
                *self._seen.get(line.correction_id, (None, None)),
            )
            for line in self.lines
        ]
        return sorted(found)


def read_corrections(path: Path) -> Corrections:
    """Read the file; an absent one holds no corrections. Raises WarehouseError with one line that names the mistake."""
    lines = [_parse_line(values, where) for where, values in read_by_hand(path, COLUMNS)]
    seen: set[str] = set()
    for line in lines:
        if line.correction_id in seen:
            raise WarehouseError(f"{path} says twice: {line.what} from {line.old} to {line.new}.")
        seen.add(line.correction_id)
    return Corrections(lines)


def _parse_line(values: tuple[str, ...], where: str) -> Line:
    what, old, new, why, who, when = values
    if not (what and why and who):
        raise WarehouseError(f"{where}: what, why and who must not be empty.")
    try:
        day = dt.date.fromisoformat(when)
    except ValueError as error:
        raise WarehouseError(f"{where}: when must be a day like 2026-01-31, not {when or 'nothing'}.") from error
    if what in VERBS:
        if not old or (what != "reject" and not new):
            raise WarehouseError(f"{where}: {what} needs {'from' if what == 'reject' else 'from and to'}.")
        return Line(what, old, new, why, who, day, verb=what)
    return Line(what, old, new, why, who, day, "", *_parse_target(what, new, where))


def _parse_target(what: str, new: str, where: str) -> tuple[str, str, str]:
    row_id, dot, column = what.rpartition(".")
    table = next((table for prefix, table in TABLES.items() if row_id.startswith(prefix)), "")
    if not dot or not table:
        raise WarehouseError(f"{where}: what must be <row id>.<column>, {', '.join(VERBS)}; not {what}.")
    if column not in columns_of(table) or column in _DERIVED or column == columns_of(table)[0]:
        raise WarehouseError(f"{where}: {table} have no column {column} that can be corrected.")
    try:
        parse_value(table, column, new)
    except ValueError as error:
        raise WarehouseError(f"{where}: {new} is no value of {table}.{column}.") from error
    return table, row_id, column


_DAYS: Final = frozenset({"day", "first_day", "last_day", "registration_deadline", "announced_on", "published_on"})
_NUMBERS: Final = frozenset({"stated_sessions", "participants", "node_id", "page_count", "size", "last_status"})
_MOMENTS: Final = frozenset({"modified_at"})
_HOURS: Final = frozenset({"starts_at", "ends_at"})
_NEEDED: Final = frozenset(
    {"title", "event_type", "status", "precision", "mode", "kind", "state", "first_day", "last_day", "url", "key"}
)


def parse_value(table: str, column: str, text: str) -> object:
    """Give the value of a column from its text; empty is None. Raises ValueError."""
    if not text:
        if column in _NEEDED and (table, column) not in {("events", "first_day"), ("events", "last_day")}:
            raise ValueError(f"{column} must have a value")
        return None
    if column in _DAYS:
        return dt.date.fromisoformat(text)
    if column in _MOMENTS:
        return dt.datetime.fromisoformat(text)
    if column in _HOURS:
        if column == "ends_at" and text == "24:00":
            return text  # what ends at midnight
        return dt.time.fromisoformat(text).strftime("%H:%M")
    if column in _NUMBERS:
        return int(text)
    return float(text) if column == "certainty" else text
