"""Accuracy of our reader and of the peers on the same phrases, by the one measure that is fair to all: the days.

A reader is right on a phrase when the days it reads are exactly the expected ones; how it cuts them into spans does
not matter here. A phrase without days is right when no day is read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.gold.judge_dates import expand_days
from tests.gold.scores import compute_wilson
from tests.gold.truth import PHRASE_PARTS, Phrase, Span, load_phrases

NO_REFERENCE = dt.date(2024, 1, 1)
Answers = Mapping[str, Sequence[tuple[str, str]]]


@dataclass(frozen=True)
class Score:
    """How many phrases of one part are right, with and without days."""

    part: str
    days_right: int
    days: int
    silent_right: int
    silent: int

    def describe(self) -> tuple[str, str]:
        """Both shares in per cent with their 95 % interval."""
        return describe_share(self.days_right, self.days), describe_share(self.silent_right, self.silent)


def describe_share(right: int, units: int) -> str:
    """A share in per cent with its 95 % Wilson interval."""
    low, high = compute_wilson(right, units)
    return f"{100 * right / units:.1f} ({100 * low:.0f}–{100 * high:.0f})" if units else "–"


def list_requests() -> list[dict[str, str]]:
    """Every date phrase of the gold as a peer is asked: identity, text, reference day."""
    return [
        {"id": phrase.id, "text": phrase.text, "reference": (phrase.reference or NO_REFERENCE).isoformat()}
        for part in PHRASE_PARTS
        for phrase in load_phrases(part)
        if phrase.answers is not None
    ]


def is_right(phrase: Phrase, spans: set[Span]) -> bool:
    """True when the days are exactly those of one right answer."""
    found = expand_days(spans)
    return any(
        found == expand_days({date.span for date in answer if date.is_day}) for answer in phrase.answers or ((),)
    )


def parse_spans(answer: Sequence[tuple[str, str]]) -> set[Span]:
    """Spans from ISO days; a span that ends before it starts counts as its first day."""
    pairs = [(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) for first, last in answer]
    return {(first, max(first, last)) for first, last in pairs}


def score_part(part: str, answers: Answers) -> Score:
    """The score of one reader on one part of the gold; what must stay open is left out."""
    phrases = [p for p in load_phrases(part) if p.answers is not None and not p.must_stay_open]
    right = {phrase.id: is_right(phrase, parse_spans(answers.get(phrase.id, ()))) for phrase in phrases}
    with_days = [p for p in phrases if any(date.is_day for date in (p.answers or ((),))[0])]
    silent = [p for p in phrases if p not in with_days]
    return Score(
        part,
        sum(right[p.id] for p in with_days),
        len(with_days),
        sum(right[p.id] for p in silent),
        len(silent),
    )
