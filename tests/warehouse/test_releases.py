"""Releases: kept for ever, whole by their manifest, and the same bytes whatever the threads or the order."""

from __future__ import annotations

import csv
import json
import random
from pathlib import Path

import pytest

from tests.warehouse.factory import KNOWLEDGE, START, built, event, page, session, stand, venue, world
from warehouse.build import RunFacts, build
from warehouse.export import export
from warehouse.load import CLOSED_WORLD
from warehouse.releases import find_damage

FIRST = page(10, event("Santé et habitat", session("2022-03-24", venue("Lens"))))
MOVED = page(10, event("Santé et habitat", session("2022-03-31", venue("Lens"))), version="2", hours=24)


def releases(data: Path) -> dict[str, Path]:
    return {path.name: path for path in sorted((data / "releases").iterdir())}


def test_each_publication_is_kept_under_its_version(tmp_path: Path) -> None:
    first = built(tmp_path, FIRST)
    before = {p.name: p.read_bytes() for p in releases(tmp_path)[str(first.release)].iterdir()}
    second = built(tmp_path, FIRST, MOVED, run="run-2")
    found = releases(tmp_path)
    assert set(found) == {first.release, second.release}
    assert {p.name: p.read_bytes() for p in found[str(first.release)].iterdir()} == before
    assert (found[str(second.release)] / "warehouse.duckdb").read_bytes() == (
        tmp_path / "warehouse.duckdb"
    ).read_bytes()


def test_manifest_names_files_and_captures(tmp_path: Path) -> None:
    folder = tmp_path / "releases" / str(built(tmp_path, FIRST, MOVED).release)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert [entry["path"] for entry in manifest["files"]] == ["captures.csv", "warehouse.duckdb"]
    with (folder / "captures.csv").open(encoding="utf-8", newline="") as file:
        digests = [row["capture_digest"] for row in csv.DictReader(file)]
    assert sorted(digests) == sorted(told.key[1] for told in (FIRST, MOVED))
    assert find_damage(folder) == []


def test_damage_is_found(tmp_path: Path) -> None:
    stand(tmp_path, FIRST)
    (folder,) = (tmp_path / "releases").iterdir()
    (folder / "captures.csv").write_text("other", encoding="utf-8")
    (folder / "warehouse.duckdb").unlink()
    assert find_damage(folder) == ["captures.csv", "warehouse.duckdb"]


def test_what_is_only_seen_again_or_refused_makes_no_release(tmp_path: Path) -> None:
    stand(tmp_path, FIRST)
    assert built(tmp_path, FIRST.again(24), run="run-2").refreshed
    refused = built(tmp_path, page(10, event("Santé et habitat", session("1921-03-24"))), run="run-3")
    assert refused.outcome == "refused"
    assert len(releases(tmp_path)) == 1


THREE = (FIRST, MOVED, page(20, event("Laïcité", session("2023-05-02"))))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The export of a world that was told in order to a database with one thread."""
    folder = tmp_path_factory.mktemp("one")
    stand(folder, *THREE)
    export(folder, folder / "export")
    return read_all(folder / "export")


def read_all(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("threads", [2, 4])
def test_same_bytes_with_any_threads_and_any_order(
    exported: dict[str, bytes], tmp_path: Path, threads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sightings, readings = world(THREE)
    settings = {**CLOSED_WORLD, "threads": str(threads)}
    monkeypatch.setattr("warehouse.load.CLOSED_WORLD", settings)
    monkeypatch.setattr("warehouse.reader.CLOSED_WORLD", settings)
    random.Random(threads).shuffle(sightings)
    facts = RunFacts("run-2", START, "irev build", "code")
    two = build(sightings, dict(sorted(readings.items(), reverse=True)), KNOWLEDGE, tmp_path, facts)
    export(tmp_path, tmp_path / "export")
    assert len(exported) > 20
    assert read_all(tmp_path / "export") == exported
    assert set(releases(tmp_path)) == {two.release}
