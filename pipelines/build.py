"""From archive to published warehouse: read what is new, relate all of it, check, publish."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pipelines.archive import Archive
from pipelines.completeness import is_decided
from pipelines.logbook import find_last_account
from pipelines.notices import without_notices
from pipelines.outcomes import InputError, Outcome
from pipelines.progress import Progress
from pipelines.reading import Reader, Readings
from pipelines.reading_cache import ReadingCache, find_code_digest
from pipelines.run import RunContext, Stage, StageResult
from pipelines.settings import DataFolder
from warehouse.build import BuildResult, RunFacts, build
from warehouse.gates import say_gate
from warehouse.reference import load_knowledge

_OUTCOMES = {
    "published": Outcome.PUBLISHED,
    "nothing_new": Outcome.NOTHING_NEW,
    "degraded": Outcome.DEGRADED,
    "refused": Outcome.REFUSED,
}
_TOLD = ("pages", "documents", "cycles", "events", "sessions", "open_readings")


def build_stage(data: DataFolder, full: bool, progress: Progress) -> Stage:
    """Make the stage that builds; `full` forgets all readings first."""

    def run(context: RunContext) -> StageResult:
        return build_archive(data, full, progress, context)

    return run


def build_archive(data: DataFolder, full: bool, progress: Progress, context: RunContext) -> StageResult:
    """Build the warehouse from the archive. Raises `InputError` where the archive holds nothing yet."""
    archive = Archive(data.archive)
    sightings = without_notices(list(archive.sightings()))
    if not sightings:
        raise InputError(f"{data.archive} holds nothing yet: `irev import PATH` or `irev crawl` first")
    knowledge = load_knowledge()
    code_digest = find_code_digest(knowledge.digest)
    cache = ReadingCache(data.readings, code_digest)
    if full:
        cache.forget_all()
    readings = Reader(knowledge, cache, progress).read(sightings, archive)
    crawl = count_crawl(find_last_account(data))
    facts = RunFacts(context.run_id, context.started_at, context.command, code_digest, readings.losses, crawl)
    result = build(sightings, readings.by_capture, knowledge, data.root, facts)
    cache.forget_other_versions()
    return _describe(result, readings)


def _describe(result: BuildResult, readings: Readings) -> StageResult:
    return StageResult(
        outcome=_OUTCOMES[result.outcome],
        lines=tuple(_build_lines(result, readings)),
        counts={"read": readings.fresh, **result.counts},
        losses=tuple(f"{loss.url}: {loss.reason}" for loss in result.losses),
        gates=tuple(map(say_gate, result.failed_gates)),
    )


def _build_lines(result: BuildResult, readings: Readings) -> Iterator[str]:
    told = ", ".join(f"{result.counts[name]} {name.replace('_', ' ')}" for name in _TOLD)
    read = f"{len(readings.by_capture)} captures, {readings.fresh} of them read now"
    yield f"{_say_outcome(result)} ({read}; {told})"
    yield from (f"  lost {loss.url}: {loss.reason}" for loss in result.losses)
    for gate in result.failed_gates:
        yield f"  gate {say_gate(gate)}"
    yield from (f"  {notice}" for notice in result.notices)
    if result.refused_file:
        yield f"  the refused file is kept for inspection: {result.refused_file}"


def count_crawl(account: Mapping[str, Any]) -> dict[str, float]:
    """Count what a crawl's account says of completeness: addresses linked, and those missing that nobody decided on."""
    linked = account.get("links", {}).get("addresses", 0)
    missing = sum(not is_decided(entry) for entry in account.get("differences", []))
    return {"linked": linked, "missing": missing} if linked else {}


def _say_outcome(result: BuildResult) -> str:
    if result.outcome == "nothing_new":
        return f"nothing new: release {result.release} stands"
    if result.outcome == "refused":
        standing = f"release {result.release} stays" if result.release else "nothing is published yet"
        return f"refused by a gate: {standing}"
    return f"{result.outcome}: release {result.release}"
