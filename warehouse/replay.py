"""Replaying the archive look by look: the rows of today, their history, and the changes on the way.

The result is a pure function of sightings, readings, code and corrections. What an earlier build told of the first
looks is taken over where nothing of that has changed (`Stored`); a look that is new costs one pass of relating.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from extract.knowledge import Knowledge
from warehouse.changes import build_changes
from warehouse.corrections import Corrections
from warehouse.history import History
from warehouse.looks import Look, find_looks
from warehouse.open_rows import Loss
from warehouse.relate import relate
from warehouse.rows import Change, Rows
from warehouse.sightings import Sighting
from warehouse.timeline import Readings


@dataclass(frozen=True, slots=True)
class Source:
    """All that the warehouse is made from. `code` names the code and the reference data that made the readings."""

    sightings: Sequence[Sighting]
    readings: Readings
    knowledge: Knowledge
    losses: Sequence[Loss] = ()
    code: str = ""
    corrections: Corrections = field(default_factory=Corrections)


@dataclass(frozen=True, slots=True)
class Stored:
    """What an earlier build told: its looks by digest and moment, the history up to the last of them, the changes."""

    digests: tuple[str, ...]
    moments: tuple[dt.datetime, ...]
    history: History
    changes: list[Change]


@dataclass(frozen=True, slots=True)
class Replayed:
    """The rows of today with all changes, their history, and the looks that they were told from.

    `related` counts the passes of relating that it took.
    """

    rows: Rows
    history: History
    looks: tuple[Look, ...]
    related: int


@dataclass(slots=True)
class _Told:
    history: History = field(default_factory=History)
    changes: list[Change] = field(default_factory=list)
    rows: Rows = field(default_factory=Rows)
    related: int = 0
    done: int = 0
    rewound: bool = False


def replay(source: Source, stored: Stored | None = None) -> Replayed:
    """Replay all looks, or those that `stored` does not hold yet. `stored` is used up."""
    lost = {(loss.url, loss.digest) for loss in source.losses}
    looks = find_looks(source.sightings, lost, f"{source.code} {code_digest()} {source.corrections.digest}")
    told = _take_over(stored, looks)
    changed = _tell(source, looks, told)
    if changed and told.done == len(looks):  # the same looks and other rows: what was stored is not what we tell
        told = _Told()
        _tell(source, looks, told)
    told.rows.changes = sorted(told.changes, key=_order)
    return Replayed(told.rows, told.history, tuple(looks), told.related)


def _tell(source: Source, looks: Sequence[Look], told: _Told) -> bool:
    """Relate the looks that are not told yet, and the last one in any case; tell whether anything changed."""
    changed = False
    for number in _find_telling(looks, told):
        sightings = [sighting for look in looks[: number + 1] for sighting in look.sightings]
        told.rows = _relate(source, sightings)
        told.related += 1
        moment = naive(looks[number].moment)
        steps = told.history.advance(told.rows, moment)
        changed = changed or any(step.opened or step.closed for step in steps.values())
        if number >= max(told.done, 1):  # the first look has nothing before it
            told.changes += build_changes(steps, moment)
    if not looks:
        told.rows = _relate(source, ())
    return changed


def _relate(source: Source, sightings: Sequence[Sighting]) -> Rows:
    return relate(sightings, source.readings, source.knowledge, source.losses, source.corrections)


def _find_telling(looks: Sequence[Look], told: _Told) -> Iterator[int]:
    """Give the looks to relate: the last one, those that are not quiet, and what stood just before one of these.

    The latter has the moments at which rows were last seen before they ended.
    """
    last = len(looks) - 1
    first = told.done - 1 if told.rewound else told.done
    for number in range(max(min(first, last), 0), len(looks)):
        if number == last or not looks[number].quiet or not looks[number + 1].quiet:
            yield number


def naive(moment: dt.datetime) -> dt.datetime:
    """Give a moment in UTC as the tables hold it: without a zone."""
    return moment.astimezone(dt.UTC).replace(tzinfo=None)


@cache
def code_digest() -> str:
    """Identify the code that relates: the sources of this folder, its statements and its reference data."""
    digest = hashlib.sha256()
    for path in sorted(files("warehouse").iterdir(), key=lambda path: path.name):
        if path.name.endswith((".py", ".sql", ".toml")):
            digest.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _take_over(stored: Stored | None, looks: Sequence[Look]) -> _Told:
    """Take over what an earlier build told of the looks that are still the same."""
    if stored is None:
        return _Told()
    pairs = zip(stored.digests, looks, strict=False)
    done = next((number for number, (digest, look) in enumerate(pairs) if digest != look.digest), None)
    done = min(len(stored.digests), len(looks)) if done is None else done
    if done == 0:
        return _Told()
    rewound = done < len(stored.digests)
    changes = stored.changes
    if rewound:
        # A look that came in between may have begun before one that was told already.
        moment = min(naive(looks[done].moment), stored.moments[done]) if done < len(looks) else stored.moments[done]
        stored.history.rewind(moment)
        changes = [change for change in changes if change.first_seen is not None and change.first_seen < moment]
    return _Told(stored.history, list(changes), done=done, rewound=rewound)


def _order(change: Change) -> tuple[str, ...]:
    return tuple(str(value or "") for value in change[:5])
