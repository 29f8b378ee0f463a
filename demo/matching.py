"""Which event and session of a warehouse is which of the truth: by shared sources and days first, by title last."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any
from urllib.parse import unquote, urlsplit

from demo.witness import Source, TrueEvent, TrueSession, Truth

NEAR_TITLE = 0.5
"""Titles at least this alike (difflib ratio) may be one event where no day decides."""


@dataclass(slots=True)
class RowEvent:
    """An event of the warehouse with all its rows."""

    event_id: str
    title: str
    cycle: str | None
    row: Mapping[str, Any]
    sources: set[Source] = field(default_factory=set)
    sessions: list[Mapping[str, Any]] = field(default_factory=list)
    territories: list[Mapping[str, Any]] = field(default_factory=list)
    themes: set[str] = field(default_factory=set)

    @property
    def days(self) -> set[dt.date]:
        """The days of its sessions, without periods."""
        return {session["day"] for session in self.sessions if session["day"]}


@dataclass(slots=True)
class Match:
    """True events with the rows found for them, the true ones found inside a neighbour of their group, and the rest."""

    pairs: list[tuple[TrueEvent, list[RowEvent]]]
    merged: set[str]
    unknown: list[RowEvent]


def build_row_events(truth: Truth, rows: Mapping[str, list[dict[str, Any]]]) -> list[RowEvent]:
    """The warehouse's events with their rows gathered. Days may be dates or ISO strings."""
    events = {r["event_id"]: RowEvent(r["event_id"], r["title"], r["cycle"], _dated(r)) for r in rows["events"]}
    for row in rows["sources"]:
        events[row["event_id"]].sources |= set(_sources_of(truth, row))
    for row in rows["sessions"]:
        events[row["event_id"]].sessions.append(_dated(row))
    for row in rows["territories"]:
        events[row["event_id"]].territories.append(row)
    for row in rows["themes"]:
        events[row["event_id"]].themes.add(row["label"])
    return list(events.values())


def match_events(truth: Truth, rows: list[RowEvent]) -> Match:
    """Pair each true event with at most one row (more where it may be split), the best pair first."""
    ranked = sorted(
        (
            (likeness, i, j)
            for i, t in enumerate(truth.events)
            for j, r in enumerate(rows)
            if (likeness := _liken(t, r))
        ),
        key=lambda entry: (-entry[0], entry[1], entry[2]),
    )
    found: dict[int, list[int]] = {}
    used: set[int] = set()
    for _, i, j in ranked:
        event = truth.events[i]
        if j in used or (i in found and not (event.may_split and rows[j].days and rows[j].days <= event.days)):
            continue
        found.setdefault(i, []).append(j)
        used.add(j)
    pairs = [(event, [rows[j] for j in found.get(i, [])]) for i, event in enumerate(truth.events)]
    unknown = [row for j, row in enumerate(rows) if j not in used and not _is_bare_mention(row)]
    return Match(pairs, _find_merged(pairs), unknown)


def match_sessions(
    truth: Truth, rows: list[RowEvent]
) -> Iterator[tuple[TrueSession | None, Mapping[str, Any] | None, str]]:
    """Pairs of true and given sessions with a word on where; None on one side for a miss or an invention.

    Sessions are paired by day and a shared source, whatever events they were put into; hours that agree go first.
    Optional sessions are left out unless given, and given ones are then counted as neither right nor wrong.
    """
    left = [(row, session) for row in rows for session in row.sessions]
    for event in truth.events:
        for true in event.sessions:
            taken = _find_session(event, true, left)
            if taken is not None:
                left.remove(taken)
            if not true.optional:
                yield true, taken[1] if taken else None, event.id
    for row, session in left:
        yield None, session, f"{row.title!r} from {sorted(row.sources)}"


def strip_name(name: str) -> str:
    """A name without accents, case, punctuation and the words that say what kind of body it is."""
    plain = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("Œ", "oe"))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    words = re.findall(r"[a-z0-9:]+", letters)
    return " ".join(word for word in words if word not in {"ca", "cu", "cc", "de", "d", "la", "le", "les", "l", "du"})


def same_name(names: Mapping[str, list[str]], expected: str, given: object) -> bool:
    """Whether a given name or code is the expected one or one of its other names."""
    wanted = {strip_name(name) for name in (expected, *names.get(expected, []))}
    return given is not None and strip_name(str(given)) in wanted


def _find_session(
    event: TrueEvent, true: TrueSession, left: list[tuple[RowEvent, Mapping[str, Any]]]
) -> tuple[RowEvent, Mapping[str, Any]] | None:
    near = [entry for entry in left if entry[0].sources & event.sources and _is_same_time(true, entry[1])]
    return max(near, key=lambda entry: _rank_session(event, true, *entry), default=None)


def _is_same_time(true: TrueSession, row: Mapping[str, Any]) -> bool:
    if true.day or row["day"]:
        return bool(true.day == row["day"])
    return bool(row["first_day"] <= true.last_day and row["last_day"] >= true.first_day)


def _rank_session(event: TrueEvent, true: TrueSession, row: RowEvent, session: Mapping[str, Any]) -> tuple[bool, int]:
    same_hours = (session["starts_at"], session["ends_at"]) == (true.starts, true.ends)
    return same_hours, len(row.sources & event.sources)


def _liken(event: TrueEvent, row: RowEvent) -> float:
    """How alike they are: 0 without a shared source, or where their days contradict."""
    if not event.sources & row.sources:
        return 0.0
    shared, likeness = len(event.days & row.days), _compare_titles(event.title, row.title)
    if not shared and ((event.days and row.days) or likeness < NEAR_TITLE):
        return 0.0
    return 10.0 * shared + len(event.sources & row.sources) + likeness


def _compare_titles(left: str, right: str) -> float:
    return SequenceMatcher(None, strip_name(left), strip_name(right)).ratio()


def _find_merged(pairs: list[tuple[TrueEvent, list[RowEvent]]]) -> set[str]:
    days_of_group: dict[str, set[dt.date]] = {}
    for event, rows in pairs:
        for row in rows if event.group else []:
            days_of_group.setdefault(str(event.group), set()).update(row.days)
    # A page with one event may be told as one with its neighbours of the same page: the group says where that is fine.
    return {
        e.id for e, rows in pairs if not rows and e.group and e.days and e.days <= days_of_group.get(e.group, set())
    }


def _is_bare_mention(row: RowEvent) -> bool:
    """An earlier edition that is only named, without a day: neither right nor wrong."""
    return row.row["status"] == "mentioned" and not row.days


def _sources_of(truth: Truth, row: Mapping[str, Any]) -> Iterator[Source]:
    if row["node_id"] is not None:
        yield "page", str(row["node_id"])
    for url in (row["canonical_url"], row["document_url"]):
        path = unquote(urlsplit(url).path) if url else ""
        if path in truth.nodes:
            yield "page", str(truth.nodes[path])
        elif node := re.fullmatch(r"/printpdf/(\d+)|/node/(\d+)(?:/.*)?", path):
            yield "page", node[1] or node[2]
        elif path:
            yield "document", path.rsplit("/", 1)[-1]


def _dated(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row with ISO strings of days as dates: rows may come from JSON or CSV."""
    keys = ("day", "first_day", "last_day", "registration_deadline")
    return {k: dt.date.fromisoformat(v) if k in keys and isinstance(v, str) and v else v for k, v in row.items()}
