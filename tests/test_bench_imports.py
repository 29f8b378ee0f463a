"""The archives of the import benchmark are what they are said to be, and the import keeps what it should of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from bench.imports import ARCHIVES, write_archive
from bench.operations import main
from pipelines.archive import Archive
from pipelines.imports import import_paths


@pytest.mark.parametrize("name", ARCHIVES)
def test_an_archive_is_imported_whole(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.warc.gz"
    write_archive(path, name, 800_000)
    with path.open("rb") as handle:
        kinds = Counter(
            (record.rec_type, "irev.fr/" in record.rec_headers.get_header("WARC-Target-URI"))
            for record in ArchiveIterator(handle)
        )
    report = import_paths([path], tmp_path / "data", hosts={"irev.fr"})
    assert report.refused == ()
    assert len(report.kept) == kinds["response", True] + kinds["revisit", True]
    assert sum(report.other_hosts.values()) == kinds["response", False]
    assert report.passed_over.get("request records", 0) == sum(kinds["request", ours] for ours in (True, False))
    assert bool(report.other_hosts) == bool(kinds["request", True]) == (name == "ordinary")
    assert Archive(tmp_path / "data" / "archive").verify() == ()


def test_a_measure_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quick", "imports"]) == 2
    assert "there is no measure 'imports'; there are speed, again, memory, import" in capsys.readouterr().err
