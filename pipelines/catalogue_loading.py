"""The catalogue of an archive folder: read from the index, completed from the ends of the WARC files, or rebuilt.

The index on disk is only a cache. What a killed writer left unindexed is read from the files; an index that is
missing, unreadable, or speaks of what the files do not hold is rebuilt from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipelines.catalogue import Catalogue
from pipelines.index import Capture, IndexLineError, index_member
from pipelines.members import Damage, walk_members

INDEX_NAME = "index.cdxj"


def load_catalogue(folder: Path) -> Catalogue:
    """Read all that the archive in this folder holds. Changes nothing on disk. Raises OSError."""
    sizes = {path.name: path.stat().st_size for path in warc_files(folder)}
    catalogue = _read_fitting_index(folder / INDEX_NAME, sizes) or Catalogue()
    ends = catalogue.ends()
    behind = [name for name in sizes if ends.get(name, 0) < sizes[name]]
    for name in behind:
        for capture in index_file(folder / name, ends.get(name, 0)):
            catalogue.add(capture)
    if behind:
        catalogue.resolve_revisits()
    return catalogue


def rebuild_catalogue(folder: Path) -> Catalogue:
    """Read all that the archive holds from its WARC files alone. Raises OSError."""
    catalogue = Catalogue()
    for path in warc_files(folder):
        for capture in index_file(path):
            catalogue.add(capture)
    catalogue.resolve_revisits()
    return catalogue


def index_file(path: Path, start: int = 0) -> Iterator[Capture]:
    """Give the captures of a WARC file from `start` on; what is damaged is passed over. Raises OSError."""
    for found in walk_members(path, start):
        capture = None if isinstance(found, Damage) else index_member(found, path.name)
        if capture is not None:
            yield capture


def warc_files(folder: Path) -> list[Path]:
    """Give the WARC files of the archive in the order of writing."""
    return sorted(folder.glob("*.warc.gz"))


def _read_fitting_index(path: Path, sizes: dict[str, int]) -> Catalogue | None:
    """Read the index, or None where it is missing, unreadable, or speaks of what the files do not hold."""
    try:
        with path.open(encoding="utf-8", newline="\n") as handle:
            catalogue = Catalogue(handle)
    except (FileNotFoundError, IndexLineError, UnicodeError, OverflowError):
        return None
    return catalogue if all(end <= sizes.get(name, -1) for name, end in catalogue.ends().items()) else None
