"""The sessions of an event out of all tellings: one sitting per day and venue, with the best that any source says.

A known day beats a period that holds it; a session with hours completes the same day without; sessions of one day
stay apart when their hours or their towns do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from extract.records import SessionReading, VenueReading
from warehouse.compatible import Span
from warehouse.tellings import Telling, is_day, unfold_sessions
from warehouse.titles import fold

_STATUS_RANK: Final = {"announced": 0, "full": 1, "cancelled": 2, "postponed": 3}
"""What tells more wins: `n'aura pas lieu` is true of a moved day too, and a moved day stays moved."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One session as one telling has it, on one day or in one period."""

    telling: Telling
    session: SessionReading
    span: Span
    known_day: bool


@dataclass(slots=True)
class Sitting:
    """One session of the event: its claims, best first, and claims of periods that hold it."""

    span: Span
    known_day: bool
    claims: list[Claim]
    periods: list[Claim] = field(default_factory=list)

    @property
    def best(self) -> Claim:
        """Give the claim that the date is taken from."""
        return self.claims[0]

    @property
    def timed(self) -> Claim | None:
        """Give the claim that the hours are taken from."""
        return next((claim for claim in self.claims if claim.session.starts_at), None)

    @property
    def ends(self) -> Claim | None:
        """Give the claim that the end is taken from: never one that begins at another hour."""
        start = self.timed.session.starts_at if self.timed else None
        agreed = (c for c in self.claims if c.session.ends_at and c.session.starts_at in (None, start))
        return next(agreed, None)

    @property
    def placed(self) -> Claim | None:
        """Give the claim that the venue is taken from: the most complete one."""
        claims = [claim for claim in self.claims if claim.session.venue is not None]
        return max(claims, key=lambda claim: _completeness(claim.session.venue)) if claims else None

    @property
    def decided(self) -> Claim:
        """Give the claim that the status is taken from: what cancels or postpones outweighs what announces."""
        return max(self.claims, key=lambda claim: _STATUS_RANK[claim.session.status])

    @property
    def titled(self) -> Claim | None:
        """Give the claim that the title is taken from: the best source that has one."""
        return next((claim for claim in self.claims if claim.session.title), None)

    @property
    def disputed(self) -> list[Claim]:
        """Give the claims that begin at another hour than the sitting."""
        start = self.timed.session.starts_at if self.timed else None
        return [claim for claim in self.claims if claim.session.starts_at not in (None, start)]


def build_sittings(tellings: Sequence[Telling]) -> list[Sitting]:
    """Give the sittings of an event from its tellings, best source first, in the order of days and hours."""
    claims = [
        Claim(telling, session, span, is_day(session, span))
        for telling in tellings
        for session, span in unfold_sessions(telling.event.sessions)
    ]
    by_span: dict[tuple[bool, Span], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.session.starts_at is None):
        by_span[claim.known_day, claim.span].append(claim)
    sittings = [sitting for group in by_span.values() for sitting in _divide(group)]
    return sorted(_without_periods(sittings), key=_order)


def _divide(claims: Iterable[Claim]) -> list[Sitting]:
    """Divide the claims of one day into sittings: by hours and by towns."""
    sittings: list[Sitting] = []
    for claim in claims:
        fits = [sitting for sitting in sittings if _fits(sitting, claim)]
        if fits:
            min(fits, key=lambda sitting: _distance(sitting, claim)).claims.append(claim)
        else:
            sittings.append(Sitting(claim.span, claim.known_day, [claim]))
    for sitting in sittings:
        sitting.claims.sort(key=lambda claim: -claim.session.date.certainty)
    return sittings


def _fits(sitting: Sitting, claim: Claim) -> bool:
    return all(_one_sitting(other, claim) for other in sitting.claims)


def _one_sitting(one: Claim, two: Claim) -> bool:
    left, right = one.session, two.session
    if not _same_town(left.venue, right.venue):
        return False
    if left.starts_at is None or right.starts_at is None or left.starts_at == right.starts_at:
        return one.telling is not two.telling or _same_hours(left, right)
    return one.telling is not two.telling and _overlap(left, right)


def _same_hours(left: SessionReading, right: SessionReading) -> bool:
    return (left.starts_at, left.ends_at) == (right.starts_at, right.ends_at) or None in (
        left.starts_at,
        right.starts_at,
    )


def _overlap(left: SessionReading, right: SessionReading) -> bool:
    one, two = sorted((left, right), key=lambda session: session.starts_at or "")
    return one.ends_at is None or (two.starts_at or "") < one.ends_at


def _same_town(left: VenueReading | None, right: VenueReading | None) -> bool:
    towns = {fold(venue.city) for venue in (left, right) if venue is not None and venue.city}
    return len(towns) < 2


def _distance(sitting: Sitting, claim: Claim) -> tuple[bool, bool]:
    starts = {other.session.starts_at for other in sitting.claims}
    towns = {other.session.venue.city for other in sitting.claims if other.session.venue is not None}
    town = claim.session.venue.city if claim.session.venue is not None else None
    return claim.session.starts_at not in starts, town not in towns


def _without_periods(sittings: Sequence[Sitting]) -> list[Sitting]:
    """Let each period that holds a known day, or a narrower period, become support of it."""
    kept: list[Sitting] = []
    for sitting in sorted(sittings, key=lambda s: (not s.known_day, (s.span[1] - s.span[0]).days, s.span)):
        held = [] if sitting.known_day else [other for other in kept if _holds(sitting.span, other.span)]
        if held:
            held[0].periods += [*sitting.claims, *sitting.periods]
        else:
            kept.append(sitting)
    return kept


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1] and outer != inner


def _completeness(venue: VenueReading | None) -> tuple[bool, bool, bool, bool, float]:
    if venue is None:
        return False, False, False, False, 0.0
    return bool(venue.street), bool(venue.name), bool(venue.city), bool(venue.postcode), venue.certainty


def _order(sitting: Sitting) -> tuple[Span, str, str, str]:
    timed = sitting.timed
    start = timed.session.starts_at if timed else None
    venue = sitting.placed.session.venue if sitting.placed else None
    return sitting.span, start or "", fold((venue and venue.city) or ""), fold((venue and venue.name) or "")
