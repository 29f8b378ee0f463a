"""The state of the warehouse: what it holds, how fresh it is, how the last runs ended, and what the gates found."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from warehouse.errors import WarehouseError
from warehouse.gates import GateResult, read_gates
from warehouse.reader import open_sealed
from warehouse.rows import PUBLIC_TABLES
from warehouse.runs import RunRecord, read_runs


@dataclass(frozen=True, slots=True)
class Status:
    """What `irev status` shows. `freshest` is the last moment (UTC) at which anything of the site was seen.

    `gates` are those that the published file passed; `runs` the last ones of the log, latest first. Without a published
    file `release` is None and the counts are empty; `problem` says why in one line.
    """

    release: str | None
    counts: dict[str, int]
    freshest: dt.datetime | None
    gates: tuple[GateResult, ...]
    runs: tuple[RunRecord, ...]
    problem: str | None = None

    @property
    def last_outcome(self) -> str | None:
        """Give how the last run ended."""
        return self.runs[0].outcome if self.runs else None


def read_status(data: Path, runs: int = 5) -> Status:
    """Give the state of the warehouse under `data`, with the last runs of the log."""
    last = tuple(reversed(read_runs(data)[-runs:]))
    try:
        with open_sealed(data) as connection:
            ((release,),) = connection.execute("SELECT version FROM release").fetchall()
            ((freshest,),) = connection.execute("SELECT max(last_seen) FROM captures").fetchall()
            gates = tuple(read_gates(connection))
            counts = {}
            for table in PUBLIC_TABLES:
                ((count,),) = connection.execute(f"SELECT count(*) FROM {table}").fetchall()  # noqa: S608
                counts[table] = int(count)
    except WarehouseError as error:
        return Status(None, {}, None, (), last, str(error))
    return Status(str(release), counts, freshest, gates, last)
