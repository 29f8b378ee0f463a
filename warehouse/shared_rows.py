"""Rows that many events share: venues and cycles. Each event says what it says of them; the rows follow from all of it.

So an event that changes leaves the words of all others as they are, however popular its venue.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from extract.records import Evidence, VenueReading
from warehouse.correct import correct_values
from warehouse.cycle_rows import build_cycle, find_titles, title_words
from warehouse.drafts import Draft
from warehouse.evidence import EvidenceBook, place_json
from warehouse.outline import Outline
from warehouse.rows import Cycle, Day, EvidenceItem, Moment, Rows, Venue
from warehouse.seen import Seen, Sights
from warehouse.sittings import Claim
from warehouse.timeline import Capture
from warehouse.venues import VenueRegister

VENUE_COLUMNS: Final = ("name", "street", "postcode", "city", "commune_code")

Written = tuple[str | None, str | None, str | None, str | None, str | None, str]


class VenueClaim(NamedTuple):
    """How many sittings of an event are at a venue that is written like this, and when that was seen."""

    event_id: str
    venue_id: str
    name: str | None
    street: str | None
    postcode: str | None
    city: str | None
    commune_code: str | None
    mode: str
    claims: int
    first_seen: Moment
    last_seen: Moment


class Statement(NamedTuple):
    """The words with which an event states a value of a row that it shares with other events."""

    event_id: str
    table_name: str
    row_id: str
    field: str
    value: str
    capture_digest: str
    url: str
    place: str
    words: str
    rule: str
    certainty: float
    first_seen: Moment
    last_seen: Moment

    @property
    def evidence(self) -> EvidenceItem:
        """Give the row of evidence that it is, where the row has this value."""
        return EvidenceItem._make((*self[1:4], *self[5:]))


def claim_venues(draft: Draft, register: VenueRegister, sights: Sights) -> list[VenueClaim]:
    """Give how the sittings of an event write their venues."""
    spans: dict[tuple[str, Written], list[Seen]] = defaultdict(list)
    for claim, venue_id, venue in _find_claims(draft, register):
        written = (venue.name, venue.street, venue.postcode, venue.city, venue.commune_code, venue.mode)
        spans[venue_id, written].append(sights.of(claim.telling, ("session", *claim.span)))
    rows = []
    for (venue_id, columns), found in spans.items():
        name = "/".join((draft.event_id, venue_id, *(text or "" for text in columns)))
        seen = sights.note(("venue_claims", name), Seen.over(found))
        rows.append(VenueClaim(draft.event_id, venue_id, *columns, len(found), *seen.columns))
    return rows


def state_venues(draft: Draft, register: VenueRegister) -> Iterator[Statement]:
    """Give the words with which an event states the values of its venues, the same words once."""
    known: set[tuple[object, ...]] = set()
    for claim, venue_id, venue in _find_claims(draft, register):
        key = (venue_id, claim.telling.capture.key, venue)
        if key not in known:
            known.add(key)
            for column in VENUE_COLUMNS:
                value = getattr(venue, column)
                if value is not None:
                    item = Evidence(column, venue.text, venue.where, venue.rule or "venue", venue.certainty)
                    row = ("venues", venue_id)
                    yield _build_statement(draft, row, value, claim.telling.capture, item)


def _find_claims(draft: Draft, register: VenueRegister) -> Iterator[tuple[Claim, str, VenueReading]]:
    for _, sitting in draft.sittings:
        for claim in sitting.claims:
            venue = claim.session.venue
            found = register.id_of(venue)
            if venue is not None and found is not None:
                yield claim, found, venue


def state_cycle(draft: Draft, cycle_id: str) -> Iterator[Statement]:
    """Give the words with which an event states the title of its cycle."""
    for telling, title in find_titles(draft):
        for item in title_words(telling):
            yield _build_statement(draft, ("cycles", cycle_id), title, telling.capture, item)


def _build_statement(draft: Draft, row: tuple[str, str], value: str, capture: Capture, item: Evidence) -> Statement:
    seen = Seen.of([capture]).columns
    names = (capture.digest, capture.url, place_json(item.where))
    return Statement(draft.event_id, *row, item.field, value, *names, item.words, item.rule, item.certainty, *seen)


def build_venues(claims: Iterable[VenueClaim]) -> list[Venue]:
    """Give one row for each venue that is claimed: of each column what most sittings say."""
    groups: dict[str, list[VenueClaim]] = defaultdict(list)
    for claim in claims:
        groups[claim.venue_id].append(claim)
    return [_build_venue(venue_id, groups[venue_id]) for venue_id in sorted(groups)]


def _build_venue(venue_id: str, claims: list[VenueClaim]) -> Venue:
    modes = {claim.mode for claim in claims}
    firsts = [claim.first_seen for claim in claims if claim.first_seen is not None]
    lasts = [claim.last_seen for claim in claims if claim.last_seen is not None]
    mode = "in_person" if "in_person" in modes else min(modes)
    values = [_most(claims, column) for column in VENUE_COLUMNS]
    return Venue._make((venue_id, *values, mode, min(firsts, default=None), max(lasts, default=None)))


def _most(claims: Iterable[VenueClaim], column: str) -> str | None:
    """Give the value that most sittings have; among equals one not in capitals, then by alphabet."""
    counts: Counter[str] = Counter()
    for claim in claims:
        value = getattr(claim, column)
        if value:
            counts[value] += claim.claims
    return min(counts, key=lambda value: (-counts[value], value.isupper(), value)) if counts else None


def choose_evidence(
    statements: Iterable[Statement], values: Mapping[tuple[str, str, str], str]
) -> Iterator[EvidenceItem]:
    """Give the statements that say what the rows say: `values` by table, row and column. The same words count once."""
    known: set[tuple[object, ...]] = set()
    for statement in sorted(statements, key=_order):
        item = statement.evidence
        if values.get(item[:3]) == statement.value and item[:6] not in known:
            known.add(item[:6])
            yield item


def _order(statement: Statement) -> tuple[object, ...]:
    return *statement.evidence[:6], statement.event_id, statement.words, statement.rule, statement.certainty


@dataclass(slots=True)
class Shared:
    """The rows of venues and cycles, as people corrected them, with the evidence of corrections.

    `values` are those that were read, by table, row and column: what events must state to be evidence of them.
    """

    venues: list[Venue]
    cycles: list[Cycle]
    evidence: list[EvidenceItem]
    values: dict[tuple[str, str, str], str]


def build_shared(outline: Outline, claims: Iterable[VenueClaim], days: Mapping[str, tuple[Day, Day]]) -> Shared:
    """Give the venues that are claimed and all cycles; `days` are those of the cycles."""
    rows, book = Rows(venues=build_venues(claims)), EvidenceBook()
    rows.cycles = [build_cycle(one, days.get(one.cycle_id, (None, None)), outline.sights) for one in outline.series]
    values = {("venues", row.venue_id, column): getattr(row, column) for row in rows.venues for column in VENUE_COLUMNS}
    values |= {("cycles", row.cycle_id, "title"): row.title for row in rows.cycles}
    correct_values(rows, outline.people, book)
    said = {key: value for key, value in values.items() if value is not None}
    return Shared(rows.venues, rows.cycles, book.rows(), said)


def find_days(events: Iterable[tuple[str | None, Day, Day]]) -> dict[str, tuple[Day, Day]]:
    """Give the first and the last day of each cycle from cycle, first and last day of its events."""
    found: dict[str, list[tuple[Day, Day]]] = defaultdict(list)
    for cycle_id, first, last in events:
        found[cycle_id or ""].append((first, last))
    return {
        cycle_id: (
            min((first for first, _ in days if first), default=None),
            max((last for _, last in days if last), default=None),
        )
        for cycle_id, days in found.items()
    }
