"""Publishing: the new file takes the place of the old one in one step; readers keep what they have open."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

PUBLISHED: Final = "warehouse.duckdb"
_SCRATCH: Final = "warehouse.new.duckdb"
_KEPT_REFUSALS: Final = 3


def published_path(data: Path) -> Path:
    """Give where the warehouse stands."""
    return data / PUBLISHED


def scratch_path(data: Path) -> Path:
    """Give where a new file is made: in the same folder, so that renaming is one step."""
    return data / _SCRATCH


def publish(data: Path) -> None:
    """Put the closed scratch file in the place of the published one, and make it last through a power cut.

    A log beside either file is removed first: it belongs to a file that is no longer there, and DuckDB would replay it.
    """
    scratch, target = scratch_path(data), published_path(data)
    for path in (scratch, target):
        path.with_name(path.name + ".wal").unlink(missing_ok=True)
    with scratch.open("rb+") as file:
        os.fsync(file.fileno())
    scratch.replace(target)
    _sync_folder(data)


def set_aside(data: Path, run_id: str) -> Path:
    """Keep a refused file for inspection, with the last few of its kind; give where it stands now."""
    folder = data / "refused"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{run_id}.duckdb"
    scratch_path(data).replace(target)
    kept = sorted(folder.glob("*.duckdb"), key=lambda path: (path.stat().st_mtime_ns, path.name))
    for old in kept[:-_KEPT_REFUSALS]:
        old.unlink(missing_ok=True)
    return target


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
