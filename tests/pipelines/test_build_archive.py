"""Building from an archive: what is read once, what is lost and said so, what an empty archive asks for."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from pipelines.archive import Archive
from pipelines.build import build_archive, build_stage
from pipelines.completeness import count_crawl
from pipelines.logbook import RunRecord
from pipelines.outcomes import InputError, Outcome
from pipelines.progress import NoProgress
from pipelines.records import Imported
from pipelines.run import RunContext, StageResult, run_stages
from pipelines.settings import DataFolder
from pipelines.status import show_status
from warehouse.acceptances import Consent
from warehouse.query import ask

MONDAY = dt.datetime(2022, 5, 2, 10, 0, tzinfo=dt.UTC)
PAGE = "<html><body><h1>Atelier {number}</h1><p>L'atelier a lieu le {number} juin 2022 à Arras.</p></body></html>"


def keep(data: DataFolder, *numbers: int) -> None:
    with Archive(data.archive) as archive:
        for number in numbers:
            address = f"https://irev.fr/actualites-0/atelier-{number}"
            archive.append_resource(
                Imported(PAGE.format(number=number).encode(), "text/html", MONDAY, "a.html", address)
            )


def build(data: DataFolder, full: bool = False) -> StageResult:
    return build_archive(data, full, NoProgress(), RunContext("run-1", "build", MONDAY))


def days(data: DataFolder) -> list[int]:
    return [row[0].day for row in ask(data.root, "SELECT day FROM sessions ORDER BY day").rows]


def test_an_empty_archive_asks_for_something_to_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="irev import"):
        build(DataFolder(tmp_path))


def test_a_build_reads_what_is_new_and_only_that(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    keep(data, 7, 8)
    assert build(data).counts["read"] == 2
    assert days(data) == [7, 8]
    again = build(data)
    assert (again.outcome, again.counts["read"]) == (Outcome.NOTHING_NEW, 0)
    assert again.lines[0].startswith("nothing new: release 2022-05-02.")
    keep(data, 9)
    assert build(data).counts["read"] == 1
    assert days(data) == [7, 8, 9]


def test_a_full_build_reads_everything_again_and_finds_the_same(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    keep(data, 7, 8)
    build(data)
    full = build(data, full=True)
    assert (full.outcome, full.counts["read"]) == (Outcome.NOTHING_NEW, 2)


def test_what_the_archive_cannot_give_degrades_the_run_and_is_named(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    keep(data, 7, 8)
    archive = Archive(data.archive)
    lost = max(archive.captures(), key=lambda capture: capture.offset)
    path = data.archive / lost.filename
    content = bytearray(path.read_bytes())
    content[lost.offset + lost.length - 12] ^= 0xFF
    path.write_bytes(content)
    result = build(data)
    assert result.outcome is Outcome.DEGRADED
    (loss,) = result.losses
    assert loss.startswith("https://irev.fr/actualites-0/atelier-8: the archive does not give its bytes")
    assert days(data) == [7]
    reasons = ask(data.root, "SELECT reason FROM open_readings WHERE url LIKE '%atelier-8'").rows
    assert any("archive" in reason for (reason,) in reasons)


ACCOUNT = {
    "links": {"addresses": 100, "captured": 90},
    "listings": {"/actualites-0": {"items": 60, "pages": 6, "last_page": 6, "missing_pages": [3]}},
    "differences": [
        *({"address": f"/lost-{n}", "named_by": "/", "reason": "http_503"} for n in range(7)),
        *({"address": f"/gone-{n}", "named_by": "/", "reason": "http_404"} for n in range(9)),
        {"address": "/admin", "named_by": "/", "reason": "robots"},
    ],
}


def test_what_was_not_captured_is_counted_without_what_is_gone_or_decided() -> None:
    assert count_crawl(ACCOUNT) == {"linked": 100, "missing": 7, "offered": 7, "unread": 1}
    assert count_crawl({**ACCOUNT, "links": {"addresses": 100, "captured": 98}})["missing"] == 2  # kept before tonight
    assert count_crawl({}) == {}


def test_the_account_of_the_crawl_of_the_same_run_counts_and_not_the_one_before(tmp_path: Path) -> None:
    """A night in which half of the site failed is told that night, not on the next one."""
    data, whole = DataFolder(tmp_path), {**ACCOUNT, "differences": [], "links": {"addresses": 100, "captured": 100}}
    whole["listings"] = {"/actualites-0": {"items": 60, "pages": 7, "last_page": 6, "missing_pages": []}}

    def night(number: int, account: dict[str, Any]) -> RunRecord:
        def crawl(_: RunContext) -> StageResult:
            keep(data, number)
            return StageResult(Outcome.KEPT, account=account)

        moment = MONDAY + dt.timedelta(days=number)
        return run_stages(data, "run", [crawl, build_stage(data, False, NoProgress())], lambda: moment)[0]

    first = night(1, whole)
    assert (first.outcome, first.gates) == (Outcome.PUBLISHED, ())
    bad = night(2, ACCOUNT)
    assert bad.outcome == Outcome.DEGRADED
    assert [gate.split(":")[0] for gate in bad.gates] == ["listing_is_captured", "listings_are_read"]
    good = night(3, whole)
    assert (good.outcome, good.gates) == (Outcome.PUBLISHED, ())


def test_a_refusal_is_named_in_the_record_and_in_the_status_until_somebody_accepts_it(tmp_path: Path) -> None:
    data, moments = DataFolder(tmp_path), itertools.count(1)

    def run(*rules: str) -> tuple[RunRecord, list[str]]:
        consent = Consent(frozenset(rules), "a plan for ten years", "Camille") if rules else None
        moment = MONDAY + dt.timedelta(hours=next(moments))
        return run_stages(data, "build", [build_stage(data, False, NoProgress(), consent)], lambda: moment)

    keep(data, 7)
    assert run()[0].outcome == Outcome.PUBLISHED
    far = PAGE.format(number=8).replace("2022", "2031")
    with Archive(data.archive) as archive:
        archive.append_resource(Imported(far.encode(), "text/html", MONDAY, "a.html", "https://irev.fr/action/far"))
    record, lines = run()
    said = "days_in_bounds: found 1, bound 0 (refuse): no session before 1990"
    assert (record.outcome, record.gates[0].startswith(said)) == (Outcome.REFUSED, True)
    assert json.loads((data.logs / f"{record.run_id}.json").read_text())["gates"][0].startswith(said)
    assert any(said in line for line in show_status(data, MONDAY))
    assert "  if you looked and it is true: irev build --accept RULE --why TEXT" in lines
    assert days(data) == [7]
    record, lines = run("days_in_bounds", "unique_keys")
    assert record.outcome == Outcome.PUBLISHED
    assert "accepted by Camille on 2022-05-02: a plan for ten years" in record.gates[0]
    assert "  gate unique_keys needed nobody to accept it" in lines
    assert days(data) == [7, 8]
    with pytest.raises(InputError, match="no gate days_in_bond"):
        run("days_in_bond")
