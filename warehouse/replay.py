"""Replaying the archive look by look: the rows of today, their history, and the changes on the way.

The result is a pure function of sightings, readings, code and corrections. A file that holds the first looks already
is told only the later ones; a file that was told something else is made anew.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final

from extract.knowledge import Knowledge
from warehouse.corrections import Corrections
from warehouse.ledger import Ledger
from warehouse.looks import Look, find_looks
from warehouse.open_rows import Loss
from warehouse.outline import Outline, build_outline
from warehouse.reach import TooWideError
from warehouse.scope import Scope
from warehouse.sightings import Sighting
from warehouse.slim import Library

_BEFORE_ALL: Final = dt.datetime(1970, 1, 1)
"""From when on the rows of an empty archive stand: the reference data."""


@dataclass(frozen=True, slots=True)
class Source:
    """All that the warehouse is made from. `code` names the code and the reference data that made the readings."""

    sightings: Sequence[Sighting]
    library: Library
    knowledge: Knowledge
    losses: Sequence[Loss] = ()
    code: str = ""
    corrections: Corrections = field(default_factory=Corrections)

    def find_looks(self) -> list[Look]:
        """Give all looks, each with a digest of all that was told up to it."""
        lost = {(loss.url, loss.digest): loss.reason for loss in self.losses}
        return find_looks(self.sightings, lost, f"{self.code} {code_digest()} {self.corrections.digest}")


def replay(source: Source, looks: Sequence[Look], ledger: Ledger, done: int = 0) -> int:
    """Tell a ledger the looks that it does not hold yet: all but the first `done`. Give how many were related."""
    related = 0
    seen: dict[str, list[Sighting]] = {}
    _take_up(seen, looks[:done])
    told = done
    for number in find_telling(looks, done):
        fresh = _take_up(seen, looks[told : number + 1])
        told = number + 1
        outline = outline_look(source, seen, fresh, ledger)
        ledger.tell(outline, naive(looks[number].moment), changes=number > 0, fresh=fresh)
        related += 1
    if not looks:
        ledger.tell(outline_look(source, seen, (), ledger), _BEFORE_ALL, changes=False)
    return related


def _take_up(seen: dict[str, list[Sighting]], looks: Sequence[Look]) -> list[Sighting]:
    """Add what these looks saw, by address; give it."""
    found = [sighting for look in looks for sighting in look.sightings]
    for sighting in found:
        seen.setdefault(sighting.url, []).append(sighting)
    return found


def outline_look(
    source: Source, seen: Mapping[str, Sequence[Sighting]], fresh: Sequence[Sighting], ledger: Ledger
) -> Outline:
    """Give the outline of what the last look bears on, or of everything. `seen` is all that was seen, by address."""
    parts = (source.library, source.knowledge, source.losses, source.corrections)
    if ledger.nearby is not None:
        try:
            return Scope(ledger.nearby, seen, *parts).outline(fresh)
        except TooWideError:
            pass  # then everything is gone through, which gives the same rows
    return build_outline((sighting for found in seen.values() for sighting in found), *parts)


def find_telling(looks: Sequence[Look], done: int) -> Iterator[int]:
    """Give the looks to relate: the last one, those that are not quiet, and what stood just before one of these.

    The latter has the moments at which rows were last seen before they ended.
    """
    last = len(looks) - 1
    for number in range(done, len(looks)):
        if number == last or not looks[number].quiet or not looks[number + 1].quiet:
            yield number


def count_told(looks: Sequence[Look], told: Sequence[str]) -> int:
    """Count the looks that a file holds by their digests; 0 where it was told anything else."""
    digests = [look.digest for look in looks[: len(told)]]
    return len(told) if digests == list(told) else 0


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
