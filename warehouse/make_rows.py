"""Making the rows of parts, batch by batch: only the readings of one batch are held with all their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from extract.records import Reading
from warehouse import event_rows, page_rows, session_rows
from warehouse.correct import correct_values, reject_sessions
from warehouse.drafts import add_sittings
from warehouse.evidence import EvidenceBook
from warehouse.moments import Shown, name_shown
from warehouse.open_rows import open_of_answers, open_of_doubts, open_of_source
from warehouse.outline import Outline
from warehouse.parts import Part, in_reading_order
from warehouse.rows import OpenRow, Rows
from warehouse.shared_rows import Statement, VenueClaim, claim_venues, state_cycle, state_venues
from warehouse.tellings import Telling
from warehouse.terms import join_reading
from warehouse.timeline import Key, Witness

BATCH: Final = 1000


@dataclass(slots=True)
class Made:
    """The rows of a batch of parts; `claims` and `statements` are what events say of venues and cycles.

    `opens` are entries that were left open, each with the part that has them, not yet numbered. `shown` names the
    captures that show each part, and those of its rows that not the same ones show (`moments.py`).
    """

    rows: Rows = field(default_factory=Rows)
    claims: list[VenueClaim] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    opens: list[tuple[Part, OpenRow]] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)


def make_rows(outline: Outline, wanted: Iterable[Part]) -> Iterator[Made]:
    """Give the rows of all wanted parts, batch by batch, with the values that people corrected."""
    parts = in_reading_order(outline, wanted)
    while batch := list(islice(parts, BATCH)):
        yield _Maker(outline).make(batch)


class _Maker:
    """Makes the rows of one batch."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._book = EvidenceBook()
        self._full: dict[Key, Reading] = {}
        self._made = Made()

    def make(self, batch: Sequence[Part]) -> Made:
        make = {"event": self._event, "page": self._page, "document": self._document, "unread": self._unread}
        for part in batch:
            make[part.kind](part)
            self._made.shown += name_shown(part, self._shown_by(part), self._outline.sights.take_noted())
        correct_values(self._made.rows, self._outline.people, self._book)
        self._made.rows.evidence = self._book.rows()
        return self._made

    def _shown_by(self, part: Part) -> frozenset[Key] | None:
        """Give the captures that show the rows of a part, but for those that name others; None: as its first row."""
        timeline = self._outline.timeline
        if part.kind not in ("page", "document"):
            return None
        source = timeline.pages[part.name] if part.kind == "page" else timeline.documents[part.name]
        return frozenset(capture.key for capture in source.captures)

    def _event(self, part: Part) -> None:
        outline, rows = self._outline, self._made.rows
        slim = outline.drafts[part.name]
        draft = add_sittings(slim, {telling.name: self._fill(telling) for telling in slim.tellings})
        draft = reject_sessions(draft, outline.people)
        cycle_id = outline.cycle_of.get(draft.event_id)
        rows.events.append(event_rows.build_event(draft, cycle_id, outline.sights, self._book))
        rows.event_sources += event_rows.build_sources(draft, outline.sights)
        rows.event_links += event_rows.build_links(draft, cycle_id, outline.tellings, outline.sights)
        rows.event_territories += event_rows.build_territories(draft, outline.sights, self._book)
        rows.event_themes += event_rows.build_themes(draft, outline.sights, self._book)
        for named in draft.sittings:
            session = session_rows.build_session(draft, named, outline.register, outline.sights)
            rows.sessions.append(session)
            session_rows.note_session(session, named[1], self._book)
        self._made.claims += claim_venues(draft, outline.register, outline.sights)
        self._made.statements += state_venues(draft, outline.register)
        self._made.statements += state_cycle(draft, cycle_id) if cycle_id else ()
        self._made.opens += [(part, row) for row in open_of_doubts(session_rows.find_disputes(draft))]

    def _page(self, part: Part) -> None:
        outline, rows = self._outline, self._made.rows
        slim = outline.timeline.pages[part.name]
        page = replace(slim, witnesses=[self._fill_witness(witness) for witness in slim.witnesses])
        former = self._read(page.captures[-1].key)
        rows.pages.append(page_rows.build_page(page, outline.linked.state_of(slim), former, self._book))
        rows.page_versions += page_rows.build_versions(page)
        page_rows.note_versions(page, outline.readings, outline.lost, outline.sights)
        files = page_rows.build_attachments(page, outline.timeline, outline.sights, self._book)
        rows.page_documents += files
        rows.captures += [page_rows.build_capture(capture, page.page_id, None) for capture in page.captures]
        self._made.opens += [(part, row) for row in open_of_source(page.witnesses)]
        self._made.opens += [(part, row) for row in open_of_answers(files, outline.timeline, outline.readings)]

    def _document(self, part: Part) -> None:
        outline, rows = self._outline, self._made.rows
        document = outline.timeline.documents[part.name]
        first = document.captures[0]
        link = page_rows.name_document(document, outline.named)
        rows.documents.append(page_rows.build_document(document, link))
        rows.captures += [page_rows.build_capture(capture, None, part.name) for capture in document.captures]
        if document.current and document.reading is not None:
            key = next(capture.key for capture in document.captures if capture.key in outline.readings)
            witness = Witness(part.name, "document", first, self._read(key))
            self._made.opens += [(part, row) for row in open_of_source([witness])]

    def _unread(self, part: Part) -> None:
        unread = self._outline.timeline.unread
        self._made.rows.captures += [page_rows.build_capture(capture, None, None) for capture in unread]

    def _read(self, key: Key) -> Reading:
        if key not in self._full:
            self._full[key] = join_reading(self._outline.library.full(key), self._outline.terms)
        return self._full[key]

    def _fill_witness(self, witness: Witness) -> Witness:
        return replace(witness, reading=self._read(witness.capture.key))

    def _fill(self, telling: Telling) -> Telling:
        """Give a telling with all its words: the event of the same place in the full reading."""
        events = telling.witness.reading.events
        place = next(place for place, event in enumerate(events) if event is telling.event)
        key = telling.capture.key if telling.witness.kind == "page" else self._key_of(telling)
        witness = replace(telling.witness, reading=self._read(key))
        return replace(telling, witness=witness, event=witness.reading.events[place])

    def _key_of(self, telling: Telling) -> Key:
        """Give what the reading of a document is filed under: its first capture that has one."""
        captures = self._outline.timeline.documents[telling.source_id].captures
        return next(capture.key for capture in captures if capture.key in self._outline.readings)
