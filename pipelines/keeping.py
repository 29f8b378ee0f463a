"""The stages that fill the archive, told as results: what an import or a crawl kept, and what it could not have."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from pipelines.clock import Clock
from pipelines.completeness import find_gaps, say_account
from pipelines.import_report import ImportReport
from pipelines.imports import import_paths
from pipelines.logbook import find_last_account
from pipelines.outcomes import InputError, Outcome
from pipelines.progress import Progress
from pipelines.run import RunContext, Stage, StageResult
from pipelines.settings import DataFolder

# That a page is gone is an answer of the site, kept like any other; only what gave no answer is lost.
_ANSWERS = frozenset({"http_404", "http_410"})

_MOST_HOSTS = 10
_MOST_REFUSED = 20  # lines on a terminal; the run's record names more

_WORDS = {
    "limit": "beyond the limit given",
    "never": "excluded by the site profile",
    "no_class": "of a kind the profile does not name",
    "not_an_address": "that are no address",
    "off_site": "on other sites",
    "robots": "closed by robots.txt",
    "http_404": "not found (404)",
    "http_410": "gone (410)",
}


class Crawled(Protocol):
    """What a crawl came to; `spiders.crawl.CrawlOutcome` is one (pipelines may not import spiders)."""

    @property
    def requests(self) -> int:
        """Requests that went to the network."""

    @property
    def new_records(self) -> int:
        """Answers that the archive did not hold."""

    @property
    def revisits(self) -> int:
        """Answers that the archive held already."""

    @property
    def refused(self) -> Mapping[str, int]:
        """Addresses never asked for, by reason."""

    @property
    def errors(self) -> Mapping[str, int]:
        """Requests that failed, by reason."""

    @property
    def account(self) -> Mapping[str, Any]:
        """What the site offers against what is kept, as JSON values; empty where the crawl did not come so far."""

    @property
    def silence(self) -> str | None:
        """That nothing new has come for longer than usual, or None."""

    @property
    def left_over(self) -> int:
        """Addresses that the profile's own limit left for another run."""

    @property
    def problem(self) -> str | None:
        """Why the crawl failed as a whole, or None."""


def import_stage(
    paths: Sequence[Path],
    data: DataFolder,
    clock: Clock,
    hosts: Collection[str] | None = None,
    progress: Progress | None = None,
) -> Stage:
    """Make the stage that keeps local files; `hosts` limits what is taken out of WARC files, None takes all."""

    def run(_: RunContext) -> StageResult:
        return describe_import(import_paths(paths, data.root, clock, hosts, progress))

    return run


def crawl_stage(crawl: Callable[[], Crawled], data: DataFolder | None = None) -> Stage:
    """Make the stage that crawls, with whatever crawls; `data` is where the last run's account is found."""

    def run(_: RunContext) -> StageResult:
        before = find_last_account(data) if data else {}
        return describe_crawl(crawl(), before)

    return run


def describe_import(report: ImportReport) -> StageResult:
    """Tell what an import came to. Raises `InputError` where nothing of what was named could be kept."""
    kept, already = len(report.kept) + report.more_kept, len(report.already) + report.more_already
    if not kept + already:
        raise InputError(_say_nothing_kept(report))
    outcome = Outcome.KEPT if kept else Outcome.NOTHING_NEW
    losses = tuple(f"{refused.path}: {refused.reason}" for refused in report.refused)
    losses += (f"and {report.more_refused} more",) if report.more_refused else ()
    refused = len(report.refused) + report.more_refused
    summary = f"kept {kept} new, {already} were kept already, {refused} refused"
    return StageResult(
        outcome=Outcome.DEGRADED if losses else outcome,
        lines=(summary, *_say_left_out(report), *_say_refused(losses)),
        counts={"kept": kept, "already": already, "refused": refused},
        losses=losses,
    )


def describe_crawl(crawled: Crawled, before: Mapping[str, Any] | None = None) -> StageResult:
    """Tell what a crawl came to: failed as a whole, degraded where it misses something.

    `before` is the completeness account of the last crawl.
    """
    losses = tuple(_find_losses(crawled, before or {}))
    outcome = Outcome.KEPT if crawled.new_records else Outcome.NOTHING_NEW
    outcome = Outcome.DEGRADED if losses else outcome
    return StageResult(
        outcome=Outcome.FAILED if crawled.problem else outcome,
        lines=tuple(_crawl_lines(crawled)),
        counts={"requests": crawled.requests, "new": crawled.new_records, "unchanged": crawled.revisits},
        losses=losses,
        error=crawled.problem,
        account=crawled.account,
    )


def _find_losses(crawled: Crawled, before: Mapping[str, Any]) -> Iterator[str]:
    """Name what could not be had. An explicit "gone" is an answer, and no loss."""
    lost = ((reason, count) for reason, count in crawled.errors.items() if reason not in _ANSWERS)
    yield from (f"{_say_requests(count)}: {reason}" for reason, count in lost)
    if count := crawled.refused.get("private_address"):
        yield f"{_say_requests(count)}: the site's name leads to a private address"
    if crawled.left_over:
        yield f"{crawled.left_over} addresses left for another run: the profile allows no more requests"
    if not crawled.problem:  # a crawl that failed as a whole says nothing of what the site shows
        yield from find_gaps(crawled.account, before)
    if crawled.silence:
        yield crawled.silence


def _say_left_out(report: ImportReport) -> Iterator[str]:
    """Say what was left out of WARC files by rule; of many other hosts, the most frequent."""
    others = sorted(report.other_hosts.items(), key=lambda item: (-item[1], item[0]))
    yield from (f"  left out of WARC files, {count} of {host}" for host, count in others[:_MOST_HOSTS])
    if rest := others[_MOST_HOSTS:]:
        yield f"  left out of WARC files, {sum(count for _, count in rest)} of {len(rest)} more hosts"
    if report.passed_over:
        yield f"  passed over in WARC files: {_say_passed_over(report)}"


def _say_refused(losses: Sequence[str]) -> Iterator[str]:
    yield from (f"  refused {loss}" for loss in losses[:_MOST_REFUSED])
    if rest := losses[_MOST_REFUSED:]:
        yield f"  and {len(rest)} more lines in the run's record"


def _say_passed_over(report: ImportReport) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in report.passed_over.items())


def _say_nothing_kept(report: ImportReport) -> str:
    if report.other_hosts and not report.refused:
        count, hosts = sum(report.other_hosts.values()), ", ".join(list(report.other_hosts)[:3])
        return f"all {count} captures are of other hosts ({hosts}); --all-hosts keeps them too"
    if report.passed_over and not report.refused:
        return f"no captures of pages or documents, only {_say_passed_over(report)}"
    if not report.refused:
        return "there is no file to keep in what you named"
    first, more = report.refused[0], len(report.refused) + report.more_refused - 1
    return f"{first.path}: {first.reason}" + (f" (and {more} more that could not be kept)" if more else "")


def _crawl_lines(crawled: Crawled) -> Iterator[str]:
    yield f"crawled: {crawled.requests} requests, {crawled.new_records} new, {crawled.revisits} unchanged"
    if crawled.refused:
        yield f"  never asked for: {_say_counts(crawled.refused)}"
    if crawled.errors:
        yield f"  without content: {_say_counts(crawled.errors)}"
    yield from say_account(crawled.account)
    if crawled.problem:
        yield f"failed: {crawled.problem}"


def _say_requests(count: int) -> str:
    return f"{count} request" if count == 1 else f"{count} requests"


def _say_counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {_WORDS.get(reason, reason.replace('_', ' '))}" for reason, count in counts.items())
