"""Applying corrections: rejected and split tellings before linking, merges after it, values last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from warehouse.corrections import Corrections, Line, parse_value
from warehouse.cycle_rows import Series
from warehouse.drafts import Draft
from warehouse.evidence import EvidenceBook
from warehouse.groups import Group, Link
from warehouse.rows import EvidenceItem, Rows
from warehouse.seen import Seen
from warehouse.tellings import Telling

_RANK = 99
_SESSION = re.compile(r"session-(.+?)-\d{4}-\d\d-\d\d(?:_\d{4}-\d\d-\d\d)?(?:-\d+)?")


def reject_tellings(tellings: Sequence[Telling], corrections: Corrections) -> list[Telling]:
    """Leave out the tellings that people rejected."""
    kept = list(tellings)
    for line in corrections.of("reject"):
        if not line.old.startswith("session-"):
            gone = [telling for telling in kept if telling.label == line.old]
            kept = [telling for telling in kept if telling.label != line.old]
            _settle(corrections, line, None if gone else "no source tells of this now", gone)
    return kept


def find_apart(tellings: Sequence[Telling], corrections: Corrections) -> frozenset[int]:
    """Give the places of the tellings that are to be events of their own."""
    found: set[int] = set()
    for line in corrections.of("split"):
        if not line.old.startswith("cycle-"):
            places = [place for place, telling in enumerate(tellings) if telling.label == line.new]
            _settle(
                corrections, line, None if places else f"there is no telling {line.new}", [tellings[p] for p in places]
            )
            found.update(places)
    return frozenset(found)


def merge_events(
    groups: Sequence[Group], drafts: Sequence[Draft], corrections: Corrections
) -> tuple[list[Group], dict[int, str]]:
    """Join the groups of events that people merged; give all groups, and the identifiers that joined ones keep."""
    by_id = {draft.event_id: draft.group for draft in drafts}
    kept = {id(group): group for group in groups}
    names: dict[int, str] = {}
    for line in corrections.of("merge"):
        if not line.old.startswith("cycle-"):
            left, right = by_id.get(line.new), by_id.get(line.old)
            if left is None or right is None:
                _settle(corrections, line, f"there is no event {line.old if right is None else line.new}")
            elif left is right:
                _settle(corrections, line, "no longer needed: they are one event by themselves")
            else:
                joined = _join(left, right, line)
                for group in (left, right):
                    kept.pop(id(group), None)
                kept[id(joined)] = joined
                by_id = {name: joined if group in (left, right) else group for name, group in by_id.items()}
                names = dict.fromkeys(joined.members, line.new) | {
                    k: v for k, v in names.items() if k not in joined.members
                }
                _settle(corrections, line, None)
    return sorted(kept.values(), key=lambda group: group.members[0]), names


def _join(left: Group, right: Group, line: Line) -> Group:
    link = Link(_RANK, left.members[0], right.members[0], "correction", f"{line.who}: {line.why}", 100.0)
    return Group(
        sorted([*left.members, *right.members]),
        left.days | right.days,
        left.periods | right.periods,
        left.cities | right.cities,
        left.online or right.online,
        left.told | right.told,
        left.mentioned | right.mentioned,
        [*left.links, *right.links, link],
    )


def correct_cycles(drafts: Sequence[Draft], series: Sequence[Series], corrections: Corrections) -> list[Draft]:
    """Give the events with the cycles that people gave them."""
    keys = {one.cycle_id: one.key for one in series}
    member = {draft.event_id: one.cycle_id for one in series for draft in one.drafts}
    result = list(drafts)
    for line in corrections.of("merge"):
        if line.old.startswith("cycle-"):
            missing = next((name for name in (line.old, line.new) if name not in keys), None)
            _settle(corrections, line, f"there is no cycle {missing}" if missing else None)
            if not missing:
                result = [_in_cycle(d, keys[line.new]) if member.get(d.event_id) == line.old else d for d in result]
    for line in corrections.of("split"):
        if line.old.startswith("cycle-"):
            fits = member.get(line.new) == line.old
            _settle(corrections, line, None if fits else f"{line.new} is not in {line.old}")
            if fits:
                result = [replace(d, cycle=None) if d.event_id == line.new else d for d in result]
    return result


def _in_cycle(draft: Draft, series: str) -> Draft:
    return replace(draft, cycle=replace(draft.cycle, series=series)) if draft.cycle else draft


def settle_unknown(corrections: Corrections) -> None:
    """Note that nothing is known of any session or row yet: applying a correction settles it otherwise."""
    for line in corrections.of("reject"):
        if line.old.startswith("session-"):
            _settle(corrections, line, "no source tells of this now")
    for line in corrections.of(""):
        _settle(corrections, line, f"there is no row {line.row_id} in {line.table}")


def name_corrected(corrections: Corrections) -> set[tuple[str, str]]:
    """Name what value corrections and rejected sessions are about: tables and identifiers; of a session its event."""
    named = {(line.table, line.row_id) for line in corrections.of("")}
    sessions = {("sessions", line.old) for line in corrections.of("reject") if line.old.startswith("session-")}
    found = set()
    for table, row_id in named | sessions:
        match = _SESSION.fullmatch(row_id) if table == "sessions" else None
        found.add(("events", f"event-{match[1]}") if match else (table, row_id))
    return found


def name_forced(corrections: Corrections) -> tuple[set[str], set[str], set[str]]:
    """Name the events, the cycles, and the sources (pages, documents) that corrections are about."""
    names = {name for table, name in name_corrected(corrections) if table in ("events", "cycles", "pages", "documents")}
    names |= {text for line in corrections.lines if line.verb for text in (line.old, line.new)}
    events = {name for name in names if name.startswith("event-")}
    cycles = {name for name in names if name.startswith("cycle-")}
    sources = {name.rpartition("#")[0] or name for name in names - events - cycles if name}
    return events, cycles, sources


def reject_sessions(draft: Draft, corrections: Corrections) -> Draft:
    """Give an event without the sessions that people rejected."""
    for line in corrections.of("reject"):
        kept = tuple(named for named in draft.sittings if named[0] != line.old)
        if len(kept) < len(draft.sittings):
            _settle(corrections, line, None)
            draft = replace(draft, sittings=kept)
    return draft


def correct_values(rows: Rows, corrections: Corrections, book: EvidenceBook) -> None:
    """Put the values that people gave in the place of those that were read; the day of a session moves its period.

    Corrections of rows that are not among these stay as they are.
    """
    places: dict[tuple[str, str], int] = {}
    for table in {line.table for line in corrections.of("")}:
        places |= {(table, row[0]): place for place, row in enumerate(getattr(rows, table))}
    for line in corrections.of(""):
        place = places.get((line.table, line.row_id))
        if place is not None:
            _correct(getattr(rows, line.table), place, line, corrections, book)
    if any(line.table == "sessions" for line in corrections.of("")):
        _follow_days(rows)


def _correct(table: list[Any], place: int, line: Line, corrections: Corrections, book: EvidenceBook) -> None:
    row = table[place]
    problem = _judge(line, getattr(row, line.column))
    corrections.settle(line, problem, (row.first_seen, row.last_seen))
    if problem is None:
        value = parse_value(line.table, line.column, line.new)
        moved = {"first_day": value, "last_day": value} if (line.table, line.column) == ("sessions", "day") else {}
        table[place] = row._replace(**{line.column: value}, **(moved if value else {}))
        book.add_item(_build_evidence(line, row))


def _judge(line: Line, value: object) -> str | None:
    now = "" if value is None else str(value)
    if now == line.new:
        return "no longer needed: this is what is read now"
    return None if now == line.old else f"stale: {line.what} is now {now or 'empty'}, not {line.old or 'empty'}"


def _build_evidence(line: Line, row: Any) -> EvidenceItem:
    words = f"{line.who}, {line.when}: {line.why}"
    place = '{"start": 0, "end": 0}'
    return EvidenceItem(
        line.table, line.row_id, line.column, line.correction_id, "corrections.csv", place, words, "correction", 1.0,
        row.first_seen, row.last_seen,
    )  # fmt: skip


def _follow_days(rows: Rows) -> None:
    """Let events begin and end with their sessions as they are now."""
    spans: dict[str, list[Any]] = {}
    for session in rows.sessions:
        spans.setdefault(session.event_id, []).append(session)
    for place, event in enumerate(rows.events):
        found = spans.get(event.event_id, [])
        if found:
            first, last = min(s.first_day for s in found), max(s.last_day for s in found)
            rows.events[place] = event._replace(first_day=first, last_day=last)


def _settle(corrections: Corrections, line: Line, problem: str | None, told: Sequence[Telling] = ()) -> None:
    seen = Seen.over(Seen.of([telling.capture]) for telling in told)
    corrections.settle(line, problem, seen.columns)
