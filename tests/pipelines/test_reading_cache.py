"""The cache of readings: gives back what was stored, never trusts the file, keeps one version of the code."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from extract.records import OpenReading, PageFacts, Place, Reading, Source
from pipelines.reading_cache import ReadingCache, find_code_digest
from pipelines.workers import Rejection

KEY = "ab" * 32
READING = Reading(
    Source(None, "https://irev.fr/a", "00", "text/html"),
    PageFacts("url:https://irev.fr/a", "https://irev.fr/a", None, "news", "Titre"),
    open=(OpenReading("en mars", "no year", Place(3, 10)),),
)


@pytest.mark.parametrize("entry", [READING, Rejection("crash", "ended by SIGSEGV")])
def test_an_entry_comes_back_as_it_was(tmp_path: Path, entry: Reading | Rejection) -> None:
    cache = ReadingCache(tmp_path, "1" * 64)
    assert cache.find(KEY) is None
    cache.store(KEY, entry)
    assert ReadingCache(tmp_path, "1" * 64).find(KEY) == entry


def test_other_code_has_other_entries(tmp_path: Path) -> None:
    old, new = ReadingCache(tmp_path, "1" * 64), ReadingCache(tmp_path, "2" * 64)
    old.store(KEY, READING)
    assert new.find(KEY) is None
    new.store(KEY, READING)
    new.forget_other_versions()
    assert (old.find(KEY), new.find(KEY)) == (None, READING)
    new.forget_all()
    assert new.find(KEY) is None


class Exploit:
    """Runs a command where it is unpickled without care."""

    def __init__(self, witness: Path) -> None:
        self.witness = witness

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, (f"touch '{self.witness}'",)


def find_file(folder: Path) -> Path:
    (path,) = folder.rglob("*.reading")
    return path


def test_a_planted_file_runs_nothing(tmp_path: Path) -> None:
    cache = ReadingCache(tmp_path / "readings", "1" * 64)
    cache.store(KEY, READING)
    witness = tmp_path / "ran"
    find_file(tmp_path).write_bytes(pickle.dumps(Exploit(witness)))
    assert cache.find(KEY) is None
    assert not witness.exists()


@pytest.mark.parametrize("name", ["dt.sys.exit", "dt.sys", "annotations", "Literal"])
def test_only_records_are_loaded_from_the_records(tmp_path: Path, name: str) -> None:
    cache = ReadingCache(tmp_path, "1" * 64)
    cache.store(KEY, READING)
    find_file(tmp_path).write_bytes(
        b"\x80\x04\x8c\x0fextract.records\x8c" + bytes([len(name)]) + name.encode() + b"\x93."
    )
    assert cache.find(KEY) is None


@pytest.mark.parametrize("kept", [0, 1, 40, -1])
def test_a_torn_file_is_read_again(tmp_path: Path, kept: int) -> None:
    cache = ReadingCache(tmp_path, "1" * 64)
    cache.store(KEY, READING)
    path = find_file(tmp_path)
    path.write_bytes(path.read_bytes()[:kept])
    assert cache.find(KEY) is None


def test_the_digest_follows_the_reference_data() -> None:
    assert find_code_digest("a") == find_code_digest("a")
    assert find_code_digest("a") != find_code_digest("b")
