"""Judges what is stated of events besides days and places: for whom, how many, by whom, with whom, how to sign up.

Truth stands apart from the pages' own (`stated_*.jsonl`), one line an event. Words are right when they are about those
that were written down; a name when it is one of its right forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from extract.addresses import canonical_address
from extract.records import EventReading
from tests.gold.judge_events import find_match
from tests.gold.judge_places import fold
from tests.gold.scores import Verdict
from tests.gold.truth import HERE, Page, read_json_lines

SAME_WORDS = 75.0
SAME_NAME = 85.0


@dataclass(frozen=True)
class Stated:
    """What a page states of one event."""

    audience: str | None
    participants: int | None
    stated_sessions: int | None
    organisers: tuple[tuple[str, ...], ...]
    partners: tuple[tuple[str, ...], ...]
    registration_url: str | None
    registration_deadline: str | None


def load_stated(part: str) -> dict[tuple[str, str], Stated]:
    """What is stated on the pages of a part, by page and title of the event."""
    return {
        (row["id"], row["title"]): Stated(
            row["audience"],
            row["participants"],
            row["stated_sessions"],
            tuple(map(tuple, row["organisers"])),
            tuple(map(tuple, row["partners"])),
            row["registration_url"],
            row["registration_deadline"],
        )
        for path in sorted(HERE.glob(f"stated_*_{part}.jsonl"))
        for row in read_json_lines(path)
    }


def judge_stated(page: Page, found: Sequence[EventReading], stated: dict[tuple[str, str], Stated]) -> Iterator[Verdict]:
    """What is stated of each event of which a day was read."""
    for event in page.events:
        truth = stated.get((page.id, event.title))
        match = find_match(event, found)
        if truth is None or match is None:
            continue
        yield judge_words(page, "audience", truth.audience, match.audience)
        yield judge_value(page, "participants", truth.participants, match.participants)
        yield judge_value(page, "stated sessions", truth.stated_sessions, match.stated_sessions)
        yield judge_organiser(page, truth, match)
        yield judge_names(page, "partners", truth, match)
        url = canonical_address(truth.registration_url, page.url) if truth.registration_url else None
        yield judge_value(page, "registration address", url, match.registration_url)
        deadline = match.registration_deadline.isoformat() if match.registration_deadline else None
        yield judge_value(page, "registration deadline", truth.registration_deadline, deadline)


def count(page: Page, field: str, expected: object, read: object, *, ok: bool) -> Verdict:
    """The verdict on a value that may be absent on either side; where both are, nothing was asked and all is well."""
    hits = int(ok and expected is not None)
    detail = "" if ok else f"{expected!r} read {read!r}"
    return Verdict(
        field, page.form, page.id, hits, int(not ok and read is not None), int(not ok and expected is not None), detail
    )


def judge_value(page: Page, field: str, expected: object, read: object) -> Verdict:
    """A number, a day or an address: right when equal."""
    return count(page, field, expected, read, ok=expected == read)


def judge_words(page: Page, field: str, expected: str | None, read: str | None) -> Verdict:
    """Words: right when they are about the same."""
    both = expected is not None and read is not None
    ok = expected == read if not both else fuzz.token_sort_ratio(fold(expected), fold(read)) >= SAME_WORDS
    return count(page, field, expected, read, ok=ok)


def is_name(forms: Sequence[str], read: str) -> bool:
    """True when a name is one of the right forms, or all its words are those of one."""
    return any(fuzz.token_sort_ratio(fold(form), fold(read)) >= SAME_NAME for form in forms)


def judge_organiser(page: Page, truth: Stated, found: EventReading) -> Verdict:
    """The organiser: one of those told."""
    expected = truth.organisers[0][0] if truth.organisers else None
    if expected is None or found.organiser is None:
        return count(page, "organiser", expected, found.organiser, ok=expected == found.organiser)
    ok = any(is_name(forms, found.organiser) for forms in truth.organisers)
    return count(page, "organiser", expected, found.organiser, ok=ok)


def judge_names(page: Page, field: str, truth: Stated, found: EventReading) -> Verdict:
    """The other bodies: organisers besides the one that was read, and partners, as a set."""
    due = [forms for forms in truth.organisers if not (found.organiser and is_name(forms, found.organiser))]
    due = [*(due[1:] if found.organiser is None else due), *truth.partners]
    left = found.partners.split("; ") if found.partners else []
    read = list(left)
    hits = 0
    for forms in due:
        name = next((name for name in left if is_name(forms, name)), None)
        if name is not None:
            left.remove(name)
            hits += 1
    detail = f"{[forms[0] for forms in due]} read {read}" if left or hits < len(due) else ""
    return Verdict(field, page.form, page.id, hits, len(left), len(due) - hits, detail)
