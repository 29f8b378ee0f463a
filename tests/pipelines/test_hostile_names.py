"""Names and words of a hostile site: never a path, never a command to a terminal; the threat model names tests."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from pipelines.archive import Archive
from pipelines.imports import import_paths
from pipelines.keeping import describe_import
from pipelines.logbook import RunRecord, write_record
from pipelines.outcomes import Outcome
from pipelines.records import Exchange
from pipelines.settings import DataFolder
from pipelines.status import show_status
from pipelines.terminal import clean_line

ROOT = Path(__file__).resolve().parents[2]
NOON = dt.datetime(2025, 11, 22, 12, tzinfo=dt.UTC)
PATHS = [
    "../../../etc/passwd",
    "..%2F..%2Fetc%2Fpasswd",
    "/etc/passwd",
    "a\0b",
    "CON",
    "x" * 5000,
    "é\u202egpj.exe",
    "a\r\nb: c",
]
TERMINAL = "\x1b]0;titre\x07\x1b[2J\x9b31m\u202eabc\r\n\x08\x7f"


@pytest.mark.parametrize("name", PATHS)
def test_no_name_of_the_site_becomes_a_path(name: str, tmp_path: Path) -> None:
    url = f"https://irev.fr/sites/default/files/{name}"
    headers = [
        (b"Content-Type", b"application/pdf"),
        (b"Content-Disposition", f'attachment; filename="{name}"'.encode("utf-8", "replace")),
    ]
    with Archive(tmp_path / "archive") as archive:
        archive.append_response(Exchange(url, 200, headers, b"%PDF-1.7", NOON, raw_url=name))
    assert Archive(tmp_path / "archive").verify() == ()
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert files == {"archive/.lock", "archive/index.cdxj", "archive/irev-000001-20251122T120000Z.warc.gz"}
    (capture,) = Archive(tmp_path / "archive").captures()
    assert "\n" not in capture.url + capture.raw_url


def test_no_line_for_people_holds_a_control_code(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    losses = (f"page {TERMINAL}",)
    account = {
        "listings": {"/a": {"items": 1, "pages": 1, "last_page": 0, "missing_pages": []}},
        "differences": [{"address": f"https://irev.fr/{TERMINAL}", "named_by": "link", "reason": TERMINAL}],
    }
    write_record(
        data, RunRecord("r", f"run{TERMINAL}", NOON, NOON, Outcome.FAILED, {}, losses, (), TERMINAL, None, account)
    )
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x\x1b[2J.bin").write_bytes(b"\0\1")
    (tmp_path / "in" / "ok.html").write_bytes(b"<html></html>")
    told = [clean_line(line) for line in describe_import(import_paths([tmp_path / "in"], tmp_path)).lines]
    shown = [*show_status(data, NOON), *told]
    assert sum("titre" in line for line in shown) >= 2  # what was lost and what failed are shown, made harmless
    assert any("x" in line and ".bin" in line for line in shown)
    for line in shown:
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", line), repr(line)


def test_the_threat_model_names_tests_and_defences_that_exist() -> None:
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    rows = [
        row.strip("|").split("|")
        for row in text.splitlines()
        if row.startswith("| ") and not row.startswith("| danger")
    ]
    assert len(rows) >= 15
    for danger, defence, tests in rows:
        named = re.findall(r"`((?:tests|bench|spiders|pipelines|deploy)/[\w/.]+)`", defence + tests)
        assert re.search(r"`(?:tests|bench)/", tests), danger
        assert [name for name in named if not (ROOT / name).exists()] == []
