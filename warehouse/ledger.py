# ruff: noqa: S608 - all statements are made of our own names
"""The ledger: the warehouse file while it is made. It takes in one look after the other, and of each only what differs.

A look is set against the one before by the seals of its parts (`parts.py`). The rows of parts with another seal are
made anew and set against those that stand: what is in both goes on, what is gone is closed, what is new is opened. All
of that happens in the database, which spills to disk: at no time are all rows held here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Final

import duckdb

from extract.knowledge import Knowledge
from warehouse.changes import build_changes
from warehouse.correct import name_corrected, settle_unknown
from warehouse.delta import Step, open_first, take_in
from warehouse.load import append
from warehouse.make_rows import Made, make_rows
from warehouse.moments import find_moved, move_parts, move_shared
from warehouse.nearby import Nearby
from warehouse.notebook import keep_notes, read_terms, read_themes
from warehouse.open_rows import number_open, open_of_doubts, open_of_losses
from warehouse.outline import Former, Outline
from warehouse.parts import UNREAD, Part, seal_parts
from warehouse.reference_rows import Spans, build_territories, build_themes
from warehouse.rows import OpenRow
from warehouse.seen import Seen
from warehouse.shared_rows import VenueClaim, build_shared
from warehouse.sightings import Sighting
from warehouse.timeline import build_captures, is_content

_ARCHIVE: Final = Part("archive", "")
"""The part that has what belongs to no single one: what could not be read."""

_CYCLES: Final = Part("cycles", "")
"""The part that has the doubts about names of cycles."""

_EVENT: Final = "event_id IN (SELECT name FROM dirty WHERE kind = 'event')"
_PAGE: Final = "page_id IN (SELECT name FROM dirty WHERE kind = 'page')"
_DOCUMENT: Final = "document_id IN (SELECT name FROM dirty WHERE kind = 'document')"

_PART_OF: Final = {"events": "event", "pages": "page", "documents": "document"}

_ENTRIES: Final = {
    "venue_claims": _EVENT,
    "statements": _EVENT,
    "open_entries": "(kind, name) IN (SELECT (kind, name) FROM dirty) OR kind = 'archive'",
    "shown": "(kind, name) IN (SELECT (kind, name) FROM dirty)",
}
"""What parts say of what they share with others, and which of it is that of the parts that are made anew."""

DIRTY: Final = {
    **dict.fromkeys(
        ("events", "sessions", "event_territories", "event_themes", "event_sources", "event_links"), _EVENT
    ),
    **dict.fromkeys(("pages", "page_versions", "page_documents"), _PAGE),
    "documents": _DOCUMENT,
    "captures": f"""{_PAGE} OR {_DOCUMENT} OR (page_id IS NULL AND document_id IS NULL
        AND EXISTS (SELECT 1 FROM dirty WHERE kind = 'unread'))""",
    "venues": "venue_id IN (SELECT row_id FROM touched WHERE table_name = 'venues')",
    "cycles": "cycle_id IN (SELECT row_id FROM touched WHERE table_name = 'cycles')",
    "territories": "true",
    "themes": "true",
    "open_readings": "left(open_id, 15) IN (SELECT row_id FROM touched WHERE table_name = 'open_readings')",
    "evidence": """(table_name, row_id) IN (SELECT (table_name, row_id) FROM touched)
        OR (table_name = 'documents' AND (capture_digest, url) IN (SELECT (capture_digest, url) FROM touched_captures))
        OR (table_name = 'documents' AND url = 'corrections.csv'
            AND row_id IN (SELECT name FROM dirty WHERE kind = 'document'))""",
}
"""Which rows of each table are those of the parts that are made anew, in the order in which the tables are taken in."""

# What else those parts have: the evidence of all their rows, by table and identifier; venues and cycles that they name.
_TOUCHED: Final = f"""
CREATE TEMP TABLE touched AS
SELECT 'events' AS table_name, name AS row_id FROM dirty WHERE kind = 'event'
UNION ALL SELECT 'pages', name FROM dirty WHERE kind = 'page'
UNION ALL SELECT 'sessions', session_id FROM sessions WHERE {_EVENT}
UNION ALL SELECT 'event_territories', concat_ws('/', event_id, territory_id, role) FROM event_territories WHERE {_EVENT}
UNION ALL SELECT 'event_themes', concat_ws('/', event_id, theme_id) FROM event_themes WHERE {_EVENT}
UNION ALL SELECT 'page_documents', concat_ws('/', page_id, url) FROM page_documents WHERE {_PAGE}
UNION ALL SELECT DISTINCT 'venues', venue_id FROM venue_claims WHERE {_EVENT}
UNION ALL SELECT DISTINCT table_name, row_id FROM statements WHERE {_EVENT}
UNION ALL SELECT DISTINCT 'open_readings', open_id FROM open_entries
    WHERE (kind, name) IN (SELECT (kind, name) FROM dirty) OR kind = 'archive';
