"""What people accepted of the gates: `accepted.csv` beside the corrections, one line for each finding that is true.

A gate that nobody can answer would keep the archive shut for ever. A person who has looked at a refused file and found
that the site really changed so much says so, with a reason and a name (`irev build --accept RULE --why TEXT`). Deleting
the line takes it back.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from warehouse.by_hand import read_by_hand
from warehouse.errors import WarehouseError

ACCEPTED: Final = "accepted.csv"
COLUMNS: Final = ("rule", "value", "why", "who", "when", "run")


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person accepts of the run that goes on: the rules by name, why, and who says so."""

    rules: frozenset[str]
    why: str
    who: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One finding that a person accepted. `value` is what the rule found in the run `run`; `when` is its day (UTC)."""

    rule: str
    value: float
    why: str
    who: str
    when: dt.date
    run: str

    @property
    def words(self) -> str:
        """Give who accepted it, when and why."""
        return f"accepted by {self.who} on {self.when}: {self.why}"


def read_acceptances(path: Path) -> tuple[Acceptance, ...]:
    """Read the file, oldest line first; an absent one holds none. Raises WarehouseError with one line."""
    return tuple(_parse_line(values, where) for where, values in read_by_hand(path, COLUMNS))


def append_acceptances(path: Path, more: Iterable[Acceptance]) -> None:
    """Add lines at the end. The file is written aside and moved into place; what stands in it stays as it is."""
    found = list(more)
    if not found:
        return
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    if not before:
        writer.writerow(COLUMNS)
    writer.writerows(_cells(one) for one in found)
    aside = path.with_name(f"{path.name}.new")
    aside.write_text(before + ("\n" if before and not before.endswith("\n") else "") + out.getvalue(), encoding="utf-8")
    with aside.open("rb+") as file:
        os.fsync(file.fileno())
    aside.replace(path)


def _cells(one: Acceptance) -> Iterator[str]:
    yield from (one.rule, repr(one.value), one.why, one.who, one.when.isoformat(), one.run)


def _parse_line(values: tuple[str, ...], where: str) -> Acceptance:
    rule, value, why, who, when, run = values
    if not (rule and why and who):
        raise WarehouseError(f"{where}: rule, why and who must not be empty.")
    try:
        return Acceptance(rule, float(value), why, who, dt.date.fromisoformat(when), run)
    except ValueError as error:
        message = f"{where}: value must be a number and when a day like 2026-01-31, not {value} and {when}."
        raise WarehouseError(message) from error
