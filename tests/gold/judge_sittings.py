"""Judges what sittings are about, on pages that tell that sitting by sitting and on pages that do not.

Truth stands apart from the pages' own (`sitting_titles_*.jsonl`), one line a page: its sittings in the order of days,
each with its title (and others that are as good, `also`) or null. Where a sitting is an event of its own, the title of
that event is right as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.records import EventReading, SessionReading
from tests.gold.judge_events import is_title
from tests.gold.scores import Verdict
from tests.gold.truth import HERE, Page, read_json_lines

FIELD = "sitting title"


@dataclass(frozen=True)
class TitledSitting:
    """One sitting of the truth: its day and start, and the titles that are right; none where it has none."""

    first_day: str
    starts_at: str | None
    titles: tuple[str, ...]


def load_sitting_titles(part: str) -> dict[str, list[TitledSitting]]:
    """The sittings of the pages of a part, by page."""
    return {
        row["id"]: [
            TitledSitting(s["first_day"], s["starts_at"], (s["title"], *s.get("also", ())) if s["title"] else ())
            for s in row["sittings"]
        ]
        for path in sorted(HERE.glob(f"sitting_titles_{part}.jsonl"))
        for row in read_json_lines(path)
    }


def judge_sitting_titles(
    page: Page, found: Sequence[EventReading], truth: Mapping[str, Sequence[TitledSitting]]
) -> Iterator[Verdict]:
    """The title of each sitting of which the day was read."""
    told = [(session, event) for event in found for session in event.sessions if event.relation != "mentions"]
    for sitting in truth.get(page.id, ()):
        match = _find(sitting, told)
        if match is not None:
            yield _judge(page, sitting, *match)


def _find(
    sitting: TitledSitting, told: Sequence[tuple[SessionReading, EventReading]]
) -> tuple[SessionReading, EventReading] | None:
    """The sitting that was read of this day, of those of one day the one of this hour."""
    same_day = [pair for pair in told if pair[0].first_day.isoformat() == sitting.first_day]
    return next((pair for pair in same_day if pair[0].starts_at == sitting.starts_at), next(iter(same_day), None))


def _judge(page: Page, sitting: TitledSitting, session: SessionReading, event: EventReading) -> Verdict:
    read = [title for title in (session.title, event.title) if title]
    right = any(is_title(expected, title) for expected in sitting.titles for title in read)
    false = session.title is not None and not right
    missed = bool(sitting.titles) and not right
    detail = f"{sitting.titles[:1]} read {session.title!r}" if false or missed else ""
    return Verdict(FIELD, page.form, page.id, int(right), int(false), int(missed), detail)
