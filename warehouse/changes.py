"""Changes: what one look told differently from the look before, value by value, with before and after."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from warehouse.delta import Row, Step
from warehouse.keys import KEYS, columns_of, row_key
from warehouse.natures import IGNORED, SILENT, judge_row, judge_value, say_row, say_value
from warehouse.rows import Change

Pair = tuple[Row, Row]


def build_changes(steps: Mapping[str, Step], moment: dt.datetime) -> list[Change]:
    """Give one row for each value that changed, and for each row that is new or no longer there.

    `moment` (UTC, without zone) is that of the look that showed them. A session that moved keeps its event and loses
    its identifier: it is told as one change of its day, under its new identifier.
    """
    changes = []
    for table, step in steps.items():
        if table not in SILENT:
            pairs, added, removed = _pair(table, step)
            changes += [_tell_row(table, row, "added", moment) for row in added]
            changes += [_tell_row(table, row, "removed", moment) for row in removed]
            for pair in pairs:
                changes += _tell_values(table, pair, moment)
    return changes


def name_look(moment: dt.datetime) -> str:
    """Give the name of a look: its moment in UTC."""
    return f"look-{moment:%Y-%m-%dT%H:%M:%SZ}"


def _pair(table: str, step: Step) -> tuple[list[Pair], list[Row], list[Row]]:
    """Bring the two states of each row together; give the pairs, and what has no partner on either side."""
    former = {row_key(table, row): row for row in step.closed}
    later = {row_key(table, row): row for row in step.opened}
    pairs = [(former[key], later[key]) for key in later if key in former]
    added = [row for key, row in later.items() if key not in former]
    removed = [row for key, row in former.items() if key not in later]
    if table == "sessions":
        moved = list(_find_moved(removed, added))
        gone = {id(row) for pair in moved for row in pair}
        pairs += moved
        added = [row for row in added if id(row) not in gone]
        removed = [row for row in removed if id(row) not in gone]
    return pairs, added, removed


def _find_moved(removed: Sequence[Row], added: Sequence[Row]) -> Iterator[Pair]:
    """Take sessions of one event that went and came in one look for the same ones, the nearest days first."""
    came: dict[str, list[Row]] = defaultdict(list)
    for row in added:
        came[row.event_id].append(row)
    went: dict[str, list[Row]] = defaultdict(list)
    for row in removed:
        went[row.event_id].append(row)
    for event_id in sorted(went.keys() & came.keys()):
        olds, news = went[event_id], came[event_id]
        distances = [
            (abs((new.first_day - old.first_day).days), i, j)
            for i, old in enumerate(olds)
            for j, new in enumerate(news)
        ]
        taken_old: set[int] = set()
        taken_new: set[int] = set()
        for _, i, j in sorted(distances):
            if i not in taken_old and j not in taken_new:
                taken_old.add(i)
                taken_new.add(j)
                yield olds[i], news[j]


def _tell_row(table: str, row: Row, change: str, moment: dt.datetime) -> Change:
    told = {
        column: value if isinstance(value, bool | int | float | str) else str(value)
        for column, value in zip(columns_of(table), row, strict=True)
        if value is not None and column not in IGNORED
    }
    words = json.dumps(told, ensure_ascii=False)
    before, after = (None, words) if change == "added" else (words, None)
    nature, what = judge_row(table), say_row(table, change)
    return Change(
        name_look(moment), table, row_key(table, row), None, change, nature, what, before, after, moment, moment
    )


def _tell_values(table: str, pair: Pair, moment: dt.datetime) -> Iterator[Change]:
    old, new = pair
    has_day = table == "sessions" and old.day is not None and new.day is not None
    for column in columns_of(table):
        before, after = getattr(old, column), getattr(new, column)
        follows = has_day and column in ("first_day", "last_day")
        if before != after and not follows and column not in IGNORED and column not in KEYS[table]:
            nature, what = judge_value(table, column, old, new), say_value(table, column, old, new)
            yield Change(
                name_look(moment),
                table,
                row_key(table, new),
                column,
                "changed",
                nature,
                what,
                _text(before),
                _text(after),
                moment,
                moment,
            )


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
