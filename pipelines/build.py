"""From archive to published warehouse: read what is new, relate all of it, check, publish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.archive import Archive
from pipelines.completeness import count_crawl
from pipelines.logbook import find_last_account
from pipelines.notices import Kind, as_seen, find_notices, say_notices, without_same_bytes
from pipelines.outcomes import InputError, Outcome
from pipelines.progress import Progress
from pipelines.reading import Reader, Readings
from pipelines.reading_cache import ReadingCache, find_code_digest
from pipelines.run import RunContext, Stage, StageResult
from pipelines.settings import DataFolder
from pipelines.vanished import say_vanished
from warehouse.acceptances import Consent
from warehouse.build import BuildResult, RunFacts, build
from warehouse.gates import load_gates, say_gate
from warehouse.reference import load_knowledge

_OUTCOMES = {
    "published": Outcome.PUBLISHED,
    "nothing_new": Outcome.NOTHING_NEW,
    "degraded": Outcome.DEGRADED,
    "refused": Outcome.REFUSED,
}
_TOLD = ("pages", "documents", "cycles", "events", "sessions", "open_readings")


def build_stage(data: DataFolder, full: bool, progress: Progress, consent: Consent | None = None) -> Stage:
    """Make the stage that builds; `full` forgets all readings first, `consent` is what a person accepts of the gates.

    Raises `InputError` where there is no gate of a name.
    """
    unknown = sorted((consent.rules if consent else frozenset()) - {gate.rule for gate in load_gates()})
    if unknown:
        raise InputError(f"there is no gate {unknown[0]}; `irev status` names the one that refused")

    def run(context: RunContext) -> StageResult:
        return build_archive(data, full, progress, context, consent)

    return run


def build_archive(
    data: DataFolder, full: bool, progress: Progress, context: RunContext, consent: Consent | None = None
) -> StageResult:
    """Build the warehouse from the archive. Raises `InputError` where the archive holds nothing yet."""
    archive = Archive(data.archive)
    seen = list(archive.sightings())
    if not seen:
        raise InputError(f"{data.archive} holds nothing yet: `irev import PATH` or `irev crawl` first")
    knowledge = load_knowledge()
    code_digest = find_code_digest(knowledge.digest)
    cache = ReadingCache(data.readings, code_digest)
    if full:
        cache.forget_all()
    readings = Reader(knowledge, cache, progress).read(without_same_bytes(seen), archive)
    notices = find_notices(seen, readings.by_capture.slims)
    sightings = as_seen(seen, notices)
    crawl = count_crawl(context.account or find_last_account(data))
    facts = RunFacts(context.run_id, context.started_at, context.command, code_digest, readings.losses, crawl, consent)
    result = build(sightings, readings.by_capture, knowledge, data.root, facts)
    cache.forget_other_versions()
    told = list(say_notices(seen, notices))
    return _with_losses(_describe(result, readings, consent), told, list(say_vanished(sightings, context.started_at)))


def _with_losses(result: StageResult, notices: Sequence[tuple[Kind, str]], vanished: Sequence[str]) -> StageResult:
    """Add what the site took back: notices in the place of content, and addresses that all at once give none.

    That a page is gone is an answer of the site, and no loss, whatever status it is said with.
    """
    losses = (*(line for kind, line in notices if kind != "not_found"), *vanished)
    good = result.outcome in (Outcome.PUBLISHED, Outcome.NOTHING_NEW)
    return replace(
        result,
        outcome=Outcome.DEGRADED if losses and good else result.outcome,
        lines=(*result.lines, *(f"  {line}" for line in (*(line for _, line in notices), *vanished))),
        losses=(*result.losses, *losses),
    )


def _describe(result: BuildResult, readings: Readings, consent: Consent | None) -> StageResult:
    return StageResult(
        outcome=_OUTCOMES[result.outcome],
        lines=(*_build_lines(result, readings), *_say_needless(result, consent)),
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
        yield "  if you looked and it is true: irev build --accept RULE --why TEXT"


def _say_needless(result: BuildResult, consent: Consent | None) -> Iterator[str]:
    """Say which gates a person accepted for nothing: they passed, or none was asked."""
    for rule in sorted(consent.rules if consent else ()):
        if not any(gate.rule == rule for gate in result.failed_gates):
            yield f"  gate {rule} needed nobody to accept it"


def _say_outcome(result: BuildResult) -> str:
    if result.outcome == "nothing_new":
        return f"nothing new: release {result.release} stands"
    if result.outcome == "refused":
        standing = f"release {result.release} stays" if result.release else "nothing is published yet"
        return f"refused by a gate: {standing}"
    return f"{result.outcome}: release {result.release}"
