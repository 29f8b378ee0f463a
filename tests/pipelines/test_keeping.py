"""What an import or a crawl came to: outcome, words, losses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from pipelines.import_report import ImportReport, Kept, Refused
from pipelines.keeping import crawl_stage, describe_crawl, describe_import
from pipelines.outcomes import InputError, Outcome
from pipelines.run import StageResult

KEPT = Kept("a.html", "https://irev.fr/a", "sha256:00", "text/html")
REFUSED = Refused("b.bin", "neither a page, nor a document, nor a WARC file")


@dataclass(frozen=True)
class Crawl:
    requests: int = 10
    new_records: int = 0
    revisits: int = 10
    refused: Mapping[str, int] = field(default_factory=dict)
    errors: Mapping[str, int] = field(default_factory=dict)
    problem: str | None = None
    account: Mapping[str, Any] = field(default_factory=dict)
    silence: str | None = None
    left_over: int = 0


@pytest.mark.parametrize(
    ("report", "outcome"),
    [
        (ImportReport(kept=(KEPT,)), Outcome.KEPT),
        (ImportReport(already=(KEPT,)), Outcome.NOTHING_NEW),
        (ImportReport(kept=(KEPT,), refused=(REFUSED,)), Outcome.DEGRADED),
    ],
)
def test_an_import_ends_as(report: ImportReport, outcome: Outcome) -> None:
    assert describe_import(report).outcome is outcome


def test_each_refused_file_is_named() -> None:
    result = describe_import(ImportReport(kept=(KEPT,), refused=(REFUSED, Refused("c", "the file is empty"))))
    assert result.losses == ("b.bin: neither a page, nor a document, nor a WARC file", "c: the file is empty")
    assert "  refused c: the file is empty" in result.lines


def test_a_terminal_is_not_flooded_with_what_was_refused() -> None:
    refused = tuple(Refused(f"{number}.bin", "the file is empty") for number in range(150))
    result = describe_import(ImportReport(kept=(KEPT,), refused=refused))
    assert len(result.losses) == 150
    assert result.lines[20] == "  refused 19.bin: the file is empty"
    assert result.lines[21:] == ("  and 130 more lines in the run's record",)


def test_what_was_left_out_of_a_warc_file_is_counted() -> None:
    result = describe_import(ImportReport(kept=(KEPT,), other_hosts={"example.org": 12}))
    assert "  left out of WARC files, 12 of example.org" in result.lines


def test_an_import_of_nothing_is_bad_input() -> None:
    with pytest.raises(InputError, match=r"b\.bin: neither .* \(and 1 more"):
        describe_import(ImportReport(refused=(REFUSED, REFUSED)))
    with pytest.raises(InputError, match="no file to keep"):
        describe_import(ImportReport())


@pytest.mark.parametrize(
    ("crawl", "outcome"),
    [
        (Crawl(new_records=3), Outcome.KEPT),
        (Crawl(), Outcome.NOTHING_NEW),
        (Crawl(new_records=3, errors={"http_404": 2, "http_410": 1}), Outcome.KEPT),  # answers, and kept
        (Crawl(new_records=3, errors={"http_404": 2, "timeout": 1}), Outcome.DEGRADED),
        (Crawl(errors={"host_unknown": 1}, problem="the site could not be reached"), Outcome.FAILED),
    ],
)
def test_a_crawl_ends_as(crawl: Crawl, outcome: Outcome) -> None:
    assert describe_crawl(crawl).outcome is outcome


def test_a_crawl_names_what_it_could_not_have() -> None:
    crawl = Crawl(errors={"http_404": 2, "timeout": 1}, refused={"off_site": 5, "ignored": 1})
    result = describe_crawl(crawl)
    assert result.losses == ("1 request: timeout",)
    assert "  never asked for: 5 on other sites, 1 ignored" in result.lines
    assert "  without content: 2 not found (404), 1 timeout" in result.lines


def test_a_failed_crawl_says_why() -> None:
    result: StageResult = describe_crawl(Crawl(problem="the site could not be reached: timeout (3)"))
    assert result.error == "the site could not be reached: timeout (3)"
    assert result.lines[-1] == "failed: the site could not be reached: timeout (3)"


def test_the_stage_crawls_when_it_is_run_and_not_before() -> None:
    crawls: list[Crawl] = []

    def crawl() -> Crawl:
        crawls.append(Crawl(new_records=1))
        return crawls[-1]

    stage = crawl_stage(crawl)
    assert crawls == []
    assert stage(None).counts["new"] == 1  # type: ignore[arg-type] # the crawl needs nothing of the run
    assert len(crawls) == 1