CREATE TEMP TABLE touched_captures AS SELECT capture_digest, url FROM captures WHERE {_PAGE}
"""


def _open_between(outline: Outline) -> Iterator[tuple[Part, OpenRow]]:
    """Give what is open between several parts: doubts of a telling under its name, and what the archive has."""
    for doubt in outline.doubts:
        yield from ((Part("doubt", doubt.telling.name), row) for row in open_of_doubts([doubt]))
    yield from ((_CYCLES, row) for row in open_of_doubts(outline.cycle_doubts))
    yield from ((_ARCHIVE, row) for row in open_of_losses(outline.timeline, outline.library, outline.losses))


def _name_former(former: Former) -> Iterator[Part]:
    yield from (Part("event", name) for name in sorted(former.events))
    yield from (Part(kind, name) for kind in ("page", "document") for name in sorted(former.sources))
    yield Part("unread", UNREAD)


class Ledger:
    """A warehouse file that looks are told to, one after the other. Nothing else may write to it meanwhile."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, knowledge: Knowledge) -> None:
        self._connection = connection
        self._knowledge = knowledge
        ((told,),) = connection.execute("SELECT count(*) FROM territories_history").fetchall()
        self._first = told == 0

    @property
    def nearby(self) -> Nearby | None:
        """Give what is known of the look before; None before the first one."""
        return None if self._first else Nearby(self._connection)

    def tell(
        self, outline: Outline, moment: dt.datetime, *, changes: bool, fresh: Iterable[Sighting] | None = None
    ) -> bool:
        """Take in the state that the look of this moment (UTC, without zone) shows, and tell its changes if asked to.

        `outline` may be of what the look bears on (`scope.py`); then `fresh` are all sightings since the look before.
        Tells whether any row is another one than before.
        """
        settle_unknown(outline.people)
        wanted = self._find_dirty(outline)
        self._prepare(outline, fresh)
        for made in make_rows(outline, wanted):
            self._stage(made)
        self._stage_opens(_open_between(outline))
        self._replace_entries(outline)
        steps = {}
        for table in DIRTY:
            if table == "venues" and not self._first:
                move_parts(self._connection)  # what follows is worked out from these
            self._finish(table, outline)
            steps[table] = self._take_in(table, moment)
        if not self._first:
            move_shared(self._connection)
        if changes:
            append(self._connection, "changes", build_changes(steps, moment))
        self._end(outline)
        return any(step.opened or step.closed for step in steps.values())

    def _find_dirty(self, outline: Outline) -> list[Part]:
        """Lay out which parts are new, other than before, gone, or named by people; give those that are to be made."""
        sealed = dict(seal_parts(outline))
        self._run("CREATE TEMP TABLE new_parts AS FROM parts LIMIT 0")
        append(self._connection, "new_parts", [(*part, seal) for part, seal in sealed.items()])
        self._run("CREATE TEMP TABLE former_parts (kind VARCHAR, name VARCHAR)")
        if outline.rest is None:
            self._run("INSERT INTO former_parts SELECT kind, name FROM parts")
        else:
            append(self._connection, "former_parts", list(_name_former(outline.rest.former)))
        self._run("""CREATE TEMP TABLE dirty AS
            SELECT kind, name FROM new_parts ANTI JOIN parts USING (kind, name, seal)
            UNION SELECT kind, name FROM parts SEMI JOIN former_parts USING (kind, name)
                ANTI JOIN new_parts USING (kind, name)""")
        corrected = [(_PART_OF[table], name) for table, name in name_corrected(outline.people) if table in _PART_OF]
        dirty = {Part(*row) for row in self._ask("SELECT kind, name FROM dirty")}
        named = sorted({Part(*row) for row in corrected} - dirty)
        append(self._connection, "dirty", named)
        dirty.update(named)
        return [part for part in sealed if part in dirty]

    def _prepare(self, outline: Outline, fresh: Iterable[Sighting] | None) -> None:
        """Make the tables that new rows wait in. The first look needs none: its rows go where they belong."""
        if self._first:
            return
        captures = outline.timeline.all_captures() if fresh is None else build_captures(filter(is_content, fresh))
        find_moved(self._connection, [(c.url, c.digest, Seen.of([c]).columns[1]) for c in captures])
        self._drop_doubts(outline)
        for statement in _TOUCHED.split(";"):
            self._run(statement)
        for table in (*DIRTY, *_ENTRIES):
            self._run(f"CREATE TEMP TABLE new_{table} AS FROM {table} LIMIT 0")
        append(self._connection, "touched", [("cycles", one.cycle_id) for one in outline.series])
        events = "IN (SELECT name FROM former_parts WHERE kind = 'event')"
        self._run(f"""INSERT INTO touched SELECT DISTINCT 'cycles', cycle_id FROM events
            WHERE cycle_id IS NOT NULL AND event_id {events}""")

    def _drop_doubts(self, outline: Outline) -> None:
        """Let the doubts between tellings go that are told again."""
        if outline.rest is None:
            self._run(
                "INSERT INTO dirty SELECT DISTINCT kind, name FROM open_entries WHERE kind IN ('doubt', 'cycles')"
            )
        else:
            append(self._connection, "dirty", [("doubt", name) for name in sorted(outline.rest.former.tellings)])

    def _target(self, table: str) -> str:
        return table if self._first else f"new_{table}"

    def _stage(self, made: Made) -> None:
        for table in DIRTY:
            append(self._connection, self._target(table), getattr(made.rows, table))
        append(self._connection, self._target("venue_claims"), made.claims)
        append(self._connection, self._target("statements"), made.statements)
        append(self._connection, self._target("shown"), made.shown)
        self._stage_opens(made.opens)

    def _stage_opens(self, opens: Iterable[tuple[Part, OpenRow]]) -> None:
        append(self._connection, self._target("open_entries"), [(*part, *row) for part, row in opens])

    def _replace_entries(self, outline: Outline) -> None:
        """Put what parts say of shared rows in its place, and note which shared rows are to be made anew."""
        keep_notes(self._connection, outline, self._knowledge)
        if self._first:
            return
        corrected = [row for row in name_corrected(outline.people) if row[0] in ("venues", "cycles")]
        append(self._connection, "touched", sorted(corrected))
        self._run("""INSERT INTO touched
            SELECT DISTINCT 'venues', venue_id FROM new_venue_claims
            UNION ALL SELECT DISTINCT table_name, row_id FROM new_statements
            UNION ALL SELECT DISTINCT 'open_readings', open_id FROM new_open_entries""")
        for table, where in _ENTRIES.items():
            self._run(f"DELETE FROM {table} WHERE {where}")
            self._run(f"INSERT INTO {table} FROM new_{table}")

    def _finish(self, table: str, outline: Outline) -> None:
        """Make the rows that follow from those of many parts, once the tables that they follow from are taken in."""
        rows: list[tuple[object, ...]] = []
        if table == "venues":
            self._share(outline)
        elif table == "territories":
            rows += build_territories(self._knowledge, self._spans("territory_id", "event_territories"))
        elif table == "themes":
            spans, terms = self._spans("theme_id", "event_themes"), read_terms(self._connection, outline.terms)
            rows += build_themes(self._knowledge, read_themes(self._connection), spans, terms)
        elif table == "open_readings":
            entries = self._ask(f"SELECT * EXCLUDE (kind, name) FROM open_entries {self._only('open_id', table)}")
            rows += number_open(OpenRow._make(row) for row in entries)
        append(self._connection, self._target(table), rows)

    def _share(self, outline: Outline) -> None:
        """Make the rows of venues and cycles, and the evidence that events give of them."""
        claims = self._ask(f"""SELECT '', * EXCLUDE (event_id, claims, first_seen, last_seen), sum(claims),
            min(first_seen), max(last_seen) FROM venue_claims {self._only("venue_id", "venues")} GROUP BY ALL""")
        days = self._ask("SELECT cycle_id, min(first_day), max(last_day) FROM events WHERE cycle_id <> '' GROUP BY ALL")
        shared = build_shared(outline, map(VenueClaim._make, claims), {row[0]: row[1:] for row in days})
        append(self._connection, self._target("venues"), shared.venues)
        append(self._connection, self._target("cycles"), shared.cycles)
        self._run("CREATE TEMP TABLE chosen (table_name VARCHAR, row_id VARCHAR, field VARCHAR, value VARCHAR)")
        append(self._connection, "chosen", [(*key, value) for key, value in shared.values.items()])
        touched = "" if self._first else "SEMI JOIN touched USING (table_name, row_id)"
        key = "table_name, row_id, field, capture_digest, url, place"
        self._run(f"""INSERT INTO {self._target("evidence")}
            SELECT DISTINCT ON ({key}) * EXCLUDE (event_id, value)
            FROM (FROM statements {touched}) SEMI JOIN chosen USING (table_name, row_id, field, value)
            ORDER BY {key}, event_id, words, rule, certainty""")
        self._run("DROP TABLE chosen")
        append(self._connection, self._target("evidence"), shared.evidence)

    def _only(self, column: str, table: str) -> str:
        """Give the condition that leaves all shared rows of a table out but those to be made anew."""
        return "" if self._first else f"WHERE {column} IN (SELECT row_id FROM touched WHERE table_name = '{table}')"

    def _spans(self, column: str, table: str) -> Spans:
        rows = self._ask(f"SELECT {column}, min(first_seen), max(last_seen) FROM {table} GROUP BY ALL")
        return {row[0]: (row[1], row[2]) for row in rows}

    def _take_in(self, table: str, moment: dt.datetime) -> Step:
        if not self._first:
            return take_in(self._connection, table, DIRTY[table], moment)
        open_first(self._connection, table, moment)
        return Step([], [])

    def _end(self, outline: Outline) -> None:
        """Keep the seals and the fates of the corrections; drop what waited."""
        self._run("DELETE FROM corrections")
        append(self._connection, "corrections", outline.people.rows())
        self._run("DELETE FROM parts WHERE (kind, name) IN (SELECT (kind, name) FROM dirty)")
        self._run("INSERT INTO parts SELECT * FROM new_parts SEMI JOIN dirty USING (kind, name)")
        temporary = ["dirty", "new_parts", "former_parts"]
        temporary += [] if self._first else ["touched", "touched_captures", *(f"new_{table}" for table in _ENTRIES)]
        for table in temporary:
            self._run(f"DROP TABLE {table}")
        self._first = False

    def _run(self, statement: str) -> None:
        if statement.strip():
            self._connection.execute(statement)

    def _ask(self, question: str) -> list[tuple[Any, ...]]:
        return self._connection.execute(question).fetchall()
