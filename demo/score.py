"""Score a warehouse of the replica against the truth: precision, recall and F1 per field, and every error by name.

`score` is a pure function of the truth and plain rows. The SQL that takes those rows from a warehouse stands here, so
that tests and `irev demo` ask the same questions; running it is the caller's business (no database is opened here).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from demo.matching import Match, RowEvent, build_row_events, match_events, match_sessions, same_name, strip_name
from demo.witness import Truth, load_truth

Row = Mapping[str, Any]

EVENTS_SQL = """SELECT e.event_id, e.title, e.event_type, e.status, e.registration_deadline, e.stated_sessions,
e.participants, c.title AS cycle FROM events e LEFT JOIN cycles c USING (cycle_id) ORDER BY e.event_id"""
SESSIONS_SQL = """SELECT s.session_id, s.event_id, s.day, s.first_day, s.last_day, s.starts_at, s.ends_at, s.precision,
s.mode, s.status, v.name, v.street, v.city FROM sessions s LEFT JOIN venues v USING (venue_id) ORDER BY s.session_id"""
SOURCES_SQL = """SELECT DISTINCT s.event_id, p.node_id, p.canonical_url, d.url AS document_url FROM event_sources s
LEFT JOIN pages p USING (page_id) LEFT JOIN documents d USING (document_id) ORDER BY ALL"""
TERRITORIES_SQL = """SELECT e.event_id, e.role, e.territory_id, t.name FROM event_territories e
LEFT JOIN territories t USING (territory_id) WHERE e.role IN ('target', 'earlier_edition') ORDER BY ALL"""
THEMES_SQL = """SELECT e.event_id, e.origin, t.label FROM event_themes e LEFT JOIN themes t USING (theme_id)
WHERE e.origin = 'label' ORDER BY ALL"""
ATTACHMENTS_SQL = """SELECT p.node_id, d.url, d.kind FROM page_documents d JOIN pages p USING (page_id) ORDER BY ALL"""
QUERIES = {
    "events": EVENTS_SQL,
    "sessions": SESSIONS_SQL,
    "sources": SOURCES_SQL,
    "territories": TERRITORIES_SQL,
    "themes": THEMES_SQL,
    "attachments": ATTACHMENTS_SQL,
}


@dataclass(slots=True)
class Measure:
    """One line of the table: how many values are right, how many the truth holds, how many were given."""

    name: str
    right: int = 0
    expected: int = 0
    given: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Right among given; 1 where nothing was given."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Right among expected; 1 where nothing was expected."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add_sets(self, where: str, expected: set[str], given: set[str]) -> None:
        """Count two sets of values, naming each one missed and each one made up."""
        self.right += len(expected & given)
        self.expected += len(expected)
        self.given += len(given)
        self.errors += [f"missed {value}: {where}" for value in sorted(expected - given)]
        self.errors += [f"made up {value}: {where}" for value in sorted(given - expected)]


@dataclass(frozen=True, slots=True)
class Score:
    """The table. `false_days` are days that must never be sessions and are."""

    measures: tuple[Measure, ...]
    false_days: tuple[str, ...]

    def measure(self, name: str) -> Measure:
        """The measure of this name. Raises KeyError for another one."""
        return {measure.name: measure for measure in self.measures}[name]

    def format_table(self, errors: bool = True) -> str:
        """The table as text, the errors below it."""
        lines = [f"{'field':<20}{'right':>6}{'truth':>6}{'given':>6}{'precision':>11}{'recall':>8}{'F1':>7}"]
        for m in self.measures:
            counts = f"{m.name:<20}{m.right:>6}{m.expected:>6}{m.given:>6}"
            lines.append(f"{counts}{m.precision:>11.3f}{m.recall:>8.3f}{m.f1:>7.3f}")
        lines.append(f"{'false days':<20}{len(self.false_days):>6}")
        if errors:
            lines += [f"  {m.name}: {error}" for m in self.measures for error in m.errors]
            lines += [f"  false day: {error}" for error in self.false_days]
        return "\n".join(lines)


def fetch_rows(ask: Callable[[str], list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """All rows that `score` needs, by a function that answers SQL with rows as dicts."""
    return {name: ask(sql) for name, sql in QUERIES.items()}


def score(truth: Truth, rows: Mapping[str, list[dict[str, Any]]]) -> Score:
    """Measure these rows (keys as in `QUERIES`) against the truth. Pure: same rows, same score."""
    events = build_row_events(truth, rows)
    match = match_events(truth, events)
    measures = [
        _score_events(truth, match),
        *_score_sessions(truth, events),
        _score_sets("target territories", match, lambda e: _territories(truth, e, "target")),
        _score_sets("earlier territories", match, lambda e: _territories(truth, e, "earlier_edition")),
        _score_sets("labelled themes", match, lambda e: _themes(truth, e)),
        _score_sets("cycles", match, _cycles),
        _score_sets("deadlines", match, lambda e: _stated(e, "deadline", "registration_deadline")),
        _score_sets("participants", match, lambda e: _stated(e, "participants", "participants")),
        _score_attachments(truth, rows["attachments"]),
    ]
    return Score(tuple(measures), tuple(find_false_days(truth, events)))


def find_false_days(truth: Truth, events: list[RowEvent]) -> list[str]:
    """The days that must never be sessions and stand as one on an event read from that page."""
    return [
        f"{never.day} on node {never.page} ({never.why}), as a session of {event.title!r}"
        for never in truth.never
        for event in events
        if ("page", str(never.page)) in event.sources and never.day in event.days
    ]


def _score_events(truth: Truth, match: Match) -> Measure:
    measure = Measure("events")
    found = {event.id for event, rows in match.pairs if rows} | match.merged
    for event in truth.events:
        if event.id in found and not event.optional:
            measure.right += 1
            measure.given += 1
        elif not event.optional:
            measure.errors.append(f"missed {event.id}: {event.title}")
        measure.expected += not event.optional
    measure.given += len(match.unknown)
    measure.errors += [f"made up {row.event_id} {row.title!r} from {sorted(row.sources)}" for row in match.unknown]
    return measure


def _score_sessions(truth: Truth, events: list[RowEvent]) -> list[Measure]:
    days, hours, cities = Measure("session days"), Measure("session days+hours"), Measure("session cities")
    modes, states = Measure("session modes"), Measure("session status")
    for true, row, where in match_sessions(truth, events):
        label = {str(true.day or true.first_day)} if true else set()
        given = {str(row["day"] or f"{row['first_day']}..{row['last_day']}")} if row else set()
        if true and row:
            given = label
        days.add_sets(where, label, given)
        open_hours = true is not None and true.hours_open
        times = {f"{d} {true.starts or ''}-{true.ends or ''}" for d in label} if true else set()
        read = {f"{d} {row['starts_at'] or ''}-{row['ends_at'] or ''}" for d in given} if row else set()
        hours.add_sets(where, times, times if open_hours and row else read)
        if true and row and true.day:
            cities.add_sets(where, {true.city} - {None}, _city(truth, true.city, row))  # type: ignore[arg-type]
            if true.city or true.mode:
                modes.add_sets(where, {true.mode or "in_person"}, {row["mode"]} - {"unknown", None})
            states.add_sets(where, {true.status} - {"announced"}, {row["status"]} - {"announced"})
    return [days, hours, cities, modes, states]


def _city(truth: Truth, expected: str | None, row: Row) -> set[str]:
    given = row["city"]
    if not given:
        return set()
    return {expected} if expected and same_name(truth.names["cities"], expected, given) else {given}


def _score_sets(name: str, match: Match, values: Callable[[Any], tuple[set[str], set[str]] | None]) -> Measure:
    measure = Measure(name)
    for pair in match.pairs:
        found = values(pair) if pair[1] else None
        if found is not None:
            measure.add_sets(pair[0].id, *found)
    return measure


def _territories(truth: Truth, pair: Any, role: str) -> tuple[set[str], set[str]] | None:
    event, rows = pair
    stated: tuple[str, ...] | None = event.territories if role == "target" else event.earlier
    if stated is None:
        return None
    names = truth.names["territories"]
    given: set[str] = set()
    for row in (t for r in rows for t in r.territories if t["role"] == role):
        known = [
            n for n in stated if any(same_name(names, n.rstrip("?"), row[key]) for key in ("territory_id", "name"))
        ]
        given |= set(known[:1]) or {str(row["name"] or row["territory_id"])}
    return {n for n in stated if not n.endswith("?")}, {n for n in given if not n.endswith("?")}


def _themes(truth: Truth, pair: Any) -> tuple[set[str], set[str]]:
    event, rows = pair
    given: set[str] = set()
    for label in (label for row in rows for label in row.themes):
        known = [theme for theme in event.themes if same_name(truth.names["themes"], theme, label)]
        given |= set(known[:1]) or {label}
    return set(event.themes), given


def _cycles(pair: Any) -> tuple[set[str], set[str]]:
    event, rows = pair
    expected = {event.cycle} - {None}
    given = {row.cycle for row in rows} - {None}
    key = strip_name(event.cycle or "")
    near = {name for name in given if key and (key in strip_name(name) or strip_name(name) in key)}
    return expected, (given - near) | (expected if near else set())


def _stated(pair: Any, key: str, column: str) -> tuple[set[str], set[str]]:
    event, rows = pair
    expected = getattr(event, key)
    given = {str(row.row[column]) for row in rows if row.row[column] is not None}
    return {str(expected)} if expected is not None else set(), given


def _score_attachments(truth: Truth, rows: list[dict[str, Any]]) -> Measure:
    measure = Measure("attachments")
    expected = {f"{a.page} {a.file} {a.kind}" for a in truth.attachments}
    given = {f"{row['node_id']} {str(row['url']).rsplit('/', 1)[-1]} {row['kind']}" for row in rows}
    measure.add_sets("attachments", expected, given)
    return measure


__all__ = ["QUERIES", "Measure", "Score", "Truth", "fetch_rows", "load_truth", "score"]
