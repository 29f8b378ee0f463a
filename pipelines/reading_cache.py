"""Readings kept between builds, so that only what changed is read again.

A reading is a pure function of bytes, address, moment, reference data and the code that reads. The last two
are identified by `find_code_digest`; each version of the code has a folder of its own below `readings/`. The
cache may be deleted at any time: a missing or torn entry is read again.
"""

from __future__ import annotations

import gc
import hashlib
import importlib.metadata
import io
import pickle
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import extract
from extract.records import Reading
from pipelines.workers import Rejection

# The libraries whose version decides what is read.
_LIBRARIES = (
    "beautifulsoup4",
    "dateparser",
    "lxml",
    "pdfminer.six",
    "pdfplumber",
    "pyahocorasick",
    "pypdfium2",
)

# All that a stored reading is made of. Nothing else is ever loaded, whatever stands in the file.
_RECORD_MODULES = frozenset({"datetime", "extract.records", "pipelines.workers"})
_MOMENT_MAKERS = frozenset({("zoneinfo", "ZoneInfo._unpickle")})

# What loading raises on a file that was cut off or scribbled over.
_TORN = (
    EOFError,
    pickle.UnpicklingError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    KeyError,
    ImportError,
)

Entry = Reading | Rejection


class ReadingCache:
    """Entries of one version of the reading code, by key. Files are written aside and renamed into place."""

    def __init__(self, folder: Path, code_digest: str) -> None:
        self._readings = folder
        self._folder = folder / code_digest[:16]

    def find(self, key: str) -> Entry | None:
        """Find the stored entry, or None where it has to be read (again)."""
        entry = load_records(self._path(key))
        return entry if isinstance(entry, (Reading, Rejection)) else None

    def size_of(self, key: str) -> int | None:
        """Give the size of a stored entry in bytes, or None where there is none."""
        try:
            return self._path(key).stat().st_size
        except OSError:
            return None

    @property
    def folder(self) -> Path:
        """Give the folder of this version of the code."""
        return self._folder

    def store(self, key: str, entry: Entry) -> None:
        """Keep an entry for the next build."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(".new")
        aside.write_bytes(pickle.dumps(entry, protocol=5))
        aside.replace(path)

    def forget_all(self) -> None:
        """Delete every entry of every version."""
        shutil.rmtree(self._readings, ignore_errors=True)

    def forget_other_versions(self) -> None:
        """Delete the entries that an older version of the code made."""
        for folder in self._other_versions():
            shutil.rmtree(folder, ignore_errors=True)

    def _other_versions(self) -> Iterator[Path]:
        if self._readings.is_dir():
            yield from (folder for folder in self._readings.iterdir() if folder != self._folder)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.reading"


def find_code_digest(knowledge_digest: str) -> str:
    """Identify the code that reads: its sources, its libraries, the Python version, the reference data."""
    digest = hashlib.sha256()
    root = Path(extract.__path__[0])
    for path in sorted(root.rglob("*.py")):
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for library in _LIBRARIES:
        digest.update(f"{library} {importlib.metadata.version(library)}\0".encode())
    digest.update(f"python {sys.version_info[:2]}\0{knowledge_digest}".encode())
    return digest.hexdigest()


def load_records(path: Path) -> object:
    """Load records from a file, and nothing else; None where there is no file or not a whole one."""
    try:
        content = path.read_bytes()
        with _no_collection():
            return _SafeUnpickler(io.BytesIO(content)).load()
    except (OSError, *_TORN):
        return None


@contextmanager
def _no_collection() -> Iterator[None]:
    """Look for no garbage meanwhile: records hold no cycles, and looking through millions takes as long as loading."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _SafeUnpickler(pickle.Unpickler):
    """Loads records and nothing else, because a data folder may come from somebody else."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if module in _RECORD_MODULES and "." not in name else None
        if isinstance(found, type) and found.__module__ == module:
            return found
        if (module, name) in _MOMENT_MAKERS:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a reading")
