"""Gates: what a new file must pass before anybody sees it. Rules are data; each gives one number and has one bound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import duckdb

from warehouse.thresholds import EARLIEST_DAY, HALVED, LATEST_AHEAD

_KEYS: Final = {
    "cycles": "cycle_id",
    "events": "event_id",
    "sessions": "session_id",
    "venues": "venue_id",
    "territories": "territory_id",
    "themes": "theme_id",
    "pages": "page_id",
    "documents": "document_id",
    "open_readings": "open_id",
    "event_territories": "event_id, territory_id, role",
    "event_themes": "event_id, theme_id",
    "page_versions": "page_id, version",
    "captures": "capture_digest, url",
}

_REFERENCES: Final = (
    ("events", "cycle_id", "cycles"),
    ("sessions", "event_id", "events"),
    ("sessions", "venue_id", "venues"),
    ("event_territories", "event_id", "events"),
    ("event_territories", "territory_id", "territories"),
    ("event_themes", "event_id", "events"),
    ("event_themes", "theme_id", "themes"),
    ("event_sources", "event_id", "events"),
    ("event_sources", "page_id", "pages"),
    ("event_sources", "document_id", "documents"),
    ("page_documents", "page_id", "pages"),
    ("page_versions", "page_id", "pages"),
)

_STATED: Final = {
    "events": "title event_type stated_sessions participants audience organiser registration_url registration_deadline",
    "sessions": "starts_at ends_at venue_id year_from",
    "venues": "name street postcode city",
    "cycles": "title",
    "pages": "title published_on modified_at",
}


@dataclass(frozen=True, slots=True)
class Gate:
    """A rule: `value` is one SQL number; it must be at most the bound, or at least when `at_least` is set.

    `refuse` keeps the file from being published; `degrade` publishes it and says so.
    """

    rule: str
    meaning: str
    value: str
    bound: float = 0.0
    severity: Literal["refuse", "degrade"] = "refuse"
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class GateResult:
    """What a gate found."""

    rule: str
    meaning: str
    severity: Literal["refuse", "degrade"]
    bound: float
    value: float
    passed: bool


def all_gates(published_events: int | None) -> Iterator[Gate]:
    """Give all rules; `published_events` is the number of events of the last release, None for the first one."""
    yield Gate("unique_keys", "no key stands twice in its table", " + ".join(_doubled(*item) for item in _KEYS.items()))
    yield Gate("whole_references", "every reference has its row", " + ".join(_dangling(*item) for item in _REFERENCES))
    communes = "venues v ANTI JOIN territories t ON t.territory_id = v.commune_code"
    codes = f"SELECT count(*) FROM {communes} WHERE v.commune_code IS NOT NULL"  # noqa: S608
    yield Gate("commune_codes_exist", "every commune code of a venue is in the gazetteer", f"({codes})", 0, "degrade")
    yield Gate("day_has_evidence", "every session has evidence of its day", _undated_evidence())
    territories = _links_without_evidence("event_territories", "event_id || '/' || territory_id || '/' || role")
    themes = _links_without_evidence("event_themes", "event_id || '/' || theme_id")
    yield Gate("links_have_evidence", "every territory and theme of an event has evidence", f"{territories} + {themes}")
    values = " + ".join(_without_evidence(table, column) for table in _STATED for column in _STATED[table].split())
    yield Gate("values_have_evidence", "every stated value has evidence", values, 0, "degrade")
    yield Gate("evidence_has_capture", "every evidence points to a capture that is there", _lost_captures())
    yield Gate("days_in_order", "no session and no event ends before it begins", _disorder())
    yield Gate("days_in_bounds", f"no session before {EARLIEST_DAY} or far ahead of its page", _out_of_bounds())
    if published_events:
        meaning = "not fewer events than half of the last release"
        bound = HALVED * published_events
        yield Gate("events_not_halved", meaning, "(SELECT count(*) FROM events)", bound, "refuse", at_least=True)


def check_gates(connection: duckdb.DuckDBPyConnection, gates: Sequence[Gate]) -> list[GateResult]:
    """Give the result of each rule on the file that the connection has open."""
    results = []
    for gate in gates:
        # An open result owns its connection in DuckDB 2.0: fetch all, though it is one row.
        ((found,),) = connection.execute(f"SELECT CAST({gate.value} AS DOUBLE)").fetchall()
        value = float("nan") if found is None else float(found)
        passed = value >= gate.bound if gate.at_least else value <= gate.bound
        results.append(GateResult(gate.rule, gate.meaning, gate.severity, gate.bound, value, passed))
    return results


def _doubled(table: str, key: str) -> str:
    return f"(SELECT count(*) FROM (SELECT {key} FROM {table} GROUP BY ALL HAVING count(*) > 1))"  # noqa: S608


def _dangling(table: str, column: str, target: str) -> str:
    return f"(SELECT count(*) FROM {table} ANTI JOIN {target} USING ({column}) WHERE {column} IS NOT NULL)"  # noqa: S608


def _undated_evidence() -> str:
    return (
        "(SELECT count(*) FROM sessions WHERE session_id NOT IN (SELECT row_id FROM evidence "
        "WHERE table_name = 'sessions' AND field IN ('day', 'first_day')))"
    )


def _links_without_evidence(table: str, key: str) -> str:
    return (
        f"(SELECT count(*) FROM {table} WHERE {key} NOT IN "  # noqa: S608
        f"(SELECT row_id FROM evidence WHERE table_name = '{table}'))"
    )


def _without_evidence(table: str, column: str) -> str:
    return (
        f"(SELECT count(*) FROM {table} WHERE {column} IS NOT NULL AND CAST({column} AS VARCHAR) <> '' "  # noqa: S608
        f"AND {_KEYS[table]} NOT IN (SELECT row_id FROM evidence WHERE table_name = '{table}' AND field = '{column}'))"
    )


def _lost_captures() -> str:
    return "(SELECT count(*) FROM evidence ANTI JOIN captures USING (capture_digest, url))"


def _disorder() -> str:
    tables = ("sessions", "events")
    return " + ".join(f"(SELECT count(*) FROM {t} WHERE first_day > last_day)" for t in tables)  # noqa: S608


def _out_of_bounds() -> str:
    return (
        f"(SELECT count(*) FROM sessions WHERE first_day < DATE '{EARLIEST_DAY}' "  # noqa: S608
        f"OR last_day > CAST(last_seen AS DATE) + INTERVAL {LATEST_AHEAD} YEAR)"
    )
