"""Counting: verdicts on single units, tallies over them, and how sure a share or an F1 is."""

from __future__ import annotations

import random
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

Z95 = 1.959964
RESAMPLES = 1000


@dataclass(frozen=True)
class Verdict:
    """What became of one unit (a phrase, a date, a page) in one field; `detail` tells a person what went wrong."""

    field: str
    form: str
    unit: str
    hits: int
    false: int
    missed: int
    detail: str = ""

    @property
    def right(self) -> bool:
        """True when nothing is missed and nothing is invented."""
        return not self.false and not self.missed


@dataclass(frozen=True)
class Tally:
    """The sum of many verdicts. Shares and measures are between 0 and 1, None where nothing was asked."""

    units: int
    right: int
    hits: int
    false: int
    missed: int

    @property
    def share(self) -> float | None:
        """The share of units that are exactly right."""
        return self.right / self.units if self.units else None

    @property
    def precision(self) -> float | None:
        """Of what was read, the share that is right."""
        return self.hits / (self.hits + self.false) if self.hits + self.false else None

    @property
    def recall(self) -> float | None:
        """Of what stands there, the share that was read."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        total = 2 * self.hits + self.false + self.missed
        return 2 * self.hits / total if total else None


def add_up(verdicts: Iterable[Verdict]) -> Tally:
    """The tally of some verdicts."""
    rows = list(verdicts)
    return Tally(
        len(rows),
        sum(row.right for row in rows),
        sum(row.hits for row in rows),
        sum(row.false for row in rows),
        sum(row.missed for row in rows),
    )


def compute_wilson(right: int, units: int) -> tuple[float, float]:
    """The 95 % Wilson interval of a share."""
    if not units:
        return 0.0, 1.0
    share = right / units
    centre = share + Z95**2 / (2 * units)
    spread = Z95 * ((share * (1 - share) + Z95**2 / (4 * units)) / units) ** 0.5
    scale = 1 + Z95**2 / units
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def compute_f1_interval(verdicts: list[Verdict]) -> tuple[float, float]:
    """The 95 % interval of an F1 by bootstrap over units, with a fixed seed: the same verdicts, the same interval."""
    rng = random.Random(20240101)
    if not verdicts:
        return 0.0, 1.0
    values = sorted(add_up(rng.choices(verdicts, k=len(verdicts))).f1 or 0.0 for _ in range(RESAMPLES))
    return values[int(RESAMPLES * 0.025)], values[int(RESAMPLES * 0.975) - 1]


def judge_sets(
    field: str, form: str, unit: str, expected: AbstractSet[object], found: AbstractSet[object], text: str = ""
) -> Verdict:
    """A verdict on two sets: what is in both is a hit, the rest is missed or false."""
    missed, false = expected - found, found - expected
    detail = f"{text!r} missed {sorted(map(str, missed))} false {sorted(map(str, false))}" if missed or false else ""
    return Verdict(field, form, unit, len(expected & found), len(false), len(missed), detail)
